// What each team wrote about each other one, with what came back, arranged to be shown. The rules judge (empathy.ts);
// this only groups. Made anew when teams, people, words or replies changed, and from what was written, never from all
// pairs there could be.
import type { BoardRecord, BoardState, Team } from '../../../shared/board/records.ts'
import type { Reply as Verdict } from '../../../shared/protocol/said.ts'
import { beliefsAbout, mostDoubtful, type Reply } from '../../../shared/rules/empathy.ts'
import type { EmpathyWord } from '../../../shared/rules/judgements.ts'
import { byName } from '../../language/lists.ts'
import type { Look } from '../../ui/looks.ts'

export interface ReplyShown { readonly id: string; readonly person: string; readonly verdict: Verdict; readonly note: string; readonly at: string }

export interface BeliefShown {
  /** Of the record that holds the words. */
  readonly id: string
  readonly person: string
  readonly text: string
  readonly at: string
  readonly word: EmpathyWord
  readonly replies: readonly ReplyShown[]
  /** To earlier words, of those who said nothing to these. */
  readonly earlier: readonly ReplyShown[]
}

export interface Pair { readonly by: Team; readonly about: Team; readonly word: EmpathyWord; readonly beliefs: readonly BeliefShown[] }

const textOf = (record: BoardRecord | undefined, field: string): string => (typeof record?.[field] === 'string' ? record[field] : '')
const keyOf = (by: string, about: string): string => `${by}>${about}`
const NOTHING: readonly BeliefShown[] = []

/** Only doubt has a colour: what they say is right is plain, and silence is pale. */
const LOOKS: Readonly<Partial<Record<EmpathyWord, Look>>> = { stated: 'unconfirmed', partly: 'unconfirmed', reopened: 'stale', wrong: 'disputed' }

export function lookOfEmpathy(word: EmpathyWord): Look | undefined {
  return LOOKS[word]
}

export class Pairs {
  /** By name. */
  readonly teams: readonly Team[]
  readonly #board: Pick<BoardState, 'teams' | 'people' | 'records'>
  readonly #written: ReadonlyMap<string, readonly BeliefShown[]>

  constructor(board: Pick<BoardState, 'teams' | 'people' | 'records'>) {
    this.#board = board
    this.teams = [...board.teams.values()].filter(({ removed }) => removed !== true).sort((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1))
    this.#written = this.#read()
  }

  /** Whether it still says what these facts say. */
  isOf({ teams, people, records: { perceptions, perceptionReplies } }: BoardState): boolean {
    const { records } = this.#board
    return teams === this.#board.teams && people === this.#board.people && perceptions === records.perceptions && perceptionReplies === records.perceptionReplies
  }

  of(by: Team, about: Team): Pair {
    const beliefs = this.#written.get(keyOf(by.id, about.id)) ?? NOTHING
    return { by, about, word: mostDoubtful(beliefs), beliefs }
  }

  /** What the others wrote about it, and what it wrote about the others. */
  around(team: Team): { readonly about: readonly Pair[]; readonly by: readonly Pair[] } {
    const others = this.teams.filter(({ id }) => id !== team.id)
    return { about: others.map((other) => this.of(other, team)), by: others.map((other) => this.of(team, other)) }
  }

  /** How many pairs a team has words in, as the one that writes or is written about. */
  heardOf(team: string): number {
    return [...this.#written.keys()].filter((key) => key.startsWith(`${team}>`) || key.endsWith(`>${team}`)).length
  }

  #read(): ReadonlyMap<string, readonly BeliefShown[]> {
    const { people, records: { perceptions, perceptionReplies } } = this.#board
    const replies = Map.groupBy(perceptionReplies.values(), (record) => textOf(record, 'perception'))
    const here = new Set(this.teams.map(({ id }) => id))
    const pairs = new Map<string, readonly BeliefShown[]>()
    for (const records of Map.groupBy(perceptions.values(), (record) => keyOf(textOf(record, 'by'), textOf(record, 'about'))).values()) {
      const [by, about] = [textOf(records[0], 'by'), textOf(records[0], 'about')]
      if (by === about || !here.has(by) || !here.has(about)) continue
      const beliefs = beliefsAbout(about, records, (id) => replies.get(id) ?? [], people)
        .map(({ writer, said, word, current, earlier }) => ({ id: said.id, person: writer, text: textOf(said, 'text'), at: textOf(said, 'at'), word, replies: current.map((one) => this.#shown(one)).sort(latest), earlier: earlier.map((one) => this.#shown(one)).sort(latest) }))
      if (beliefs.length > 0) pairs.set(keyOf(by, about), beliefs.sort(latest))
    }
    return pairs
  }

  #shown({ id, person, verdict }: Reply): ReplyShown {
    const record = this.#board.records.perceptionReplies.get(id)
    return { id, person, verdict, note: textOf(record, 'note'), at: textOf(record, 'at') }
  }
}

function latest(a: { readonly at: string; readonly id: string }, b: { readonly at: string; readonly id: string }): number {
  return b.at.localeCompare(a.at) || (a.id < b.id ? -1 : 1)
}
