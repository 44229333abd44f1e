// The words of this browser that a freshly loaded board lacks, as text to copy: what a refused update would have
// brought. Pure; compares two states of one board.
import type { BoardState, Card } from '../../shared/board/records.ts'

/** Characters: more than this nobody pastes back by hand. */
const MOST = 40_000

const wordsOf = (card: Card | undefined): readonly string[] => (card === undefined || card.deleted ? [] : [card.title, card.body])

export function keptWords(mine: BoardState, fresh: BoardState): string | undefined {
  const kept: string[] = []
  for (const [id, card] of mine.cards) {
    const there = new Set(wordsOf(fresh.cards.get(id)))
    kept.push(...wordsOf(card).filter((text) => text !== '' && !there.has(text)))
  }
  return kept.length === 0 ? undefined : kept.join('\n\n').slice(0, MOST)
}

/** All words of these cards. */
export function wordsOfCards(state: BoardState, cards: readonly string[]): string {
  return cards.flatMap((id) => wordsOf(state.cards.get(id)).filter((text) => text !== '')).join('\n\n').slice(0, MOST)
}
