// "An assumption that has not been confirmed yet": the ten states in their order, the reasons and the
// seats. Where a tie, a merge or a missing field leaves a choice, the mark is shown (rule 0).
import { EVIDENCE_KINDS, type Attestation, type BoardState, type Card } from '../board/records.ts'
import { verdictsOf, speaksForTeam } from './attestations.ts'
import { needsEvidence, quorumOf, validMs } from './choices.ts'
import type { Dependants } from './dependants.ts'
import { CLOCK_TOLERANCE_MS, instantOf, nextOf } from './instants.ts'
import type { AssumptionJudgement, AssumptionState, Seat } from './judgements.ts'
import type { Timed } from './memo.ts'
import { personBehind } from './selves.ts'
import { statementOf, words } from './statement.ts'

/** The answers by what they are worth now. All but `earlier` are on the current wording. */
interface Sorted {
  readonly confirmed: Attestation[]
  readonly expired: Attestation[]
  /** Confirmations without a date, or dated too far ahead: they do not count. */
  readonly clock: Attestation[]
  readonly refuted: Attestation[]
  readonly doubts: Attestation[]
  readonly earlier: readonly Attestation[]
  /** The next instant at which time alone moves an answer from one list to another. */
  readonly until: number
}

const NOTHING: Omit<AssumptionJudgement, 'state'> = { marked: false, reasons: [], seats: {} }
const UNMARKED = new Set<AssumptionState>(['absent', 'retired', 'refuted', 'confirmed'])

export function assumptionOf(state: BoardState, cardId: string, records: readonly Attestation[], dependants: Dependants, now: number): Timed<AssumptionJudgement> {
  const card = state.cards.get(cardId)
  if (card === undefined || card.deleted) return { value: { state: 'absent', ...NOTHING }, until: Infinity }
  if (card.retired) return { value: { state: 'retired', ...NOTHING }, until: Infinity }
  const answers = sorted(state, card, records, now)
  const lacks = (confirmations: readonly Attestation[]): string[] => lacking(state, card, dependants, confirmations)
  const is = stateOf(answers, lacks)
  const value: AssumptionJudgement = {
    state: is,
    marked: !UNMARKED.has(is),
    reasons: [...(is === 'refuted' ? [] : lacks(answers.confirmed)), ...heard(answers)].sort(),
    seats: seatsOf(state, dependants.teams, answers),
  }
  return { value, until: answers.until }
}

function sorted(state: BoardState, card: Card, records: readonly Attestation[], now: number): Sorted {
  const { current, earlier } = verdictsOf(records, state.people, statementOf(card))
  const lists = { confirmed: [] as Attestation[], expired: [] as Attestation[], clock: [] as Attestation[] }
  const instants: (number | undefined)[] = []
  for (const answer of current) {
    if (answer.verdict !== 'confirm') continue
    const given = instantOf(answer.at)
    if (given === undefined || given > now + CLOCK_TOLERANCE_MS) {
      lists.clock.push(answer)
      instants.push(given === undefined ? undefined : given - CLOCK_TOLERANCE_MS)
      continue
    }
    const end = endOf(card, state, given)
    lists[now < end ? 'confirmed' : 'expired'].push(answer)
    instants.push(end)
  }
  return {
    ...lists,
    refuted: current.filter((answer) => answer.verdict === 'refute'),
    doubts: current.filter((answer) => answer.verdict === 'unsure'),
    earlier,
    until: nextOf(now, instants),
  }
}

/** The instant at which a confirmation given then is expired: by age, or at a review date that came after it. */
function endOf(card: Card, state: BoardState, given: number): number {
  const review = instantOf(card.fields.reviewBy)
  return Math.min(given + validMs(card, state.settings), review !== undefined && given < review ? review : Infinity)
}

/** What these confirmations still lack to confirm the card, as reasons; none means that they do. */
function lacking(state: BoardState, card: Card, dependants: Dependants, confirmations: readonly Attestation[]): string[] {
  const lacks: string[] = []
  const filled = new Set(confirmations.filter((answer) => speaksForTeam(answer, state.people)).map((answer) => answer.team))
  const empty = dependants.teams.filter((team) => !filled.has(team))
  const most = quorumOf(card, state.settings) === 'majority' && 2 * empty.length < dependants.teams.length
  if (!most) lacks.push(...empty.map((team) => `needs_team:${team}`))
  const writers = [card.author, card.editedBy].map((id) => personBehind(state.people, id))
  if (confirmations.every(({ person }) => writers.includes(personBehind(state.people, person)))) lacks.push('needs_other_than_author')
  if (needsEvidence(state.settings, dependants.loadBearing) && !confirmations.some(hasEvidence)) lacks.push('needs_evidence')
  return lacks
}

function hasEvidence({ evidence }: Attestation): boolean {
  const kind: unknown = evidence?.kind
  return kind !== 'opinion' && (EVIDENCE_KINDS as readonly unknown[]).includes(kind)
}

/** The first of states 3 to 10 that fits. */
function stateOf(answers: Sorted, lacks: (confirmations: readonly Attestation[]) => readonly string[]): AssumptionState {
  const { confirmed, expired, refuted, earlier } = answers
  if (refuted.length > 0) return confirmed.length > 0 ? 'contested' : 'refuted'
  if (lacks(confirmed).length === 0) return 'confirmed'
  const lasting = [...confirmed, ...expired]
  if (lacks(lasting).length === 0) return 'expired'
  if (lacks([...lasting, ...earlier.filter((answer) => answer.verdict === 'confirm')]).length === 0) return 'reopened'
  if (confirmed.length > 0) return 'partly'
  return earlier.length > 0 ? 'reopened' : 'unconfirmed'
}

function heard({ refuted, doubts, expired, clock, earlier }: Sorted): string[] {
  return [
    ...refuted.map(({ person, reason }) => `refuted_by:${person}${words(reason) === '' ? ':no_reason' : ''}`),
    ...doubts.map(({ person }) => `doubt:${person}`),
    ...expired.map(({ person }) => `expired:${person}`),
    ...clock.map(({ person }) => `clock:${person}`),
    ...earlier.map(({ person }) => `answered_earlier_text:${person}`),
  ]
}

/** The strongest thing that anyone said for each required team. */
function seatsOf(state: BoardState, teams: readonly string[], answers: Sorted): Readonly<Record<string, Seat>> {
  const order: readonly [Seat, readonly Attestation[]][] = [
    ['refuted', answers.refuted], ['confirmed', answers.confirmed], ['unsure', answers.doubts],
    ['expired', answers.expired], ['earlier_text', answers.earlier],
  ]
  const strongest = new Map<string, Seat>()
  for (const [seat, given] of order) {
    for (const answer of given) if (!strongest.has(answer.team) && speaksForTeam(answer, state.people)) strongest.set(answer.team, seat)
  }
  return Object.fromEntries(teams.map((team) => [team, strongest.get(team) ?? 'not_heard']))
}
