// Updates on their way out: what one turn of the loop made leaves at once as one message; under steady work at most
// fifty messages a second, merged. Knows no socket: it is opened and closed by the connection.
import * as Y from 'yjs'

/** ms between two messages (the server takes 60 updates a second for long, 400 at once). */
const GAP = 20
/** Bytes after which a merged message is full: below every limit of the server for one update. */
const FULL = 16_384

export class Outbox {
  readonly #send: (update: Uint8Array, changes: number) => void
  #updates: Uint8Array[] = []
  #held = false
  #open = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #scheduled = false
  #lastSent = 0

  /** `send` is given one merged update and how many it was made of. */
  constructor(send: (update: Uint8Array, changes: number) => void) {
    this.#send = send
  }

  /** `hold`: it waits for the next one and leaves in the same message. */
  add(update: Uint8Array, hold: boolean): void {
    this.#updates.push(update)
    this.#held = hold
    this.#schedule()
  }

  /** What is held does not wait any longer: somebody waits for it. */
  release(): void {
    this.#held = false
    if (this.#updates.length > 0) this.#schedule()
  }

  /** The server has all that was here (it went out in a step 2), and takes updates from now on. */
  open(): void {
    this.#updates = []
    this.#held = false
    this.#open = true
  }

  close(): void {
    this.#open = false
    this.#updates = []
    clearTimeout(this.#timer)
    this.#scheduled = false
  }

  flush(): void {
    if (!this.#open || this.#held || this.#updates.length === 0) return
    const updates = this.#updates
    this.#updates = []
    this.#lastSent = Date.now()
    for (const part of partsOf(updates)) this.#send(part.length === 1 && part[0] !== undefined ? part[0] : Y.mergeUpdates(part), part.length)
  }

  #schedule(): void {
    if (!this.#open || this.#held || this.#scheduled) return
    this.#scheduled = true
    const go = (): void => {
      this.#scheduled = false
      this.flush()
    }
    const wait = this.#lastSent + GAP - Date.now()
    if (wait <= 0) queueMicrotask(go)
    else this.#timer = setTimeout(go, wait)
  }
}

function partsOf(updates: readonly Uint8Array[]): Uint8Array[][] {
  const parts: Uint8Array[][] = []
  let size = Infinity
  for (const update of updates) {
    if (size + update.length > FULL) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(update)
    size += update.length
  }
  return parts
}
