// Understanding: what each person of a round said a goal is, in their own words. The machine tells how far apart the words
// are and whose to hear first; what they mean, and how many meanings there are, people say. Before the round is revealed
// nothing but counts is told.
import type { BoardRecord, BoardState, Person } from '../board/records.ts'
import type { Table } from '../board/table.ts'
import type { BoardIndex } from './board-index.ts'
import { instantOf } from './instants.ts'
import { ROUND_SLOTS, type RevealedRound, type RoundSlot, type UnderstandingJudgement } from './judgements.ts'
import { numbersThatDiffer } from './quantities.ts'
import { speaker } from './selves.ts'
import { statementOf } from './statement.ts'
import { comparedText, furthest, spreadOf, wordingOf } from './wording.ts'

/** Comparing all with all costs the square of their number; of more, as many that lie evenly among them. */
const MOST_COMPARED = 100

export interface Restatement { readonly id: string; readonly person: string; readonly seq: number; readonly slots: Readonly<Record<RoundSlot, string>> }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Each person's last word among the records of one round, in the order of their ids. */
export function lastWords(records: readonly BoardRecord[], people: Table<Person>): Restatement[] {
  const last = new Map<string, Restatement>()
  for (const record of records) {
    if (typeof record['person'] !== 'string') continue
    const slots = Object.fromEntries(ROUND_SLOTS.map((slot) => [slot, textOf(record[slot])])) as Restatement['slots']
    const said = { id: record.id, person: speaker(people, record['person']), seq: typeof record['seq'] === 'number' ? record['seq'] : 0, slots }
    const other = last.get(said.person)
    if (other === undefined || said.seq > other.seq || (said.seq === other.seq && said.id < other.id)) last.set(said.person, said)
  }
  return [...last.values()].sort((a, b) => (a.person < b.person ? -1 : 1))
}

/** Invited, still on the board, and silent. */
function waitingFor(round: BoardRecord | undefined, answers: readonly Restatement[], people: Table<Person>): string[] {
  const invited: unknown = round?.['invited']
  const heard = new Set(answers.map(({ person }) => person))
  const wanted = (Array.isArray(invited) ? invited : []).filter((person): person is string => typeof person === 'string')
  return [...new Set(wanted.map((person) => speaker(people, person)))].filter((person) => !heard.has(person) && people.get(person)?.removed !== true).sort()
}

/** The wording that the round was opened on; a round that does not keep it can only tell that somebody edited since. */
function textChanged({ cards }: BoardState, round: BoardRecord): boolean {
  const goal = cards.get(textOf(round['goal']))
  if (goal === undefined) return true
  if (typeof round['basis'] === 'string') return round['basis'] !== statementOf(goal)
  const [opened, edited] = [instantOf(round['opened']), instantOf(goal.editedAt)]
  return opened !== undefined && edited !== undefined && edited > opened
}

function meaningsIn(round: BoardRecord, answers: readonly Restatement[]): number | null {
  const groups: unknown = round['groups']
  if (typeof groups !== 'object' || groups === null) return null
  const piles = new Map(Object.entries(groups))
  const made = new Set(answers.map(({ id }) => textOf(piles.get(id))).filter((pile) => pile !== ''))
  return made.size === 0 ? null : made.size
}

function evenly<T>(all: readonly T[]): readonly T[] {
  return all.length <= MOST_COMPARED ? all : Array.from({ length: MOST_COMPARED }, (_, at) => all[Math.floor((at * all.length) / MOST_COMPARED)]).filter((one) => one !== undefined)
}

function comparison(answers: readonly Restatement[]): Pick<RevealedRound, 'spread' | 'slots' | 'numbersDiffer' | 'startWith'> {
  const compared = evenly(answers)
  const whole = compared.map(({ slots }) => wordingOf(ROUND_SLOTS.map((slot) => slots[slot]).join(' ')))
  const slots = ROUND_SLOTS.map((slot) => [slot, {
    spread: spreadOf(compared.map((answer) => wordingOf(answer.slots[slot]))),
    empty: answers.filter((answer) => comparedText(answer.slots[slot]) === '').length,
  }] as const)
  return {
    spread: spreadOf(whole),
    slots: Object.fromEntries(slots) as RevealedRound['slots'],
    numbersDiffer: numbersThatDiffer(answers.map(({ slots: { measure } }) => measure)),
    startWith: compared[furthest(whole) ?? -1]?.person ?? null,
  }
}

/** Of a round; one that is not known is blind and nobody answered. */
export function understandingOf(index: BoardIndex, roundId: string): UnderstandingJudgement {
  const { state } = index
  const round = state.records.rounds.get(roundId)
  const answers = lastWords(index.restatementsOf(roundId), state.people)
  const counts = { submitted: answers.length, waiting: waitingFor(round, answers, state.people) }
  if (round?.['revealed'] !== true) return { phase: 'blind', ...counts }
  return { phase: 'revealed', ...counts, ...comparison(answers), meanings: meaningsIn(round, answers), textChangedSinceRound: textChanged(state, round) }
}
