// A sentence of shared/export on the page: each card in it is a button that opens it. Styled by view-styles.ts.
import { html, nothing, type TemplateResult } from 'lit'
import type { BoardState } from '../../../shared/board/records.ts'
import type { CardNamed, Sentence } from '../../../shared/export/sentence.ts'
import { isolated } from '../../language/isolated.ts'
import { openCard } from '../overview/card-ref.ts'

/** `at`: the card that is open already, which is named and opens nothing. */
export function sentenceHtml(board: BoardState, sentence: Sentence, at = ''): TemplateResult {
  return html`${sentence.map((piece) => (typeof piece === 'string' ? piece : piece.card === at ? html`<span data-card=${piece.card}>${isolated(piece.title)}</span>` : named(board, piece)))}`
}

function named({ cards }: BoardState, { card, title }: CardNamed): TemplateResult {
  return html`<button type="button" class="ref" data-card=${card} ?disabled=${cards.get(card)?.deleted !== false} @click=${(event: Event) => openCard(event, card)}>${isolated(title)}</button>`
}

/** A list of sentences, at most `most` of them; `more` says how many are left out. */
export function sentencesHtml(board: BoardState, sentences: readonly Sentence[], most: number, more: (count: number) => string): TemplateResult {
  return html`<ul class="lined">${sentences.slice(0, most).map((sentence) => html`<li>${sentenceHtml(board, sentence)}</li>`)}</ul>${sentences.length > most ? html`<p class="hint">${more(sentences.length - most)}</p>` : nothing}`
}
