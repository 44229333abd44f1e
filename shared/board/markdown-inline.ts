// The words of one Markdown paragraph as runs: marks, code, links, escapes. A delimiter without a partner is text.
// Marks are switches, not brackets: they may overlap, as they may in the editor. Costs O(length).
import { isSafeHref } from './schema.ts'
import type { Run } from './rich-text.ts'

type Mark = 'bold' | 'italic'

interface Piece {
  text: string
  readonly code?: true
  href?: string
  readonly delimiter?: Delimiter
}

interface Delimiter {
  readonly char: string
  readonly canOpen: boolean
  readonly canClose: boolean
  /** What it switches, once its partners are found; what finds none stays text. */
  readonly units: readonly Mark[]
  readonly matched: Set<Mark>
}

const PUNCTUATION = /[!-/:-@[-`{-~]/
const SPACE = /\s/
const WORD = /[\p{L}\p{N}\ud800-\udfff]/u
const PLAIN = /[^\\`*_[\]\n]+/y
/** `](address)`, `](<address>)`, each with a title that is passed over. */
const LINK_END = /\]\((?:<((?:[^\\<>\n]|\\[^\n])*)>|((?:[^\s()<>\\]|\([^\s()<>\\]*\))+))(?: +"(?:[^"\\\n]|\\[^\n])*")? *\)/y
const ADDRESS = /^(?:[^\s()<>\\]|\([^\s()<>\\]*\))+$/

/** True for addresses that stand in a link as they are, without "<" and ">". */
export function isBareAddress(href: string): boolean {
  return ADDRESS.test(href)
}

class InlineReader {
  readonly #source: string
  readonly #pieces: Piece[] = []
  #at = 0
  /** The piece of the last "[" that may begin a link. */
  #open: number | undefined
  /** Lengths of backtick runs that have no partner any more. */
  readonly #lonely = new Set<number>()

  constructor(source: string) {
    this.#source = source
  }

  read(): readonly Piece[] {
    while (this.#at < this.#source.length) this.#readOne(this.#source[this.#at] ?? '')
    return this.#pieces
  }

  #readOne(char: string): void {
    if (char === '\\') this.#readEscape()
    else if (char === '`') this.#readCode()
    else if (char === '*' || char === '_') this.#readDelimiter(char)
    else if (char === '[') this.#readOpening()
    else if (char === ']') this.#readClosing()
    else if (char === '\n') this.#take('\n', 1)
    else {
      PLAIN.lastIndex = this.#at
      const plain = PLAIN.exec(this.#source)?.[0] ?? char
      this.#take(plain, plain.length)
    }
  }

  #take(text: string, length: number, more: Omit<Piece, 'text'> = {}): void {
    this.#pieces.push({ text, ...more })
    this.#at += length
  }

  #readEscape(): void {
    const next = this.#source[this.#at + 1] ?? ''
    if (next === '\n' || PUNCTUATION.test(next)) this.#take(next, 2)
    else this.#take('\\', 1)
  }

  #readCode(): void {
    const length = this.#runLength('`', this.#at)
    const from = this.#at + length
    const end = this.#lonely.has(length) ? -1 : this.#nextBackticks(from, length)
    const inner = end < 0 ? '' : this.#source.slice(from, end)
    if (end < 0) this.#lonely.add(length)
    if (end < 0 || inner.includes('\n')) return this.#take(this.#source.slice(this.#at, from), length)
    const padded = inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== ''
    this.#take(padded ? inner.slice(1, -1) : inner, inner.length + 2 * length, { code: true })
  }

  /** Where the next run of exactly `length` backticks begins, or -1. */
  #nextBackticks(from: number, length: number): number {
    for (let at = this.#source.indexOf('`', from); at >= 0;) {
      const found = this.#runLength('`', at)
      if (found === length) return at
      at = this.#source.indexOf('`', at + found)
    }
    return -1
  }

  #runLength(char: string, from: number): number {
    let end = from
    while (this.#source[end] === char) end++
    return end - from
  }

  #readDelimiter(char: string): void {
    const length = this.#runLength(char, this.#at)
    const text = this.#source.slice(this.#at, this.#at + length)
    if (length > 3) return this.#take(text, length)
    const before = this.#source[this.#at - 1] ?? ' '
    const after = this.#source[this.#at + length] ?? ' '
    const delimiter: Delimiter = {
      char,
      canOpen: !SPACE.test(after) && !(char === '_' && WORD.test(before)),
      canClose: !SPACE.test(before) && !(char === '_' && WORD.test(after)),
      units: length === 1 ? ['italic'] : length === 2 ? ['bold'] : ['bold', 'italic'],
      matched: new Set(),
    }
    this.#take(text, length, { delimiter })
  }

  #readOpening(): void {
    this.#open = this.#pieces.length
    this.#take('[', 1)
  }

  #readClosing(): void {
    const open = this.#open
    this.#open = undefined
    LINK_END.lastIndex = this.#at
    const match = open === undefined || open === this.#pieces.length - 1 ? null : LINK_END.exec(this.#source)
    const href = match?.[1]?.replace(/\\([!-/:-@[-`{-~])/g, '$1') ?? match?.[2]
    if (open === undefined || match === null || !isSafeHref(href)) return this.#take(']', 1)
    for (const piece of this.#pieces.slice(open)) piece.href = href
    const bracket = this.#pieces[open]
    if (bracket !== undefined) bracket.text = ''
    this.#at += match[0].length
  }
}

/** Finds each opening delimiter its closing one: the nearest, for each mark and each character on its own. */
function matchDelimiters(delimiters: readonly Delimiter[], char: string, mark: Mark): void {
  let open: Delimiter | undefined
  for (const delimiter of delimiters) {
    if (delimiter.char !== char || !delimiter.units.includes(mark)) continue
    if (open !== undefined && delimiter.canClose) {
      open.matched.add(mark)
      delimiter.matched.add(mark)
      open = undefined
    } else if (delimiter.canOpen) open = delimiter
  }
}

const WIDTH: Readonly<Record<Mark, number>> = { bold: 2, italic: 1 }

/** The runs of a paragraph; neighbours may have the same marks. */
export function readInline(source: string): Run[] {
  const pieces = new InlineReader(source).read()
  const delimiters = pieces.flatMap(({ delimiter }) => (delimiter === undefined ? [] : [delimiter]))
  for (const char of ['*', '_']) for (const mark of ['bold', 'italic'] as const) matchDelimiters(delimiters, char, mark)
  /** Switches that are on: "*bold", "_italic", … */
  const on = new Set<string>()
  return pieces.map(({ text, code, href, delimiter }) => {
    if (code) return { text, code }
    const left = delimiter === undefined ? text : delimiter.char.repeat(delimiter.units.reduce((sum, unit) => sum + (delimiter.matched.has(unit) ? 0 : WIDTH[unit]), 0))
    for (const mark of delimiter?.matched ?? []) if (!on.delete(delimiter?.char + mark)) on.add(delimiter?.char + mark)
    const has = (mark: Mark): boolean => on.has(`*${mark}`) || on.has(`_${mark}`)
    return { text: left, ...(has('bold') ? { bold: true } : {}), ...(has('italic') ? { italic: true } : {}), ...(href === undefined ? {} : { href }) }
  })
}
