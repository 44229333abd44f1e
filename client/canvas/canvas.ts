// The board's surface: it is given items with bounds and a way to draw one, keeps camera, selection and focus, and
// tells by events what people do. Nothing in a frame is in proportion to the number of items: one transform moves the
// world, an index says what is visible, only that is mounted. It knows no card, no document and no session.
// The first element that `renderItem` draws takes the keyboard's focus and has the item's name.
// Slots: `under` and `above` in board pixels below and over the items, `over` in screen pixels above all.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import { around, intersects, type BoardPoint, type Camera, type Rect, type ScreenPoint, type Size } from '../../shared/geometry/geometry.ts'
import { reset } from '../theme/sheet.ts'
import { canvasStyles } from './canvas-styles.ts'
import { carryOut, type CanvasEvents, type Hands } from './carry-out.ts'
import { Drag } from './drag.ts'
import { usualTools, type Look } from './fitting.ts'
import { gather, type Gathered } from './gathering.ts'
import { handleMarks } from './handles.ts'
import type { CanvasItem, Offset } from './item.ts'
import { itemFrame } from './item-frame.ts'
import { focusFace, setTabStop } from './item-elements.ts'
import { KeyInput } from './key-input.ts'
import { aimMark, boxOf, ghostMarks, guideMarks, marqueeMark, slotIn, type Aim } from './marks.ts'
import { Mounting } from './mounting.ts'
import { NextFrame } from './next-frame.ts'
import { PaintedItems } from './painted-items.ts'
import { PointerInput, pressedOn, type PointerReceiver } from './pointer-input.ts'
import type { FarPainter } from './tile-layer.ts'
import { asTool, REST, step, type PointerState } from './tools/pointer-tool.ts'
import type { Target, ToolEvent, ToolName } from './tools/tool.ts'
import { Viewport } from './viewport.ts'
import { words } from './words.ts'

/** Selected items that stay mounted while they are out of view. */
const KEPT = 50

@customElement('tacit-canvas')
export class TacitCanvas extends LitElement implements Hands, PointerReceiver {
  static override styles = [reset, canvasStyles]

  @property({ attribute: false }) items: readonly CanvasItem[] = []
  @property({ attribute: false }) gathered: Gathered | undefined
  @property({ attribute: false }) renderItem: (id: string) => TemplateResult | typeof nothing = () => nothing
  @property({ attribute: false }) selection: ReadonlySet<string> = new Set()
  /** Items that keys go to; undefined: all. */
  @property({ attribute: false }) reachable: ReadonlySet<string> | undefined
  /** Where others are dragging items now. */
  @property({ attribute: false }) offsets: ReadonlyMap<string, Offset> = new Map()
  /** Paints what has no element: from far away all, near by what a movement has brought in. Without one, every item in view is an element. */
  @property({ attribute: false }) painter: FarPainter | undefined
  /** The item that is being edited: it stays mounted and keeps its place in the DOM. */
  @property({ attribute: false }) pinned: string | undefined
  /** Screen pixels of the view that tools cover: what gets the focus is kept clear of them. */
  @property({ attribute: false }) covered: readonly Rect[] = []
  @property({ type: Boolean }) canEdit = false
  @property() tool: ToolName = 'select'
  @property() label = ''

  @state() private marquee: Rect | undefined
  @state() private aim: Aim | undefined
  /** The item under the mouse. */
  @state() private hot: string | undefined
  /** The item that Tab goes to. */
  @state() private roving: string | undefined
  @state() private held = false
  @state() private sized: { readonly id: string; readonly rect: Rect } | undefined

  @query('.view') private readonly view!: HTMLElement
  @query('.world') private readonly world!: HTMLElement
  @query('.ground') private readonly ground!: HTMLElement
  @query('.tiles') private readonly tiles!: HTMLElement

  readonly #mounting = new Mounting()
  readonly #viewport = new Viewport((camera) => this.#cameraChanged(camera), () => this.#rested())
  readonly #keys = new KeyInput(this, () => this.#mounting.keyView({ focused: this.focused, selection: this.selection, canEdit: this.canEdit }), (held) => { this.held = held })
  readonly #resize = new ResizeObserver(() => this.#viewport.resize(this.view.getBoundingClientRect()))
  readonly #painted = new PaintedItems(this.#mounting, this.#viewport, () => this.tiles)
  #input: PointerInput | undefined
  #pointer: PointerState = REST
  readonly #tick = new NextFrame(() => this.send({ type: 'tick' }))
  readonly #drag = new Drag({
    root: () => this.renderRoot, view: () => this.#viewport.shown, places: this.#mounting.index, offsets: () => this.offsets,
    changed: () => this.requestUpdate(), tell: ({ ids, dx, dy }) => this.tell('items-dragging', { ids, dx, dy }),
  })
  readonly #more = new NextFrame(() => this.requestUpdate())
  #refocus = false

  // ── what others may ask ──

  get camera(): Camera {
    return this.#viewport.camera
  }

  set camera(camera: Camera) {
    this.#viewport.camera = camera
  }

  /** Screen pixels. */
  get size(): Size {
    return this.#viewport.size
  }

  get mountedIds(): readonly string[] {
    return this.#mounting.ids
  }

  /** The part of the board around the view whose items are mounted. */
  get mountedRegion(): Rect {
    return this.#mounting.region
  }

  /** True while a hand moves the board, until it has come to rest. */
  get moving(): boolean {
    return this.#viewport.moving
  }

  /** True when the items in view are painted instead of drawn as elements. */
  get far(): boolean {
    return this.#mounting.far
  }

  /** What is dragged now is a picture: the items themselves, and what hangs on them, stay until the drop. */
  get pictured(): boolean {
    return this.#drag.pictured
  }

  /** The item that has the keyboard's focus. */
  get focused(): string | undefined {
    return this.shadowRoot?.activeElement?.closest<HTMLElement>('.item')?.dataset['id']
  }

  visibleIds(): readonly string[] {
    return this.#mounting.index.touching(this.#viewport.rect).map(({ id }) => id)
  }

  /** Where an item is shown, relative to the view, in screen pixels. */
  screenRectOf(id: string): Rect | undefined {
    const bounds = this.#mounting.index.get(id)?.bounds
    const { dx, dy } = this.#drag.offsetOf(id)
    return bounds === undefined ? undefined : this.#viewport.toScreen({ ...bounds, x: bounds.x + dx, y: bounds.y + dy })
  }

  /** Brings an item into view, at `zoom` or nearer. */
  reveal(id: string, zoom = 0, margin = 24): void {
    const bounds = this.#mounting.index.get(id)?.bounds
    if (bounds !== undefined) this.#viewport.reveal(bounds, zoom, margin, this.covered)
  }

  /** From now on arrow keys choose what a link from an item leads to, or change its size; Enter ends it. */
  keysFrom(id: string, what: 'link' | 'size'): void {
    this.focusItem(id)
    void this.updateComplete.then(() => this.#keys.from(id, what))
  }

  clientPoint(at: ScreenPoint): ScreenPoint {
    const { left, top } = this.view.getBoundingClientRect()
    return { x: left + at.x, y: top + at.y }
  }

  // ── hands: what tools and keys want ──

  /** All that lies together: what lies far off is passed over. */
  fitBoard(look: Look = 'whole'): void {
    const { rect } = this.gathered ?? gather(this.items)
    this.#viewport.fit(rect, { covered: look === 'first' ? usualTools(this.size) : this.covered, lies: (area) => this.#mounting.index.touching(area).length > 0 }, look)
  }

  fitItems(ids: Iterable<string>): void {
    const rects = [...ids].flatMap((id) => this.#boundsOf(id) ?? [])
    this.#viewport.fit(around(rects), { covered: this.covered, lies: (area) => rects.some((rect) => intersects(rect, area)) })
  }

  zoomBy(factor: number): void {
    this.#viewport.zoomBy(factor)
  }

  zoomAt(at: ScreenPoint, factor: number): void {
    this.#viewport.zoomAt(at, factor)
  }

  pan(dx: number, dy: number): void {
    this.#keys.panned()
    this.#viewport.pan(dx, dy)
  }

  select(ids: readonly string[]): void {
    if (ids.length === this.selection.size && ids.every((id) => this.selection.has(id))) return
    this.selection = new Set(ids)
    this.tell('selection-changed', { ids })
  }

  selectAll(): void {
    this.select(this.#mounting.order.map(({ id }) => id))
  }

  /** Moves the keyboard's focus to an item and brings it into view. */
  focusItem(id: string): void {
    this.roving = id
    this.reveal(id)
    this.#refocus = true
    this.requestUpdate()
  }

  /** A key that was pressed elsewhere; false when it was taken. */
  takeKey(event: KeyboardEvent): boolean {
    return this.view.dispatchEvent(event)
  }

  showMarquee(rect: Rect | undefined): void {
    this.marquee = rect
  }

  showDrag(ids: readonly string[], dx: number, dy: number, guides: Parameters<Hands['showDrag']>[3]): void {
    this.#drag.to({ ids, dx, dy, guides }, this.painter)
  }

  showSize(id: string, rect: Rect | undefined): void {
    this.sized = rect === undefined ? undefined : { id, rect }
    this.tell('item-resizing', { id, rect })
  }

  endDrag(dropped: boolean): void {
    this.#drag.stop(dropped)
  }

  showAim(from: string, at: BoardPoint | undefined, over: string | undefined): void {
    if (over !== undefined && at === undefined) this.reveal(over)
    this.aim = { from, to: at, over }
  }

  hideAim(): void {
    this.aim = undefined
  }

  tell<E extends keyof CanvasEvents>(event: E, detail: CanvasEvents[E]): void {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }))
  }

  // ── the pointer ──

  get panning(): boolean {
    return this.held
  }

  send(event: ToolEvent): void {
    const next = step(this.#pointer, asTool(this.tool, event), this.#mounting.toolView({ camera: this.camera, size: this.size, selection: this.selection, canEdit: this.canEdit }))
    this.#pointer = next.state
    for (const intent of next.intents) carryOut(intent, this)
    // While something is in flight, the edge of the view moves the board: once a frame.
    if (this.#pointer.at === 'dragging' || this.#pointer.at === 'marquee') this.#tick.ask()
  }

  pressed(event: Event, at: ScreenPoint): Target | undefined {
    const on = pressedOn(event, this.view)
    return on?.on === 'ground' && (this.moving || this.#painted.shown) ? this.under(at) : on
  }

  under(at: ScreenPoint): Target {
    const id = this.#mounting.at(this.#viewport.toBoard(at), this.selection)
    return id === undefined ? { on: 'ground' } : { on: 'item', id }
  }

  moved(at: ScreenPoint | undefined, event: PointerEvent): void {
    this.tell('pointer-moved', { at: at === undefined ? undefined : this.#viewport.toBoard(at) })
    if (this.#pointer.at !== 'rest' || this.moving) return
    const on = at === undefined ? undefined : this.pressed(event, at)
    this.hot = on === undefined || on.on === 'ground' || on.on === 'link' ? undefined : on.id
  }

  // ── keys and focus ──

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#pointer.at !== 'rest') this.send({ type: 'cancel' })
    else this.#keys.down(event)
  }

  readonly #focusin = (event: FocusEvent): void => {
    const [first] = event.composedPath()
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('.item')?.dataset['id'] : undefined
    if (id === undefined) return
    this.roving = id
    if (first === event.target && first instanceof Element && first.matches(':focus-visible') && this.selection.size === 0) this.select([id])
  }

  // ── life ──

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const part of [this.#input, this.#viewport, this.#painted]) part?.stop()
    this.#input = undefined
    this.#resize.disconnect()
    for (const frames of [this.#tick, this.#drag, this.#more]) frames.cancel()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#listen()
  }

  protected override firstUpdated(): void {
    this.#listen()
  }

  #listen(): void {
    this.#input = new PointerInput(this.view, this)
    this.#resize.observe(this)
    this.#viewport.resize(this.view.getBoundingClientRect())
    this.#viewport.attach({ host: this, view: this.view, world: this.world, ground: this.ground, tiles: this.tiles })
  }

  #cameraChanged(camera: Camera): void {
    const { rect, moving } = this.#viewport
    this.#painted.place(camera.z)
    this.#drag.viewMoved()
    if (moving && this.painter !== undefined) this.#painted.show(this.painter)
    else if (this.#mounting.isStale(rect)) this.requestUpdate()
    this.tell('camera-changed', camera)
  }

  #rested(): void {
    this.tell('camera-rested', undefined)
    if (this.#mounting.isStale(this.#viewport.rect) || this.#painted.shown) this.requestUpdate()
  }

  // ── drawing ──

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('items')) this.#takeItems()
    const keep = [...[...this.selection].slice(0, KEPT), ...[this.pinned, this.roving].filter((id) => id !== undefined)]
    if (!this.#mounting.mount(this.#viewport.rect, keep, this.offsets, this.pinned, { paints: this.painter !== undefined, moving: this.#viewport.moving })) this.#more.ask()
    this.roving = this.#mounting.tabStop(this.roving, this.focused, this.reachable)
  }

  #takeItems(): void {
    const focused = this.focused
    const { order } = this.#mounting
    this.#mounting.update(this.items)
    if (focused === undefined) return
    // A focused item that has gone hands the focus to the next one; one whose place in the DOM changes loses it.
    this.#refocus = true
    if (this.#mounting.index.get(focused) === undefined) this.roving = this.#mounting.successor(focused, order)
  }

  protected override updated(): void {
    if (this.#painted.mountedChanged()) this.tell('mounted-changed', undefined)
    this.#drag.drawn()
    this.#painted.show(this.painter)
    setTabStop(this.renderRoot, this.roving, (id) => this.#mounting.rank(id), this.#mounting.order.length)
    if (!this.#refocus) return
    this.#refocus = false
    focusFace(this.renderRoot, this.roving, this.view)
  }

  readonly #boundsOf = (id: string): Rect | undefined => this.#mounting.index.get(id)?.bounds

  protected override render(): TemplateResult {
    const { cover, seen } = this.#mounting
    return html`<div class="ground"></div><div class="tiles" aria-hidden="true"></div><div class="view" role="group" aria-roledescription=${words.canvas} aria-label=${this.label}
        tabindex=${this.#mounting.ids.length === 0 ? 0 : -1} data-tool=${this.tool} ?data-panning=${this.held} ?data-dragging=${this.#drag.held}
        @keydown=${this.#keydown} @keyup=${(event: KeyboardEvent) => this.#keys.up(event)}
        @focusin=${this.#focusin} @focusout=${() => this.#keys.leave()}>
      <div class="world">
        <div class="cover" style=${boxOf(cover)}></div>
        ${slotIn('under', seen)}
        ${ghostMarks(this.#drag.lifted, this.#boundsOf)}
        ${repeat(this.#mounting.ids, (id) => id, (id) => guard(this.#facesOf(id), () => this.#renderItem(id)))}
        ${slotIn('above', cover)}
        ${guideMarks()}${this.#renderHandles()}${aimMark(this.aim, this.#boundsOf)}${marqueeMark(this.marquee)}
      </div>
      <div class="lift" aria-hidden="true"></div>
      <div class="shield"></div>
      <slot name="over"></slot>
    </div>`
  }

  /** What an item's element is made from: as long as it is the same, nothing of the item is drawn. */
  #facesOf(id: string): unknown[] {
    return [this.#mounting.index.get(id), this.renderItem, this.#mounting.height(id), this.selection.has(id), this.pinned === id, this.#drag.lifted.has(id), this.offsets.has(id), this.sized?.id === id ? this.sized : undefined]
  }

  #renderItem(id: string): TemplateResult | typeof nothing {
    const item = this.#mounting.index.get(id)
    if (item === undefined) return nothing
    const rect = this.sized?.id === id ? this.sized.rect : item.bounds
    const raised = this.selection.has(id) || this.pinned === id
    return itemFrame({ item, rect, raised, height: this.#mounting.height(id), lifted: this.#drag.lifted.has(id), carried: this.offsets.has(id) }, this.renderItem(id))
  }

  #renderHandles(): TemplateResult | typeof nothing {
    if (!this.canEdit || this.#drag.going || this.aim !== undefined || this.marquee !== undefined || this.tool !== 'select') return nothing
    return handleMarks({ zoom: this.camera.z, selection: this.selection, hot: this.hot, pinned: this.pinned, sized: this.sized, offsets: this.offsets, item: (id) => this.#mounting.index.get(id) })
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-canvas': TacitCanvas }
}
