// Markdown as blocks. One line is one paragraph, so that a text without formatting is its own Markdown; a backslash at
// the end of a line is a hard break. Reads what `markdown-write.ts` writes, and what people write by hand:
//
//   lists   "- " "* " "+ " and "1. " "1) ", deeper blocks indented to the text of their item
//   marks   **bold** *italic* ***both***, the same with _ at the edges of words, `code`, [text](address)
//   \       before punctuation: the character itself
//
// Everything else is text as it stands; no input is an error.
import { asItem, DEEPEST_LIST, joinRuns, LAST_START, type Block, type List, type Run } from './rich-text.ts'
import { readInline } from './markdown-inline.ts'

interface Marker { readonly ordered: boolean; readonly number: number; readonly indent: number; readonly rest: string }

const MARKER = /^( {0,3})([-+*]|(\d{1,9})[.)])(?: |$)/

function markerOf(line: string): Marker | undefined {
  const match = MARKER.exec(line)
  if (match === null) return undefined
  const [whole, lead = '', mark = '', digits] = match
  return { ordered: digits !== undefined, number: Number(digits ?? 1), indent: lead.length + mark.length + 1, rest: line.slice(whole.length) }
}

/** True for text that the reader of a line would take for a list. */
export function looksLikeList(line: string): boolean {
  return markerOf(line) !== undefined
}

/** True when the line goes on below, as one paragraph: it ends in a backslash that is not itself escaped. */
export function endsInBreak(line: string): boolean {
  let backslashes = 0
  while (line[line.length - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}

class LineReader {
  #at = 0
  readonly #lines: readonly string[]

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  get line(): string | undefined {
    return this.#lines[this.#at]
  }

  next(): void {
    this.#at++
  }
}

function readParagraph(lines: LineReader): Block {
  let text = lines.line ?? ''
  for (lines.next(); endsInBreak(text) && lines.line !== undefined; lines.next()) text += `\n${lines.line}`
  // After a list, a first space is written as "\ ", because it would otherwise be the indent of the last item.
  const runs: readonly Run[] = readInline(text.startsWith('\\ ') ? text.slice(1) : text)
  return { kind: 'paragraph', runs: joinRuns(runs) }
}

function readItem(lines: LineReader, marker: Marker, depth: number): readonly Block[] {
  const inner = [marker.rest]
  const indent = ' '.repeat(marker.indent)
  for (lines.next(); lines.line?.startsWith(indent) === true; lines.next()) inner.push(lines.line.slice(indent.length))
  return asItem(readBlocks(inner, depth + 1))
}

/** Items of one kind, one below the other; numbers that do not count on begin another list. */
function readList(lines: LineReader, first: Marker, depth: number): List {
  const items = [readItem(lines, first, depth)]
  const start = Math.min(first.number, LAST_START)
  for (let marker = markerOf(lines.line ?? ''); marker !== undefined; marker = markerOf(lines.line ?? '')) {
    if (marker.ordered !== first.ordered || (first.ordered && marker.number !== start + items.length)) break
    items.push(readItem(lines, marker, depth))
  }
  return { kind: 'list', ordered: first.ordered, start: first.ordered ? start : 1, items }
}

function readBlocks(all: readonly string[], depth: number): Block[] {
  const lines = new LineReader(all)
  const blocks: Block[] = []
  while (lines.line !== undefined) {
    const marker = depth < DEEPEST_LIST ? markerOf(lines.line) : undefined
    blocks.push(marker === undefined ? readParagraph(lines) : readList(lines, marker, depth))
  }
  return blocks
}

/** Empty Markdown is one empty paragraph. */
export function readMarkdown(markdown: string): Block[] {
  return readBlocks(markdown.split('\n'), 0)
}
