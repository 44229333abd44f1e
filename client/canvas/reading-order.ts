// The order in which items are read out and follow each other in the DOM: frame by frame from the top left, in a frame
// by row bands and then left to right, loose items last. Kept from one list of items to the next: an item that changed
// is taken out and put in again where it belongs, found by halving; the others are not looked at. Knows no DOM.
import type { CanvasItem } from './item.ts'
import { itemChanges } from './item-changes.ts'

/** Items whose tops lie in one band of this height are one row. */
const BAND = 64
/** With more changes at once than this all are put in order anew. */
const MOST_CHANGES = 50

const rowOf = (item: CanvasItem): number => Math.floor(item.bounds.y / BAND)

function byPlace(a: CanvasItem, b: CanvasItem): number {
  return rowOf(a) - rowOf(b) || a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

export class ReadingOrder {
  #items: readonly CanvasItem[] = []
  #order: readonly CanvasItem[] = []
  readonly #frames = new Map<string, CanvasItem>()
  readonly #byId = new Map<string, CanvasItem>()
  /** Asked for since the last change. */
  #ranks = new Map<string, number>()

  /** Every item in order; another list after each change. */
  get order(): readonly CanvasItem[] {
    return this.#order
  }

  get frames(): number {
    return this.#frames.size
  }

  /** Where an item stands; -1 for one that is not there. */
  rank(id: string): number {
    const item = this.#byId.get(id)
    if (item === undefined) return -1
    const rank = this.#ranks.get(id) ?? this.#placeFor(item)
    this.#ranks.set(id, rank)
    return rank
  }

  update(items: readonly CanvasItem[]): void {
    if (items === this.#items) return
    const changes = itemChanges(this.#items, items)
    this.#items = items
    this.#ranks = new Map()
    const few = changes !== undefined && changes.length <= MOST_CHANGES && changes.every(({ was, item }) => item.layer !== 'ground' && was?.layer !== 'ground')
    if (!few) return this.#sort(items)
    const order = [...this.#order]
    for (const { was, item } of changes) {
      if (was !== undefined) order.splice(this.#placeFor(was, order), 1)
      order.splice(this.#placeFor(item, order), 0, item)
      this.#byId.set(item.id, item)
    }
    this.#order = order
  }

  #sort(items: readonly CanvasItem[]): void {
    this.#frames.clear()
    this.#byId.clear()
    for (const item of items) {
      this.#byId.set(item.id, item)
      if (item.layer === 'ground') this.#frames.set(item.id, item)
    }
    this.#order = [...items].sort((a, b) => this.#compare(a, b))
  }

  /** The frame that an item is read with: its own, or itself. */
  #headOf(item: CanvasItem): CanvasItem | undefined {
    if (item.layer === 'ground') return item
    return item.group === undefined ? undefined : this.#frames.get(item.group)
  }

  #compare(a: CanvasItem, b: CanvasItem): number {
    const [headA, headB] = [this.#headOf(a), this.#headOf(b)]
    if (headA === headB) return headA === a && a !== b ? -1 : headB === b && a !== b ? 1 : byPlace(a, b)
    if (headA === undefined) return 1
    return headB === undefined ? -1 : byPlace(headA, headB)
  }

  /** The first place whose item does not come before this one. */
  #placeFor(item: CanvasItem, order = this.#order): number {
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const there = order[middle]
      if (there !== undefined && this.#compare(there, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

export function readingOrder(items: readonly CanvasItem[]): string[] {
  const order = new ReadingOrder()
  order.update(items)
  return order.order.map(({ id }) => id)
}
