// A trade as it is shown: who offers whom what, the number of the partner's that it improves, and the four checks in the
// order in which the rules ask them. The rules say what is missing first; what comes after it was not asked.
import type { BoardState, Card, CurrencyMetric } from '../../../shared/board/records.ts'
import { TRADE_WORDS, type TradeWord } from '../../../shared/rules/judgements.ts'
import { metricSaid } from './currency.ts'
import { tradeWords as words } from './words.ts'

/** As in "Product ⇄ SRE"; a name that is not known is said in words. */
export interface Trade {
  readonly card: Card
  readonly word: TradeWord
  readonly from: string
  readonly to: string
  /** The id of the partner, when it is a team of the board. */
  readonly partner: string | undefined
  readonly give: string
  readonly get: string
  /** What the give improves, whosever number it is. */
  readonly metric: CurrencyMetric | undefined
}

export interface Check { readonly state: 'done' | 'missing' | 'later'; readonly text: string }

const textOf = ({ fields }: Card, field: string): string => (typeof fields[field] === 'string' ? fields[field].trim() : '')

/** What the rules name last stands last: each check holds once the word is a later one. */
const ORDER: readonly TradeWord[] = TRADE_WORDS

export function tradeShown({ teams }: BoardState, card: Card, word: TradeWord): Trade {
  const id = textOf(card, 'toTeam')
  const partner = id === card.fields.team ? undefined : teams.get(id)
  const wanted = textOf(card, 'giveMetric')
  const metric = wanted === '' ? undefined : [...(partner?.currency ?? []), ...[...teams.values()].flatMap(({ currency = [] }) => currency)].find((one) => one.id === wanted)
  return {
    card, word, metric,
    from: teams.get(card.fields.team ?? '')?.name ?? words.somebody,
    to: partner?.name ?? words.nobody,
    partner: partner === undefined || partner.removed === true ? undefined : partner.id,
    give: textOf(card, 'give'), get: textOf(card, 'get'),
  }
}

/** The four checks, in words: what is there, what is missing, what is asked after that. */
export function checksOf(trade: Trade): readonly Check[] {
  const { word, to, metric } = trade
  const said = metric === undefined ? '' : metricSaid(metric)
  const wrongMetric = metric === undefined ? words.noMetric(to) : words.otherMetric(metric.metric, to)
  const texts: readonly (readonly [done: string, missing: string, later: string])[] = [
    [words.partner(to), words.noPartner, words.noPartner],
    [words.give, words.noGive, words.give],
    [words.currency(to), words.noCurrency(to), words.anyCurrency],
    [words.metric(said, to), wrongMetric, words.anyMetric],
  ]
  const first = ORDER.indexOf(word)
  return texts.map(([done, missing, later], at) => (at < first ? { state: 'done', text: done } : at === first ? { state: 'missing', text: missing } : { state: 'later', text: later }))
}

/** What is missing first, as a sentence; that nothing is, otherwise. */
export function missingOf(trade: Trade): string {
  return checksOf(trade).find(({ state }) => state === 'missing')?.text ?? words.all(trade.to)
}

/** Trades that are on the board, those that lack something first. */
export function tradesOf(board: BoardState, wordOf: (cardId: string) => TradeWord): readonly Trade[] {
  const cards = [...board.cards.values()].filter(({ kind, deleted, retired }) => kind === 'tradeoff' && !deleted && !retired)
  return cards.map((card) => tradeShown(board, card, wordOf(card.id))).sort((a, b) => ORDER.indexOf(a.word) - ORDER.indexOf(b.word) || (a.card.id < b.card.id ? -1 : 1))
}
