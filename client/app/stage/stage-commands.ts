// What people do on the stage, as commands with what is said about them. Knows the session and how to say; where things
// are on the screen is the stage's.
import type { Card, CardKind } from '../../../shared/board/records.ts'
import type { BoardPoint, Rect } from '../../../shared/geometry/geometry.ts'
import { sizeOf } from '../../cards/size.ts'
import { linksFrom, linksTo } from '../../cards/view.ts'
import { addCardAt, deleteCards, moveCards } from '../../commands/cards.ts'
import { redoSentence, undo, undoSentence } from '../../commands/history.ts'
import type { HistoryStep, Session } from '../../session/session.ts'
import { announce } from '../../ui/announce.ts'
import { showToast, type ToastAction } from '../../ui/toasts.ts'
import { freePlace } from './free-place.ts'
import { words } from './words.ts'

export function moveOnStage(session: Session, { ids, dx, dy }: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number }, endOfDrag: boolean): void {
  const said = moveCards(session, ids, dx, dy)
  // The end of a drag is a step of its own; steps of the keyboard in one breath are one.
  if (endOfDrag) session.endUndoStep()
  announce(said)
}

/** The way back that a notice offers. */
export function undoAction(session: Session): ToastAction {
  return { label: words.undoAction, run: () => announce(undo(session)) }
}

export function deleteOnStage(session: Session, ids: readonly string[]): void {
  if (!session.canEdit || ids.length === 0) return
  showToast(deleteCards(session, ids), undoAction(session))
}

export function historyOnStage(session: Session, way: 'undo' | 'redo'): void {
  if (session.canEdit) tellHistory(way, way === 'undo' ? session.undo() : session.redo())
}

/** What was undone is seen; that nothing was, because others have changed it since, has to be shown. */
export function tellHistory(way: 'undo' | 'redo', step: HistoryStep): void {
  const sentence = way === 'undo' ? undoSentence(step) : redoSentence(step)
  if (step.kind === 'moved-on') showToast(sentence)
  else announce(sentence)
}

export interface CardPlace {
  readonly at: BoardPoint
  /** The card that will rest on the new one. */
  readonly from?: string
  /** Nobody pointed at the place: the card goes where it covers none. */
  readonly near?: boolean
}

/** Makes a card. Returns its id. */
export function addOnStage(session: Session, kind: CardKind, { at, from, near }: CardPlace): string | undefined {
  const place = near === true ? freePlace(at, rectsOf(session)) : at
  const { id, said } = addCardAt(session, kind, place, from)
  announce(said)
  return id
}

function rectsOf(session: Session): Rect[] {
  return [...session.board.value.cards.values()].filter(({ deleted, kind }) => !deleted && kind !== 'frame').map((card) => ({ x: card.x, y: card.y, ...sizeOf(card) }))
}

/** The card that one rests on (`down`), or that rests on it; says so when there is none. */
export function followOnStage(session: Session, card: Card, way: 'down' | 'up'): string | undefined {
  const board = session.board.value
  const ends = way === 'down' ? linksFrom({ board }, card.id).map(({ to }) => to) : linksTo({ board }, card.id).map(({ from }) => from)
  const next = ends.find((id) => board.cards.get(id)?.deleted === false)
  if (next === undefined) announce(words.nothingThere[way])
  return next
}

/** The colour of whoever edits a card, or else has it selected. */
export function peerColors(session: Session): ReadonlyMap<string, string> {
  const colors = new Map<string, string>()
  for (const { selected, color } of session.peers.value) for (const id of selected ?? []) colors.set(id, color)
  for (const { editing, color } of session.peers.value) if (editing !== undefined) colors.set(editing, color)
  return colors
}
