// What this browser keeps for itself, as JSON in localStorage: a theme, the boards it has opened. Storage may be
// missing, full or hold somebody else's text; then nothing is kept and nothing breaks.

export function recall(name: string): unknown {
  try {
    const text = localStorage.getItem(`tacit:${name}`)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function remember(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(`tacit:${name}`)
    else localStorage.setItem(`tacit:${name}`, JSON.stringify(value))
  } catch {
    // Private windows and full disks: the choice holds until the tab closes.
  }
}
