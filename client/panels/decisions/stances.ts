// Who stands where on a decision or a proposal, as rows to show: the asked teams with every standing stance, the most
// cautious one first, and the others. The rules say what counts (shared/rules); this only arranges it.
import type { BoardState, Card, Person } from '../../../shared/board/records.ts'
import { speaksForTeam } from '../../../shared/rules/attestations.ts'
import { CAUTION, isSettled, stancesOf, type StanceRecord } from '../../../shared/rules/decision.ts'
import { STANCES, type DecisionJudgement, type Judgements, type Stance } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { byName } from '../../language/lists.ts'
import type { Stance as TileLook } from '../../ui/looks.ts'
import type { Waiting, WaitingStance } from '../../session/shelf.ts'
import { lastAsk, teamOf, type TeamSeat } from '../heard.ts'
import { outcomeWords } from './words.ts'

/** One standing stance of a person. */
export interface Stood {
  readonly id: string
  readonly stance: Stance
  readonly person: string
  readonly name: string
  readonly team: string
  readonly basis: string
  readonly reason: string
  readonly at: string | undefined
  /** Taken on these very words. */
  readonly current: boolean
}

export interface StanceRow extends TeamSeat {
  /** The most cautious stance of the team on these words. */
  readonly stands: Stance | 'earlier' | 'quiet'
  readonly stances: readonly Stood[]
}

export interface StancesOnCard {
  readonly rows: readonly StanceRow[]
  /** Stances of teams that are not asked, and of people who changed teams. */
  readonly others: readonly Stood[]
  readonly all: readonly Stood[]
  readonly statement: string
  readonly judgement: DecisionJudgement
}

/** The words of the people who object come first: dissent is read before agreement. */
const ORDER: readonly StanceRow['stands'][] = ['block', 'disagree_commit', 'concerns', 'agree', 'pass', 'earlier', 'quiet']

const LOOKS: Readonly<Record<StanceRow['stands'], TileLook | ''>> = { block: 'no', disagree_commit: '', concerns: 'yes', agree: 'yes', pass: '', earlier: 'was', quiet: 'quiet' }

/** How the tile of a team looks that stands there; a team that passes, or carries what it would not do, has a plain one. */
export function lookOfStance(stands: StanceRow['stands']): TileLook | '' {
  return LOOKS[stands]
}

function stood({ id, stance, person, team, basis, said }: StanceRecord, people: BoardState['people'], current: boolean): Stood {
  const { reason, at } = said
  return { id, stance, person, name: nameOf(people.get(person)), team, basis, reason: typeof reason === 'string' ? reason : '', at: typeof at === 'string' ? at : undefined, current }
}

function nameOf(person: Person | undefined): string {
  return person === undefined || person.name === '' ? outcomeWords.somebody : person.name
}

export function stancesOnCard(board: BoardState, judgements: Judgements, card: Card): StancesOnCard {
  const statement = statementOf(card)
  const records = [...board.records.stances.values()].filter((record) => record['card'] === card.id)
  const { current, earlier } = stancesOf(records, board.people, statement)
  const seated = new Set<string>()
  const rows = judgements.requiredTeams(card.id).map((id): StanceRow => {
    const of = (all: readonly StanceRecord[], now: boolean): Stood[] => all.filter((one) => one.team === id && speaksForTeam(one, board.people)).map((one) => stood(one, board.people, now))
    const now = of(current, true).sort((a, b) => CAUTION[b.stance] - CAUTION[a.stance])
    const stances = [...now, ...of(earlier, false)]
    for (const one of stances) seated.add(one.id)
    return { team: teamOf(board, id), stands: now[0]?.stance ?? (stances.length > 0 ? 'earlier' : 'quiet'), stances, asked: lastAsk(board, card.id, id), explicit: card.fields.askTeams?.includes(id) === true }
  })
  const all = [...current.map((one) => stood(one, board.people, true)), ...earlier.map((one) => stood(one, board.people, false))]
  return {
    rows: rows.sort((a, b) => ORDER.indexOf(a.stands) - ORDER.indexOf(b.stands) || byName(a.team.name, b.team.name)),
    others: all.filter(({ id }) => !seated.has(id)).sort((a, b) => Number(b.current) - Number(a.current) || ORDER.indexOf(a.stance) - ORDER.indexOf(b.stance)),
    all, statement, judgement: judgements.decision(card.id),
  }
}

/** What this person stands by: on these words, or on earlier ones. */
export function stanceBy({ all }: Pick<StancesOnCard, 'all'>, person: string): Stood | undefined {
  return all.find((one) => one.person === person)
}

/** The stance of this person on the words that stand, without looking for its reason. */
export function standsNow({ tally }: DecisionJudgement, person: string): Stance | undefined {
  return STANCES.find((stance) => tally[stance].includes(person))
}

/** A stance of this person that the server does not have yet. */
export function waitingStance(outbox: readonly Waiting[], card: string, person: string | undefined): WaitingStance | undefined {
  return outbox.findLast((one): one is WaitingStance => one.root === 'stances' && one.card === card && one.person === person)
}

/** Whether it holds, however it came to be. */
export function holds({ state }: DecisionJudgement): boolean {
  return isSettled(state) || state === 'review_due'
}
