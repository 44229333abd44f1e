// What came of a decision so far: where it stands, the reasons of the one who decided, that it was never examined, when
// it is looked at again. Says so plainly; only the doubt that it inherits has a colour, and that stands beside it.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CardView } from '../../cards/view.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg, type Icon } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { directiveLacks, outcomeOf, rationaleOf, reviewOf, unexamined } from './outcome.ts'
import { outcomeWords as words } from './words.ts'

@customElement('tacit-outcome-note')
export class TacitOutcomeNote extends LitElement {
  static override styles = [...sheet, css`
    :host { display: grid; gap: 6px; margin-top: 10px; }
    p { color: var(--ink-2); text-wrap: pretty; }
    .state { color: var(--ink); }
    .line { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 8px; }
    .line .icon { margin-top: 3px; color: var(--ink-3); }
    blockquote { margin: 2px 0; padding-left: 12px; border-left: 2px solid var(--line-2); color: var(--ink-2); overflow-wrap: anywhere; white-space: pre-line; }
  `]

  @property({ attribute: false }) view: CardView | undefined

  override render(): TemplateResult {
    const { view } = this
    if (view === undefined) return html``
    const rationale = rationaleOf(view)
    return html`<p class="state">${outcomeOf(view)}</p>
      ${rationale === '' ? nothing : html`<blockquote><span class="sr">${words.rationale}: </span>${rationale}</blockquote>`}
      ${this.#line('person', directiveLacks(view))}${this.#line('assumption', unexamined(view))}${this.#line(later.calendar, reviewOf(view))}`
  }

  #line(icon: Icon, text: string): TemplateResult | typeof nothing {
    return text === '' ? nothing : html`<p class="line">${iconSvg(icon)}<span>${text}</span></p>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-outcome-note': TacitOutcomeNote }
}
