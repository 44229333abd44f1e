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

/** Before the first `translated` only: what was handed out does not change. */
export function useDictionary(words: Dictionary): void {
  dictionary = words
}

/** `place` is `folder.nameOfTheExport`. A group that the dictionary lacks stays English. */
export function translated<const T extends object>(place: `${string}.${string}`, english: T): Words<T> {
  const [folder = '', name = ''] = place.split('.')
  const found = dictionary[folder]?.[name]
  // A test holds every group of every dictionary to the shape of the English one.
  return (found ?? english) as Words<T>
}
