// Decisions and proposals: what the stances of the people make of them. Stances do not expire by age;
// they lapse when the wording changes.
import type { BoardRecord, BoardState, Card } from '../board/records.ts'
import { answersOf, speaksForTeam, type Answers, type Given } from './attestations.ts'
import { CLOCK_TOLERANCE_MS, instantOf, nextOf } from './instants.ts'
import { STANCES, type DecisionJudgement, type DecisionState, type Stance } from './judgements.ts'
import type { Timed } from './memo.ts'
import { statementOf, words } from './statement.ts'

/** `said`: as it is stored, with its reason. */
export interface StanceRecord extends Given { readonly stance: Stance; readonly at: number | undefined; readonly said: BoardRecord }

/** The more cautious of two stances of one person counts. */
export const CAUTION: Readonly<Record<Stance, number>> = { block: 4, disagree_commit: 3, concerns: 2, pass: 1, agree: 0 }

/** A stored stance; undefined when it is malformed or of a newer version. */
function stanceOf(record: BoardRecord): StanceRecord | undefined {
  const { id, person, team, basis, seq, at } = record
  const stance = STANCES.find((known) => known === record['stance'])
  if (stance === undefined || typeof person !== 'string' || typeof basis !== 'string') return undefined
  return { id, person, team: typeof team === 'string' ? team : '', basis, seq: typeof seq === 'number' ? seq : 0, stance, at: instantOf(at), said: record }
}

/** Who stands where on these words, and who took a stance on earlier ones. */
export function stancesOf(records: readonly BoardRecord[], people: BoardState['people'], statement: string): Answers<StanceRecord> {
  const stances = records.map(stanceOf).filter((stance) => stance !== undefined)
  return answersOf(stances, people, statement, { caution: ({ stance }) => CAUTION[stance], warns: ({ stance }) => stance === 'block' })
}

const SETTLED: ReadonlySet<DecisionState> = new Set<DecisionState>(['agreed', 'agreed_with_concerns', 'committed_with_dissent', 'directed', 'directed_over_block'])

/** True when it is decided, however much dissent is on record, and not due for review. */
export function isSettled(state: DecisionState): boolean {
  return SETTLED.has(state)
}

/** `unexamined`: the decision rests on no stated assumption. */
export function decisionOf(state: BoardState, cardId: string, records: readonly BoardRecord[], teams: readonly string[], unexamined: boolean, now: number): Timed<DecisionJudgement> {
  const card = state.cards.get(cardId)
  if (card === undefined || card.deleted || card.retired) {
    const is = card === undefined || card.deleted ? 'absent' : 'retired'
    return { value: { state: is, notHeard: [], heardOnEarlierText: [], tally: tallyOf([]), unexamined }, until: Infinity }
  }
  const answers = stancesOf(records, state.people, statementOf(card))
  const notHeard = silent(state, teams, answers.current)
  const earlier = new Set(answers.earlier.filter((stance) => speaksForTeam(stance, state.people)).map((stance) => stance.team))
  const is = stateOf(card, answers, notHeard)
  const review = reviewOf(card, is, answers.current, now)
  const value: DecisionJudgement = {
    state: review.due ? 'review_due' : is,
    notHeard,
    heardOnEarlierText: notHeard.filter((team) => earlier.has(team)),
    tally: tallyOf(answers.current),
    unexamined,
  }
  return { value, until: review.until }
}

function silent(state: BoardState, teams: readonly string[], current: readonly StanceRecord[]): string[] {
  const heard = new Set(current.filter((stance) => speaksForTeam(stance, state.people)).map((stance) => stance.team))
  return teams.filter((team) => !heard.has(team))
}

function tallyOf(current: readonly StanceRecord[]): DecisionJudgement['tally'] {
  const people = (stance: Stance): string[] => current.filter((record) => record.stance === stance).map((record) => record.person).sort()
  return { agree: people('agree'), concerns: people('concerns'), disagree_commit: people('disagree_commit'), block: people('block'), pass: people('pass') }
}

/** The first that fits, before the review date is looked at. */
function stateOf(card: Card, { current }: Answers<StanceRecord>, notHeard: readonly string[]): DecisionState {
  const any = (stance: Stance): boolean => current.some((record) => record.stance === stance)
  if (isDirected(card, current)) return any('block') ? 'directed_over_block' : 'directed'
  if (any('block')) return 'blocked'
  if (notHeard.length > 0) return 'open'
  if (any('disagree_commit')) return 'committed_with_dissent'
  if (any('concerns')) return 'agreed_with_concerns'
  return any('agree') ? 'agreed' : 'open'
}

/** A directive holds when its named decider agrees on this wording and has given a rationale. */
function isDirected({ fields }: Card, current: readonly StanceRecord[]): boolean {
  if (fields['mode'] !== 'directive' || words(fields['rationale']) === '') return false
  return current.some(({ person, stance }) => person === fields['decider'] && stance === 'agree')
}

/** A settled decision is due for review from its review date until somebody answers again. */
function reviewOf(card: Card, is: DecisionState, current: readonly StanceRecord[], now: number): { due: boolean; until: number } {
  const review = instantOf(card.fields.reviewBy)
  if (review === undefined || is === 'open' || is === 'blocked') return { due: false, until: Infinity }
  const since = current.map((stance) => stance.at).filter((at) => at !== undefined && at >= review) as number[]
  const answered = since.some((at) => at <= now + CLOCK_TOLERANCE_MS)
  return { due: now >= review && !answered, until: nextOf(now, [review, ...since.map((at) => at - CLOCK_TOLERANCE_MS)]) }
}
