// When rooms apply what they received. An idle server does it in the same turn of the event loop, so that a lone edit
// waits for nobody. Under load turns are spaced: the longer the last one took, and the more came for it, the more is
// gathered for the next, at most 16 ms, so that many edits share one transaction, one frame and one fsync.

/** A room with something to apply. */
export interface Turn {
  /** Applies it; how many changes there were. */
  turn(): number
}

export const MOST_GATHERING_MS = 16
/** A turn that took less than this is no load. */
const FREE_MS = 0.25
/** Gathering takes this much of a turn's time, so that turns take a quarter of the event loop. */
const SPACING = 3
/** It takes no longer than this, or than a millisecond for each change that the turn had. */
const LEAST_BOUND_MS = 2

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
    let changes = 0
    for (const room of rooms) changes += room.turn()
    await this.#commit()
    const end = performance.now()
    this.#notBefore = end + gathering(end - start, changes)
  }
}

/** ms to gather after a turn. */
function gathering(tookMs: number, changes: number): number {
  if (tookMs <= FREE_MS) return 0
  return Math.min(tookMs * SPACING, Math.max(LEAST_BOUND_MS, changes), MOST_GATHERING_MS)
}
