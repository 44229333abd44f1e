// What a card that is no assumption stands on, in a sentence: the doubt that it inherits, or that there is none.
import { css, html, LitElement, type TemplateResult } from 'lit'
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
    return html`${doubt === undefined ? html`<p>${state === 'sound' ? standingWords.sound : standingWords.unexamined}</p>` : html`<p class="s-${doubt.look}"><span class="doubt">${ringSvg(undefined, doubt.look, 14)}${doubt.text}</span></p>`}`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-standing-note': TacitStandingNote }
}
