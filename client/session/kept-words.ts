// The words of this browser that a freshly loaded board lacks, as text to copy: what a refused update would have
// brought. Pure; compares two states of one board.
import type { BoardState, Card, Person } from '../../shared/board/records.ts'
import type { KeptText } from './shelf.ts'

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

const plain = (name: string | undefined): string => (name ?? '').normalize('NFKC').trim().toLocaleLowerCase()

/**
 * Words kept for another entry of the board that may be this person: it was merged into theirs, or has their name, as
 * one has who lost the cookie. They are offered and not shown, because somebody else may sit at this browser.
 */
export function offeredWords(others: readonly KeptText[], me: Person | undefined, { people }: Pick<BoardState, 'people'>): readonly KeptText[] {
  if (me === undefined || plain(me.name) === '') return []
  return others.filter(({ person, name }) => {
    const entry = people.get(person)
    return person !== me.id && (entry?.mergedInto === me.id || plain(entry?.name ?? name) === plain(me.name))
  })
}
