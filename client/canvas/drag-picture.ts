// Many dragged items as one picture that follows the hand: lifting an element for each would make a layer of each, and
// every frame would pay for all of them. The items stay in their places until the drop, under a veil.
import { compareOrder } from '../../shared/board/order.ts'
import type { Rect } from '../../shared/geometry/geometry.ts'
import { whole } from './device-pixels.ts'
import { Glide } from './glide.ts'
import type { CanvasItem, Offset } from './item.ts'
import { TileLayer, type FarPainter, type ItemsIn, type TileView } from './tile-layer.ts'

/** More dragged items than this are a picture. */
export const MOST_LIFTED = 12

/** The items of a board by their places. */
export interface Places { touching(area: Rect): readonly CanvasItem[] }

/** Tiles that lie over the board and move as one. */
class Plane {
  readonly #element = document.createElement('div')
  readonly #glide = new Glide(this.#element)
  readonly #tiles: TileLayer
  readonly #painter: FarPainter

  constructor(host: HTMLElement, item: FarPainter['item'], itemsIn: ItemsIn) {
    this.#element.className = 'plane'
    host.append(this.#element)
    this.#painter = { picture: 0, links: () => undefined, left: () => undefined, item }
    this.#tiles = new TileLayer(this.#element, itemsIn)
  }

  show(view: TileView): void {
    const { x, y, z } = view.camera
    this.#glide.to(`translate(${whole(-x * z)}px, ${whole(-y * z)}px)`)
    // It moves from the first frame on: what is in the middle comes at once, the rest in the next frames.
    this.#tiles.show(this.#painter, { ...view, moving: true })
  }

  remove(): void {
    this.#tiles.clear()
    this.#element.remove()
  }
}

export class DragPicture {
  readonly #veil: Plane
  readonly #items: Plane

  constructor(host: HTMLElement, painter: FarPainter, ids: ReadonlySet<string>, places: Places) {
    const itemsIn: ItemsIn = (area) => {
      const items = places.touching(area).filter(({ id }) => ids.has(id))
      return items.length === 0 ? undefined : items.sort(compareOrder)
    }
    this.#veil = new Plane(host, (...at) => painter.left(...at), itemsIn)
    this.#items = new Plane(host, (...at) => painter.item(...at), itemsIn)
  }

  /** Where they are: `by` board pixels from where they lay. */
  show(view: TileView, by: Offset): void {
    const { x, y, z } = view.camera
    this.#veil.show(view)
    this.#items.show({ ...view, camera: { x: x - by.dx, y: y - by.dy, z } })
  }

  remove(): void {
    this.#veil.remove()
    this.#items.remove()
  }
}
