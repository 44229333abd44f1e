// What lies over the foot of the page (on a phone the bar of tabs and the sheet of a card, elsewhere tools in a corner):
// notices rise above it. Whoever stands there is its controller's host; knows nothing of what they are.
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What stands taller than this share of the page leaves no room above it: notices lie over it. */
const MOST = 0.75
/** Screen pixels from the foot: what ends above leaves the foot free. */
const NEAR = 80

const standing = new Set<AtFoot>()

/** A part of the foot of the page, in screen pixels from its left edge. */
export interface Stretch { readonly left: number; readonly right: number }

/** The height that is covered along a stretch of the foot of the page, in screen pixels. */
export function footHeight(along: Stretch): number {
  return Math.max(0, ...[...standing].map((one) => one.heightAlong(along)).filter((height) => height <= innerHeight * MOST))
}

export class AtFoot implements ReactiveController {
  readonly #cover: () => Element | null

  /** `cover`: the element that lies there now. */
  constructor(host: ReactiveControllerHost, cover: () => Element | null) {
    this.#cover = cover
    host.addController(this)
  }

  /** 0 where it is not over the foot of the page, or beside the stretch. */
  heightAlong(stretch: Stretch): number {
    const cover = this.#cover()
    if (cover === null) return 0
    const { height, left, right, top, bottom } = cover.getBoundingClientRect()
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
