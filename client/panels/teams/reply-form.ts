// What a team says to what another one believes of it: right, partly or wrong, and how it is really. Who says partly or
// wrong is asked to say what is otherwise, and may leave it at that. Tells `reply-given` and `form-left`; whoever sends
// it settles the form.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import type { Reply } from '../../../shared/protocol/said.ts'
import { REPLIES } from '../../../shared/rules/empathy.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { keysWithin } from '../../ui/form-keys.ts'
import { choiceStyles } from '../choice-styles.ts'
import { formStyles } from './belief-form.ts'
import type { ReplyBegun } from './drafts.ts'
import { beliefWords as words } from './words.ts'

export interface ReplyGiven { readonly verdict: Reply; readonly note?: string }

@customElement('tacit-reply-form')
export class TacitReplyForm extends LitElement {
  static override styles = [...sheet, choiceStyles, formStyles, css`
    legend { font-weight: 500; margin-bottom: 6px; }
    .meant { margin: -4px 0 0; color: var(--ink-2); }
  `]

  /** Whose words they are: the name of their team. */
  @property() by = ''
  /** Of what this person began, or said before. */
  @property({ attribute: false }) begun: ReplyBegun = { verdict: undefined, note: '' }
  /** Their words, to see whether they change. */
  @property() words = ''
  @state() private verdict: Reply | undefined
  @state() private asked = false
  @state() private busy = false
  @state() private failure = ''
  #first: string | undefined
  @query('tacit-field') private readonly field!: TacitField | null

  override connectedCallback(): void {
    super.connectedCallback()
    this.verdict = this.begun.verdict
  }

  protected override willUpdate(): void {
    this.#first ??= this.words
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('input:checked, input')?.focus())
  }

  /** Called by whoever sent it: with a sentence when it was not taken, else with ''. */
  settle(failure: string): void {
    this.busy = false
    this.failure = failure
  }

  override render(): TemplateResult {
    const { verdict } = this
    const missing = this.asked && verdict !== 'right'
    return html`<form @submit=${this.#submit} @keydown=${this.#key} @input=${this.#begin}>
      <fieldset><legend>${words.question(this.by)}</legend>${REPLIES.map((one) => html`<label class="choice"><input type="radio" name="verdict" value=${one} aria-label="${words.replied[one]}. ${words.meaning[one]}" .checked=${verdict === one} @change=${() => this.#choose(one)}><span class="btn">${words.replied[one]}</span></label>`)}</fieldset>
      ${this.#first === this.words ? nothing : html`<p class="meta" role="status">${words.changedWhileWriting}</p>`}
      ${verdict === undefined ? nothing : html`<p class="meant">${words.meaning[verdict]}</p>
        <tacit-field type="multiline" label=${words.note[verdict]} ?optional=${verdict === 'right'} .value=${this.begun.note} maxlength=${DEFAULT_LIMITS.fieldChars} .error=${missing ? words.noteAsked : ''}></tacit-field>`}
      <p class="error" role="alert" ?hidden=${this.failure === ''}>${this.failure}</p>
      <div class="row">${verdict === undefined ? nothing : html`<button type="submit" class="btn primary" ?disabled=${this.busy}>${this.busy ? words.saying : words.reply}</button>`}
        ${missing ? html`<button type="button" class="btn" ?disabled=${this.busy} @click=${this.#send}>${words.without}</button>` : nothing}
        <button type="button" class="btn ghost" @click=${this.#leave}>${words.cancel}</button></div></form>`
  }

  #choose(verdict: Reply): void {
    this.verdict = verdict
    this.asked = false
  }

  readonly #begin = (): void => {
    this.failure = ''
    const verdict = REPLIES.find((one) => this.renderRoot.querySelector<HTMLInputElement>(`input[value=${one}]`)?.checked === true)
    this.dispatchEvent(new CustomEvent<ReplyBegun>('reply-begun', { detail: { verdict, note: this.field?.value ?? '' } }))
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.verdict === 'right' || this.asked || this.field?.value.trim() !== '') return this.#send()
    this.asked = true
    this.field.focus()
  }

  readonly #send = (): void => {
    const { verdict } = this
    if (verdict === undefined || this.busy) return
    const note = this.field?.value.trim() ?? ''
    this.busy = true
    this.failure = ''
    this.dispatchEvent(new CustomEvent<ReplyGiven>('reply-given', { detail: { verdict, ...(note === '' ? {} : { note }) } }))
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new CustomEvent('form-left'))
  }

  readonly #key = keysWithin(this.#leave)
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-reply-form': TacitReplyForm }
}
