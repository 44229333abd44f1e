// Every judgement of a board as one plain object, `tacit-report/1`: what the report over HTTP and the command line
// print. Deleted cards are left out. Keys in the order of ids, so that equal boards print equal reports.
import type { BoardState } from '../board/records.ts'
import { isActive } from './dependants.ts'
import type { AssumptionJudgement, DecisionJudgement, DirectionJudgement, Judgements, StandingJudgement } from './judgements.ts'

export interface Report {
  readonly format: 'tacit-report/1'
  readonly title: string
  readonly at: string
  /** Cards of kind assumption. */
  readonly assumptions: Readonly<Record<string, AssumptionJudgement>>
  /** Active cards of every kind but assumption, decision and proposal. */
  readonly standings: Readonly<Record<string, StandingJudgement>>
  /** Decisions and proposals. */
  readonly decisions: Readonly<Record<string, DecisionJudgement>>
  /** Active goals. */
  readonly directions: Readonly<Record<string, DirectionJudgement>>
  readonly statuses: Readonly<Record<string, string>>
}

/** `at` is the instant of the judgements as it was asked for. */
export function report(state: BoardState, judgements: Judgements, at: string): Report {
  const cards = Array.from(state.cards.values()).filter((card) => !card.deleted).sort((a, b) => (a.id < b.id ? -1 : 1))
  const of = <V>(kinds: (kind: string) => boolean, judged: (id: string) => V, activeOnly = false): Record<string, V> =>
    Object.fromEntries(cards.filter((card) => kinds(card.kind) && (!activeOnly || isActive(card))).map((card) => [card.id, judged(card.id)]))
  const isDecision = (kind: string): boolean => kind === 'decision' || kind === 'proposal'
  return {
    format: 'tacit-report/1',
    title: state.title,
    at,
    assumptions: of((kind) => kind === 'assumption', (id) => judgements.assumption(id)),
    standings: of((kind) => kind !== 'assumption' && !isDecision(kind), (id) => judgements.standing(id), true),
    decisions: of(isDecision, (id) => judgements.decision(id)),
    directions: of((kind) => kind === 'goal', (id) => judgements.direction(id), true),
    statuses: of(() => true, (id) => judgements.status(id)),
  }
}
