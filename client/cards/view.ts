// What a footer, a name or a reason may look at: one card among the facts and judgements of its board. Indexes are made
// once for each table of the board, so that drawing one card never scans the others.
import type { Attestation, BoardState, Card, Link, Person } from '../../shared/board/records.ts'
import type { Table } from '../../shared/board/table.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'
import { words } from './words.ts'

export interface CardView { readonly card: Card; readonly board: BoardState; readonly judgements: Judgements }

function grouped<V>(table: Table<V>, keyOf: (value: V) => string): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>()
  for (const value of table.values()) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

const answersByCard = new WeakMap<Table<Attestation>, ReadonlyMap<string, readonly Attestation[]>>()
const linksByTarget = new WeakMap<Table<Link>, ReadonlyMap<string, readonly Link[]>>()
const linksBySource = new WeakMap<Table<Link>, ReadonlyMap<string, readonly Link[]>>()

function indexed<V>(cache: WeakMap<Table<V>, ReadonlyMap<string, readonly V[]>>, table: Table<V>, keyOf: (value: V) => string): ReadonlyMap<string, readonly V[]> {
  let index = cache.get(table)
  if (index === undefined) {
    index = grouped(table, keyOf)
    cache.set(table, index)
  }
  return index
}

export function answersOn({ board }: Pick<CardView, 'board'>, cardId: string): readonly Attestation[] {
  return indexed(answersByCard, board.attestations, (answer) => answer.card).get(cardId) ?? []
}

export function linksTo({ board }: Pick<CardView, 'board'>, cardId: string): readonly Link[] {
  return indexed(linksByTarget, board.links, (link) => link.to).get(cardId) ?? []
}

export function linksFrom({ board }: Pick<CardView, 'board'>, cardId: string): readonly Link[] {
  return indexed(linksBySource, board.links, (link) => link.from).get(cardId) ?? []
}

const shortNames = new WeakMap<Table<Person>, ReadonlyMap<string, string>>()

function firstWord(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? ''
}

/** First names; the whole name where two people on the board share a first name. */
function shortNamesOf(people: Table<Person>): ReadonlyMap<string, string> {
  const known = shortNames.get(people)
  if (known !== undefined) return known
  const all = [...people.values()]
  const count = new Map<string, number>()
  for (const person of all) count.set(firstWord(person.name), (count.get(firstWord(person.name)) ?? 0) + 1)
  const short = new Map(all.map((person) => [person.id, count.get(firstWord(person.name)) === 1 ? firstWord(person.name) : person.name]))
  shortNames.set(people, short)
  return short
}

/** "Mara"; "" for nobody, "Somebody" for a person that the board does not know. */
export function personName({ board }: Pick<CardView, 'board'>, id: string | undefined): string {
  if (id === undefined) return ''
  return shortNamesOf(board.people).get(id) ?? words.somebody
}

export function teamName({ board }: Pick<CardView, 'board'>, id: string | undefined): string {
  if (id === undefined || id === '') return ''
  return board.teams.get(id)?.name ?? words.aTeam
}

/** Who keeps the card: its owner, else who wrote it. */
export function keeperName(view: CardView): string {
  return personName(view, view.card.fields.owner ?? view.card.author)
}
