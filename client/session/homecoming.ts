// Coming back after a time away: waits until the edits are on the server's disk, sends the answers that waited, and
// tells once what went out and what met something newer. Knows no element.
import type { AnswerOutbox, Delivery } from './answer-outbox.ts'
import type { SaveWatch } from './save-state.ts'
import type { Returned } from './session.ts'
import { MutableStore } from './store.ts'

export class Homecoming {
  readonly returned = new MutableStore<Returned | undefined>(undefined)
  readonly #save: SaveWatch
  readonly #outbox: AnswerOutbox
  readonly #stop: () => void
  #away = true
  /** The person was told that they are away, or left something here earlier. */
  #known = false
  #owed = 0
  /** Changes of a time away that nobody was told of yet. */
  #untold = 0

  constructor(save: SaveWatch, outbox: AnswerOutbox) {
    this.#save = save
    this.#outbox = outbox
    outbox.onLate = (delivery) => this.#tell(delivery)
    this.#stop = save.counted.subscribe(() => this.#look())
  }

  /** Something was left by an earlier page. */
  expect(): void {
    this.#known = true
  }

  stop(): void {
    this.#stop()
  }

  #look(): void {
    const { kind } = this.#save.state.value
    if (!this.#save.isUp) {
      this.#away = true
      this.#owed = this.#save.ledger.pending
      if (kind === 'offline' || kind === 'reconnecting') this.#known = true
    } else if (this.#away) {
      this.#away = false
      if (this.#known) this.#untold = Math.max(this.#untold, this.#owed)
      void this.#back()
      this.#known = false
    }
  }

  async #back(): Promise<void> {
    try {
      await this.#save.settled()
    } catch {
      // The refusal is told by itself.
      return
    }
    this.#tell(await this.#outbox.deliver())
  }

  /** What went out together is told together, whoever sent it. */
  #tell({ sent, met, refused }: Delivery): void {
    const changes = this.#untold
    this.#untold = 0
    if (changes + sent + refused.length > 0) this.returned.set({ changes, answers: sent, met, refused })
  }
}
