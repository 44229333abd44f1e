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

/** What waits for the thread, a touch or a frame, goes first. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

export class Facts {
  readonly board: MutableStore<BoardState>
  readonly judgements: MutableStore<Judgements>
  #following: Following
  #followed: Board | undefined
  #stopped = false
  #madeHere = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(board: Board) {
    this.#followed = board
    this.#following = follow(board, (state, _change, here) => this.#take(state, here))
    const { state } = this.#following
    this.board = new MutableStore(state)
    this.judgements = new MutableStore(judge(state, Date.now()))
  }

  /** Whether what `board` told last was written in this browser. */
  get madeHere(): boolean {
    return this.#madeHere
  }

  /** Goes on with this document; the old one is left. */
  follow(board: Board): void {
    this.#read(board)
    this.#take(this.#following.state)
  }

  /** What is told stays as it is until `follow`: a large board comes in, which is not to be read in the same task. */
  rest(): void {
    this.#following.stop()
    this.#followed = undefined
  }

  get isResting(): boolean {
    return this.#followed === undefined
  }

  isOf(board: Board): boolean {
    return this.#followed === board
  }

  /** As `follow`, for a large board: read, judged and told in three tasks. False when it was left meanwhile. */
  async followInTasks(board: Board): Promise<boolean> {
    await nextTask()
    if (!this.isResting || this.#stopped) return false
    this.#read(board)
    await nextTask()
    const { state } = this.#following
    // Without the one before, which was of another board: to find what has changed takes as long as judging.
    const judgements = judge(state, Date.now())
    await nextTask()
    if (!this.isOf(board) || this.#stopped) return false
    if (this.#following.state === state) this.#tell(state, judgements)
    return true
  }

  #read(board: Board): void {
    this.#following.stop()
    this.#followed = board
    this.#following = follow(board, (state, _change, here) => this.#take(state, here))
  }

  stop(): void {
    this.#stopped = true
    this.#following.stop()
    clearTimeout(this.#timer)
  }

  #take(state: BoardState, here = false): void {
    this.#madeHere = here
    this.board.set(state)
    this.#judge()
  }

  #judge(): void {
    this.#tell(this.board.value, judge(this.board.value, Date.now(), { judgements: this.judgements.value }))
  }

  #tell(state: BoardState, judgements: Judgements): void {
    if (state !== this.board.value) this.#madeHere = false
    this.board.set(state)
    this.judgements.set(judgements)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#wait(), LOOK_AHEAD)
  }

  #wait(): void {
    const next = this.judgements.value.nextChangeAt()
    if (next === undefined) return
    this.#timer = setTimeout(() => this.#judge(), Math.min(Math.max(0, next - Date.now()), LONGEST_WAIT))
  }
}
