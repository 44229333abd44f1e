// What the two teams of a dependency say to each other: the consumer to what the provider promises, the provider to
// what the consumer needs. Nobody else answers for a side, and a line within one team has nothing to answer.
import * as v from 'valibot'
import { isLinkId } from '../../../shared/board/ids.ts'
import type { BoardState, Person } from '../../../shared/board/records.ts'
import type { Limits } from '../../../shared/protocol/limits.ts'
import type { PostAck } from '../../../shared/protocol/said.ts'
import { dependencyBasis, type AckSide } from '../../../shared/rules/contract.ts'
import { RESPONSES } from '../../../shared/rules/dependency.ts'
import { Failure } from '../request/failure.ts'
import { basisField, filled, ownId, said, sideBasis } from './wording.ts'
import { signed, type Saying } from './saying.ts'

const WORDS: Readonly<Record<AckSide, readonly string[]>> = RESPONSES

function bodyOfAck(limits: Limits): v.GenericSchema<unknown, PostAck> {
  return v.pipe(
    v.strictObject({
      id: ownId,
      link: v.custom<string>(isLinkId, 'link is the id of a link.'),
      side: v.picklist(['consumer', 'provider'], 'side is consumer or provider.'),
      response: v.string('response is a word.'),
      basis: basisField(limits),
      reason: v.optional(said('The reason', limits)),
    }),
    v.forward(v.check(({ side, response }) => WORDS[side].includes(response), ({ input: { side } }) => `The ${side} answers one of ${WORDS[side].join(', ')}.`), ['response']),
  ) as v.GenericSchema<unknown, PostAck>
}

function teamOf({ cards }: BoardState, cardId: string): string {
  const team = cards.get(cardId)?.fields.team
  return typeof team === 'string' ? team : ''
}

function refuseOutsiders(state: BoardState, { link: linkId, side }: Pick<PostAck, 'link' | 'side'>, { team: own }: Person): void {
  const link = state.links.get(linkId)
  if (link === undefined || link.type !== 'depends_on' || dependencyBasis(state, link, side) === undefined) {
    throw new Failure(422, 'no_dependency', 'This board has no such dependency to answer.', { path: 'link' })
  }
  const [consumer, provider] = [teamOf(state, link.from), teamOf(state, link.to)]
  const speaks = side === 'consumer' ? consumer : provider
  if (speaks === '') throw new Failure(422, 'no_team', `The card of the ${side} belongs to no team that could answer.`, { path: 'link' })
  if (consumer === provider) throw new Failure(422, 'own_team', 'Both cards belong to one team: there is nothing to answer.', { path: 'link' })
  if (own !== speaks) throw new Failure(403, 'other_team', `Only somebody of the team of the ${side} answers for it.`)
}

type Ack = Omit<PostAck, 'id'>

export function acks(limits: Limits): Saying<'acks', PostAck, Ack> {
  return {
    root: 'acks',
    body: bodyOfAck(limits),
    noGuests: 'Guests cannot answer for a team: ask an owner to make you a member.',
    read: ({ link, side, response, basis, reason }) => ({ link, side, response, basis: sideBasis(side, basis, limits), ...filled({ reason }) }),
    allow: (state, ack, { person }) => refuseOutsiders(state, ack, person),
    series: ({ link }, { person }) => ({ link, person }),
    record: signed,
    same: ['link', 'side', 'response', 'basis'],
    basisNow: (state, { link: linkId, side }) => {
      const link = state.links.get(linkId)
      return link === undefined ? undefined : dependencyBasis(state, link, side)
    },
  }
}
