// When a filter matches cards and none of them is in view, the view goes to them, once. Otherwise nothing moves.
import type { BoardState } from '../../../shared/board/records.ts'
import { around, fit, intersects, type Rect } from '../../../shared/geometry/geometry.ts'
import { sizeOf } from '../../cards/size.ts'
import type { TacitBoardStage } from '../board-stage.ts'

/** Screen pixels around what is fitted. */
const MARGIN = 72

export function fitMatches(stage: TacitBoardStage, board: BoardState, matching: ReadonlySet<string>): void {
  const size = { width: stage.clientWidth, height: stage.clientHeight }
  if (size.width === 0) return
  const { x, y, z } = stage.camera
  const seen: Rect = { x, y, width: size.width / z, height: size.height / z }
  const rects: Rect[] = []
  for (const id of matching) {
    const card = board.cards.get(id)
    if (card === undefined || card.kind === 'frame') continue
    const rect = { x: card.x, y: card.y, ...sizeOf(card) }
    if (intersects(rect, seen)) return
    rects.push(rect)
  }
  const all = around(rects)
  if (all !== undefined) stage.camera = fit(all, size, MARGIN)
}
