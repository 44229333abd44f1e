// The element that really has the focus: the document knows only the outermost host of it. Undefined when nothing has it.
export function focusedElement(): HTMLElement | undefined {
  let found = document.activeElement
  for (let inner = found; inner !== null; inner = inner.shadowRoot?.activeElement ?? null) found = inner
  return found instanceof HTMLElement && found !== document.body ? found : undefined
}

/** What has the focus and everything around it, from the inside out. */
export function focusTrail(): readonly HTMLElement[] {
  const trail: HTMLElement[] = []
  let at: Node | null = focusedElement() ?? null
  while (at !== null && at !== document.body) {
    if (at instanceof HTMLElement) trail.push(at)
    at = at instanceof ShadowRoot ? at.host : (at instanceof Element ? at.assignedSlot : null) ?? at.parentNode
  }
  return trail
}

/** When nothing has the focus any more: gives it to the innermost of `trail` that is still there and takes it. */
export function refocus(trail: readonly HTMLElement[]): void {
  for (const element of trail) {
    if (focusedElement() !== undefined) return
    if (element.isConnected) element.focus({ preventScroll: true })
  }
}
