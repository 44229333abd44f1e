// Drift: what slipped, was gained, was added and was removed since the newest baseline that is not in the future. A
// baseline is what each card was called on a day, written down by somebody's action and never changed.
import type { BoardRecord, BoardState, Card, CardKind } from '../board/records.ts'
import type { Table } from '../board/table.ts'
import { isSettled } from './decision.ts'
import { isActive } from './dependants.ts'
import { instantOf, nextOf } from './instants.ts'
import { DECISION_STATES } from './judgements.ts'

export const DRIFTED = ['slipped', 'gained', 'added', 'removed'] as const
export type Drifted = (typeof DRIFTED)[number]

/** What a baseline is about: other cards come and go without being drift. */
const KINDS: ReadonlySet<CardKind> = new Set<CardKind>(['goal', 'assumption', 'risk', 'decision', 'proposal'])

/** The status words that a card can slip from; everything else is not in order yet. */
const IN_ORDER: ReadonlySet<string> = new Set(['confirmed', 'sound', 'mitigated', 'answered', 'done', ...DECISION_STATES.filter(isSettled)])
const GONE: ReadonlySet<string> = new Set(['absent', 'retired'])

export interface Baseline {
  readonly id: string
  /** As it was written, and in ms. */
  readonly at: string
  readonly instant: number
  /** Status words by card id. */
  readonly states: ReadonlyMap<string, string>
}

function baselineIn(record: BoardRecord): Baseline | undefined {
  const { id, at, states } = record
  const instant = instantOf(at)
  if (instant === undefined || typeof states !== 'object' || states === null || Array.isArray(states)) return undefined
  const words = Object.entries(states).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !GONE.has(entry[1]))
  return { id, at: at as string, instant, states: new Map(words) }
}

/** The baselines of a board by time; made anew only when their table is another one. */
export class Baselines {
  readonly #records: Table<BoardRecord>
  readonly #inOrder: readonly Baseline[]

  constructor({ records: { baselines } }: BoardState) {
    this.#records = baselines
    this.#inOrder = Array.from(baselines.values(), baselineIn).filter((one) => one !== undefined).sort((a, b) => a.instant - b.instant || (a.id < b.id ? -1 : 1))
  }

  next(state: BoardState): Baselines {
    return state.records.baselines === this.#records ? this : new Baselines(state)
  }

  newest(now: number): Baseline | undefined {
    return this.#inOrder.findLast(({ instant }) => instant <= now)
  }

  /** When the next one that is dated in the future begins to count; Infinity when there is none. */
  nextAt(now: number): number {
    return nextOf(now, this.#inOrder.map(({ instant }) => instant))
  }
}

export function driftedCard(baseline: Baseline, cardId: string, card: Card | undefined, status: string): Drifted | undefined {
  const before = baseline.states.get(cardId)
  if (!isActive(card)) return before === undefined ? undefined : 'removed'
  if (before === undefined) return KINDS.has(card.kind) ? 'added' : undefined
  const [was, is] = [IN_ORDER.has(before), IN_ORDER.has(status)]
  return was === is ? undefined : was ? 'slipped' : 'gained'
}

/** What a baseline that is taken now writes down. */
export function statesNow({ cards }: BoardState, status: (cardId: string) => string): Readonly<Record<string, string>> {
  const kept = Array.from(cards.values()).filter((card) => isActive(card) && KINDS.has(card.kind)).map(({ id }) => id).sort()
  return Object.fromEntries(kept.map((id) => [id, status(id)]))
}
