// Lists and their order in the language of the page: "A, B and C", "A, B oder C"; names sorted as that language sorts.
// Knows no words.
import { locale } from './language.ts'

const lists = new Map<'conjunction' | 'disjunction', Intl.ListFormat>()
let collator: Intl.Collator | undefined

function joined(items: readonly string[], type: 'conjunction' | 'disjunction'): string {
  const known = lists.get(type) ?? new Intl.ListFormat(locale(), { type })
  lists.set(type, known)
  return known.format(items)
}

/** "SRE", "SRE and Sales", "SRE, Sales and Legal". */
export function listOf(items: readonly string[]): string {
  return joined(items, 'conjunction')
}

/** "SRE", "SRE or Sales", "SRE, Sales or Legal". */
export function choiceOf(items: readonly string[]): string {
  return joined(items, 'disjunction')
}

/** The order of two names as people of this language sort them; numbers inside count as numbers. */
export function byName(a: string, b: string): number {
  collator ??= new Intl.Collator(locale(), { numeric: true })
  return collator.compare(a, b)
}
