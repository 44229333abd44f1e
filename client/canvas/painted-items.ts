// Items in view that have no element, painted in tiles: when the layer is there at all, and which places have to be
// painted again when items get elements or lose them. Knows no item's look.
import type { Mounting } from './mounting.ts'
import { TileLayer, type FarPainter } from './tile-layer.ts'
import type { Viewport } from './viewport.ts'

export class PaintedItems {
  readonly #mounting: Mounting
  readonly #viewport: Viewport
  readonly #host: () => HTMLElement | null
  #tiles: TileLayer | undefined
  #told: readonly string[] = []

  constructor(mounting: Mounting, viewport: Viewport, host: () => HTMLElement | null) {
    this.#mounting = mounting
    this.#viewport = viewport
    this.#host = host
  }

  get shown(): boolean {
    return this.#tiles?.shown === true
  }

  /** How many tiles were painted since the beginning. */
  get count(): number {
    return this.#tiles?.painted ?? 0
  }

  /** At another zoom than their own, tiles stand scaled. */
  place(z: number): void {
    this.#tiles?.place(z)
  }

  /** What is in view without an element is painted; nothing is while all of it has one. */
  show(painter: FarPainter | undefined): void {
    const { rect, shown } = this.#viewport
    const host = this.#host()
    if (host === null || painter === undefined || !this.#mounting.isMissing(rect)) return this.#tiles?.clear()
    this.#tiles ??= new TileLayer(host, (area) => this.#mounting.paintedIn(area))
    this.#tiles.show(painter, shown)
  }

  /** True when other items have elements than at the last call. What lost its element is painted; far away, what got one is no longer. */
  mountedChanged(): boolean {
    const before = this.#told
    const after = this.#mounting.ids
    if (before === after) return false
    this.#told = after
    if (this.shown) {
      const now = new Set(after)
      const was = new Set(before)
      const other = [...before.filter((id) => !now.has(id)), ...(this.#mounting.far ? after.filter((id) => !was.has(id)) : [])]
      this.#tiles?.age(other.flatMap((id) => this.#mounting.index.get(id)?.bounds ?? []))
    }
    return true
  }

  stop(): void {
    this.#tiles?.clear()
  }
}
