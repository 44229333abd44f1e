// The document as plain facts and as judgements of them, each a store. Judging is lazy and in proportion to what
// changed; one timer asks again when time alone changes a judgement.
import type { Board } from '../../shared/board/document.ts'
import { follow, type Following } from '../../shared/board/follow.ts'
import type { BoardState } from '../../shared/board/records.ts'
import { judge } from '../../shared/rules/judge.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'
import { MutableStore } from './store.ts'

/** The longest that a timer can wait, ms. */
const LONGEST_WAIT = 2_147_483_647
/** ms after an edit until the next change by time is looked for: it asks for every judgement. */
const LOOK_AHEAD = 1_000

export class Facts {
  readonly board: MutableStore<BoardState>
  readonly judgements: MutableStore<Judgements>
  #following: Following
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(board: Board) {
    this.#following = follow(board, (state) => this.#take(state))
    const { state } = this.#following
    this.board = new MutableStore(state)
    this.judgements = new MutableStore(judge(state, Date.now()))
  }

  /** Goes on with this document; the old one is left. */
  follow(board: Board): void {
    this.#following.stop()
    this.#following = follow(board, (state) => this.#take(state))
    this.#take(this.#following.state)
  }

  stop(): void {
    this.#following.stop()
    clearTimeout(this.#timer)
  }

  #take(state: BoardState): void {
    this.board.set(state)
    this.#judge()
  }

  #judge(): void {
    this.judgements.set(judge(this.board.value, Date.now(), { judgements: this.judgements.value }))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#wait(), LOOK_AHEAD)
  }

  #wait(): void {
    const next = this.judgements.value.nextChangeAt()
    if (next === undefined) return
    this.#timer = setTimeout(() => this.#judge(), Math.min(Math.max(0, next - Date.now()), LONGEST_WAIT))
  }
}
