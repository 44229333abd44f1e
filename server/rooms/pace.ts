// When rooms apply what they received. An idle server does it in the same turn of the event loop, so that a lone edit
// waits for nobody. Under load turns are spaced: the longer the last one took, the more is gathered for the next, at
// most 16 ms, so that many edits share one transaction, one frame and one fsync.

/** A room with something to apply. */
export interface Turn { turn(): void }

export const MOST_GATHERING_MS = 16
/** A turn that took less than this is no load. */
const FREE_MS = 0.25
/** How long to gather, for each ms that the last turn took. */
const SPACING = 3

export class Pace {
  readonly #commit: () => Promise<void>
  readonly #wanting = new Set<Turn>()
  #scheduled = false
  #notBefore = -Infinity

  constructor(commit: () => Promise<void>) {
    this.#commit = commit
  }

  /** The room gets its turn soon. */
  want(room: Turn): void {
    this.#wanting.add(room)
    this.commitSoon()
  }

  /** The journal is committed soon. */
  commitSoon(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    const wait = this.#notBefore - performance.now()
    if (wait <= 0) setImmediate(() => void this.#run())
    else setTimeout(() => void this.#run(), wait)
  }

  async #run(): Promise<void> {
    const start = performance.now()
    this.#scheduled = false
    const rooms = [...this.#wanting]
    this.#wanting.clear()
    for (const room of rooms) room.turn()
    await this.#commit()
    const took = performance.now() - start
    this.#notBefore = start + took + (took <= FREE_MS ? 0 : Math.min(MOST_GATHERING_MS, took * SPACING))
  }
}
