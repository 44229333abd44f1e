// Words that the server refused once, tried again as new cards: their first line is the title, the rest the body.
import { newId } from '../../shared/board/ids.ts'
import { addCard, revealCard } from '../../shared/board/write-cards.ts'
import type { BoardPoint } from '../../shared/geometry/geometry.ts'
import { DEFAULT_LIMITS } from '../../shared/protocol/limits.ts'
import type { Session } from '../session/session.ts'
import { words } from './words.ts'

/** px between two of them. */
const STEP = 32

/** One note for each text, beside one another; undone in one step. Returns the ids. */
export function putIntoCards(session: Session, texts: readonly string[], at: BoardPoint): readonly string[] {
  if (!session.canEdit) return []
  const cards = texts.map((text, n) => {
    const [first = '', ...rest] = text.split('\n')
    const title = first.slice(0, DEFAULT_LIMITS.titleChars)
    const body = [first.slice(title.length), ...rest].join('\n').trim().slice(0, DEFAULT_LIMITS.bodyChars)
    return { id: newId(), kind: 'note' as const, x: Math.round(at.x) + n * STEP, y: Math.round(at.y) + n * STEP, title, ...(body === '' ? {} : { body }), hidden: true }
  })
  session.prepare((board) => { for (const card of cards) addCard(board, card) })
  session.edit(words.labels.add, (board) => { for (const { id } of cards) revealCard(board, id) })
  session.endUndoStep()
  return cards.map(({ id }) => id)
}
