// What moves on the stage without being drawn anew: drags of this person and of others, the pointer, and the links that
// follow them. All per frame; nothing here is in proportion to the size of the board.
import type { BoardPoint, Rect } from '../../../shared/geometry/geometry.ts'
import type { CanvasEvents } from '../../canvas/carry-out.ts'
import type { Offset } from '../../canvas/item.ts'
import type { LinkItem, TacitLinks } from '../../cards/links.ts'
import type { Session } from '../../session/session.ts'
import { LinkIndex } from './link-index.ts'
import { sizeOf } from '../../cards/size.ts'
import { itemsOf, linkItems, type LinkView } from './link-items.ts'
import { PeerDrags } from './peer-drags.ts'
import type { StageView } from './stage-view.ts'

/** Links under the cards, and over them those of dragged ones. */
export interface LinkLayers { readonly resting: TacitLinks | null; readonly following: TacitLinks | null }

/** Links that follow a drag of many cards. Each costs 0.05 ms of a frame, and a picture of 50 cards has 1 ms to spare (bench:client). */
const MOST_FOLLOWING = 16

const NO_LINKS: readonly LinkItem[] = []
const NOTHING: ReadonlySet<string> = new Set()

export class StageMotion {
  readonly #stage: StageView
  readonly #links: () => LinkLayers
  readonly #peerDrags = new PeerDrags()
  readonly #linkIndex = new LinkIndex()
  #drag: Offset = { dx: 0, dy: 0 }
  #dragged = NOTHING
  #ids: readonly string[] = []
  /** Dragged cards whose links follow them. */
  #moved = NOTHING
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
    const other = changed || ids !== this.#ids
    if (other) this.#take(ids)
    this.#drag = { dx, dy }
    this.#stage.session?.show({ dragging: ids.length === 0 ? undefined : { cards: this.#roots(ids), dx, dy } })
    if (changed) this.#stage.requestUpdate()
    if (other) this.drawLinks()
    else this.#drawFollowing()
  }

  /** In a frame of a drag only the links that follow it are drawn: the others are where they were. */
  #drawFollowing(): void {
    const { session, canvas } = this.#stage
    const { following } = this.#links()
    if (session === undefined || following === null || this.#follows.size === 0) return
    const { links } = session.board.value
    following.links = itemsOf(this.#viewOf(session, canvas.mountedRegion), [...this.#follows].flatMap((id) => links.get(id) ?? []))
  }

  #viewOf(session: Session, region: Rect): LinkView {
    return { board: session.board.value, judgements: session.judgements.value, index: this.#linkIndex, region, selected: this.link, matching: this.#stage.matching, offsetOf: (id) => this.#offsetOf(id) }
  }

  /** Links follow what is dragged: of many cards in a picture only while they are few enough for a frame. */
  #take(ids: readonly string[]): void {
    const { pictured, far } = this.#stage.canvas
    this.#ids = ids
    this.#dragged = new Set(pictured ? [] : ids)
    const links = new Set(ids.flatMap((id) => this.#linkIndex.of(id).map((link) => link.id)))
    const follow = !pictured || (!far && links.size <= MOST_FOLLOWING)
    this.#moved = follow ? new Set(ids) : NOTHING
    this.#follows = follow ? links : NOTHING
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
    const moved = [...this.#moved, ...this.#offsets.keys()]
    return linkItems(this.#viewOf(session, region), moved)
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
    return this.#moved.has(id) ? this.#drag : this.#offsets.get(id)
  }
}
