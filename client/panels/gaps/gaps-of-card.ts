// The gaps that a card has a part in. Asked only by parts that are fetched later: it brings what is judged of the board as
// a whole.
import type { BoardState } from '../../../shared/board/records.ts'
import { gapsByCard } from '../../../shared/export/gap-sentences.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import type { Gap, Judgements } from '../../../shared/rules/judgements.ts'

/** In the order of their types. */
export function gapsOfCard(board: BoardState, judgements: Judgements, cardId: string): readonly Gap[] {
  return gapsByCard(board, wideOf(judgements).gaps()).get(cardId) ?? []
}
