// The elements of mounted items, as far as the canvas touches them outside of its template: where a drag has them, which
// one Tab goes to, which one gets the focus.
import { Glide } from './glide.ts'
import type { Offset } from './item.ts'
import type { Guide } from './tools/snapping.ts'

function itemElements(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.item')]
}

const glides = new WeakMap<HTMLElement, Glide>()

function glideOf(item: HTMLElement): Glide {
  const known = glides.get(item)
  const glide = known ?? new Glide(item, 'translate')
  if (known === undefined) glides.set(item, glide)
  return glide
}

/** Dragged items are moved by their own transform; nothing else is drawn for a movement. `lifted` are in this person's hand. */
export function placeOffsets(root: ParentNode, offsetOf: (id: string) => Offset, lifted: ReadonlySet<string> | undefined): void {
  for (const item of itemElements(root)) {
    const id = item.dataset['id'] ?? ''
    const { dx, dy } = offsetOf(id)
    const place = dx === 0 && dy === 0 ? '' : `${dx}px ${dy}px`
    if (place !== '' && lifted?.has(id) === true) glideOf(item).to(place)
    else if (glides.has(item)) glideOf(item).rest(place)
    else if (item.style.translate !== place) item.style.translate = place
  }
}

/** The lines at which a dragged item stands level with others: at most one across and one down. */
export function placeGuides(root: ParentNode, guides: readonly Guide[]): void {
  for (const line of root.querySelectorAll<HTMLElement>('.guide')) {
    const guide = guides.find(({ axis }) => line.dataset['axis'] === axis)
    line.hidden = guide === undefined
    if (guide === undefined) continue
    const [x, y, length] = guide.axis === 'x' ? [guide.at, guide.from, 'height'] as const : [guide.from, guide.at, 'width'] as const
    line.style.cssText = `left:${x}px;top:${y}px;${length}:${guide.to - guide.from}px`
  }
}

/** The face of one item is the one stop of Tab; each says which it is of all, for those who see no others. */
export function setTabStop(root: ParentNode, id: string | undefined, rankOf: (id: string) => number, all: number): void {
  for (const item of itemElements(root)) {
    const face = item.firstElementChild
    if (!(face instanceof HTMLElement)) continue
    const own = item.dataset['id'] ?? ''
    const [stop, place, size] = [own === id ? 0 : -1, String(rankOf(own) + 1), String(all)]
    if (face.tabIndex !== stop || !face.hasAttribute('tabindex')) face.tabIndex = stop
    if (face.ariaPosInSet !== place) face.ariaPosInSet = place
    if (face.ariaSetSize !== size) face.ariaSetSize = size
  }
}

/** Gives the face of an item the focus, unless something in it has it. */
export function focusFace(root: ParentNode, id: string | undefined, otherwise: HTMLElement): void {
  const face = itemElements(root).find(({ dataset }) => dataset['id'] === id)?.firstElementChild ?? otherwise
  if (face instanceof HTMLElement && !face.matches(':focus-within')) face.focus({ preventScroll: true })
}
