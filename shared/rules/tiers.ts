// Minimum viable alignment: the tiers of a proposal, the least first, each with conditions that the board checks itself.
// The level can fall again; a condition of a newer version is never met.
import type { Card, Json } from '../board/records.ts'
import { isSettled } from './decision.ts'
import type { AssumptionJudgement, DecisionJudgement, DependencyJudgement, DirectionJudgement, Judgements, RiskJudgement, TiersJudgement } from './judgements.ts'
import type { Timed } from './memo.ts'

/** The judgements that a condition may ask for. */
export interface Judged {
  assumption(cardId: string): Timed<AssumptionJudgement>
  decision(cardId: string): Timed<DecisionJudgement>
  dependency(linkId: string): Timed<DependencyJudgement>
  risk(cardId: string): Timed<RiskJudgement>
  direction(cardId: string): Timed<DirectionJudgement>
  status(cardId: string): Timed<string>
}

type Fields = Readonly<Record<string, Json | undefined>>
interface Checked { readonly met: boolean; readonly name: string; readonly until: number }

const FULL_DIRECTION = 5

const asked = <V>({ value, until }: Timed<V>, met: (value: V) => boolean): Omit<Checked, 'name'> => ({ met: met(value), until })

/** Each type of condition, on the card or link that it names. */
const CHECKS: Readonly<Record<string, (judged: Judged, id: string, condition: Fields) => Omit<Checked, 'name'>>> = {
  confirmed: (judged, id) => asked(judged.assumption(id), ({ state }) => state === 'confirmed'),
  decided: (judged, id) => asked(judged.decision(id), ({ state }) => isSettled(state)),
  in_step: (judged, id) => asked(judged.dependency(id), ({ state }) => state === 'in_step'),
  exposure_max: (judged, id, { max }) => asked(judged.risk(id), ({ exposure }) => exposure !== null && typeof max === 'number' && exposure <= max),
  answered: (judged, id) => asked(judged.status(id), (word) => word === 'answered'),
  direction: (judged, id) => asked(judged.direction(id), ({ filled }) => filled === FULL_DIRECTION),
}

function listOf(value: Json | undefined): readonly Fields[] {
  return Array.isArray(value) ? value.filter((item: Json): item is { readonly [key: string]: Json } => typeof item === 'object' && item !== null && !Array.isArray(item)) : []
}

/** What a condition does not say, or not as a word. */
const UNSAID = 'undefined'
const wordIn = (value: Json | undefined): string => (typeof value === 'string' ? value : UNSAID)

function checked(judged: Judged, condition: Fields): Checked {
  const type = wordIn(condition['type'])
  const id = wordIn(condition['card'] ?? condition['link'])
  const check = Object.hasOwn(CHECKS, type) ? CHECKS[type]?.(judged, id, condition) : undefined
  return { ...(check ?? { met: false, until: Infinity }), name: `${type}:${id}` }
}

export function tiersOf(card: Card | undefined, judged: Judged): Timed<TiersJudgement> {
  const tiers = listOf(card?.fields['tiers']).map(({ name, conditions }) => ({ name: typeof name === 'string' ? name : '', conditions: listOf(conditions).map((condition) => checked(judged, condition)) }))
  const counted = tiers.map(({ name, conditions }) => {
    const met = conditions.filter((one) => one.met).length
    return { name, met, of: conditions.length, done: met > 0 && met === conditions.length }
  })
  const first = counted.findIndex(({ done }) => !done)
  return {
    value: {
      level: first === -1 ? counted.length : first,
      tiers: counted,
      next: (tiers[first]?.conditions ?? []).filter(({ met }) => !met).map(({ name }) => name),
    },
    until: Math.min(Infinity, ...tiers.flatMap(({ conditions }) => conditions.map(({ until }) => until))),
  }
}

/** Which of the conditions of each tier are met now, in the order of `tiersOf`. */
export function conditionsMet(card: Pick<Card, 'fields'>, judgements: Judgements): readonly (readonly boolean[])[] {
  const now = <V>(value: V): Timed<V> => ({ value, until: Infinity })
  const judged: Judged = {
    assumption: (id) => now(judgements.assumption(id)), decision: (id) => now(judgements.decision(id)), dependency: (id) => now(judgements.dependency(id)),
    risk: (id) => now(judgements.risk(id)), direction: (id) => now(judgements.direction(id)), status: (id) => now(judgements.status(id)),
  }
  return listOf(card.fields['tiers']).map(({ conditions }) => listOf(conditions).map((condition) => checked(judged, condition).met))
}
