// What a card that is no assumption stands on, in a sentence or two: the doubt that it inherits, and for a goal what its
// direction does not say yet.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { doubtOf } from '../cards/doubt.ts'
import type { CardView } from '../cards/view.ts'
import { sheet } from '../theme/sheet.ts'
import { ringSvg } from '../ui/ring.ts'
import { standingWords } from './words.ts'

@customElement('tacit-standing-note')
export class TacitStandingNote extends LitElement {
  static override styles = [...sheet, css`:host { display: grid; gap: 6px; } p { color: var(--ink-2); }`]

  @property({ attribute: false }) view: CardView | undefined

  override render(): TemplateResult {
    if (this.view === undefined) return html``
    const { card, judgements } = this.view
    const doubt = doubtOf(this.view)
    const { state } = judgements.standing(card.id)
    const missing = card.kind === 'goal' ? judgements.direction(card.id).missing : []
    return html`
      ${doubt === undefined ? html`<p>${state === 'sound' ? standingWords.sound : standingWords.unexamined}</p>` : html`<p class="s-${doubt.look}"><span class="doubt">${ringSvg(undefined, doubt.look, 14)}${doubt.text}</span></p>`}
      ${missing.length === 0 ? nothing : html`<p>${standingWords.missingList(missing.map((slot) => standingWords.missing[slot]))}</p>`}`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-standing-note': TacitStandingNote }
}
