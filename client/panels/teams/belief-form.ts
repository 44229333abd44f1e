// Writing what one's team believes of another one: a sentence or two, kept while it is being written. Tells
// `belief-said` {text} and `form-left`; whoever sends it settles the form.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { keysWithin } from '../../ui/form-keys.ts'
import { beliefWords as words } from './words.ts'

export interface BeliefSaid { readonly text: string }

export const formStyles = css`
  :host { display: block; }
  form { display: grid; gap: 10px; max-width: 560px; }
  .row { flex-wrap: wrap; }
  @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } }
  @media print { :host { display: none; } }
`

@customElement('tacit-belief-form')
export class TacitBeliefForm extends LitElement {
  static override styles = [...sheet, formStyles]

  /** The name of the team that it is about. */
  @property() about = ''
  /** What stands there, or was begun. */
  @property() text = ''
  /** It was begun before, and not sent. */
  @property({ type: Boolean }) begun = false
  @state() private busy = false
  @state() private failure = ''
  @query('tacit-field') private readonly field!: TacitField | null

  override focus(): void {
    void this.updateComplete.then(() => this.field?.focus())
  }

  /** Called by whoever sent it: with a sentence when it was not taken, else with ''. */
  settle(failure: string): void {
    this.busy = false
    this.failure = failure
  }

  override render(): TemplateResult {
    return html`<form @submit=${this.#submit} @keydown=${this.#key} @input=${this.#begin}>
      <tacit-field type="multiline" label=${words.label(this.about)} hint=${words.hint} .value=${this.text} maxlength=${DEFAULT_LIMITS.fieldChars} .error=${this.failure}></tacit-field>
      ${this.begun ? html`<p class="meta">${words.kept}</p>` : nothing}
      <div class="row"><button type="submit" class="btn primary" ?disabled=${this.busy}>${this.busy ? words.saying : words.say}</button>
        <button type="button" class="btn ghost" @click=${this.#leave}>${words.cancel}</button></div></form>`
  }

  readonly #begin = (): void => {
    this.failure = ''
    this.dispatchEvent(new CustomEvent<BeliefSaid>('belief-begun', { detail: { text: this.field?.value ?? '' } }))
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const text = this.field?.value.trim() ?? ''
    if (text === '') {
      this.failure = words.empty
      this.field?.focus()
      return
    }
    if (this.busy) return
    this.busy = true
    this.dispatchEvent(new CustomEvent<BeliefSaid>('belief-said', { detail: { text } }))
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new CustomEvent('form-left'))
  }

  readonly #key = keysWithin(this.#leave)
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-belief-form': TacitBeliefForm }
}
