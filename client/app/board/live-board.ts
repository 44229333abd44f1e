// A live board: bar, strip, banner, canvas, ledger or overview, inspector and dialogs around one session. Holds what is open here
// (session state, what can be linked to in the address); all about the board itself comes from the session and goes
// through commands. Tells `board-closed`.
import { provide } from '@lit/context'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BoardInfo, CreatedBoard } from '../../../shared/protocol/http.ts'
import { renameBoard } from '../../commands/cards.ts'
import { putIntoCards } from '../../commands/kept-words.ts'
import type { TacitInspector } from '../../panels/inspector.ts'
import { NO_FILTER, isFiltering, sameFilter, silentTeams, withFind, type Filter } from '../../session/filter.ts'
import { sessionContext } from '../../session/session-context.ts'
import type { SaveState, Session } from '../../session/session.ts'
import { Watch } from '../../session/store.ts'
import { sheet } from '../../theme/sheet.ts'
import { announce, pageIsReachable } from '../../ui/announce.ts'
import '../../ui/banner.ts'
import { showToast } from '../../ui/toasts.ts'
import './alignment-strip.ts'
import type { FilterWanted } from './alignment-strip.ts'
import { askOnBoard } from './asking.ts'
import './board-banner.ts'
import type { WordsWanted } from './board-banner.ts'
import type { OpenDialog } from './board-dialogs.ts'
import type { TacitBoardLedger } from './board-ledger.ts'
import type { PartChosen, TacitBoardOverview } from './board-overview.ts'
import { boardPageStyles } from './board-page-styles.ts'
import { fetchParts, parts } from './board-parts.ts'
import '../board-stage.ts'
import type { TacitBoardStage } from '../board-stage.ts'
import type { ViewName } from './board-view.ts'
import { saveBoardFile } from './download.ts'
import { writeFirstGoal } from './first-goal.ts'
import type { GoalWritten } from './first-run.ts'
import { fitMatches } from './fit-matches.ts'
import { knowBoard } from '../home/known-boards.ts'
import { isEmpty, Matching } from './matching.ts'
import './opening.ts'
import { makeOwnTeam } from './own-team.ts'
import { keyAt, type KeyId } from '../../ui/key-map.ts'
import { passOn, type KeyTaker } from './stray-keys.ts'
import { TakingTurns } from './taking-turns.ts'
import { TeamTips } from './team-tips.ts'
import './top-bar.ts'
import type { BoardTitled } from './top-bar.ts'
import { ViewInAddress } from './view-in-address.ts'
import { filterAfter } from './view-keys.ts'
import './view-switch.ts'
import { filterWords } from './words.ts'
import { appWords, bannerWords, boardWords } from '../words.ts'

const narrowPage = matchMedia('(max-width: 720px)')
const paper = matchMedia('print')

@customElement('tacit-live-board')
export class TacitLiveBoard extends LitElement {
  static override styles = [...sheet, boardPageStyles]

  @provide({ context: sessionContext })
  @property({ attribute: false })
  session!: Session
  @property({ attribute: false }) info: BoardInfo | undefined
  @property() cardId = ''
  @property() newTeam = ''
  @property({ attribute: false }) fresh: CreatedBoard['urls'] | undefined

  @state() private dialog: OpenDialog = 'none'
  @state() private finding = false
  @state() private narrow = narrowPage.matches
  @state() private printing = paper.matches
  @state() private selection: ReadonlySet<string> = new Set()
  @query('#stage') private readonly main!: HTMLElement | null
  @query('tacit-inspector') private readonly inspector!: TacitInspector | null
  @query('tacit-board-stage') private readonly stage!: TacitBoardStage | null
  @query('tacit-board-ledger') private readonly ledger!: TacitBoardLedger | null
  @query('tacit-board-overview') private readonly overview!: TacitBoardOverview | null
  readonly #address = new ViewInAddress(this, () => this.session.boardId)
  readonly #turns = new TakingTurns(this, () => this.session)
  protected readonly tips = new TeamTips(this, () => this.session, () => { this.dialog = 'none'; parts.overview.use(() => { this.#address.set({ view: 'overview', part: 'teams', ...(this.narrow ? { card: '' } : {}) }); this.session.show({ cursor: undefined }) }) })
  /** Where one came from to the overview, and at which card. */
  #before: { readonly view: ViewName; readonly id: string | undefined } = { view: 'canvas', id: undefined }
  #lastSave: SaveState = { kind: 'connecting' }
  #lastTitle: string | undefined
  #settled = false
  #fitted: Filter = NO_FILTER
  readonly #matches = new Matching()
  protected readonly watch = new Watch(this, () => [this.session.board, this.session.judgements, this.session.save, this.session.peers, this.session.me, this.session.ready])

  override connectedCallback(): void {
    super.connectedCallback()
    narrowPage.addEventListener('change', this.#onWidth)
    paper.addEventListener('change', this.#onPaper)
    window.addEventListener('keydown', this.#anyKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    narrowPage.removeEventListener('change', this.#onWidth)
    paper.removeEventListener('change', this.#onPaper)
    window.removeEventListener('keydown', this.#anyKey)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('fresh') && this.fresh !== undefined) showToast(boardWords.yours, { label: boardWords.share, run: () => this.#show('share') })
    this.#heed(this.session.save.value)
    this.#retitle(this.session.board.value.title)
    if (this.session.ready.value && !this.#settled) this.#settle()
    else if (changed.has('cardId') && this.cardId !== '') this.#address.set({ card: this.cardId })
  }

  protected override updated(): void {
    const { filter, view } = this.#address.view
    if (!this.#settled || sameFilter(filter, this.#fitted)) return
    this.#fitted = filter
    const ids = this.#matching
    if (ids === undefined) return announce(filterWords.none)
    announce(filterWords.shown([...ids].filter((id) => this.session.board.value.cards.get(id)?.kind !== 'frame').length))
    if (view === 'canvas' && this.stage !== null) fitMatches(this.stage, this.session.board.value, ids)
  }

  get #matching(): ReadonlySet<string> | undefined {
    return this.#matches.of(this.#address.view.filter, this.session)
  }

  override render(): TemplateResult {
    const { board, judgements, save, peers, me, ready, canEdit, right } = this.session
    const { filter, view } = this.#address.view
    return html`<div class="page ${view}" @teams-wanted=${() => this.#show('people')} @share-wanted=${() => this.#show('share')} @profile-wanted=${() => this.#show('profile')} @device-wanted=${() => this.#show('device')} @dependencies-wanted=${() => this.#show('dependencies')}
        @file-wanted=${() => void saveBoardFile(this.session.boardId, board.value.title)} @board-titled=${(event: CustomEvent<BoardTitled>) => announce(renameBoard(this.session, event.detail.title))} @refusal-read=${() => this.session.dismissNotSaved()}
        @view-chosen=${({ detail }: CustomEvent<{ view: ViewName }>) => this.#look(detail.view)} @filter-wanted=${this.#filter}>
      <button type="button" class="btn skip" @click=${this.#skip}>${appWords.skip}</button>
      <tacit-top-bar boardTitle=${ready.value ? board.value.title : (this.info?.title ?? '')} .save=${save.value} .peers=${peers.value} .me=${me.value} .writable=${canEdit && ready.value} .shares=${canEdit} .narrow=${this.narrow} view=${view}></tacit-top-bar>
      <tacit-alignment-strip .board=${board.value} .judgements=${judgements.value} .ready=${ready.value} .filter=${filter}><tacit-dependency-watch .session=${this.session} @card-opened=${this.#opened}></tacit-dependency-watch></tacit-alignment-strip>
      ${canEdit ? nothing : html`<div class="note"><tacit-banner kind="view-only">${right === 'view' ? bannerWords.viewOnly : bannerWords.guest}</tacit-banner></div>`}
      ${this.#work()}
      ${this.narrow ? html`<tacit-view-switch tabs role="navigation" aria-label=${boardWords.stage} view=${view}></tacit-view-switch>` : nothing}
      ${this.dialog !== 'none' && parts.dialogs.hereFor(this) ? html`<tacit-board-dialogs .session=${this.session} open=${this.dialog} .fresh=${this.fresh} @card-opened=${this.#opened} @dialog-closed=${() => this.#show('none')}></tacit-board-dialogs>` : nothing}
      ${this.finding && parts.find.hereFor(this) ? html`<tacit-find-dialog .session=${this.session} @card-found=${this.#found} @found-narrowed=${this.#narrow} @dialog-closed=${() => { this.finding = false }}></tacit-find-dialog>` : nothing}
      ${this.printing && view !== 'overview' && parts.paper.hereFor(this) ? html`<tacit-print-sheet .session=${this.session} .filter=${filter} .arrangement=${this.ledger?.arranged}></tacit-print-sheet>` : nothing}
    </div>`
  }

  #work(): TemplateResult {
    const { board, save, ready, canEdit, right } = this.session
    const { filter, view, part } = this.#address.view
    const ledger = view === 'ledger' && ready.value
    const overview = view === 'overview' && ready.value
    const inspected = this.#inspected
    const empty = ready.value && view === 'canvas' && isEmpty(board.value)
    return html`<div class="work ${inspected === '' ? '' : 'inspecting'}" @keydown=${this.#key} @card-opened=${this.#opened} @card-selected=${this.#selected} @rows-selected=${this.#rowsSelected} @row-current=${this.#rowCurrent}
        @inspector-closed=${this.#closeInspector} @key-wanted=${this.#keyWanted} @in-turn-wanted=${this.#turns.begin} @view-wanted=${this.#viewWanted}
        @find-wanted=${() => this.#find()} @ask-wanted=${this.#asked} @evidence-wanted=${this.#evidence} @turn-to=${this.#turnTo} @turn-over=${this.#turnOver} @part-chosen=${({ detail }: CustomEvent<PartChosen>) => this.#address.set({ part: detail.part })} @board-shown=${fetchParts}>
      <main class="stage" id="stage" tabindex="-1" aria-label=${boardWords.stage}>
        <tacit-board-stage class=${ledger || overview ? 'away' : ''} ?inert=${ledger || overview} .matching=${this.#matching} inspected=${inspected}></tacit-board-stage>
        ${ready.value ? nothing : html`<tacit-opening .outline=${this.info?.outline}></tacit-opening>`}
        ${ledger && parts.ledger.hereFor(this) ? html`<tacit-board-ledger .session=${this.session} .filter=${filter} .selection=${this.selection} .led=${this.#turns.ids !== undefined} .centre=${() => this.stage?.centre ?? { x: 0, y: 0 }}></tacit-board-ledger>` : nothing}
        ${overview && parts.overview.hereFor(this) ? html`<tacit-board-overview .session=${this.session} chosen=${part}></tacit-board-overview>` : nothing}
        ${empty && parts.firstRun.hereFor(this) ? html`<tacit-first-run .writable=${canEdit} @goal-written=${this.#writeGoal}></tacit-first-run>` : nothing}
        <tacit-board-banner .session=${this.session} .save=${save.value} .right=${right} @words-wanted=${this.#wantWords}></tacit-board-banner>
        ${this.#turns.ids !== undefined && parts.turn.hereFor(this) ? html`<tacit-in-turn ?raised=${ledger} .session=${this.session} team=${this.session.me.value?.team ?? ''} .ids=${this.#turns.ids}></tacit-in-turn>` : nothing}
      </main>
      ${inspected === '' ? nothing : html`<tacit-inspector .session=${this.session} card=${inspected}></tacit-inspector>`}
    </div>`
  }

  /** The card in the inspector; '' when it is closed. */
  get #inspected(): string {
    const { card } = this.#address.view
    return card !== '' && this.#settled && parts.inspector.hereFor(this) ? card : ''
  }

  #show(dialog: OpenDialog): void {
    if (dialog === 'none') this.dialog = dialog
    else parts.dialogs.use(() => { this.dialog = dialog })
  }

  /** The first moment with the board's facts: the card of the address, the team named on entering. */
  #settle(): void {
    this.#settled = true
    const wanted = this.#address.view.card === '' ? this.cardId : this.#address.view.card
    if (this.session.board.value.cards.get(wanted)?.deleted === false) {
      this.#address.open(wanted)
      // Whoever came for this card goes on from there, unless something has the focus by then.
      this.#open(wanted, () => { if (document.activeElement === document.body) void this.inspector?.focusHeading() })
    } else this.#address.set({ card: '' })
    if (this.newTeam !== '') void makeOwnTeam(this.session, this.newTeam)
  }

  #heed(save: SaveState): void {
    const before = this.#lastSave
    if (before === save) return
    this.#lastSave = save
    if (save.kind === 'gone') this.dispatchEvent(new CustomEvent('board-closed', { detail: { sentence: save.sentence } }))
    if (save.kind === 'offline' && before.kind !== 'offline') announce(bannerWords.offline, 'assertive')
  }

  #retitle(title: string): void {
    if (!this.session.ready.value || title === this.#lastTitle) return
    this.#lastTitle = title
    document.title = appWords.boardTitle(title === '' ? appWords.untitled : title)
    if (this.info !== undefined && title !== this.info.title) knowBoard({ ...this.info, title, updatedAt: new Date(this.session.judgements.value.now).toISOString() })
  }

  // ── canvas and ledger ──

  /** The other view; with `id`, at that card. */
  #look(view: ViewName, id?: string): void {
    if (view === 'canvas') {
      const selected = [...this.selection]
      this.#address.set({ view })
      if (id !== undefined) void this.updateComplete.then(() => this.#focusCard(id, selected))
      return
    }
    if (view === 'overview') {
      const [first] = this.selection
      this.#before = { view: this.#address.view.view, id: this.ledger?.card ?? first }
      return parts.overview.use(() => {
        this.#address.set({ view })
        this.session.show({ cursor: undefined })
        void this.updateComplete.then(() => this.overview?.focusHeading())
      })
    }
    parts.ledger.use(() => {
      this.#address.set({ view })
      this.session.show({ cursor: undefined })
      const [first] = this.selection
      void this.updateComplete.then(() => this.ledger?.goTo(id ?? first, id !== undefined))
    })
  }

  /** The overview is of the whole board: what is narrowed there is read in the ledger. */
  readonly #filter = ({ detail: { filter } }: CustomEvent<FilterWanted>): void => {
    this.#address.set({ filter })
    if (this.#address.view.view === 'overview') this.#look('ledger')
  }

  /** There, or back to where one came from. */
  #toOverview(): void {
    if (this.#address.view.view === 'overview') this.#look(this.#before.view, this.#before.id)
    else this.#look('overview')
  }

  #focusCard(id: string, selected: readonly string[] = []): void {
    this.stage?.focusCard(id)
    if (selected.length > 1 && selected.includes(id)) this.stage?.select(selected)
  }

  /** To a card, in the view that is open; in the overview when an inspector that had the focus is gone. */
  #goTo(id: string): void {
    const { view } = this.#address.view
    if (view === 'canvas') this.#focusCard(id)
    else if (view === 'overview') void this.updateComplete.then(() => this.overview?.focusBack())
    else void this.ledger?.goTo(id)
  }

  readonly #viewWanted = (event: Event): void => {
    const wanted = event instanceof CustomEvent ? (event.detail as { id?: string } | null)?.id : undefined
    const [selected] = this.selection
    if (this.#address.view.view !== 'canvas') this.#look('canvas', wanted)
    else this.#look('ledger', wanted ?? selected)
  }

  readonly #rowsSelected = (event: CustomEvent<{ ids: readonly string[] }>): void => this.stage?.select(event.detail.ids)

  readonly #rowCurrent = (event: CustomEvent<{ id: string }>): void => {
    if (this.#address.view.card !== '') this.#address.set({ card: event.detail.id })
  }

  // ── the inspector ──

  #open(id: string, then: () => void = () => void this.inspector?.focusHeading()): void {
    parts.inspector.use(() => {
      this.#address.set({ card: id })
      this.requestUpdate()
      void this.updateComplete.then(then)
    })
  }

  readonly #opened = (event: CustomEvent<{ id: string }>): void => this.#open(event.detail.id)

  readonly #evidence = (event: CustomEvent<{ id: string } | null>): void => {
    // The list of evidence says so too, without a card: that stays in the inspector.
    if (event.detail?.id !== undefined) this.#open(event.detail.id, () => void this.inspector?.prove())
  }

  /** An open inspector follows the selection and keeps the focus where it is. */
  readonly #selected = (event: CustomEvent<{ ids: readonly string[] }>): void => {
    const { ids } = event.detail
    const [id, ...more] = ids
    this.selection = new Set(ids)
    const { view, card } = this.#address.view
    if (view === 'canvas' && card !== '' && more.length === 0) this.#address.set({ card: id ?? '' })
  }

  readonly #closeInspector = (): void => {
    const { card } = this.#address.view
    this.#address.set({ card: '' })
    this.#goTo(card)
  }

  readonly #asked = (event: CustomEvent<{ id: string }>): void => void askOnBoard(this.session, event.detail.id)

  // ── finding ──

  #find(): void {
    parts.find.use(() => { this.finding = true })
  }

  readonly #found = async (event: CustomEvent<{ id: string }>): Promise<void> => {
    this.finding = false
    await this.updateComplete
    this.#goTo(event.detail.id)
  }

  readonly #narrow = (event: CustomEvent<{ text: string }>): void => {
    this.finding = false
    this.#address.set({ filter: withFind(this.#address.view.filter, event.detail.text) })
  }

  // ── answering in turn ──

  readonly #turnTo = (event: CustomEvent<{ id: string }>): void => this.#goTo(event.detail.id)

  readonly #turnOver = ({ detail: { sentence } }: CustomEvent<{ sentence?: string }>): void => {
    this.#turns.end()
    if (sentence !== undefined) showToast(sentence)
  }

  // ── keys ──

  /** Keys that mean the same on canvas and ledger, when nobody below took them. */
  readonly #key = (event: KeyboardEvent): void => {
    const { view, filter } = this.#address.view
    if (event.composedPath()[0] === this.main) return passOn(event, view, this.#shownView)
    const key = event.composedPath().some((node) => node instanceof HTMLElement && node.localName === 'tacit-inspector') ? undefined : keyAt(event, view)
    if (key === 'leave' && isFiltering(filter) && view === 'canvas') this.#address.set({ filter: NO_FILTER })
    else if (key === undefined || !this.#carryOut(key)) return
    event.preventDefault()
  }

  readonly #keyWanted = (event: CustomEvent<{ key: KeyId }>): void => { this.#carryOut(event.detail.key) }

  #carryOut(key: KeyId): boolean {
    const before = this.#address.view.filter
    const filter = filterAfter(key, before)
    if (key === 'filterNotHeard' && before.unheard.length === 0 && silentTeams(this.session.board.value, this.session.judgements.value).length === 0) showToast(filterWords.allHeard)
    else if (filter !== undefined) this.#address.set({ filter })
    else if (key === 'otherView') this.#viewWanted(new Event(key))
    else if (key === 'overview') this.#toOverview()
    else if (key === 'inTurn') this.#turns.begin()
    else if (key === 'findHere') this.#find()
    else return false
    return true
  }

  /** Find works from everywhere on the page; a key that nothing has the focus for is the board's. */
  readonly #anyKey = (event: KeyboardEvent): void => {
    const { view } = this.#address.view
    if (event.target === document.body && keyAt(event, view) !== undefined && pageIsReachable()) passOn(event, view, this.#shownView)
    if (event.defaultPrevented || keyAt(event, 'canvas') !== 'find') return
    event.preventDefault()
    this.#find()
  }

  readonly #writeGoal = (event: CustomEvent<GoalWritten>): void => {
    const id = writeFirstGoal(this.session, this.stage?.centre ?? { x: 0, y: 0 }, event.detail.title)
    if (id !== undefined) this.stage?.focusCard(id)
  }

  readonly #wantWords = (event: CustomEvent<WordsWanted>): void => {
    const [first] = putIntoCards(this.session, event.detail.texts, this.stage?.centre ?? { x: 0, y: 0 })
    if (first !== undefined) this.#goTo(first)
  }

  /** The board gets the focus as soon as it is there, unless something has it by then. */
  async takeFocus(): Promise<void> {
    const { ready } = this.session
    if (!ready.value) {
      await new Promise<void>((resolve) => { const stop = ready.subscribe(() => { stop(); resolve() }) })
    }
    await this.updateComplete
    // The first goal is written in a field that takes the focus itself.
    if (document.activeElement === document.body && !isEmpty(this.session.board.value)) this.#skip()
  }

  readonly #skip = (): void => this.main?.focus()

  get #shownView(): KeyTaker | null {
    const { view } = this.#address.view
    return view === 'canvas' ? this.stage : view === 'ledger' ? this.ledger : null
  }

  readonly #onWidth = (): void => { this.narrow = narrowPage.matches }
  readonly #onPaper = (): void => { this.printing = paper.matches }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-live-board': TacitLiveBoard }
}
