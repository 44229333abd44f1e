// A part of the board page that is fetched after the first card can be seen, or when it is used first. Whoever wants it
// says what happens then; a part that cannot be fetched says so and can be asked for again. Knows no element.
import type { ReactiveControllerHost } from 'lit'
import { showToast } from '../../ui/toasts.ts'
import { partWords } from './words.ts'

/** ms after which what could not be fetched for drawing is tried again by the next drawing, without a word. */
const AGAIN = 5_000

export class Part {
  readonly #load: () => Promise<unknown>
  #state: 'away' | 'coming' | 'failed' | 'ready' = 'away'
  #failedAt = 0

  constructor(load: () => Promise<unknown>) {
    this.#load = load
  }

  /** For quiet moments: what fails now is tried again when it is needed. */
  async fetch(): Promise<void> {
    if (this.#state === 'ready') return
    await this.#load()
    this.#state = 'ready'
  }

  /** Runs `then` as soon as the part is here: at once when it is. */
  use(then: () => void): void {
    if (this.#state === 'ready') return then()
    this.#state = 'coming'
    this.fetch().then(then, () => {
      this.#failed()
      showToast(partWords.failed, { label: partWords.again, run: () => this.use(then) })
    })
  }

  /** For drawing: whether it is here. If not it is fetched, and `host` is drawn again; said once when that fails. */
  hereFor(host: ReactiveControllerHost): boolean {
    if (this.#state === 'away') this.use(() => host.requestUpdate())
    else if (this.#state === 'failed' && performance.now() - this.#failedAt > AGAIN) this.#fetchAgain(host)
    return this.#state === 'ready'
  }

  #fetchAgain(host: ReactiveControllerHost): void {
    this.#state = 'coming'
    this.fetch().then(() => host.requestUpdate(), () => this.#failed())
  }

  #failed(): void {
    this.#state = 'failed'
    this.#failedAt = performance.now()
  }
}
