// Blocks as canonical Markdown: one text for one content, read back as the same words and, but for marks on spaces at
// their edges, the same formatting. A paragraph without formatting that reads back as itself is written as it stands;
// otherwise every character that could mean formatting gets a backslash.
import { isBareAddress } from './markdown-inline.ts'
import { endsInBreak, looksLikeList, readMarkdown } from './markdown-read.ts'
import { joinRuns, sameMarks, type Block, type List, type Run } from './rich-text.ts'

/** Runs cut into words, spaces and breaks, so that marks can be taken off the spaces at their edges. */
function piecesOf(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => run.text.split(/(\n|[^\S\n]+)/).filter((text) => text !== '').flatMap((text) => (text === '\n' ? [{ text }] : [{ ...run, text }])))
}

const isSpace = (piece: Run): boolean => /^\s/.test(piece.text) && piece.code === undefined

/** Takes a mark off spaces that are not between two words that have it, on the same side of every link's edge. */
function trimmed(pieces: readonly Run[], mark: 'bold' | 'italic'): Run[] {
  /** For each piece: has the nearest word on this side the mark, with neither a link's edge nor anything unmarked between? */
  const reaches = (order: readonly Run[]): boolean[] => {
    let marked = false
    return order.map((piece, at) => {
      if (piece[mark] === undefined || piece.href !== order[at - 1]?.href) marked = false
      if (piece[mark] !== undefined && !isSpace(piece)) marked = true
      return marked
    })
  }
  const before = reaches(pieces)
  const after = reaches([...pieces].reverse()).reverse()
  return pieces.map((piece, at) => {
    if (!isSpace(piece) || (before[at] === true && after[at] === true)) return piece
    const { [mark]: _taken, ...rest } = piece
    return rest
  })
}

function canonicalRuns(runs: readonly Run[]): Run[] {
  return joinRuns(trimmed(trimmed(piecesOf(runs), 'bold'), 'italic'))
}

function codeSpan(text: string): string {
  const runs = new Set(text.match(/`+/g)?.map((run) => run.length))
  let length = 1
  while (runs.has(length)) length++
  const fence = '`'.repeat(length)
  const pad = /^`|`$/.test(text) || (text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '') ? ' ' : ''
  return fence + pad + text + pad + fence
}

const linkEnd = (href: string): string => `](${isBareAddress(href) ? href : `<${href.replace(/[\\<>]/g, '\\$&')}>`})`

/** The stars that switch the marks which `marked` has and `other` has not. */
function stars(marked: Run, other: Run): string {
  return (marked.bold && !other.bold ? '**' : '') + (marked.italic && !other.italic ? '*' : '')
}

const NOTHING: Run = { text: '' }

/** What is written so far, with the end of `from` and the beginning of `to`; every mark ends at a link's edge. */
function boundary(written: string, from: Run, to: Run): string {
  if (from.href === to.href) return written + stars(from, to) + stars(to, from)
  const left = written + stars(from, NOTHING) + (from.href === undefined ? '' : linkEnd(from.href))
  if (to.href === undefined) return left + stars(to, NOTHING)
  // "!" before a link would make it a picture elsewhere.
  return `${left.endsWith('!') ? `${left.slice(0, -1)}\\!` : left}[${stars(to, NOTHING)}`
}

function formatted(runs: readonly Run[]): string {
  let written = ''
  let last = NOTHING
  for (const run of runs) {
    written = boundary(written, last, run)
    written += run.code ? codeSpan(run.text) : run.text.replace(/[\\*_`[\]]/g, '\\$&').replaceAll('\n', '\\\n')
    last = run
  }
  return boundary(written, last, NOTHING).split('\n').map(escapeMarker).join('\n')
}

function escapeMarker(line: string): string {
  return looksLikeList(line) ? line.replace(/^( *\d*)([-+*.)])/, '$1\\$2') : line
}

function isItself(text: string, markdown: string): boolean {
  if (endsInBreak(markdown) || markdown.split('\n').some(looksLikeList)) return false
  const [only, ...others] = readMarkdown(markdown)
  if (only?.kind !== 'paragraph' || others.length > 0) return false
  return only.runs.length === 1 && only.runs[0]?.text === text && sameMarks(only.runs[0], NOTHING)
}

/** One line in which nothing could mean formatting: nearly every paragraph there is. */
function isBare({ text }: Run): boolean {
  return !/[\\*_`[\]\n]/.test(text) && !looksLikeList(text)
}

function paragraphLines(runs: readonly Run[], afterList: boolean): string[] {
  const [only] = runs
  if (runs.length === 1 && only !== undefined && sameMarks(only, NOTHING) && isBare(only) && !afterList) return [only.text]
  const canonical = canonicalRuns(runs)
  const plain = canonical.length === 1 && canonical[0] !== undefined && sameMarks(canonical[0], NOTHING) ? canonical[0].text : undefined
  const bare = plain?.replaceAll('\n', '\\\n')
  const asItStands = plain !== undefined && bare !== undefined && isItself(plain, bare)
  const [first = '', ...rest] = (asItStands ? bare : formatted(canonical)).split('\n')
  return [afterList && first.startsWith(' ') ? `\\${first}` : first, ...rest]
}

function listLines(list: List): string[] {
  return list.items.flatMap((item, at) => {
    const marker = list.ordered ? `${list.start + at}.` : '-'
    const indent = ' '.repeat(marker.length + 1)
    const [first = '', ...rest] = linesOf(item)
    return [first === '' ? marker : `${marker} ${first}`, ...rest.map((line) => indent + line)]
  })
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block, at) => (block.kind === 'list' ? listLines(block) : paragraphLines(block.runs, blocks[at - 1]?.kind === 'list')))
}

export function writeMarkdown(blocks: readonly Block[]): string {
  return linesOf(blocks).join('\n')
}
