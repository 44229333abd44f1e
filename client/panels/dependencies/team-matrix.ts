// Who needs whom: a table of teams, each cell with the state of its lines, which shows them when it is pressed. Tells
// `cell-chosen` {needing, providing}, or the same again to close it.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { lineWords } from '../../cards/words.ts'
import { sheet } from '../../theme/sheet.ts'
import { lineLookOf } from '../../ui/looks.ts'
import { ringSvg } from '../../ui/ring.ts'
import type { Line, Matrix } from './lines.ts'
import { viewWords as words } from './words.ts'

export interface CellChosen { readonly needing: string; readonly providing: string }

@customElement('tacit-team-matrix')
export class TacitTeamMatrix extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; overflow-x: auto; font-size: 13px; line-height: 20px; }
    table { border-collapse: collapse; min-width: 100%; }
    th { padding: 6px 10px; text-align: left; font-weight: 600; }
    thead th { border-bottom: 1px solid var(--line); }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    tbody th { white-space: nowrap; }
    td { padding: 2px; }
    .corner { color: var(--ink-3); font-weight: 400; font-size: 12px; }
    .none { display: block; padding: 6px 10px; color: var(--ink-3); }
    .cell { display: grid; gap: 2px; width: 100%; min-height: 32px; padding: 6px 8px; border-radius: var(--r2); text-align: left; white-space: nowrap; }
    .cell:hover { background: var(--hover); }
    .cell[aria-pressed='true'] { background: var(--hover); box-shadow: inset 0 0 0 1.5px var(--line-2); }
    .one { display: inline-flex; align-items: center; gap: 6px; color: var(--st, var(--ink-2)); font-weight: 500; }
    @media (pointer: coarse) { .cell { min-height: 44px; } }
    @media (forced-colors: active) { .cell[aria-pressed='true'] { border: 2px solid Highlight; } }
  `]

  @property({ attribute: false }) matrix: Matrix | undefined
  @property({ attribute: false }) chosen: CellChosen | undefined

  override render(): TemplateResult | typeof nothing {
    const { matrix } = this
    if (matrix === undefined) return nothing
    return html`<table aria-label=${words.matrix}><thead><tr><th class="corner" scope="col">${words.needing}</th>${matrix.providing.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${matrix.needing.map((needing) => html`<tr><th scope="row">${needing.name}</th>${matrix.providing.map((providing) => html`<td>${this.#cell(needing, providing, matrix.lines(needing.id, providing.id))}</td>`)}</tr>`)}</tbody></table>`
  }

  #cell(needing: Matrix['needing'][number], providing: Matrix['needing'][number], lines: readonly Line[]): TemplateResult {
    if (lines.length === 0) return html`<span class="none" aria-hidden="true">·</span>`
    const states = [...Map.groupBy(lines, ({ judged }) => judged.state)].map(([state, of]) => ({ state, said: words.cellOf(of.length, lineWords[state]) }))
    const detail: CellChosen = { needing: needing.id, providing: providing.id }
    const pressed = this.chosen?.needing === needing.id && this.chosen.providing === providing.id
    return html`<button type="button" class="cell" aria-pressed=${pressed} aria-label=${words.cell(needing.name, providing.name, states.map(({ said }) => said).join(', '))}
      @click=${() => this.dispatchEvent(new CustomEvent<CellChosen>('cell-chosen', { detail, bubbles: true, composed: true }))}>${states.map(({ state, said }) => {
        const look = lineLookOf(state)
        return html`<span class="one ${look === 'note' ? '' : `s-${look}`}">${look === 'note' ? nothing : ringSvg(undefined, look, 14)}${said}</span>`
      })}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-team-matrix': TacitTeamMatrix }
}
