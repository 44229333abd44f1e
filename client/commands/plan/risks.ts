// What people do about a risk: rate it, answer it with work, accept it for a time, say that it has happened. Each is one
// step to undo and answers with the sentence to say. Knows the session and the writers; no element, no judgement.
import type { Card, CardFields, Json } from '../../../shared/board/records.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { setCardField } from '../../../shared/board/write-cards.ts'
import { shownTitle } from '../../cards/size.ts'
import type { Session } from '../../session/session.ts'
import { addBeside, isLinked } from './beside.ts'
import { planWords as words } from './words.ts'

export type Rating = Readonly<Partial<Record<'likelihood' | 'impact', number | undefined>>>

/** A milder risk, a way back if it comes, or work on what it hangs on. */
export const RISK_ANSWERS = ['mitigate', 'hedge', 'shape'] as const
export type RiskAnswer = (typeof RISK_ANSWERS)[number]

const STRATEGY: Readonly<Record<RiskAnswer, CardFields>> = { mitigate: {}, hedge: { strategy: 'hedge' }, shape: { strategy: 'shape' } }

/** All of them at once; undefined takes a field away. */
function setFields(session: Session, cardId: string, fields: Readonly<Record<string, Json | undefined>>, label: string): boolean {
  if (!session.canEdit || session.board.value.cards.get(cardId) === undefined) return false
  session.edit(label, (board) => { for (const [field, value] of Object.entries(fields)) setCardField(board, cardId, field, value) })
  session.endUndoStep()
  return true
}

export function rateRisk(session: Session, cardId: string, rating: Rating): string {
  if (!setFields(session, cardId, rating, words.labels.rating)) return words.readOnly
  const { likelihood, impact } = session.board.value.cards.get(cardId)?.fields ?? {}
  return words.rated(likelihood, typeof impact === 'number' ? impact : undefined)
}

/** Who answers for it and until when; '' leaves that open. */
export interface Acceptance { readonly owner: string; readonly until: string }

export function acceptRisk(session: Session, cardId: string, { owner, until }: Acceptance): string {
  const reviewBy = until === '' ? undefined : `${until}T00:00:00Z`
  return setFields(session, cardId, { accepted: true, owner: owner === '' ? undefined : owner, reviewBy }, words.labels.accepting) ? words.accepted : words.readOnly
}

/** Who cared for it, and the day to look again, stay. */
export function stopAccepting(session: Session, cardId: string): string {
  return setFields(session, cardId, { accepted: undefined }, words.labels.accepting) ? words.notAccepted : words.readOnly
}

export function setHappened(session: Session, cardId: string, happened: boolean): string {
  if (!setFields(session, cardId, { materialised: happened ? true : undefined }, words.labels.happened)) return words.readOnly
  return happened ? words.happened : words.notHappened
}

/** New work, written down in a few words, that answers the risk. */
export function answerRisk(session: Session, risk: Card, answer: RiskAnswer, title: string): string {
  if (!session.canEdit) return words.readOnly
  addBeside(session, risk, { kind: 'action', title, fields: STRATEGY[answer], type: 'mitigates', outward: true }, words.labels.answer[answer])
  return words.answered[answer](title, shownTitle(risk))
}

/** A card that stands already. What it says of its own strategy stays. */
export function answerRiskWith(session: Session, risk: Card, answer: RiskAnswer, cardId: string): string {
  const card = session.board.value.cards.get(cardId)
  if (!session.canEdit || card === undefined) return words.readOnly
  if (isLinked(session.board.value, cardId, 'mitigates', risk.id)) return words.answersAlready
  const { strategy } = STRATEGY[answer]
  session.edit(words.labels.answer[answer], (board) => {
    addLink(board, cardId, 'mitigates', risk.id)
    if (strategy !== undefined && card.fields['strategy'] === undefined) setCardField(board, cardId, 'strategy', strategy)
  })
  session.endUndoStep()
  return words.answered[answer](shownTitle(card), shownTitle(risk))
}

/** "If this is not so, that happens": what the risk hangs on. */
export function addPremise(session: Session, risk: Card, title: string): string {
  if (!session.canEdit) return words.readOnly
  addBeside(session, risk, { kind: 'assumption', title, type: 'if_false', outward: true }, words.labels.premise)
  return words.premise(title, shownTitle(risk))
}
