// Empathy: has a team said what it believes about another, and what did that other team reply? A reply is bound to the
// text that it was given on, and only the described team gives one. Of several beliefs about one team, the most doubtful
// word stands.
import type { BoardRecord, BoardState, Person } from '../board/records.ts'
import type { Table } from '../board/table.ts'
import { answersOf, speaksForTeam, type Given } from './attestations.ts'
import type { BoardIndex } from './board-index.ts'
import { perceptionBasis } from './contract.ts'
import { group } from './groups.ts'
import type { EmpathyWord } from './judgements.ts'
import { speaker } from './selves.ts'

/** What a team says of what another team says about it. */
export const REPLIES = ['right', 'partly', 'wrong'] as const
interface Reply extends Given { readonly verdict: (typeof REPLIES)[number] }

/** Of two replies of one person the more doubtful counts. */
const WEIGHTS = { caution: ({ verdict }: Reply): number => REPLIES.indexOf(verdict), warns: ({ verdict }: Reply): boolean => verdict !== 'right' }

/** The teams of the board, as they are asked about each other. */
export function teamPairs({ teams }: BoardState): { readonly by: string; readonly about: string }[] {
  const ids = [...teams.values()].filter((team) => team.removed !== true).map(({ id }) => id).sort()
  return ids.flatMap((by) => ids.filter((about) => about !== by).map((about) => ({ by, about })))
}

function replyOf(record: BoardRecord, about: string): Reply | undefined {
  const { id, person, basis, seq } = record
  const verdict = REPLIES.find((known) => known === record['verdict'])
  if (verdict === undefined || typeof person !== 'string') return undefined
  return { id, person, team: about, verdict, basis: typeof basis === 'string' ? perceptionBasis(basis) : '', seq: typeof seq === 'number' ? seq : 0 }
}

interface Belief { readonly text: string; readonly perceptions: readonly BoardRecord[] }

/** What the team says now: each person's last sentence about the other, as long as it says something. */
function beliefs(records: readonly BoardRecord[], people: Table<Person>): Belief[] {
  const byWriter = new Map<string, BoardRecord[]>()
  for (const record of records) {
    const writer = typeof record['person'] === 'string' ? speaker(people, record['person']) : ''
    if (people.get(writer)?.role !== 'guest') group(byWriter, writer, record)
  }
  return [...byWriter.values()].map((perceptions) => ({ text: textOf(perceptions.reduce(later)), perceptions })).filter(({ text }) => text !== '')
}

function later(a: BoardRecord, b: BoardRecord): BoardRecord {
  const [first, second] = [a, b].map(({ seq }) => (typeof seq === 'number' ? seq : 0)) as [number, number]
  if (first !== second) return first > second ? a : b
  return a.id <= b.id ? a : b
}

function textOf({ text }: BoardRecord): string {
  return typeof text === 'string' ? perceptionBasis(text) : ''
}

function wordFor(text: string, replies: readonly Reply[], people: Table<Person>): EmpathyWord {
  const { current, earlier } = answersOf(replies, people, text, WEIGHTS)
  const said = new Set(current.filter((reply) => speaksForTeam(reply, people)).map(({ verdict }) => verdict))
  if (said.has('wrong')) return 'wrong'
  if (said.has('partly')) return 'partly'
  if (said.has('right')) return 'verified'
  return earlier.some((reply) => speaksForTeam(reply, people)) ? 'reopened' : 'stated'
}

/** The more doubtful, the later. */
const DOUBT: readonly EmpathyWord[] = ['verified', 'stated', 'reopened', 'partly', 'wrong']

export function empathyOf(index: BoardIndex, by: string, about: string): EmpathyWord {
  const { people } = index.state
  const judged = beliefs(index.perceptionsOf(by, about), people).map(({ text, perceptions }) => {
    const replies = perceptions.flatMap(({ id }) => index.repliesTo(id)).map((record) => replyOf(record, about))
    return wordFor(text, replies.filter((reply) => reply !== undefined), people)
  })
  return judged.sort((a, b) => DOUBT.indexOf(a) - DOUBT.indexOf(b)).at(-1) ?? 'none'
}
