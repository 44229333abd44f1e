// The element that really has the focus: the document knows only the outermost host of it. Undefined when nothing has it.
export function focusedElement(): HTMLElement | undefined {
  let found = document.activeElement
  for (let inner = found; inner !== null; inner = inner.shadowRoot?.activeElement ?? null) found = inner
  return found instanceof HTMLElement && found !== document.body ? found : undefined
}
