// The four checks of a trade in words, in its inspector: whom it is offered to, what is given, what they count in, and
// which of their numbers it improves. What is missing is named. Tells `team-wanted` for the partner's sheet.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CardView } from '../../cards/view.ts'
import { tradeVerdicts } from '../../cards/words.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { ringSvg } from '../../ui/ring.ts'
import { checksOf, tradeShown, type Check } from './trades.ts'
import { tradeWords as words } from './words.ts'

@customElement('tacit-trade-checks')
export class TacitTradeChecks extends LitElement {
  static override styles = [...sheet, css`
    :host { display: grid; gap: 8px; }
    .head { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: baseline; }
    h3 { font-size: 13px; line-height: 20px; }
    .verdict { color: var(--st, var(--ink-2)); font-weight: 500; }
    ol { display: grid; gap: 4px; }
    li { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 0 8px; overflow-wrap: anywhere; }
    li .ring, li .icon { margin-top: 3px; }
    .missing { color: var(--st); font-weight: 500; }
    .later { color: var(--ink-3); }
    .dot { width: 6px; height: 6px; margin: 7px 0 0 4px; border-radius: 50%; box-shadow: inset 0 0 0 1px var(--line-2); }
    .link { justify-self: start; }
    @media (pointer: coarse) { .link { min-height: 44px; } }
  `]

  @property({ attribute: false }) view: CardView | undefined

  override render(): TemplateResult | typeof nothing {
    if (this.view === undefined) return nothing
    const { card, board, judgements } = this.view
    const trade = tradeShown(board, card, judgements.trade(card.id))
    const whole = trade.word === 'in_their_currency'
    return html`<div class="head ${whole ? '' : 's-unconfirmed'}"><h3>${words.checks}</h3><span class="verdict">${tradeVerdicts[trade.word]}</span></div>
      <ol>${checksOf(trade).map((check) => row(check))}</ol>
      ${trade.partner === undefined ? nothing : html`<button type="button" class="link" @click=${() => this.#open(trade.partner ?? '')}>${words.openSheet(trade.to)}</button>`}`
  }

  #open(team: string): void {
    this.dispatchEvent(new CustomEvent('team-wanted', { detail: { team }, bubbles: true, composed: true }))
  }
}

function row({ state, text }: Check): TemplateResult {
  const sign = state === 'done' ? iconSvg('check', 14) : state === 'missing' ? ringSvg(undefined, 'unconfirmed', 14) : html`<i class="dot"></i>`
  return html`<li class="${state} ${state === 'missing' ? 's-unconfirmed' : ''}" data-state=${state}>${sign}<span>${text}<span class="sr"> (${words[state]})</span></span></li>`
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-trade-checks': TacitTradeChecks }
}
