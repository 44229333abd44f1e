// Prints the rows of a report for a terminal, or plain for a pipe. Colour only where a terminal asks for none to be left
// out; what it says is also said in words.
import { cutTo, padded, plainLine, wrapped } from './plain-line.ts'
import type { Row, Section, Tone } from './report-rows.ts'

export interface Look {
  readonly color: boolean
  /** Of the terminal; undefined: lines may be as long as they are. */
  readonly columns: number | undefined
}

export interface ReportHead { readonly title: string; readonly at: string; readonly lines: readonly string[] }

/** SGR codes: bold, dim, red, yellow. Only doubt has colour. */
const CODES = { bold: '1', dim: '2', fallen: '31', doubt: '33', plain: '' } as const satisfies Readonly<Record<Tone | 'bold' | 'dim', string>>
const INDENT = '  '
/** Longer words and ids push their line to the right. */
const MOST_WORD = 22
const MOST_ID = 24
/** Below it nothing is cut any more. */
const LEAST_TEXT = 20

/** A terminal is looked at; NO_COLOR with any value in it, or a terminal without colours, is respected. */
export function lookOf({ columns }: { readonly columns: number | undefined }, env: Readonly<Record<string, string | undefined>>): Look {
  return { columns, color: columns !== undefined && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb' }
}

function paint(text: string, how: keyof typeof CODES, { color }: Look): string {
  return color && CODES[how] !== '' ? `\u001B[${CODES[how]}m${text}\u001B[0m` : text
}

/** The title, painted after the line is laid out: colours take no room. */
function headingOf({ title, rows }: Section, look: Look): string {
  return wrapped(`${title}  `, countsOf(rows), look.columns ?? Infinity).replace(title, paint(title, 'bold', look))
}

function countsOf(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>()
  for (const { word } of rows) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, count], at) => `${count} ${word}${at + 1 < counts.size ? ',' : ''}`)
}

function cutFor(look: Look, text: string, taken: number): string {
  return look.columns === undefined ? text : cutTo(text, Math.max(LEAST_TEXT, look.columns - taken))
}

function sectionLines(section: Section, look: Look): string[] {
  const { rows } = section
  const widest = (texts: readonly string[], most: number): number => Math.min(most, texts.reduce((longest, text) => Math.max(longest, Array.from(text).length), 0))
  const word = widest(rows.map((row) => row.word), MOST_WORD)
  const id = widest(rows.map((row) => plainLine(row.id)), MOST_ID)
  const before = INDENT.length + word + 2 + id + 2
  const lines = rows.flatMap((row) => [
    `${INDENT}${paint(padded(row.word, word), row.tone, look)}  ${paint(padded(plainLine(row.id), id), 'dim', look)}  ${cutFor(look, plainLine(row.text), before)}`,
    ...row.notes.map((note) => `${INDENT}${' '.repeat(word + 2)}${paint('·', 'dim', look)} ${cutFor(look, plainLine(note), INDENT.length + word + 4)}`),
  ])
  return [headingOf(section, look), ...lines.map((line) => line.trimEnd())]
}

export function reportText({ title, at, lines }: ReportHead, sections: readonly Section[], look: Look): string {
  const head = [paint(plainLine(title), 'bold', look), `As of ${at}`, ...lines.map(plainLine)]
  return `${[head, ...sections.map((section) => sectionLines(section, look))].map((part) => part.join('\n')).join('\n\n')}\n`
}
