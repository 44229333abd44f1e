// Every judgement of a board as one plain object, `tacit-report/1`: what the report over HTTP and the command line
// print. Deleted cards are left out. Keys in the order of ids, so that equal boards print equal reports.
import type { BoardState } from '../board/records.ts'
import { wideOf } from './board-wide.ts'
import { isActive } from './dependants.ts'
import type {
  AssumptionJudgement, DecisionJudgement, DependencyJudgement, DirectionJudgement, DriftJudgement, EmpathyWord, FreshnessJudgement, Gap,
  Judgements, RiskJudgement, StandingJudgement, TiersJudgement, TradeWord, UnderstandingJudgement,
} from './judgements.ts'
import { isLine } from './line-index.ts'

type By<V> = Readonly<Record<string, V>>

export interface Report {
  readonly format: 'tacit-report/1'
  readonly title: string
  readonly at: string
  /** Cards of kind assumption. */
  readonly assumptions: By<AssumptionJudgement>
  /** Active cards of every kind but assumption, decision and proposal. */
  readonly standings: By<StandingJudgement>
  /** Active risks. */
  readonly risks: By<RiskJudgement>
  /** Decisions and proposals. */
  readonly decisions: By<DecisionJudgement>
  /** By the id of the link; without those that nobody needs any more. */
  readonly dependencies: By<DependencyJudgement>
  /** By the id of the round. */
  readonly understanding: By<UnderstandingJudgement>
  readonly empathy: By<EmpathyWord>
  /** Active tradeoffs. */
  readonly trades: By<TradeWord>
  readonly gaps: readonly Gap[]
  /** Active proposals. */
  readonly tiers: By<TiersJudgement>
  /** Active goals. */
  readonly directions: By<DirectionJudgement>
  readonly statuses: By<string>
  readonly freshness: FreshnessJudgement
  readonly drift: DriftJudgement
}

function sortedIds(things: Iterable<{ readonly id: string }>): string[] {
  return Array.from(things, ({ id }) => id).sort()
}

function by<V>(ids: readonly string[], judged: (id: string) => V): By<V> {
  return Object.fromEntries(ids.map((id) => [id, judged(id)]))
}

/** `at` is the instant of the judgements as it was asked for. */
export function report(state: BoardState, judgements: Judgements, at: string): Report {
  const wide = wideOf(judgements)
  const cards = Array.from(state.cards.values()).filter((card) => !card.deleted).sort((a, b) => (a.id < b.id ? -1 : 1))
  const of = <V>(kinds: (kind: string) => boolean, judged: (id: string) => V, activeOnly = true): By<V> =>
    by(cards.filter((card) => kinds(card.kind) && (!activeOnly || isActive(card))).map(({ id }) => id), judged)
  const isDecision = (kind: string): boolean => kind === 'decision' || kind === 'proposal'
  const lines = sortedIds(Array.from(state.links.values()).filter(isLine)).filter((id) => judgements.dependency(id).state !== 'void')
  return {
    format: 'tacit-report/1',
    title: state.title,
    at,
    assumptions: of((kind) => kind === 'assumption', (id) => judgements.assumption(id), false),
    standings: of((kind) => kind !== 'assumption' && !isDecision(kind), (id) => judgements.standing(id)),
    risks: of((kind) => kind === 'risk', (id) => judgements.risk(id)),
    decisions: of(isDecision, (id) => judgements.decision(id), false),
    dependencies: by(lines, (id) => judgements.dependency(id)),
    understanding: by(sortedIds(state.records.rounds.values()), (id) => wide.understanding(id)),
    empathy: wide.empathy(),
    trades: of((kind) => kind === 'tradeoff', (id) => judgements.trade(id)),
    gaps: wide.gaps(),
    tiers: of((kind) => kind === 'proposal', (id) => judgements.tiers(id)),
    directions: of((kind) => kind === 'goal', (id) => judgements.direction(id)),
    statuses: of(() => true, (id) => judgements.status(id), false),
    freshness: wide.freshness(),
    drift: wide.drift(),
  }
}
