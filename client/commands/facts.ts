// Changing what is written on a link: what is asked for and by when. One undo step each; a link that was removed comes
// back whole. Knows the session and the writers; no element.
import type { Link } from '../../shared/board/records.ts'
import { putLink } from '../../shared/board/write-board.ts'
import type { Session } from '../session/session.ts'
import { factWords, words } from './words.ts'

/** `ask`, `needBy` (`YYYY-MM-DD`), `outcome` and `what` (its type) of a dependency; undefined takes one away. */
export type LinkChange = Readonly<Partial<Record<'ask' | 'needBy' | 'outcome' | 'what', string | undefined>>>

export function changeLink(session: Session, linkId: string, change: LinkChange): string {
  const link = session.board.value.links.get(linkId)
  if (link === undefined) return factWords.linkGone
  const changed = { ...link, ...change }
  session.edit(words.labels.link, (board) => putLink(board, changed as Link))
  session.endUndoStep()
  return factWords.linkChanged
}

export function bringBackLink(session: Session, link: Link): string {
  session.edit(words.labels.link, (board) => putLink(board, link))
  session.endUndoStep()
  return factWords.linkBack
}
