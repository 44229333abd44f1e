// Where a card goes that nobody pointed a place for: as near as possible to the wanted point, but on no other card. Pure.
import { intersects, type BoardPoint, type Rect } from '../../../shared/geometry/geometry.ts'

/** Board pixels of a new card, its head above the point, and of the air around it. */
const WIDTH = 216
const HEIGHT = 120
const HEAD = 24
const AIR = 24
/** Steps in each direction that are tried. */
const REACH = 8

const rectAt = ({ x, y }: BoardPoint): Rect => ({ x: x - WIDTH / 2, y: y - HEAD, width: WIDTH, height: HEIGHT })

/** Right and below come before left and above. */
function places({ x, y }: BoardPoint): readonly BoardPoint[] {
  const steps = Array.from({ length: 2 * REACH + 1 }, (_, at) => at - REACH)
  const tried = steps.flatMap((down) => steps.map((right) => ({ dx: right * (WIDTH + AIR), dy: down * (HEIGHT + AIR) })))
  const cost = ({ dx, dy }: { dx: number; dy: number }): number => Math.hypot(dx, dy) + (dx < 0 ? 2 : 0) + (dy < 0 ? 1 : 0)
  return tried.sort((a, b) => cost(a) - cost(b)).map(({ dx, dy }) => ({ x: x + dx, y: y + dy }))
}

/** The wanted point itself when it is free, or when there is no room anywhere near. */
export function freePlace(wanted: BoardPoint, taken: readonly Rect[]): BoardPoint {
  return places(wanted).find((at) => !taken.some((rect) => intersects(rect, rectAt(at)))) ?? wanted
}
