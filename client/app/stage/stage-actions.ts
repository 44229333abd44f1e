// What keys, buttons and gestures on the stage want, done: each wish becomes one command, and what it came to is said.
import type { Card, CardKind } from '../../../shared/board/records.ts'
import { toScreen, type BoardPoint, type ScreenPoint } from '../../../shared/geometry/geometry.ts'
import type { CanvasEvents } from '../../canvas/carry-out.ts'
import { announce } from '../../ui/announce.ts'
import { answerOnBoard } from './answering.ts'
import type { AnswerWanted, TacitCardToolbar, ToolbarWish } from './card-toolbar.ts'
import type { TacitKindPicker } from './kind-picker.ts'
import type { StageEditing } from './stage-editing.ts'
import type { StageMotion } from './stage-motion.ts'
import { addOnStage, deleteOnStage, followOnStage, historyOnStage, linkOnStage, moveOnStage, type CardPlace } from './stage-commands.ts'
import { historyWish, stageWish, type StageWish } from './stage-keys.ts'
import type { StageView } from './stage-view.ts'
import { words } from './words.ts'

/** The elements beside the canvas that actions open. */
export interface StageParts { readonly toolbar: TacitCardToolbar | null; readonly picker: TacitKindPicker }

type On<E extends keyof CanvasEvents> = CustomEvent<CanvasEvents[E]>

export class StageActions {
  readonly #stage: StageView & StageParts
  readonly #editing: StageEditing
  readonly #motion: StageMotion
  /** What the card of the open kind picker is for: its place, and the card that will rest on it. */
  #wanted: CardPlace | undefined

  constructor(stage: StageView & StageParts, editing: StageEditing, motion: StageMotion) {
    this.#stage = stage
    this.#editing = editing
    this.#motion = motion
  }

  // ── commands ──

  delete(ids: readonly string[]): void {
    const { session } = this.#stage
    if (session !== undefined) deleteOnStage(session, ids)
  }

  link(from: string, to: string): void {
    const { session } = this.#stage
    if (session !== undefined) linkOnStage(session, from, to)
    this.#stage.tool = 'select'
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
    if (session !== undefined) moveOnStage(session, detail, this.#motion.inFlight)
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
    void this.#editing.open(id, undefined)
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
    this.#wish(wish)
  }

  #wish(wish: StageWish): void {
    const { only: card, toolbar } = this.#stage
    switch (wish.wish) {
      case 'tool': this.#stage.tool = wish.tool; break
      case 'add': this.askKind(this.#motion.pointer ?? this.#stage.centre, { near: true }); break
      case 'open': if (card !== undefined) this.#open(card.id); break
      case 'dispute': if (card?.kind === 'assumption') toolbar?.dispute(); break
      case 'answer': if (card?.kind === 'assumption') this.answer({ id: card.id, verdict: wish.verdict }); break
      case 'follow': if (card !== undefined) this.#follow(card, wish.way); break
    }
  }

  /** `]` goes to what a card rests on, `[` to what rests on it. */
  #follow(card: Card, way: 'down' | 'up'): void {
    const { session } = this.#stage
    const next = session === undefined ? undefined : followOnStage(session, card, way)
    if (next !== undefined) this.#stage.focusCard(next)
  }

  readonly toolbarWish = ({ detail: { wish } }: CustomEvent<{ wish: ToolbarWish }>): void => {
    const { only: card, selection, canvas } = this.#stage
    if (wish === 'delete') this.delete([...selection])
    else if (wish === 'profile') this.#stage.tell('profile-wanted', {})
    else if (card === undefined) return
    else if (wish === 'open') this.#open(card.id)
    else if (wish === 'edit') void this.#editing.open(card.id, undefined)
    else {
      canvas.keysFrom(card.id, 'link')
      announce(words.aim)
    }
  }
}
