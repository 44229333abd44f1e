// What this person drags, shown at most once a frame: a pointer may tell of more places than there are frames. Places
// items and guides without a draw, then says so; knows nothing of what a drop does.
import type { Offset } from './item.ts'
import { placeGuides, placeOffsets } from './item-elements.ts'
import { NextFrame } from './next-frame.ts'
import type { Guide } from './tools/snapping.ts'

/** `over`: let go; shown where it was until the next draw. */
export interface Drag extends Offset { readonly ids: ReadonlySet<string>; readonly over: boolean }
export interface DragPlace extends Offset { readonly ids: readonly string[]; readonly guides: readonly Guide[] }

export class DragFrames {
  readonly #root: () => ParentNode
  readonly #offsetOf: (id: string) => Offset
  readonly #tell: (place: DragPlace) => void
  readonly #next = new NextFrame(() => this.#show())
  #place: DragPlace | undefined
  #lifted: ReadonlySet<string> = new Set()

  constructor(root: () => ParentNode, offsetOf: (id: string) => Offset, tell: (place: DragPlace) => void) {
    this.#root = root
    this.#offsetOf = offsetOf
    this.#tell = tell
  }

  /** The first place is shown at once: what follows from a drag's beginning is drawn with it. */
  begin(place: DragPlace, lifted: ReadonlySet<string>): void {
    this.#place = place
    this.#lifted = lifted
    this.#show()
  }

  go(place: DragPlace): void {
    this.#place = place
    this.#next.ask()
  }

  cancel(): void {
    this.#next.cancel()
  }

  #show(): void {
    if (this.#place === undefined) return
    placeOffsets(this.#root(), this.#offsetOf, this.#lifted)
    placeGuides(this.#root(), this.#place.guides)
    this.#tell(this.#place)
  }
}
