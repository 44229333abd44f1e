// The path of a link between two rectangles, in board pixels: from the nearer sides' middles, as an S-curve with handles
// at half the distance, ending at a dot just short of the foundation. Pure numbers.
import type { BoardPoint, Rect } from '../../shared/geometry/geometry.ts'

export type LinkSide = 'left' | 'right' | 'top' | 'bottom'
export interface LinkPath {
  readonly d: string
  /** Board pixels of the link before the path begins: its dashes go on from there. */
  readonly before: number
  /** The dot at the foundation's end. */
  readonly dot: BoardPoint
  /** The middle of the curve: the place of the cross and of a label. */
  readonly middle: BoardPoint
}

/** The dot's centre stands this far from the foundation's edge. */
export const DOT_GAP = 4
/** A beam under a load-bearing card ends here; a link from below stops short of it. */
const BEAM_DEPTH = 10
/** Board pixels around a curve that belong to it. */
const RIM = 16
/** Straight pieces that a curve is looked at as. */
const PIECES = 12
/** Board pixels: longer curves are drawn in part. */
const LONG = 2_000
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

function show(n: number): string {
  return String(Math.round(n * 100) / 100)
}

/** A cubic curve from the edge of one card to the dot at the other. */
export interface LinkCurve { readonly start: BoardPoint; readonly c1: BoardPoint; readonly c2: BoardPoint; readonly dot: BoardPoint }

/** `beam`: the foundation bears load and has a beam below its lower edge. */
export function linkCurve(from: Rect, to: Rect, beam = false): LinkCurve {
  const [a, b] = nearestSides(from, to)
  const start = middleOf(from, a)
  const dot = away(middleOf(to, b), b, DOT_GAP + (beam && b === 'bottom' ? BEAM_DEPTH : 0))
  const along = a === 'left' || a === 'right' ? Math.abs(dot.x - start.x) : Math.abs(dot.y - start.y)
  const across = Math.hypot(dot.x - start.x, dot.y - start.y)
  const handle = Math.max(along / 2, Math.min(across / 2, 24))
  return { start, c1: away(start, a, handle), c2: away(dot, b, handle), dot }
}

/** What a link may touch: its curve lies inside of its handles; dot, beam and thickness are in the rim. */
export function linkBounds(from: Rect, to: Rect): Rect {
  const { start, c1, c2, dot } = linkCurve(from, to)
  const xs = [start.x, c1.x, c2.x, dot.x]
  const ys = [start.y, c1.y, c2.y, dot.y]
  const [x, y] = [Math.min(...xs) - RIM, Math.min(...ys) - RIM]
  return { x, y, width: Math.max(...xs) + RIM - x, height: Math.max(...ys) + RIM - y }
}

/** True when the curve of a link comes into an area: its pieces are looked at, not the box around it. */
export function linkTouches({ start, c1, c2, dot }: LinkCurve, area: Rect): boolean {
  let before = start
  for (let piece = 1; piece <= PIECES; piece++) {
    const at = pointAt(start, c1, c2, dot, piece / PIECES)
    if (passes(before, at, area)) return true
    before = at
  }
  return false
}

function pointAt(p: BoardPoint, c1: BoardPoint, c2: BoardPoint, q: BoardPoint, t: number): BoardPoint {
  const s = 1 - t
  const mix = (a: number, b: number, c: number, d: number): number => s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
  return { x: mix(p.x, c1.x, c2.x, q.x), y: mix(p.y, c1.y, c2.y, q.y) }
}

/** A part of a curve, and how long the curve is up to there, in board pixels. */
export interface CurvePart { readonly curve: LinkCurve; readonly before: number }

/**
 * What comes into an area of a curve: of a long one no more is drawn, because a browser reckons the dashes of a line from
 * its beginning to its end for every tile that it touches. Undefined when nothing does.
 */
export function partIn(curve: LinkCurve, area: Rect): CurvePart | undefined {
  const { start, c1, c2, dot } = curve
  const points = Array.from({ length: 2 * PIECES + 1 }, (_, at) => pointAt(start, c1, c2, dot, at / (2 * PIECES)))
  const lengths = points.slice(1).map((point, at) => Math.hypot(point.x - (points[at]?.x ?? 0), point.y - (points[at]?.y ?? 0)))
  if (lengths.reduce((sum, length) => sum + length, 0) < LONG) return { curve, before: 0 }
  const inside = lengths.flatMap((_, at) => (passes(points[at] ?? start, points[at + 1] ?? dot, area) ? [at] : []))
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return { curve: between(curve, first / (2 * PIECES), (last + 1) / (2 * PIECES)), before: lengths.slice(0, first).reduce((sum, length) => sum + length, 0) }
}

function passes(p: BoardPoint, q: BoardPoint, { x, y, width, height }: Rect): boolean {
  return Math.max(p.x, q.x) >= x - RIM && Math.min(p.x, q.x) <= x + width + RIM && Math.max(p.y, q.y) >= y - RIM && Math.min(p.y, q.y) <= y + height + RIM
}

function mix(a: BoardPoint, b: BoardPoint, t: number): BoardPoint {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
}

/** The same line from `t` on. */
function after({ start, c1, c2, dot }: LinkCurve, t: number): LinkCurve {
  const [a, b, c] = [mix(start, c1, t), mix(c1, c2, t), mix(c2, dot, t)]
  const [d, e] = [mix(a, b, t), mix(b, c, t)]
  return { start: mix(d, e, t), c1: e, c2: c, dot }
}

function between(curve: LinkCurve, from: number, to: number): LinkCurve {
  const turned = ({ start, c1, c2, dot }: LinkCurve): LinkCurve => ({ start: dot, c1: c2, c2: c1, dot: start })
  const rest = after(curve, from)
  return turned(after(turned(rest), from === 1 ? 0 : (1 - to) / (1 - from)))
}

/** `within`: where it is drawn. */
export function linkPath(from: Rect, to: Rect, beam = false, within?: Rect): LinkPath {
  const whole = linkCurve(from, to, beam)
  const { curve: { start, c1, c2, dot }, before } = (within === undefined ? undefined : partIn(whole, within)) ?? { curve: whole, before: 0 }
  const d = `M${show(start.x)} ${show(start.y)}C${show(c1.x)} ${show(c1.y)} ${show(c2.x)} ${show(c2.y)} ${show(dot.x)} ${show(dot.y)}`
  return { d, before, dot: whole.dot, middle: pointAt(whole.start, whole.c1, whole.c2, whole.dot, 0.5) }
}
