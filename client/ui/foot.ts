// What lies over the foot of the page (on a phone the bar of tabs and the sheet of a card, elsewhere tools in a corner, a
// panel at the right): notices stay clear of it. Whoever stands there is its controller's host; knows nothing of what they
// are.
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What stands taller than this share of the page leaves no room above it: notices stay beside it, or lie over it. */
const MOST = 0.75
/** Screen pixels that a notice wants beside a tall panel. */
const ROOM = 400
/** Screen pixels from the foot: what ends above leaves the foot free. */
const NEAR = 80

const standing = new Set<AtFoot>()

/** A part of the foot of the page, in screen pixels from its left edge. */
export interface Stretch { readonly left: number; readonly right: number }

/** The height that is covered along a stretch of the foot of the page, in screen pixels. */
export function footHeight(along: Stretch): number {
  return Math.max(0, ...[...standing].map((one) => one.heightAlong(along)).filter((height) => height <= innerHeight * MOST))
}

/** The width that a tall panel at the right takes from the page, in screen pixels; 0 when it leaves no room beside it. */
export function wallWidth(): number {
  const walls = [...standing].map((one) => one.box).filter((box) => box !== undefined && box.height > innerHeight * MOST && box.left >= ROOM)
  return Math.max(0, ...walls.map((box) => innerWidth - (box?.left ?? innerWidth)))
}

export class AtFoot implements ReactiveController {
  readonly #cover: () => Element | null

  /** `cover`: the element that lies there now. */
  constructor(host: ReactiveControllerHost, cover: () => Element | null) {
    this.#cover = cover
    host.addController(this)
  }

  get box(): DOMRect | undefined {
    return this.#cover()?.getBoundingClientRect()
  }

  /** 0 where it is not over the foot of the page, or beside the stretch. */
  heightAlong(stretch: Stretch): number {
    const { height, left, right, top, bottom } = this.box ?? new DOMRect()
    const beside = right <= stretch.left || left >= stretch.right
    return height > 0 && !beside && bottom > innerHeight - NEAR ? Math.max(0, innerHeight - top) : 0
  }

  hostConnected(): void {
    standing.add(this)
  }

  hostDisconnected(): void {
    standing.delete(this)
  }
}
