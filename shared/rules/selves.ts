// One person with two entries on the list: a second browser, a lost cookie, a name that a file brought along. Whom an
// entry stands for, and which of the answers of several selves speaks. Who merged them is no matter here.
import type { Person } from '../board/records.ts'
import type { Table } from '../board/table.ts'
import type { Given } from './attestations.ts'

/** Who wrote what this entry wrote: nobody confirms their own words through a second self. */
export function personBehind(people: Table<Person>, id: string | undefined): string | undefined {
  return id === undefined ? undefined : (people.get(id)?.mergedInto ?? id)
}

/** In whose name this entry answered: another's only when they say so themself. */
export function speaker(people: Table<Person>, id: string): string {
  const entry = people.get(id)
  return entry?.mergedInto !== undefined && entry.agreed === true ? entry.mergedInto : id
}

/** True when only the warnings of this entry count: merged by an owner, and the person has not agreed. */
export function onlyWarns(people: Table<Person>, id: string): boolean {
  const entry = people.get(id)
  return entry?.mergedInto !== undefined && entry.agreed !== true
}

/** Up to which `seq` nobody knows in which order this entry and other selves of its person answered. */
export function mergedAt(people: Table<Person>, id: string): number {
  return people.get(id)?.mergedSeq ?? -Infinity
}

/** Up to which `seq` answers of these two selves of one person came in an order that nobody knows. */
export function unorderedUpTo(people: Table<Person>, a: string, b: string): number {
  return a === b ? -Infinity : Math.max(mergedAt(people, a), mergedAt(people, b))
}

/** The selves that an answer came from, the person first, then in the order of the merges. */
export function inOrderOfMerging<R extends Given>(people: Table<Person>, records: readonly R[]): R[] {
  const rank = ({ person }: R): number => (people.get(person)?.mergedInto === undefined ? -1 : (people.get(person)?.mergedSeq ?? 0))
  return records.toSorted((a, b) => rank(a) - rank(b) || (a.person < b.person ? -1 : 1))
}
