// Keeps the server root `authorship` true while changes of one turn are applied: looks at the touched cards before
// and after each change, and writes all that follows in one transaction of the server at the end of the turn.
import { type Board } from '../../shared/board/document.ts'
import { readCard } from '../../shared/board/read.ts'
import type { Authorship, Card } from '../../shared/board/records.ts'
import { putAuthorship } from '../../shared/board/write-records.ts'
import { authorshipAfter } from './authorship.ts'
import type { Passed } from './gate.ts'
import type { Actor } from './rooms.ts'

type Cards = ReadonlyMap<string, Card>

export class Authors {
  readonly #board: Board
  readonly #now: () => Date
  /** What this turn will write: the changes that follow in it have to see it. */
  readonly #entries = new Map<string, Authorship>()

  constructor(board: Board, now: () => Date) {
    this.#board = board
    this.#now = now
  }

  /** Applies one change and notes what follows from it. */
  around(passed: Passed, actor: Actor, apply: () => void): void {
    if (passed.touched.size === 0 && passed.hidden.size === 0) return apply()
    const before = this.#read(passed)
    apply()
    for (const { card, authorship } of authorshipAfter(passed, actor, this.#now(), before, this.#read(passed))) this.#entries.set(card, authorship)
  }

  #read({ touched, hidden }: Passed): Cards {
    const cards = new Map<string, Card>()
    for (const ids of [touched, hidden]) {
      for (const id of ids) {
        const card = cards.has(id) ? undefined : readCard(this.#board, id)
        if (card !== undefined) cards.set(id, { ...card, ...this.#entries.get(id) })
      }
    }
    return cards
  }

  get hasNews(): boolean {
    return this.#entries.size > 0
  }

  /** Inside a transaction of the server. */
  write(): void {
    for (const [card, authorship] of this.#entries) putAuthorship(this.#board, card, authorship)
    this.#entries.clear()
  }
}
