// The BoardState of a live board, for those who ask: read when it is first asked for, then followed for as long as
// somebody asks now and then. A board that only its sockets use costs no second copy.
import type { Board } from '../../shared/board/document.ts'
import { follow, type Following } from '../../shared/board/follow.ts'
import type { BoardState } from '../../shared/board/records.ts'

/** Following ends when nobody asked for so long. */
const FORGOTTEN_MS = 30_000

export class Facts {
  readonly #board: Board
  #following: Following | undefined
  #askedAt = 0

  constructor(board: Board) {
    this.#board = board
  }

  get state(): BoardState {
    this.#askedAt = performance.now()
    this.#following ??= follow(this.#board, () => this.#changed())
    return this.#following.state
  }

  #changed(): void {
    if (performance.now() - this.#askedAt > FORGOTTEN_MS) this.forget()
  }

  forget(): void {
    this.#following?.stop()
    this.#following = undefined
  }
}
