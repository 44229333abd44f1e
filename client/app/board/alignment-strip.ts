// The alignment strip under the top bar: a tick for each assumption and the counts by state in words, most doubtful
// first; then the teams that were not heard. Each count is a chip that filters canvas and ledger alike. Takes the board,
// its judgements and the filter, counts nothing by itself, and tells `filter-wanted` with the filter that was chosen.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { BoardState } from '../../../shared/board/records.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { byName } from '../../language/lists.ts'
import { isFiltering, NO_FILTER, silentTeams, toggleLook, toggleUnheard, withFind, withTeam, type Filter, type SilentTeam } from '../../session/filter.ts'
import { controls, marks, panels, reset, states, type as typeSheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { LOOKS, lookOf, type Look } from '../../ui/looks.ts'
import '../../ui/menu.ts'
import type { MenuItem } from '../../ui/menu.ts'
import { ringSvg } from '../../ui/ring.ts'
import '../../ui/tally.ts'
import { ToolbarFocus } from '../stage/toolbar-focus.ts'
import { stripWords } from '../words.ts'
import { filterWords } from './words.ts'

export interface FilterWanted { readonly filter: Filter }

export interface Alignment {
  readonly counts: Readonly<Record<Look, number>>
  /** Assumptions that are not retired. */
  readonly total: number
  /** Teams that are asked on at least one assumption and have answered none, by name. */
  readonly silent: readonly (SilentTeam & { readonly name: string })[]
}

/** How many assumptions have each look, and which teams are silent. */
export function alignmentOf(board: BoardState, judgements: Judgements): Alignment {
  const counts: Record<Look, number> = { unconfirmed: 0, stale: 0, disputed: 0, refuted: 0, confirmed: 0, retired: 0 }
  for (const card of board.cards.values()) if (card.kind === 'assumption' && !card.deleted) counts[lookOf(judgements.assumption(card.id).state)]++
  const silent = silentTeams(board, judgements).map((team) => ({ ...team, name: board.teams.get(team.team)?.name ?? '' }))
  return { counts, total: LOOKS.reduce((sum, look) => sum + (look === 'retired' ? 0 : counts[look]), 0), silent: silent.sort((a, b) => byName(a.name, b.name)) }
}

@customElement('tacit-alignment-strip')
export class TacitAlignmentStrip extends LitElement {
  static override styles = [reset, typeSheet, states, marks, controls, panels, css`
    :host { display: block; position: relative; z-index: var(--z-chrome); }
    .strip { display: flex; align-items: center; gap: 4px; height: 40px; padding: 0 16px; background: var(--surface); border-block: 1px solid var(--line); overflow-x: auto; scrollbar-width: none; white-space: nowrap; font-size: 13px; line-height: 20px; scroll-padding-inline: 16px; user-select: none; -webkit-user-select: none; }
    tacit-tally { margin-right: 10px; }
    .chip { padding: 0 9px 0 7px; gap: 8px; color: var(--st, var(--ink-2)); }
    .chip:focus-visible { outline-offset: -2px; }
    .chip b { font-weight: 600; }
    .chip .icon { color: var(--ink-2); }
    .chip .x { color: var(--ink-3); }
    .names { color: var(--ink-3); font-size: 12px; font-weight: 400; margin-left: 4px; }
    .vr { margin: 0 10px; }
    .clear { margin-left: 4px; }
    @media (max-width: 1100px) { .names { display: none; } }
    @media (max-width: 720px) { tacit-tally, .vr { display: none; } .strip { height: 48px; padding: 0 8px; border-top: 0; gap: 0; } .chip { height: 40px; } }
    /* A sentence is read whole: it takes a second line rather than being cut. */
    .none { height: auto; min-height: 40px; padding: 8px 16px; white-space: normal; }
    @media (forced-colors: active) { .chip[aria-pressed='true'] { border: 2px solid Highlight; } }
  `]

  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) judgements: Judgements | undefined
  @property({ attribute: false }) filter: Filter = NO_FILTER
  @property({ type: Boolean }) ready = false
  readonly #focus = new ToolbarFocus(this, '.chip')

  override render(): TemplateResult {
    if (this.board === undefined || this.judgements === undefined || !this.ready) return html`<div class="strip"></div>`
    const { counts, total, silent } = alignmentOf(this.board, this.judgements)
    const { filter } = this
    if (total === 0 && !isFiltering(filter)) return html`<section class="strip none" aria-label=${stripWords.label(0)}><span class="muted">${stripWords.none}</span><slot></slot></section>`
    return html`<section aria-label=${filterWords.label(total)}><div class="strip" role="toolbar" aria-label=${filterWords.label(total)} @keydown=${this.#focus.key}>
      <tacit-tally .counts=${counts} aria-hidden="true"></tacit-tally>
      ${LOOKS.filter((look) => (look !== 'retired' && counts[look] > 0) || filter.looks.includes(look)).map((look) => this.#look(look, counts[look], filter))}
      ${silent.length === 0 && filter.unheard.length === 0 ? nothing : html`<span class="vr"></span>${this.#notHeard(silent, filter)}`}
      ${isFiltering(filter) ? this.#chosen(this.board, filter) : nothing}<slot></slot>
    </div></section>`
  }

  #look(look: Look, count: number, filter: Filter): TemplateResult {
    return html`<button type="button" class="chip s-${look}" data-look=${look} aria-pressed=${filter.looks.includes(look)} aria-keyshortcuts=${filterWords.keyFor[look]} @click=${() => this.#want(toggleLook(filter, look))}>
      ${ringSvg(undefined, look, 16)}<span><b>${count}</b> ${stripWords.look(look, count)}</span></button>`
  }

  #notHeard(silent: Alignment['silent'], filter: Filter): TemplateResult {
    const chosen = filter.unheard === 'any' ? [] : filter.unheard
    // A team that was heard meanwhile can still be taken out.
    const heard = chosen.filter((team) => !silent.some((one) => one.team === team)).map((team) => ({ team, name: this.board?.teams.get(team)?.name ?? team, cards: 0 }))
    const items: readonly MenuItem[] = [
      { id: 'any', label: filterWords.anyTeam, kbd: '6', checked: filter.unheard === 'any' },
      ...[...silent, ...heard].map(({ team, name, cards }, at) => ({ id: team, label: name, hint: filterWords.waitFor(cards), checked: chosen.includes(team), separated: at === 0 })),
    ]
    const named = [...silent, ...heard].filter(({ team }) => chosen.length === 0 || chosen.includes(team)).map(({ name }) => name)
    return html`<tacit-menu label=${filterWords.notHeardMenu} .items=${items} @menu-chosen=${(event: CustomEvent<{ id: string }>) => this.#unheard(event, filter)}>
        <button slot="trigger" type="button" class="chip" data-look="not-heard" aria-pressed=${filter.unheard.length > 0} aria-keyshortcuts="6">${iconSvg('heard')}<span><b>${silent.length}</b> ${stripWords.notHeard}</span></button></tacit-menu>
      <span class="names">${named.join(', ')}</span>`
  }

  #unheard(event: CustomEvent<{ id: string }>, filter: Filter): void {
    event.stopPropagation()
    this.#want(toggleUnheard(filter, event.detail.id))
  }

  /** What else is filtered by, to be taken out, and the way back to everything. */
  #chosen(board: BoardState, filter: Filter): TemplateResult {
    const out = (what: string, without: Filter): TemplateResult => html`<button type="button" class="chip" aria-pressed="true" aria-label=${filterWords.takeOut(what)} @click=${() => this.#want(without)}><span>${what}</span><span class="x">${iconSvg('x', 14)}</span></button>`
    return html`<span class="vr"></span>
      ${filter.team === undefined ? nothing : out(filterWords.team(board.teams.get(filter.team)?.name ?? filter.team), withTeam(filter, undefined))}
      ${filter.find === undefined ? nothing : out(filterWords.found(filter.find), withFind(filter, ''))}
      <button type="button" class="chip clear" aria-keyshortcuts="0" @click=${() => this.#want(NO_FILTER)}>${iconSvg('x', 14)}<span>${filterWords.clear}</span></button>`
  }

  #want(filter: Filter): void {
    this.dispatchEvent(new CustomEvent<FilterWanted>('filter-wanted', { detail: { filter }, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-alignment-strip': TacitAlignmentStrip }
}
