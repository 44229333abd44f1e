// The exposure of a risk in a sentence: how much, and why it is not what people estimate, each card in it a button. Only
// what is raised by doubt has a colour. Tells `card-opened`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { sheet } from '../../theme/sheet.ts'
import { ringSvg } from '../../ui/ring.ts'
import { cardRef } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { doubtLook, exposureText, reasonOf, type Part, type RiskFacts } from './risk-facts.ts'
import { riskWords as words } from './words.ts'

/** A sentence with its cards as buttons. */
export function sentence(parts: readonly Part[]): TemplateResult {
  return html`${parts.map((part) => (typeof part === 'string' ? part : cardRef(part)))}`
}

@customElement('tacit-exposure-note')
export class TacitExposureNote extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    :host { gap: 4px; font-size: inherit; line-height: inherit; }
    .lead { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; color: var(--st, var(--ink)); font-weight: 600; }
    .state { color: var(--ink-2); font-weight: 400; }
    .why { color: var(--ink-2); overflow-wrap: anywhere; text-wrap: pretty; max-width: 68ch; }
    .why .ref { color: var(--ink); }
  `]

  @property({ attribute: false }) facts: RiskFacts | undefined

  override render(): TemplateResult | typeof nothing {
    const { facts } = this
    if (facts === undefined) return nothing
    const look = doubtLook(facts)
    const means = words.statusMeans[facts.status]
    return html`<p class="lead ${look === undefined ? '' : `s-${look}`}">${look === undefined ? nothing : ringSvg(undefined, look, 16)}<span>${exposureText(facts)}</span></p>
      <p class="why">${sentence(reasonOf(facts))}</p>
      ${means === undefined ? nothing : html`<p class="state"><b>${words.status[facts.status]}.</b> ${means}</p>`}`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-exposure-note': TacitExposureNote }
}
