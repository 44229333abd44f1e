// What lies over the foot of the page on a phone (the bar of tabs, the sheet of a card): notices rise above it. Whoever
// stands there is its controller's host; knows nothing of what they are.
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** What stands taller than this share of the page leaves no room above it: notices lie over it. */
const MOST = 0.75

const standing = new Set<AtFoot>()

/** The height that is covered, in screen pixels from the foot of the page. */
export function footHeight(): number {
  return Math.max(0, ...[...standing].map((one) => one.height).filter((height) => height <= innerHeight * MOST))
}

export class AtFoot implements ReactiveController {
  readonly #cover: () => Element | null

  /** `cover`: the element that lies there now; it counts when it reaches across the page. */
  constructor(host: ReactiveControllerHost, cover: () => Element | null) {
    this.#cover = cover
    host.addController(this)
  }

  get height(): number {
    const cover = this.#cover()
    if (cover === null) return 0
    const { width, height, top } = cover.getBoundingClientRect()
    return height > 0 && width >= innerWidth - 2 ? Math.max(0, innerHeight - top) : 0
  }

  hostConnected(): void {
    standing.add(this)
  }

  hostDisconnected(): void {
    standing.delete(this)
  }
}
