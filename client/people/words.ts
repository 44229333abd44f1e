// Words about people on the board that are there from the start; all others are in later-words.ts.
import { listOf } from '../language/lists.ts'
import { translated } from '../language/translated.ts'

/** "Tomasz, Priya and 2 others" */
export function names(all: readonly string[], shown = 3): string {
  const rest = all.length - shown
  if (rest > 1) return `${all.slice(0, shown).join(', ')} and ${rest} others`
  return listOf(all)
}

export const presenceWords = translated('people.presenceWords', {
  here: (others: readonly string[], you: boolean) => {
    if (others.length === 0) return you ? 'On this board now: only you' : 'Nobody is on this board now'
    return `On this board now: ${you ? 'you, ' : ''}${names(others)}`
  },
  more: (n: number) => `+${n}`,
  editing: (name: string) => `${name}, editing`,
  moving: (name: string) => `${name}, moving`,
  you: (name: string) => `${name}, you`,
  others: 'Also on this board',
  moreNames: (all: readonly string[]) => names(all, 8),
})
