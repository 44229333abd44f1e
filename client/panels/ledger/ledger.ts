// The ledger: the whole board as rows, a full way to work without the canvas. A treegrid with one stop of the Tab key;
// only the rows in view are in the DOM. Takes session, filter and selection; edits nothing that another room knows better
// and tells what is wanted: `answer-wanted`, `row-wanted`, `rows-selected`, `row-current`, `filter-wanted`, `key-wanted`.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Card } from '../../../shared/board/records.ts'
import '../../editor/card-text.ts'
import type { TacitCardText } from '../../editor/card-text.ts'
import { whyNotAnswer } from '../../commands/answers.ts'
import { isFiltering, matcherOf, NO_FILTER, withFind, withTeam, type Filter } from '../../session/filter.ts'
import type { Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { showToast } from '../../ui/toasts.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'
import { confirmationsOf } from '../heard.ts'
import { givenIn, waitingFor, waitsFor } from '../waiting.ts'
import { inspectorWords } from '../words.ts'
import { headingOf, keyOfHeading, type Heading } from './groups.ts'
import { keyBar, keyBarStyles } from './key-bar.ts'
import './ledger-bar.ts'
import type { Arrangement, ArrangeWanted, TacitLedgerBar } from './ledger-bar.ts'
import { LedgerKeys } from './ledger-keys.ts'
import { ledgerStyles } from './ledger-styles.ts'
import { outlineRows } from './outline.ts'
import './row-actions.ts'
import type { RowWish, TacitRowActions } from './row-actions.ts'
import { factsOf, restingOn } from './row-facts.ts'
import { cardCells, columnHeads, headingCells } from './row-view.ts'
import { RowScroll } from './row-scroll.ts'
import { holdOf, listed, tableGroups, tableRows, type CardRow, type Group, type Held, type HeadingRow, type LedgerRow, type RowsWanted } from './rows.ts'
import { riskWords } from '../risks/words.ts'
import { currencySaid } from '../teams/currency.ts'
import { ledgerWords, rowWords } from './words.ts'

/** CSS pixels that rows are expected to be high before they are measured. */
const HEIGHTS = { heading: 44, card: 38, current: 82, stacked: 84 } as const
const STACKED = 640

@customElement('tacit-ledger')
export class TacitLedger extends LitElement {
  static override styles = [...sheet, ledgerStyles, keyBarStyles]

  @property({ attribute: false }) session!: Session
  @property({ attribute: false }) filter: Filter = NO_FILTER
  @property({ attribute: false }) selection: ReadonlySet<string> = new Set()
  @property({ attribute: false }) arrangement: Arrangement = { grouping: 'state', outline: false, kind: undefined }
  /** Somebody else leads from row to row: an answer does not. */
  @property({ type: Boolean }) led = false

  @state() private current = ''
  @state() private folds: ReadonlyMap<string, boolean> = new Map()
  @state() private editing = ''
  @query('tacit-ledger-bar') private readonly bar!: TacitLedgerBar
  @query('.scroll') private readonly scroller!: HTMLElement | null
  @query('tacit-row-actions') private readonly actions!: TacitRowActions | null

  protected readonly watch = new Watch(this, () => [this.session.board, this.session.judgements, this.session.me, this.session.ready, this.session.outbox])
  readonly #keys = new LedgerKeys(this)
  readonly #scroll = new RowScroll(this, () => this.scroller)
  #rows: readonly LedgerRow[] = []
  #places: ReadonlyMap<string, number> = new Map()
  #groups: readonly Group[] = []
  readonly #last = new Map<string, readonly unknown[]>()
  #waiting = 0
  #listed = 0
  #held: Held | undefined
  #focus = false

  // ── what others may ask ──

  get rows(): readonly LedgerRow[] {
    return this.#rows
  }

  /** The row that somebody is on. */
  get row(): LedgerRow | undefined {
    return this.#rows[this.#places.get(this.current) ?? -1]
  }

  get card(): Card | undefined {
    const { row } = this
    return row?.type === 'card' ? this.session.board.value.cards.get(row.id) : undefined
  }

  /** Goes to the row of a card, whatever is folded or filtered away above it. */
  goTo(id: string, focus = true): void {
    const card = this.session.board.value.cards.get(id)
    if (card === undefined || card.deleted) return
    this.#hold(undefined)
    if (!this.#find(id) && this.arrangement.outline) this.folds = new Map()
    else if (!this.#find(id)) this.folds = new Map([...this.folds, [keyOfHeading(this.#headingOf(card)), true]])
    this.#makeRows()
    if (!this.#find(id)) this.#hold({ id, heading: this.#headingOf(card), place: 0 })
    this.#makeRows()
    const row = this.#find(id)
    if (row !== undefined) this.moveTo(row.key, focus)
  }

  moveTo(key: string, focus = true): void {
    this.current = key
    this.#hold(holdOf(this.#rows, key))
    this.#focus ||= focus
    this.#scroll.reveal(key)
    const { row } = this
    if (row?.type === 'card') this.tell('row-current', { id: row.id })
  }

  fold(key: string, open: boolean): void {
    this.folds = new Map([...this.folds, [key, open]])
  }

  focusFind(): void {
    this.bar.focus()
  }

  focusRow(): void {
    this.#focus = true
    this.requestUpdate()
  }

  async edit(key: string): Promise<void> {
    if (!this.session.canEdit) return
    this.moveTo(key, false)
    this.editing = key
    await this.updateComplete
    const text = this.renderRoot.querySelector<TacitCardText>('.title tacit-card-text')
    await text?.updateComplete
    await text?.edit()
  }

  dispute(): void {
    if (this.#mayAnswer()) this.actions?.dispute()
  }

  askWhy(stance: Stance): void {
    if (this.#mayAnswer()) void this.actions?.askWhy(stance)
  }

  /** Who may not is told why: no button stands there to say it. */
  #mayAnswer(): boolean {
    const why = whyNotAnswer(this.session)
    if (why !== undefined) showToast(why)
    return why === undefined
  }

  /** Moves among the buttons of the row; back onto the row at their beginning. */
  stepAction(by: 1 | -1): void {
    if (this.actions?.step(by) !== true && by < 0) this.focusRow()
  }

  get onAction(): boolean {
    return this.shadowRoot?.activeElement instanceof HTMLElement && this.shadowRoot.activeElement === this.actions
  }

  /** The selected cards if the row is one of them, else the row's card. */
  get targets(): readonly string[] {
    const { card } = this
    if (card === undefined) return [...this.selection]
    return this.selection.has(card.id) ? [...this.selection] : [card.id]
  }

  /** Where something about the row may open, in pixels of the window. */
  get place(): { readonly x: number; readonly y: number } {
    const { left, bottom } = (this.renderRoot.querySelector('.current .title') ?? this).getBoundingClientRect()
    return { x: left, y: bottom }
  }

  wish(wish: RowWish): void {
    const { card } = this
    if (card !== undefined) this.tell('row-wanted', { id: card.id, wish })
  }

  tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  /** After an answer: to the next row that still waits for one. */
  goOn(): void {
    if (this.led) return
    const { board, judgements, me, outbox } = this.session
    const given = givenIn(outbox.value)
    const here = this.#places.get(this.current) ?? 0
    const id = this.card?.id
    const waits = (row: LedgerRow): boolean => {
      const card = row.type === 'card' && row.id !== id && !given.has(row.id) ? board.value.cards.get(row.id) : undefined
      return card !== undefined && waitsFor(judgements.value, card, me.value?.team ?? '', me.value?.id)
    }
    const next = this.#rows.slice(here + 1).find(waits) ?? this.#rows.slice(0, here).find(waits)
    if (next !== undefined) this.moveTo(next.key)
  }

  // ── rows ──

  #find(id: string): LedgerRow | undefined {
    return this.#rows.find((row) => row.type === 'card' && row.id === id && row.again !== true)
  }

  #headingOf(card: Card): Heading {
    return headingOf(this.arrangement.grouping, this.session.board.value, this.session.judgements.value, card)
  }

  #hold(held: Held | undefined): void {
    this.#held = held
    this.requestUpdate()
  }

  /** Made again only when something they hang on is another; the dear half not when somebody only moves or folds. */
  #makeRows(): void {
    const board = this.session.board.value
    const judgements = this.session.judgements.value
    const { arrangement, filter, folds } = this
    const held = this.#held
    const facts = this.#same('facts', [board.cards, board.links, board.teams, judgements, arrangement, filter])
    if (this.#same('rows', [folds, arrangement.outline && !isFiltering(filter) && arrangement.kind === undefined ? undefined : held]) && facts) return
    const wanted: RowsWanted = { board, judgements, grouping: arrangement.grouping, kind: arrangement.kind, matches: matcherOf(filter, board, judgements), folds, held }
    const before = this.#rows
    if (!facts && !arrangement.outline) this.#groups = tableGroups(wanted)
    this.#rows = arrangement.outline ? outlineRows(wanted) : tableRows(wanted, this.#groups)
    this.#places = new Map(this.#rows.map(({ key }, at) => [key, at]))
    this.#stay(before)
  }

  /** Whether these are the values of the last time. */
  #same(what: string, values: readonly unknown[]): boolean {
    const last = this.#last.get(what)
    this.#last.set(what, values)
    return last !== undefined && values.every((value, at) => value === last[at])
  }

  /** Whoever is on a row that has gone is on the one that followed it. */
  #stay(before: readonly LedgerRow[]): void {
    if (this.#places.has(this.current)) return
    const at = before.findIndex(({ key }) => key === this.current)
    const focused = this.#hasFocus()
    const near = at < 0 ? undefined : [...before.slice(at + 1), ...before.slice(0, at).reverse()].find(({ key, type }) => type === 'card' && this.#places.has(key))
    this.current = near?.key ?? this.#rows.find(({ type }) => type === 'card')?.key ?? this.#rows[0]?.key ?? ''
    this.#held = undefined
    this.#focus ||= focused
  }

  #hasFocus(): boolean {
    const focused = this.shadowRoot?.activeElement
    return focused !== null && focused?.closest('.rows, .empty') !== null
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('filter') || changed.has('arrangement')) this.#held = undefined
    this.#makeRows()
    const width = this.scroller?.clientWidth ?? 0
    const card = width > 0 && width <= STACKED ? HEIGHTS.stacked : HEIGHTS.card
    this.#scroll.take(this.#rows, this.current, this.#hasFocus() ? this.current : undefined, (row) => (row.type === 'heading' ? HEIGHTS.heading : row.key === this.current ? HEIGHTS.current : card))
  }

  protected override updated(): void {
    this.#scroll.settle(this.renderRoot)
    if (!this.#focus) return
    const row = this.renderRoot.querySelector<HTMLElement>(this.#rows.length === 0 ? '.empty' : `[data-key="${CSS.escape(this.current)}"]`)
    if (row === null) return
    this.#focus = false
    row.focus({ preventScroll: true })
  }

  // ── what happens here ──

  readonly #clicked = (event: MouseEvent): void => {
    const path = event.composedPath()
    const element = path.find((node): node is HTMLElement => node instanceof HTMLElement && node.dataset['key'] !== undefined)
    const key = element?.dataset['key'] ?? ''
    const row = this.#rows[this.#places.get(key) ?? -1]
    if (row === undefined || this.editing === key || path.some((node) => node instanceof HTMLElement && node.localName === 'tacit-row-actions')) return
    const onFold = path.some((node) => node instanceof HTMLElement && node.matches('.title .fold'))
    this.moveTo(key)
    if (row.type === 'heading' || (onFold && row.open !== undefined)) this.fold(key, row.open !== true)
    else if (event.shiftKey || event.ctrlKey || event.metaKey) this.#keys.toggle(row.id)
    else this.tell('rows-selected', { ids: [row.id] })
  }

  /** A script or a screen reader puts the focus where it likes. While a press lasts nothing moves under the pointer. */
  readonly #focused = (event: FocusEvent): void => {
    const row = event.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement && node.dataset['key'] !== undefined)
    const key = row?.dataset['key']
    if (row?.matches(':active') === false && key !== undefined && key !== this.current && this.#places.has(key)) this.moveTo(key, false)
  }

  readonly #doubleClicked = (): void => {
    if (this.row?.type === 'card') void this.edit(this.current)
  }

  readonly #arranged = ({ detail: { team, ...arrangement } }: CustomEvent<ArrangeWanted>): void => {
    if (team !== undefined) this.tell('filter-wanted', { filter: withTeam(this.filter, team ?? undefined) })
    else this.tell('arranged', { arrangement: { ...this.arrangement, ...arrangement } })
  }

  readonly #edited = ({ detail: { editing } }: CustomEvent<{ editing: boolean }>): void => {
    if (editing || this.editing === '') return
    this.editing = ''
    if (this.#hasFocus()) this.focusRow()
  }

  /** Nobody reads there any more: rows go where they belong. */
  readonly #left = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !this.renderRoot.contains(event.relatedTarget) && this.#held !== undefined) this.#hold(undefined)
  }

  // ── drawing ──

  override render(): TemplateResult {
    const { session, filter, arrangement } = this
    const board = session.board.value
    const me = session.me.value
    const answers = me !== undefined && me.role !== 'guest'
    this.#countAll(answers ? me.team : '')
    return html`<tacit-ledger-bar .arrangement=${arrangement} .teams=${[...board.teams.values()]} .team=${filter.team} .found=${filter.find ?? ''} .count=${this.#listed} .waiting=${this.#waiting} .ownTeam=${board.teams.get(me?.team ?? '')?.name ?? ''}
        @arrange-wanted=${this.#arranged} @found-changed=${({ detail: { text } }: CustomEvent<{ text: string }>) => this.tell('filter-wanted', { filter: withFind(filter, text) })} @rows-entered=${() => this.focusRow()}></tacit-ledger-bar>
      <div class="scroll ${arrangement.outline ? 'outline' : ''}" @scroll=${this.#scroll.scrolled} @keydown=${this.#keys.down}>
        ${this.#rows.length === 0 ? this.#empty() : html`<div role="treegrid" aria-label=${ledgerWords.label} aria-rowcount=${this.#rows.length + 1} aria-colcount="7" aria-multiselectable="true"
            @focusin=${this.#focused} @click=${this.#clicked} @dblclick=${this.#doubleClicked} @focusout=${this.#left} @text-editing=${this.#edited}>
          ${columnHeads()}
          <div class="rows" role="rowgroup" style="height: ${this.#scroll.height}px">${repeat(this.#scroll.mounted, (at) => this.#rows[at]?.key, (at) => this.#row(at))}</div></div>`}
      </div>${keyBar(answers)}`
  }

  #countAll(team: string): void {
    const { board, judgements, outbox, me } = this.session
    const { grouping, kind } = this.arrangement
    if (this.#same('counts', [board.value.cards, judgements.value, outbox.value, grouping, kind, team, me.value?.id])) return
    this.#waiting = waitingFor(board.value, judgements.value, team, givenIn(outbox.value), me.value?.id).length
    this.#listed = 0
    for (const card of board.value.cards.values()) if (listed(card, grouping, kind)) this.#listed++
  }

  #empty(): TemplateResult {
    if (!this.session.ready.value) return html``
    const filtering = isFiltering(this.filter)
    return html`<div class="empty" tabindex="-1"><p>${filtering ? ledgerWords.noMatch : ledgerWords.nothing}</p>
      ${filtering ? html`<button type="button" class="btn" @click=${() => this.tell('filter-wanted', { filter: NO_FILTER })}>${ledgerWords.showAll}</button>`
        : this.session.canEdit ? html`<button type="button" class="btn primary" @click=${() => this.tell('key-wanted', { key: 'add' })}>${iconSvg('plus')}${ledgerWords.add}</button>` : nothing}</div>`
  }

  #row(at: number): TemplateResult | typeof nothing {
    const row = this.#rows[at]
    if (row === undefined) return nothing
    return row.type === 'heading' ? this.#heading(row, at) : this.#cardRow(row, at)
  }

  #heading(row: HeadingRow, at: number): TemplateResult {
    return html`<div role="row" class="heading" data-key=${row.key} style="top: ${this.#scroll.topOf(at)}px" tabindex=${row.key === this.current ? 0 : -1} aria-level="1" aria-expanded=${row.open} aria-rowindex=${at + 2}>
      ${headingCells(row, this.session.board.value, this.#about(row))}</div>`
  }

  #about({ heading: { by, of } }: HeadingRow): string {
    if (by === 'team') return currencySaid(this.session.board.value.teams.get(of))
    if (by !== 'look') return by === 'kind' && of === 'risk' ? riskWords.order : ''
    if (of !== 'refuted') return rowWords.about[of as keyof typeof rowWords.about]
    const { board, judgements } = this.session
    const ids = [...board.value.cards.values()].flatMap((card) => (card.kind === 'assumption' && !card.deleted && !card.retired && judgements.value.assumption(card.id).state === 'refuted' ? [card.id] : []))
    return rowWords.stillRest(restingOn({ judgements: judgements.value }, ids))
  }

  #cardRow(row: CardRow, at: number): TemplateResult | typeof nothing {
    const { session } = this
    const card = session.board.value.cards.get(row.id)
    if (card === undefined) return nothing
    const view = { card, board: session.board.value, judgements: session.judgements.value }
    const facts = factsOf(view)
    const here = row.key === this.current
    const editing = row.key === this.editing
    const title = editing ? html`<tacit-card-text .session=${session} cardId=${row.id} field="title" label=${inspectorWords.statement}></tacit-card-text>` : html`<span class="words" title=${facts.title}>${facts.title}</span>`
    const pausing = editing ? confirmationsOf(view.board, card) : 0
    return html`<div role="row" class="card ${facts.mark === undefined ? '' : `s-${facts.mark.look}`} ${here ? 'current' : ''} ${row.pale === true ? 'pale' : ''}" data-key=${row.key} data-id=${row.id} style="top: ${this.#scroll.topOf(at)}px"
        tabindex=${here ? 0 : -1} aria-level=${row.level} aria-expanded=${row.open ?? nothing} aria-selected=${this.selection.has(row.id)} aria-rowindex=${at + 2}>
      ${cardCells(row, facts, title)}
      ${here ? html`<div role="gridcell" class="act" aria-colspan="7"><tacit-row-actions .view=${view} .me=${session.me.value} .canEdit=${session.canEdit} notice=${pausing > 0 ? inspectorWords.pausing(pausing) : ''}></tacit-row-actions></div>` : nothing}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-ledger': TacitLedger }
}
