// Trades: is what one team offers another worth something to that other team? Told by reference to a metric that the
// partner has listed as its currency; no text is guessed at. The first thing that is missing is named.
import type { BoardState } from '../board/records.ts'
import type { TradeWord } from './judgements.ts'
import { words } from './statement.ts'

/** Of a tradeoff card. It reads the card and its partner team, nothing else. */
export function tradeOf({ cards, teams }: BoardState, cardId: string): TradeWord {
  const fields = cards.get(cardId)?.fields ?? {}
  const partner = typeof fields['toTeam'] === 'string' && fields['toTeam'] !== fields.team ? teams.get(fields['toTeam']) : undefined
  if (partner === undefined || partner.removed === true) return 'no_partner'
  if (words(fields['give']) === '') return 'no_give'
  const currency = partner.currency ?? []
  if (currency.length === 0) return 'currency_unknown'
  return currency.some(({ id }) => id === fields['giveMetric']) ? 'in_their_currency' : 'not_in_their_currency'
}
