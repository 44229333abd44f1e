// The dependencies of a card for a row of the ledger: the most urgent state, and each line in a few words with its day.
// Pure, and in proportion to the lines of the card.
import type { BoardState, Card } from '../../../shared/board/records.ts'
import type { DependencyState, Judgements } from '../../../shared/rules/judgements.ts'
import { shownTitle } from '../../cards/size.ts'
import { linksFrom, linksTo } from '../../cards/view.ts'
import { lineWords } from '../../cards/words.ts'
import { isolated } from '../../language/isolated.ts'
import { dayInWords } from '../../language/dates.ts'
import { linesOfCard, type Line, type Seen } from './lines.ts'
import { sayingWords as words } from './words.ts'

/** What asks somebody for something first. */
export const BY_URGENCY: readonly DependencyState[] = ['removed', 'declined', 'problem', 'changed', 'need_changed', 'requested', 'unclear', 'unseen', 'soft', 'in_step', 'removed_acked', 'internal']

/** More of them are counted. */
const MOST = 3

/** The state that asks for most; undefined for a card without dependencies. */
export function urgentStateOf(board: BoardState, judgements: Judgements, cardId: string): DependencyState | undefined {
  let first: DependencyState | undefined
  for (const link of [...linksFrom({ board }, cardId), ...linksTo({ board }, cardId)]) {
    if (link.type !== 'depends_on') continue
    const { state } = judgements.dependency(link.id)
    if (state !== 'void' && (first === undefined || BY_URGENCY.indexOf(state) < BY_URGENCY.indexOf(first))) first = state
  }
  return first
}

function lineSaid(line: Line, card: Card, now: number): string {
  const { link, consumer, provider, judged: { state, slackDays } } = line
  const needs = consumer.id === card.id
  const when = link.needBy === undefined ? '' : words.by(dayInWords(link.needBy, now))
  const late = slackDays !== null && slackDays < 0 ? words.late(-slackDays) : ''
  return (needs ? words.needs : words.neededBy)(isolated(shownTitle(needs ? provider : consumer)), [lineWords[state].toLocaleLowerCase(), when, late].filter((part) => part !== ''))
}

export function linesSaying(seen: Seen, card: Card): string {
  const lines = linesOfCard(seen, card.id)
  const said = lines.slice(0, MOST).map((line) => lineSaid(line, card, seen.judgements.now))
  return [...said, lines.length > MOST ? words.more(lines.length - MOST) : ''].filter((part) => part !== '').join(' ')
}
