// How many lines a text takes at a width, without asking the DOM: words are measured once on a canvas and laid greedily,
// with the browser's rules for where a line may break. A test holds it to what a browser really does.

/** The statement on a card: 14/20, medium. */
const FONT = '500 14px "Hanken Grotesk Variable", "Hanken Grotesk", system-ui, -apple-system, "Segoe UI", sans-serif'
/** Words measured one by one miss the kerning with the space between them: a line that ends this near to the edge is
    measured again as a whole. */
const CLOSE_PX = 4
const CLOSE_PX_PER_LETTER = 0.05
const MOST_CACHED = 20_000

/** A run that may not be broken inside, and the white space after it (which hangs over the edge). */
export interface Piece { readonly text: string; readonly space: string; readonly newline: boolean }

const WIDE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60`
const CLOSING = String.raw`!%),.:;?\]}|°’”»…\-/、。，．・：；？！）」』】〉》ー々\u00a0\u202f\u2060\u00ad\u200b\u2010`
const OPENING = String.raw`(\[{‘“«「『【〈《（$£€¥\u00a0\u202f\u2060`
/** Where a line may break inside a word, as Chromium does it: after a hyphen, dash, ellipsis or question mark within a
    word (never after a slash), before an em dash, beside an ideograph, at a soft hyphen or a zero width space. */
const INNER = new RegExp([
  String.raw`(?<=[\p{L}\p{N}][-?])(?=[\p{L}\p{N}])`,
  String.raw`(?<=[–—…\u2010\u00ad\u200b])(?=[^\s${CLOSING}–—])`,
  String.raw`(?<=[^\s${OPENING}—])(?=—)`,
  String.raw`(?<=[${WIDE}])(?<![${OPENING}])(?=[^\s${CLOSING}])`,
  String.raw`(?<=[^\s${OPENING}])(?=[${WIDE}])(?![${CLOSING}])`,
].join('|'), 'u')

/** A word that INNER could never break: most are, and are not asked. */
const PLAIN = /^[^-?\u00ad\u0370-\uffff]*$/
const WORD_AND_SPACE = /((?:\S|[\u00a0\u202f\u2060\ufeff])+)([^\S\u00a0\u202f\u2060\ufeff]*)/gu

function addWord(pieces: Piece[], word: string, space: string): void {
  const parts = PLAIN.test(word) ? [word] : word.split(INNER)
  for (const [i, text] of parts.entries()) {
    const last = i === parts.length - 1
    pieces.push({ text, space: last ? space : '', newline: last && space.includes('\n') })
  }
}

export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  const lead = /^\s*\n/.exec(text)?.[0] ?? ''
  if (lead !== '') pieces.push({ text: '', space: lead, newline: true })
  for (const [, word = '', space = ''] of text.slice(lead.length).matchAll(WORD_AND_SPACE)) addWord(pieces, word, space)
  return pieces
}

let context: CanvasRenderingContext2D | undefined
const widths = new Map<string, number>()

function measured(text: string): number {
  if (context === undefined) {
    const made = document.createElement('canvas').getContext('2d')
    if (made === null) throw new Error('This browser gives no canvas to measure text with')
    context = made
    context.font = FONT
  }
  return context.measureText(text).width
}

function widthOf(text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  if (widths.size > MOST_CACHED) widths.clear()
  const width = measured(text)
  widths.set(text, width)
  return width
}

/** To be called when the font has arrived: what was measured with the fallback is forgotten. */
export function forgetWidths(): void {
  widths.clear()
  context = undefined
}

/** Lines that a run takes alone when it is wider than the line: broken anywhere. */
function longRun(text: string, width: number): { lines: number; rest: string } {
  let lines = 0
  let line = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (line !== '' && measured(line + segment) > width) {
      lines++
      line = ''
    }
    line += segment
  }
  return { lines, rest: line }
}

function fits(line: string, at: number, piece: Piece, width: number): boolean {
  const sum = at + widthOf(piece.text)
  if (Math.abs(sum - width) > CLOSE_PX + line.length * CLOSE_PX_PER_LETTER) return sum <= width
  // Layout rounds up to 1/64 px and lets a line stand out by as much.
  return Math.ceil(measured(line + piece.text) * 64) <= width * 64 + 1
}

/** Lines of `text` in a column `width` px wide; an empty text takes one. */
export function linesOf(text: string, width: number): number {
  let lines = 1
  let line = ''
  let at = 0
  const pieces = piecesOf(text)
  const last = pieces.at(-1)
  for (const piece of pieces) {
    if (line !== '' && !fits(line, at, piece, width)) {
      lines++
      line = ''
      at = 0
    }
    const run = line === '' && widthOf(piece.text) > width ? longRun(piece.text, width) : { lines: 0, rest: piece.text }
    const space = piece.space === '' ? '' : ' '
    lines += run.lines
    at += widthOf(run.rest) + (space === '' ? 0 : widthOf(space))
    line += run.rest + space
    if (piece.newline) {
      lines += piece.space.split('\n').length - 1 - (piece === last ? 1 : 0)
      line = ''
      at = 0
    }
  }
  return lines
}
