// What keys, buttons and gestures on the stage want, done: each wish becomes one command, and what it came to is said.
import type { Card, CardKind } from '../../../shared/board/records.ts'
import { toBoard, toScreen, type BoardPoint, type ScreenPoint } from '../../../shared/geometry/geometry.ts'
import type { CanvasEvents } from '../../canvas/carry-out.ts'
import { TacitCard } from '../../cards/card.ts'
import { addFrame, moveToFrame, resizeBy, resizeCard, takeOffFrame } from '../../commands/frames.ts'
import { announce } from '../../ui/announce.ts'
import { answerOnBoard } from './answering.ts'
import type { AnswerWanted, TacitCardToolbar, ToolbarWish } from './card-toolbar.ts'
import type { TacitKindPicker } from './kind-picker.ts'
import { frameItems, linkItemsOf, moreItems, sizeItems, type MoreDoes } from './more-items.ts'
import type { StageClipboard } from './stage-clipboard.ts'
import { addOnStage, deleteOnStage, followOnStage, historyOnStage, moveOnStage, type CardPlace } from './stage-commands.ts'
import type { StageEditing } from './stage-editing.ts'
import { historyWish, stageWish, type StageWish } from './stage-keys.ts'
import type { StageLinks } from './stage-links.ts'
import type { StageMenuItem, TacitStageMenu } from './stage-menu.ts'
import type { StageMotion } from './stage-motion.ts'
import type { StageView } from './stage-view.ts'
import { menuWords, words } from './words.ts'

/** The elements beside the canvas that actions open. */
export interface StageParts { readonly toolbar: TacitCardToolbar | null; readonly picker: TacitKindPicker; readonly menu: TacitStageMenu }

/** The other parts of the stage that actions turn to. */
export interface Colleagues { readonly editing: StageEditing; readonly motion: StageMotion; readonly links: StageLinks; readonly clipboard: StageClipboard }

const ABOUT_A_CARD: ReadonlySet<StageWish['wish']> = new Set(['about-card', 'answer', 'dispute', 'duplicate', 'follow'])

type On<E extends keyof CanvasEvents> = CustomEvent<CanvasEvents[E]>

export class StageActions {
  readonly #stage: StageView & StageParts
  readonly #with: Colleagues
  /** What the card of the open kind picker is for: its place, and the card that will rest on it. */
  #wanted: CardPlace | undefined

  constructor(stage: StageView & StageParts, colleagues: Colleagues) {
    this.#stage = stage
    this.#with = colleagues
  }

  // ── commands ──

  delete(ids: readonly string[]): void {
    const { session } = this.#stage
    if (session !== undefined) deleteOnStage(session, ids)
  }

  answer({ id, verdict, reason }: AnswerWanted): void {
    const { session } = this.#stage
    if (session !== undefined) void answerOnBoard(session, id, { verdict, ...(reason === undefined ? {} : { reason }) }, () => this.#open(id))
  }

  history(way: 'undo' | 'redo'): void {
    const { session } = this.#stage
    if (session !== undefined) historyOnStage(session, way)
  }

  readonly moved = ({ detail }: On<'items-moved'>): void => {
    const { session } = this.#stage
    if (session !== undefined) moveOnStage(session, detail, this.#with.motion.inFlight)
  }

  readonly copied = ({ detail: { ids, dx, dy } }: On<'items-copied'>): void => {
    void this.#with.clipboard.duplicate(ids, dx, dy)
  }

  readonly resized = ({ detail: { id, rect } }: On<'item-resized'>): void => {
    const { session } = this.#stage
    if (session === undefined) return
    announce(resizeCard(session, id, rect))
    session.endUndoStep()
  }

  /** A step of the keyboard; steps in one breath are one. */
  readonly sized = ({ detail: { id, dw, dh } }: On<'item-size-asked'>): void => {
    const { session } = this.#stage
    if (session !== undefined) announce(resizeBy(session, id, dw, dh))
  }

  readonly frameDrawn = ({ detail: { rect } }: On<'frame-drawn'>): void => {
    const { session, canvas } = this.#stage
    this.#stage.tool = 'select'
    if (session === undefined) return
    const { id, said } = addFrame(session, rect)
    announce(said)
    if (id === undefined) return
    canvas.select([id])
    void this.#with.editing.open(id, undefined)
  }

  #open(id: string): void {
    this.#stage.tell('card-opened', { id })
  }

  // ── a new card ──

  askKind(at: BoardPoint, place: Omit<CardPlace, 'at'> = {}, screen?: ScreenPoint): void {
    const { session, canvas, picker } = this.#stage
    if (session?.canEdit !== true) return
    this.#wanted = { at, ...place }
    picker.show(screen ?? canvas.clientPoint(toScreen(canvas.camera, at)), canvas.getBoundingClientRect().top)
  }

  readonly kindPicked = ({ detail: { kind } }: CustomEvent<{ kind: CardKind }>): void => {
    const { session } = this.#stage
    const wanted = this.#wanted
    if (session === undefined || wanted === undefined) return
    const id = addOnStage(session, kind, wanted)
    if (id === undefined) return
    this.#stage.canvas.select([id])
    void this.#with.editing.open(id, undefined)
  }

  // ── keys and buttons ──

  /** Undo and redo work wherever nobody types. */
  readonly historyKey = (event: KeyboardEvent): void => {
    const way = historyWish(event)
    if (way === undefined) return
    event.preventDefault()
    this.history(way)
  }

  readonly key = (event: KeyboardEvent): void => {
    const wish = stageWish(event)
    if (wish === undefined) return
    event.preventDefault()
    if (ABOUT_A_CARD.has(wish.wish)) this.#selectFocused(event)
    this.#wish(wish)
  }

  /** With nothing selected, the card that has the focus is meant: after a link was drawn, the link is what is picked. */
  #selectFocused(event: KeyboardEvent): void {
    const card = event.composedPath().find((node) => node instanceof TacitCard)
    if (this.#stage.selection.size === 0 && card?.card !== undefined) this.#stage.canvas.select([card.card.id])
  }

  #wish(wish: StageWish): void {
    const { only: card, toolbar, selection } = this.#stage
    const { links, clipboard, motion } = this.#with
    switch (wish.wish) {
      case 'tool': this.#stage.tool = wish.tool; break
      case 'add': this.askKind(motion.pointer ?? this.#stage.centre, { near: true }); break
      case 'duplicate': void clipboard.duplicate(selection); break
      case 'remove': links.remove(); break
      case 'leave': this.#leave(); break
      case 'tell': this.#stage.tell(wish.event, wish.detail); break
      case 'about-card': if (card !== undefined) this.#stage.tell(wish.event, { id: card.id }); break
      case 'dispute': if (card?.kind === 'assumption') toolbar?.dispute(); break
      case 'answer': if (card?.kind === 'assumption') this.answer({ id: card.id, verdict: wish.verdict }); break
      case 'follow': if (card !== undefined) this.#follow(card, wish.way); break
    }
  }

  /** Escape, when no words are open and nothing is selected: the link, the tool, and at last the filter. */
  #leave(): void {
    if (this.#with.links.picked !== undefined) this.#with.links.left()
    else if (this.#stage.tool !== 'select') this.#stage.tool = 'select'
    else if (this.#stage.matching !== undefined) this.#stage.tell('filter-key', { key: 'filterNone' })
  }

  /** `]` goes to what a card rests on, `[` to what rests on it. */
  #follow(card: Card, way: 'down' | 'up'): void {
    const { session } = this.#stage
    const next = session === undefined ? undefined : followOnStage(session, card, way)
    if (next !== undefined) this.#stage.focusCard(next)
  }

  readonly toolbarWish = ({ detail: { wish, at } }: CustomEvent<{ wish: ToolbarWish; at?: ScreenPoint }>): void => {
    const { only: card, selection } = this.#stage
    switch (wish) {
      case 'delete': return this.delete([...selection])
      case 'profile': return void this.#stage.tell('profile-wanted', {})
      case 'copy': return void this.#with.clipboard.copy()
      case 'duplicate': return void this.#with.clipboard.duplicate(selection)
      case 'frames': return this.#frames(at)
      case 'more': return this.more(at)
      case 'open': return card === undefined ? undefined : this.#open(card.id)
      case 'link': return card === undefined ? undefined : this.#keysFrom(card.id, 'link')
    }
  }

  #keysFrom(id: string, what: 'link' | 'size'): void {
    this.#stage.canvas.keysFrom(id, what)
    announce(what === 'link' ? words.aim : menuWords.sizing)
  }

  // ── menus ──

  /** A right click: More of what lies there, or what can be done with the ground. */
  readonly contextMenu = (event: MouseEvent): void => {
    const { canvas, selection } = this.#stage
    // A long press of a finger lifts a card, and opens nothing.
    if (event instanceof PointerEvent && event.pointerType === 'touch') return event.preventDefault()
    if (event.defaultPrevented || event.composedPath().some((node) => node instanceof HTMLElement && (node.isContentEditable || node.dataset['ownPointer'] !== undefined))) return
    event.preventDefault()
    const on = event.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement && node.classList.contains('item'))?.dataset['id'] ?? this.#itemAt(event)
    const at = { x: event.clientX, y: event.clientY }
    if (on === undefined) return this.#groundMenu(at)
    if (!selection.has(on)) canvas.select([on])
    canvas.focusItem(on)
    void this.#stage.updateComplete.then(() => this.more(at))
  }

  /** A point of the window in the view of the canvas. */
  #inView({ x, y }: ScreenPoint): ScreenPoint {
    const origin = this.#stage.canvas.clientPoint({ x: 0, y: 0 })
    return { x: x - origin.x, y: y - origin.y }
  }

  /** The card that is painted where it has no element. */
  #itemAt({ clientX, clientY }: MouseEvent): string | undefined {
    const on = this.#stage.canvas.under(this.#inView({ x: clientX, y: clientY }))
    return on.on === 'item' ? on.id : undefined
  }

  #groundMenu(at: ScreenPoint): void {
    const { canvas, session, menu } = this.#stage
    const point = toBoard(canvas.camera, this.#inView(at))
    const items: StageMenuItem[] = session?.canEdit === true ? [
      { id: 'card', label: menuWords.addCard, icon: 'card', kbd: 'A', run: () => this.askKind(point, {}, at) },
      { id: 'frame', label: menuWords.addFrame, icon: 'frame', kbd: 'F', run: () => this.frameDrawn(new CustomEvent('frame-drawn', { detail: { rect: { ...point, width: 0, height: 0 } } })) },
    ] : []
    void menu.show(menuWords.more, [...items,
      { id: 'all', label: menuWords.selectAll, icon: 'select', kbd: menuWords.ctrl('A'), separated: items.length > 0, run: () => canvas.selectAll() },
      { id: 'fit', label: menuWords.fit, icon: 'fit', run: () => canvas.fitBoard() }], at)
  }

  more(at: ScreenPoint | undefined): void {
    const { session, selection, menu } = this.#stage
    if (session === undefined) return
    const board = session.board.value
    void menu.show(menuWords.more, moreItems([...selection].flatMap((id) => board.cards.get(id) ?? []), board, session.canEdit, this.#does), at)
  }

  #frames(at?: ScreenPoint): void {
    const { session, selection, menu } = this.#stage
    if (session !== undefined) void menu.show(menuWords.toFrame, frameItems(session.board.value, (frame) => announce(moveToFrame(session, selection, frame))), at)
  }

  readonly #does: MoreDoes = {
    edit: (id) => void this.#with.editing.open(id, undefined),
    open: (id) => this.#open(id),
    link: (id) => this.#keysFrom(id, 'link'),
    links: (card) => {
      const { session, menu } = this.#stage
      if (session !== undefined) void menu.show(menuWords.itsLinks, linkItemsOf(session.board.value, card, (id) => this.#with.links.pick(id, true)))
    },
    frames: () => this.#frames(),
    takeOff: () => {
      const { session, selection } = this.#stage
      if (session !== undefined) announce(takeOffFrame(session, selection))
    },
    sizes: (card) => {
      const { session, menu } = this.#stage
      if (session === undefined) return
      void menu.show(menuWords.size, sizeItems(card, () => this.#keysFrom(card.id, 'size'), (dw, dh) => {
        announce(resizeBy(session, card.id, dw, dh))
        session.endUndoStep()
      }))
    },
    copy: () => void this.#with.clipboard.copy(),
    duplicate: () => void this.#with.clipboard.duplicate(this.#stage.selection),
    remove: () => this.delete([...this.#stage.selection]),
  }
}
