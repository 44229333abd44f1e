// The count of this browser's changes that are not known to be on disk. The server acknowledges by counting messages
// of one connection (message 100), so what a lost connection leaves open is owed again by the next one: everything
// that the server lacks travels in that connection's step 2. Knows no socket and no clock of its own.

interface Sent { readonly steps: readonly number[]; readonly since: number }

export class Ledger {
  /** The step that each change belongs to, in the order they were made. */
  #waiting: number[] = []
  #waitingSince = 0
  #flight: Sent[] = []
  #stored = 0

  /** A change was made here at `now` (ms). Changes of one `step` (a word typed) are one to the person who made them. */
  made(now: number, step: number): void {
    if (this.#waiting.length === 0) this.#waitingSince = now
    this.#waiting.push(step)
  }

  /** One sync message went out with `changes` of what was waiting. */
  sent(changes: number): void {
    this.#flight.push({ steps: this.#waiting.splice(0, changes), since: this.#waitingSince })
  }

  /** A step 2 went out: it carries everything. */
  sentAll(): void {
    this.sent(this.#waiting.length)
  }

  /** The first `count` sync messages of this connection are on disk. A count that falls is ignored. */
  stored(count: number): void {
    const more = count - this.#stored
    if (more <= 0) return
    this.#flight.splice(0, more)
    this.#stored = count
  }

  /** The connection is gone: what was in flight is owed again, and the next connection counts from 0. */
  lost(): void {
    const oldest = this.oldest
    this.#waiting = [...this.#flight.flatMap(({ steps }) => steps), ...this.#waiting]
    if (oldest !== undefined) this.#waitingSince = oldest
    this.#flight = []
    this.#stored = 0
  }

  /** Forgets everything: the document was loaded afresh. */
  clear(): void {
    this.#waiting = []
    this.#flight = []
    this.#stored = 0
  }

  /** How many steps have a change that is not known to be on disk. */
  get pending(): number {
    const steps = new Set(this.#waiting)
    for (const sent of this.#flight) for (const step of sent.steps) steps.add(step)
    return steps.size
  }

  /** Everything that was sent is on disk, also messages that carried nothing new. */
  get isClear(): boolean {
    return this.#waiting.length === 0 && this.#flight.length === 0
  }

  /** When the oldest of them was made, ms. */
  get oldest(): number | undefined {
    return this.#flight.find(({ steps }) => steps.length > 0)?.since ?? (this.#waiting.length > 0 ? this.#waitingSince : undefined)
  }
}
