// The BoardState of a live board and its judgements, for those who ask: read when they are first asked for, then followed
// for as long as somebody asks now and then. A board that only its sockets use costs no second copy.
import type { Board } from '../../shared/board/document.ts'
import { follow, type Following } from '../../shared/board/follow.ts'
import type { BoardState } from '../../shared/board/records.ts'
import { judge } from '../../shared/rules/judge.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'

/** Following ends when nobody asked for so long: to read a board of 10,000 cards again costs 0.4 s, to follow an edit 0.3 ms. */
const FORGOTTEN_MS = 600_000

export interface Judged { readonly state: BoardState; readonly judgements: Judgements }

export class Facts {
  readonly #board: Board
  #following: Following | undefined
  #judged: Judged | undefined
  #askedAt = 0

  constructor(board: Board) {
    this.#board = board
  }

  get state(): BoardState {
    this.#askedAt = performance.now()
    this.#following ??= follow(this.#board, () => this.#changed())
    return this.#following.state
  }

  /** As it is judged at `now` (ms): in proportion to what changed since it was last asked. */
  judged(now: number): Judged {
    const { state } = this
    this.#judged = { state, judgements: judge(state, now, this.#judged) }
    return this.#judged
  }

  #changed(): void {
    if (performance.now() - this.#askedAt > FORGOTTEN_MS) this.forget()
  }

  forget(): void {
    this.#following?.stop()
    this.#following = undefined
    this.#judged = undefined
  }
}
