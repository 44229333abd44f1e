// Finds what a person would see and press, through all shadow roots: tests speak of labels and words, not of structure.

export function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.shadowRoot !== null) yield* everything(element.shadowRoot)
  }
}

export function find<E extends Element = HTMLElement>(root: Element, selector: string): E | undefined {
  for (const element of [root, ...everything(root.shadowRoot ?? root), ...everything(root)]) if (element.matches(selector)) return element as E
  return undefined
}

export function need<E extends Element = HTMLElement>(root: Element, selector: string): E {
  const found = find<E>(root, selector)
  if (found === undefined) throw new Error(`nothing like ${selector}`)
  return found
}

function nameOf(element: Element): string {
  return (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** Buttons and links by the name that is read out. */
export function buttons(root: Element, name: string | RegExp): HTMLElement[] {
  const all = [...everything(root.shadowRoot ?? root), ...everything(root)].filter((element): element is HTMLElement => element.matches('button, a, summary'))
  return [...new Set(all)].filter((element) => (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element))))
}

export function button(root: Element, name: string | RegExp): HTMLElement {
  const [first] = buttons(root, name)
  if (first === undefined) throw new Error(`no button ${String(name)}`)
  return first
}

/** All words on the page below `root`, as one text. */
export function textOf(root: Element): string {
  const parts: string[] = []
  const walk = (node: Node): void => {
    if (node instanceof HTMLElement && (node.hidden || node.localName === 'style')) return
    if (node instanceof Text) parts.push(node.data)
    if (node instanceof HTMLSlotElement) {
      for (const child of node.assignedNodes()) walk(child)
      return
    }
    for (const child of (node instanceof Element ? (node.shadowRoot ?? node) : node).childNodes) walk(child)
  }
  walk(root)
  return parts.join(' ').replace(/\s+/g, ' ').replace(/ ([.,?:])/g, '$1').trim()
}

/** What has the focus, through all shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement !== null && active?.shadowRoot?.activeElement !== undefined) active = active.shadowRoot.activeElement
  return active
}

/** Nothing moves: contrast is that of the page at rest. */
export function stillPage(): void {
  for (const duration of ['press', 'panel', 'ring', 'trace']) document.documentElement.style.setProperty(`--t-${duration}`, '0ms')
}
