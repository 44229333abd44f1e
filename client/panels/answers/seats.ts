// "Who depends on this": a row for each required team with what it said, who said it, when, on which words and with
// which reason; silence stays visible. Asks teams and relieves them. Tells `team-asked` and `team-relieved`.
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState, Person, Team } from '../../../shared/board/records.ts'
import { byName } from '../../language/lists.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/diff.ts'
import { iconSvg } from '../../ui/icon.ts'
import { stanceOf, type Stance } from '../../ui/looks.ts'
import '../../ui/menu.ts'
import { teamCodes } from '../../ui/names.ts'
import { tileHtml } from '../../ui/tile.ts'
import { agoInWords, dayInWords } from '../../language/dates.ts'
import { wordsOf, type Heard, type HeardOnCard, type SeatRow } from '../heard.ts'
import { evidenceWords, seatWords } from '../words.ts'
import { seatStyles } from './seat-styles.ts'

export interface TeamNamed { readonly team: string }

@customElement('tacit-seats')
export class TacitSeats extends LitElement {
  static override styles = [...sheet, seatStyles]

  @property({ attribute: false }) heard: HeardOnCard | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) me: Person | undefined
  @property({ type: Number }) now = 0
  /** When the words were last changed. */
  @property() edited = ''
  /** May ask a team for its answer. */
  @property({ type: Boolean }) asks = false
  /** May change who is asked. */
  @property({ type: Boolean }) writable = false

  override render(): TemplateResult {
    if (this.heard === undefined || this.board === undefined) return html``
    const { seats, others } = this.heard
    return html`<h3>${seatWords.title}<span class="n">${seats.length}</span>${this.writable ? this.#add(this.board, seats) : nothing}</h3>
      ${seats.length === 0 ? html`<p class="muted">${seatWords.none}</p>` : html`<ul>${repeat(seats, ({ team }) => team.id, (seat) => this.#seat(seat))}</ul>`}
      ${others.length === 0 ? nothing : html`<h4>${seatWords.others}</h4><ul>${repeat(others, ({ record }) => record.id, (answer) => this.#other(answer))}</ul>`}`
  }

  #add(board: BoardState, seats: readonly SeatRow[]): TemplateResult {
    const seated = new Set(seats.map((seat) => seat.team.id))
    const teams = [...board.teams.values()].filter((team) => team.removed !== true && !seated.has(team.id)).sort((a, b) => byName(a.name, b.name))
    const items = teams.length === 0 ? [{ id: '', label: seatWords.allAsked, disabled: true }] : teams.map((team) => ({ id: team.id, label: seatWords.askTeam(team.name) }))
    return html`<tacit-menu label=${seatWords.addTeam} align="end" .items=${items} @menu-chosen=${(event: CustomEvent<{ id: string }>) => this.#chosen(event)}>
      <button slot="trigger" type="button" class="icon-btn sm" aria-label=${seatWords.addTeam} title=${seatWords.addTeam}>${iconSvg('plus')}</button></tacit-menu>`
  }

  #chosen(event: CustomEvent<{ id: string }>): void {
    event.stopPropagation()
    if (event.detail.id !== '') this.#tell('team-asked', event.detail.id)
  }

  #seat(row: SeatRow): TemplateResult {
    const stance = stanceOf(row.seat)
    const said = row.seat === 'earlier_text' && row.answers.every((answer) => answer.record.verdict !== 'confirm') ? seatWords.answeredEarlier : seatWords.said[row.seat]
    return html`<li class=${stance}>${tileHtml(this.#code(row.team), stance, row.team.name, true)}
      <div class="said"><p><b>${row.team.name}</b> <span class="say">${said}</span></p>
        ${row.answers.length === 0 ? html`<p class="meta">${this.#silence(row)}</p>` : row.answers.map((answer) => this.#answer(answer, row.answers.length > 1))}
        ${row.seat === 'earlier_text' && row.answers.length > 0 ? html`<p class="meta">${this.#silenceSince(row)}</p>` : nothing}
        ${row.because.length === 0 || row.answers.length > 0 ? nothing : html`<p class="meta">${seatWords.because(row.because.slice(0, 2))}</p>`}
      </div>${this.#actions(row)}</li>`
  }

  #silence(row: SeatRow): string {
    if (row.asked !== undefined) return seatWords.asked(agoInWords(row.asked.at, this.now))
    if (this.me?.team === row.team.id && this.me.role !== 'guest') return seatWords.youCanAnswer(row.team.name)
    return seatWords.notAsked
  }

  /** Answered once, and silent since the words are others. */
  #silenceSince(row: SeatRow): string {
    const asked = row.asked !== undefined && row.asked.at > this.edited ? ` ${seatWords.asked(agoInWords(row.asked.at, this.now))}` : ''
    return `${seatWords.silentSince(dayInWords(this.edited, this.now))}${asked}`
  }

  #actions(row: SeatRow): TemplateResult | typeof nothing {
    const open = row.seat !== 'confirmed' && row.seat !== 'refuted' && row.team.removed !== true
    const ask = row.asked === undefined && row.answers.length === 0 ? seatWords.ask : seatWords.askAgain
    const label = ask === seatWords.ask ? seatWords.askTeam(row.team.name) : seatWords.askTeamAgain(row.team.name)
    return html`<span class="actions">
      ${this.asks && open && this.me?.team !== row.team.id ? html`<button type="button" class="btn sm" aria-label=${label} @click=${() => this.#tell('team-asked', row.team.id)}>${ask}</button>` : nothing}
      ${this.writable && row.explicit ? html`<button type="button" class="icon-btn sm relieve" aria-label=${seatWords.relieve(row.team.name)} title=${seatWords.relieve(row.team.name)} @click=${() => this.#relieve(row.team.id)}>${iconSvg('x')}</button>` : nothing}
    </span>`
  }

  /** The row may go: the focus stays in the list's head. */
  #relieve(team: string): void {
    this.renderRoot.querySelector<HTMLElement>('h3 .icon-btn')?.focus()
    this.#tell('team-relieved', team)
  }

  #answer({ record, person, current }: Heard, several = false): TemplateResult {
    const name = person?.name ?? seatWords.unknownPerson
    const by = seatWords.by(several ? (seatWords.who[record.verdict]?.(name) ?? name) : name, dayInWords(record.at, this.now))
    return html`<p class="meta">${record.evidence === undefined ? by : seatWords.withEvidence(by, evidenceWords.kinds[record.evidence.kind] ?? record.evidence.kind)}</p>
      ${record.reason === undefined || record.reason === '' ? (record.verdict === 'refute' ? html`<p class="meta">${seatWords.noReason}</p>` : nothing) : html`<blockquote>${record.reason}</blockquote>`}
      ${current || this.heard === undefined ? nothing : html`<details class="changed" ?open=${record.person !== this.me?.id}><summary>${seatWords.changed}</summary><tacit-diff brief .was=${wordsOf(record.basis)} .now=${wordsOf(this.heard.statement)}></tacit-diff></details>`}`
  }

  #other(answer: Heard): TemplateResult {
    const stance: Stance = !answer.current ? 'was' : answer.record.verdict === 'confirm' ? 'yes' : answer.record.verdict === 'refute' ? 'no' : 'unsure'
    const said = !answer.current ? seatWords.answeredEarlier : answer.record.verdict === 'confirm' ? seatWords.said.confirmed : answer.record.verdict === 'refute' ? seatWords.said.refuted : seatWords.said.unsure
    const team = this.board?.teams.get(answer.record.team) ?? { id: answer.record.team, name: answer.record.team }
    return html`<li class=${stance}>${tileHtml(this.#code(team), stance, team.name, true)}<div class="said"><p><b>${team.name}</b> <span class="say">${said}</span></p>${this.#answer(answer)}</div></li>`
  }

  #code(team: Team): string {
    return (this.board === undefined ? undefined : teamCodes(this.board.teams).get(team.id)) ?? team.name.slice(0, 2).toLocaleUpperCase('en')
  }

  #tell(name: string, team: string): void {
    this.dispatchEvent(new CustomEvent<TeamNamed>(name, { detail: { team }, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-seats': TacitSeats }
}
