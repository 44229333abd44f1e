// What teams say of each other: what one believes that another one carries and wants, and what the described team says
// to that. Nobody describes their own team, and nobody else replies for it.
import * as v from 'valibot'
import type { BoardRecord, BoardState, Team } from '../../../shared/board/records.ts'
import type { Limits } from '../../../shared/protocol/limits.ts'
import type { PostPerception, PostPerceptionReply } from '../../../shared/protocol/said.ts'
import { perceptionBasis } from '../../../shared/rules/contract.ts'
import { REPLIES } from '../../../shared/rules/empathy.ts'
import { Failure } from '../request/failure.ts'
import { id, oneOf, prose } from '../request/fields.ts'
import { filled, ownId, said, teamOf } from './wording.ts'
import { signed, type Saying } from './saying.ts'

function ownTeam({ teams }: BoardState, team: string): Team {
  const own = teams.get(team)
  if (own === undefined || own.removed === true) throw new Failure(422, 'no_team', 'Choose your team on this board first.')
  return own
}

/** The last that this person said about the team. */
function lastSaid({ records }: BoardState, person: unknown, about: unknown): BoardRecord | undefined {
  let last: BoardRecord | undefined
  for (const record of records.perceptions.values()) {
    if (record['person'] === person && record['about'] === about && (last === undefined || seqOf(record) > seqOf(last))) last = record
  }
  return last
}

const seqOf = ({ seq }: BoardRecord): number => (typeof seq === 'number' ? seq : 0)
const textOf = (record: BoardRecord | undefined): string => (typeof record?.['text'] === 'string' ? perceptionBasis(record['text']) : '')

type Perception = Omit<PostPerception, 'id'>

export function perceptions(limits: Limits): Saying<'perceptions', PostPerception, Perception> {
  return {
    root: 'perceptions',
    body: v.strictObject({ id: ownId, about: id('about'), text: said('The text', limits) }) as v.GenericSchema<unknown, PostPerception>,
    noGuests: 'Guests cannot speak for a team: ask an owner to make you a member.',
    read: (wish) => wish,
    allow: (state, { about, text }, { person }) => {
      teamOf(state, about, 'about')
      if (ownTeam(state, person.team).id === about) throw new Failure(422, 'own_team', 'Your own team is not for you to guess: fill its sheet.', { path: 'about' })
      // A blank text takes back what was said.
      if (perceptionBasis(text) === '' && textOf(lastSaid(state, person.id, about)) === '') throw new Failure(400, 'wrong_body', 'The text is empty.', { path: 'text' })
    },
    series: ({ about }, { person }) => ({ about, person }),
    record: ({ about, text }, { team, ...signature }) => ({ by: team, about, text, ...signature }),
    same: ['about', 'text'],
  }
}

type Reply = Omit<PostPerceptionReply, 'id'>

export function perceptionReplies(limits: Limits): Saying<'perceptionReplies', PostPerceptionReply, Reply> {
  return {
    root: 'perceptionReplies',
    body: v.strictObject({
      id: ownId,
      perception: id('perception'),
      verdict: oneOf('The verdict', REPLIES),
      basis: prose('The basis', limits.fieldChars),
      note: v.optional(said('The note', limits)),
    }) as v.GenericSchema<unknown, PostPerceptionReply>,
    noGuests: 'Guests cannot speak for a team: ask an owner to make you a member.',
    read: ({ perception, verdict, basis, note }) => ({ perception, verdict, basis: perceptionBasis(basis.toWellFormed()), ...filled({ note }) }),
    allow: (state, { perception: perceptionId, basis }, { person }) => {
      const perception = state.records.perceptions.get(perceptionId)
      if (perception === undefined) throw new Failure(422, 'no_such_perception', 'Nobody has said that on this board.', { path: 'perception' })
      if (person.team !== perception['about'] || person.team === '') throw new Failure(403, 'other_team', 'Only somebody of the team that is described replies for it.')
      // Records never change: other words are of another record, or of nobody.
      if (basis !== textOf(perception)) throw new Failure(422, 'other_text', 'The basis is not what was said there.', { path: 'basis' })
    },
    // Of all that this person replied: the same sentence may be said twice, and the last reply to it counts.
    series: (_reply, { person }) => ({ person }),
    record: signed,
    same: ['perception', 'verdict', 'basis'],
    basisNow: (state, { perception: perceptionId }) => {
      const perception = state.records.perceptions.get(perceptionId)
      return perception === undefined ? undefined : textOf(lastSaid(state, perception['person'], perception['about']) ?? perception)
    },
  }
}
