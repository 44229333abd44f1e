// When the next check-in is due: as many days after the last one as the board has chosen. A check-in ends with a baseline.
import type { BoardState } from '../board/records.ts'
import { Baselines } from '../rules/baselines.ts'
import { DAY_MS } from '../rules/instants.ts'

export interface Rhythm {
  readonly everyDays: number
  /** ms; undefined: there was none yet, the first one is due. */
  readonly next: number | undefined
}

/** Undefined while the board has chosen none. */
export function rhythmOf(board: BoardState, now: number): Rhythm | undefined {
  const everyDays = board.settings.cadenceDays
  if (everyDays === undefined || everyDays <= 0) return undefined
  const last = new Baselines(board).newest(now)
  return { everyDays, next: last === undefined ? undefined : last.instant + everyDays * DAY_MS }
}
