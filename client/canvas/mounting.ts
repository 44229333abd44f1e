// Which items are in the DOM, and in which order: those in view and some of a screen around it, and the few that must
// stay (selected, focused, edited, dragged into view by others). Knows no DOM.
import { compareOrder } from '../../shared/board/order.ts'
import { around, intersects, type BoardPoint, type Rect } from '../../shared/geometry/geometry.ts'
import type { CanvasItem, Offset } from './item.ts'
import { ReadingOrder } from './reading-order.ts'
import { SpatialIndex } from './spatial-index.ts'
import type { KeyView } from './tools/keys.ts'
import type { ToolView } from './tools/tool.ts'

/** What may stay mounted around the view, as a part of its width and height on each side. */
const MARGIN = 0.15
/** More items in view than this are painted, where there is a painter: an item is some twenty nodes. */
const MOST_ELEMENTS = 160
/** With this many mounted none stays that is not in view. */
const MOST_AROUND = 110
/** Items that are mounted in one frame, when they are painted until then or not in view. */
const AT_ONCE = 12

/** Board pixels that lines, beams and shadows stand out of an item. */
const EDGE = 32
/** The box around all that is mounted grows in steps: a picture of another size would be drawn anew. */
const STEP = 2_048
/** And it stays larger than it has to be, by this much at most. */
const LARGER = 32

function areaOf({ width, height }: Rect): number {
  return width * height
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}

function contains(whole: Rect, part: Rect): boolean {
  return part.x >= whole.x && part.y >= whole.y && part.x + part.width <= whole.x + whole.width && part.y + part.height <= whole.y + whole.height
}

export class Mounting {
  readonly index = new SpatialIndex()
  /** Items that keys go to; undefined: all. The others are still seen, and taken by the pointer. */
  reachable: ReadonlySet<string> | undefined
  readonly #reading = new ReadingOrder()
  #members: ReadonlyMap<string, readonly string[]> | undefined
  #region: Rect = { x: 0, y: 0, width: 0, height: 0 }
  #seen: Rect = this.#region
  #cover: Rect = this.#region
  #ids: readonly string[] = []
  #far = false
  #mounted: ReadonlySet<string> = new Set()
  #piled = false
  #heights: ReadonlyMap<string, number> = new Map()

  /** Every item, in reading order. */
  get order(): readonly CanvasItem[] {
    return this.#reading.order
  }

  /** Mounted items, in reading order. */
  get ids(): readonly string[] {
    return this.#ids
  }

  /** The part of the board that is mounted. */
  get region(): Rect {
    return this.#region
  }

  /** The part of it that was in view: nothing there is painted. */
  get seen(): Rect {
    return this.#seen
  }

  /** A box around all that is mounted. */
  get cover(): Rect {
    return this.#cover
  }

  rank(id: string): number {
    return this.#reading.rank(id)
  }

  /** Takes the next list of items. */
  update(items: readonly CanvasItem[]): void {
    this.#piled = false
    this.#reading.update(items)
    if (this.index.update(items)) this.#members = undefined
  }

  /** The item after or before one; from undefined: the first or the last. */
  neighbour(id: string | undefined, by: 1 | -1): string | undefined {
    const { order } = this
    let at = id === undefined ? (by === 1 ? 0 : order.length - 1) : this.rank(id) + by
    while (order[at] !== undefined && !this.takes(order[at]?.id)) at += by
    return order[at]?.id
  }

  /** The item that Tab goes to: the one it was, while it is there and keys may go to it or are on it. */
  tabStop(before: string | undefined, focused: string | undefined, reachable: ReadonlySet<string> | undefined): string | undefined {
    this.reachable = reachable
    const stays = before !== undefined && this.index.get(before) !== undefined && (before === focused || this.takes(before))
    return stays ? before : (this.#ids.find((id) => this.takes(id)) ?? this.#ids[0])
  }

  takes(id: string | undefined): boolean {
    return id !== undefined && this.reachable?.has(id) !== false
  }

  /** True when the items in view are painted, but for those that must stay in the DOM. */
  get far(): boolean {
    return this.#far
  }

  /** What to paint in an area: all that has no element, lowest first; undefined where elements draw all of it. */
  paintedIn(area: Rect): readonly CanvasItem[] | undefined {
    const items = this.index.touching(area).filter(({ id }) => !this.#mounted.has(id)).sort(compareOrder)
    return items.length === 0 && !this.#far && contains(this.#seen, area) ? undefined : items
  }

  /** True when something in view has no element. */
  isMissing(view: Rect): boolean {
    return this.#far || !contains(this.#seen, view) || this.index.touching(view).some(({ id }) => !this.#mounted.has(id))
  }

  /** Where an item lies in the pile of those that overlap another; undefined when it overlaps none. */
  height(id: string): number | undefined {
    return this.#heights.get(id)
  }

  /** The topmost item at a point; ground is not asked. */
  at({ x, y }: BoardPoint, selection: ReadonlySet<string>): string | undefined {
    const hits = this.index.touching({ x, y, width: 0.01, height: 0.01 }).filter(({ layer }) => layer !== 'ground')
    return hits.sort((a, b) => Number(selection.has(b.id)) - Number(selection.has(a.id)) || compareOrder(b, a))[0]?.id
  }

  /** What keys may look at. */
  keyView(facing: Pick<KeyView, 'focused' | 'selection' | 'canEdit'>): KeyView {
    return { ...facing, nearest: (id, direction) => this.index.nearest(id, direction, (other) => this.takes(other)), neighbour: (id, by) => this.neighbour(id, by) }
  }

  /** What a tool may look at. */
  toolView(facing: Pick<ToolView, 'camera' | 'size' | 'selection' | 'canEdit'>): ToolView {
    return {
      ...facing, bounds: (id) => this.index.get(id)?.bounds, within: (rect) => this.index.within(rect),
      sizing: (id) => this.index.get(id)?.sizing, members: (id) => this.members(id),
      near: (area, but) => this.index.touching(area).filter(({ id }) => !but.has(id)).map(({ bounds }) => bounds),
    }
  }

  /** The items that lie on one of the ground. */
  members(id: string): readonly string[] {
    this.#members ??= this.#grouped()
    return this.#members.get(id) ?? []
  }

  #grouped(): ReadonlyMap<string, readonly string[]> {
    const groups = new Map<string, string[]>()
    for (const { id, group } of this.index.items()) if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), id])
    return groups
  }

  /** Who follows an item that has gone, in the reading order from before: the next one that is there, else the one before. */
  successor(id: string, before: readonly CanvasItem[]): string | undefined {
    const at = before.findIndex((item) => item.id === id)
    return [...before.slice(at + 1), ...before.slice(0, Math.max(at, 0)).reverse()].find((other) => this.index.get(other.id) !== undefined)?.id
  }

  /** True when the view has come near the edge of what is mounted, or needs much less of it. */
  isStale(view: Rect): boolean {
    const { x, y, width, height } = this.#region
    const slack = (MARGIN / 2) * view.width
    return view.x - slack < x || view.y - slack < y || view.x + view.width + slack > x + width || view.y + view.height + slack > y + height || width > 2 * (1 + 2 * MARGIN) * view.width
  }

  /**
   * Mounts for a view, a few items more with each call, so that no frame is long; true when all is mounted. Without
   * `paints` all that is seen is mounted at once. While the view is `moving`, what is painted stays so: an element
   * costs more than a frame has. While an item is `pinned` no mounted item changes its place in the DOM: that would
   * take the caret out of it.
   */
  mount(view: Rect, keep: Iterable<string>, offsets: ReadonlyMap<string, Offset>, pinned: string | undefined, { paints, moving }: { readonly paints: boolean; readonly moving: boolean }): boolean {
    const ids = new Set([...keep].filter((id) => this.index.get(id) !== undefined))
    const all = moving && paints ? this.#stay(ids) : this.#take(ids, view, paints)
    for (const [id, { dx, dy }] of offsets) {
      const bounds = this.index.get(id)?.bounds
      if (bounds !== undefined && intersects({ ...bounds, x: bounds.x + dx, y: bounds.y + dy }, this.#region)) ids.add(id)
    }
    const sorted = [...ids].sort((a, b) => this.rank(a) - this.rank(b))
    if (this.#piled && sameIds(sorted, this.#ids)) return all
    this.#ids = pinned === undefined ? sorted : this.#inPlace(sorted, ids)
    this.#mounted = ids
    this.#cover = this.#covering()
    this.#pile()
    this.#piled = true
    return all
  }

  /** What has an element keeps it. */
  #stay(ids: Set<string>): boolean {
    if (!this.#far) for (const id of this.#ids) if (this.index.get(id) !== undefined) ids.add(id)
    return true
  }

  /** What is seen comes first; how many at once depends on whether the others are painted meanwhile. */
  #take(ids: Set<string>, view: Rect, paints: boolean): boolean {
    this.#region = { x: view.x - MARGIN * view.width, y: view.y - MARGIN * view.height, width: (1 + 2 * MARGIN) * view.width, height: (1 + 2 * MARGIN) * view.height }
    this.#seen = view
    const around = this.index.touching(this.#region)
    const seen = new Set(around.filter(({ bounds }) => intersects(bounds, view)))
    this.#far = paints && seen.size > MOST_ELEMENTS
    if (this.#far) return true
    let room = AT_ONCE
    for (const item of seen) if (this.#mounted.has(item.id) || !paints || room-- > 0) ids.add(item.id)
    // Around the view what has an element may keep it; what has none is painted when it is seen, or waits for its turn.
    for (const { id } of around) if (ids.size < MOST_AROUND && !ids.has(id) && (this.#mounted.has(id) || (!paints && room-- > 0))) ids.add(id)
    return room >= 0
  }

  #covering(): Rect {
    const { x, y, width, height } = around([this.#region, ...this.#ids.flatMap((id) => this.index.get(id)?.bounds ?? [])]) ?? this.#region
    const [left, top] = [x - EDGE, y - EDGE].map((at) => Math.floor(at / STEP) * STEP) as [number, number]
    const [right, bottom] = [x + width + EDGE, y + height + EDGE].map((at) => Math.ceil(at / STEP) * STEP) as [number, number]
    const cover = { x: left, y: top, width: right - left, height: bottom - top }
    return contains(this.#cover, cover) && areaOf(this.#cover) < LARGER * areaOf(cover) ? this.#cover : cover
  }

  /** Only items that overlap another need a place in the pile: a stacking context for each is dear to draw. */
  #pile(): void {
    const overlapping = this.#ids.flatMap((id) => {
      const item = this.index.get(id)
      return item !== undefined && item.layer !== 'ground' && this.index.touching(item.bounds).some((other) => other.id !== id && other.layer !== 'ground') ? [item] : []
    })
    this.#heights = new Map(overlapping.sort(compareOrder).map(({ id }, at) => [id, at + 1]))
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
