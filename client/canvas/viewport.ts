// The camera over the board: which part is seen, how the world and the dotted ground are moved for it (one transform
// each, at most once a frame), and when a movement has come to rest. Knows no items.
import { FURTHEST_ZOOM, intersects, MAX_ZOOM, panBy, toBoard, toScreen, zoomAt, type BoardPoint, type Camera, type Rect, type ScreenPoint, type Size } from '../../shared/geometry/geometry.ts'
import { clearing } from './clearing.ts'
import { fitting, type Fitting, type Look } from './fitting.ts'
import { whole } from './device-pixels.ts'
import { Glide } from './glide.ts'
import { NextFrame } from './next-frame.ts'
import type { TileView } from './tile-layer.ts'

/** ms after the last movement until the world is drawn sharp again. */
const SETTLE = 140
/** Board pixels between two dots of the ground. */
const DOTS = 20

export interface Surfaces { readonly host: HTMLElement; readonly view: HTMLElement; readonly world: HTMLElement; readonly tiles: HTMLElement; readonly ground: HTMLElement }
interface Gliding extends Surfaces { readonly worldGlide: Glide; readonly tilesGlide: Glide; readonly groundGlide: Glide }

export class Viewport {
  #camera: Camera = { x: -48, y: -48, z: 1 }
  #size: Size = { width: 0, height: 0 }
  #surfaces: Gliding | undefined
  /** The zoom and the size that the ground was laid for. */
  #tiled = ''
  /** The zoom that all was last drawn sharp for. */
  #sharp = 0
  readonly #next = new NextFrame(() => {
    this.#move(true)
    this.#apply()
  })
  readonly #drawn = new NextFrame(() => this.#ready.ask())
  readonly #ready = new NextFrame(() => this.#surfaces?.world.classList.add('moving'))
  #moving = false
  #settle: ReturnType<typeof setTimeout> | undefined
  readonly #onChange: (camera: Camera) => void
  readonly #onRest: () => void

  constructor(onChange: (camera: Camera) => void, onRest: () => void) {
    this.#onChange = onChange
    this.#onRest = onRest
  }

  get camera(): Camera {
    return this.#camera
  }

  /** Moves at once. */
  set camera(camera: Camera) {
    this.#camera = { ...camera, z: Math.min(MAX_ZOOM, Math.max(FURTHEST_ZOOM, camera.z)) }
    this.#apply()
  }

  get size(): Size {
    return this.#size
  }

  /** A hand moves the board now: until it has come to rest. */
  get moving(): boolean {
    return this.#moving
  }

  /** What tiles have to show. `zooming`: all stands scaled, it was drawn for another zoom. */
  get shown(): TileView {
    return { camera: this.#camera, size: this.#size, moving: this.#moving, zooming: this.#moving && this.#camera.z !== this.#sharp }
  }

  /** What is seen, in board pixels. */
  get rect(): Rect {
    const { x, y, z } = this.#camera
    return { x, y, width: this.#size.width / z, height: this.#size.height / z }
  }

  attach(surfaces: Surfaces): void {
    this.#surfaces = { ...surfaces, worldGlide: new Glide(surfaces.world), tilesGlide: new Glide(surfaces.tiles), groundGlide: new Glide(surfaces.ground) }
    this.#apply()
    this.#rest()
  }

  resize(size: Size): void {
    if (size.width === this.#size.width && size.height === this.#size.height) return
    this.#size = size
    this.#apply()
  }

  stop(): void {
    for (const frame of [this.#next, this.#drawn, this.#ready]) frame.cancel()
    clearTimeout(this.#settle)
  }

  pan(dx: number, dy: number): void {
    this.#camera = panBy(this.#camera, dx, dy)
    this.#next.ask()
  }

  zoomAt(at: ScreenPoint, factor: number): void {
    this.#camera = zoomAt(this.#camera, at, factor)
    this.#next.ask()
  }

  zoomBy(factor: number): void {
    this.camera = zoomAt(this.#camera, { x: this.#size.width / 2, y: this.#size.height / 2 }, factor)
  }

  fit(rect: Rect | undefined, among: Omit<Fitting, 'view'>, look: Look = 'whole'): void {
    if (rect !== undefined && this.#size.width > 0) this.camera = fitting(rect, { ...among, view: this.#size }, look)
  }

  toBoard(at: ScreenPoint): BoardPoint {
    return toBoard(this.#camera, at)
  }

  toScreen(rect: Rect): Rect {
    return rectOnScreen(this.#camera, rect)
  }

  /**
   * Brings a rectangle into view, `margin` screen pixels clear of the edges and of what covers the view. From further
   * away than `zoom` the board comes as near as that: around the rectangle where it is seen, else with it in the middle.
   */
  reveal(bounds: Rect, zoom: number, margin: number, covered: readonly Rect[] = []): void {
    const { width, height } = this.#size
    if (width === 0) return
    let near = this.#camera
    if (near.z < zoom) {
      const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }
      const at = intersects(bounds, this.rect) ? toScreen(near, middle) : { x: width / 2, y: height / 2 }
      near = { x: middle.x - at.x / zoom, y: middle.y - at.y / zoom, z: zoom }
    }
    const { dx, dy } = clearing(rectOnScreen(near, bounds), this.#size, margin, covered)
    const camera = panBy(near, dx, dy)
    if (camera.x !== this.#camera.x || camera.y !== this.#camera.y || camera.z !== this.#camera.z) this.camera = camera
  }

  /** In motion nothing is under the mouse: cards that pass it would light up one after the other. */
  #move(moving: boolean): void {
    if (moving === this.#moving) return
    this.#moving = moving
    this.#surfaces?.view.classList.toggle('shielded', moving)
  }

  #apply(): void {
    if (this.#surfaces === undefined) return
    const { world, worldGlide, tilesGlide } = this.#surfaces
    world.classList.add('moving')
    const place = this.#placeAt(this.#camera.z === this.#sharp ? whole : undefined)
    worldGlide.to(`${place} scale(${this.#camera.z})`)
    tilesGlide.to(place)
    this.#applyGround(this.#surfaces)
    clearTimeout(this.#settle)
    this.#settle = setTimeout(() => this.#rest(), SETTLE)
    this.#onChange(this.#camera)
  }

  /** At the zoom that it was drawn for, the board moves by whole pixels. */
  #placeAt(round = (at: number): number => at): string {
    const { x, y, z } = this.#camera
    return `translate(${round(-x * z)}px, ${round(-y * z)}px)`
  }

  get #tile(): number {
    let tile = DOTS * this.#camera.z
    while (tile < 14) tile *= 2
    while (tile > 40) tile /= 2
    return tile
  }

  get #groundPlace(): string {
    const tile = this.#tile
    const { x, y, z } = this.#camera
    const phase = (at: number): number => whole(((-at * z) % tile) - tile)
    return `translate(${phase(x)}px, ${phase(y)}px)`
  }

  #applyGround({ ground, groundGlide }: Gliding): void {
    const tile = this.#tile
    const tiled = `${tile} ${this.#size.width} ${this.#size.height}`
    if (tiled !== this.#tiled) {
      this.#tiled = tiled
      ground.style.width = `${this.#size.width + 3 * tile}px`
      ground.style.height = `${this.#size.height + 3 * tile}px`
      ground.style.backgroundSize = `${tile}px ${tile}px`
    }
    groundGlide.to(this.#groundPlace)
  }

  /** Sharp text and lines of the right width: too dear for every frame of a movement. */
  #rest(): void {
    this.#move(false)
    if (this.#surfaces === undefined) return
    const { world, worldGlide, tilesGlide, groundGlide, host } = this.#surfaces
    const { z } = this.#camera
    worldGlide.rest(`${this.#placeAt(whole)} scale(${z})`)
    tilesGlide.rest(this.#placeAt(whole))
    groundGlide.rest(this.#groundPlace)
    if (z !== this.#sharp) {
      // What moved as a picture is drawn anew at its new size.
      this.#sharp = z
      world.classList.remove('moving')
      host.style.setProperty('--z', String(z))
      // Ready for the next movement: what became a picture only then would be drawn in its first frame.
      this.#drawn.ask()
    }
    this.#onRest()
  }
}

function rectOnScreen(camera: Camera, rect: Rect): Rect {
  const { x, y } = toScreen(camera, rect)
  return { x, y, width: rect.width * camera.z, height: rect.height * camera.z }
}
