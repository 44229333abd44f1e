// Who has understood whom, as a table: a row for each team that writes, a column for each that is written about, a word
// in each cell. No sums: nothing here is a score. Tells `pair-chosen` {by, about}.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { sheet } from '../../theme/sheet.ts'
import { pairWordHtml } from './pair-view.ts'
import type { Pair, Pairs } from './pairs.ts'
import type { Team } from '../../../shared/board/records.ts'
import { teamsWords as words } from './words.ts'

export interface PairChosen { readonly by: string; readonly about: string }

/** A table with more columns cannot be read. */
const MOST = 16

/** One's own team first, then those with most words, by name: what a table shows of many teams. */
export function teamsInGrid(pairs: Pairs, own: string): readonly Team[] {
  if (pairs.teams.length <= MOST) return pairs.teams
  const heard = new Map(pairs.teams.map(({ id }) => [id, id === own ? Infinity : pairs.heardOf(id)]))
  const shown = new Set(pairs.teams.toSorted((a, b) => (heard.get(b.id) ?? 0) - (heard.get(a.id) ?? 0)).slice(0, MOST))
  return pairs.teams.filter((team) => shown.has(team))
}

@customElement('tacit-empathy-grid')
export class TacitEmpathyGrid extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    .scroll { overflow-x: auto; position: relative; }
    table { border-collapse: separate; border-spacing: 0; min-width: 100%; }
    th { padding: 6px 10px; text-align: start; font-weight: 600; vertical-align: bottom; }
    thead th { border-bottom: 1px solid var(--line); min-width: 96px; }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--surface); max-width: 180px; overflow-wrap: anywhere; }
    tbody th { vertical-align: middle; }
    td { padding: 2px; vertical-align: middle; }
    .corner { color: var(--ink-3); font-weight: 400; font-size: 12px; line-height: 20px; }
    .self { display: block; padding: 6px 8px; color: var(--ink-3); }
    .cell { display: flex; align-items: center; width: 100%; min-height: 32px; padding: 6px 8px; border-radius: var(--r2); text-align: start; white-space: nowrap; }
    .cell:hover { background: var(--hover); }
    .cell[aria-pressed='true'] { background: var(--hover); box-shadow: inset 0 0 0 1.5px var(--line-2); }
    .word { display: inline-flex; align-items: center; gap: 6px; color: var(--st, var(--ink)); font-weight: 500; }
    .word.none { color: var(--ink-3); font-weight: 400; }
    @media (pointer: coarse) { .cell { min-height: 44px; } }
    @media (forced-colors: active) { .cell[aria-pressed='true'] { border: 2px solid Highlight; } }
    @media print { .scroll { overflow: visible; } .cell[aria-pressed] { min-height: 0; padding: 2px 8px; background: none; box-shadow: none; white-space: normal; } }
  `]

  @property({ attribute: false }) pairs: Pairs | undefined
  @property() own = ''
  @property({ attribute: false }) chosen: PairChosen | undefined

  override render(): TemplateResult | typeof nothing {
    const { pairs } = this
    if (pairs === undefined) return nothing
    const teams = teamsInGrid(pairs, this.own)
    const left = pairs.teams.length - teams.length
    return html`<div class="scroll" tabindex="-1"><table aria-label=${words.grid}><thead><tr><th class="corner" scope="col">${words.by}</th>${teams.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${teams.map((by) => html`<tr><th scope="row">${by.name}</th>${teams.map((about) => html`<td>${by === about ? html`<span class="self" aria-hidden="true">·</span>` : this.#cell(pairs.of(by, about))}</td>`)}</tr>`)}</tbody></table></div>
      ${left === 0 ? nothing : html`<p class="meta">${words.left(left)}</p>`}`
  }

  #cell(pair: Pair): TemplateResult {
    const detail: PairChosen = { by: pair.by.id, about: pair.about.id }
    const pressed = this.chosen?.by === detail.by && this.chosen.about === detail.about
    return html`<button type="button" class="cell" aria-pressed=${pressed} aria-label=${words.cell(pair.by.name, pair.about.name, words.word[pair.word])}
      @click=${() => this.dispatchEvent(new CustomEvent<PairChosen>('pair-chosen', { detail }))}>${pairWordHtml(pair)}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-empathy-grid': TacitEmpathyGrid }
}
