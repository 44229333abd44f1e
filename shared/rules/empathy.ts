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
export interface Reply extends Given { readonly verdict: (typeof REPLIES)[number] }

/** What one person of a team wrote about another team, and what that team said to it. */
export interface Belief {
  /** '' of a file that names nobody. */
  readonly writer: string
  /** Their last sentence. */
  readonly said: BoardRecord
  readonly word: EmpathyWord
  /** Of each who speaks for the described team: on these words, and on earlier ones of those who said nothing to these. */
  readonly current: readonly Reply[]
  readonly earlier: readonly Reply[]
}

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

/** Each person's last sentence about the other team, as long as it says something; with all that they wrote before. */
function sentences(records: readonly BoardRecord[], people: Table<Person>): { readonly writer: string; readonly said: BoardRecord; readonly all: readonly BoardRecord[] }[] {
  const byWriter = new Map<string, BoardRecord[]>()
  for (const record of records) {
    const writer = typeof record['person'] === 'string' ? speaker(people, record['person']) : ''
    if (people.get(writer)?.role !== 'guest') group(byWriter, writer, record)
  }
  return [...byWriter].map(([writer, all]) => ({ writer, said: all.reduce(later), all })).filter(({ said }) => textOf(said) !== '')
}

function later(a: BoardRecord, b: BoardRecord): BoardRecord {
  const [first, second] = [a, b].map(({ seq }) => (typeof seq === 'number' ? seq : 0)) as [number, number]
  if (first !== second) return first > second ? a : b
  return a.id <= b.id ? a : b
}

function textOf({ text }: BoardRecord): string {
  return typeof text === 'string' ? perceptionBasis(text) : ''
}

function wordFor(current: readonly Reply[], earlier: readonly Reply[]): EmpathyWord {
  const said = new Set(current.map(({ verdict }) => verdict))
  if (said.has('wrong')) return 'wrong'
  if (said.has('partly')) return 'partly'
  if (said.has('right')) return 'verified'
  return earlier.length > 0 ? 'reopened' : 'stated'
}

/** What people of one team believe of another: `perceptions` of the one about the other, and what was replied to each. */
export function beliefsAbout(about: string, perceptions: readonly BoardRecord[], repliesTo: (perceptionId: string) => readonly BoardRecord[], people: Table<Person>): readonly Belief[] {
  return sentences(perceptions, people).map(({ writer, said, all }) => {
    const replies = all.flatMap(({ id }) => repliesTo(id)).map((record) => replyOf(record, about)).filter((reply) => reply !== undefined)
    const heard = answersOf(replies, people, textOf(said), WEIGHTS)
    const [current, earlier] = [heard.current, heard.earlier].map((given) => given.filter((reply) => speaksForTeam(reply, people))) as [Reply[], Reply[]]
    return { writer, said, word: wordFor(current, earlier), current, earlier }
  })
}

/** The more doubtful, the later. */
const DOUBT: readonly EmpathyWord[] = ['verified', 'stated', 'reopened', 'partly', 'wrong']

/** Of several beliefs about one team. */
export function mostDoubtful(beliefs: readonly Pick<Belief, 'word'>[]): EmpathyWord {
  return beliefs.map(({ word }) => word).sort((a, b) => DOUBT.indexOf(a) - DOUBT.indexOf(b)).at(-1) ?? 'none'
}

export function empathyOf(index: BoardIndex, by: string, about: string): EmpathyWord {
  return mostDoubtful(beliefsAbout(about, index.perceptionsOf(by, about), (id) => index.repliesTo(id), index.state.people))
}
