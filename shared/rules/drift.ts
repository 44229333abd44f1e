// Drift: what slipped, was gained, was added and was removed since the newest baseline that is not in the future; and
// what a baseline that is taken now writes down.
import type { BoardState, Card, CardKind } from '../board/records.ts'
import type { Baseline } from './baselines.ts'
import { isSettled } from './decision.ts'
import { isActive } from './dependants.ts'
import { DECISION_STATES } from './judgements.ts'

export const DRIFTED = ['slipped', 'gained', 'added', 'removed'] as const
export type Drifted = (typeof DRIFTED)[number]

/** What a baseline is about: other cards come and go without being drift. */
const KINDS: ReadonlySet<CardKind> = new Set<CardKind>(['goal', 'assumption', 'risk', 'decision', 'proposal'])

/** The status words that a card can slip from; everything else is not in order yet. */
const IN_ORDER: ReadonlySet<string> = new Set(['confirmed', 'sound', 'mitigated', 'answered', 'done', ...DECISION_STATES.filter(isSettled)])
export function driftedCard(baseline: Baseline, cardId: string, card: Card | undefined, status: string): Drifted | undefined {
  const before = baseline.states.get(cardId)
  if (!isActive(card)) return before === undefined ? undefined : 'removed'
  if (before === undefined) return KINDS.has(card.kind) ? 'added' : undefined
  const [was, is] = [IN_ORDER.has(before), IN_ORDER.has(status)]
  return was === is ? undefined : was ? 'slipped' : 'gained'
}

/** Everything that drifted since any one baseline; since the newest, board-wide.ts keeps it up to date. Ids sorted. */
export function driftSince(baseline: Baseline, { cards }: BoardState, status: (cardId: string) => string): Readonly<Record<Drifted, readonly string[]>> {
  const lists: Record<Drifted, string[]> = { slipped: [], gained: [], added: [], removed: [] }
  for (const id of new Set([...cards.keys(), ...baseline.states.keys()])) {
    const drifted = driftedCard(baseline, id, cards.get(id), status(id))
    if (drifted !== undefined) lists[drifted].push(id)
  }
  for (const list of Object.values(lists)) list.sort()
  return lists
}

/** What a baseline that is taken now writes down. */
export function statesNow({ cards }: BoardState, status: (cardId: string) => string): Readonly<Record<string, string>> {
  const kept = Array.from(cards.values()).filter((card) => isActive(card) && KINDS.has(card.kind)).map(({ id }) => id).sort()
  return Object.fromEntries(kept.map((id) => [id, status(id)]))
}
