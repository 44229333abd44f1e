// "Who has a say": a row for each team that is asked with where it stands, who said so, when, on which words and with
// which reason; dissent stands first and silence stays visible. Asks teams and relieves them: `team-asked`, `team-relieved`.
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState, Person, Team } from '../../../shared/board/records.ts'
import { agoInWords, dayInWords } from '../../language/dates.ts'
import { byName } from '../../language/lists.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/diff.ts'
import { iconSvg } from '../../ui/icon.ts'
import '../../ui/menu.ts'
import { teamCodes } from '../../ui/names.ts'
import { seatStyles } from '../answers/seat-styles.ts'
import type { TeamNamed } from '../answers/seats.ts'
import { teamOf, wordsOf } from '../heard.ts'
import { seatWords } from '../words.ts'
import { lookOfStance, type StanceRow, type StancesOnCard, type Stood } from './stances.ts'
import { roundWords as words } from './words.ts'

@customElement('tacit-stance-seats')
export class TacitStanceSeats extends LitElement {
  static override styles = [...sheet, seatStyles]

  @property({ attribute: false }) heard: StancesOnCard | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) me: Person | undefined
  @property({ type: Number }) now = 0
  /** When the words were last changed. */
  @property() edited = ''
  /** May ask a team where it stands. */
  @property({ type: Boolean }) asks = false
  /** May change who is asked. */
  @property({ type: Boolean }) writable = false

  override render(): TemplateResult {
    if (this.heard === undefined || this.board === undefined) return html``
    const { rows, others } = this.heard
    return html`<h3>${words.title}<span class="n">${rows.length}</span>${this.writable ? this.#add(this.board, rows) : nothing}</h3>
      ${rows.length === 0 ? html`<p class="muted">${words.none}</p>` : html`<ul>${repeat(rows, ({ team }) => team.id, (row) => this.#row(row))}</ul>`}
      ${others.length === 0 ? nothing : html`<h4>${seatWords.others}</h4><ul>${repeat(others, ({ id }) => id, (one) => this.#other(one))}</ul>`}`
  }

  #add(board: BoardState, rows: readonly StanceRow[]): TemplateResult {
    const seated = new Set(rows.map(({ team }) => team.id))
    const teams = [...board.teams.values()].filter((team) => team.removed !== true && !seated.has(team.id)).sort((a, b) => byName(a.name, b.name))
    const items = teams.length === 0 ? [{ id: '', label: seatWords.allAsked, disabled: true }] : teams.map((team) => ({ id: team.id, label: seatWords.askTeam(team.name) }))
    return html`<tacit-menu label=${seatWords.addTeam} align="end" .items=${items} @menu-chosen=${(event: CustomEvent<{ id: string }>) => {
      event.stopPropagation()
      if (event.detail.id !== '') this.#tell('team-asked', event.detail.id)
    }}><button slot="trigger" type="button" class="icon-btn sm" aria-label=${seatWords.addTeam} title=${seatWords.addTeam}>${iconSvg('plus')}</button></tacit-menu>`
  }

  #row(row: StanceRow): TemplateResult {
    return html`<li class=${lookOfStance(row.stands)}>${this.#tile(row.team, row.stands)}
      <div class="said"><p><b>${row.team.name}</b> <span class="say">${words.said[row.stands]}</span></p>
        ${row.stances.length === 0 ? html`<p class="meta">${this.#silence(row)}</p>` : row.stances.map((one) => this.#stood(one, row.stances.length > 1))}
        ${row.stands === 'earlier' ? html`<p class="meta">${this.#silenceSince(row)}</p>` : nothing}
      </div>${this.#actions(row)}</li>`
  }

  #tile(team: Team, stands: StanceRow['stands']): TemplateResult {
    const code = (this.board === undefined ? undefined : teamCodes(this.board.teams).get(team.id)) ?? team.name.slice(0, 2).toLocaleUpperCase('en')
    return html`<span class="tile lg ${lookOfStance(stands)}" aria-hidden="true" title="${team.name}: ${words.said[stands]}">${code}</span>`
  }

  #silence({ asked, team }: StanceRow): string {
    if (asked !== undefined) return seatWords.asked(agoInWords(asked.at, this.now))
    if (this.me?.team === team.id && this.me.role !== 'guest') return words.youCan(team.name)
    return seatWords.notAsked
  }

  /** Stood somewhere once, and silent since the words are others. */
  #silenceSince({ asked }: StanceRow): string {
    const again = asked !== undefined && asked.at > this.edited ? ` ${seatWords.asked(agoInWords(asked.at, this.now))}` : ''
    return `${seatWords.silentSince(dayInWords(this.edited, this.now))}${again}`
  }

  #stood(one: Stood, several: boolean): TemplateResult {
    const by = seatWords.by(several && one.current ? words.who[one.stance](one.name) : one.name, dayInWords(one.at, this.now))
    return html`<p class="meta">${one.current ? by : `${by} · ${words.stood(one.stance)}`}</p>
      ${one.reason === '' ? (one.stance === 'block' ? html`<p class="meta">${seatWords.noReason}</p>` : nothing) : html`<blockquote>${one.reason}</blockquote>`}
      ${one.current || this.heard === undefined ? nothing : html`<details class="changed" ?open=${one.person !== this.me?.id}><summary>${seatWords.changed}</summary><tacit-diff brief .was=${wordsOf(one.basis)} .now=${wordsOf(this.heard.statement)}></tacit-diff></details>`}`
  }

  #actions({ team, stands, asked, stances, explicit }: StanceRow): TemplateResult {
    const open = (stands === 'quiet' || stands === 'earlier') && team.removed !== true && this.me?.team !== team.id
    const again = asked !== undefined || stances.length > 0
    return html`<span class="actions">
      ${this.asks && open ? html`<button type="button" class="btn sm" aria-label=${again ? seatWords.askTeamAgain(team.name) : seatWords.askTeam(team.name)} @click=${() => this.#tell('team-asked', team.id)}>${again ? seatWords.askAgain : seatWords.ask}</button>` : nothing}
      ${this.writable && explicit ? html`<button type="button" class="icon-btn sm relieve" aria-label=${seatWords.relieve(team.name)} title=${seatWords.relieve(team.name)} @click=${() => this.#relieve(team.id)}>${iconSvg('x')}</button>` : nothing}</span>`
  }

  /** The row may go: the focus stays in the list's head. */
  #relieve(team: string): void {
    this.renderRoot.querySelector<HTMLElement>('h3 .icon-btn')?.focus()
    this.#tell('team-relieved', team)
  }

  #other(one: Stood): TemplateResult | typeof nothing {
    if (this.board === undefined) return nothing
    const team = teamOf(this.board, one.team)
    const stands = one.current ? one.stance : 'earlier'
    return html`<li class=${lookOfStance(stands)}>${this.#tile(team, stands)}<div class="said"><p><b>${team.name}</b> <span class="say">${words.said[stands]}</span></p>${this.#stood(one, false)}</div></li>`
  }

  #tell(name: string, team: string): void {
    this.dispatchEvent(new CustomEvent<TeamNamed>(name, { detail: { team }, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-stance-seats': TacitStanceSeats }
}
