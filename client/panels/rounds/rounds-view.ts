// Rounds of own words: for each goal what people said it is, side by side, the one to begin with first; who is waited for;
// how far apart the wordings are and which numbers differ. Of a whole board, or of one goal. Tells `card-opened`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ROUND_SLOTS, type RevealedRound } from '../../../shared/rules/judgements.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import { personName } from '../../cards/view.ts'
import { dayInWords } from '../../language/dates.ts'
import { isolated } from '../../language/isolated.ts'
import { locale } from '../../language/language.ts'
import { listOf } from '../../language/lists.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { teamCodes } from '../../ui/names.ts'
import { tileHtml } from '../../ui/tile.ts'
import { cardRef } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { quantities, roundsOf, type Answer, type Round } from './rounds.ts'
import { roundWords as words } from './words.ts'

const written = (value: number): string => new Intl.NumberFormat(locale(), { maximumFractionDigits: 6 }).format(value)

@customElement('tacit-rounds')
export class TacitRounds extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    :host { container-type: inline-size; }
    .meta { margin-bottom: 8px; }
    .said { display: grid; gap: 2px; margin-bottom: 12px; max-width: 68ch; }
    .s-stale { color: var(--st); font-weight: 500; }
    table { width: 100%; table-layout: fixed; }
    td { overflow-wrap: anywhere; }
    thead .faint { font-weight: 400; font-size: 12px; line-height: 16px; display: block; }
    .who { display: flex; gap: 8px; align-items: flex-start; font-weight: 500; }
    .label { display: none; color: var(--ink-3); font-size: 12px; line-height: 16px; }
    .waiting { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; }
    @container (max-width: 600px) {
      table, tbody, tr, td, tbody th { display: block; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tbody tr { padding-block: 10px; }
      tbody tr > td, tbody tr > th, tbody tr + tr > * { padding: 2px 0; border: 0; }
      tbody tr + tr { border-top: 1px solid var(--line); }
      .label { display: block; padding-top: 4px; }
    }
  `]

  @property({ attribute: false }) session: Session | undefined
  /** Only the rounds of this goal; nothing is drawn when it has none. */
  @property() goal: string | undefined
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.judgements])

  override render(): TemplateResult | typeof nothing {
    const { session, goal } = this
    if (session === undefined) return nothing
    const rounds = roundsOf({ board: session.board.value, judgements: session.judgements.value }, goal)
    if (rounds.length === 0) return goal === undefined ? html`<p class="none">${words.none}</p>` : nothing
    return html`${repeat(rounds, ({ id }) => id, (round) => this.#round(session.board.value, session.judgements.value.now, round))}`
  }

  #round(board: BoardState, now: number, round: Round): TemplateResult {
    const { judged, goal } = round
    const heard = round.invited === 0 ? words.answeredLoose(judged.submitted) : words.answered(judged.submitted, judged.submitted + judged.waiting.length)
    const when = round.revealedAt === '' ? words.asked(dayInWords(round.opened, now)) : words.opened(dayInWords(round.revealedAt, now))
    return html`<section aria-label=${goal === undefined ? nothing : isolated(goal.title)}>${this.goal !== undefined ? html`<h3>${words.title}</h3>` : goal === undefined ? nothing : html`<h3>${cardRef(goal)}</h3>`}
      <p class="meta">${[when, heard].join(' · ')}</p>
      ${judged.phase === 'blind' ? html`<p class="said">${words.sealed}</p>` : this.#said(board, judged)}
      ${judged.waiting.length === 0 ? nothing : html`<p class="waiting muted">${words.waiting(listOf(judged.waiting.map((id) => isolated(personName({ board }, id)))))}</p>`}
      ${judged.phase === 'blind' || round.answers.length === 0 ? nothing : this.#table(board, round, judged)}</section>`
  }

  #said(board: BoardState, judged: RevealedRound): TemplateResult {
    const numbers = judged.numbersDiffer.map((one) => words.numbers(listOf(quantities(one, written)), words.slot.measure))
    return html`<div class="said">
      ${judged.textChangedSinceRound ? html`<p class="s-stale">${words.changed}</p>` : nothing}
      ${judged.startWith === null ? nothing : html`<p>${words.startWith(isolated(personName({ board }, judged.startWith)))}</p>`}
      ${numbers.map((sentence) => html`<p>${sentence}</p>`)}
      <p>${judged.meanings === null ? words.unsorted : words.meanings(judged.meanings)}</p>
      <p class="muted">${judged.spread === null ? words.noSpread : html`${words.spread(judged.spread)} ${words.spreadMeans}`}</p></div>`
  }

  #table(board: BoardState, { answers, goal }: Round, judged: RevealedRound): TemplateResult {
    const head = (slot: (typeof ROUND_SLOTS)[number]): TemplateResult => {
      const { spread, empty } = judged.slots[slot]
      const facts = [...(spread === null ? [] : [words.slotSpread(spread)]), ...(empty === 0 ? [] : [words.empty(empty)])]
      return html`<th scope="col">${words.slot[slot]}<span class="faint">${facts.join(', ')}</span></th>`
    }
    return html`<table role="table" aria-label=${words.caption(isolated(goal?.title ?? ''))}><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${words.person}</th>${ROUND_SLOTS.map(head)}</tr></thead>
      <tbody role="rowgroup">${repeat(answers, ({ id }) => id, (answer) => this.#answer(board, answer))}</tbody></table>`
  }

  #answer(board: BoardState, { person, slots }: Answer): TemplateResult {
    const team = board.people.get(person)?.team ?? ''
    const code = teamCodes(board.teams).get(team)
    return html`<tr role="row"><th scope="row" role="rowheader"><span class="who">${code === undefined ? nothing : tileHtml(code, 'yes', board.teams.get(team)?.name ?? team)}<span>${isolated(personName({ board }, person))}</span></span></th>
      ${ROUND_SLOTS.map((slot) => html`<td role="cell"><span class="label" aria-hidden="true">${words.slot[slot]}</span>${slots[slot].trim() === '' ? html`<span class="faint">${words.nothing}</span>` : slots[slot]}</td>`)}</tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-rounds': TacitRounds }
}
