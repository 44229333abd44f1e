// The path of a link between two rectangles, in board pixels: from the nearer sides' middles, as an S-curve with handles
// at half the distance, ending at a dot just short of the foundation. Pure numbers.
import type { BoardPoint, Rect } from '../../shared/geometry/geometry.ts'

export type LinkSide = 'left' | 'right' | 'top' | 'bottom'
export interface LinkPath {
  readonly d: string
  /** The dot at the foundation's end. */
  readonly dot: BoardPoint
  /** The middle of the curve: the place of the cross and of a label. */
  readonly middle: BoardPoint
}

/** The dot's centre stands this far from the foundation's edge. */
export const DOT_GAP = 4
/** A beam under a load-bearing card ends here; a link from below stops short of it. */
const BEAM_DEPTH = 10
const SIDES: readonly LinkSide[] = ['right', 'left', 'bottom', 'top']
const OUT: Record<LinkSide, readonly [number, number]> = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] }

function middleOf(rect: Rect, side: LinkSide): BoardPoint {
  const [dx, dy] = OUT[side]
  return { x: rect.x + rect.width / 2 + (dx * rect.width) / 2, y: rect.y + rect.height / 2 + (dy * rect.height) / 2 }
}

function away(point: BoardPoint, side: LinkSide, by: number): BoardPoint {
  const [dx, dy] = OUT[side]
  return { x: point.x + dx * by, y: point.y + dy * by }
}

/** The pair of sides whose middles are nearest; sides that face away from each other count as farther. */
export function nearestSides(from: Rect, to: Rect): readonly [LinkSide, LinkSide] {
  let best: readonly [LinkSide, LinkSide] = ['left', 'right']
  let least = Infinity
  for (const a of SIDES) {
    for (const b of SIDES) {
      const p = middleOf(from, a)
      const q = middleOf(to, b)
      const turns = turnsAway(p, a, q) + turnsAway(q, b, p)
      const distance = Math.hypot(q.x - p.x, q.y - p.y) * (1 + turns)
      if (distance < least - 0.01) {
        least = distance
        best = [a, b]
      }
    }
  }
  return best
}

function turnsAway(at: BoardPoint, side: LinkSide, other: BoardPoint): number {
  const [dx, dy] = OUT[side]
  return (other.x - at.x) * dx + (other.y - at.y) * dy < 0 ? 1 : 0
}

function cubicMiddle(p: BoardPoint, c1: BoardPoint, c2: BoardPoint, q: BoardPoint): BoardPoint {
  return { x: (p.x + 3 * c1.x + 3 * c2.x + q.x) / 8, y: (p.y + 3 * c1.y + 3 * c2.y + q.y) / 8 }
}

function show(n: number): string {
  return String(Math.round(n * 100) / 100)
}

/** `beam`: the foundation bears load and has a beam below its lower edge. */
export function linkPath(from: Rect, to: Rect, beam = false): LinkPath {
  const [a, b] = nearestSides(from, to)
  const start = middleOf(from, a)
  const dot = away(middleOf(to, b), b, DOT_GAP + (beam && b === 'bottom' ? BEAM_DEPTH : 0))
  const along = a === 'left' || a === 'right' ? Math.abs(dot.x - start.x) : Math.abs(dot.y - start.y)
  const across = Math.hypot(dot.x - start.x, dot.y - start.y)
  const handle = Math.max(along / 2, Math.min(across / 2, 24))
  const c1 = away(start, a, handle)
  const c2 = away(dot, b, handle)
  const d = `M${show(start.x)} ${show(start.y)}C${show(c1.x)} ${show(c1.y)} ${show(c2.x)} ${show(c2.y)} ${show(dot.x)} ${show(dot.y)}`
  return { d, dot, middle: cubicMiddle(start, c1, c2, dot) }
}
