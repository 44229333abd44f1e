// What the lists of teams on a card share, of those who answer an assumption and of those who take a stance: adding a
// team, asking it, relieving it, and how its silence reads. Tells `team-asked` and `team-relieved`; what was said is
// for each list to say.
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { BoardState, Person, Team } from '../../../shared/board/records.ts'
import { agoInWords, dayInWords } from '../../language/dates.ts'
import { byName } from '../../language/lists.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import '../../ui/menu.ts'
import { teamCodes } from '../../ui/names.ts'
import { teamNameStyles } from '../../ui/team-name.ts'
import type { TeamSeat } from '../heard.ts'
import { seatWords } from '../words.ts'
import { seatStyles } from './seat-styles.ts'

export interface TeamNamed { readonly team: string }

export abstract class SeatList extends LitElement {
  static override styles = [...sheet, teamNameStyles, seatStyles]

  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) me: Person | undefined
  @property({ type: Number }) now = 0
  /** When the words were last changed. */
  @property() edited = ''
  /** May ask a team. */
  @property({ type: Boolean }) asks = false
  /** May change who is asked. */
  @property({ type: Boolean }) writable = false

  /** Title, count and, for those who may, the menu that adds a team. */
  protected headHtml(title: string, rows: readonly TeamSeat[]): TemplateResult {
    return html`<h3>${title}<span class="n">${rows.length}</span>${this.writable && this.board !== undefined ? this.#add(this.board, rows) : nothing}</h3>`
  }

  #add(board: BoardState, rows: readonly TeamSeat[]): TemplateResult {
    const seated = new Set(rows.map(({ team }) => team.id))
    const teams = [...board.teams.values()].filter((team) => team.removed !== true && !seated.has(team.id)).sort((a, b) => byName(a.name, b.name))
    const items = teams.length === 0 ? [{ id: '', label: seatWords.allAsked, disabled: true }] : teams.map((team) => ({ id: team.id, label: seatWords.askTeam(team.name) }))
    return html`<tacit-menu label=${seatWords.addTeam} align="end" .items=${items} @menu-chosen=${(event: CustomEvent<{ id: string }>) => {
      event.stopPropagation()
      if (event.detail.id !== '') this.#tell('team-asked', event.detail.id)
    }}><button slot="trigger" type="button" class="icon-btn sm" aria-label=${seatWords.addTeam} title=${seatWords.addTeam}>${iconSvg('plus')}</button></tacit-menu>`
  }

  /** `youCan`: how it reads to those of the team themselves. */
  protected silence({ asked, team }: TeamSeat, youCan: (team: string) => string): string {
    if (asked !== undefined) return seatWords.asked(agoInWords(asked.at, this.now))
    return this.me?.team === team.id && this.me.role !== 'guest' ? youCan(team.name) : seatWords.notAsked
  }

  /** Said something once, and silent since the words are others. */
  protected silenceSince({ asked }: TeamSeat): string {
    const again = asked !== undefined && asked.at > this.edited ? ` ${seatWords.asked(agoInWords(asked.at, this.now))}` : ''
    return `${seatWords.silentSince(dayInWords(this.edited, this.now))}${again}`
  }

  /** `open`: its answer is wanted; `again`: it was asked or has said something before. */
  protected actionsHtml({ team, explicit }: TeamSeat, open: boolean, again: boolean): TemplateResult {
    const wanted = this.asks && open && team.removed !== true && this.me?.team !== team.id
    return html`<span class="actions">
      ${wanted ? html`<button type="button" class="btn sm" aria-label=${again ? seatWords.askTeamAgain(team.name) : seatWords.askTeam(team.name)} @click=${() => this.#tell('team-asked', team.id)}>${again ? seatWords.askAgain : seatWords.ask}</button>` : nothing}
      ${this.writable && explicit ? html`<button type="button" class="icon-btn sm relieve" aria-label=${seatWords.relieve(team.name)} title=${seatWords.relieve(team.name)} @click=${() => this.#relieve(team.id)}>${iconSvg('x')}</button>` : nothing}</span>`
  }

  /** The row may go: the focus stays in the list's head. */
  #relieve(team: string): void {
    this.renderRoot.querySelector<HTMLElement>('h3 .icon-btn')?.focus()
    this.#tell('team-relieved', team)
  }

  protected code(team: Team): string {
    return (this.board === undefined ? undefined : teamCodes(this.board.teams).get(team.id)) ?? team.name.slice(0, 2).toLocaleUpperCase('en')
  }

  #tell(name: string, team: string): void {
    this.dispatchEvent(new CustomEvent<TeamNamed>(name, { detail: { team }, bubbles: true, composed: true }))
  }
}
