// The north star of a board: there is one, so taking another lets the first go, in one step to undo. Knows the session
// and the writers; no element, no judgement.
import { setCardField } from '../../../shared/board/write-cards.ts'
import { shownTitle } from '../../cards/size.ts'
import type { Session } from '../../session/session.ts'
import { planWords as words } from './words.ts'

/** Also of deleted cards: one that is brought back does not come as a second north star. */
export function setNorthStar(session: Session, cardId: string, on: boolean): string {
  const { cards } = session.board.value
  const card = cards.get(cardId)
  if (!session.canEdit || card === undefined) return words.readOnly
  const others = on ? [...cards.values()].filter(({ id, fields }) => id !== cardId && fields['northStar'] === true) : []
  session.edit(words.labels.northStar, (board) => {
    for (const { id } of others) setCardField(board, id, 'northStar', undefined)
    setCardField(board, cardId, 'northStar', on ? true : undefined)
  })
  session.endUndoStep()
  return on ? words.northStar(shownTitle(card)) : words.noNorthStar
}
