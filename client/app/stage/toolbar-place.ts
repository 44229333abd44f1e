// Where the toolbar of a selection stands: above it, below it when there is no room, always inside the view and beside
// what covers it. Pure.
import { intersects, type Rect, type ScreenPoint, type Size } from '../../../shared/geometry/geometry.ts'

/** Screen pixels between the selection and its toolbar: clear of outlines, dots and the beam. */
const GAP = 16
/** Screen pixels from the edge of the view, and from other tools. */
const EDGE = 8

export function toolbarPlace(selection: Rect, toolbar: Size, view: Size, covered: readonly Rect[] = []): ScreenPoint {
  const centred = selection.x + selection.width / 2 - toolbar.width / 2
  const x = Math.max(EDGE, Math.min(centred, view.width - toolbar.width - EDGE))
  const above = selection.y - GAP - toolbar.height
  const below = selection.y + selection.height + GAP
  const rows = [above, below, EDGE].filter((y) => y >= EDGE && y + toolbar.height <= view.height - EDGE)
  const tries = rows.map((y) => beside({ x, y, ...toolbar }, covered))
  const place = tries.find((rect) => isFree(rect, view, covered)) ?? { x, y: rows[0] ?? EDGE }
  return { x: Math.round(place.x), y: Math.round(place.y) }
}

/** As far to the right as what stands at the left wants. */
function beside(rect: Rect, covered: readonly Rect[]): Rect {
  const inTheWay = covered.filter((other) => intersects(rect, other))
  return { ...rect, x: Math.max(rect.x, ...inTheWay.map((other) => other.x + other.width + EDGE)) }
}

function isFree(rect: Rect, view: Size, covered: readonly Rect[]): boolean {
  return rect.x + rect.width <= view.width - EDGE && !covered.some((other) => intersects(rect, other))
}
