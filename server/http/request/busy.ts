// What is judged in a thread waits for its turn, and has its bounds: when too many wait, or one is too large, whoever asked
// is told so.
import { TooMuchAtOnce, TooMuchWork } from '../../rooms/rooms.ts'
import { Failure } from './failure.ts'

/** Seconds. */
const BUSY_FOR = 10
const HEAVY_FOR = 60

/** `what`: as in "Too many reports". */
export async function unlessBusy<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof TooMuchWork) throw new Failure(503, 'too_heavy', 'Judging all of this board takes more time or memory than the server has for it: ask again when it is less busy, or remove something from the board.', { retryAfter: HEAVY_FOR })
    if (!(error instanceof TooMuchAtOnce)) throw error
    throw new Failure(429, 'too_fast', `${what} are being made at the moment: ask again in a few seconds.`, { retryAfter: BUSY_FOR })
  }
}
