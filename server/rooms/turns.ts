// Who is next when much waits for one place: boards take turns, so that however much of one waits, another's work is the
// next but one. One piece of work at a time. Knows nothing of what the work is.
import { TooMuchAtOnce } from './rooms.ts'

/** Of one board, the one that is being done included. */
const MOST_OF_A_BOARD = 8
/** Of all boards; a board of which nothing waits is taken even then. */
const MOST_BUT_ONE_EACH = 64

type Start = () => void

export class Turns {
  /** In the order in which boards are next. */
  readonly #waiting = new Map<string, Start[]>()
  readonly #counts = new Map<string, number>()
  #all = 0
  #busy = false

  /** Resolves and rejects as `work` does; rejects with `TooMuchAtOnce`, and never begins, when too much waits. */
  take<T>(board: string, work: () => Promise<T>): Promise<T> {
    const own = this.#counts.get(board) ?? 0
    if (own >= MOST_OF_A_BOARD || (own > 0 && this.#all >= MOST_BUT_ONE_EACH)) return Promise.reject(new TooMuchAtOnce('too much of one board at once'))
    this.#counts.set(board, own + 1)
    this.#all++
    const { promise, resolve } = Promise.withResolvers<void>()
    const made = promise.then(work).finally(() => this.#ended(board))
    this.#waiting.set(board, [...(this.#waiting.get(board) ?? []), resolve])
    this.#next()
    return made
  }

  #next(): void {
    const next = this.#waiting.entries().next().value
    if (this.#busy || next === undefined) return
    const [board, [start, ...later]] = next
    this.#waiting.delete(board)
    if (later.length > 0) this.#waiting.set(board, later)
    this.#busy = true
    start?.()
  }

  #ended(board: string): void {
    const left = (this.#counts.get(board) ?? 0) - 1
    if (left > 0) this.#counts.set(board, left)
    else this.#counts.delete(board)
    this.#all--
    this.#busy = false
    this.#next()
  }
}
