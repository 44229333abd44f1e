// The first goal of a board, as it was written in the field that an empty board shows.
import type { BoardPoint } from '../../../shared/geometry/geometry.ts'
import { addCardAt, setTitle } from '../../commands/cards.ts'
import type { Session } from '../../session/session.ts'
import { announce } from '../../ui/announce.ts'

/** Its id; undefined when the board takes no card. */
export function writeFirstGoal(session: Session, at: BoardPoint, title: string): string | undefined {
  const { id, said } = addCardAt(session, 'goal', at)
  if (id === undefined) return undefined
  setTitle(session, id, title)
  announce(said)
  return id
}
