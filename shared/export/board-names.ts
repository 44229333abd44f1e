// How cards, teams and people are named in what a board writes about itself: one line, never empty, nothing in it that
// hides or turns what follows.
import type { BoardState } from '../board/records.ts'
import type { AgendaWords } from './agenda-english.ts'
import { inLine, type CardNamed } from './sentence.ts'

export class BoardNames {
  readonly #board: BoardState
  readonly #untitled: string

  constructor(board: BoardState, { untitled }: AgendaWords) {
    this.#board = board
    this.#untitled = untitled
  }

  card(id: string): CardNamed {
    return { card: id, title: inLine(this.#board.cards.get(id)?.title ?? '') || this.#untitled }
  }

  cards(ids: readonly string[]): readonly CardNamed[] {
    return ids.map((id) => this.card(id))
  }

  team(id: string): string {
    return inLine(this.#board.teams.get(id)?.name ?? '') || id
  }

  /** '' where nobody is known. */
  person(id: unknown): string {
    return typeof id === 'string' ? inLine(this.#board.people.get(id)?.name ?? '') : ''
  }
}
