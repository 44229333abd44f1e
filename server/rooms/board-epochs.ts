// In which epochs the server wrote to one board, and whether this opening of the storage has begun its own: it begins
// with the first row that the server writes itself. Knows no document; clocks are numbers here.
import type { Epoch } from '../storage/storage.ts'

/** Nobody comes back after so many starts with something to compare; who does, starts afresh. */
const MOST_TOLD = 200

export class BoardEpochs {
  readonly #opening: string
  readonly #all: Epoch[]

  constructor(opening: string, stored: readonly Epoch[]) {
    this.#opening = opening
    this.#all = [...stored]
  }

  /** The newest, in order. */
  get all(): readonly Epoch[] {
    return this.#all.slice(-MOST_TOLD)
  }

  /** The server writes from this clock on; gives the epoch when it begins with that. */
  begin(from: number): Epoch | undefined {
    if (this.#all.at(-1)?.id === this.#opening) return undefined
    const epoch = { id: this.#opening, from }
    this.#all.push(epoch)
    return epoch
  }
}
