// Asks for the reason of a dispute. Without one it asks once more, and then takes the dispute as it is. Tells by
// `dispute-given` what was written; what becomes of it is no matter here.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { controls, fields, marks, panels, reset } from '../theme/sheet.ts'
import { disputeWords } from './later-words.ts'

export interface DisputeGiven { readonly reason?: string }

@customElement('tacit-dispute-form')
export class TacitDisputeForm extends LitElement {
  static override styles = [reset, controls, fields, marks, panels, css`
    :host { display: block; }
    form { display: grid; gap: 10px; width: min(320px, calc(100vw - 48px)); padding: 14px; white-space: normal; }
    .row { display: flex; gap: 6px; flex-wrap: wrap; }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } }
  `]

  @state() private missing = false
  @query('textarea') private readonly field!: HTMLTextAreaElement | null

  override focus(): void {
    this.field?.focus()
  }

  #give(reason?: string): void {
    this.missing = false
    this.dispatchEvent(new CustomEvent<DisputeGiven>('dispute-given', { detail: reason === undefined ? {} : { reason } }))
  }

  readonly #send = (event: Event): void => {
    event.preventDefault()
    const reason = this.field?.value.trim() ?? ''
    if (reason !== '') return this.#give(reason)
    this.missing = true
    this.focus()
  }

  override render(): TemplateResult {
    // Whoever holds the form closes on Escape; no other key is a command here.
    return html`<form @submit=${this.#send} @keydown=${(event: KeyboardEvent) => event.key !== 'Escape' && event.stopPropagation()}>
        <label class="label" for="reason">${disputeWords.reason}</label>
        <textarea id="reason" class="input" rows="3" maxlength="2000" aria-describedby="hint"></textarea>
        <p id="hint" class="hint">${disputeWords.needed}</p>
        <div class="row"><button class="btn primary">${disputeWords.send}</button>
          ${this.missing ? html`<button type="button" class="btn ghost" @click=${() => this.#give()}>${disputeWords.without}</button>` : nothing}</div>
      </form>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-dispute-form': TacitDisputeForm }
}
