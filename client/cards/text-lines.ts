// How many lines a text takes at a width, without asking the DOM: words are measured once on a canvas and laid greedily,
// with the browser's rules for where a line may break. A test holds it to what a browser really does.

/** The statement on a card: 14/20, medium. */
const FONT = '500 14px "Hanken Grotesk Variable", "Hanken Grotesk", system-ui, -apple-system, "Segoe UI", sans-serif'
/** Layout keeps 1/64 px; a word that is nearer to the edge than this is measured again with its line. */
const CLOSE_PX = 1
const MOST_CACHED = 20_000

/** A run that may not be broken inside, and the white space after it (which hangs over the edge). */
export interface Piece { readonly text: string; readonly space: string; readonly newline: boolean }

const WIDE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60`
const NO_BREAK_BEFORE = String.raw`[!%),.:;?\]}’”»…、。，．・：；？！）」』】〉》ー々\u00a0\u202f\u2060]`
const NO_BREAK_AFTER = String.raw`[(\[{‘“«「『【〈《（$£€¥\u00a0\u202f\u2060]`
/** Breaks inside a word: after a hyphen between letters, around a dash, beside an ideograph, at a zero width space. */
const INNER = new RegExp(String.raw`(?<=[\p{L}\p{N}]-)(?=\p{L})|(?<=[–—])(?=[^\s!%),.:;?\]}’”»…–—])|(?<=[^\s–—(])(?=—)|(?<=[${WIDE}])(?!${NO_BREAK_BEFORE})(?=\S)|(?<=[^\s])(?=[${WIDE}])(?!${NO_BREAK_BEFORE})(?<!${NO_BREAK_AFTER})|(?<=\u200b)`, 'u')

export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [, word = '', space = ''] of text.matchAll(/([^\s]+|(?<=^)(?=\s))([^\S\u00a0\u202f\u2060]*)/gu)) {
    const parts = word.split(INNER)
    parts.forEach((part, i) => pieces.push({ text: part, space: i === parts.length - 1 ? space : '', newline: i === parts.length - 1 && space.includes('\n') }))
  }
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
function longRun(text: string, width: number): { lines: number; rest: number } {
  let lines = 0
  let line = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (line !== '' && measured(line + segment) > width) {
      lines++
      line = ''
    }
    line += segment
  }
  return { lines, rest: measured(line) }
}

function fits(line: string, at: number, piece: Piece, width: number): boolean {
  const sum = at + widthOf(piece.text)
  if (Math.abs(sum - width) > CLOSE_PX + line.length * 0.02) return sum <= width
  return Math.ceil(measured(line + piece.text) * 64) / 64 <= width
}

/** Lines of `text` in a column `width` px wide; an empty text takes one. */
export function linesOf(text: string, width: number): number {
  let lines = 1
  let line = ''
  let at = 0
  for (const piece of piecesOf(text)) {
    if (line !== '' && !fits(line, at, piece, width)) {
      lines++
      line = ''
      at = 0
    }
    if (line === '' && widthOf(piece.text) > width) {
      const run = longRun(piece.text, width)
      lines += run.lines
      at = run.rest
    } else at += widthOf(piece.text)
    line += piece.text + piece.space.replaceAll('\n', '')
    at += piece.space === '' ? 0 : widthOf(' ') * piece.space.length
    if (piece.newline) {
      lines += piece.space.split('\n').length - 1
      line = ''
      at = 0
    }
  }
  return lines
}
