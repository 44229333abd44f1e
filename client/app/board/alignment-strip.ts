// The alignment strip under the top bar: a tick for each assumption and the counts by state in words, most doubtful
// first; then the teams that were not heard. Takes the board and its judgements and counts nothing by itself.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { BoardState } from '../../../shared/board/records.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { byName } from '../../language/lists.ts'
import { marks, reset, states, type as typeSheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { LOOKS, lookOf, type Look } from '../../ui/looks.ts'
import { ringSvg } from '../../ui/ring.ts'
import '../../ui/tally.ts'
import { stripWords } from '../words.ts'

export interface Alignment {
  readonly counts: Readonly<Record<Look, number>>
  /** Assumptions that are not retired. */
  readonly total: number
  /** Names of the teams that are asked on at least one assumption and have answered none. */
  readonly notHeard: readonly string[]
}

/** One pass over the cards: how many assumptions have each look, and which teams are silent. */
export function alignmentOf(board: BoardState, judgements: Judgements): Alignment {
  const counts: Record<Look, number> = { unconfirmed: 0, stale: 0, disputed: 0, refuted: 0, confirmed: 0, retired: 0 }
  const silent = new Set<string>()
  for (const card of board.cards.values()) {
    if (card.kind !== 'assumption' || card.deleted) continue
    const judgement = judgements.assumption(card.id)
    const look = lookOf(judgement.state)
    counts[look]++
    if (look !== 'retired') for (const team of Object.keys(judgement.seats)) silent.add(team)
  }
  for (const { team } of board.attestations.values()) silent.delete(team)
  const notHeard = [...silent].map((id) => board.teams.get(id)).flatMap((team) => (team === undefined || team.removed === true ? [] : [team.name]))
  const total = LOOKS.reduce((sum, look) => sum + (look === 'retired' ? 0 : counts[look]), 0)
  return { counts, total, notHeard: notHeard.sort(byName) }
}

@customElement('tacit-alignment-strip')
export class TacitAlignmentStrip extends LitElement {
  static override styles = [reset, typeSheet, states, marks, css`
    :host { display: block; position: relative; z-index: var(--z-chrome); }
    section { display: flex; align-items: center; gap: 20px; height: 40px; padding: 0 16px; background: var(--surface); border-block: 1px solid var(--line); overflow-x: auto; scrollbar-width: none; white-space: nowrap; font-size: 13px; line-height: 20px; }
    section:focus-visible { outline-offset: -2px; }
    .count { display: inline-flex; align-items: center; gap: 6px; color: var(--st, var(--ink-2)); font-weight: 500; flex: none; }
    .count .icon { color: var(--ink-2); }
    .names { color: var(--ink-3); font-size: 12px; font-weight: 400; }
    .vr { margin: 0 -4px; }
    @media (max-width: 1100px) { .names { display: none; } }
    @media (max-width: 720px) { tacit-tally, .vr { display: none; } section { padding: 0 16px; border-top: 0; } }
  `]

  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) judgements: Judgements | undefined
  @property({ type: Boolean }) ready = false

  override render(): TemplateResult {
    if (this.board === undefined || this.judgements === undefined || !this.ready) return html`<section></section>`
    const { counts, total, notHeard } = alignmentOf(this.board, this.judgements)
    if (total === 0) return html`<section aria-label=${stripWords.label(0)}><span class="muted">${stripWords.none}</span></section>`
    // What may scroll has to be reachable by keyboard.
    return html`<section tabindex="0" aria-label=${stripWords.label(total)}>
      <tacit-tally .counts=${counts} aria-hidden="true"></tacit-tally>
      ${LOOKS.filter((look) => look !== 'retired' && counts[look] > 0).map((look) => html`
        <span class="count s-${look}" data-look=${look}>${ringSvg(undefined, look, 16)}<span><b>${counts[look]}</b> ${stripWords.look(look, counts[look])}</span></span>`)}
      ${notHeard.length === 0 ? nothing : html`<span class="vr"></span><span class="count" data-look="not-heard">${iconSvg('heard')}<span><b>${notHeard.length}</b> ${stripWords.notHeard}</span><span class="names">${notHeard.join(', ')}</span></span>`}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-alignment-strip': TacitAlignmentStrip }
}
