// When a filter matches cards and none of them is in view, the view goes to them, once. Otherwise nothing moves.
import type { BoardState } from '../../../shared/board/records.ts'
import type { TacitBoardStage } from '../board-stage.ts'

export function fitMatches({ canvas }: TacitBoardStage, board: BoardState, matching: ReadonlySet<string>): void {
  if (canvas.size.width === 0) return
  const matches = (id: string): boolean => matching.has(id) && board.cards.get(id)?.kind !== 'frame'
  if (!canvas.visibleIds().some(matches)) canvas.fitItems([...matching].filter(matches))
}
