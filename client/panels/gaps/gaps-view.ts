// Where the plans of teams diverge, as a part of the overview: each gap as a sentence about its cards, grouped by what is
// missing, with what would close it; metrics of one name with their definitions side by side; then what is asked of each team.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState } from '../../../shared/board/records.ts'
import { gapSaid } from '../../../shared/export/gap-sentences.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { GAP_TYPES, type Gap, type GapType } from '../../../shared/rules/judgements.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { isolated } from '../../language/isolated.ts'
import { agendaTextWords } from '../agenda/words.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { loadOf } from './asks.ts'
import { sentenceHtml } from './sentence-html.ts'
import './team-load.ts'
import { askWords, gapWords as words } from './words.ts'

const MOST = 200

@customElement('tacit-gaps')
export class TacitGaps extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    .group { display: grid; }
    .group .hint { margin-bottom: 2px; }
    .definitions { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 8px 20px; margin-top: 8px; padding: 10px 12px; border-radius: var(--r3); background: var(--canvas); font-size: 13px; line-height: 20px; }
    dt { color: var(--ink-2); }
    dd { overflow-wrap: anywhere; }
    .load { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
    .load .hint { margin-bottom: -8px; }
    @media print { .definitions { padding: 0; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements])

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const board = session.board.value
    const gaps = Map.groupBy(wideOf(session.judgements.value).gaps(), ({ type }) => type)
    return html`${gaps.size === 0 ? html`<p class="none">${words.none}</p>` : GAP_TYPES.map((type) => this.#group(board, type, gaps.get(type) ?? []))}${this.#load(session)}`
  }

  #group(board: BoardState, type: GapType, gaps: readonly Gap[]): TemplateResult | typeof nothing {
    if (gaps.length === 0) return nothing
    return html`<section class="group" aria-labelledby=${type}><h3 id=${type}>${agendaTextWords.types[type]} <span class="count">${gaps.length}</span></h3>
      <p class="hint">${words.closes} ${agendaTextWords.closes[type]}</p>
      <ul class="lined">${gaps.slice(0, MOST).map((gap) => html`<li>${sentenceHtml(board, gapSaid(board, gap, agendaTextWords).says)}${type === 'definition' ? this.#definitions(board, gap) : nothing}</li>`)}</ul>
      ${gaps.length > MOST ? html`<p class="hint">${words.more(gaps.length - MOST)}</p>` : nothing}</section>`
  }

  /** What each of them counts, side by side. */
  #definitions(board: BoardState, { ids }: Gap): TemplateResult {
    const defined = ids.flatMap((id) => board.cards.get(id) ?? [])
    return html`<dl class="definitions" aria-label=${words.definitions}>${defined.map(({ fields }) => html`<div><dt>${fields.team === undefined ? words.noTeam : isolated(board.teams.get(fields.team)?.name ?? fields.team)}</dt><dd>${typeof fields['definition'] === 'string' ? fields['definition'] : nothing}</dd></div>`)}</dl>`
  }

  #load(session: Session): TemplateResult {
    const loads = loadOf(session.board.value, session.judgements.value)
    return html`<section aria-labelledby="load"><h3 id="load">${askWords.title}</h3>
      ${loads.length === 0 ? html`<p class="none">${askWords.none}</p>` : html`<div class="load"><p class="hint">${askWords.hint}</p>${repeat(loads, ({ team }) => team.id, (load) => html`<tacit-team-load .session=${session} .load=${load}></tacit-team-load>`)}</div>`}</section>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-gaps': TacitGaps }
}
