// Which items are in the DOM, and in which order: those in view and half a screen around it, and the few that must
// stay (selected, focused, edited, dragged into view by others). Knows no DOM.
import { compareOrder } from '../../shared/board/order.ts'
import { intersects, type BoardPoint, type Rect } from '../../shared/geometry/geometry.ts'
import type { CanvasItem, Offset } from './item.ts'
import { readingOrder } from './reading-order.ts'
import { SpatialIndex } from './spatial-index.ts'

export class Mounting {
  readonly index = new SpatialIndex()
  #order: readonly string[] = []
  #rank = new Map<string, number>()
  #region: Rect = { x: 0, y: 0, width: 0, height: 0 }
  #ids: readonly string[] = []
  #heights: ReadonlyMap<string, number> = new Map()

  /** Every item, in reading order. */
  get order(): readonly string[] {
    return this.#order
  }

  /** Mounted items, in reading order. */
  get ids(): readonly string[] {
    return this.#ids
  }

  /** The part of the board that is mounted. */
  get region(): Rect {
    return this.#region
  }

  rank(id: string): number {
    return this.#rank.get(id) ?? -1
  }

  /** Takes the next list of items. */
  update(items: readonly CanvasItem[]): void {
    if (!this.index.update(items)) return
    this.#order = readingOrder(items)
    this.#rank = new Map(this.#order.map((id, at) => [id, at]))
  }

  /** The item after or before one; from undefined: the first or the last. */
  neighbour(id: string | undefined, by: 1 | -1): string | undefined {
    if (id === undefined) return by === 1 ? this.#order[0] : this.#order.at(-1)
    return this.#order[this.rank(id) + by]
  }

  /** Where a mounted item lies in the pile of those that are mounted. */
  height(id: string): number {
    return this.#heights.get(id) ?? 0
  }

  /** The topmost item at a point; ground is not asked. */
  at({ x, y }: BoardPoint, selection: ReadonlySet<string>): string | undefined {
    const hits = this.index.touching({ x, y, width: 0.01, height: 0.01 }).filter(({ layer }) => layer !== 'ground')
    return hits.sort((a, b) => Number(selection.has(b.id)) - Number(selection.has(a.id)) || compareOrder(b, a))[0]?.id
  }

  /** Who follows an item that has gone, in the reading order from before: the next one that is there, else the one before. */
  successor(id: string, before: readonly string[]): string | undefined {
    const at = before.indexOf(id)
    return [...before.slice(at + 1), ...before.slice(0, Math.max(at, 0)).reverse()].find((other) => this.index.get(other) !== undefined)
  }

  /** True when the view has left what is mounted, or needs much less of it. */
  isStale(view: Rect): boolean {
    const { x, y, width, height } = this.#region
    return view.x < x || view.y < y || view.x + view.width > x + width || view.y + view.height > y + height || width > 3 * view.width
  }

  /** Mounts for a view. While an item is `pinned` no mounted item changes its place in the DOM: that would take the caret out of it. */
  mount(view: Rect, keep: Iterable<string>, offsets: ReadonlyMap<string, Offset>, pinned: string | undefined): void {
    this.#region = { x: view.x - view.width / 2, y: view.y - view.height / 2, width: 2 * view.width, height: 2 * view.height }
    const ids = new Set(this.index.touching(this.#region).map(({ id }) => id))
    for (const id of keep) if (this.index.get(id) !== undefined) ids.add(id)
    for (const [id, { dx, dy }] of offsets) {
      const bounds = this.index.get(id)?.bounds
      if (bounds !== undefined && intersects({ ...bounds, x: bounds.x + dx, y: bounds.y + dy }, this.#region)) ids.add(id)
    }
    const sorted = [...ids].sort((a, b) => this.rank(a) - this.rank(b))
    this.#ids = pinned === undefined ? sorted : this.#inPlace(sorted, ids)
    const pile = this.#ids.flatMap((id) => this.index.get(id) ?? []).sort(compareOrder)
    this.#heights = new Map(pile.map(({ id }, at) => [id, at]))
  }

  /** What was mounted stays in its order; what is new comes after the one it is read after. */
  #inPlace(sorted: readonly string[], ids: ReadonlySet<string>): readonly string[] {
    const stay = this.#ids.filter((id) => ids.has(id))
    const before = new Set(stay)
    sorted.forEach((id, at) => {
      if (!before.has(id)) stay.splice(at === 0 ? 0 : stay.indexOf(sorted[at - 1] ?? '') + 1, 0, id)
    })
    return stay
  }
}
