// Words from a board as one line of a terminal. A title is somebody's, and a terminal obeys more characters than it shows:
// none of them gets through.
import { nameText } from '../../shared/board/text.ts'

/** Controls of a terminal; tabs would break the columns. */
// oxlint-disable-next-line eslint/no-control-regex
const CONTROLS = /[\u0000-\u001F\u007F-\u009F]+/g

export function plainLine(text: string): string {
  return nameText(text).replace(CONTROLS, ' ').trim()
}

/** What JSON leaves as it is and a terminal may obey, or turn its line around by. */
const UNESCAPED = /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g

/** The same value for whoever parses it, and nothing that commands a terminal. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Cut to so many characters, with a sign that it was cut. Characters are counted, not their width on screen. */
export function cutTo(text: string, chars: number): string {
  const all = Array.from(text)
  return all.length <= chars ? text : `${all.slice(0, Math.max(0, chars - 1)).join('')}…`
}

export function padded(text: string, chars: number): string {
  return text + ' '.repeat(Math.max(0, chars - Array.from(text).length))
}

/** A head and words after it, in lines of at most `width` characters that begin under the first word. */
export function wrapped(head: string, words: readonly string[], width: number): string {
  const lines = ['']
  for (const word of words) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && Array.from(`${head}${last} ${word}`).length > width) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.map((line, at) => (at === 0 ? head : ' '.repeat(Array.from(head).length)) + line).join('\n')
}
