// The board itself: cards and links on the canvas, the editor in a card, drags and pointers of others, and the controls
// around them. It puts the parts of stage/ together and tells `card-selected` {ids}, `card-opened` {id}, `profile-wanted`
// and what keys want of the page (stage-keys.ts); panels are not its business.
import { consume } from '@lit/context'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Card } from '../../shared/board/records.ts'
import { around, intersects, type BoardPoint, type Camera, type Rect, type ScreenPoint } from '../../shared/geometry/geometry.ts'
import '../canvas/canvas.ts'
import { Gathering } from '../canvas/gathering.ts'
import type { TacitCanvas } from '../canvas/canvas.ts'
import type { CanvasEvents } from '../canvas/carry-out.ts'
import type { ToolName } from '../canvas/tools/tool.ts'
import '../cards/card.ts'
import { levelAt, type Level } from '../cards/card.ts'
import { words as cardWords } from '../cards/words.ts'
import '../cards/links.ts'
import type { TacitLinks } from '../cards/links.ts'
import { onSizesChanged } from '../cards/size.ts'
import type { HistoryUsed } from '../editor/editor.ts'
import type { TacitCursors } from '../people/cursors.ts'
import type { Session } from '../session/session.ts'
import { sessionContext } from '../session/session-context.ts'
import { reset } from '../theme/sheet.ts'
import { announce } from '../ui/announce.ts'
import { Part } from './board/part.ts'
import { CardItems } from './stage/card-items.ts'
import type { AnswerWanted, TacitCardToolbar } from './stage/card-toolbar.ts'
import { StagePainter } from './stage/far-painter.ts'
import './stage/kind-picker.ts'
import type { TacitKindPicker } from './stage/kind-picker.ts'
import type { TacitLinkBar } from './stage/link-bar.ts'
import { RemoteNews } from './stage/remote-news.ts'
import { SessionWatch } from './stage/session-watch.ts'
import { StageActions } from './stage/stage-actions.ts'
import { StageClipboard } from './stage/stage-clipboard.ts'
import { peerColors, tellHistory } from './stage/stage-commands.ts'
import { StageEditing } from './stage/stage-editing.ts'
import { fetchLinkBar, StageLinks } from './stage/stage-links.ts'
import type { TacitStageMenu } from './stage/stage-menu.ts'
import { StageMotion } from './stage/stage-motion.ts'
import type { StageView } from './stage/stage-view.ts'
import './stage/tool-dock.ts'
import { whenQuiet } from './stage/when-quiet.ts'
import { words } from './stage/words.ts'
import './stage/zoom-control.ts'
import type { TacitZoomControl, ZoomWanted } from './stage/zoom-control.ts'

const NOTHING: ReadonlySet<string> = new Set()
/** Screen pixels that a selected card keeps from the sheet of a phone. */
const CLEAR = 24

type On<E extends keyof CanvasEvents> = CustomEvent<CanvasEvents[E]>

/** Between phone and desktop the details lie over the right of the board, this wide. */
const panelOver = matchMedia('(min-width: 721px) and (max-width: 1100px)')
const PANEL = 432

@customElement('tacit-board-stage')
export class TacitBoardStage extends LitElement implements StageView {
  static override styles = [reset, css`
    :host { display: block; position: absolute; inset: 0; overflow: clip; background: var(--canvas); }
    tacit-canvas { position: absolute; inset: 0; }
  `]

  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false }) session: Session | undefined
  /** Cards that a filter matches; the others are pale. Undefined: no filter. */
  @property({ attribute: false }) matching: ReadonlySet<string> | undefined
  /** The card whose details are open beside the board. */
  @property() inspected = ''

  @state() selection = NOTHING
  @state() tool: ToolName = 'select'
  @state() level: Level = 'full'

  @query('tacit-canvas') readonly canvas!: TacitCanvas
  @query('tacit-card-toolbar') private readonly toolbar!: TacitCardToolbar | null
  @query('tacit-kind-picker') readonly picker!: TacitKindPicker
  @query('tacit-stage-menu') readonly menu!: TacitStageMenu | null
  @query('tacit-link-bar') readonly linkBar!: TacitLinkBar | null
  @query('tacit-links[slot=under]') private readonly links!: TacitLinks | null
  @query('tacit-links[following]') private readonly following!: TacitLinks | null
  @query('tacit-cursors') private readonly cursors!: TacitCursors
  @query('tacit-zoom-control') private readonly zoom!: TacitZoomControl

  protected readonly watch = new SessionWatch(this, () => this.session)
  readonly #items = new CardItems()
  readonly #gathering = new Gathering()
  protected readonly news = new RemoteNews(this, () => this.session, () => this.selection)
  readonly #motion = new StageMotion(this, () => ({ resting: this.links, following: this.following }))
  readonly #editing = new StageEditing(this)
  readonly #linking = new StageLinks(this, this.#motion)
  readonly #clipboard = new StageClipboard(this, () => this.#motion.pointer)
  readonly #actions = new StageActions(this, { editing: this.#editing, motion: this.#motion, links: this.#linking, clipboard: this.#clipboard })
  /** Fetched as soon as the first look is over, or when a card is selected before. */
  readonly #bar = new Part(() => import('./stage/card-toolbar.ts'))
  #peerColors: ReadonlyMap<string, string> = new Map()
  #shown = false
  /** The card that was last brought out from under the sheet. */
  #cleared = ''

  // ── what others may ask ──

  /** Selects a card, brings it into view and gives it the focus. */
  focusCard(cardId: string): void {
    this.canvas.select([cardId])
    this.canvas.focusItem(cardId)
  }

  /** Selects cards without moving the view or the focus. */
  select(cardIds: readonly string[]): void {
    this.canvas.select(cardIds)
  }

  /** The board point in the middle of the view. */
  get centre(): BoardPoint {
    const { x, y, z } = this.canvas.camera
    return { x: x + this.canvas.size.width / 2 / z, y: y + this.canvas.size.height / 2 / z }
  }

  takeKey(event: KeyboardEvent): boolean {
    return this.canvas.takeKey(event)
  }

  edit(cardId: string): void {
    void this.#editing.open(cardId, undefined)
  }

  get camera(): Camera {
    return this.canvas.camera
  }

  set camera(camera: Camera) {
    this.canvas.camera = camera
  }

  // ── what the parts of the stage may ask ──

  selectFocused(): void {
    const { focused } = this.canvas
    if (this.selection.size === 0 && focused !== undefined) this.canvas.select([focused])
  }

  /** Asks for the reason of a dispute, where the selected card is answered. */
  dispute(): void {
    this.#bar.use(() => {
      this.requestUpdate()
      void this.updateComplete.then(async () => {
        await this.toolbar?.updateComplete
        this.toolbar?.dispute()
      })
    })
  }

  get only(): Card | undefined {
    const [id] = this.selection
    return this.selection.size === 1 && id !== undefined ? this.session?.board.value.cards.get(id) : undefined
  }

  tell(event: string, detail: unknown): boolean {
    return this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true, cancelable: true }))
  }

  // ── life ──

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('keydown', this.#actions.historyKey)
    this.#clipboard.listen()
    this.#tools.observe(this)
    onSizesChanged(() => {
      this.#items.forget()
      this.#motion.forget()
      this.requestUpdate()
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.#actions.historyKey)
    this.#clipboard.stop()
    this.#tools.disconnect()
  }

  protected override willUpdate(): void {
    const { session } = this
    if (session === undefined) return
    const { cards } = session.board.value
    const there = (id: string): boolean => cards.get(id)?.deleted === false
    if ([...this.selection].some((id) => !there(id))) this.#select([...this.selection].filter(there))
    if (this.#editing.id !== undefined && !there(this.#editing.id)) this.#editing.close()
    this.#peerColors = peerColors(session)
    this.#motion.follow(session)
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#motion.drawLinks()
    if (changed.has('inspected') && this.#shown) this.#clearPanel()
    // Its own size is known once it has drawn itself.
    void (this.toolbar ?? this.linkBar)?.updateComplete.then(() => {
      this.#measure()
      this.#placeToolbar()
    })
    if (this.#shown || this.session?.ready.value !== true) return
    this.#shown = true
    // The canvas takes the items in its own update, and is measured after that.
    void this.canvas.updateComplete.then(() => requestAnimationFrame(() => {
      this.canvas.fitBoard('first')
      for (const tools of this.renderRoot.querySelectorAll('tacit-tool-dock, tacit-zoom-control')) this.#tools.observe(tools)
      this.zoom.boardShown = true
      this.tell('board-shown', {})
      // Fetched while nobody waits for it, so that a first edit needs no network.
      whenQuiet(() => this.#bar.fetch())
      whenQuiet(() => import('../people/cursors.ts'))
      whenQuiet(() => import('./stage/card-outline.ts'))
      whenQuiet(() => Promise.all([import('./stage/stage-menus.ts'), fetchLinkBar()]))
      if (this.session?.canEdit === true) whenQuiet(() => import('../editor/editor.ts'))
    }))
  }

  #select(ids: readonly string[]): void {
    this.selection = new Set(ids)
    this.session?.show({ selected: ids.length === 0 ? undefined : ids })
    this.tell('card-selected', { ids })
    if (ids.length !== 1) this.#cleared = ''
    if (ids.length === 0) return
    if (ids.length > 1) announce(words.toolbarMany(ids.length))
    this.#linking.leave()
    void this.#clipboard.prepare()
  }

  // ── every frame of a movement ──

  readonly #cameraChanged = ({ detail: camera }: On<'camera-changed'>): void => {
    this.cursors.camera = camera
    this.zoom.look(camera, this.canvas.size)
    // While a hand zooms, cards stand as they are: to draw them all anew would take longer than a frame.
    if (!this.canvas.moving) this.level = levelAt(camera.z)
    this.#placeToolbar()
  }

  readonly #tools = new ResizeObserver(() => this.#measure())

  /** Where tools and banners stand: asked when they, the view or the selection change, not while the board moves. */
  #measure(): void {
    if (!this.#shown) return
    const tools = [...this.renderRoot.querySelectorAll('tacit-tool-dock, tacit-zoom-control'), ...(this.parentElement?.querySelectorAll('tacit-board-banner, tacit-in-turn') ?? [])]
    const covered = tools.map((one) => this.#place(one)).filter(({ height }) => height > 0)
    const { width, height } = this.canvas.size
    this.canvas.covered = this.inspected !== '' && panelOver.matches ? [...covered, { x: width - PANEL, y: 0, width: PANEL, height }] : covered
  }

  #place(tool: Element): Rect {
    const { left, top } = this.getBoundingClientRect()
    const { x, y, width, height } = tool.getBoundingClientRect()
    return { x: x - left, y: y - top, width, height }
  }

  /** Details that lie over the board leave their own card to be seen. */
  #clearPanel(): void {
    this.#measure()
    if (this.inspected !== '' && panelOver.matches) this.canvas.reveal(this.inspected)
  }

  /** The sheet of a phone comes over the board: what it is about is brought out from under it, once. */
  #clearSheet(height: number): void {
    const [id = ''] = this.selection
    if (height === 0 || this.selection.size !== 1 || id === this.#cleared) return
    this.#cleared = id
    const seen = this.canvas.screenRectOf(id)
    if (seen === undefined) return
    const over = seen.y + seen.height + CLEAR - (this.canvas.size.height - height)
    // Where it has no room above the sheet, its beginning is what is seen.
    if (over > 0) this.canvas.pan(0, -Math.max(0, Math.min(over, seen.y - CLEAR / 2)))
  }

  #placeToolbar(): void {
    this.#linking.place()
    if (this.toolbar !== null) this.toolbar.covered = this.canvas.covered
    this.toolbar?.place(around([...this.selection].flatMap((id) => this.canvas.screenRectOf(id) ?? [])), this.canvas.size)
    this.#clearSheet(this.toolbar?.sheetHeight ?? 0)
  }

  readonly #painter = new StagePainter(this, () => {
    const { session } = this
    return session === undefined ? undefined : {
      board: session.board.value, judgements: session.judgements.value, shown: [this.matching, this.#motion.follows], links: (region) => this.#motion.paintedIn(session, region),
      shows: (id) => this.matching?.has(id) !== false,
    }
  })

  readonly #zoomWanted = ({ detail }: CustomEvent<ZoomWanted>): void => {
    if (detail === 'fit') this.canvas.fitBoard()
    else if (detail === 'far') this.#toFar()
    else this.canvas.zoomBy(detail === 'actual' ? 1 / this.canvas.camera.z : detail.factor)
  }

  /** To the next card that lies far from the others. */
  #toFar(): void {
    const { far } = this.#gathering.of(this.canvas.items)
    const next = far[(far.findIndex((id) => this.selection.has(id)) + 1) % far.length]
    if (next === undefined) return
    this.select([next])
    this.canvas.reveal(next, 1)
    announce(words.toolbar(this.only?.title ?? ''))
  }

  readonly #rested = (): void => {
    const { canvas, zoom } = this
    this.level = levelAt(canvas.camera.z)
    const map = this.#place(zoom)
    zoom.over = canvas.visibleIds().some((id) => { const rect = canvas.screenRectOf(id); return rect !== undefined && intersects(rect, map) })
  }

  // ── drawing ──

  readonly #renderCard = (id: string): TemplateResult | typeof nothing => {
    const { session } = this
    const card = session?.board.value.cards.get(id)
    if (session === undefined || card === undefined) return nothing
    const editing = this.#editing.id === id
    const sized = this.#motion.sizeOf(id)
    return html`<tacit-card .card=${sized === undefined ? card : { ...card, width: sized.width, fields: card.kind === 'frame' ? { ...card.fields, height: sized.height } : card.fields }} .judgements=${session.judgements.value} .board=${session.board.value}
        level=${this.level} ?selected=${this.selection.has(id)} ?lifted=${this.#motion.dragged.has(id)} ?editing=${editing}
        ?dimmed=${this.matching?.has(id) === false} .peerColor=${this.#peerColors.get(id)}>${editing ? html`<tacit-editor slot="text" data-own-pointer .session=${session} cardId=${id} field="title" .at=${this.#editing.at}></tacit-editor>` : nothing}</tacit-card>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const board = session.board.value
    const actions = this.#actions
    const items = this.#items.of(board)
    const gathered = this.#gathering.of(items)
    return html`<tacit-canvas label=${words.board(board.title)} .items=${items} .gathered=${gathered} .reachable=${this.matching} .selection=${this.selection} .offsets=${this.#motion.offsets}
        .pinned=${this.#editing.id} .painter=${this.#painter} ?canEdit=${session.canEdit} .tool=${this.tool} .renderItem=${(id: string) => this.#renderCard(id)}
        @keydown=${actions.key} @selection-changed=${({ detail }: On<'selection-changed'>) => this.#select(detail.ids)}
        @pointerdown=${this.#linking.pressedElsewhere} @contextmenu=${actions.contextMenu} @items-copied=${actions.copied} @item-resizing=${this.#motion.resizing} @item-resized=${actions.resized}
        @item-size-asked=${actions.sized} @frame-drawn=${actions.frameDrawn} @link-pressed=${this.#linking.pressed} @items-moved=${actions.moved} @items-dragging=${this.#motion.dragging} @items-delete-asked=${({ detail }: On<'items-delete-asked'>) => actions.delete(detail.ids)}
        @item-activated=${({ detail: { id, client } }: On<'item-activated'>) => this.#editing.open(id, client)} @item-opened=${({ detail }: On<'item-opened'>) => this.tell('card-opened', { id: detail.id })}
        @ground-double-clicked=${({ detail: { at } }: On<'ground-double-clicked'>) => actions.askKind(at)}
        @link-drawn=${({ detail: { from, to } }: On<'link-drawn'>) => this.#linking.draw(from, to)}
        @link-drawn-to-ground=${({ detail: { from, at } }: On<'link-drawn-to-ground'>) => actions.askKind(at, { from })}
        @aim-changed=${({ detail: { over } }: On<'aim-changed'>) => over !== undefined && announce(words.aimOver(board.cards.get(over)?.title ?? ''))}
        @mounted-changed=${this.#motion.drawLinks} @camera-rested=${this.#rested} @camera-changed=${this.#cameraChanged} @pointer-moved=${this.#motion.pointerMoved}
        @editor-left=${this.#editing.left} @history-used=${({ detail: { way, step } }: CustomEvent<HistoryUsed>) => tellHistory(way, step)}>
        <tacit-links slot="under"></tacit-links><tacit-links slot="above" following></tacit-links>
        <tacit-cursors slot="over" .peers=${session.peers.value}></tacit-cursors>
      </tacit-canvas>
      ${this.#renderToolbar(session)}
      ${session.canEdit ? html`<tacit-tool-dock .tool=${this.tool} .undoState=${session.undoState.value}
        @tool-chosen=${({ detail }: CustomEvent<{ tool: ToolName }>) => { this.tool = detail.tool }} @card-wanted=${({ detail }: CustomEvent<ScreenPoint>) => actions.askKind(this.centre, { near: true }, detail)}
        @undo-wanted=${() => actions.history('undo')} @redo-wanted=${() => actions.history('redo')}></tacit-tool-dock>` : nothing}
      <tacit-zoom-control ?hidden=${items.length === 0} .items=${items} .gathered=${gathered} .matching=${this.matching} .board=${board} .judgements=${session.judgements.value} @zoom-wanted=${this.#zoomWanted} @pan-wanted=${({ detail: { x, y } }: CustomEvent<BoardPoint>) => this.canvas.pan(-x * this.camera.z, -y * this.camera.z)}></tacit-zoom-control>
      <tacit-stage-menu></tacit-stage-menu>
      <tacit-kind-picker frames @kind-picked=${actions.kindPicked}></tacit-kind-picker>
      <tacit-card-outline .items=${items} .board=${board} .judgements=${session.judgements.value} @outline-chosen=${({ detail: { id } }: CustomEvent<{ id: string }>) => this.focusCard(id)}></tacit-card-outline>`
  }

  #renderToolbar(session: Session): TemplateResult | typeof nothing {
    const cards = [...this.selection].flatMap((id) => session.board.value.cards.get(id) ?? [])
    const link = this.#linking.picked
    if (link !== undefined && session.canEdit) {
      return html`<tacit-link-bar meaning=${cardWords.link(link.type)} sentence=${this.#linking.sentence(link)} @link-type-wanted=${this.#linking.askType} @link-remove-wanted=${this.#linking.remove} @link-left=${this.#linking.left}></tacit-link-bar>`
    }
    if (cards.length === 0 || this.#motion.inFlight || this.#editing.id !== undefined || !this.#bar.hereFor(this)) return nothing
    return html`<tacit-card-toolbar .cards=${cards} .board=${session.board.value} .judgements=${session.judgements.value} .me=${session.me.value} ?canEdit=${session.canEdit}
      ?answered=${cards.length === 1 && cards[0]?.id === this.inspected} @toolbar-wish=${this.#actions.toolbarWish} @answer-wanted=${({ detail }: CustomEvent<AnswerWanted>) => {
        this.#actions.answer(detail)
        // The button that was pressed goes with the answer.
        this.canvas.focusItem(detail.id)
      }}></tacit-card-toolbar>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-stage': TacitBoardStage }
}
