// One side's answer to what is written now: what changed since it was given last, with the note of whoever changed it,
// and the choice. Takes the side, tells `ack-given`; knows nothing of how it is sent. What waits to be sent is told.
//
//   asked ──choose──► chosen ──Answer──► busy ──settle('')──► answered ──Change──► asked
//                                          └──settle(why)──► chosen, with why
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BoardState, Person } from '../../../shared/board/records.ts'
import type { PostAck } from '../../../shared/protocol/said.ts'
import { RESPONSES, type Response } from '../../../shared/rules/dependency.ts'
import { sheet } from '../../theme/sheet.ts'
import type { Waiting } from '../../session/shelf.ts'
import { choiceStyles } from '../choice-styles.ts'
import { changesHtml, changeStyles, toldHtml } from './what-changed.ts'
import { isChange, teamNamed, type ChangeTold, type Side } from './lines.ts'
import { answerWords } from './words.ts'

export type AckGiven = Pick<PostAck, 'side' | 'response' | 'reason'> & { readonly basis: string }
export type WaitingAck = Extract<Waiting, { readonly root: 'acks' }>

@customElement('tacit-line-answer')
export class TacitLineAnswer extends LitElement {
  static override styles = [...sheet, choiceStyles, changeStyles, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    .ask { display: grid; gap: 10px; padding: 12px; border-radius: var(--r3); background: var(--canvas); }
    .ask.change { background: var(--stale-tint); }
    :host([plain]) .ask { padding: 0; background: none; }
    .lead:focus-visible { outline-offset: 4px; border-radius: var(--r1); }
    form { display: grid; gap: 8px; }
    .give { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
    .give .field { flex: 1 1 200px; }
    .done { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; }
    @media (pointer: coarse), (max-width: 720px) { .give .btn, .give .input { height: 44px; } }
    @media (forced-colors: active) { .ask { border: 1px solid CanvasText; } }
  `]

  @property({ attribute: false }) side: Side | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) me: Person | undefined
  @property({ attribute: false }) told: ChangeTold | undefined
  @property({ attribute: false }) waiting: WaitingAck | undefined
  @property({ type: Number }) now = 0
  /** What changed is shown beside it. */
  @property({ type: Boolean, reflect: true }) plain = false
  @state() private chosen: Response | undefined
  @state() private again = false
  @state() private busy = false
  @state() private failure = ''
  @query('.lead') private readonly lead!: HTMLElement | null
  @query('.reason') private readonly reason!: HTMLInputElement | null

  /** Called by whoever sent it: with a sentence when it was not stored, else with ''. */
  settle(failure: string): void {
    this.busy = false
    this.failure = failure
    if (failure !== '') return
    if (this.matches(':focus-within')) this.lead?.focus()
    this.chosen = undefined
    this.again = false
  }

  override render(): TemplateResult | typeof nothing {
    const { side, board, me } = this
    if (side?.basis === undefined || board === undefined || me === undefined) return nothing
    const team = teamNamed(board, side.team).name
    const mine = side.current.find(({ person }) => person === me.id)
    if (this.waiting !== undefined && !this.busy) return html`<div class="ask"><p class="lead" tabindex="-1" role="status">${answerWords.waiting(answerWords.response[this.waiting.response])}</p>
      ${this.waiting.refused === undefined ? nothing : html`<p class="error">${this.waiting.refused}</p>`}
      <div><button type="button" class="btn sm" @click=${() => this.#tell('ack-dropped', { id: this.waiting?.id })}>${answerWords.drop}</button></div></div>`
    const answered = side.alert === undefined && !this.again
    if (answered) return html`<div class="done"><button type="button" class="btn sm ghost lead" style="margin-left: -10px" @click=${this.#change}>${mine === undefined ? answerWords.label(team) : answerWords.again}</button></div>`
    return html`<div class="ask ${isChange(side.alert) ? 'change' : ''}" role="group" aria-label=${answerWords.label(team)}>
      ${this.plain ? nothing : toldHtml(board, side.side === 'consumer' ? this.told : undefined, this.now)}
      ${side.alert === undefined || this.plain ? html`<p class="lead" tabindex="-1"><b>${answerWords.label(team)}</b></p>` : html`<p class="lead" tabindex="-1"><b>${answerWords.question[side.alert](team)}</b></p>`}
      ${this.plain ? nothing : changesHtml(side)}${this.#form(side)}</div>`
  }

  #form({ side }: Side): TemplateResult {
    const { chosen } = this
    return html`<form @submit=${this.#send} @keydown=${this.#key}>
      <fieldset><legend class="sr">${answerWords.choose}</legend>${RESPONSES[side].map((response) => html`<label class="choice" title=${answerWords.meaning[response]}>
        <input type="radio" name="response" value=${response} aria-label="${answerWords.response[response]}. ${answerWords.meaning[response]}" .checked=${chosen === response} ?disabled=${this.busy} @change=${() => this.#choose(response)}><span class="btn">${answerWords.response[response]}</span></label>`)}</fieldset>
      ${chosen === undefined ? nothing : html`<div class="give"><div class="field"><label for="reason">${answerWords.reason[chosen]}</label><input id="reason" class="input reason" maxlength="2000" ?disabled=${this.busy}></div>
        <button class="btn primary lg" ?disabled=${this.busy}>${answerWords.give}</button></div>`}
      ${this.again ? html`<div><button type="button" class="btn sm ghost" style="margin-left: -10px" @click=${this.#leave}>${answerWords.leave}</button></div>` : nothing}
      <p class="error" role="alert" ?hidden=${this.failure === ''}>${this.failure}</p></form>`
  }

  #choose(response: Response): void {
    this.chosen = response
    this.failure = ''
  }

  readonly #change = async (): Promise<void> => {
    this.again = true
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('input[type=radio]')?.focus()
  }

  readonly #leave = async (): Promise<void> => {
    this.again = false
    this.chosen = undefined
    await this.updateComplete
    this.lead?.focus()
  }

  /** What is typed here is no command of the board. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation()
  }

  readonly #send = (event: Event): void => {
    event.preventDefault()
    const { side, chosen } = this
    if (side?.basis === undefined || chosen === undefined) return
    const reason = this.reason?.value.trim() ?? ''
    this.busy = true
    this.failure = ''
    this.#tell<AckGiven>('ack-given', { side: side.side, response: chosen, basis: side.basis, ...(reason === '' ? {} : { reason }) })
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-line-answer': TacitLineAnswer }
}
