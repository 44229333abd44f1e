// Keys within a form that stands inside something with keys of its own: Escape leaves the form, and nothing around it.
// Knows no command: those are listed in key-map.ts.

/** Escape leaves; other keys go on to what is around. */
export function onEscape(leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
}

/** Escape leaves, and no key goes beyond the form. */
export function keysWithin(leave: () => void): (event: KeyboardEvent) => void {
  const escape = onEscape(leave)
  return (event) => {
    escape(event)
    event.stopPropagation()
  }
}
