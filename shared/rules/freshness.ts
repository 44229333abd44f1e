// Freshness: how much of what teams lean on is in date. Tracked are load-bearing assumptions, decisions, and dependencies
// between teams; no weights and no curve, so that every point is a card or a line that one can open.
import type { Card } from '../board/records.ts'
import { isSettled } from './decision.ts'
import { isActive } from './dependants.ts'
import type { AssumptionState, DecisionState, DependencyState, FreshnessJudgement } from './judgements.ts'

export type Dated = 'fresh' | 'drifting'

const dated = (fresh: boolean): Dated => (fresh ? 'fresh' : 'drifting')

/** Undefined for a card that is not tracked. */
export function datedCard(card: Card | undefined, judged: { loadBearing(): boolean; assumption(): AssumptionState; decision(): DecisionState }): Dated | undefined {
  if (!isActive(card)) return undefined
  if (card.kind === 'assumption') return judged.loadBearing() ? dated(judged.assumption() === 'confirmed') : undefined
  return card.kind === 'decision' ? dated(isSettled(judged.decision())) : undefined
}

/** Undefined for one that is not between teams, or that nobody needs any more. */
export function datedLine(state: DependencyState): Dated | undefined {
  return state === 'void' || state === 'internal' ? undefined : dated(state === 'in_step')
}

export function freshnessOf(fresh: number, drifting: readonly string[]): FreshnessJudgement {
  const of = fresh + drifting.length
  return { percent: of === 0 ? null : Math.floor((100 * fresh) / of), fresh, of, drifting }
}
