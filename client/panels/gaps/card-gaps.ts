// The gaps of one card, one sentence each with what would close it, for the inspector. Shows nothing where there is none.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { gapSaid } from '../../../shared/export/gap-sentences.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import { sheet } from '../../theme/sheet.ts'
import { agendaTextWords } from '../agenda/words.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { gapsOfCard } from './gaps-of-card.ts'
import { sentenceHtml } from './sentence-html.ts'
import { gapWords as words } from './words.ts'

@customElement('tacit-card-gaps')
export class TacitCardGaps extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    .part { padding: 16px 20px; border-top: 1px solid var(--line); }
    h3 { font-size: 13px; line-height: 20px; margin-bottom: 2px; }
    .lined > li { padding-block: 6px; }
    .closes { color: var(--ink-2); }
  `]

  @property() card = ''
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) judgements: Judgements | undefined

  override render(): TemplateResult | typeof nothing {
    const { board, judgements, card } = this
    if (board === undefined || judgements === undefined) return nothing
    const gaps = gapsOfCard(board, judgements, card)
    if (gaps.length === 0) return nothing
    return html`<section class="part" aria-labelledby="gaps"><h3 id="gaps">${words.title} <span class="count">${gaps.length}</span></h3><ul class="lined">${gaps.map((gap) => {
      const { says, closes } = gapSaid(board, gap, agendaTextWords)
      return html`<li>${sentenceHtml(board, says, card)} <span class="closes">${words.closes} ${closes}</span></li>`
    })}</ul></section>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-gaps': TacitCardGaps }
}
