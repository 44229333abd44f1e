// A board at a glance: how many assumptions are in which state, and a few of its cards as rectangles, for a list of
// boards. Made of facts and judgements; knows no room and no request.
import type { BoardState, Card } from '../../shared/board/records.ts'
import type { BoardGlance, GlanceCard } from '../../shared/protocol/http.ts'
import { judge } from '../../shared/rules/judge.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'

/** A glance, and the instant (ms) up to which time alone changes nothing in it. */
export interface TimedGlance { readonly glance: BoardGlance; readonly until: number }

/** More cannot be told apart in the size of a stamp. */
const MOST_CARDS = 40
const WIDTH = 216
/** Without measuring text: a card of two lines, and what each further line takes. */
const HEIGHT = 98
const LINE = 20
const CHARS_PER_LINE = 28
const MOST_LINES = 5

function isShown({ kind, deleted }: Card): boolean {
  return !deleted && kind !== 'frame' && kind !== 'text' && kind !== 'ink'
}

/** So many of them that lie evenly over the board, read from the top. */
function spread(cards: readonly Card[]): readonly Card[] {
  if (cards.length <= MOST_CARDS) return cards
  return Array.from({ length: MOST_CARDS }, (_, at) => cards[Math.floor((at * cards.length) / MOST_CARDS)]).filter((card) => card !== undefined)
}

function rectangle(card: Card, judgements: Judgements): GlanceCard {
  const lines = Math.min(MOST_LINES, Math.max(1, Math.ceil(card.title.length / CHARS_PER_LINE)))
  const { kind } = card
  return {
    x: Math.round(card.x), y: Math.round(card.y), w: Math.round(card.width ?? WIDTH), h: HEIGHT + (lines - 2) * LINE, kind,
    ...(kind === 'assumption' ? { state: judgements.assumption(card.id).state } : {}),
  }
}

export function glanceOf(board: BoardState, now: number): TimedGlance {
  const judgements = judge(board, now)
  const cards = [...board.cards.values()].filter(isShown).sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
  const states: Record<string, number> = {}
  for (const { id, kind } of cards) {
    if (kind !== 'assumption') continue
    const { state } = judgements.assumption(id)
    states[state] = (states[state] ?? 0) + 1
  }
  return { glance: { states, cards: spread(cards).map((card) => rectangle(card, judgements)) }, until: judgements.nextChangeAt() ?? Infinity }
}
