// Where a board's items lie together: the part that "the whole board" means, and the few that lie so far off that nobody
// could read anything if they were to be seen as well. One item at the end of the world, there by accident or by
// ill will, must not blank the board for everybody. Pure; asked when a board changes, never in a frame.
import { around, type Rect } from '../../shared/geometry/geometry.ts'
import type { CanvasItem } from './item.ts'
import { itemChanges } from './item-changes.ts'

export interface Gathered {
  readonly rect: Rect | undefined
  /** Items outside of it, the nearest first. */
  readonly far: readonly string[]
}

/** Board pixels. Items with a wider gap between them are of two groups. */
const GAP = 3_000
/** A board may always be this wide: about ten times as wide as a window shows it with readable words. */
const NEAR = 8_000
/** And wider than this it is never shown: nothing of it would be seen. */
const WIDEST = 100_000
/** How many groups lie within groups. */
const DEEPEST = 8

type Axis = 'x' | 'y'
const endOf = ({ bounds }: CanvasItem, axis: Axis): number => bounds[axis] + (axis === 'x' ? bounds.width : bounds.height)
const middleOf = (item: CanvasItem, axis: Axis): number => (item.bounds[axis] + endOf(item, axis)) / 2
const rectOf = (items: readonly CanvasItem[]): Rect => around(items.map(({ bounds }) => bounds)) ?? { x: 0, y: 0, width: 0, height: 0 }
const extentOf = ({ width, height }: Rect): number => Math.max(width, height)
const distanceTo = ({ x, y, width, height }: Rect, to: Rect): number => Math.hypot(x + width / 2 - to.x - to.width / 2, y + height / 2 - to.y - to.height / 2)

/** Cuts at every gap along one axis. */
function cut(items: readonly CanvasItem[], axis: Axis): CanvasItem[][] {
  const parts: CanvasItem[][] = []
  let end = -Infinity
  for (const item of [...items].sort((a, b) => a.bounds[axis] - b.bounds[axis])) {
    if (item.bounds[axis] - end > GAP) parts.push([])
    parts.at(-1)?.push(item)
    end = Math.max(end, endOf(item, axis))
  }
  return parts
}

/** Groups with gaps all around them, cut along one axis and the other by turns. */
function groupsOf(items: readonly CanvasItem[], axis: Axis = 'x', whole = false, deep = 0): (readonly CanvasItem[])[] {
  const parts = cut(items, axis)
  const other = axis === 'x' ? 'y' : 'x'
  if (parts.length <= 1) return whole || parts.length === 0 ? parts : groupsOf(items, other, true, deep)
  return deep === DEEPEST ? parts : parts.flatMap((part) => groupsOf(part, other, false, deep + 1))
}

/** Items in the middle of a group and not many times as far out as most of it: a trail of a few does not stretch it. */
function within(group: readonly CanvasItem[]): readonly CanvasItem[] {
  return (['x', 'y'] as const).reduce((rest, axis) => {
    const places = group.map((item) => middleOf(item, axis)).sort((a, b) => a - b)
    const [low = 0, high = 0] = [places[Math.floor((places.length - 1) / 4)], places[Math.ceil(((places.length - 1) * 3) / 4)]]
    const reach = 3 * (high - low) + NEAR
    return rest.filter((item) => { const at = middleOf(item, axis); return at >= low - reach && at <= high + reach })
  }, group)
}

export function gather(items: readonly CanvasItem[]): Gathered {
  const origin = { x: 0, y: 0, width: 0, height: 0 }
  const groups = groupsOf(items).map((group) => ({ size: group.length, rect: rectOf(within(group)) }))
    .sort((a, b) => b.size - a.size || distanceTo(a.rect, origin) - distanceTo(b.rect, origin))
  const [most] = groups
  if (most === undefined) return { rect: undefined, far: [] }
  let { rect } = most
  for (const group of groups.slice(1)) {
    const both = around([rect, group.rect]) ?? rect
    const large = group.size >= Math.max(3, items.length / 5) && extentOf(both) <= WIDEST
    if (large || extentOf(both) <= Math.max(NEAR, Math.min(WIDEST, 3 * extentOf(rect)))) rect = both
  }
  const out = items.filter(({ bounds }) => !holds(rect, bounds))
  return { rect, far: out.sort((a, b) => distanceTo(a.bounds, rect) - distanceTo(b.bounds, rect)).map(({ id }) => id) }
}

function holds(outer: Rect, { x, y, width, height }: Rect): boolean {
  return x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height
}

/** Within as before, and no edge of `outer` hung on what has moved away from it. */
function stays(outer: Rect, was: Rect, now: Rect): boolean {
  const [right, bottom] = [outer.x + outer.width, outer.y + outer.height]
  return holds(outer, was) && holds(outer, now) && (was.x > outer.x || now.x === was.x) && (was.y > outer.y || now.y === was.y)
    && (was.x + was.width < right || now.x + now.width === right) && (was.y + was.height < bottom || now.y + now.height === bottom)
}

/** `gather` from one list of items to the next: what moves in the midst of the others changes nothing. */
export class Gathering {
  #items: readonly CanvasItem[] = []
  #gathered: Gathered = { rect: undefined, far: [] }

  of(items: readonly CanvasItem[]): Gathered {
    const before = this.#items
    this.#items = items
    if (items !== before && !this.#same(before, items)) this.#gathered = gather(items)
    return this.#gathered
  }

  #same(before: readonly CanvasItem[], items: readonly CanvasItem[]): boolean {
    const { rect } = this.#gathered
    return rect !== undefined && itemChanges(before, items)?.every(({ was, item }) => stays(rect, was?.bounds ?? item.bounds, item.bounds)) === true
  }
}
