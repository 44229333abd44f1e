// A bound on how fast something may come: so many at once, so many a second after that. Knows no clock.

export class TokenBucket {
  readonly #perSecond: number
  readonly #most: number
  #left: number
  #at = 0

  constructor(perSecond: number, most: number) {
    this.#perSecond = perSecond
    this.#most = most
    this.#left = most
  }

  /** False when it came too fast. `now` in ms. */
  take(amount: number, now: number): boolean {
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) / 1_000) * this.#perSecond)
    this.#at = now
    if (amount > this.#left) return false
    this.#left -= amount
    return true
  }
}
