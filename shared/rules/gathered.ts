// Sets of ids that are put together from other sets, as bits: ten thousand cards above one assumption share one set,
// and cards on top of each other that each add one cost bits, not copies of long lists. Read out only on demand.

/** The ids as bits of 32-bit words, the first of which is word `from`; undefined is the empty set. */
export type Gathered = Bits | undefined
interface Bits { readonly from: number; readonly words: Uint32Array }

/** Numbers for ids: only ever added to, so that sets made earlier stay true. */
export class Names {
  readonly #numbers = new Map<string, number>()
  readonly #ids: string[] = []

  numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    this.#numbers.set(id, this.#ids.length)
    return this.#ids.push(id) - 1
  }

  idOf(number: number): string {
    return this.#ids[number] ?? ''
  }
}

/** These ids and all that the sets hold. Gives one of the sets itself when it holds everything already. */
export function gathered(names: Names, ids: Iterable<string>, sets: Iterable<Gathered>): Gathered {
  const parts = new Set<Bits>()
  for (const set of sets) if (set !== undefined) parts.add(set)
  const numbers = Array.from(ids, (id) => names.numberOf(id))
  const [first] = parts
  if (numbers.length === 0 && parts.size <= 1) return first
  let from = Infinity
  let end = 0
  for (const word of numbers.map((number) => number >>> 5)) [from, end] = [Math.min(from, word), Math.max(end, word + 1)]
  for (const part of parts) [from, end] = [Math.min(from, part.from), Math.max(end, part.from + part.words.length)]
  const words = new Uint32Array(end - from)
  const add = (word: number, bits: number): void => { words[word - from] = (words[word - from] ?? 0) | bits }
  for (const number of numbers) add(number >>> 5, 1 << (number & 31))
  for (const part of parts) part.words.forEach((bits, i) => add(part.from + i, bits))
  for (const part of parts) if (part.words.length === words.length && part.words.every((bits, i) => bits === words[i])) return part
  return { from, words }
}

/** The ids, sorted. */
export function gatheredIds(names: Names, set: Gathered): readonly string[] {
  const ids: string[] = []
  set?.words.forEach((bits, i) => {
    for (let left = bits; left !== 0; left &= left - 1) ids.push(names.idOf((set.from + i) * 32 + 31 - Math.clz32(left & -left)))
  })
  return ids.sort()
}
