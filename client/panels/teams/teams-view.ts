// The teams of a board: who has understood whom, a sheet for each team, and the trades between them. Draws again only
// when what it shows has changed: typing in a card costs it a comparison. Tells `card-opened`, `profile-wanted` and
// `teams-wanted`.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState, Team } from '../../../shared/board/records.ts'
import { tradeVerdicts } from '../../cards/words.ts'
import { isolated } from '../../language/isolated.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { teamCodes } from '../../ui/names.ts'
import { ringSvg } from '../../ui/ring.ts'
import { cardRef } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { metricSaid } from './currency.ts'
import './empathy-grid.ts'
import type { PairChosen } from './empathy-grid.ts'
import './pair-view.ts'
import { pairWordHtml } from './pair-view.ts'
import { Pairs } from './pairs.ts'
import { sheetWanted } from './sheet-wanted.ts'
import './team-sheet.ts'
import type { TacitTeamSheet } from './team-sheet.ts'
import { missingOf, tradesOf, type Trade } from './trades.ts'
import { teamsWords as words, tradeWords } from './words.ts'

/** Sheets that are drawn at first, and with each press on "more": a board may have two hundred. */
const AT_ONCE = 20

/** What of the cards is shown here: the trades, and how many cards need something of a team. */
interface OfCards { readonly trades: readonly Trade[]; readonly used: ReadonlyMap<string, number>; readonly needed: ReadonlyMap<string, number> }

@customElement('tacit-teams')
export class TacitTeams extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    .chosen { margin-top: 14px; padding: 14px 16px; border-radius: var(--r3); background: var(--canvas); }
    .chosen h4 { display: flex; flex-wrap: wrap; gap: 0 10px; margin-bottom: 8px; border-radius: var(--r1); }
    .word { display: inline-flex; align-items: center; gap: 6px; color: var(--st, var(--ink-2)); font-weight: 500; }
    .who { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
    .sheets > li + li { margin-top: 24px; padding-top: 24px; border-top: 1px solid var(--line); }
    .trade { display: grid; gap: 2px; font-size: 13px; line-height: 20px; }
    .trade .head { display: flex; flex-wrap: wrap; gap: 0 10px; font-size: 14px; line-height: 22px; }
    .missing { color: var(--st); font-weight: 500; display: flex; gap: 6px; align-items: center; }
    @media (forced-colors: active) { .chosen { border: 1px solid CanvasText; } }
    @media print { .chosen { padding: 0; background: none; } }
  `]

  @property({ attribute: false }) session: Session | undefined
  @state() private chosen: PairChosen | undefined
  @state() private most = AT_ONCE
  /** Asked for from elsewhere: shown, however many come before it. */
  @state() private wanted = ''
  #going = false
  #pairs: Pairs | undefined
  #ofCards: OfCards | undefined
  #cards: { readonly cards: BoardState['cards']; readonly links: BoardState['links']; readonly teams: BoardState['teams'] } | undefined
  /** Handed to the sheets: another one when who is here or what waits did change. */
  #moment: readonly unknown[] = []
  protected readonly watch = new Watch(this, () => [this.session?.board, this.session?.me, this.session?.outbox, sheetWanted])

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') && this.isConnected) this.watch.renew()
    const { session } = this
    this.#heed()
    if (session === undefined) return
    const board = session.board.value
    if (this.#pairs?.isOf(board) !== true) this.#pairs = new Pairs(board)
    if (board.cards !== this.#cards?.cards || board.links !== this.#cards.links || board.teams !== this.#cards.teams) {
      this.#cards = { cards: board.cards, links: board.links, teams: board.teams }
      this.#ofCards = ofCards(session, board, this.#ofCards)
    }
    const moment = [session.me.value, session.outbox.value]
    if (moment.some((part, at) => part !== this.#moment[at])) this.#moment = moment
  }

  protected override updated(): void {
    if (!this.#going) return
    this.#going = false
    const found = this.renderRoot.querySelector<TacitTeamSheet>(`tacit-team-sheet[data-team="${CSS.escape(this.wanted)}"]`)
    if (found === null) return
    void found.focusHeading().then(() => found.scrollIntoView({ block: 'start' }))
  }

  /** Taken once: whoever comes here later by the list of parts begins above. */
  #heed(): void {
    if (sheetWanted.value === '') return
    this.wanted = sheetWanted.value
    this.#going = true
    sheetWanted.set('')
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    const pairs = this.#pairs
    const cards = this.#ofCards
    if (session === undefined || pairs === undefined || cards === undefined) return nothing
    const own = session.me.value?.role === 'guest' ? '' : (session.me.value?.team ?? '')
    if (pairs.teams.length === 0) return html`<div><p class="none">${words.noTeams}</p>${session.canEdit ? html`<p><button type="button" class="btn" style="margin-top: 10px" @click=${() => this.#tell('teams-wanted')}>${words.makeTeams}</button></p>` : nothing}</div>`
    return html`${this.#whoMay(session)}
      ${pairs.teams.length === 1 ? html`<p class="none">${words.oneTeam}</p>` : this.#understood(session, pairs, own)}
      <section aria-labelledby="sheets"><h3 id="sheets">${words.sheets}<span class="count">${pairs.teams.length}</span></h3>
        <ul class="sheets">${repeat(this.#shown(pairs, own), ({ id }) => id, (team) => this.#sheet(session, pairs, cards, team, own))}</ul>
        ${pairs.teams.length <= this.most ? nothing : html`<p style="margin-top: 20px"><button type="button" class="btn" @click=${() => { this.most += AT_ONCE }}>${words.moreSheets(pairs.teams.length - this.most)}</button></p>`}</section>
      ${this.#trades(cards.trades)}`
  }

  /** Why one can only read here. */
  #whoMay(session: Session): TemplateResult | typeof nothing {
    const me = session.me.value
    if (me === undefined || me.role === 'guest') return html`<p class="hint">${words.reader}</p>`
    if (me.team !== '') return nothing
    return html`<p class="who">${words.noTeam}<button type="button" class="btn sm" @click=${() => this.#tell('profile-wanted')}>${words.chooseTeam}</button></p>`
  }

  #understood(session: Session, pairs: Pairs, own: string): TemplateResult {
    return html`<section aria-labelledby="grid"><h3 id="grid">${words.grid}</h3><p class="hint">${words.gridHint}</p>
      <tacit-empathy-grid .pairs=${pairs} own=${own} .chosen=${this.chosen} @pair-chosen=${this.#choose}></tacit-empathy-grid>${this.#chosen(session, pairs)}</section>`
  }

  #chosen(session: Session, pairs: Pairs): TemplateResult | typeof nothing {
    const [by, about] = [this.chosen?.by, this.chosen?.about].map((id) => pairs.teams.find((team) => team.id === id))
    if (by === undefined || about === undefined) return nothing
    const pair = pairs.of(by, about)
    return html`<div class="chosen" role="group" aria-labelledby="pair"><h4 id="pair" tabindex="-1">${words.pairTitle(isolated(by.name), isolated(about.name))}${pairWordHtml(pair)}</h4>
      <tacit-pair-view whole .session=${session} .pair=${pair} .moment=${this.#moment}></tacit-pair-view></div>`
  }

  readonly #choose = ({ detail }: CustomEvent<PairChosen>): void => {
    const again = this.chosen?.by === detail.by && this.chosen.about === detail.about
    this.chosen = again ? undefined : detail
    if (!again) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#pair')?.focus())
  }

  #shown(pairs: Pairs, own: string): readonly Team[] {
    return ownFirst(pairs.teams, own).filter(({ id }, at) => at < this.most || id === this.wanted)
  }

  #sheet(session: Session, pairs: Pairs, { used, needed }: OfCards, team: Team, own: string): TemplateResult {
    const board = session.board.value
    const members = membersOf(board.people).get(team.id) ?? 0
    return html`<li><tacit-team-sheet data-team=${team.id} .session=${session} .team=${team} .pairs=${pairs} .members=${members} .needed=${needed.get(team.id) ?? 0} .used=${used} code=${teamCodes(board.teams).get(team.id) ?? ''} ?own=${team.id === own} .moment=${this.#moment}></tacit-team-sheet></li>`
  }

  #trades(trades: readonly Trade[]): TemplateResult {
    return html`<section aria-labelledby="trades"><h3 id="trades">${tradeWords.title}${trades.length === 0 ? nothing : html`<span class="count">${trades.length}</span>`}</h3>
      <p class="hint">${trades.length === 0 ? tradeWords.none : tradeWords.hint}</p>
      ${trades.length === 0 ? nothing : html`<ul class="lined">${repeat(trades, ({ card }) => card.id, tradeRow)}</ul>`}</section>`
  }

  #tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }))
  }
}

function tradeRow(trade: Trade): TemplateResult {
  const { card, word, from, to, give, get, metric } = trade
  const whole = word === 'in_their_currency'
  return html`<li class="trade" data-trade=${card.id}><p class="head"><span>${cardRef(card)}</span><span class="muted">${tradeWords.pair(isolated(from), isolated(to))}</span></p>
    <p>${tradeWords.gives(isolated(from), isolated(give === '' ? tradeWords.unsaid : give))}</p>
    <p>${tradeWords.gets(isolated(from), isolated(get === '' ? tradeWords.unsaid : get))}</p>
    ${whole ? html`<p class="muted">${metric === undefined ? tradeVerdicts[word] : tradeWords.improves(isolated(metricSaid(metric)))}</p>` : html`<p class="missing s-unconfirmed">${ringSvg(undefined, 'unconfirmed', 14)}${tradeVerdicts[word]}</p><p class="muted">${missingOf(trade)}</p>`}</li>`
}

function ownFirst(teams: readonly Team[], own: string): readonly Team[] {
  return teams.toSorted((a, b) => Number(b.id === own) - Number(a.id === own))
}

const counted = new WeakMap<object, ReadonlyMap<string, number>>()

/** How many people speak for each team, once for each list of people. */
function membersOf(people: BoardState['people']): ReadonlyMap<string, number> {
  const known = counted.get(people) ?? countBy([...people.values()].filter((person) => person.removed !== true && person.mergedInto === undefined).map(({ team }) => team))
  counted.set(people, known)
  return known
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** One pass over the cards and one over the links; the same value as before where nothing of it changed. */
function ofCards(session: Session, board: BoardState, before: OfCards | undefined): OfCards {
  const judgements = session.judgements.value
  const trades = tradesOf(board, (id) => judgements.trade(id))
  const used = countBy(trades.flatMap(({ metric }) => metric?.id ?? []))
  const needed = countBy([...needs(board)])
  return { trades, used: equal(used, before?.used), needed: equal(needed, before?.needed) }
}

/** For each card of a team: the other team's card that it needs something of, once. */
function* needs({ links, cards }: Pick<BoardState, 'cards' | 'links'>): Generator<string> {
  const seen = new Set<string>()
  for (const { type, from, to } of links.values()) {
    if (type !== 'depends_on') continue
    const [consumer, provider] = [cards.get(from), cards.get(to)]
    const team = provider?.fields.team
    const live = [consumer, provider].every((card) => card?.deleted === false && !card.retired)
    if (!live || team === undefined || team === consumer?.fields.team || seen.has(`${from}>${team}`)) continue
    seen.add(`${from}>${team}`)
    yield team
  }
}

function equal(now: ReadonlyMap<string, number>, before: ReadonlyMap<string, number> | undefined): ReadonlyMap<string, number> {
  return before !== undefined && before.size === now.size && [...now].every(([key, n]) => before.get(key) === n) ? before : now
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-teams': TacitTeams }
}
