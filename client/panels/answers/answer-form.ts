// "Your answer": is it true, as far as you know? Confirm is one press; a dispute asks for its reason; evidence can go
// with each. Takes who you are and what was heard, tells `answer-given`, and keeps the draft until the answer is stored.
// An answer that waits to be sent shows in place of the question, and `waiting-dropped` tells to forget it.
//
//   resting ──Dispute / Unsure / Add evidence──► draft ──send──► busy ──settle('')──► resting
//      └────────────Confirm, Withdraw───────────────────────────┘  └─settle(why)──► as before, with why
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Card, Evidence, Person, Verdict } from '../../../shared/board/records.ts'
import type { AssumptionJudgement } from '../../../shared/rules/judgements.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/diff.ts'
import { iconSvg, type Icon } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { lookOf } from '../../ui/looks.ts'
import { dayInWords } from '../../language/dates.ts'
import './answer-draft.ts'
import type { DraftSent, DraftVerdict, TacitAnswerDraft } from './answer-draft.ts'
import './prompt-note.ts'
import { DraftKeeper } from '../draft-keeper.ts'
import { standingAnswerOf, wordsOf, type Heard, type HeardOnCard } from '../heard.ts'
import { answerWords } from '../words.ts'

export interface AnswerGiven { readonly verdict: Verdict; readonly evidence?: Evidence; readonly reason?: string }
/** An answer that the server does not have yet. */
export interface WaitingAnswer { readonly verdict: Verdict; readonly basis: string; readonly refused?: string }

@customElement('tacit-answer-form')
export class TacitAnswerForm extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .you { padding: 16px 20px; background: var(--st-tint); border-block: 1px solid var(--line); }
    .s-unconfirmed, .s-stale { border-block: 1.5px dashed var(--st-line); }
    .s-disputed { border-block: 4px double var(--st-line); }
    .s-confirmed, .s-retired { background: none; }
    .lead:focus-visible { outline-offset: 6px; border-radius: var(--r1); }
    .row { margin-top: 10px; flex-wrap: wrap; }
    .btn { height: 36px; padding: 0 14px; }
    .row .btn:not(.primary, .ghost) { background: var(--surface); }
    .row.more { margin: 4px 0 -4px -14px; gap: 0; }
    .row.more:empty { display: none; }
    .hint { margin-top: 8px; color: var(--ink-2); }
    .was { margin: 6px 0 2px; padding: 8px 12px; border-radius: var(--r2); background: var(--surface); }
    p .icon { display: inline-block; vertical-align: -2px; }
    .error { margin-top: 10px; }
    .error[hidden] { display: none; }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } .row:not(.more) > .btn { flex: 1 1 auto; } }
    @media (max-width: 480px) { .for { display: none; } }
    @media (forced-colors: active) { .row.more { margin: 8px 0 0; gap: 8px; } }
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
  /** What this person answered and the server does not have yet. */
  @property({ attribute: false }) waiting: WaitingAnswer | undefined
  /** What speaks against it and is newer than this person's confirmation. */
  @property({ attribute: false }) newer: readonly Card[] = []
  /** What the assumption says to watch for. */
  @property() signpost = ''

  readonly #draft = new DraftKeeper<DraftVerdict>(this, { draft: 'tacit-answer-draft', lead: '.lead', opens: 'data-opens' })
  @query('tacit-answer-draft') private readonly draft!: TacitAnswerDraft | null

  /** Called by whoever sent the answer: with a sentence when it was not stored, else with ''. */
  settle(failure: string): void {
    this.#draft.settle(failure)
  }

  /** Opens the draft of a confirmation with its evidence; nothing for those who cannot answer. */
  prove(): void {
    if (this.#blocked() !== undefined) return
    if (this.draft === null) void this.#draft.write('confirm')
    else void this.draft.prove()
  }

  override render(): TemplateResult {
    if (this.heard === undefined || this.judgement === undefined) return html``
    const look = lookOf(this.judgement.state)
    return html`<section class="you s-${look}" aria-label=${answerWords.label}>
      ${this.#blocked() ?? this.#answerable(this.heard)}
      ${this.overtaken === '' ? nothing : html`<p class="hint">${answerWords.changedMeanwhile}</p><tacit-diff class="was" .was=${wordsOf(this.overtaken)} .now=${wordsOf(this.heard.statement)}></tacit-diff>`}
      <p class="error" role="alert" ?hidden=${this.#draft.failure === ''}>${this.#draft.failure}</p>
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
    const { open, busy } = this.#draft
    return html`<div class="lead" tabindex="-1">${this.waiting === undefined || busy ? this.#lead(mine, heard) : this.#waits(this.waiting, heard)}</div>
      ${this.#asksAgain() ? html`<tacit-prompt-note .cards=${this.newer} .signpost=${this.signpost}></tacit-prompt-note>` : nothing}
      ${open === undefined ? this.#buttons(mine) : html`<tacit-answer-draft verdict=${open} label=${this.#label(open)} .busy=${busy} .evidence=${mine?.record.verdict === open ? mine.record.evidence : undefined}
        .statement=${heard.statement} @draft-sent=${(event: CustomEvent<DraftSent>) => this.#send(event.detail)} @draft-left=${this.#draft.leave}></tacit-answer-draft>`}
      ${open === undefined && this.judgement?.reasons.includes('needs_evidence') === true ? html`<p class="hint">${answerWords.needsEvidence}</p>` : nothing}`
  }

  #label(verdict: DraftVerdict): string {
    if (verdict === 'confirm') return `${answerWords.confirm}${answerWords.forTeam(this.team)}`
    return verdict === 'refute' ? answerWords.dispute : answerWords.unsure
  }

  #waits({ verdict, basis, refused }: WaitingAnswer, heard: HeardOnCard): TemplateResult {
    return html`<p role="status">${iconSvg(later.hourglass, 14)} <b>${answerWords.waiting(verdict, this.team)}</b> ${refused === undefined ? answerWords.waitingWhy : answerWords.waitingRefused(refused)}</p>
      ${basis === heard.statement ? nothing : html`<p class="hint">${answerWords.waitingWording}</p><tacit-diff class="was" .was=${wordsOf(basis)} .now=${wordsOf(heard.statement)}></tacit-diff>`}
      <div class="row more">${this.#button('undo', answerWords.dropWaiting, 'ghost', () => this.#drop())}</div>`
  }

  #drop(): void {
    this.#draft.toLead()
    this.#tell('waiting-dropped', {})
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

  /** Not while an answer is on its way. */
  #asksAgain(): boolean {
    return this.newer.length > 0 && this.waiting === undefined
  }

  #isExpired(): boolean {
    return this.judgement?.reasons.includes(`expired:${this.me?.id ?? ''}`) === true
  }

  #buttons(mine: Heard | undefined): TemplateResult {
    const verdict = this.waiting?.verdict ?? (mine?.current === true ? mine.record.verdict : undefined)
    const confirmed = verdict === 'confirm' && (this.waiting !== undefined || !(this.#isExpired() || this.#asksAgain()))
    const again = mine?.record.verdict === 'confirm' && !confirmed
    return html`<div class="row">
        ${confirmed ? nothing : this.#button('check', this.#confirmLabel(again), 'primary', () => this.#send({ verdict: 'confirm' }))}
        ${verdict === 'refute' ? nothing : this.#button('notequal', answerWords.dispute, '', () => void this.#draft.write('refute'), 'refute')}
        ${verdict === 'unsure' ? nothing : this.#button('unsure', answerWords.unsure, '', () => void this.#draft.write('unsure'), 'unsure')}
      </div>
      <div class="row more">
        ${mine === undefined || this.waiting !== undefined ? nothing : this.#button('undo', answerWords.withdraw, 'ghost', () => this.#send({ verdict: 'withdraw' }))}
        ${verdict === 'refute' ? nothing : this.#button('plus', answerWords.addEvidence, 'ghost', () => void this.#draft.write('confirm'), 'confirm')}
      </div>`
  }

  /** "Confirm", said aloud with the team; above the buttons the team stands in words. */
  #confirmLabel(again: boolean): TemplateResult {
    return html`${again ? answerWords.confirmAgain : answerWords.confirm}<span class="for sr">${answerWords.forTeam(this.team)}</span>`
  }

  #button(icon: Icon, label: string | TemplateResult, kind: '' | 'primary' | 'ghost', run: () => void, opens?: DraftVerdict): TemplateResult {
    return html`<button type="button" class="btn ${kind}" data-opens=${opens ?? nothing} ?disabled=${this.#draft.busy} @click=${run}>${iconSvg(icon)}<span>${label}</span></button>`
  }

  #send(answer: AnswerGiven): void {
    this.#draft.send()
    this.#tell('answer-given', answer)
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-answer-form': TacitAnswerForm }
}
