// A board file said in another language: the same board with other words. The words mirror the file; lists of what has
// an id are objects by that id there. Every text must be given, and nothing else: what is missing or not in the file is
// named with its place. Knows no language.
import type { BoardFile } from './board-file.ts'
import { plainObject } from './json.ts'

/** What people read; all else is a fact of the board and the same in every language. */
const SAID: ReadonlySet<string> = new Set([
  'title', 'summary', 'name', 'metric', 'now', 'target', 'constraints', 'body', 'forWhom', 'criterion', 'notDoing', 'why', 'signpost', 'what', 'notes',
  'rationale', 'definition', 'give', 'get', 'appliesWhen', 'notWhen', 'lens', 'answer', 'ask', 'outcome',
])

type Fields = Readonly<Record<string, unknown>>

/** Throws with the place of the first text that is missing or too much. */
export function saidIn(file: BoardFile, words: unknown): BoardFile {
  const said = plainObject(words)
  if (typeof said?.['language'] !== 'string') throw new Error('language: the words do not say in which language they are.')
  const { language, ...texts } = said
  return { ...(translated(file, texts, '') as BoardFile), language }
}

/** `words` undefined: nothing is said of this place, so nothing may be missing in it. */
function translated(original: unknown, words: unknown, place: string): unknown {
  if (Array.isArray(original)) return listIn(original, words, place)
  const fields = plainObject(original)
  if (fields !== undefined) return fieldsIn(fields, words, place)
  if (words === undefined) return original
  if (typeof original !== 'string' || typeof words !== 'string' || words === '') throw new Error(`${place}: no text can stand here.`)
  return words
}

function fieldsIn(fields: Fields, words: unknown, place: string): Fields {
  const said = words === undefined ? {} : plainObject(words)
  if (said === undefined) throw new Error(`${place}: must be an object.`)
  const stranger = Object.keys(said).find((key) => !Object.hasOwn(fields, key))
  if (stranger !== undefined) throw new Error(`${at(place, stranger)}: the board has no such text.`)
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => {
    if (SAID.has(key) && said[key] === undefined && value !== '') throw new Error(`${at(place, key)}: is not said.`)
    return [key, translated(value, said[key], at(place, key))]
  }))
}

function listIn(list: readonly unknown[], words: unknown, place: string): readonly unknown[] {
  const ids = list.map((item) => plainObject(item)?.['id'])
  if (list.length > 0 && ids.every((id) => typeof id === 'string')) {
    const byId = Object.fromEntries(list.map((item, n) => [ids[n], item]))
    return Object.values(fieldsIn(byId, words, place))
  }
  if (words === undefined) return list.map((item) => translated(item, undefined, place))
  if (!Array.isArray(words) || words.length !== list.length) throw new Error(`${place}: must be a list of ${list.length}.`)
  return list.map((item, n) => translated(item, words[n], at(place, String(n))))
}

function at(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`
}
