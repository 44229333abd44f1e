// One after another for the same name: two people who enter or are given roles on one board at the same instant must
// not read the same old right and both write. Knows nothing of what is done in a turn.

export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Runs `work` after every earlier work of the same name has ended, well or badly. */
  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.catch(() => undefined)
    this.#last.set(name, settled)
    try {
      return await mine
    } finally {
      if (this.#last.get(name) === settled) this.#last.delete(name)
    }
  }
}
