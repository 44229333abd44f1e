// The current answer of each person on a card: who counts, which record of several, and on which wording.
// The same for answers and for stances, which differ in their words and in what a withdrawal clears.
import type { Attestation, Person, Verdict } from '../board/records.ts'
import type { Table } from '../board/table.ts'

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
  return people.get(record.person)?.team === record.team
}

/** Of two records of one person: the later one; of the same `seq` the more cautious, then the one with the smaller id. */
function later<R extends Given>(a: R, b: R, caution: (record: R) => number): R {
  if (a.seq !== b.seq) return a.seq > b.seq ? a : b
  if (caution(a) !== caution(b)) return caution(a) > caution(b) ? a : b
  return a.id <= b.id ? a : b
}

export function answersOf<R extends Given>(records: Iterable<R>, people: Table<Person>, statement: string, caution: (record: R) => number): Answers<R> {
  const current = new Map<string, R>()
  const earlier = new Map<string, R>()
  for (const record of records) {
    if (!counts(people.get(record.person))) continue
    const found = record.basis === statement ? current : earlier
    const other = found.get(record.person)
    found.set(record.person, other === undefined ? record : later(other, record, caution))
  }
  return { current: Array.from(current.values()), earlier: Array.from(earlier.values()).filter((record) => !current.has(record.person)) }
}

const CAUTION: Readonly<Record<string, number>> = { refute: 2, unsure: 1, confirm: 0 } satisfies Partial<Record<Verdict, number>>

/**
 * The answers of an assumption. A withdrawal clears the person's confirmations up to its own `seq` and their
 * refutations and doubts before it, whatever the wording; a verdict of a newer version is ignored.
 */
export function verdictsOf(records: readonly Attestation[], people: Table<Person>, statement: string): Answers<Attestation> {
  const withdrawn = new Map<string, number>()
  for (const { verdict, person, seq } of records) if (verdict === 'withdraw') withdrawn.set(person, Math.max(seq, withdrawn.get(person) ?? -Infinity))
  const standing = records.filter(({ verdict, person, seq }) => {
    const cleared = withdrawn.get(person) ?? -Infinity
    return verdict === 'confirm' ? seq > cleared : Object.hasOwn(CAUTION, verdict) && seq >= cleared
  })
  return answersOf(standing, people, statement, (record) => CAUTION[record.verdict] ?? 0)
}
