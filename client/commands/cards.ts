// What people do with cards and links: verbs in the domain's words. Each is one undo step and answers with the sentence
// to say. Knows the session and the writers; no element, no key, no pointer.
import { drawnLinkId, newId } from '../../shared/board/ids.ts'
import { orderAbove } from '../../shared/board/order.ts'
import type { BoardState, Card, CardKind, Json, LinkType } from '../../shared/board/records.ts'
import { addLink, putLink, removeLink as dropLink, renameBoard as writeTitle } from '../../shared/board/write-board.ts'
import { addCard, deleteCard, moveCard, replaceTitle, restoreCard, revealCard, setCardField } from '../../shared/board/write-cards.ts'
import type { BoardPoint } from '../../shared/geometry/geometry.ts'
import { DEFAULT_WIDTH } from '../cards/size.ts'
import { words as cardWords } from '../cards/words.ts'
import { isolated } from '../language/isolated.ts'
import type { Session } from '../session/session.ts'
import { centreOf, frameAt, frameOf, framesOf, membersOf, rectOf } from './frame-facts.ts'
import { inParts } from './parts.ts'
import { canvasWords, words } from './words.ts'

const GRID = 8
/** Board pixels from the top of a new card to the point where it was asked for. */
const GRIP = 24

const onGrid = (at: number): number => Math.round(at / GRID) * GRID

/** The cards of these that are there and not deleted. */
function standing(session: Session, ids: Iterable<string>): string[] {
  return [...new Set(ids)].filter((id) => session.board.value.cards.get(id)?.deleted === false)
}

/**
 * Makes a card whose head lies under `at`; on a frame it belongs to that, and `from` will rest on it. Undo hides it,
 * whatever others have written in it.
 */
export function addCardAt(session: Session, kind: CardKind, at: BoardPoint, from?: string): { readonly id: string | undefined; readonly said: string } {
  if (!session.canEdit) return { id: undefined, said: words.readOnly }
  const id = newId()
  const team = session.me.value?.team
  const frame = frameAt(framesOf(session.board.value), at)?.id
  session.prepare((board) => addCard(board, {
    id, kind, x: onGrid(at.x - DEFAULT_WIDTH / 2), y: onGrid(at.y - GRIP), hidden: true,
    order: orderAbove(session.board.value.cards.values()), ...(frame === undefined ? {} : { frame }),
    ...(team === undefined || team === '' ? {} : { fields: { team } }),
  }))
  session.edit(words.labels.add, (board) => {
    revealCard(board, id)
    if (from !== undefined) addLink(board, from, drawnType(session, from), id)
  })
  session.endUndoStep()
  return { id, said: words.added(cardWords.kind(kind)) }
}

/** Deleting a frame keeps the cards that lie on it. */
export function deleteCards(session: Session, cardIds: Iterable<string>): string {
  const ids = standing(session, cardIds)
  const frame = ids.length === 1 ? session.board.value.cards.get(ids[0] ?? '') : undefined
  const kept = frame?.kind === 'frame' ? membersOf(session.board.value, new Set(ids)).length : undefined
  inParts(ids, (part) => session.edit(words.labels.delete, (board) => part.forEach((id) => deleteCard(board, id))))
  session.endUndoStep()
  return kept === undefined ? words.deleted(ids.length) : canvasWords.frameDeleted(kept)
}

export function restoreCards(session: Session, cardIds: readonly string[]): string {
  const ids = cardIds.filter((id) => session.board.value.cards.get(id)?.deleted === true)
  inParts(ids, (part) => session.edit(words.labels.restore, (board) => part.forEach((id) => restoreCard(board, id))))
  session.endUndoStep()
  return words.restored(ids.length)
}

/**
 * Moves cards by board pixels: at the end of a drag, or a step of the keyboard. What lies on a moved frame goes with it;
 * a card belongs to the frame that its centre comes to lie in, or to none.
 */
export function moveCards(session: Session, cardIds: Iterable<string>, dx: number, dy: number): string {
  const board = session.board.value
  const given = standing(session, cardIds)
  const frames = new Set(given.filter((id) => board.cards.get(id)?.kind === 'frame'))
  const ids = [...new Set([...given, ...membersOf(board, frames).map(({ id }) => id)])]
  const there = framesOf(board, frames)
  const moves = ids.flatMap((id) => board.cards.get(id) ?? []).map((card) => moveOf(board, card, frames, there, dx, dy))
  inParts(moves, (part) => session.edit(words.labels.move, (doc) => {
    for (const { card, x, y, frame } of part) {
      moveCard(doc, card.id, x, y)
      if (frame !== card.frame) setCardField(doc, card.id, 'frame', frame)
    }
  }))
  return movedSentence(board, moves)
}

interface Move { readonly card: Card; readonly x: number; readonly y: number; readonly frame: string | undefined }

function moveOf(board: BoardState, card: Card, moved: ReadonlySet<string>, frames: readonly Card[], dx: number, dy: number): Move {
  const to = { card, x: card.x + dx, y: card.y + dy }
  if (card.kind === 'frame' || (card.frame !== undefined && moved.has(card.frame))) return { ...to, frame: card.frame }
  const frame = frameAt(frames, centreOf({ ...rectOf(card), x: to.x, y: to.y }))?.id
  // A frame that has gone is left named: whoever brings it back has its cards again.
  return { ...to, frame: frame ?? (frameOf(board, card) === undefined ? card.frame : undefined) }
}

function movedSentence(board: BoardState, moves: readonly Move[]): string {
  const changed = moves.filter(({ card, frame }) => frame !== card.frame)
  const [first] = changed
  if (first === undefined || changed.some(({ frame }) => frame !== first.frame)) return words.moved(moves.length)
  return first.frame === undefined ? canvasWords.movedOff(moves.length) : canvasWords.movedTo(moves.length, isolated(board.cards.get(first.frame)?.title ?? ''))
}

/** What a link that somebody draws without saying more means: context is about something, all else rests on it. */
function drawnType(session: Session, from: string): LinkType {
  return session.board.value.cards.get(from)?.kind === 'context' ? 'about' : 'rests_on'
}

/** Draws a link. `id` is the link that stands now, an older one too; undefined when there can be none. */
export function drawLink(session: Session, from: string, to: string, type: LinkType = drawnType(session, from)): { readonly id: string | undefined; readonly said: string } {
  const { cards, links } = session.board.value
  const id = drawnLinkId(from, type, to)
  if (!session.canEdit) return { id: undefined, said: words.readOnly }
  if (from === to) return { id: undefined, said: canvasWords.linkToItself }
  if (links.has(id)) return { id, said: words.linkedAlready }
  if (standing(session, [from, to]).length < 2) return { id: undefined, said: canvasWords.linkRefused }
  session.edit(words.labels.link, (board) => addLink(board, from, type, to))
  session.endUndoStep()
  const named = (card: string): string => isolated(cards.get(card)?.title ?? '') || words.untitled
  return { id, said: words.linked(named(from), cardWords.link(type), named(to)) }
}

export function linkCards(session: Session, from: string, to: string, type?: LinkType): string {
  return drawLink(session, from, to, type).said
}

/** What a link means is part of its id: another meaning is another link in the place of this one, with what was said on it. */
export function setLinkType(session: Session, linkId: string, type: LinkType): { readonly id: string; readonly said: string } {
  const { cards, links } = session.board.value
  const link = links.get(linkId)
  if (link === undefined || !session.canEdit) return { id: linkId, said: words.readOnly }
  const id = drawnLinkId(link.from, type, link.to)
  if (links.has(id)) return { id: linkId, said: words.linkedAlready }
  session.edit(canvasWords.labels.linkType, (board) => {
    dropLink(board, linkId)
    putLink(board, { ...link, id, type })
  })
  session.endUndoStep()
  const named = (card: string): string => isolated(cards.get(card)?.title ?? '') || words.untitled
  return { id, said: words.linked(named(link.from), cardWords.link(type), named(link.to)) }
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
