// The menus of the stage, and what only they, the frame tool and answers do: frames, sizes, moves without a drag. Fetched
// when the browser is quiet: no first look at a board needs it.
import type { Card } from '../../../shared/board/records.ts'
import { toBoard, toScreen, type Rect, type ScreenPoint } from '../../../shared/geometry/geometry.ts'
import type { Stance } from '../../../shared/rules/judgements.ts'
import type { CanvasEvents } from '../../canvas/carry-out.ts'
import { sizeOf } from '../../cards/size.ts'
import { whyNotAnswer, type AnswerGiven } from '../../commands/answers.ts'
import { addFrame, moveToFrame, resizeBy, resizeCard, takeOffFrame } from '../../commands/frames.ts'
import { ask, type Question } from '../../commands/plan/asking.ts'
import { setNorthStar } from '../../commands/plan/goals.ts'
import '../../panels/decisions/stance-box.ts'
import type { TacitStanceBox } from '../../panels/decisions/stance-box.ts'
import { takeAloud } from '../../panels/decisions/taking.ts'
import { announce } from '../../ui/announce.ts'
import { showToast } from '../../ui/toasts.ts'
import { answerOnBoard } from './answering.ts'
import { frameItems, linkItemsOf, moreItems, sizeItems, type MoreDoes } from './more-items.ts'
import type { Colleagues, StageActions, StageParts } from './stage-actions.ts'
import './stage-menu.ts'
import type { StageMenuItem } from './stage-menu.ts'
import type { StageView } from './stage-view.ts'
import { menuWords } from './words.ts'

export class StageMenus {
  readonly #stage: StageView & StageParts
  readonly #with: Colleagues & { readonly actions: StageActions }

  #box: TacitStanceBox | undefined

  constructor(stage: StageView & StageParts, colleagues: Colleagues & { readonly actions: StageActions }) {
    this.#stage = stage
    this.#with = colleagues
  }

  answer(cardId: string, given: AnswerGiven): void {
    const { session } = this.#stage
    if (session !== undefined) void answerOnBoard(session, cardId, given, () => this.#with.actions.open(cardId))
  }

  /** Who may not is told why: no form opens that could say it. */
  dispute(): void {
    const { session } = this.#stage
    const why = session === undefined ? undefined : whyNotAnswer(session)
    if (why === undefined) this.#stage.dispute()
    else showToast(why)
  }

  // ── frames and sizes ──

  /** A frame in a rectangle, its title open for typing; without an extent, of the usual size. */
  frame(rect: Rect): void {
    const { session, canvas } = this.#stage
    if (session === undefined) return
    const { id, said } = addFrame(session, rect)
    announce(said)
    if (id === undefined) return
    canvas.select([id])
    void this.#with.editing.open(id, undefined)
  }

  resized({ id, rect }: CanvasEvents['item-resized']): void {
    const { session } = this.#stage
    if (session === undefined) return
    announce(resizeCard(session, id, rect))
    session.endUndoStep()
  }

  /** A step of the keyboard; steps in one breath are one. */
  sized({ id, dw, dh }: CanvasEvents['item-size-asked']): void {
    const { session } = this.#stage
    if (session !== undefined) announce(resizeBy(session, id, dw, dh))
  }

  // ── menus ──

  /** At a point of the window: More of the card there, or what can be done with the ground. */
  at(at: ScreenPoint, item: string | undefined): void {
    const { canvas, selection } = this.#stage
    const on = item ?? this.#painted(at)
    if (on === undefined) return this.#ground(at)
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
  #painted(at: ScreenPoint): string | undefined {
    const on = this.#stage.canvas.under(this.#inView(at))
    return on.on === 'item' ? on.id : undefined
  }

  #ground(at: ScreenPoint): void {
    const { canvas, session, menu } = this.#stage
    const point = toBoard(canvas.camera, this.#inView(at))
    const items: StageMenuItem[] = session?.canEdit === true ? [
      { id: 'card', label: menuWords.addCard, icon: 'card', kbd: 'A', run: () => this.#with.actions.askKind(point, {}, at) },
      { id: 'frame', label: menuWords.addFrame, icon: 'frame', kbd: 'F', run: () => this.frame({ ...point, width: 0, height: 0 }) },
    ] : []
    void menu?.show(menuWords.more, [...items,
      { id: 'all', label: menuWords.selectAll, icon: 'select', kbd: menuWords.ctrl('A'), separated: items.length > 0, run: () => canvas.selectAll() },
      { id: 'fit', label: menuWords.fit, icon: 'fit', run: () => canvas.fitBoard() }], at)
  }

  more(at: ScreenPoint | undefined): void {
    const { session, selection, menu } = this.#stage
    if (session === undefined) return
    const board = session.board.value
    void menu?.show(menuWords.more, moreItems([...selection].flatMap((id) => board.cards.get(id) ?? []), board, session.canEdit, this.#does), at)
  }

  frames(at?: ScreenPoint): void {
    const { session, selection, menu } = this.#stage
    if (session !== undefined) void menu?.show(menuWords.toFrame, frameItems(session.board.value, (frame) => announce(moveToFrame(session, selection, frame))), at)
  }

  // ── reasons ──

  /** Its words are open at once. */
  question(cardId: string | undefined, question: Question): void {
    const { session, canvas } = this.#stage
    if (session === undefined) return
    const { id, said } = ask(session, cardId, question)
    if (id === undefined) return void showToast(said)
    announce(said)
    canvas.select([id])
    canvas.reveal(id)
    void this.#with.editing.open(id, undefined)
  }

  // ── stances ──

  /** To agree is one press; else the five stances open at a point of the window, or below the card. */
  async stance(card: Card, stance?: Stance, at?: ScreenPoint): Promise<void> {
    const { session, canvas } = this.#stage
    if (session === undefined) return
    if (stance === 'agree') return takeAloud(session, card.id, { stance })
    const size = sizeOf(card)
    this.#box ??= document.createElement('tacit-stance-box')
    if (!this.#box.isConnected) (canvas.parentNode ?? document.body).append(this.#box)
    await this.#box.show(session, card.id, at ?? canvas.clientPoint(toScreen(canvas.camera, { x: card.x, y: card.y + size.height })), stance)
  }

  readonly #does: MoreDoes = {
    edit: (id) => void this.#with.editing.open(id, undefined),
    open: (id) => this.#with.actions.open(id),
    link: (id) => this.#with.actions.keysFrom(id, 'link'),
    ask: (card, question) => this.question(card.id, question),
    links: (card) => {
      const { session, menu } = this.#stage
      if (session !== undefined) void menu?.show(menuWords.itsLinks, linkItemsOf(session.board.value, card, (id) => void this.#with.links.pick(id, true)))
    },
    frames: () => this.frames(),
    takeOff: () => {
      const { session, selection } = this.#stage
      if (session !== undefined) announce(takeOffFrame(session, selection))
    },
    sizes: (card) => {
      const { session, menu } = this.#stage
      if (session === undefined) return
      void menu?.show(menuWords.size, sizeItems(card, () => this.#with.actions.keysFrom(card.id, 'size'), (dw, dh) => {
        announce(resizeBy(session, card.id, dw, dh))
        session.endUndoStep()
      }))
    },
    northStar: (card) => {
      const { session } = this.#stage
      if (session !== undefined) announce(setNorthStar(session, card.id, card.fields['northStar'] !== true))
    },
    copy: () => void this.#with.clipboard.copy(),
    duplicate: () => void this.#with.clipboard.duplicate(this.#stage.selection),
    remove: () => this.#with.actions.delete([...this.#stage.selection]),
  }
}
