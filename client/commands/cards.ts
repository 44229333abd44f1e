// What people do with cards and links: verbs in the domain's words. Each is one undo step and answers with the sentence
// to say. Knows the session and the writers; no element, no key, no pointer.
import { drawnLinkId, newId } from '../../shared/board/ids.ts'
import { orderAbove } from '../../shared/board/order.ts'
import type { CardKind, Json, LinkType } from '../../shared/board/records.ts'
import { addLink, removeLink as dropLink, renameBoard as writeTitle } from '../../shared/board/write-board.ts'
import { addCard, deleteCard, moveCard, replaceTitle, restoreCard, revealCard, setCardField } from '../../shared/board/write-cards.ts'
import type { BoardPoint } from '../../shared/geometry/geometry.ts'
import { DEFAULT_WIDTH } from '../cards/size.ts'
import { words as cardWords } from '../cards/words.ts'
import type { Session } from '../session/session.ts'
import { words } from './words.ts'

/** Cards in one transaction: more are cut into several that share one undo step. */
const MOST_AT_ONCE = 100
const GRID = 8
/** Board pixels from the top of a new card to the point where it was asked for. */
const GRIP = 24

function inParts(ids: readonly string[], each: (part: readonly string[]) => void): void {
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE) each(ids.slice(at, at + MOST_AT_ONCE))
}

const onGrid = (at: number): number => Math.round(at / GRID) * GRID

/** The cards of these that are there and not deleted. */
function standing(session: Session, ids: Iterable<string>): string[] {
  return [...new Set(ids)].filter((id) => session.board.value.cards.get(id)?.deleted === false)
}

/** Makes a card whose head lies under `at`. Undo hides it, whatever others have written in it. */
export function addCardAt(session: Session, kind: CardKind, at: BoardPoint): { readonly id: string | undefined; readonly said: string } {
  if (!session.canEdit) return { id: undefined, said: words.readOnly }
  const id = newId()
  const team = session.me.value?.team
  session.prepare((board) => addCard(board, {
    id, kind, x: onGrid(at.x - DEFAULT_WIDTH / 2), y: onGrid(at.y - GRIP), hidden: true,
    order: orderAbove(session.board.value.cards.values()),
    ...(team === undefined || team === '' ? {} : { fields: { team } }),
  }))
  session.edit(words.labels.add, (board) => revealCard(board, id))
  session.endUndoStep()
  return { id, said: words.added(cardWords.kind(kind)) }
}

export function deleteCards(session: Session, cardIds: Iterable<string>): string {
  const ids = standing(session, cardIds)
  inParts(ids, (part) => session.edit(words.labels.delete, (board) => part.forEach((id) => deleteCard(board, id))))
  session.endUndoStep()
  return words.deleted(ids.length)
}

export function restoreCards(session: Session, cardIds: readonly string[]): string {
  const ids = cardIds.filter((id) => session.board.value.cards.get(id)?.deleted === true)
  inParts(ids, (part) => session.edit(words.labels.restore, (board) => part.forEach((id) => restoreCard(board, id))))
  session.endUndoStep()
  return words.restored(ids.length)
}

/** Moves cards by board pixels: at the end of a drag, or a step of the keyboard. */
export function moveCards(session: Session, cardIds: Iterable<string>, dx: number, dy: number): string {
  const ids = standing(session, cardIds)
  const { cards } = session.board.value
  inParts(ids, (part) => session.edit(words.labels.move, (board) => {
    for (const id of part) {
      const card = cards.get(id)
      if (card !== undefined) moveCard(board, id, card.x + dx, card.y + dy)
    }
  }))
  return words.moved(ids.length)
}

/** What a link that somebody draws without saying more means: context is about something, all else rests on it. */
function drawnType(session: Session, from: string): LinkType {
  return session.board.value.cards.get(from)?.kind === 'context' ? 'about' : 'rests_on'
}

export function linkCards(session: Session, from: string, to: string, type: LinkType = drawnType(session, from)): string {
  const { cards, links } = session.board.value
  if (links.has(drawnLinkId(from, type, to))) return words.linkedAlready
  if (standing(session, [from, to]).length < 2) return words.linkedAlready
  session.edit(words.labels.link, (board) => addLink(board, from, type, to))
  session.endUndoStep()
  const named = (id: string): string => cards.get(id)?.title || words.untitled
  return words.linked(named(from), cardWords.link(type), named(to))
}

export function removeLink(session: Session, linkId: string): string {
  session.edit(words.labels.unlink, (board) => dropLink(board, linkId))
  session.endUndoStep()
  return words.unlinked
}

/** Sets a plain field of a card, or with undefined removes it. */
export function setField(session: Session, cardId: string, field: string, value: Json | undefined): string {
  if (session.board.value.cards.get(cardId) === undefined) return words.changed(nameOfField(field))
  session.edit(words.labels.field(nameOfField(field)), (board) => setCardField(board, cardId, field, value))
  session.endUndoStep()
  if (field === 'retired') return value === true ? words.retired : words.unretired
  return words.changed(nameOfField(field))
}

function nameOfField(field: string): string {
  return words.fields[field] ?? field
}

/** Replaces the words of a title where no text editor is open. */
export function setTitle(session: Session, cardId: string, title: string): string {
  session.edit(words.labels.rename, (board) => replaceTitle(board, cardId, title))
  session.endUndoStep()
  return words.renamed
}

export function renameBoard(session: Session, title: string): string {
  session.edit(words.labels.board, (board) => writeTitle(board, title))
  return words.boardRenamed
}
