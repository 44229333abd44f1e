// Where a floating box goes: below or above its anchor (or beside a point), always inside the view. Pure numbers in
// screen pixels.
import type { Rect, ScreenPoint, Size } from '../../shared/geometry/geometry.ts'

export type Side = 'below' | 'above'
export type Align = 'start' | 'center' | 'end'
export interface Placement { readonly x: number; readonly y: number; readonly side: Side; readonly maxHeight: number }

const GAP = 6
const MARGIN = 8

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)))
}

function alignedX(anchor: Rect, width: number, align: Align): number {
  if (align === 'start') return anchor.x
  if (align === 'end') return anchor.x + anchor.width - width
  return anchor.x + anchor.width / 2 - width / 2
}

/** Keeps the wanted side when the box fits there or when the other side has no more room. */
export function place(anchor: Rect, box: Size, view: Size, side: Side = 'below', align: Align = 'start'): Placement {
  const above = anchor.y - GAP - MARGIN
  const below = view.height - (anchor.y + anchor.height) - GAP - MARGIN
  const wanted = side === 'below' ? below : above
  const other = side === 'below' ? above : below
  const chosen: Side = box.height <= wanted || wanted >= other ? side : side === 'below' ? 'above' : 'below'
  const room = Math.max(chosen === 'below' ? below : above, 80)
  const height = Math.min(box.height, room)
  const y = chosen === 'below' ? anchor.y + anchor.height + GAP : anchor.y - GAP - height
  return { x: clamp(alignedX(anchor, box.width, align), MARGIN, view.width - box.width - MARGIN), y: clamp(y, MARGIN, view.height - height - MARGIN), side: chosen, maxHeight: room }
}

/** A box opened at a pointer: its corner at the point, flipped where it would leave the view; below `top` when it fits there. */
export function placeAt(point: ScreenPoint, box: Size, view: Size, top = 0): Placement {
  const low = box.height <= view.height - top - 2 * MARGIN ? top + MARGIN : MARGIN
  const x = point.x + box.width > view.width - MARGIN ? point.x - box.width : point.x
  const y = point.y + box.height > view.height - MARGIN ? point.y - box.height : point.y
  return { x: clamp(x, MARGIN, view.width - box.width - MARGIN), y: clamp(y, low, view.height - box.height - MARGIN), side: 'below', maxHeight: view.height - 2 * MARGIN }
}
