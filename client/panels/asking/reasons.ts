// The reasons under a card, and theirs: a chain, or several where it branches. Each is numbered by how deep it lies on its
// own way. Pure.
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { linksFrom, linksTo } from '../../cards/view.ts'

export interface Reason {
  readonly card: Card
  /** From 1, counted on the way from the card. */
  readonly depth: number
  readonly because: readonly Reason[]
}

/** Deeper than anybody asks; what is drawn in a circle ends, too. */
const DEEPEST = 12
const MOST = 100

const standing = (card: Card | undefined): card is Card => card !== undefined && !card.deleted

export function reasonsOf(board: BoardState, cardId: string): readonly Reason[] {
  let left = MOST
  const below = (id: string, depth: number, way: ReadonlySet<string>): readonly Reason[] => {
    if (depth > DEEPEST) return []
    const cards = linksTo({ board }, id).filter(({ type, from }) => type === 'because' && !way.has(from)).map(({ from }) => board.cards.get(from)).filter(standing)
    return cards.sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1)).flatMap((card) => (left-- > 0 ? [{ card, depth, because: below(card.id, depth + 1, new Set([...way, card.id])) }] : []))
  }
  return below(cardId, 1, new Set([cardId]))
}

/** What this card is a reason for. */
export function reasonFor(board: BoardState, cardId: string): readonly Card[] {
  return linksFrom({ board }, cardId).filter(({ type }) => type === 'because').map(({ to }) => board.cards.get(to)).filter(standing)
}
