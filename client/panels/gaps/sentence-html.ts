// A sentence of shared/export on the page: each card in it is a link that opens it beside, and breaks over lines as words
// do. Styled by view-styles.ts. Tells `card-opened` {id}.
import { html, nothing, type TemplateResult } from 'lit'
import type { BoardState } from '../../../shared/board/records.ts'
import type { CardNamed, Sentence } from '../../../shared/export/sentence.ts'
import { isolated } from '../../language/isolated.ts'
import { openCard } from '../overview/card-ref.ts'

/** `at`: the card that is open already, which is named and opens nothing. */
export function sentenceHtml(board: BoardState, sentence: Sentence, at = ''): TemplateResult {
  return html`${sentence.map((piece) => (typeof piece === 'string' ? piece : cardLink(board, piece, at)))}`
}

export function cardLink({ cards }: BoardState, { card, title }: CardNamed, at = ''): TemplateResult {
  if (card === at || cards.get(card)?.deleted !== false) return html`<span class=${card === at ? '' : 'ref gone'} data-card=${card}>${isolated(title)}</span>`
  return html`<a class="ref" href=${`?card=${encodeURIComponent(card)}`} data-card=${card} @click=${(event: MouseEvent) => follow(event, card)}>${isolated(title)}</a>`
}

/** In a window of its own it is opened by the browser. */
function follow(event: MouseEvent, card: string): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  openCard(event, card)
}

/** A list of sentences; `more` says how many are left out, `sign` draws what stands before one. */
export function sentencesHtml(board: BoardState, sentences: readonly Sentence[], more = '', sign?: (sentence: Sentence) => TemplateResult | typeof nothing): TemplateResult {
  return html`<ul class="lined ${sign === undefined ? '' : 'signed'}">${sentences.map((sentence) => html`<li>${sign === undefined ? nothing : sign(sentence)}<div>${sentenceHtml(board, sentence)}</div></li>`)}</ul>${more === '' ? nothing : html`<p class="hint">${more}</p>`}`
}
