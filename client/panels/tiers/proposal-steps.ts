// The steps of a proposal in the inspector: the level that is reached, then the steps with what each asks and how that
// stands, to be changed where they are read. Tells `field-changed` and `card-opened`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CardView } from '../../cards/view.ts'
import { sheet } from '../../theme/sheet.ts'
import type { FieldChanged } from '../facts/fact-field.ts'
import '../facts/tier-list.ts'
import type { TiersChanged } from '../facts/tier-list.ts'
import { fieldWords } from '../words.ts'
import { levelSaid, stepsOf } from './steps.ts'

@customElement('tacit-proposal-steps')
export class TacitProposalSteps extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    h3 { font-size: 13px; line-height: 20px; }
    p { color: var(--ink-2); margin-bottom: 8px; }
  `]

  @property({ attribute: false }) view: CardView | undefined
  @property({ type: Boolean }) writable = false

  override render(): TemplateResult | typeof nothing {
    const { view } = this
    if (view === undefined) return nothing
    const { card, board, judgements } = view
    const proposal = stepsOf(view, card)
    return html`<h3>${fieldWords.label['tiers']}</h3>${proposal.steps.length === 0 ? nothing : html`<p>${levelSaid(proposal)}</p>`}
      <tacit-tier-list .value=${card.fields['tiers']} .board=${board} .judgements=${judgements} .writable=${this.writable && !card.deleted} @tiers-changed=${this.#changed}></tacit-tier-list>`
  }

  readonly #changed = ({ detail: { tiers } }: CustomEvent<TiersChanged>): void => {
    const value = tiers.length === 0 ? undefined : tiers.map(({ name, conditions }) => ({ name, conditions }))
    this.dispatchEvent(new CustomEvent<FieldChanged>('field-changed', { detail: { field: 'tiers', value } }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-proposal-steps': TacitProposalSteps }
}
