// "Who has a say": a row for each team that is asked with where it stands, who said so, when, on which words and with
// which reason; dissent stands first and silence stays visible. Asks teams and relieves them: `team-asked`, `team-relieved`.
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Team } from '../../../shared/board/records.ts'
import { dayInWords } from '../../language/dates.ts'
import '../../ui/diff.ts'
import { teamNameHtml } from '../../ui/team-name.ts'
import { SeatList } from '../answers/seat-list.ts'
import { teamOf, wordsOf } from '../heard.ts'
import { seatWords } from '../words.ts'
import { lookOfStance, type StanceRow, type StancesOnCard, type Stood } from './stances.ts'
import { roundWords as words } from './words.ts'

@customElement('tacit-stance-seats')
export class TacitStanceSeats extends SeatList {
  @property({ attribute: false }) heard: StancesOnCard | undefined

  override render(): TemplateResult {
    if (this.heard === undefined || this.board === undefined) return html``
    const { rows, others } = this.heard
    return html`${this.headHtml(words.title, rows)}
      ${rows.length === 0 ? html`<p class="muted">${words.none}</p>` : html`<ul>${repeat(rows, ({ team }) => team.id, (row) => this.#row(row))}</ul>`}
      ${others.length === 0 ? nothing : html`<h4>${seatWords.others}</h4><ul>${repeat(others, ({ id }) => id, (one) => this.#other(one))}</ul>`}`
  }

  #row(row: StanceRow): TemplateResult {
    return html`<li class=${lookOfStance(row.stands)}>${this.#tile(row.team, row.stands)}
      <div class="said"><p>${teamNameHtml(row.team.id, row.team.name)} <span class="say">${words.said[row.stands]}</span></p>
        ${row.stances.length === 0 ? html`<p class="meta">${this.silence(row, words.youCan)}</p>` : row.stances.map((one) => this.#stood(one, row.stances.length > 1))}
        ${row.stands === 'earlier' ? html`<p class="meta">${this.silenceSince(row)}</p>` : nothing}
      </div>${this.actionsHtml(row, row.stands === 'quiet' || row.stands === 'earlier', row.asked !== undefined || row.stances.length > 0)}</li>`
  }

  #tile(team: Team, stands: StanceRow['stands']): TemplateResult {
    return html`<span class="tile lg ${lookOfStance(stands)}" aria-hidden="true" data-about-team=${team.id} data-said="${team.name}: ${words.said[stands]}">${this.code(team)}</span>`
  }

  #stood(one: Stood, several: boolean): TemplateResult {
    const by = seatWords.by(several && one.current ? words.who[one.stance](one.name) : one.name, dayInWords(one.at, this.now))
    return html`<p class="meta">${one.current ? by : `${by} · ${words.stood(one.stance)}`}</p>
      ${one.reason === '' ? (one.stance === 'block' ? html`<p class="meta">${seatWords.noReason}</p>` : nothing) : html`<blockquote>${one.reason}</blockquote>`}
      ${one.current || this.heard === undefined ? nothing : html`<details class="changed" ?open=${one.person !== this.me?.id}><summary>${seatWords.changed}</summary><tacit-diff brief .was=${wordsOf(one.basis)} .now=${wordsOf(this.heard.statement)}></tacit-diff></details>`}`
  }

  #other(one: Stood): TemplateResult | typeof nothing {
    if (this.board === undefined) return nothing
    const team = teamOf(this.board, one.team)
    const stands = one.current ? one.stance : 'earlier'
    return html`<li class=${lookOfStance(stands)}>${this.#tile(team, stands)}<div class="said"><p>${teamNameHtml(team.id, team.name)} <span class="say">${words.said[stands]}</span></p>${this.#stood(one, false)}</div></li>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-stance-seats': TacitStanceSeats }
}
