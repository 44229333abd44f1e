// The board itself: cards and links on the canvas, the editor in a card, drags and pointers of others, and the controls
// around them. It turns what happens on the canvas into commands, and tells `card-selected` {ids}, `card-opened` {id}
// and `profile-wanted`; panels are not its business.
import { whenQuiet } from './stage/when-quiet.ts'
import { consume } from '@lit/context'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Card, CardKind } from '../../shared/board/records.ts'
import { around, toScreen, type BoardPoint, type Camera, type Rect, type ScreenPoint } from '../../shared/geometry/geometry.ts'
import '../canvas/canvas.ts'
import type { TacitCanvas } from '../canvas/canvas.ts'
import type { CanvasEvents } from '../canvas/carry-out.ts'
import type { Offset } from '../canvas/item.ts'
import type { ToolName } from '../canvas/tools/tool.ts'
import '../cards/card.ts'
import { levelAt, type Level } from '../cards/card.ts'
import '../cards/links.ts'
import type { LinkItem, TacitLinks } from '../cards/links.ts'
import { onSizesChanged } from '../cards/size.ts'
import type { EditorLeft, HistoryUsed } from '../editor/editor.ts'
import '../people/cursors.ts'
import type { TacitCursors } from '../people/cursors.ts'
import type { Session } from '../session/session.ts'
import { sessionContext } from '../session/session-context.ts'
import { reset } from '../theme/sheet.ts'
import { announce } from '../ui/announce.ts'
import { showToast } from '../ui/toasts.ts'
import { answerOnBoard } from './stage/answering.ts'
import { CardItems } from './stage/card-items.ts'
import './stage/card-toolbar.ts'
import type { AnswerWanted, TacitCardToolbar, ToolbarWish } from './stage/card-toolbar.ts'
import { StagePainter } from './stage/far-painter.ts'
import './stage/kind-picker.ts'
import type { TacitKindPicker } from './stage/kind-picker.ts'
import { linkItems } from './stage/link-items.ts'
import { PeerDrags } from './stage/peer-drags.ts'
import { SessionWatch } from './stage/session-watch.ts'
import { addOnStage, deleteOnStage, followOnStage, historyOnStage, linkOnStage, moveOnStage, peerColors, type CardPlace, tellHistory } from './stage/stage-commands.ts'
import { historyWish, stageWish, type StageWish } from './stage/stage-keys.ts'
import './stage/tool-dock.ts'
import { words } from './stage/words.ts'
import './stage/zoom-control.ts'
import type { TacitZoomControl, ZoomWanted } from './stage/zoom-control.ts'

/** Where words are not shown in full, the board comes this near before they are edited. */
const EDIT_ZOOM = 0.75
const NOTHING: ReadonlySet<string> = new Set()

interface Editing { readonly id: string; readonly at: ScreenPoint | undefined }
type On<E extends keyof CanvasEvents> = CustomEvent<CanvasEvents[E]>

@customElement('tacit-board-stage')
export class TacitBoardStage extends LitElement {
  static override styles = [reset, css`
    :host { display: block; position: absolute; inset: 0; overflow: clip; background: var(--canvas); }
    tacit-canvas { position: absolute; inset: 0; }
  `]

  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false }) session: Session | undefined
  /** Cards that a filter matches; the others are pale. Undefined: no filter. */
  @property({ attribute: false }) matching: ReadonlySet<string> | undefined

  @state() private selection = NOTHING
  @state() private tool: ToolName = 'select'
  @state() private level: Level = 'full'
  @state() private editing: Editing | undefined
  @state() private dragged = NOTHING
  @state() private inFlight = false

  @query('tacit-canvas') private readonly canvas!: TacitCanvas
  @query('tacit-links') private readonly links!: TacitLinks
  @query('tacit-cursors') private readonly cursors!: TacitCursors
  @query('tacit-card-toolbar') private readonly toolbar!: TacitCardToolbar | null
  @query('tacit-zoom-control') private readonly zoom!: TacitZoomControl
  @query('tacit-kind-picker') private readonly picker!: TacitKindPicker

  protected readonly watch = new SessionWatch(this, () => this.session)
  readonly #items = new CardItems()
  readonly #peerDrags = new PeerDrags()
  #offsets: ReadonlyMap<string, Offset> = new Map()
  #peerColors: ReadonlyMap<string, string> = new Map()
  #drag: Offset = { dx: 0, dy: 0 }
  #pointer: BoardPoint | undefined
  /** What the card of the open kind picker is for: its place, and the card that will rest on it. */
  #wanted: CardPlace | undefined
  #shown = false

  // ── what others may ask ──

  /** Selects a card, brings it into view and gives it the focus. */
  focusCard(cardId: string): void {
    this.canvas.select([cardId])
    this.canvas.focusItem(cardId)
  }

  /** The board point in the middle of the view. */
  get centre(): BoardPoint {
    const { x, y, z } = this.canvas.camera
    return { x: x + this.canvas.size.width / 2 / z, y: y + this.canvas.size.height / 2 / z }
  }

  edit(cardId: string): void {
    void this.#edit(cardId, undefined)
  }

  get camera(): Camera {
    return this.canvas.camera
  }

  set camera(camera: Camera) {
    this.canvas.camera = camera
  }

  // ── life ──

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('keydown', this.#historyKey)
    onSizesChanged(() => {
      this.#items.forget()
      this.requestUpdate()
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.#historyKey)
  }

  protected override willUpdate(): void {
    const { session } = this
    if (session === undefined) return
    const { cards } = session.board.value
    const there = (id: string): boolean => cards.get(id)?.deleted === false
    if ([...this.selection].some((id) => !there(id))) this.#select([...this.selection].filter(there))
    if (this.editing !== undefined && !there(this.editing.id)) this.editing = undefined
    this.#peerColors = peerColors(session)
    this.#offsets = this.#peerDrags.offsets(session.peers.value, session.board.value)
  }

  protected override updated(changed: PropertyValues): void {
    this.#drawLinks()
    // Its own size is known once it has drawn itself.
    void this.toolbar?.updateComplete.then(() => this.#placeToolbar())
    // A mouse that rests in the words would cover them for everyone else.
    if (changed.has('editing')) this.session?.show({ editing: this.editing?.id, cursor: undefined })
    if (this.#shown || this.session?.ready.value !== true) return
    this.#shown = true
    // The canvas takes the items in its own update, and is measured after that.
    void this.canvas.updateComplete.then(() => requestAnimationFrame(() => {
      this.canvas.openBoard()
      this.#tell('board-shown', {})
      // Fetched while nobody waits for it, so that a first edit needs no network.
      if (this.session?.canEdit === true) whenQuiet(() => import('../editor/editor.ts'))
    }))
  }

  // ── selection and what is open ──

  #tell(event: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }))
  }

  #select(ids: readonly string[]): void {
    this.selection = new Set(ids)
    this.session?.show({ selected: ids.length === 0 ? undefined : ids })
    this.#tell('card-selected', { ids })
  }

  #open(id: string): void {
    this.#tell('card-opened', { id })
  }

  get #only(): Card | undefined {
    const [id] = this.selection
    return this.selection.size === 1 && id !== undefined ? this.session?.board.value.cards.get(id) : undefined
  }

  // ── commands ──

  #delete(ids: readonly string[]): void {
    if (this.session !== undefined) deleteOnStage(this.session, ids)
  }

  #link(from: string, to: string): void {
    if (this.session !== undefined) linkOnStage(this.session, from, to)
    this.tool = 'select'
  }

  #answer(id: string, given: Pick<AnswerWanted, 'verdict' | 'reason'>): void {
    if (this.session !== undefined) void answerOnBoard(this.session, id, given, () => this.#open(id))
  }

  #history(way: 'undo' | 'redo'): void {
    if (this.session !== undefined) historyOnStage(this.session, way)
  }

  readonly #moved = ({ detail }: On<'items-moved'>): void => {
    if (this.session !== undefined) moveOnStage(this.session, detail, this.inFlight)
  }

  readonly #historyKey = (event: KeyboardEvent): void => {
    const way = historyWish(event)
    if (way === undefined) return
    event.preventDefault()
    this.#history(way)
  }

  // ── a new card ──

  #askKind(at: BoardPoint, place: Omit<CardPlace, 'at'> = {}, screen?: ScreenPoint): void {
    if (this.session?.canEdit !== true) return
    this.#wanted = { at, ...place }
    this.picker.show(screen ?? this.canvas.clientPoint(toScreen(this.canvas.camera, at)), this.getBoundingClientRect().top)
  }

  readonly #kindPicked = ({ detail: { kind } }: CustomEvent<{ kind: CardKind }>): void => {
    const { session } = this
    const wanted = this.#wanted
    if (session === undefined || wanted === undefined) return
    const id = addOnStage(session, kind, wanted)
    if (id === undefined) return
    this.canvas.select([id])
    void this.#edit(id, undefined)
  }

  // ── words ──

  async #edit(id: string, at: ScreenPoint | undefined): Promise<void> {
    if (this.session?.canEdit !== true) return this.#open(id)
    try {
      await import('../editor/editor.ts')
    } catch {
      return void showToast(words.editorFailed)
    }
    await this.updateComplete
    await this.canvas.updateComplete
    const near = this.level === 'full'
    this.canvas.reveal(id, near ? 0 : EDIT_ZOOM)
    this.editing = { id, at: near ? at : undefined }
  }

  readonly #left = ({ detail: { by } }: CustomEvent<EditorLeft>): void => {
    const id = this.editing?.id
    this.editing = undefined
    if (id !== undefined && by !== 'blur') this.canvas.focusItem(id)
  }

  // ── keys and buttons ──

  readonly #key = (event: KeyboardEvent): void => {
    const wish = stageWish(event)
    if (wish === undefined) return
    event.preventDefault()
    this.#wish(wish)
  }

  #wish(wish: StageWish): void {
    const card = this.#only
    switch (wish.wish) {
      case 'tool': this.tool = wish.tool; break
      case 'add': this.#askKind(this.#pointer ?? this.centre, { near: true }); break
      case 'open': if (card !== undefined) this.#open(card.id); break
      case 'dispute': if (card?.kind === 'assumption') this.toolbar?.dispute(); break
      case 'answer': if (card?.kind === 'assumption') this.#answer(card.id, { verdict: wish.verdict }); break
      case 'follow': if (card !== undefined) this.#follow(card, wish.way); break
    }
  }

  /** `]` goes to what a card rests on, `[` to what rests on it. */
  #follow(card: Card, way: 'down' | 'up'): void {
    const next = this.session === undefined ? undefined : followOnStage(this.session, card, way)
    if (next !== undefined) this.focusCard(next)
  }

  readonly #toolbarWish = ({ detail: { wish } }: CustomEvent<{ wish: ToolbarWish }>): void => {
    const card = this.#only
    if (wish === 'delete') this.#delete([...this.selection])
    else if (wish === 'profile') this.#tell('profile-wanted', {})
    else if (card === undefined) return
    else if (wish === 'open') this.#open(card.id)
    else if (wish === 'edit') void this.#edit(card.id, undefined)
    else {
      this.canvas.aimFrom(card.id)
      announce(words.aim)
    }
  }

  readonly #zoomWanted = ({ detail }: CustomEvent<ZoomWanted>): void => {
    if (detail === 'fit') this.canvas.fitBoard()
    else this.canvas.zoomBy(detail === 'actual' ? 1 / this.canvas.camera.z : detail.factor)
  }

  // ── every frame of a movement ──

  readonly #cameraChanged = ({ detail: camera }: On<'camera-changed'>): void => {
    this.cursors.camera = camera
    this.zoom.zoom = camera.z
    this.level = levelAt(camera.z)
    this.#placeToolbar()
  }

  readonly #pointerMoved = ({ detail: { at } }: On<'pointer-moved'>): void => {
    this.#pointer = at
    this.session?.show({ cursor: at })
  }

  readonly #dragging = ({ detail: { ids, dx, dy } }: On<'items-dragging'>): void => {
    this.inFlight = ids.length > 0
    if (ids.length !== this.dragged.size) this.dragged = new Set(ids)
    this.#drag = { dx, dy }
    this.session?.show({ dragging: ids.length === 0 ? undefined : { cards: ids, dx, dy } })
    this.#drawLinks()
  }

  #offsetOf(id: string): Offset | undefined {
    return this.dragged.has(id) ? this.#drag : this.#offsets.get(id)
  }

  readonly #painter = new StagePainter(this, () => {
    const { session } = this
    return session === undefined ? undefined : {
      board: session.board.value, judgements: session.judgements.value, links: (region) => this.#linksIn(session, region),
      shows: (id) => this.matching?.has(id) !== false,
    }
  })

  #linksIn(session: Session, region: Rect): readonly LinkItem[] {
    return linkItems({ board: session.board.value, judgements: session.judgements.value, region, selected: undefined, offsetOf: (id) => this.#offsetOf(id) })
  }

  #drawLinks(): void {
    const { session } = this
    if (session === undefined || this.links === null) return
    // From far away they are painted with the cards.
    this.links.links = this.canvas.far ? [] : this.#linksIn(session, this.canvas.mountedRegion)
  }

  #placeToolbar(): void {
    this.toolbar?.place(around([...this.selection].flatMap((id) => this.canvas.screenRectOf(id) ?? [])), this.canvas.size)
  }

  // ── drawing ──

  readonly #renderCard = (id: string): TemplateResult | typeof nothing => {
    const { session } = this
    const card = session?.board.value.cards.get(id)
    if (session === undefined || card === undefined) return nothing
    const editing = this.editing?.id === id
    return html`<tacit-card .card=${card} .judgements=${session.judgements.value} .board=${session.board.value}
        level=${this.level} ?selected=${this.selection.has(id)} ?lifted=${this.dragged.has(id)} ?editing=${editing}
        ?dimmed=${this.matching?.has(id) === false} .peerColor=${this.#peerColors.get(id)}>${editing ? html`<tacit-editor slot="text" data-own-pointer .session=${session} cardId=${id} field="title" .at=${this.editing?.at}></tacit-editor>` : nothing}</tacit-card>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    const board = session.board.value
    return html`<tacit-canvas label=${words.board(board.title)} .items=${this.#items.of(board)} .selection=${this.selection} .offsets=${this.#offsets}
        .pinned=${this.editing?.id} .painter=${this.#painter} ?canEdit=${session.canEdit} .tool=${this.tool} .renderItem=${(id: string) => this.#renderCard(id)}
        @keydown=${this.#key} @selection-changed=${({ detail }: On<'selection-changed'>) => this.#select(detail.ids)}
        @items-moved=${this.#moved} @items-dragging=${this.#dragging} @items-delete-asked=${({ detail }: On<'items-delete-asked'>) => this.#delete(detail.ids)}
        @item-activated=${({ detail: { id, client } }: On<'item-activated'>) => this.#edit(id, client)} @item-opened=${({ detail }: On<'item-opened'>) => this.#open(detail.id)}
        @ground-double-clicked=${({ detail: { at } }: On<'ground-double-clicked'>) => this.#askKind(at)}
        @link-drawn=${({ detail: { from, to } }: On<'link-drawn'>) => this.#link(from, to)}
        @link-drawn-to-ground=${({ detail: { from, at } }: On<'link-drawn-to-ground'>) => this.#askKind(at, { from })}
        @aim-changed=${({ detail: { over } }: On<'aim-changed'>) => over !== undefined && announce(words.aimOver(board.cards.get(over)?.title ?? ''))}
        @mounted-changed=${() => this.#drawLinks()} @camera-changed=${this.#cameraChanged} @pointer-moved=${this.#pointerMoved}
        @editor-left=${this.#left} @history-used=${({ detail: { way, step } }: CustomEvent<HistoryUsed>) => tellHistory(way, step)}>
        <tacit-links slot="under"></tacit-links>
        <tacit-cursors slot="over" .peers=${session.peers.value}></tacit-cursors>
      </tacit-canvas>
      ${this.#renderToolbar(session)}
      ${session.canEdit ? html`<tacit-tool-dock .tool=${this.tool} .undoState=${session.undoState.value}
        @tool-chosen=${({ detail }: CustomEvent<{ tool: ToolName }>) => { this.tool = detail.tool }} @card-wanted=${({ detail }: CustomEvent<ScreenPoint>) => this.#askKind(this.centre, { near: true }, detail)}
        @undo-wanted=${() => this.#history('undo')} @redo-wanted=${() => this.#history('redo')}></tacit-tool-dock>` : nothing}
      <tacit-zoom-control @zoom-wanted=${this.#zoomWanted}></tacit-zoom-control>
      <tacit-kind-picker @kind-picked=${this.#kindPicked}></tacit-kind-picker>`
  }

  #renderToolbar(session: Session): TemplateResult | typeof nothing {
    const cards = [...this.selection].flatMap((id) => session.board.value.cards.get(id) ?? [])
    if (cards.length === 0 || this.inFlight || this.editing !== undefined) return nothing
    return html`<tacit-card-toolbar .cards=${cards} .board=${session.board.value} .judgements=${session.judgements.value} .me=${session.me.value} ?canEdit=${session.canEdit}
      @toolbar-wish=${this.#toolbarWish} @answer-wanted=${({ detail: { id, verdict, reason } }: CustomEvent<AnswerWanted>) => {
        this.#answer(id, { verdict, ...(reason === undefined ? {} : { reason }) })
        // The button that was pressed goes with the answer.
        this.canvas.focusItem(id)
      }}></tacit-card-toolbar>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-stage': TacitBoardStage }
}
