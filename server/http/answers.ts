// What a person says in their own name about a card: an answer, and asking a team for its answer. The server gives the
// record its id, person, team, number and time; nobody can say them for somebody else.
import { Hono } from 'hono'
import * as v from 'valibot'
import { newId } from '../../shared/board/ids.ts'
import { EVIDENCE_KINDS, VERDICTS, type Ask, type Attestation, type BoardState, type Card } from '../../shared/board/records.ts'
import { addAsk, addAttestation } from '../../shared/board/write-records.ts'
import type { PostedAttestation } from '../../shared/protocol/http.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import { norm, splitStatement, statementOf } from '../../shared/rules/statement.ts'
import { letIn, personOf } from './request/board-door.ts'
import { bodyOf } from './request/body.ts'
import { Failure, tooSmall } from './request/failure.ts'
import { id, line, prose } from './request/fields.ts'
import type { Parts } from './parts.ts'
import { refuseFull, save } from './request/saving.ts'

/** Characters of an id made by a client: fewer could meet by chance. */
const MIN_ID = 12

function attestationBody(limits: Limits) {
  const { titleChars, bodyChars, fieldChars } = limits
  const url = v.pipe(line('The address of the evidence', fieldChars), v.regex(/^(https?:\/\/|mailto:)\S+$/i, 'The address of the evidence begins with https://, http:// or mailto:.'))
  const kind = v.picklist(EVIDENCE_KINDS, `The kind of evidence is one of ${EVIDENCE_KINDS.join(', ')}.`)
  return v.strictObject({
    id: v.optional(v.pipe(id('id'), v.minLength(MIN_ID, `An id made by a client has at least ${MIN_ID} characters.`))),
    card: id('card'),
    verdict: v.picklist(VERDICTS, `The verdict is one of ${VERDICTS.join(', ')}.`),
    // JSON escapes can make six characters of one.
    basis: prose('The basis', 6 * (titleChars + bodyChars + fieldChars) + 100),
    evidence: v.optional(v.strictObject({ kind, note: v.optional(prose('The note', fieldChars)), url: v.optional(url) })),
    reason: v.optional(prose('The reason', fieldChars)),
  })
}

const AskBody = v.strictObject({ card: id('card'), team: id('team') })

/** The statement that was answered, in its one canonical spelling. */
function basisOf(text: string, { titleChars, bodyChars, fieldChars }: Limits): string {
  const parts = splitStatement(text)
  if (parts === undefined) throw new Failure(422, 'no_statement', 'The basis is no statement: a JSON array of kind, title, body and criterion.', { path: 'basis' })
  if (parts.title.length > titleChars || parts.body.length > bodyChars || parts.criterion.length > fieldChars) {
    throw new Failure(422, 'no_statement', 'The basis is longer than any statement can be.', { path: 'basis' })
  }
  return JSON.stringify([parts.kind, norm(parts.title), norm(parts.body), norm(parts.criterion)])
}

function cardOf(state: BoardState, cardId: string): Card {
  const card = state.cards.get(cardId)
  if (card === undefined || card.deleted) throw new Failure(422, 'no_such_card', 'This board has no such card.', { path: 'card' })
  return card
}

function assumptionOf(state: BoardState, cardId: string): Card {
  const card = cardOf(state, cardId)
  if (card.kind !== 'assumption') throw new Failure(422, 'no_assumption', 'Only assumptions are answered like this.', { path: 'card' })
  return card
}

/** 1 + the highest number of this person on this card, and after all that entries merged into theirs have said. */
function nextSeq(state: BoardState, cardId: string, person: string): number {
  let highest = 0
  for (const { mergedInto, mergedSeq = 0 } of state.people.values()) if (mergedInto === person) highest = Math.max(highest, mergedSeq)
  for (const record of state.attestations.values()) {
    if (record.card === cardId && record.person === person && record.seq > highest) highest = record.seq
  }
  return highest + 1
}

/** The same answer sent again, because its sender did not hear what became of it. */
function storedBefore(state: BoardState, id: string | undefined, same: Pick<Attestation, 'card' | 'verdict' | 'person' | 'basis'>): Attestation | undefined {
  const before = id === undefined ? undefined : state.attestations.get(id)
  if (before === undefined) return undefined
  const isSame = before.card === same.card && before.verdict === same.verdict && before.person === same.person && before.basis === same.basis
  if (!isSame) throw new Failure(409, 'id_taken', 'Another answer has this id.', { path: 'id' })
  return before
}

export function answers(parts: Parts): Hono {
  const routes = new Hono()
  const AttestationBody = attestationBody(parts.config.limits)

  routes.post('/:id/attestations', async (c) => {
    const guest = await letIn(c, parts, 'edit')
    const { room } = guest
    personOf(guest, room.state)
    const { id: wished, basis: sent, ...answer } = await bodyOf(c, AttestationBody)
    if (wished === undefined || !room.state.attestations.has(wished)) refuseFull(room)
    const basis = basisOf(sent, parts.config.limits)
    const record = await save(parts, room, 'answer', (board): Attestation => {
      const { state } = room
      const person = personOf(guest, state)
      if (person.role === 'guest') throw tooSmall('Guests cannot answer: ask an owner to make you a member.')
      const before = storedBefore(state, wished, { card: answer.card, verdict: answer.verdict, person: person.id, basis })
      if (before !== undefined) return before
      assumptionOf(state, answer.card)
      const made: Attestation = {
        id: wished ?? newId(), ...answer, person: person.id, team: person.team, basis,
        seq: nextSeq(state, answer.card, person.id), at: parts.now().toISOString(),
      }
      addAttestation(board, made)
      return made
    })
    const statement = statementOf(room.state.cards.get(record.card) ?? assumptionOf(room.state, record.card))
    const current = statement === basis
    const posted: PostedAttestation = { record, current, ...(current ? {} : { statement }) }
    return c.json(posted, 201)
  })

  routes.post('/:id/asks', async (c) => {
    const guest = await letIn(c, parts, 'edit')
    const { room } = guest
    personOf(guest, room.state)
    refuseFull(room)
    const wish = await bodyOf(c, AskBody)
    const record = await save(parts, room, 'ask', (board): Ask => {
      const { state } = room
      const person = personOf(guest, state)
      if (person.role === 'guest') throw tooSmall('Guests cannot ask a team: ask an owner to make you a member.')
      cardOf(state, wish.card)
      const team = state.teams.get(wish.team)
      if (team === undefined || team.removed === true) throw new Failure(422, 'no_such_team', 'This board has no such team.', { path: 'team' })
      const made: Ask = { id: newId(), ...wish, person: person.id, at: parts.now().toISOString() }
      addAsk(board, made)
      return made
    })
    return c.json({ record }, 201)
  })

  return routes
}
