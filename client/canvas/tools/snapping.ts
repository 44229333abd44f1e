// Where a dragged item comes to rest: beside its neighbours' edges and centres when it is near one, else on the grid.
// Pure; which neighbours there are is asked of the index, so that a large board costs no more than a small one.
import type { Rect } from '../../../shared/geometry/geometry.ts'
import { GRID } from '../item.ts'

/** Screen pixels from which a neighbour's line is taken. */
export const REACH = 6
/** Screen pixels around the item in which neighbours are looked for. */
export const LOOK = 320
/** More neighbours than this are not looked at. */
const MOST = 120

/** A line at which the dragged item stands level with a neighbour: at x (`axis` x) from one y to another, or turned. */
export interface Guide { readonly axis: 'x' | 'y'; readonly at: number; readonly from: number; readonly to: number }

export interface Snapped { readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] }

interface Span { readonly start: number; readonly size: number }
interface Match { readonly by: number; readonly line: number; readonly other: Rect }

const across = ({ x, width }: Rect): Span => ({ start: x, size: width })
const down = ({ y, height }: Rect): Span => ({ start: y, size: height })
const linesOf = ({ start, size }: Span): readonly number[] => [start, start + size / 2, start + size]

function nearest(moved: Span, others: readonly Rect[], spanOf: (rect: Rect) => Span, reach: number): Match | undefined {
  let best: Match | undefined
  for (const other of others) {
    for (const line of linesOf(spanOf(other))) {
      for (const own of linesOf(moved)) {
        const by = line - own
        if (Math.abs(by) <= reach && (best === undefined || Math.abs(by) < Math.abs(best.by))) best = { by, line, other }
      }
    }
  }
  return best
}

const onGrid = (from: number, by: number): number => Math.round((from + by) / GRID) * GRID - from

function guideOf(axis: 'x' | 'y', { line, other }: Match, moved: Rect): Guide {
  const [a, b] = axis === 'x' ? [down(other), down(moved)] : [across(other), across(moved)]
  return { axis, at: line, from: Math.min(a.start, b.start), to: Math.max(a.start + a.size, b.start + b.size) }
}

/** The way that `bounds` goes when the pointer has gone by `dx`, `dy`; `free`: by whole pixels only. */
export function snapped(bounds: Rect | undefined, dx: number, dy: number, free: boolean, z = 1, near: (area: Rect) => readonly Rect[] = () => []): Snapped {
  if (bounds === undefined || free) return { dx: Math.round(dx), dy: Math.round(dy), guides: [] }
  const moved = { ...bounds, x: bounds.x + dx, y: bounds.y + dy }
  const look = LOOK / z
  const others = near({ x: moved.x - look, y: moved.y - look, width: moved.width + 2 * look, height: moved.height + 2 * look }).slice(0, MOST)
  const x = nearest(across(moved), others, across, REACH / z)
  const y = nearest(down(moved), others, down, REACH / z)
  const way = { dx: x === undefined ? onGrid(bounds.x, dx) : Math.round(dx + x.by), dy: y === undefined ? onGrid(bounds.y, dy) : Math.round(dy + y.by) }
  const rest = { ...bounds, x: bounds.x + way.dx, y: bounds.y + way.dy }
  return { ...way, guides: [...(x === undefined ? [] : [guideOf('x', x, rest)]), ...(y === undefined ? [] : [guideOf('y', y, rest)])] }
}
