// Where items lie, asked by area and by direction. Kept from one list of items to the next: only items that changed
// are moved in the tree. Knows no DOM.
import RBush from 'rbush'
import { intersects, type BoardPoint, type Rect } from '../../shared/geometry/geometry.ts'
import type { CanvasItem } from './item.ts'
import { itemChanges } from './item-changes.ts'
import type { Direction } from './tools/keys.ts'

interface Entry { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number; readonly item: CanvasItem }

const entryOf = (item: CanvasItem): Entry => {
  const { x, y, width, height } = item.bounds
  return { minX: x, minY: y, maxX: x + width, maxY: y + height, item }
}
const areaOf = ({ x, y, width, height }: Rect): { minX: number; minY: number; maxX: number; maxY: number } => ({ minX: x, minY: y, maxX: x + width, maxY: y + height })
const centreOf = ({ x, y, width, height }: Rect): BoardPoint => ({ x: x + width / 2, y: y + height / 2 })
const encloses = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.width >= inner.x + inner.width && outer.y + outer.height >= inner.y + inner.height

/** How far `to` is in a direction: undefined behind; sideways counts double, so that rows and columns are kept. */
function distance(from: BoardPoint, to: BoardPoint, direction: Direction): number | undefined {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const [ahead, aside] = direction === 'left' ? [-dx, dy] : direction === 'right' ? [dx, dy] : direction === 'up' ? [-dy, dx] : [dy, dx]
  return ahead <= 0 || Math.abs(aside) > ahead * 2 ? undefined : ahead + 2 * Math.abs(aside)
}

export class SpatialIndex {
  readonly #tree = new RBush<Entry>()
  readonly #entries = new Map<string, Entry>()

  /** Takes the next list; true when a place, a group or the set of items has changed. */
  update(items: readonly CanvasItem[]): boolean {
    const changes = this.#items.length === 0 ? undefined : itemChanges(this.#items, items)
    this.#items = items
    return changes === undefined ? this.#replace(items) : changes.map(({ item }) => this.#put(item)).includes(true)
  }

  #put(item: CanvasItem): boolean {
    const old = this.#entries.get(item.id)
    const entry = entryOf(item)
    if (old !== undefined) this.#tree.remove(old)
    this.#entries.set(item.id, entry)
    this.#tree.insert(entry)
    this.#size = this.#entries.size
    return old === undefined || item.group !== old.item.group || entry.minX !== old.minX || entry.minY !== old.minY
  }

  #replace(items: readonly CanvasItem[]): boolean {
    const next = new Map(items.map((item) => [item.id, item]))
    const fresh: Entry[] = []
    let changed = false
    for (const [id, entry] of this.#entries) {
      const item = next.get(id)
      if (item === entry.item) continue
      this.#entries.delete(id)
      this.#tree.remove(entry)
      changed ||= item === undefined || item.group !== entry.item.group || item.bounds.x !== entry.minX || item.bounds.y !== entry.minY
    }
    for (const [id, item] of next) {
      if (this.#entries.has(id)) continue
      const entry = entryOf(item)
      this.#entries.set(id, entry)
      fresh.push(entry)
    }
    changed ||= this.#entries.size !== this.#size
    this.#size = this.#entries.size
    this.#tree.load(fresh)
    return changed
  }

  #size = 0
  #items: readonly CanvasItem[] = []

  get(id: string): CanvasItem | undefined {
    return this.#entries.get(id)?.item
  }

  get size(): number {
    return this.#entries.size
  }

  items(): CanvasItem[] {
    return [...this.#entries.values()].map(({ item }) => item)
  }

  /** Items that touch the area. */
  touching(rect: Rect): CanvasItem[] {
    return this.#tree.search(areaOf(rect)).map(({ item }) => item).filter((item) => intersects(item.bounds, rect))
  }

  /** Items that a marquee takes: cards that it touches, ground that it encloses. */
  within(rect: Rect): string[] {
    return this.touching(rect).filter((item) => item.layer !== 'ground' || encloses(rect, item.bounds)).map(({ id }) => id)
  }

  /** The nearest item in a direction, cards only. Looks in growing areas, so that a large board costs no more. */
  nearest(id: string, direction: Direction, takes: (id: string) => boolean = () => true): string | undefined {
    const from = this.get(id)
    if (from === undefined) return undefined
    const centre = centreOf(from.bounds)
    for (let reach = 600; ; reach *= 3) {
      const around = { x: centre.x - reach, y: centre.y - reach, width: 2 * reach, height: 2 * reach }
      const near = this.touching(around)
      const best = near.filter((item) => item.id !== id && item.layer !== 'ground' && takes(item.id)).map((item) => ({ id: item.id, far: distance(centre, centreOf(item.bounds), direction) }))
        .filter((found): found is { id: string; far: number } => found.far !== undefined)
        .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))[0]
      if (best !== undefined && (best.far <= reach || near.length === this.size)) return best.id
      if (near.length >= this.size || reach > 1e8) return best?.id
    }
  }
}
