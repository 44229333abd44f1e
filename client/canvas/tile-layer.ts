// What is in view and has no element of its own, painted: from far away all items, near by those that a movement has
// just brought in. Square bitmaps that lie in the world and move with it; each is painted when it comes into view, some
// milliseconds in a frame, and never again for a movement. While a zoom lasts they stand scaled, at its end they are
// painted anew. Tiles that have left the view are used again: an element more or less would make the browser lay all
// its layers out anew; and they only show bitmaps that were painted elsewhere: a canvas that is painted itself is copied
// in every frame. Sizes of tiles are screen pixels at their own zoom.
import { intersects, type Camera, type Rect, type Size } from '../../shared/geometry/geometry.ts'
import type { CanvasItem } from './item.ts'
import { NextFrame } from './next-frame.ts'

/** The part of a canvas that paints; on the page or off it. */
export type PaintContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** How items look when they are painted. Coordinates are screen pixels from the corner of what is painted. */
export interface FarPainter {
  /** Another value whenever the same items would look otherwise. */
  readonly picture: unknown
  /** Begins a picture of a part of the board: what lies between the ground and the cards. */
  links(context: PaintContext, region: Rect, z: number): void
  item(context: PaintContext, id: string, at: Rect, z: number): void
  /** Veils the place of an item that a hand has taken. */
  left(context: PaintContext, id: string, at: Rect, z: number): void
}

const TILE = 512
/** Painting may take this long in one frame, ms: while the board moves, while it rests, and when nothing is painted yet. */
const BUDGET = { moving: 3, resting: 12, first: 60 }
/** Tiles around the view that are painted when nothing in view waits. */
const MARGIN = 1
/** Tiles this far outside of the view are given back. */
const KEPT = 1.5
/** While a zoom lasts tiles are painted this much smaller than they are shown: it takes fewer, and nobody reads then. */
const COARSE = 2
/** They are painted anew when they stand scaled by less or more than this. */
const SCALED = { least: 0.8, most: 4 }
/** Where bitmaps wait that show nothing now: one more or less on the page would cost a frame. */
const AWAY = 'translate(-100000px, 0)'
/** Lines stand out of an item by so many screen pixels. */
const BLEED = 14

export interface TileView { readonly camera: Camera; readonly size: Size; readonly moving: boolean; readonly zooming: boolean }
/** Without a canvas where nothing is to be painted: every bitmap is a layer that costs in every frame. */
interface Tile { canvas: HTMLCanvasElement | undefined; readonly i: number; readonly j: number; stale: boolean }
/** What is to be painted in an area, lowest first; undefined where all of it, links too, is drawn by elements. */
export type ItemsIn = (area: Rect) => readonly CanvasItem[] | undefined
type Place = readonly [i: number, j: number]

export class TileLayer {
  readonly #host: HTMLElement
  readonly #itemsIn: ItemsIn
  #painter: FarPainter | undefined
  #picture: unknown
  #sheet: Sheet | undefined
  /** The sheet of another zoom, shown until the new one covers the view. */
  #old: Sheet | undefined
  #view: TileView | undefined
  readonly #next = new NextFrame(() => this.#paint(this.#view?.moving === true ? BUDGET.moving : BUDGET.resting))
  /** How many tiles were painted since the beginning. */
  painted = 0

  constructor(host: HTMLElement, itemsIn: ItemsIn) {
    this.#host = host
    this.#itemsIn = itemsIn
  }

  show(painter: FarPainter, view: TileView): void {
    this.#painter = painter
    this.#view = view
    if (this.#picture !== painter.picture) {
      this.#picture = painter.picture
      this.#sheet?.age()
    }
    const first = this.#sheet === undefined
    this.#choose(view)
    this.place(view.camera.z)
    this.#paint(view.moving ? BUDGET.moving : first ? BUDGET.first : BUDGET.resting)
  }

  /** At another zoom than their own, tiles stand scaled. */
  place(z: number): void {
    for (const sheet of [this.#sheet, this.#old]) sheet?.scale(z)
  }

  get shown(): boolean {
    return this.#sheet !== undefined
  }

  /** In these places something else has to be painted than before. */
  age(places: readonly Rect[]): void {
    this.#sheet?.age(places)
    if (places.length > 0) this.#next.ask()
  }

  /** Nothing is painted any more. */
  clear(): void {
    this.#next.cancel()
    this.#sheet?.remove()
    this.#old?.remove()
    this.#sheet = undefined
    this.#old = undefined
    this.#view = undefined
  }

  /** Which sheet: a new one when the zoom has come to rest elsewhere, or has gone far from that of the tiles. */
  #choose({ camera, moving, zooming }: TileView): void {
    const scaled = this.#sheet === undefined ? Infinity : camera.z / this.#sheet.z
    const fits = moving ? scaled > SCALED.least && scaled < SCALED.most : scaled === 1
    if (fits) return
    // An unfinished sheet is not worth keeping beside the one that it was to replace.
    if (this.#old === undefined) this.#old = this.#sheet
    else this.#sheet?.remove()
    this.#sheet = new Sheet(this.#host, zooming ? camera.z / COARSE : camera.z, this.#old === undefined)
  }

  #paint(budget: number): void {
    const sheet = this.#sheet
    if (sheet === undefined || this.#view === undefined) return
    const until = performance.now() + budget
    sheet.drop(this.#view)
    let waiting = this.#paintTiles(sheet, sheet.placesIn(this.#view, 0), until)
    if (!waiting) {
      sheet.reveal()
      this.#old?.remove()
      this.#old = undefined
      waiting = this.#paintTiles(sheet, this.#view.zooming ? [] : sheet.placesIn(this.#view, MARGIN), until)
    }
    if (waiting) this.#next.ask()
  }

  /** True when some have to wait for the next frame. */
  #paintTiles(sheet: Sheet, places: readonly Place[], until: number): boolean {
    const painter = this.#painter
    for (const place of places) {
      if (painter === undefined || sheet.isFresh(place)) continue
      if (performance.now() > until) return true
      if (sheet.paint(place, painter, this.#itemsIn)) this.painted++
    }
    return false
  }
}

let paper: OffscreenCanvasRenderingContext2D | undefined

/** Where every tile is painted: empty, in screen pixels. */
function easel(ratio: number): OffscreenCanvasRenderingContext2D {
  const side = Math.round(TILE * ratio)
  if (paper?.canvas.width !== side) {
    const made = new OffscreenCanvas(side, side).getContext('2d')
    if (made === null) throw new Error('This browser gives no canvas to paint on')
    paper = made
  }
  paper.setTransform(ratio, 0, 0, ratio, 0, 0)
  paper.clearRect(0, 0, TILE, TILE)
  return paper
}

/** The tiles of one zoom. */
class Sheet {
  readonly z: number
  readonly #element = document.createElement('div')
  readonly #tiles = new Map<string, Tile>()
  readonly #free: HTMLCanvasElement[] = []
  #scaled = 1

  constructor(host: HTMLElement, z: number, shown: boolean) {
    this.z = z
    this.#element.style.visibility = shown ? '' : 'hidden'
    this.#element.className = 'sheet'
    host.append(this.#element)
  }

  isFresh([i, j]: Place): boolean {
    return this.#tiles.get(`${i} ${j}`)?.stale === false
  }

  /** Without places: all of it. */
  age(places?: readonly Rect[]): void {
    const side = TILE / this.z
    const rim = BLEED / this.z
    for (const tile of this.#tiles.values()) {
      const area = { x: tile.i * side - rim, y: tile.j * side - rim, width: side + 2 * rim, height: side + 2 * rim }
      tile.stale ||= places?.some((place) => intersects(place, area)) !== false
    }
  }

  /** Each bitmap by itself: a layer of them that is scaled as a whole is drawn twice in every frame. */
  scale(z: number): void {
    const scaled = z / this.z
    if (scaled === this.#scaled) return
    this.#scaled = scaled
    for (const { canvas, i, j } of this.#tiles.values()) if (canvas !== undefined) this.#put(canvas, i, j)
  }

  #put({ style }: HTMLCanvasElement, i: number, j: number): void {
    const place = `translate(${i * TILE * this.#scaled}px, ${j * TILE * this.#scaled}px)`
    style.transform = this.#scaled === 1 ? place : `${place} scale(${this.#scaled})`
  }

  reveal(): void {
    if (this.#element.style.visibility !== '') this.#element.style.visibility = ''
  }

  remove(): void {
    this.#element.remove()
  }

  #span({ camera, size }: TileView, margin: number): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } {
    const side = TILE / this.z
    const index = (at: number): number => Math.floor(at / side)
    return { left: index(camera.x) - margin, top: index(camera.y) - margin, right: index(camera.x + size.width / camera.z) + margin, bottom: index(camera.y + size.height / camera.z) + margin }
  }

  /** Places of tiles in view, from the middle outwards. */
  placesIn(view: TileView, margin: number): Place[] {
    const { left, top, right, bottom } = this.#span(view, margin)
    const all: Place[] = []
    for (let j = top; j <= bottom; j++) for (let i = left; i <= right; i++) all.push([i, j])
    const away = ([i, j]: Place): number => Math.hypot(i - (left + right) / 2, j - (top + bottom) / 2)
    return all.sort((a, b) => away(a) - away(b))
  }

  drop(view: TileView): void {
    const { left, top, right, bottom } = this.#span(view, KEPT)
    for (const [key, { i, j, canvas }] of this.#tiles) {
      if (i >= left && i <= right && j >= top && j <= bottom) continue
      this.#giveBack(canvas)
      this.#tiles.delete(key)
    }
  }

  #giveBack(canvas: HTMLCanvasElement | undefined): void {
    if (canvas === undefined) return
    canvas.style.transform = AWAY
    this.#free.push(canvas)
  }

  /** False when there was nothing to paint. */
  paint([i, j]: Place, painter: FarPainter, itemsIn: ItemsIn): boolean {
    const tile = this.#tileAt(i, j)
    tile.stale = false
    const { z } = this
    const region = { x: (i * TILE) / z, y: (j * TILE) / z, width: TILE / z, height: TILE / z }
    const bleed = BLEED / z
    const items = itemsIn({ x: region.x - bleed, y: region.y - bleed, width: region.width + 2 * bleed, height: region.height + 2 * bleed })
    if (items === undefined) {
      this.#giveBack(tile.canvas)
      tile.canvas = undefined
      return false
    }
    tile.canvas ??= this.#canvasAt(tile)
    const context = easel(window.devicePixelRatio)
    const draw = ({ id, bounds }: CanvasItem): void => painter.item(context, id, { x: (bounds.x - region.x) * z, y: (bounds.y - region.y) * z, width: bounds.width * z, height: bounds.height * z }, z)
    for (const item of items) if (item.layer === 'ground') draw(item)
    painter.links(context, region, z)
    for (const item of items) if (item.layer !== 'ground') draw(item)
    tile.canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(context.canvas.transferToImageBitmap())
    return true
  }

  #canvasAt({ i, j }: Tile): HTMLCanvasElement {
    const canvas = this.#free.pop() ?? this.#element.appendChild(document.createElement('canvas'))
    canvas.style.width = canvas.style.height = `${TILE}px`
    this.#put(canvas, i, j)
    return canvas
  }

  #tileAt(i: number, j: number): Tile {
    const key = `${i} ${j}`
    const known = this.#tiles.get(key)
    if (known !== undefined) return known
    const tile: Tile = { canvas: undefined, i, j, stale: true }
    this.#tiles.set(key, tile)
    return tile
  }
}
