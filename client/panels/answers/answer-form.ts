// "Your answer": is it true, as far as you know? Confirm is one press; a dispute asks for its reason; evidence can go
// with both. Takes who you are and what was heard, tells `answer-given`, and keeps the draft until the answer is stored.
//
//   resting ──Dispute / Unsure / Add evidence──► open form ──send──► busy ──settle('')──► resting
//      └────────────Confirm, Withdraw────────────────────────────────┘  └─settle(why)──► as before, with why
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Evidence, Person, Verdict } from '../../../shared/board/records.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import type { AssumptionJudgement } from '../../../shared/rules/judgements.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/diff.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { iconSvg, type IconName } from '../../ui/icon.ts'
import { lookOf } from '../../ui/looks.ts'
import { dayInWords } from '../../language/dates.ts'
import './evidence-fields.ts'
import type { TacitEvidenceFields } from './evidence-fields.ts'
import { standingAnswerOf, wordsOf, type Heard, type HeardOnCard } from '../heard.ts'
import { answerWords } from '../words.ts'

export interface AnswerGiven { readonly verdict: Verdict; readonly evidence?: Evidence; readonly reason?: string }
type OpenForm = 'none' | 'evidence' | 'dispute' | 'unsure'

@customElement('tacit-answer-form')
export class TacitAnswerForm extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .you { padding: 16px 20px; background: var(--st-tint); border-block: 1px solid var(--line); }
    .s-unconfirmed, .s-stale { border-block: 1.5px dashed var(--st-line); }
    .s-disputed { border-block: 4px double var(--st-line); }
    .s-confirmed, .s-retired { background: none; }
    .row { margin-top: 10px; flex-wrap: wrap; }
    .btn { height: 36px; padding: 0 14px; }
    .row .btn:not(.primary, .ghost) { background: var(--surface); }
    .row.more { margin: 4px 0 -4px -14px; gap: 0; }
    .row.more:empty { display: none; }
    .hint { margin-top: 8px; color: var(--ink-2); }
    form { display: grid; gap: 10px; margin-top: 10px; }
    form .row { margin-top: 2px; }
    .was { margin: 6px 0 2px; padding: 8px 12px; border-radius: var(--r2); background: var(--surface); }
    .error { margin-top: 10px; }
    .error[hidden] { display: none; }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } .row:not(.more) > .btn { flex: 1 1 auto; } }
    @media (max-width: 480px) { .for { display: none; } }
  `]

  @property({ attribute: false }) heard: HeardOnCard | undefined
  @property({ attribute: false }) judgement: AssumptionJudgement | undefined
  /** Undefined for readers. */
  @property({ attribute: false }) me: Person | undefined
  @property() team = ''
  /** This person wrote or last changed the words. */
  @property({ type: Boolean }) author = false
  @property({ type: Number }) now = 0
  /** The statement for which an answer was just stored, when it is not the current one any more. */
  @property() overtaken = ''

  @state() private open: OpenForm = 'none'
  @state() private busy = false
  @state() private failure = ''
  @state() private reasonless = false
  @query('tacit-evidence-fields') private readonly evidenceFields!: TacitEvidenceFields | null
  @query('.reason') private readonly reasonField!: TacitField | null

  /** Called by whoever sent the answer: with a sentence when it was not stored, else with ''. */
  settle(failure: string): void {
    this.busy = false
    this.failure = failure
    if (failure === '') this.#close()
  }

  override render(): TemplateResult {
    if (this.heard === undefined || this.judgement === undefined) return html``
    const look = lookOf(this.judgement.state)
    return html`<section class="you s-${look}" aria-label=${answerWords.label}>
      ${this.#blocked() ?? this.#answerable(this.heard)}
      ${this.overtaken === '' ? nothing : html`<p class="hint">${answerWords.changedMeanwhile}</p><tacit-diff class="was" .was=${wordsOf(this.overtaken)} .now=${wordsOf(this.heard.statement)}></tacit-diff>`}
      <p class="error" role="alert" ?hidden=${this.failure === ''}>${this.failure}</p>
    </section>`
  }

  #blocked(): TemplateResult | undefined {
    if (this.judgement?.state === 'retired') return html`<p>${answerWords.retired}</p>`
    if (this.me === undefined) return html`<p>${answerWords.reader}</p>`
    if (this.me.role === 'guest') return html`<p>${answerWords.guest}</p>`
    if (this.me.team !== '') return undefined
    return html`<p>${answerWords.noTeam}</p><p class="row"><button type="button" class="btn" @click=${() => this.#tell('profile-wanted', {})}>${answerWords.chooseTeam}</button></p>`
  }

  #answerable(heard: HeardOnCard): TemplateResult {
    const mine = standingAnswerOf(heard, this.me?.id ?? '')
    return html`${this.#lead(mine, heard)}
      ${this.open === 'none' ? this.#buttons(mine) : this.#form(mine)}
      ${this.open === 'none' && this.judgement?.reasons.includes('needs_evidence') === true ? html`<p class="hint">${answerWords.needsEvidence}</p>` : nothing}`
  }

  #lead(mine: Heard | undefined, heard: HeardOnCard): TemplateResult {
    if (mine === undefined) {
      const seat = this.judgement?.seats[this.me?.team ?? '']
      const seated = seat !== undefined
      const lead = seat === 'confirmed' ? answerWords.teamConfirmed(this.team) : answerWords.depends(this.team)
      return html`<p>${seated ? html`<b>${lead}</b> ` : nothing}${answerWords.question}</p>
        ${seated ? nothing : html`<p class="hint">${answerWords.noSeat(this.team)}</p>`}${this.author ? html`<p class="hint">${answerWords.author}</p>` : nothing}`
    }
    if (!mine.current) return html`<p>${answerWords.earlierWording}</p><tacit-diff class="was" .was=${wordsOf(mine.record.basis)} .now=${wordsOf(heard.statement)}></tacit-diff>`
    return html`<p><b>${answerWords.yourAnswer(mine.record.verdict, this.team, dayInWords(mine.record.at, this.now))}</b> ${this.#isExpired() ? answerWords.expired : nothing}</p>`
  }

  #isExpired(): boolean {
    return this.judgement?.reasons.includes(`expired:${this.me?.id ?? ''}`) === true
  }

  #buttons(mine: Heard | undefined): TemplateResult {
    const verdict = mine?.current === true ? mine.record.verdict : undefined
    const confirmed = verdict === 'confirm' && !this.#isExpired()
    const again = mine?.record.verdict === 'confirm' && !confirmed
    return html`<div class="row">
        ${confirmed ? nothing : this.#button('check', this.#confirmLabel(again), 'primary', () => this.#send({ verdict: 'confirm' }))}
        ${verdict === 'refute' ? nothing : this.#button('notequal', answerWords.dispute, '', () => this.#openForm('dispute'))}
        ${verdict === 'unsure' ? nothing : this.#button('unsure', answerWords.unsure, '', () => this.#openForm('unsure'))}
      </div>
      <div class="row more">
        ${mine === undefined ? nothing : this.#button('undo', answerWords.withdraw, 'ghost', () => this.#send({ verdict: 'withdraw' }))}
        ${verdict === 'refute' ? nothing : this.#button('plus', answerWords.addEvidence, 'ghost', () => this.#openForm('evidence'))}
      </div>`
  }

  /** "Confirm for Product": the team is left out where there is no room. */
  #confirmLabel(again: boolean): TemplateResult {
    return html`${again ? answerWords.confirmAgain : answerWords.confirm}<span class="for">${answerWords.forTeam(this.team)}</span>`
  }

  #button(icon: IconName, label: string | TemplateResult, kind: '' | 'primary' | 'ghost', run: () => void): TemplateResult {
    return html`<button type="button" class="btn ${kind}" ?disabled=${this.busy} @click=${run}>${iconSvg(icon)}<span>${label}</span></button>`
  }

  #form(mine: Heard | undefined): TemplateResult {
    const disputing = this.open === 'dispute'
    const label = disputing ? answerWords.dispute : this.open === 'unsure' ? answerWords.unsure : this.#confirmLabel(false)
    return html`<form @submit=${this.#submit} @keydown=${this.#escape}>
      ${this.open === 'evidence'
        ? html`<tacit-evidence-fields .evidence=${mine?.record.verdict === 'confirm' ? mine.record.evidence : undefined}></tacit-evidence-fields>`
        : html`<tacit-field class="reason" type="multiline" label=${disputing ? answerWords.disputeReason : answerWords.unsureReason} maxlength=${DEFAULT_LIMITS.fieldChars} .error=${this.reasonless ? answerWords.reasonAsked : ''}></tacit-field>`}
      <div class="row">
        <button type="submit" class="btn primary" ?disabled=${this.busy}><span>${this.busy ? answerWords.sending : label}</span></button>
        ${this.reasonless ? html`<button type="button" class="btn" ?disabled=${this.busy} @click=${() => this.#send({ verdict: 'refute' })}>${answerWords.noReason}</button>` : nothing}
        <button type="button" class="btn ghost" @click=${this.#close}>${answerWords.cancel}</button>
      </div>
    </form>`
  }

  readonly #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.open === 'evidence') {
      const evidence = this.evidenceFields?.take()
      if (evidence !== undefined) this.#send({ verdict: 'confirm', evidence })
      return
    }
    const reason = this.reasonField?.value.trim() ?? ''
    if (this.open === 'dispute' && reason === '') {
      this.reasonless = true
      this.reasonField?.focus()
      return
    }
    this.#send({ verdict: this.open === 'dispute' ? 'refute' : 'unsure', ...(reason === '' ? {} : { reason }) })
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    this.#close()
  }

  readonly #close = (): void => {
    this.open = 'none'
    this.reasonless = false
  }

  async #openForm(form: OpenForm): Promise<void> {
    this.open = form
    this.failure = ''
    await this.updateComplete
    ;(this.evidenceFields ?? this.reasonField)?.focus()
  }

  #send(answer: AnswerGiven): void {
    this.busy = true
    this.failure = ''
    this.#tell('answer-given', answer)
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-answer-form': TacitAnswerForm }
}
