// Likelihood up, impact to the right: a table whose cells hold the risks, as buttons with their number of the list. Each
// stands where the rules put it; where people put it a dashed place stays. Shift and an arrow key move the risk that has
// the focus. Tells `card-opened`, and `risk-moved` {id, likelihood, impact} as steps to go.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { shownTitle } from '../../cards/size.ts'
import { sheet } from '../../theme/sheet.ts'
import { ringSvg } from '../../ui/ring.ts'
import { matrixStyles } from './matrix-styles.ts'
import { doubtLook, exposureText, type RiskFacts } from './risk-facts.ts'
import { riskViewWords as words, riskWords } from './words.ts'

/** One step or none in each direction. */
export interface RiskMoved { readonly id: string; readonly likelihood: number; readonly impact: number }

const SCALE = [1, 2, 3, 4, 5] as const
/** More risks in one cell than these are counted, until somebody wants to see them. */
const SHOWN = 3
const BAND_FROM = [[15, 'critical'], [10, 'high'], [5, 'medium'], [1, 'low']] as const
const STEPS: Readonly<Record<string, readonly [likelihood: number, impact: number]>> = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }

const keyOf = (likelihood: number | null, impact: number | null): string => `${likelihood}/${impact}`

interface Numbered { readonly facts: RiskFacts; readonly at: number }

@customElement('tacit-risk-matrix')
export class TacitRiskMatrix extends LitElement {
  static override styles = [...sheet, matrixStyles]

  /** In the order of the list. */
  @property({ attribute: false }) risks: readonly RiskFacts[] = []
  @property({ type: Boolean }) writable = false
  /** Cells that show all of theirs. */
  @state() private open: ReadonlySet<string> = new Set()
  /** Has the focus, and keeps it in the cell that it comes to, whoever moves it there. */
  #moved = ''

  protected override willUpdate(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement
    if (changed.has('risks') && focused instanceof HTMLElement) this.#moved = focused.dataset['risk'] ?? this.#moved
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('risks') || this.#moved === '') return
    const button = this.renderRoot.querySelector<HTMLElement>(`[data-risk="${CSS.escape(this.#moved)}"]`)
    if (button !== null) this.#moved = ''
    button?.focus()
  }

  override render(): TemplateResult {
    const numbered = this.risks.map((facts, at): Numbered => ({ facts, at: at + 1 }))
    const there = Map.groupBy(numbered, ({ facts: { judged } }) => keyOf(judged.likelihood, judged.impact))
    const was = Map.groupBy(numbered.filter(({ facts: { judged, estimate } }) => estimate !== null && estimate !== judged.likelihood), ({ facts: { judged, estimate } }) => keyOf(estimate, judged.impact))
    return html`<table><caption class="sr">${words.caption}</caption>
      <thead><tr><td class="corner"><span class="up" aria-hidden="true"><span>${riskWords.likelihood}</span> ↑</span></td>${SCALE.map((impact) => html`<th scope="col"><b>${impact}</b> <span>${riskWords.impacts[impact - 1]}</span></th>`)}</tr></thead>
      <tbody>${SCALE.toReversed().map((likelihood) => html`<tr><th scope="row"><b>${likelihood}</b> <span>${riskWords.likelihoods[likelihood - 1]}</span></th>
        ${SCALE.map((impact) => this.#cell(likelihood, impact, there.get(keyOf(likelihood, impact)) ?? [], was.get(keyOf(likelihood, impact)) ?? []))}</tr>`)}</tbody></table>
      <p class="right" aria-hidden="true">${riskWords.impact} →</p>`
  }

  #cell(likelihood: number, impact: number, risks: readonly Numbered[], was: readonly Numbered[]): TemplateResult {
    const key = keyOf(likelihood, impact)
    const open = this.open.has(key)
    const shown = open || risks.length <= SHOWN + 1 ? risks : risks.slice(0, SHOWN)
    const exposure = likelihood * impact
    const band = BAND_FROM.find(([from]) => exposure >= from)?.[1] ?? 'low'
    return html`<td class="b-${band}"><span class="exposure num" aria-hidden="true">${exposure}</span>
      ${risks.length === 0 ? nothing : html`<ul>${repeat(shown, ({ facts }) => facts.card.id, (risk) => this.#risk(risk))}</ul>`}
      ${risks.length <= SHOWN + 1 ? nothing : html`<button type="button" class="more" aria-expanded=${open} aria-label=${open ? words.fewer : words.moreLabel(risks.length - shown.length, riskWords.likelihoods[likelihood - 1] ?? '', riskWords.impacts[impact - 1] ?? '')} @click=${() => this.#toggle(key)}>${open ? words.fewer : words.more(risks.length - shown.length)}</button>`}
      ${was.length === 0 ? nothing : html`<span class="was" aria-hidden="true">${was.map(({ at }) => html`<i class="num">${at}</i>`)}</span>`}</td>`
  }

  #risk({ facts, at }: Numbered): TemplateResult {
    const { card, judged, estimate } = facts
    const look = doubtLook(facts)
    const title = shownTitle(card)
    const to = judged.likelihood ?? 0
    const said = look === undefined ? '' : estimate === null ? words.supplied(to) : words.raised(estimate, to)
    return html`<li><button type="button" class="risk ${look === undefined ? '' : `s-${look}`}" data-risk=${card.id} data-card=${card.id} title=${title} aria-keyshortcuts=${this.writable ? 'Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight' : nothing}
      @click=${() => this.#tell('card-opened', { id: card.id })} @keydown=${(event: KeyboardEvent) => this.#key(event, card.id)}>
      <span class="number num">${at}</span> <span class="title">${title}</span>${look === undefined ? nothing : html`<span class="raised">${ringSvg(undefined, look, 14)}${estimate === null ? nothing : html`<span>${words.from(estimate)}</span>`}</span>`}<span class="sr">. ${exposureText(facts)}. ${said}</span></button></li>`
  }

  #toggle(key: string): void {
    const open = new Set(this.open)
    if (!open.delete(key)) open.add(key)
    this.open = open
  }

  #key(event: KeyboardEvent, id: string): void {
    const step = STEPS[event.key]
    if (!this.writable || step === undefined || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    this.#moved = id
    this.#tell<RiskMoved>('risk-moved', { id, likelihood: step[0], impact: step[1] })
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-risk-matrix': TacitRiskMatrix }
}
