// One of the two estimates of a risk: five steps with a word for each, as radio buttons (arrows move, a press sets).
// Shows where the rules count it higher than people do. Tells `rated` {value}, undefined for "not rated".
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import type { Look } from '../../ui/looks.ts'
import { ringSvg } from '../../ui/ring.ts'
import { riskWords as words } from './words.ts'

export interface Rated { readonly value: number | undefined }

const STEPS = [1, 2, 3, 4, 5] as const

@customElement('tacit-rating-scale')
export class TacitRatingScale extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    fieldset { display: grid; grid-template-columns: 96px minmax(0, 1fr); align-items: start; gap: 2px 0; }
    legend { float: left; padding: 4px 0; color: var(--ink-2); }
    .line { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; min-width: 0; }
    .steps { display: flex; gap: 3px; }
    label { display: grid; place-items: center; width: 30px; height: 28px; border-radius: var(--r2); box-shadow: inset 0 0 0 1px var(--line-2); font-weight: 500; color: var(--ink-2); }
    label:hover { background: var(--hover); }
    label.at { background: var(--ink); color: var(--on-ink); box-shadow: none; }
    label.counts { box-shadow: none; border: 1.5px dashed var(--st-line); color: var(--st); background: none; }
    label:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
    .said { display: inline-flex; align-items: center; gap: 2px; min-height: 28px; }
    .word { font-weight: 500; }
    .word.none { color: var(--ink-3); font-weight: 400; }
    .counted { display: inline-flex; align-items: center; gap: 6px; color: var(--st); font-weight: 500; }
    @media (pointer: coarse), (max-width: 720px) { label { width: 44px; height: 44px; } .icon-btn.sm { width: 44px; height: 44px; } }
    @media (max-width: 400px) { fieldset { grid-template-columns: 1fr; } }
    @media (forced-colors: active) { label { border: 1px solid ButtonBorder; } label.at { forced-color-adjust: none; background: Highlight; color: HighlightText; } label.counts { border: 2px dashed CanvasText; } }
  `]

  @property() label = ''
  /** Of each step, from 1 on. */
  @property({ attribute: false }) steps: readonly string[] = []
  @property({ attribute: false }) value: number | null = null
  /** As what it counts, when that is more than people say; with the look of what makes it so. */
  @property({ attribute: false }) counts: { readonly value: number; readonly look: Look } | undefined
  @property({ type: Boolean }) writable = false

  override render(): TemplateResult {
    const { value, counts, writable } = this
    const said = value === null ? words.notSaid : this.steps[value - 1] ?? ''
    const counted = counts === undefined ? nothing : html`<span class="counted s-${counts.look}">${ringSvg(undefined, counts.look, 14)}${words.raisedTo(counts.value)}</span>`
    if (!writable) return html`<fieldset><legend>${this.label}</legend><span class="line"><span class="word ${value === null ? 'none' : ''}">${value === null ? said : words.of(value, said)}</span>${counted}</span></fieldset>`
    return html`<fieldset aria-describedby="said"><legend>${this.label}</legend><div class="line"><div class="steps">${STEPS.map((step) => this.#step(step))}</div>
      <span class="said"><span class="word ${value === null ? 'none' : ''}" id="said">${said}</span>${value === null ? nothing : html`<button type="button" class="icon-btn sm" aria-label=${words.clear(this.label)} title=${words.clear(this.label)} @click=${() => this.#clear()}>${iconSvg('x', 14)}</button>`}</span>${counted}</div></fieldset>`
  }

  #step(step: number): TemplateResult {
    const { value, counts } = this
    const word = this.steps[step - 1] ?? ''
    const look = step === counts?.value && step !== value ? `counts s-${counts.look}` : ''
    return html`<label class="${step === value ? 'at' : look}" title=${word}><input class="sr" type="radio" name="step" value=${step} aria-label=${words.step(step, word)} .checked=${step === value} @change=${() => this.#tell(step)}>${step}</label>`
  }

  /** The button goes: the focus stays with the steps. */
  #clear(): void {
    this.renderRoot.querySelector<HTMLElement>('input')?.focus()
    this.#tell(undefined)
  }

  #tell(value: number | undefined): void {
    this.dispatchEvent(new CustomEvent<Rated>('rated', { detail: { value }, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-rating-scale': TacitRatingScale }
}
