// The reason that goes with a stance while it is being written. A block is asked for one, and taken without when its
// writer insists. Stays as it is while others change the board; when they change the words meanwhile, it shows how.
// Tells `stance-sent` and `draft-left`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/diff.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { keysWithin } from '../../ui/form-keys.ts'
import { wordsOf } from '../heard.ts'
import { stanceWords as words } from './words.ts'

export interface StanceSent { readonly stance: Stance; readonly reason?: string }

@customElement('tacit-stance-draft')
export class TacitStanceDraft extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    form { display: grid; gap: 10px; }
    .row { flex-wrap: wrap; margin-top: 2px; }
    .row .btn:not(.primary, .ghost) { background: var(--surface); }
    .btn { height: 36px; padding: 0 14px; }
    .was { margin-top: 4px; padding: 8px 12px; border-radius: var(--r2); background: var(--canvas); }
    .meant { color: var(--ink-2); }
    .hint { color: var(--ink-2); }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } .row > .btn { flex: 1 1 auto; } }
  `]

  @property() stance: Stance = 'block'
  @property({ type: Boolean }) busy = false
  /** The words as they are now. */
  @property() statement = ''
  /** What this person gave as a reason before. */
  @property() reason = ''

  @state() private asked = false
  /** The words that stood when the draft was begun. */
  #begun: string | undefined
  @query('tacit-field') private readonly field!: TacitField | null

  override willUpdate(): void {
    this.#begun ??= this.statement
  }

  override async focus(): Promise<void> {
    await this.updateComplete
    this.field?.focus()
  }

  override render(): TemplateResult {
    const { stance } = this
    const missing = this.asked && stance === 'block'
    return html`<form @submit=${this.#submit} @keydown=${this.#key}>
      <p><b>${words.name(stance)}</b> <span class="meant">${words.meaning[stance]}</span></p>
      <tacit-field type="multiline" label=${words.reasonFor[stance]} .value=${this.reason} maxlength=${DEFAULT_LIMITS.fieldChars} .error=${missing ? words.reasonAsked : ''}></tacit-field>
      ${this.#begun === this.statement ? nothing : html`<div role="status"><p class="hint">${words.changedWhileWriting}</p><tacit-diff class="was" .was=${wordsOf(this.#begun ?? '')} .now=${wordsOf(this.statement)}></tacit-diff></div>`}
      <div class="row">
        <button type="submit" class="btn primary" ?disabled=${this.busy}>${this.busy ? words.sending : words.name(stance)}</button>
        ${missing ? html`<button type="button" class="btn" ?disabled=${this.busy} @click=${this.#send}>${words.noReason(stance)}</button>` : nothing}
        <button type="button" class="btn ghost" @click=${this.#leave}>${words.cancel}</button>
      </div>
    </form>`
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.stance !== 'block' || this.field?.value.trim() !== '') return this.#send()
    this.asked = true
    this.field.focus()
  }

  readonly #send = (): void => {
    const reason = this.field?.value.trim() ?? ''
    this.#tell('stance-sent', { stance: this.stance, ...(reason === '' ? {} : { reason }) } satisfies StanceSent)
  }

  readonly #leave = (): void => this.#tell('draft-left', undefined)

  readonly #key = keysWithin(this.#leave)

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-stance-draft': TacitStanceDraft }
}
