// How far the board is to be moved so that an item that has the focus stands clear of the edges of the view and of the
// tools that lie over it. Pure; screen pixels.
import { intersects, type Rect, type Size } from '../../shared/geometry/geometry.ts'

export interface Shift { readonly dx: number; readonly dy: number }

/** As little as brings it `margin` inside the view; what is larger than the view shows its beginning. */
function inside(from: number, length: number, room: number, margin: number): number {
  if (from < margin) return margin - from
  return from + length > room - margin ? Math.max(room - margin - from - length, margin - from) : 0
}

/** The shortest way out from under one that covers it, if there is one that stays in the view. */
function outFrom(seen: Rect, over: Rect, view: Size, margin: number): Shift {
  const ways: readonly Shift[] = [
    { dx: over.x + over.width + margin - seen.x, dy: 0 }, { dx: over.x - margin - seen.width - seen.x, dy: 0 },
    { dx: 0, dy: over.y + over.height + margin - seen.y }, { dx: 0, dy: over.y - margin - seen.height - seen.y },
  ]
  const stays = ({ dx, dy }: Shift): boolean => seen.x + dx >= 0 && seen.y + dy >= 0 && seen.x + dx + seen.width <= view.width && seen.y + dy + seen.height <= view.height
  return ways.filter(stays).sort((a, b) => Math.abs(a.dx + a.dy) - Math.abs(b.dx + b.dy))[0] ?? { dx: 0, dy: 0 }
}

export function clearing(seen: Rect, view: Size, margin: number, covered: readonly Rect[] = []): Shift {
  let dx = inside(seen.x, seen.width, view.width, margin)
  let dy = inside(seen.y, seen.height, view.height, margin)
  for (const over of covered) {
    const now = { ...seen, x: seen.x + dx, y: seen.y + dy }
    const air = { x: over.x - margin, y: over.y - margin, width: over.width + 2 * margin, height: over.height + 2 * margin }
    if (!intersects(now, air)) continue
    const out = outFrom(now, over, view, margin)
    dx += out.dx
    dy += out.dy
  }
  return { dx, dy }
}
