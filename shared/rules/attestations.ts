// The current answer of each person on a card: who counts, which record of several, and on which wording.
// The same for answers and for stances, which differ in their words and in what a withdrawal clears.
import type { Attestation, Person, Verdict } from '../board/records.ts'
import type { Table } from '../board/table.ts'
import { inOrderOfMerging, mergedAt, onlyWarns, speaker, unorderedUpTo } from './selves.ts'

/** What a record that somebody gave in their own name has at least. */
export interface Given { readonly id: string; readonly person: string; readonly team: string; readonly basis: string; readonly seq: number }

export interface Answers<R extends Given> {
  /** On the current wording, one for each person. */
  readonly current: readonly R[]
  /** The latest on an earlier wording, of people without a current one. */
  readonly earlier: readonly R[]
}

/** True when this person's answers count: on the member list, not removed, no guest. */
export function counts(person: Person | undefined): person is Person {
  return person !== undefined && person.removed !== true && person.role !== 'guest'
}

/** True when the record fills a seat of its team: they spoke for it and are still in it. */
export function speaksForTeam(record: Given, people: Table<Person>): boolean {
  return people.get(speaker(people, record.person))?.team === record.team
}

/** How answers of one sort are weighed against each other. */
export interface Weights<R> {
  readonly caution: (record: R) => number
  /** True for what still counts of an entry that was merged without its person's word. */
  readonly warns: (record: R) => boolean
}

/** Of two records of one self: the later one; of the same `seq` the more cautious, then the one with the smaller id. */
function later<R extends Given>(a: R, b: R, { caution }: Weights<R>): R {
  return a.seq === b.seq ? moreCautious(a, b, caution) : a.seq > b.seq ? a : b
}

function moreCautious<R extends Given>(a: R, b: R, caution: (record: R) => number): R {
  if (caution(a) !== caution(b)) return caution(a) > caution(b) ? a : b
  return a.id <= b.id ? a : b
}

/** Of what several selves of one person said: the later one, if the order is known, else the more cautious. */
function oneOf<R extends Given>(records: readonly R[], people: Table<Person>, weights: Weights<R>): R | undefined {
  const [first, ...others] = records.length > 1 ? inOrderOfMerging(people, records) : records
  return others.reduce((a, b) => (a !== undefined && Math.max(a.seq, b.seq) > unorderedUpTo(people, a.person, b.person) ? later(a, b, weights) : moreCautious(a ?? b, b, weights.caution)), first)
}

/** The records by the person whose they are, and of each self the latest. */
class Said<R extends Given> {
  readonly #of = new Map<string, Map<string, R>>()

  add(who: string, record: R, weights: Weights<R>): void {
    const selves = this.#of.get(who) ?? new Map<string, R>()
    const other = selves.get(record.person)
    this.#of.set(who, selves.set(record.person, other === undefined ? record : later(other, record, weights)))
  }

  has(who: string): boolean {
    return this.#of.has(who)
  }

  /** One record for each person, in that person's name. */
  all(people: Table<Person>, weights: Weights<R>): R[] {
    return Array.from(this.#of, ([who, selves]) => {
      const record = oneOf(Array.from(selves.values()), people, weights)
      return record === undefined || record.person === who ? record : { ...record, person: who }
    }).filter((record) => record !== undefined)
  }
}

export function answersOf<R extends Given>(records: Iterable<R>, people: Table<Person>, statement: string, weights: Weights<R>): Answers<R> {
  const current = new Said<R>()
  const earlier = new Said<R>()
  for (const record of records) {
    const who = speaker(people, record.person)
    if (!counts(people.get(who)) || (onlyWarns(people, record.person) && !weights.warns(record))) continue
    const found = record.basis === statement ? current : earlier
    found.add(who, record, weights)
  }
  return { current: current.all(people, weights), earlier: earlier.all(people, weights).filter(({ person }) => !current.has(person)) }
}

const CAUTION: Readonly<Record<string, number>> = { refute: 2, unsure: 1, confirm: 0 } satisfies Partial<Record<Verdict, number>>

/**
 * The answers of an assumption. A withdrawal clears the person's confirmations up to its own `seq` and their
 * refutations and doubts before it, whatever the wording; a verdict of a newer version is ignored. Of another self of
 * that person, before the two were known to be one, it clears confirmations only.
 */
export function verdictsOf(records: readonly Attestation[], people: Table<Person>, statement: string): Answers<Attestation> {
  const withdrawn = withdrawals(records, people)
  const standing = records.filter((record) => Object.hasOwn(CAUTION, record.verdict) && !isCleared(record, withdrawn.get(speaker(people, record.person)), people))
  return answersOf(standing, people, statement, { caution: (record) => CAUTION[record.verdict] ?? 0, warns: ({ verdict }) => verdict !== 'confirm' })
}

/** The highest number among the selves of a person, and the highest of the others than that one. */
interface Highest { readonly self: string; readonly first: number; readonly second: number }

/** What one person withdrew, and what that clears of their selves other than the one that withdrew. */
interface Withdrawn { readonly own: ReadonlyMap<string, number>; readonly confirmations: Highest; readonly warnings: Highest }

function highest(numbers: Iterable<readonly [self: string, number: number]>): Highest {
  let found: Highest = { self: '', first: -Infinity, second: -Infinity }
  for (const [self, number] of numbers) found = number > found.first ? { self, first: number, second: found.first } : { ...found, second: Math.max(found.second, number) }
  return found
}

const but = (self: string, { self: highestOf, first, second }: Highest): number => (self === highestOf ? second : first)

/** By the person in whose name they count; of each self the last one, which clears all that an earlier one clears. */
function withdrawals(records: readonly Attestation[], people: Table<Person>): ReadonlyMap<string, Withdrawn> {
  const byPerson = new Map<string, Map<string, number>>()
  for (const { verdict, person, seq } of records) {
    if (verdict !== 'withdraw') continue
    const who = speaker(people, person)
    const selves = byPerson.get(who) ?? new Map<string, number>()
    if (seq > (selves.get(person) ?? -Infinity)) byPerson.set(who, selves.set(person, seq))
  }
  return new Map(Array.from(byPerson, ([who, own]) => [who, {
    own,
    // Up to where the order is unknown it clears every confirmation, and no warning.
    confirmations: highest(Array.from(own, ([self, seq]) => [self, Math.max(seq, mergedAt(people, self))])),
    warnings: highest(Array.from(own, ([self, seq]) => [self, seq > mergedAt(people, self) ? seq : -Infinity])),
  }]))
}

function isCleared({ person, verdict, seq }: Attestation, withdrawn: Withdrawn | undefined, people: Table<Person>): boolean {
  if (withdrawn === undefined) return false
  const { own, confirmations, warnings } = withdrawn
  const before = own.get(person) ?? -Infinity
  const merged = mergedAt(people, person)
  if (verdict !== 'confirm') return seq < before || Math.max(seq, merged) < but(person, warnings)
  const others = own.size > (own.has(person) ? 1 : 0)
  return seq <= before || (others && seq <= merged) || seq <= but(person, confirmations)
}
