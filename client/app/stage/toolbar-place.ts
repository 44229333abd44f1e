// Where the toolbar of a selection stands: above it, below it when there is no room, always inside the view. Pure.
import type { Rect, ScreenPoint, Size } from '../../../shared/geometry/geometry.ts'

/** Screen pixels between the selection and its toolbar: clear of outlines, dots and the beam. */
const GAP = 16
/** Screen pixels from the edge of the view. */
const EDGE = 8

export function toolbarPlace(selection: Rect, toolbar: Size, view: Size): ScreenPoint {
  const centred = selection.x + selection.width / 2 - toolbar.width / 2
  const x = Math.max(EDGE, Math.min(centred, view.width - toolbar.width - EDGE))
  const above = selection.y - GAP - toolbar.height
  const below = selection.y + selection.height + GAP
  const y = above >= EDGE ? above : below + toolbar.height <= view.height - EDGE ? below : EDGE
  return { x: Math.round(x), y: Math.round(y) }
}
