// A language that nobody speaks: the page's words with every word some 40 % longer, as words of other languages are. With
// it layouts are tried before there is a translation that needs the room. Only a value in the browser's storage turns it
// on; no setting offers it.

const MORE = 0.4

function longer(text: string): string {
  return text.replaceAll(/\p{L}{2,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * MORE)).toLowerCase())
}

/** Every text in a group of words, also those that its functions give, made longer. */
export function lengthened(words: unknown): unknown {
  if (typeof words === 'string') return longer(words)
  if (typeof words === 'function') return (...given: readonly unknown[]) => lengthened((words as (...args: readonly unknown[]) => unknown)(...given))
  if (Array.isArray(words)) return words.map(lengthened)
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, lengthened(value)]))
}
