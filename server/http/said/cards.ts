// What is said of a card: an answer on an assumption, a stance on a decision, a note on a change that others rely on,
// and asking a team for its answer.
import * as v from 'valibot'
import { EVIDENCE_KINDS, VERDICTS, type BoardState } from '../../../shared/board/records.ts'
import type { PostAsk, PostAttestation } from '../../../shared/protocol/http.ts'
import type { Limits } from '../../../shared/protocol/limits.ts'
import type { PostChangeNote, PostStance } from '../../../shared/protocol/said.ts'
import { contractOf } from '../../../shared/rules/contract.ts'
import { STANCES } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { Failure } from '../request/failure.ts'
import { id, line, oneOf } from '../request/fields.ts'
import { basisField, cardOf, contractBasis, filled, ownId, said, statementBasis, teamOf } from './wording.ts'
import { signed, type Saying } from './saying.ts'

interface OnCard { readonly card: string }

function statementNow({ cards }: BoardState, { card: cardId }: OnCard): string | undefined {
  const card = cards.get(cardId)
  return card === undefined ? undefined : statementOf(card)
}

/** What a person says of a statement is numbered by card, and met by what stands there now. */
const toStatement = {
  series: ({ card }: OnCard, { person }: { readonly person: string }) => ({ card, person }),
  basisNow: statementNow,
}

type Answer = Omit<PostAttestation, 'id'>

export function attestations(limits: Limits): Saying<'attestations', PostAttestation, Answer> {
  const url = v.pipe(line('The address of the evidence', limits.fieldChars), v.regex(/^(https?:\/\/|mailto:)\S+$/i, 'The address of the evidence begins with https://, http:// or mailto:.'))
  const kind = oneOf('The kind of evidence', EVIDENCE_KINDS)
  return {
    root: 'attestations',
    body: v.strictObject({
      id: ownId,
      card: id('card'),
      verdict: oneOf('The verdict', VERDICTS),
      basis: basisField(limits),
      evidence: v.optional(v.strictObject({ kind, note: v.optional(said('The note', limits)), url: v.optional(url) })),
      reason: v.optional(said('The reason', limits)),
    }) as v.GenericSchema<unknown, PostAttestation>,
    noGuests: 'Guests cannot answer: ask an owner to make you a member.',
    read: (wish) => ({ ...wish, basis: statementBasis(wish.basis, limits) }),
    allow: (state, { card }) => {
      if (cardOf(state, card).kind !== 'assumption') throw new Failure(422, 'no_assumption', 'Only assumptions are answered like this.', { path: 'card' })
    },
    ...toStatement,
    record: signed,
    same: ['card', 'verdict', 'basis'],
  }
}

type Stance = Omit<PostStance, 'id'>

/** Decisions, and proposals that become some. */
export function stances(limits: Limits): Saying<'stances', PostStance, Stance> {
  return {
    root: 'stances',
    body: v.strictObject({
      id: ownId,
      card: id('card'),
      stance: oneOf('The stance', STANCES),
      basis: basisField(limits),
      reason: v.optional(said('The reason', limits)),
    }) as v.GenericSchema<unknown, PostStance>,
    noGuests: 'Guests cannot take a stance: ask an owner to make you a member.',
    read: ({ card, stance, basis, reason }) => ({ card, stance, basis: statementBasis(basis, limits), ...filled({ reason }) }),
    allow: (state, { card }) => {
      if (!['decision', 'proposal'].includes(cardOf(state, card).kind)) throw new Failure(422, 'no_decision', 'Stances are taken on decisions and proposals.', { path: 'card' })
    },
    ...toStatement,
    record: signed,
    same: ['card', 'stance', 'basis'],
  }
}

type ChangeNote = Omit<PostChangeNote, 'id'>

export function changeNotes(limits: Limits): Saying<'changeNotes', PostChangeNote, ChangeNote> {
  const text = v.optional(said('The note', limits))
  return {
    root: 'changeNotes',
    body: v.strictObject({ id: ownId, card: id('card'), basis: basisField(limits), requires: text, needs: text, ifNot: text }) as v.GenericSchema<unknown, PostChangeNote>,
    noGuests: 'Guests cannot say what a change requires: ask an owner to make you a member.',
    read: ({ card, basis, requires, needs, ifNot }) => {
      const texts = filled({ requires, needs, ifNot })
      if (Object.keys(texts).length === 0) throw new Failure(400, 'wrong_body', 'The note says nothing: fill requires, needs or ifNot.')
      return { card, basis: contractBasis(basis, limits), ...texts }
    },
    allow: (state, { card }) => { cardOf(state, card) },
    // Of two notes on one wording the later one counts, whoever wrote it.
    series: ({ card }) => ({ card }),
    record: signed,
    same: ['card', 'basis', 'requires', 'needs', 'ifNot'],
    basisNow: ({ cards }, { card: cardId }) => {
      const card = cards.get(cardId)
      return card === undefined ? undefined : contractOf(card)
    },
  }
}

type Asked = Omit<PostAsk, 'id'>

export function asks(): Saying<'asks', PostAsk, Asked> {
  return {
    root: 'asks',
    body: v.strictObject({ id: ownId, card: id('card'), team: id('team') }) as v.GenericSchema<unknown, PostAsk>,
    noGuests: 'Guests cannot ask a team: ask an owner to make you a member.',
    read: (ask) => ask,
    allow: (state, { card, team: teamId }) => {
      cardOf(state, card)
      teamOf(state, teamId, 'team')
    },
    record: (ask, { id: made, person, at }) => ({ id: made, ...ask, person, at }),
    same: ['card', 'team'],
  }
}
