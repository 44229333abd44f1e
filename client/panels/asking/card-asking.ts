// "Why?" and "What must be true?" in the details of a card: the chain of its reasons, numbered, each of which opens; the
// last of a chain becomes an assumption or an action in one step. Tells
// `question-asked` {question}, `reason-turned` {id, kind}, and `card-opened`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { shownTitle } from '../../cards/size.ts'
import { canAsk, type Question } from '../../commands/plan/asking.ts'
import { isolated } from '../../language/isolated.ts'
import { sheet } from '../../theme/sheet.ts'
import { ariaKeys, keyCaps } from '../../ui/key-caps.ts'
import { KEY_MAP } from '../../ui/key-map.ts'
import { iconSvg } from '../../ui/icon.ts'
import { cardRef } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { reasonFor, reasonsOf, type Reason } from './reasons.ts'
import { askWords as words } from './words.ts'

export interface QuestionAsked { readonly question: Question }
export interface ReasonTurned { readonly id: string; readonly kind: 'assumption' | 'action' }

@customElement('tacit-card-asking')
export class TacitCardAsking extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    .row { flex-wrap: wrap; gap: 8px; }
    h4 { margin-top: 12px; color: var(--ink-2); font-weight: 500; }
    ol ol { margin-inline-start: 20px; }
    .reason { display: grid; grid-template-columns: 20px minmax(0, 1fr); padding-block: 3px; }
    .n { color: var(--ink-3); font-variant-numeric: tabular-nums; }
    .turn { grid-column: 2; display: flex; flex-wrap: wrap; gap: 4px; margin-inline-start: -8px; }
    @media (pointer: coarse), (max-width: 720px) { .btn { height: 44px; } }
  `]

  @property({ attribute: false }) card: Card | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ type: Boolean }) writable = false

  override render(): TemplateResult | typeof nothing {
    const { card, board } = this
    if (card === undefined || board === undefined) return nothing
    const reasons = reasonsOf(board, card.id)
    const above = reasonFor(board, card.id)
    const asks = this.writable && (canAsk(card, 'why') || canAsk(card, 'premise'))
    if (!asks && reasons.length === 0 && above.length === 0) return nothing
    return html`<h3 class="sr">${words.title}</h3>
      ${asks ? html`<div class="row">${this.#button(card, 'premise')}${this.#button(card, 'why')}</div>` : nothing}
      ${above.length === 0 ? nothing : html`<h4>${words.reasonFor}</h4><ul>${above.map((one) => html`<li>${cardRef(one)}</li>`)}</ul>`}
      ${reasons.length === 0 ? nothing : html`<h4>${words.reasons}</h4>${this.#reasons(reasons)}`}`
  }

  #button(card: Card, question: Question): TemplateResult | typeof nothing {
    if (!canAsk(card, question)) return nothing
    const [key = ''] = KEY_MAP[question].keys
    const title = isolated(shownTitle(card))
    return html`<button type="button" class="btn sm" data-question=${question} aria-keyshortcuts=${ariaKeys([key])}
      @click=${() => this.dispatchEvent(new CustomEvent<QuestionAsked>('question-asked', { detail: { question } }))}>${iconSvg(question === 'why' ? 'why' : 'assumption', 14)}<span>${words[question]}<span class="sr">${question === 'why' ? words.whyOf(title) : words.premiseOf(title)}</span></span><kbd class="kbd" aria-hidden="true">${keyCaps(key)}</kbd></button>`
  }

  #reasons(reasons: readonly Reason[]): TemplateResult {
    return html`<ol>${repeat(reasons, ({ card }) => card.id, ({ card, depth, because }) => html`<li><div class="reason"><span class="n">${depth}</span><span>${cardRef(card)}</span>
      ${because.length === 0 && card.kind === 'why' && this.writable ? html`<span class="turn">${(['assumption', 'action'] as const).map((kind) => this.#turn(card, kind))}</span>` : nothing}</div>
      ${because.length === 0 ? nothing : this.#reasons(because)}</li>`)}</ol>`
  }

  #turn({ id }: Card, kind: ReasonTurned['kind']): TemplateResult {
    return html`<button type="button" class="btn sm ghost" @click=${() => this.dispatchEvent(new CustomEvent<ReasonTurned>('reason-turned', { detail: { id, kind } }))}>${words.turn[kind]}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-asking': TacitCardAsking }
}
