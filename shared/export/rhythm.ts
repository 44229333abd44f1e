// When the next check-in is due: as many days after the last one as the board has chosen. A check-in ends with a baseline.
import type { BoardState } from '../board/records.ts'
import type { Baseline } from '../rules/baselines.ts'
import { DAY_MS } from '../rules/instants.ts'

export interface Rhythm {
  readonly everyDays: number
  /** ms; undefined: there was none yet, the first one is due. */
  readonly next: number | undefined
}

/** Undefined while the board has chosen none. `last`: the newest baseline. */
export function rhythmOf(board: BoardState, last: Baseline | undefined): Rhythm | undefined {
  const everyDays = board.settings.cadenceDays
  if (everyDays === undefined || everyDays <= 0) return undefined
  return { everyDays, next: last === undefined ? undefined : last.instant + everyDays * DAY_MS }
}
