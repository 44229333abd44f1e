// What keys, buttons and gestures on the stage want, done: each wish becomes one command, and what it came to is said.
import type { Card, CardKind } from '../../../shared/board/records.ts'
import { toScreen, type BoardPoint, type ScreenPoint } from '../../../shared/geometry/geometry.ts'
import type { CanvasEvents } from '../../canvas/carry-out.ts'
import { isDecided } from '../../panels/waiting.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'
import { announce } from '../../ui/announce.ts'
import { showToast } from '../../ui/toasts.ts'
import { partWords } from '../board/words.ts'
import type { AnswerWanted, ToolbarWish } from './card-toolbar.ts'
import type { TacitKindPicker } from './kind-picker.ts'
import type { StageClipboard } from './stage-clipboard.ts'
import { addOnStage, deleteOnStage, followOnStage, historyOnStage, moveOnStage, type CardPlace } from './stage-commands.ts'
import type { StageEditing } from './stage-editing.ts'
import { historyWish, stageWish, type StageWish } from './stage-keys.ts'
import type { StageLinks } from './stage-links.ts'
import type { TacitStageMenu } from './stage-menu.ts'
import type { StageMenus } from './stage-menus.ts'
import type { StageMotion } from './stage-motion.ts'
import type { StageView } from './stage-view.ts'
import { menuWords, words } from './words.ts'

/** The elements beside the canvas that actions open. */
export interface StageParts { dispute(): void; readonly picker: TacitKindPicker; readonly menu: TacitStageMenu | null }

/** The other parts of the stage that actions turn to. */
export interface Colleagues { readonly editing: StageEditing; readonly motion: StageMotion; readonly links: StageLinks; readonly clipboard: StageClipboard }

const ABOUT_A_CARD: ReadonlySet<StageWish['wish']> = new Set(['about-card', 'answer', 'dispute', 'duplicate', 'follow', 'question'])

type On<E extends keyof CanvasEvents> = CustomEvent<CanvasEvents[E]>

export class StageActions {
  readonly #stage: StageView & StageParts
  readonly #with: Colleagues
  /** What the card of the open kind picker is for: its place, and the card that will rest on it. */
  #wanted: CardPlace | undefined
  #menus: StageMenus | undefined

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
    void this.later((menus) => menus.answer(id, { verdict, ...(reason === undefined ? {} : { reason }) }))
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

  readonly resized = ({ detail }: On<'item-resized'>): void => void this.later((menus) => menus.resized(detail))

  readonly sized = ({ detail }: On<'item-size-asked'>): void => void this.later((menus) => menus.sized(detail))

  readonly frameDrawn = ({ detail: { rect } }: On<'frame-drawn'>): void => {
    this.#stage.tool = 'select'
    void this.later((menus) => menus.frame(rect))
  }

  /** A right click: More of what lies there, or what can be done with the ground. */
  readonly contextMenu = (event: MouseEvent): void => {
    // A long press of a finger lifts a card, and opens nothing.
    if (event instanceof PointerEvent && event.pointerType === 'touch') return event.preventDefault()
    const path = event.composedPath()
    if (event.defaultPrevented || path.some((node) => node instanceof HTMLElement && (node.isContentEditable || node.dataset['ownPointer'] !== undefined))) return
    event.preventDefault()
    const on = path.find((node): node is HTMLElement => node instanceof HTMLElement && node.classList.contains('item'))?.dataset['id']
    const at = { x: event.clientX, y: event.clientY }
    void this.later((menus) => menus.at(at, on))
  }

  /** What a first look at a board needs not is fetched when the browser is quiet, or when it is wanted. */
  async later(run: (menus: StageMenus) => void): Promise<void> {
    try {
      const { StageMenus } = await import('./stage-menus.ts')
      this.#menus ??= new StageMenus(this.#stage, { ...this.#with, actions: this })
      run(this.#menus)
    } catch (error) {
      if (this.#menus !== undefined) throw error
      showToast(partWords.failed, { label: partWords.again, run: () => void this.later(run) })
    }
  }

  open(id: string): void {
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
    if (kind === 'frame') return void this.later((menus) => menus.frame({ ...wanted.at, width: 0, height: 0 }))
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
    // Also the other view opens at that card.
    if (ABOUT_A_CARD.has(wish.wish) || (wish.wish === 'page' && (wish.key === 'otherView' || wish.key === 'overview'))) this.#stage.selectFocused()
    this.#wish(wish)
  }

  #wish(wish: StageWish): void {
    const { only: card, selection } = this.#stage
    const { clipboard, motion } = this.#with
    switch (wish.wish) {
      case 'tool': this.#stage.tool = wish.tool; break
      case 'add': this.askKind(motion.pointer ?? this.#stage.centre, { near: true }); break
      case 'duplicate': void clipboard.duplicate(selection); break
      case 'remove': this.#remove(); break
      case 'leave': this.#leave(); break
      case 'page': this.#stage.tell('key-wanted', { key: wish.key }); break
      case 'tell': this.#stage.tell(wish.event, wish.detail); break
      case 'about-card': if (card !== undefined) this.#stage.tell(wish.event, { id: card.id }); break
      case 'dispute': if (card?.kind === 'assumption') void this.later((menus) => menus.dispute()); else this.#stance(card, 'block'); break
      case 'answer': if (card?.kind === 'assumption') this.answer({ id: card.id, verdict: wish.verdict }); else this.#stance(card, wish.verdict === 'confirm' ? 'agree' : 'concerns'); break
      case 'question': void this.later((menus) => menus.question(card?.id, wish.question)); break
      case 'follow': if (card !== undefined) this.#follow(card, wish.way); break
    }
  }

  /** The keys of an answer, where a stance is one; what needs a reason asks for it below the card. */
  #stance(card: Card | undefined, stance?: Stance, at?: ScreenPoint): void {
    if (card !== undefined && isDecided(card)) void this.later((menus) => void menus.stance(card, stance, at))
  }

  /** The link that is picked, else the card that has the focus; a selection is removed by the canvas. */
  #remove(): void {
    const { links } = this.#with
    if (links.picked !== undefined) return links.remove()
    this.#stage.selectFocused()
    this.delete([...this.#stage.selection])
  }

  /** Escape, when no words are open and nothing is selected: the link, the tool, and at last the filter. */
  #leave(): void {
    if (this.#with.links.picked !== undefined) this.#with.links.left()
    else if (this.#stage.tool !== 'select') this.#stage.tool = 'select'
    else if (this.#stage.matching !== undefined) this.#stage.tell('key-wanted', { key: 'filterNone' })
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
      case 'frames': return void this.later((menus) => menus.frames(at))
      case 'more': return void this.later((menus) => menus.more(at))
      case 'open': return card === undefined ? undefined : this.open(card.id)
      case 'stance': return this.#stance(card, undefined, at)
      case 'link': return card === undefined ? undefined : this.keysFrom(card.id, 'link')
    }
  }

  keysFrom(id: string, what: 'link' | 'size'): void {
    this.#stage.canvas.keysFrom(id, what)
    announce(what === 'link' ? words.aim : menuWords.sizing)
  }
}
