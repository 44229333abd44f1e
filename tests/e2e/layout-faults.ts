// What is wrong with a layout, as a person would see it: text that is cut, text that leaves its button or the page, and
// controls that lie over each other. Runs inside the page; the canvas is endless and exempt.
import type { Page } from '@playwright/test'

/** Where text may be cut: what people wrote and is whole elsewhere, and what waits outside of the page for the focus. */
const MAY_BE_CUT = ['.skip', '.title', '.cut', 'tacit-card', '.sr']

export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate((mayBeCut) => {
    const faults: string[] = []
    const EXEMPT = 'tacit-canvas, tacit-links, tacit-card-outline, tacit-cursors, tacit-print-sheet'
    const CONTROLS = 'button, a[href], input, select, textarea, summary'

    const elements: Element[] = []
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        elements.push(element)
        if (element.shadowRoot !== null) walk(element.shadowRoot)
      }
    }
    walk(document)
    const up = (node: Node): Element | null => node.parentElement ?? (node.getRootNode() instanceof ShadowRoot ? (node.getRootNode() as ShadowRoot).host : null)
    const flat = (element: Element): Element | null => element.assignedSlot ?? up(element)
    const above = (element: Element, test: (one: Element) => boolean): Element | undefined => {
      for (let at: Element | null = element; at !== null; at = flat(at)) if (test(at)) return at
      return undefined
    }
    const modal = elements.find((element) => element.matches('dialog:modal'))
    const inScope = (element: Element): boolean => (modal === undefined || above(element, (one) => one === modal) !== undefined) && above(element, (one) => one.matches(EXEMPT)) === undefined
    const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && above(element, (one) => {
      const { clipPath, clip } = getComputedStyle(one)
      return clipPath === 'inset(50%)' || clip === 'rect(0px, 0px, 0px, 0px)'
    }) === undefined
    const nameOf = (element: Element): string => {
      const host = element.getRootNode() instanceof ShadowRoot ? `${(element.getRootNode() as ShadowRoot).host.localName} ` : ''
      return `${host}${element.localName}${element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''} “${(element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 50)}”`
    }
    const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const textsOf = (element: Element): Text[] => [...element.childNodes].filter((node): node is Text => node instanceof Text && node.data.trim() !== '')
    const boxOf = (text: Text): DOMRect => {
      const range = document.createRange()
      range.selectNodeContents(text)
      return range.getBoundingClientRect()
    }

    /** Who cuts these texts: an ancestor that hides what leaves it, before one that scrolls that way. */
    const cutter = (element: Element, boxes: readonly DOMRect[]): Element | undefined => {
      let [across, down] = [true, true]
      for (let at: Element | null = element; at !== null && (across || down); at = flat(at)) {
        const { overflowX, overflowY, display } = getComputedStyle(at)
        if (display === 'inline' || display === 'contents') continue
        if (/auto|scroll/.test(overflowX)) across = false
        if (/auto|scroll/.test(overflowY)) down = false
        const rim = at.getBoundingClientRect()
        if (rim.width <= 1) continue
        if (across && /hidden|clip/.test(overflowX) && boxes.some((box) => box.right > rim.right + 1 || box.left < rim.left - 1)) return at
        if (down && /hidden|clip/.test(overflowY) && boxes.some((box) => box.bottom > rim.bottom + 2 || box.top < rim.top - 2)) return at
      }
      return undefined
    }

    const { scrollWidth } = document.documentElement
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide`)
    const seen = elements.filter((element) => inScope(element) && isSeen(element))
    for (const element of seen) {
      const texts = textsOf(element)
      if (texts.length === 0) continue
      if (mayBeCut.some((at) => above(element, (one) => one.matches(at)) !== undefined)) continue
      const cut = cutter(element, texts.map(boxOf))
      if (cut !== undefined) faults.push(`cut: ${nameOf(element)} by ${nameOf(cut).split(' “')[0] ?? ''}`)
      for (const text of texts) {
        const box = boxOf(text)
        const control = above(element, (one) => one.matches('button, a.btn, summary, .chip, .btn'))
        const rim = control?.getBoundingClientRect()
        if (control !== undefined && rim !== undefined && rim.width > 1 && (box.right > rim.right + 1 || box.left < rim.left - 1 || box.bottom > rim.bottom + 2 || box.top < rim.top - 2)) faults.push(`outside of its button: ${nameOf(control)}`)
        if ((box.right > innerWidth + 1 || box.left < -1) && above(element, scrolls) === undefined) faults.push(`outside of the page: ${nameOf(element)}`)
      }
    }

    // The grip of a sheet lies under the buttons of its head.
    const controls = seen.filter((element) => element.matches(CONTROLS) && !element.matches('.grab') && getComputedStyle(element).pointerEvents !== 'none')
    for (const [at, one] of controls.entries()) {
      for (const other of controls.slice(at + 1)) {
        if (one.getRootNode() !== other.getRootNode() || one.contains(other) || other.contains(one)) continue
        // Links in a sentence go on in the next line: each piece is a box of its own.
        const over = [...one.getClientRects()].some((a) => [...other.getClientRects()].some((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2))
        if (over && getComputedStyle(one).opacity !== '0' && getComputedStyle(other).opacity !== '0') faults.push(`one over the other: ${nameOf(one)} and ${nameOf(other)}`)
      }
    }
    return [...new Set(faults)]
  }, MAY_BE_CUT)
}
