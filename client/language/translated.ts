// The one dictionary. Every folder writes its words in English in `words.ts` and in German in `words.de.ts`; the German
// ones come as one chunk, before the application, and only to those who read German. `translated` gives an English
// group of words its place in the dictionary and returns the group in the language of the page.

/** A group of words in another language: the same keys, strings for strings, functions of the same arguments for functions. */
export type Words<T> = T extends string ? string
  : T extends (...args: infer A) => infer R ? (...args: A) => Words<R>
  : { readonly [K in keyof T]: Words<T[K]> }

/** Folder → name of the exported group → its words. */
export type Dictionary = Readonly<Record<string, Readonly<Record<string, unknown>>>>

let dictionary: Dictionary = {}
let rewrite: ((words: object) => object) | undefined

/** Before the first `translated` only: what was handed out does not change. */
export function useDictionary(words: Dictionary): void {
  dictionary = words
}

/** For tests of layouts: makes every group of words anew. Before the first `translated` only. */
export function useRewriting(rewriting: (words: object) => object): void {
  rewrite = rewriting
}

/** `place` is `folder.nameOfTheExport`. A group that the dictionary lacks stays English. */
export function translated<const T extends object>(place: `${string}.${string}`, english: T): Words<T> {
  const [folder = '', name = ''] = place.split('.')
  const found = (dictionary[folder]?.[name] ?? english) as object
  // A test holds every group of every dictionary to the shape of the English one.
  return (rewrite === undefined ? found : rewrite(found)) as Words<T>
}
