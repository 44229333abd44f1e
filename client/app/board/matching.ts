// Which cards there are to look at: whether any, and those that the filter of a board's page leaves in colour: asked for at
// every movement of a pointer, made again when something has changed.
import type { BoardState } from '../../../shared/board/records.ts'
import { matchingCards, type Filter } from '../../session/filter.ts'
import type { Session } from '../../session/session.ts'

export class Matching {
  #of: readonly unknown[] = []
  #ids: ReadonlySet<string> | undefined

  /** Undefined where nothing is filtered. */
  of(filter: Filter, { board, judgements }: Session): ReadonlySet<string> | undefined {
    const of = [filter, board.value.cards, judgements.value]
    if (of.some((part, at) => part !== this.#of[at])) {
      this.#of = of
      this.#ids = matchingCards(filter, board.value, judgements.value)
    }
    return this.#ids
  }
}

/** Asked for at every movement of a pointer: stops at the first card. */
export function isEmpty({ cards }: BoardState): boolean {
  for (const card of cards.values()) if (!card.deleted) return false
  return true
}
