// Whether this person has changed, just now, what others rely on of a card: from the first change until they have said
// something about it, or nothing. Asked once for each time of editing, which ends with two quiet minutes. Knows the
// contract, no element; where it came from is told by who edits here.
import { contractOf } from '../../../shared/rules/contract.ts'
import type { Session } from '../../session/session.ts'
import { QUIET_MS } from './quiet-alerts.ts'

interface Editing { readonly before: string; at: number; asked: boolean }

const bySession = new WeakMap<Session, Map<string, Editing>>()

/** This person begins to change a card, or has changed it: `now` in ms. */
export function editsNow(session: Session, cardId: string, now: number = Date.now()): void {
  const card = session.board.value.cards.get(cardId)
  if (card === undefined) return
  const editings = bySession.get(session) ?? new Map<string, Editing>()
  bySession.set(session, editings)
  const known = editings.get(cardId)
  const contract = contractOf(card)
  if (known === undefined || (now - known.at > QUIET_MS && (known.asked || known.before === contract))) editings.set(cardId, { before: contract, at: now, asked: false })
  else known.at = now
}

/** True while the card says something else than before, and nothing was said about it. */
export function asksForNote(session: Session, cardId: string): boolean {
  const editing = bySession.get(session)?.get(cardId)
  const card = session.board.value.cards.get(cardId)
  return editing !== undefined && card !== undefined && !editing.asked && contractOf(card) !== editing.before
}

/** Something was said about the change, or nothing: it is not asked again while this editing lasts. */
export function noteDone(session: Session, cardId: string): void {
  const editing = bySession.get(session)?.get(cardId)
  if (editing !== undefined) editing.asked = true
}
