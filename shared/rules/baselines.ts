// The baselines of a board: what each card was called on a day, written down by somebody's action and never changed.
// Which of them counts now, and when the next one will. What drifted since then is told elsewhere.
import type { BoardRecord, BoardState } from '../board/records.ts'
import type { Table } from '../board/table.ts'
import { instantOf, nextOf } from './instants.ts'

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

  /** Those that count now, the newest last. */
  upTo(now: number): readonly Baseline[] {
    return this.#inOrder.filter(({ instant }) => instant <= now)
  }

  newest(now: number): Baseline | undefined {
    return this.#inOrder.findLast(({ instant }) => instant <= now)
  }

  /** When the next one that is dated in the future begins to count; Infinity when there is none. */
  nextAt(now: number): number {
    return nextOf(now, this.#inOrder.map(({ instant }) => instant))
  }
}
