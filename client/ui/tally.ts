// All assumptions of a board as ticks, each in the line of its state, the doubtful first. Over `most` ticks the shares
// are kept and the numbers beside it carry the truth.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { marks, reset, states } from '../theme/sheet.ts'
import { LOOKS, type Look } from './looks.ts'
import { words } from './words.ts'

export type LookCounts = Partial<Record<Look, number>>

/** At least one tick for every state that exists, at most `most` in all. */
export function ticksOf(counts: LookCounts, most: number): readonly Look[] {
  const shown = LOOKS.filter((look) => look !== 'retired' && (counts[look] ?? 0) > 0)
  const total = shown.reduce((sum, look) => sum + (counts[look] ?? 0), 0)
  const scale = total > most ? (most - shown.length) / total : 1
  return shown.flatMap((look) => Array.from({ length: total > most ? 1 + Math.floor((counts[look] ?? 0) * scale) : (counts[look] ?? 0) }, () => look))
}

@customElement('tacit-tally')
export class TacitTally extends LitElement {
  static override styles = [reset, states, marks, css`:host { display: inline-flex; flex: none; }`]

  @property({ attribute: false }) counts: LookCounts = {}
  @property({ type: Number }) most = 40
  @property({ type: Boolean }) small = false

  override render(): TemplateResult {
    const said = LOOKS.filter((look) => (this.counts[look] ?? 0) > 0).map((look) => words.count(this.counts[look] ?? 0, look))
    return html`<span class="tally ${this.small ? 'sm' : ''}" role="img" aria-label=${said.join(', ')}>
      ${ticksOf(this.counts, this.most).map((look) => html`<i class="tick s-${look}"></i>`)}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-tally': TacitTally }
}
