// What a form holds while somebody says something of a card: which draft is open, whether it is being sent, why it was
// not stored. Keeps the draft until it is stored, and the focus at a place that is still there. Knows nothing of what
// is said.
import type { LitElement } from 'lit'

export interface DraftPlaces {
  /** The element that is written into. */
  readonly draft: string
  /** Where the focus waits while the button that was pressed goes. */
  readonly lead: string
  /** The attribute of the button that opens a draft; its value says which. */
  readonly opens: string
}

export class DraftKeeper<T extends string> {
  readonly #host: LitElement
  readonly #places: DraftPlaces
  #open: T | undefined
  #busy = false
  #failure = ''

  constructor(host: LitElement, places: DraftPlaces) {
    this.#host = host
    this.#places = places
  }

  get open(): T | undefined {
    return this.#open
  }

  get busy(): boolean {
    return this.#busy
  }

  get failure(): string {
    return this.#failure
  }

  /** After it was sent: with a sentence when it was not stored, else with ''. */
  settle(failure: string): void {
    this.#busy = false
    this.#failure = failure
    if (failure === '') {
      if (this.#at(this.#places.draft)?.matches(':focus-within') === true) this.toLead()
      this.#open = undefined
    }
    this.#host.requestUpdate()
  }

  async write(draft: T): Promise<void> {
    this.#open = draft
    this.#failure = ''
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#at(this.#places.draft)?.focus()
  }

  /** The focus goes back to where the draft came from. */
  readonly leave = async (): Promise<void> => {
    const from = this.#open
    this.#open = undefined
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#at(`[${this.#places.opens}="${from ?? ''}"]`)?.focus()
  }

  /** Called before it is told to whoever sends it. */
  send(): void {
    if (this.#at(this.#places.draft) === null && this.#host.matches(':focus-within')) this.toLead()
    this.#busy = true
    this.#failure = ''
    this.#host.requestUpdate()
  }

  toLead(): void {
    this.#at(this.#places.lead)?.focus()
  }

  #at(selector: string): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null
  }
}
