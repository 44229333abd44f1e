// The sheet of one team, to be read in ten seconds: what it counts in and what it cannot change; then what others
// believe about it, with its replies, and what it believes of others. Whoever may edit the board edits it here.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Team } from '../../../shared/board/records.ts'
import { changeTeam } from '../../commands/teams.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce } from '../../ui/announce.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { countsHtml, currencyStyles, limitsHtml } from './currency.ts'
import { pairWordHtml } from './pair-view.ts'
import type { Pair, Pairs } from './pairs.ts'
import './sheet-form.ts'
import type { SheetGiven, TacitSheetForm } from './sheet-form.ts'
import { sheetWords as words } from './words.ts'

/** Of teams that wrote nothing, more are not named. */
const MOST_SILENT = 6

@customElement('tacit-team-sheet')
export class TacitTeamSheet extends LitElement {
  static override styles = [...sheet, viewStyles, currencyStyles, css`
    :host { gap: 14px; font-size: 13px; line-height: 20px; scroll-margin-top: 64px; }
    header { display: flex; align-items: center; gap: 10px; }
    header h4 { font-size: 15px; line-height: 22px; margin: 0; border-radius: var(--r1); overflow-wrap: anywhere; }
    header .meta { padding-top: 3px; }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr)); gap: 14px 32px; }
    h5 { margin: 0 0 6px; font-size: 12px; line-height: 16px; font-weight: 500; color: var(--ink-3); }
    .need { margin-top: 6px; color: var(--st); font-weight: 500; }
    .pair { padding-block: 0 10px; }
    .pair + .pair { padding-top: 10px; }
    .pair + .pair { border-top: 1px solid var(--line); }
    .pair > p { display: flex; flex-wrap: wrap; gap: 0 10px; margin-bottom: 2px; }
    .word { display: inline-flex; align-items: center; gap: 6px; color: var(--st, var(--ink-2)); font-weight: 500; }
    .silent { color: var(--ink-3); padding-top: 4px; }
    tacit-pair-view { margin-inline-start: 0; }
    .own { margin-top: 8px; }
    @media (max-width: 720px) { header .btn { height: 44px; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) team: Team | undefined
  @property({ attribute: false }) pairs: Pairs | undefined
  /** Who is in it. */
  @property({ type: Number }) members = 0
  /** How many cards of other teams need something of it. */
  @property({ type: Number }) needed = 0
  @property() code = ''
  @property({ type: Boolean }) own = false
  /** How many trades refer to a number. */
  @property({ attribute: false }) used: ReadonlyMap<string, number> = new Map()
  /** Changes when who is here, or what waits to be sent, did. */
  @property({ attribute: false }) moment: unknown
  @state() private editing = false
  @query('h4') private readonly heading!: HTMLElement | null
  @query('tacit-sheet-form') private readonly form!: TacitSheetForm | null

  async focusHeading(): Promise<void> {
    await this.updateComplete
    this.heading?.focus({ preventScroll: true })
  }

  override render(): TemplateResult | typeof nothing {
    const { session, team, pairs } = this
    if (session === undefined || team === undefined || pairs === undefined) return nothing
    const { about, by } = pairs.around(team)
    return html`<header><span class="tile lg" aria-hidden="true">${this.code}</span><h4 tabindex="-1">${isolated(team.name)}</h4>
        <span class="meta">${[...(this.own ? [words.own] : []), words.people(this.members)].join(', ')}</span><span class="grow"></span>
        ${session.canEdit && !this.editing ? html`<button type="button" class="btn sm ghost edit" aria-label=${words.editSheet(team.name)} @click=${() => this.#edit()}>${iconSvg(later.pencil, 14)}${words.edit}</button>` : nothing}</header>
      ${this.editing ? html`<tacit-sheet-form .team=${team} .used=${this.used} @sheet-given=${(event: CustomEvent<SheetGiven>) => this.#save(session, team, event.detail)} @form-left=${() => this.#leave()}></tacit-sheet-form>` : this.#facts(team)}
      ${pairs.teams.length < 2 ? nothing : html`<div class="two beliefs"><section>${this.#believed(session, about)}</section><section>${this.#believes(session, by)}</section></div>`}`
  }

  #facts(team: Team): TemplateResult {
    const currency = countsHtml(team)
    const limits = limitsHtml(team)
    return html`<div class="two"><section><h5>${words.currency}</h5>${currency === nothing ? html`<p class="none">${words.noCurrency}</p>${this.needed === 0 ? nothing : html`<p class="need s-unconfirmed">${words.needed(this.needed)}</p>`}` : currency}</section>
      <section><h5>${words.constraints}</h5>${limits === nothing ? html`<p class="none">${words.noConstraints}</p>` : limits}</section></div>`
  }

  /** Whoever is of another team can write about it here. */
  #believed(session: Session, about: readonly Pair[]): TemplateResult {
    const mine = this.own ? undefined : about.find(({ by }) => by.id === session.me.value?.team)
    const written = about.filter((pair) => pair.beliefs.length > 0)
    const silent = about.filter((pair) => pair.beliefs.length === 0 && pair !== mine).map(({ by }) => by.name)
    return html`<h5>${words.believed}</h5>
      ${written.length === 0 && mine === undefined ? html`<p class="none">${words.nobodyWrote}</p>` : html`<div>${repeat(written, ({ by }) => by.id, (pair) => html`<div class="pair" data-by=${pair.by.id}><p><b>${isolated(pair.by.name)}</b>${pairWordHtml(pair)}</p><tacit-pair-view .session=${session} .pair=${pair} .moment=${this.moment}></tacit-pair-view></div>`)}</div>`}
      ${mine === undefined || mine.beliefs.length > 0 ? nothing : html`<tacit-pair-view class="own" .session=${session} .pair=${mine} .moment=${this.moment}></tacit-pair-view>`}
      ${written.length === 0 && mine === undefined ? nothing : silence(silent, words.silent)}`
  }

  #believes(session: Session, by: readonly Pair[]): TemplateResult {
    const written = by.filter((pair) => pair.beliefs.length > 0)
    const silent = by.filter((pair) => pair.beliefs.length === 0).map(({ about }) => about.name)
    return html`<h5>${words.believes}</h5>
      ${written.length === 0 ? nothing : html`<div>${repeat(written, ({ about }) => about.id, (pair) => html`<div class="pair" data-about=${pair.about.id}><p><b>${isolated(pair.about.name)}</b>${pairWordHtml(pair)}</p><tacit-pair-view ?still=${!this.own} .session=${session} .pair=${pair} .moment=${this.moment}></tacit-pair-view></div>`)}</div>`}
      ${silence(silent, words.nothingOf)}`
  }

  #edit(): void {
    this.editing = true
    void this.updateComplete.then(() => this.form?.focus())
  }

  #leave(): void {
    this.editing = false
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.edit')?.focus())
  }

  #save(session: Session, team: Team, { change }: SheetGiven): void {
    if (Object.keys(change).length > 0) {
      changeTeam(session, team.id, change)
      announce(words.saved(team.name))
    }
    this.#leave()
  }
}

function silence(teams: readonly string[], say: (teams: readonly string[]) => string): TemplateResult | typeof nothing {
  if (teams.length === 0) return nothing
  return html`<p class="silent">${teams.length > MOST_SILENT ? say([...teams.slice(0, MOST_SILENT), words.others(teams.length - MOST_SILENT)]) : say(teams)}</p>`
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-team-sheet': TacitTeamSheet }
}
