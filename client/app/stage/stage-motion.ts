// What moves on the stage without being drawn anew: drags of this person and of others, the pointer, and the links that
// follow them. All per frame; nothing here is in proportion to the size of the board.
import type { BoardPoint, Rect } from '../../../shared/geometry/geometry.ts'
import type { CanvasEvents } from '../../canvas/carry-out.ts'
import type { Offset } from '../../canvas/item.ts'
import type { LinkItem, TacitLinks } from '../../cards/links.ts'
import type { Session } from '../../session/session.ts'
import { linkItems } from './link-items.ts'
import { PeerDrags } from './peer-drags.ts'
import type { StageView } from './stage-view.ts'

const NOTHING: ReadonlySet<string> = new Set()

export class StageMotion {
  readonly #stage: StageView
  readonly #links: () => TacitLinks | null
  readonly #peerDrags = new PeerDrags()
  #drag: Offset = { dx: 0, dy: 0 }
  #dragged = NOTHING
  #inFlight = false
  #offsets: ReadonlyMap<string, Offset> = new Map()
  #pointer: BoardPoint | undefined

  constructor(stage: StageView, links: () => TacitLinks | null) {
    this.#stage = stage
    this.#links = links
  }

  /** What this person is dragging. */
  get dragged(): ReadonlySet<string> {
    return this.#dragged
  }

  get inFlight(): boolean {
    return this.#inFlight
  }

  /** Where others are dragging cards. */
  get offsets(): ReadonlyMap<string, Offset> {
    return this.#offsets
  }

  /** Where the mouse was seen last over the board. */
  get pointer(): BoardPoint | undefined {
    return this.#pointer
  }

  /** Before each draw. */
  follow(session: Session): void {
    this.#offsets = this.#peerDrags.offsets(session.peers.value, session.board.value)
  }

  readonly pointerMoved = ({ detail: { at } }: CustomEvent<CanvasEvents['pointer-moved']>): void => {
    this.#pointer = at
    this.#stage.session?.show({ cursor: at })
  }

  readonly dragging = ({ detail: { ids, dx, dy } }: CustomEvent<CanvasEvents['items-dragging']>): void => {
    const changed = this.#inFlight !== ids.length > 0 || ids.length !== this.#dragged.size
    this.#inFlight = ids.length > 0
    if (ids.length !== this.#dragged.size) this.#dragged = new Set(ids)
    this.#drag = { dx, dy }
    this.#stage.session?.show({ dragging: ids.length === 0 ? undefined : { cards: ids, dx, dy } })
    if (changed) this.#stage.requestUpdate()
    this.drawLinks()
  }

  readonly drawLinks = (): void => {
    const { session, canvas } = this.#stage
    const links = this.#links()
    if (session === undefined || links === null) return
    // From far away they are painted with the cards.
    links.links = canvas.far ? [] : this.linksIn(session, canvas.mountedRegion)
  }

  linksIn(session: Session, region: Rect): readonly LinkItem[] {
    return linkItems({ board: session.board.value, judgements: session.judgements.value, region, selected: undefined, offsetOf: (id) => this.#offsetOf(id) })
  }

  #offsetOf(id: string): Offset | undefined {
    return this.#dragged.has(id) ? this.#drag : this.#offsets.get(id)
  }
}
