// What moves on the stage without being drawn anew: drags of this person and of others, the pointer, and the links that
// follow them. All per frame; nothing here is in proportion to the size of the board.
import type { BoardPoint, Rect } from '../../../shared/geometry/geometry.ts'
import type { CanvasEvents } from '../../canvas/carry-out.ts'
import type { Offset } from '../../canvas/item.ts'
import type { LinkItem, TacitLinks } from '../../cards/links.ts'
import type { Session } from '../../session/session.ts'
import { LinkIndex } from './link-index.ts'
import { sizeOf } from '../../cards/size.ts'
import { linkItems } from './link-items.ts'
import { PeerDrags } from './peer-drags.ts'
import type { StageView } from './stage-view.ts'

/** Links under the cards, and over them those of dragged ones. */
export interface LinkLayers { readonly resting: TacitLinks | null; readonly following: TacitLinks | null }

const NO_LINKS: readonly LinkItem[] = []
const NOTHING: ReadonlySet<string> = new Set()

export class StageMotion {
  readonly #stage: StageView
  readonly #links: () => LinkLayers
  readonly #peerDrags = new PeerDrags()
  readonly #linkIndex = new LinkIndex()
  #drag: Offset = { dx: 0, dy: 0 }
  #dragged = NOTHING
  #inFlight = false
  /** Links that begin or end at a dragged card. */
  #follows = NOTHING
  #offsets: ReadonlyMap<string, Offset> = new Map()
  #pointer: BoardPoint | undefined
  #sized: { readonly id: string; readonly rect: Rect } | undefined
  /** The link that is picked. */
  link: string | undefined

  constructor(stage: StageView, links: () => LinkLayers) {
    this.#stage = stage
    this.#links = links
  }

  /** What this person is dragging. */
  get dragged(): ReadonlySet<string> {
    return this.#dragged
  }

  /** Links of dragged cards. */
  get follows(): ReadonlySet<string> {
    return this.#follows
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

  /** The bounds of a card whose size is being changed. */
  sizeOf(id: string): Rect | undefined {
    return this.#sized?.id === id ? this.#sized.rect : undefined
  }

  readonly resizing = ({ detail: { id, rect } }: CustomEvent<CanvasEvents['item-resizing']>): void => {
    this.#sized = rect === undefined ? undefined : { id, rect }
    this.#stage.requestUpdate()
  }

  /** Where a card is shown now. */
  rectOf(id: string): Rect | undefined {
    const card = this.#stage.session?.board.value.cards.get(id)
    if (card === undefined || card.deleted) return undefined
    const { dx, dy } = this.#offsetOf(id) ?? { dx: 0, dy: 0 }
    return this.sizeOf(id) ?? { x: card.x + dx, y: card.y + dy, ...sizeOf(card) }
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
    const changed = this.#inFlight !== ids.length > 0
    this.#inFlight = ids.length > 0
    const moved = this.#stage.canvas.pictured ? [] : ids
    if (moved.length !== this.#dragged.size) {
      this.#dragged = new Set(moved)
      this.#follows = new Set(moved.flatMap((id) => this.#linkIndex.of(id).map((link) => link.id)))
    }
    this.#drag = { dx, dy }
    this.#stage.session?.show({ dragging: ids.length === 0 ? undefined : { cards: this.#roots(ids), dx, dy } })
    if (changed) this.#stage.requestUpdate()
    this.drawLinks()
  }

  readonly drawLinks = (): void => {
    const { session, canvas } = this.#stage
    const { resting, following } = this.#links()
    if (session === undefined || resting === null || following === null) return
    // From far away they are painted with the cards, but for those that follow a drag.
    const all = canvas.far && !this.#inFlight ? [] : this.linksIn(session, canvas.mountedRegion)
    resting.links = canvas.far ? [] : all.filter(({ id }) => !this.#follows.has(id))
    following.links = this.#follows.size === 0 ? NO_LINKS : all.filter(({ id }) => this.#follows.has(id))
  }

  /** Links that touch an area now. */
  linksIn(session: Session, region: Rect): readonly LinkItem[] {
    this.#linkIndex.follow(session.board.value)
    const moved = [...this.#dragged, ...this.#offsets.keys()]
    return linkItems({ board: session.board.value, judgements: session.judgements.value, index: this.#linkIndex, region, selected: this.link, matching: this.#stage.matching, offsetOf: (id) => this.#offsetOf(id) }, moved)
  }

  /** Links to be painted in an area: those of dragged cards are drawn, they follow. */
  paintedIn(session: Session, region: Rect): readonly LinkItem[] {
    return this.linksIn(session, region).filter(({ id }) => !this.#follows.has(id))
  }

  /** The sizes of cards are other ones now. */
  forget(): void {
    this.#linkIndex.forget()
  }

  /** What others are told of a drag: a frame speaks for the cards on it. */
  #roots(ids: readonly string[]): readonly string[] {
    if (this.#told.ids === ids) return this.#told.roots
    const cards = this.#stage.session?.board.value.cards
    const dragged = new Set(ids)
    const roots = ids.filter((id) => !dragged.has(cards?.get(id)?.frame ?? ''))
    this.#told = { ids, roots }
    return roots
  }

  #told: { readonly ids: readonly string[]; readonly roots: readonly string[] } = { ids: [], roots: [] }

  #offsetOf(id: string): Offset | undefined {
    return this.#dragged.has(id) ? this.#drag : this.#offsets.get(id)
  }
}
