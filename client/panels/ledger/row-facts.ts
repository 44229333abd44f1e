// What a row of the ledger says in its columns, as plain data: the same for the screen and for paper. Asked only for
// rows that are shown.
import type { Card } from '../../../shared/board/records.ts'
import { markOf, type FaceTile, type Mark } from '../../cards/face.ts'
import { KINDS } from '../../cards/kinds.ts'
import { restsOn } from '../../cards/name.ts'
import { reasonSentences } from '../../cards/reasons.ts'
import { shownTitle } from '../../cards/size.ts'
import { personName, type CardView } from '../../cards/view.ts'
import { tradeVerdicts, words as cardWords } from '../../cards/words.ts'
import { frameOf } from '../../commands/frame-facts.ts'
import { agoInWords, dayInWords, distanceInWords } from '../../language/dates.ts'
import { teamCodes } from '../../ui/names.ts'
import { wordDiff } from '../../ui/word-diff.ts'
import { agendaTextWords } from '../agenda/words.ts'
import { outcomeOf } from '../decisions/outcome.ts'
import { stanceTiles } from '../decisions/stance-tiles.ts'
import { linesSaying } from '../dependencies/line-saying.ts'
import { gapsOfCard } from '../gaps/gaps-of-card.ts'
import { commitmentSaying, goalSaying, goalWord } from '../goals/goal-facts.ts'
import { heardOn, teamOf, wordsOf } from '../heard.ts'
import { riskFacts, riskSaying, riskWord } from '../risks/risk-facts.ts'
import { missingOf, tradeShown } from '../teams/trades.ts'
import { isOn, marksOff } from '../changes/marks.ts'
import { changeWords } from '../changes/words.ts'
import { isDecided } from '../waiting.ts'
import { stepsOf, stepsSaying } from '../tiers/steps.ts'
import { rowWords } from './words.ts'

/** A day in two parts: what is said strongly, and what stands beside it. */
export interface When { readonly day: string; readonly rest: string; readonly due?: boolean }

export interface RowFacts {
  readonly card: Card
  readonly kind: string
  readonly title: string
  /** Assumptions only. */
  readonly mark: Mark | undefined
  /** "1 of 4" of an assumption, the status of any other kind. */
  readonly yes: string
  /** Who has to answer, or whose card it is. */
  readonly tiles: readonly (FaceTile & { readonly said?: string })[]
  readonly carries: number
  /** How many cards it rests on: read, not shown. */
  readonly rests: number
  readonly loadBearing: boolean
  /** "2 gaps"; '' for none. */
  readonly gaps: string
  readonly frame: string
  readonly when: When
}

export function factsOf(view: CardView): RowFacts {
  const { card, board, judgements } = view
  const mark = card.kind === 'assumption' ? markOf(view) : undefined
  const { team } = card.fields
  const own: readonly FaceTile[] = team === undefined || mark !== undefined ? [] : [{ team, code: teamCodes(board.teams).get(team) ?? '?', name: teamOf(board, team).name, stance: 'yes' }]
  const all = mark?.stances.length ?? 0
  const frame = frameOf(board, card)
  return {
    card, kind: KINDS[card.kind].label, title: shownTitle(card), mark,
    yes: mark === undefined ? wordOf(view) : all === 0 ? '' : rowWords.of(mark.stances.filter((stance) => stance === 'yes').length, all),
    tiles: mark?.tiles ?? (isDecided(card) && !card.retired && judgements.requiredTeams(card.id).length > 0 ? stanceTiles(view) : own),
    carries: card.kind === 'frame' ? 0 : judgements.carries(card.id).length,
    rests: restsOn(view),
    loadBearing: judgements.loadBearing(card.id),
    gaps: gapsInWords(view),
    frame: frame === undefined ? '' : shownTitle(frame),
    when: whenOf(view, mark),
  }
}

/** What stands where assumptions count their answers. */
function wordOf(view: CardView): string {
  const { card, judgements } = view
  if (card.kind === 'risk' && !card.retired) return riskWord({ judged: judgements.risk(card.id), status: judgements.status(card.id) })
  if (card.kind === 'tradeoff' && !card.retired) return tradeVerdicts[judgements.trade(card.id)]
  return card.kind === 'goal' && !card.retired ? goalWord(view) : cardWords.status(judgements.status(card.id))
}

function gapsInWords({ card, board, judgements }: CardView): string {
  const { length } = gapsOfCard(board, judgements, card.id)
  return length === 0 ? '' : agendaTextWords.gapCount(length)
}

function whenOf(view: CardView, mark: Mark | undefined): When {
  const { card, judgements: { now } } = view
  const state = mark === undefined ? undefined : view.judgements.assumption(card.id).state
  if (state === 'refuted') return { day: rowWords.refuted, rest: mark?.short ?? '' }
  if (state === 'reopened') return { day: rowWords.edited, rest: agoInWords(card.editedAt, now), due: true }
  const day = card.fields.reviewBy ?? card.fields.due
  if (state === 'expired') return { day: rowWords.due, rest: day === undefined ? '' : distanceInWords(day, now), due: true }
  return day === undefined ? { day: mark === undefined ? '' : rowWords.noDate, rest: '' } : { day: dayInWords(day, now), rest: distanceInWords(day, now) }
}

/** What a row says in full: what is particular to its kind, and a mark that went without an answer. */
export function sayingOf(view: CardView): string {
  const { card, board, judgements } = view
  const gone = marksOff({ board, judgements }, isOn(card.id)).find(({ fate }) => fate !== 'back')
  return [ownSaying(view), gone === undefined ? '' : changeWords.fact(gone.who, gone.did, gone.was)].filter((said) => said !== '').join(' ')
}

/** Who confirmed which words, who was asked and when; else why it stands as it does. */
function ownSaying(view: CardView): string {
  const { card, board, judgements } = view
  if (card.kind === 'proposal' && !card.retired && card.fields['tiers'] !== undefined) return stepsSaying(stepsOf(view, card))
  if (isDecided(card) && !card.retired) return outcomeOf(view)
  if (card.kind === 'risk' && !card.retired) return riskSaying(riskFacts(view))
  if (card.kind === 'goal' && !card.retired) return goalSaying(view)
  if (card.kind === 'commitment') return [commitmentSaying(view), linesSaying({ board, judgements }, card)].filter((said) => said !== '').join(' ')
  if (card.kind === 'tradeoff' && !card.retired) return missingOf(tradeShown(board, card, judgements.trade(card.id)))
  if (card.kind !== 'assumption' || card.retired) return linesSaying({ board, judgements }, card)
  const { seats, statement } = heardOn(board, judgements, card)
  const editor = personName(view, card.editedBy)
  const earlier = seats.flatMap(({ team, seat, answers }) => {
    const said = seat === 'earlier_text' ? answers.find(({ record }) => record.verdict === 'confirm') : undefined
    if (said === undefined) return []
    const was = removedWords(wordsOf(said.record.basis), wordsOf(statement))
    return [editor === '' ? rowWords.confirmedWas(team.name, was) : rowWords.confirmedBefore(team.name, was, editor)]
  })
  const asked = seats.filter(({ seat, asked: ask }) => seat === 'not_heard' && ask !== undefined)
  const [first] = asked
  const wait = first?.asked === undefined ? [] : [rowWords.asked(asked.filter((seat) => agoInWords(seat.asked?.at, judgements.now) === agoInWords(first.asked?.at, judgements.now)).map(({ team }) => team.name), agoInWords(first.asked.at, judgements.now))]
  const said = [...earlier, ...wait]
  return [...askedAgain(view), ...(said.length > 0 ? said : reasonSentences(view, judgements.assumption(card.id)).slice(1))].join(' ')
}

/** By what those who confirmed are asked again: the newest of it, and how many more. */
function askedAgain({ card, board, judgements }: CardView): string[] {
  const ids = [...new Set(judgements.prompts(card.id).flatMap(({ cards }) => cards))]
  const newest = ids.map((id) => board.cards.get(id)).filter((one) => one !== undefined).sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''))[0]
  return newest === undefined ? [] : [rowWords.askedAgain(shownTitle(newest), ids.length - 1)]
}

/** The words that are not there any more; all of them when words were only added. */
function removedWords(was: string, now: string): string {
  const removed = wordDiff(was, now).filter(({ kind }) => kind === 'removed').map(({ text }) => text.trim())
  const text = removed.length === 0 ? (was.split('\n')[0] ?? '') : removed.join(' … ')
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** Cards that still rest on one of these. */
export function restingOn(view: Pick<CardView, 'judgements'>, ids: readonly string[]): number {
  return new Set(ids.flatMap((id) => view.judgements.dependants(id))).size
}
