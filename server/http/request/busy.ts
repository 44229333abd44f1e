// What is judged in a thread waits for its turn: when too many wait, somebody is told to come back.
import { TooMuchAtOnce } from '../../rooms/rooms.ts'
import { Failure } from './failure.ts'

/** Seconds. */
const BUSY_FOR = 10

/** `what`: as in "Too many reports". */
export async function unlessBusy<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof TooMuchAtOnce)) throw error
    throw new Failure(429, 'too_fast', `${what} are being made at the moment: ask again in a few seconds.`, { retryAfter: BUSY_FOR })
  }
}
