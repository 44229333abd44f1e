// A card named in a sentence or a list of the overview: its sign and its words on a button that opens it beside. Styled
// by view-styles.ts. Tells `card-opened` {id}.
import { html, type TemplateResult } from 'lit'
import type { Card } from '../../../shared/board/records.ts'
import { KINDS } from '../../cards/kinds.ts'
import { shownTitle } from '../../cards/size.ts'
import { isolated } from '../../language/isolated.ts'
import { iconSvg } from '../../ui/icon.ts'

/** For a place in a sentence or a list; a card that was deleted is named and opens nothing. */
export function cardRef(card: Card): TemplateResult {
  return html`<button type="button" class="ref" data-card=${card.id} ?disabled=${card.deleted} @click=${(event: Event) => openCard(event, card.id)}>${iconSvg(KINDS[card.kind].glyph, 14)}<span>${isolated(shownTitle(card))}</span></button>`
}

/** Of a button that was pressed. */
export function openCard(event: Event, id: string): void {
  event.currentTarget?.dispatchEvent(new CustomEvent('card-opened', { detail: { id }, bubbles: true, composed: true }))
}
