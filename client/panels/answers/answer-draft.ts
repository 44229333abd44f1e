// What goes with an answer while it is being written: the reason, and evidence. A draft stays as it is while others
// change the board; when they change the words meanwhile, it shows how. Tells `draft-sent` and `draft-left`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Evidence, Verdict } from '../../../shared/board/records.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/diff.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { onEscape } from '../../ui/form-keys.ts'
import { iconSvg } from '../../ui/icon.ts'
import { wordsOf } from '../heard.ts'
import { answerWords } from '../words.ts'
import './evidence-fields.ts'
import type { TacitEvidenceFields } from './evidence-fields.ts'

export type DraftVerdict = Exclude<Verdict, 'withdraw'>
export interface DraftSent { readonly verdict: DraftVerdict; readonly evidence?: Evidence; readonly reason?: string }

@customElement('tacit-answer-draft')
export class TacitAnswerDraft extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    form { display: grid; gap: 10px; margin-top: 10px; }
    .row { flex-wrap: wrap; margin-top: 2px; }
    .row .btn:not(.primary, .ghost) { background: var(--surface); }
    .btn { height: 36px; padding: 0 14px; }
    .prove { justify-self: start; margin: -4px 0 -4px -14px; }
    @media (forced-colors: active) { .prove { margin: 0; } }
    .was { margin-top: 4px; padding: 8px 12px; border-radius: var(--r2); background: var(--surface); }
    .hint { color: var(--ink-2); }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } .row > .btn { flex: 1 1 auto; } }
  `]

  @property() verdict: DraftVerdict = 'refute'
  /** The button that sends it. */
  @property() label = ''
  @property({ type: Boolean }) busy = false
  /** What was brought forward with the answer before. */
  @property({ attribute: false }) evidence: Evidence | undefined
  /** The words as they are now. */
  @property() statement = ''

  @state() private proving = false
  @state() private asked = false
  /** The words that stood when the draft was begun. */
  #begun: string | undefined
  @query('tacit-evidence-fields') private readonly evidenceFields!: TacitEvidenceFields | null
  @query('.reason') private readonly reasonField!: TacitField

  override willUpdate(): void {
    if (this.#begun === undefined) this.proving = this.verdict === 'confirm'
    this.#begun ??= this.statement
  }

  override async focus(): Promise<void> {
    await this.updateComplete
    void (this.verdict === 'confirm' ? (this.evidenceFields ?? this.reasonField) : this.reasonField).focus()
  }

  /** Asks for evidence, too. */
  async prove(): Promise<void> {
    this.proving = true
    await this.updateComplete
    void this.evidenceFields?.focus()
  }

  override render(): TemplateResult {
    const missing = this.asked && this.verdict === 'refute'
    const reason = html`<tacit-field class="reason" type="multiline" label=${answerWords.reasonFor[this.verdict]} maxlength=${DEFAULT_LIMITS.fieldChars} .error=${missing ? answerWords.reasonAsked : ''}></tacit-field>`
    return html`<form @submit=${this.#submit} @keydown=${this.#key}>
      ${this.verdict === 'confirm' ? html`${this.#proof()}${reason}` : html`${reason}${this.#proof()}`}
      ${this.#begun === this.statement ? nothing : html`<div role="status"><p class="hint">${answerWords.changedWhileWriting}</p><tacit-diff class="was" .was=${wordsOf(this.#begun ?? '')} .now=${wordsOf(this.statement)}></tacit-diff></div>`}
      <div class="row">
        <button type="submit" class="btn primary" ?disabled=${this.busy}><span>${this.busy ? answerWords.sending : this.label}</span></button>
        ${missing ? html`<button type="button" class="btn" ?disabled=${this.busy} @click=${this.#send}>${answerWords.noReason}</button>` : nothing}
        <button type="button" class="btn ghost" @click=${this.#leave}>${answerWords.cancel}</button>
      </div>
    </form>`
  }

  #proof(): TemplateResult {
    if (this.proving) return html`<tacit-evidence-fields .evidence=${this.evidence}></tacit-evidence-fields>`
    return html`<button type="button" class="btn ghost prove" @click=${() => void this.prove()}>${iconSvg('plus')}${answerWords.addEvidence}</button>`
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.verdict === 'refute' && this.reasonField.value.trim() === '') {
      this.asked = true
      this.reasonField.focus()
      return
    }
    this.#send()
  }

  /** A confirmation is written here for its evidence: without a reason it needs some. */
  readonly #send = (): void => {
    const reason = this.reasonField.value.trim()
    const proof = this.evidenceFields
    const proves = proof !== null && (proof.begun || (this.verdict === 'confirm' && reason === ''))
    const evidence = proves ? proof.take() : undefined
    if (proves && evidence === undefined) return
    this.#tell('draft-sent', { verdict: this.verdict, ...(evidence === undefined ? {} : { evidence }), ...(reason === '' ? {} : { reason }) } satisfies DraftSent)
  }

  readonly #leave = (): void => this.#tell('draft-left', undefined)

  readonly #key = onEscape(this.#leave)

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-answer-draft': TacitAnswerDraft }
}
