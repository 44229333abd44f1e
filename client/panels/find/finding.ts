// Finds cards by words: all of them, in any order, without case and accents. The title counts before the text, the
// beginning of a word before its middle. Pure; one pass over the cards.
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { searchTextOf, wordsIn } from '../../session/filter.ts'

export interface Found {
  /** The best, at most as many as were asked for. */
  readonly cards: readonly Card[]
  readonly all: number
}

/** 0 is best: a title that begins with the word; then a word of the title, somewhere in it, the text. */
function distance(text: string, title: number, word: string): number {
  const at = text.indexOf(word)
  if (at === 0) return 0
  if (at > title) return 3
  return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? 2 : 1
}

export function findCards({ cards }: BoardState, words: string, most: number): Found {
  const wanted = wordsIn(words)
  const found: { readonly card: Card; readonly far: number }[] = []
  for (const card of cards.values()) {
    if (card.deleted || card.title === '') continue
    const text = searchTextOf(card)
    if (!wanted.every((word) => text.includes(word))) continue
    const title = text.indexOf('\n')
    found.push({ card, far: wanted.reduce((sum, word) => sum + distance(text, title, word), 0) })
  }
  found.sort((a, b) => a.far - b.far || Number(b.card.kind === 'assumption') - Number(a.card.kind === 'assumption') || (a.card.id < b.card.id ? -1 : 1))
  return { cards: found.slice(0, most).map(({ card }) => card), all: found.length }
}
