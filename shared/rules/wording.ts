// How much of their wording two texts share, from 0 to 1: Dice over the multisets of their character pairs and triples.
// Any language, no dictionary, the same on all machines. A measure of words and never of what people mean: "will ship"
// and "will not ship" share nearly all. Knows no round and no card.

/** What is compared of a text; undefined when it says nothing. */
export type Wording = { readonly grams: ReadonlyMap<string, number>; readonly count: number } | undefined

const NOT_COMPARED = /[^\p{L}\p{M}\p{Nd}\p{Sc}%]+/gu
const LENGTHS = [2, 3] as const

/** Letters, marks, digits, % and currency signs in lower case; all else parts words. */
export function comparedText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(NOT_COMPARED, ' ').trim()
}

export function wordingOf(text: string): Wording {
  const compared = comparedText(text)
  if (compared === '') return undefined
  const chars = Array.from(` ${compared} `)
  const grams = new Map<string, number>()
  let count = 0
  for (const length of LENGTHS) {
    for (let at = 0; at + length <= chars.length; at++) {
      const gram = chars.slice(at, at + length).join('')
      grams.set(gram, (grams.get(gram) ?? 0) + 1)
      count++
    }
  }
  return { grams, count }
}

/** Undefined when neither says anything. */
export function overlap(a: Wording, b: Wording): number | undefined {
  if (a === undefined || b === undefined) return a === b ? undefined : 0
  const [small, large] = a.grams.size <= b.grams.size ? [a, b] : [b, a]
  let shared = 0
  for (const [gram, times] of small.grams) shared += Math.min(times, large.grams.get(gram) ?? 0)
  return (2 * shared) / (a.count + b.count)
}

/** 0 (the same words) to 100 (none in common) over all pairs; null when there is no pair that says anything. */
export function spreadOf(wordings: readonly Wording[]): number | null {
  let sum = 0
  let pairs = 0
  for (const [at, a] of wordings.entries()) {
    for (const b of wordings.slice(at + 1)) {
      const shared = overlap(a, b)
      if (shared === undefined) continue
      sum += shared
      pairs++
    }
  }
  return pairs === 0 ? null : Math.round(100 * (1 - sum / pairs))
}

/** The place of the one that shares least with all others, the first of several; undefined for fewer than two. */
export function furthest(wordings: readonly Wording[]): number | undefined {
  if (wordings.length < 2) return undefined
  const shared = wordings.map((a, at) => wordings.reduce((sum, b, other) => (other === at ? sum : sum + (overlap(a, b) ?? 1)), 0))
  return shared.indexOf(Math.min(...shared))
}
