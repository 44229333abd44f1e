// The count of this browser's changes that are not known to be on disk. The server acknowledges by counting messages
// of one connection (message 100), so what a lost connection leaves open is owed again by the next one: everything
// that the server lacks travels in that connection's step 2. Knows no socket and no clock of its own.

interface Sent { readonly changes: number; readonly since: number }

export class Ledger {
  #waiting = 0
  #waitingSince = 0
  #flight: Sent[] = []
  #stored = 0

  /** A change was made here at `now` (ms). */
  made(now: number): void {
    if (this.#waiting === 0) this.#waitingSince = now
    this.#waiting++
  }

  /** One sync message went out with `changes` of what was waiting. */
  sent(changes: number): void {
    const carried = Math.min(changes, this.#waiting)
    this.#flight.push({ changes: carried, since: this.#waitingSince })
    this.#waiting -= carried
  }

  /** A step 2 went out: it carries everything. */
  sentAll(): void {
    this.sent(this.#waiting)
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
    for (const { changes } of this.#flight) this.#waiting += changes
    if (oldest !== undefined) this.#waitingSince = oldest
    this.#flight = []
    this.#stored = 0
  }

  /** Forgets everything: the document was loaded afresh. */
  clear(): void {
    this.#waiting = 0
    this.#flight = []
    this.#stored = 0
  }

  /** How many changes are not known to be on disk. */
  get pending(): number {
    return this.#flight.reduce((sum, { changes }) => sum + changes, this.#waiting)
  }

  /** When the oldest of them was made, ms. */
  get oldest(): number | undefined {
    return this.#flight.find(({ changes }) => changes > 0)?.since ?? (this.#waiting > 0 ? this.#waitingSince : undefined)
  }
}
