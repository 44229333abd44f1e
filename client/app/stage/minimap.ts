// The whole board in a corner: cards as small shapes in the colours of their states, the view as a rectangle that is
// dragged, or moved by the arrow keys. Painted when the board changes, and then only what did is looked at; a movement of the
// board moves one rectangle. Tells `pan-wanted` with how far the view is to go, in board pixels. A chunk of its own.
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { compareOrder } from '../../../shared/board/order.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import { intersects, type BoardPoint, type Rect } from '../../../shared/geometry/geometry.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { touchedSince } from '../../../shared/rules/judge.ts'
import { gather } from '../../canvas/gathering.ts'
import type { CanvasItem } from '../../canvas/item.ts'
import { itemChanges } from '../../canvas/item-changes.ts'
import { SpatialIndex } from '../../canvas/spatial-index.ts'
import { lookOf, type Look } from '../../ui/looks.ts'
import { reset } from '../../theme/sheet.ts'
import { StatePaints } from './state-paints.ts'
import { mapWords } from './words.ts'

const SIZE = { width: 172, height: 96 }
/** Pixels of the map around the board. */
const RIM = 4
/** Board pixels that the map shows at least. */
const LEAST = { width: 1440, height: 800 }
/** An arrow key moves the view by this part of it. */
const STEP = 1 / 8
/** With more places than this to paint again, all of it is. */
const MOST_PLACES = 24
const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

type Shape = Look | 'goal' | 'frame' | 'plain' | 'pale'
interface Shown { readonly item: CanvasItem; readonly shape: Shape }

/** Around few cards the map shows the ground that they lie on, too. */
function roomy({ x, y, width, height }: Rect): Rect {
  const [wide, high] = [Math.max(width, LEAST.width), Math.max(height, LEAST.height)]
  return { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high }
}

/** What is painted again begins and ends between pixels: half of one would mix what was and what is. */
function wholePixels({ x, y, width, height }: Rect): Rect {
  const [left, top] = [Math.floor(x - 1), Math.floor(y - 1)]
  return { x: left, y: top, width: Math.ceil(x + width + 1) - left, height: Math.ceil(y + height + 1) - top }
}

@customElement('tacit-minimap')
export class TacitMinimap extends LitElement {
  static override styles = [reset, css`
    :host { display: block; position: relative; width: 172px; height: 96px; overflow: hidden; border-radius: var(--r2); background: var(--canvas); touch-action: none; cursor: default; }
    canvas { display: block; width: 172px; height: 96px; }
    .view { will-change: transform; position: absolute; left: 0; top: 0; border: 1.5px solid var(--accent); border-radius: 2px; pointer-events: none; }
    :host(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
    @media (forced-colors: active) { .view { border-color: Highlight; } }
  `]

  @property({ attribute: false }) items: readonly CanvasItem[] = []
  /** What the map shows: all that lies together. */
  @property({ attribute: false }) whole: Rect | undefined
  /** Cards that a filter matches; the others are pale. */
  @property({ attribute: false }) matching: ReadonlySet<string> | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) judgements: Judgements | undefined

  @query('canvas') private readonly canvas!: HTMLCanvasElement
  @query('.view') private readonly frame!: HTMLElement
  readonly #paints = new StatePaints(this)
  readonly #shown = new Map<string, Shown>()
  readonly #index = new SpatialIndex()
  /** What was painted last: only what differs from it is looked at. */
  #painted: { readonly items: readonly CanvasItem[]; readonly judgements: Judgements | undefined; readonly matching: ReadonlySet<string> | undefined } | undefined
  /** The instant at which time alone changes a shape, ms. */
  #until = Infinity
  #theme = ''
  #whole: Rect = { x: 0, y: 0, width: 1, height: 1 }
  #view: Rect = { x: 0, y: 0, width: 1, height: 1 }
  /** From the middle of the view to the pointer that drags it, in board pixels. */
  #grip: BoardPoint | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.tabIndex = 0
    this.setAttribute('role', 'group')
    this.ariaLabel = mapWords.map
    this.ariaRoleDescription = mapWords.kind
    this.addEventListener('pointerdown', this.#down)
    this.addEventListener('pointermove', this.#move)
    this.addEventListener('pointerup', this.#up)
    this.addEventListener('pointercancel', this.#up)
    this.addEventListener('keydown', this.#key)
  }

  /** The part of the board that is in view: set in every frame of a movement. */
  look(view: Rect): void {
    this.#view = view
    if (!this.hasUpdated) return
    const { x, y, scale } = this.#place
    const [left, top] = [x + view.x * scale, y + view.y * scale]
    const fit = (at: number, length: number, room: number): readonly [number, number] => [Math.max(0, Math.min(at, room - 6)), Math.min(room, Math.max(at + length, 6))]
    const [l, r] = fit(left, view.width * scale, SIZE.width)
    const [t, b] = fit(top, view.height * scale, SIZE.height)
    this.frame.style.transform = `translate(${Math.round(l)}px, ${Math.round(t)}px)`
    this.frame.style.width = `${Math.round(r - l)}px`
    this.frame.style.height = `${Math.round(b - t)}px`
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('items') || changed.has('judgements') || changed.has('matching') || changed.has('whole') || this.#theme !== this.#paints.theme) this.#paint()
    this.look(this.#view)
  }

  override render(): TemplateResult {
    return html`<canvas aria-hidden="true"></canvas><div class="view"></div>`
  }

  // ── painting ──

  /** Where board pixels lie on the map. */
  get #place(): { readonly x: number; readonly y: number; readonly scale: number } {
    const { x, y, width, height } = this.#whole
    const scale = Math.min((SIZE.width - 2 * RIM) / width, (SIZE.height - 2 * RIM) / height)
    return { scale, x: (SIZE.width - width * scale) / 2 - x * scale, y: (SIZE.height - height * scale) / 2 - y * scale }
  }

  #rectOf({ bounds }: CanvasItem): Rect {
    const { x, y, scale } = this.#place
    return { x: x + bounds.x * scale, y: y + bounds.y * scale, width: Math.max(1.5, bounds.width * scale), height: Math.max(1, bounds.height * scale) }
  }

  #shapeOf(id: string): Shape {
    const card = this.board?.cards.get(id)
    if (card?.kind !== 'frame' && this.matching?.has(id) === false) return 'pale'
    if (card?.kind === 'assumption' && this.judgements !== undefined) {
      this.#until = Math.min(this.#until, this.judgements.nextChangeAt(id) ?? Infinity)
      return lookOf(this.judgements.assumption(id).state)
    }
    return card?.kind === 'goal' || card?.kind === 'frame' ? card.kind : 'plain'
  }

  /** Compares what is to be shown with what is, and paints the places that differ. */
  #paint(): void {
    const whole = roomy(this.whole ?? gather(this.items).rect ?? { x: 0, y: 0, width: 1, height: 1 })
    const moved = whole.x !== this.#whole.x || whole.y !== this.#whole.y || whole.width !== this.#whole.width || whole.height !== this.#whole.height
    const themed = this.#theme !== this.#paints.theme
    const changed = this.#changed()
    if (this.#painted?.items !== this.items) this.#index.update(this.items)
    this.#painted = { items: this.items, judgements: this.judgements, matching: this.matching }
    const places = changed === undefined ? this.#showAll() : [...changed].flatMap((id) => this.#showAgain(id))
    this.#whole = whole
    this.#theme = this.#paints.theme
    if (moved || themed || places.length > MOST_PLACES) this.#repaint([{ x: 0, y: 0, ...SIZE }])
    else if (places.length > 0) this.#repaint(places.map(wholePixels))
  }

  /** Items that may have to be shown otherwise; undefined: all. */
  #changed(): ReadonlySet<string> | undefined {
    const { items, judgements, matching } = this
    const before = this.#painted
    if (before === undefined || before.matching !== matching || (judgements !== undefined && judgements.now >= this.#until)) return undefined
    const moved = itemChanges(before.items, items)
    const judged = judgements === before.judgements ? [] : judgements === undefined ? undefined : touchedSince(before.judgements, judgements)
    return moved === undefined || judged === undefined ? undefined : new Set([...moved.map(({ item }) => item.id), ...judged])
  }

  #showAll(): Rect[] {
    this.#until = Infinity
    const gone = new Map(this.#shown)
    for (const { id } of this.items) gone.delete(id)
    return [...gone.keys(), ...this.items.map(({ id }) => id)].flatMap((id) => this.#showAgain(id))
  }

  /** The places that differ when one item is shown as it is now. */
  #showAgain(id: string): Rect[] {
    const before = this.#shown.get(id)
    const item = this.#index.get(id)
    const shape = item === undefined ? undefined : this.#shapeOf(id)
    if (before?.item === item && before?.shape === shape) return []
    if (item === undefined || shape === undefined) this.#shown.delete(id)
    else this.#shown.set(id, { item, shape })
    return [before?.item, item].flatMap((one) => (one === undefined ? [] : [this.#rectOf(one)]))
  }

  /** Items that a place of the map may show: the smallest shapes are larger than their items. */
  #near(place: Rect): readonly Shown[] {
    const { x, y, scale } = this.#place
    const board = { x: (place.x - x - 2) / scale, y: (place.y - y - 2) / scale, width: (place.width + 4) / scale, height: (place.height + 4) / scale }
    return this.#index.touching(board).flatMap(({ id }) => this.#shown.get(id) ?? [])
  }

  #repaint(places: readonly Rect[]): void {
    const ratio = window.devicePixelRatio
    const [width, height] = [Math.round(SIZE.width * ratio), Math.round(SIZE.height * ratio)]
    if (this.canvas.width !== width || this.canvas.height !== height) Object.assign(this.canvas, { width, height })
    const context = this.canvas.getContext('2d')
    if (context === null) return
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.save()
    context.beginPath()
    for (const { x, y, width: w, height: h } of places) context.rect(x, y, w, h)
    context.clip()
    context.clearRect(0, 0, SIZE.width, SIZE.height)
    const touched = [...new Set(places.flatMap((place) => this.#near(place)))].sort((a, b) => compareOrder(a.item, b.item))
    for (const { item, shape } of touched) if (shape === 'frame') this.#draw(context, item, shape)
    for (const { item, shape } of touched) if (shape !== 'frame') this.#draw(context, item, shape)
    context.restore()
  }

  #draw(context: CanvasRenderingContext2D, item: CanvasItem, shape: Shape): void {
    const { x, y, width, height } = this.#rectOf(item)
    const ghost = shape === 'plain' || shape === 'pale' || shape === 'confirmed' || shape === 'retired'
    const doubted = shape === 'unconfirmed'
    const state = shape === 'goal' || shape === 'frame' || shape === 'plain' || shape === 'pale' ? undefined : this.#paints.of(shape)
    context.globalAlpha = shape === 'pale' ? 0.16 : ghost ? 0.45 : shape === 'frame' || shape === 'goal' || doubted ? 1 : 0.9
    context.fillStyle = state === undefined ? this.#paints.color(shape === 'goal' ? '--ink' : shape === 'frame' ? '--sunk' : '--line-2') : doubted ? state.tint : state.line
    context.beginPath()
    context.roundRect(x, y, width, height, Math.min(shape === 'frame' ? 2 : 1, height / 4))
    context.fill()
    if (!doubted || state === undefined) return
    context.strokeStyle = state.line
    context.lineWidth = height < 4 ? 0.5 : 1
    context.setLineDash(height < 4 ? [] : [2, 1.5])
    context.stroke()
    context.setLineDash([])
  }

  // ── moving the view ──

  #boardPoint({ clientX, clientY }: PointerEvent): BoardPoint {
    const box = this.getBoundingClientRect()
    const { x, y, scale } = this.#place
    return { x: (clientX - box.left - x) / scale, y: (clientY - box.top - y) / scale }
  }

  #want(centre: BoardPoint): void {
    this.dispatchEvent(new CustomEvent('pan-wanted', { detail: { x: centre.x - this.#centre.x, y: centre.y - this.#centre.y }, bubbles: true, composed: true }))
  }

  get #centre(): BoardPoint {
    return { x: this.#view.x + this.#view.width / 2, y: this.#view.y + this.#view.height / 2 }
  }

  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0) return
    const at = this.#boardPoint(event)
    const held = intersects({ ...at, width: 0.01, height: 0.01 }, this.#view)
    this.#grip = held ? { x: at.x - this.#centre.x, y: at.y - this.#centre.y } : { x: 0, y: 0 }
    this.setPointerCapture(event.pointerId)
    if (!held) this.#want(at)
  }

  readonly #move = (event: PointerEvent): void => {
    if (this.#grip === undefined) return
    const at = this.#boardPoint(event)
    this.#want({ x: at.x - this.#grip.x, y: at.y - this.#grip.y })
  }

  readonly #up = (): void => {
    this.#grip = undefined
  }

  readonly #key = (event: KeyboardEvent): void => {
    const way = ARROWS[event.key]
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    this.#want({ x: this.#centre.x + way[0] * this.#view.width * STEP, y: this.#centre.y + way[1] * this.#view.height * STEP })
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-minimap': TacitMinimap }
}
