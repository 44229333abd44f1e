// What this person drags: where it is shown, at most once a frame (a pointer may tell of more places than there are
// frames), until it is let go and then until the next draw, which has its new place. Few items are lifted one by one,
// many are a picture. Places items and guides without a draw, then says so; knows nothing of what a drop does.
import { DragPicture, MOST_LIFTED, type Places } from './drag-picture.ts'
import type { Offset } from './item.ts'
import { placeGuides, placeOffsets } from './item-elements.ts'
import { NextFrame } from './next-frame.ts'
import type { FarPainter, TileView } from './tile-layer.ts'
import type { Guide } from './tools/snapping.ts'

export interface DragPlace extends Offset { readonly ids: readonly string[]; readonly guides: readonly Guide[] }

/** What a drag is shown on. */
export interface DragBoard {
  readonly root: () => ParentNode
  readonly view: () => TileView
  readonly places: Places
  /** Where others are dragging items. */
  readonly offsets: () => ReadonlyMap<string, Offset>
  /** It is to be drawn anew. */
  readonly changed: () => void
  readonly tell: (place: Omit<DragPlace, 'guides'>) => void
}

const NO_OFFSET: Offset = { dx: 0, dy: 0 }
const NOTHING: ReadonlySet<string> = new Set()

export class Drag {
  readonly #board: DragBoard
  readonly #next = new NextFrame(() => this.#show())
  #place: DragPlace | undefined
  #ids = NOTHING
  /** In the hand, and not let go. */
  #held = false
  #picture: DragPicture | undefined

  constructor(board: DragBoard) {
    this.#board = board
  }

  get held(): boolean {
    return this.#held
  }

  /** The items themselves stay where they lay until the drop, and what hangs on them. */
  get pictured(): boolean {
    return this.#picture !== undefined
  }

  /** In the hand, or let go and not drawn anew. */
  get going(): boolean {
    return this.#place !== undefined
  }

  /** Items whose elements are in the hand. */
  get lifted(): ReadonlySet<string> {
    return this.#held && this.#picture === undefined ? this.#ids : NOTHING
  }

  /** Where an item is shown. */
  offsetOf(id: string): Offset {
    return (this.#ids.has(id) ? this.#place : this.#board.offsets().get(id)) ?? NO_OFFSET
  }

  to(place: DragPlace, painter: FarPainter | undefined): void {
    this.#place = place
    if (this.#held) return this.#next.ask()
    this.#end()
    this.#place = place
    this.#held = true
    this.#ids = new Set(place.ids)
    const host = this.#board.root().querySelector<HTMLElement>('.lift')
    if (this.#ids.size > MOST_LIFTED && painter !== undefined && host !== null) this.#picture = new DragPicture(host, painter, this.#ids, this.#board.places)
    this.#board.changed()
    // At once: what follows from a drag's beginning is drawn with it.
    this.#show()
  }

  /** Let go. What is dropped is shown where it is until the next draw, which has its new place. */
  stop(dropped: boolean): void {
    if (!this.going) return
    this.#next.cancel()
    this.#held = false
    if (!dropped) this.#end()
    placeGuides(this.#board.root(), [])
    this.#board.changed()
    this.#board.tell({ ids: [], dx: 0, dy: 0 })
  }

  cancel(): void {
    this.#next.cancel()
  }

  /** The view has moved under the hand. */
  viewMoved(): void {
    if (this.#place !== undefined) this.#picture?.show(this.#board.view(), this.#place)
  }

  /** After each draw. */
  drawn(): void {
    if (!this.#held) this.#end()
    this.#placeElements()
  }

  #end(): void {
    this.#picture?.remove()
    this.#picture = undefined
    this.#ids = NOTHING
    this.#place = undefined
  }

  #placeElements(): void {
    placeOffsets(this.#board.root(), (id) => (this.pictured && this.#ids.has(id) ? NO_OFFSET : this.offsetOf(id)), this.lifted)
  }

  #show(): void {
    if (this.#place === undefined) return
    if (this.pictured) this.viewMoved()
    else this.#placeElements()
    placeGuides(this.#board.root(), this.#place.guides)
    this.#board.tell(this.#place)
  }
}
