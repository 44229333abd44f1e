// The words of a card as painted text, head and statement: while a movement brings cards in faster than elements can be
// made for them, and while many are in the hand, they can be read all the same. Laid out like the card does it, but only
// nearly: it is there for moments.
import type { Card } from '../../../shared/board/records.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'
import type { PaintContext } from '../../canvas/tile-layer.ts'
import { FULL_FROM } from '../../cards/card.ts'
import type { Mark } from '../../cards/face.ts'
import { KINDS } from '../../cards/kinds.ts'
import { MOST_LINES, shownTitle } from '../../cards/size.ts'
import { piecesOf } from '../../cards/text-lines.ts'
import { paintGlyph } from './paint-signs.ts'

const FAMILY = '"Hanken Grotesk Variable", system-ui'
/** Where the parts of a card are: in board pixels while its text grows with the zoom, in screen pixels while it is held. */
const FULL = { size: 14, line: 20, glyph: 14, ring: 20, label: 11, afterGlyph: 5, afterRing: 6, head: 16, markHead: 20, gap: 6 }
const HELD = { size: 12, line: 16, glyph: 14, ring: 18, afterGlyph: 4, afterRing: 5, top: 8, side: 10, nearer: 4 }
/** Screen pixels that a held card keeps free of lines, and its width from which the word stands beside the numbers. */
const AROUND = { mark: 35, plain: 14 }
const WORD_FROM = 140
const GROWN = -1

/** Air above the head of a held card, and below it: where head and one line hardly fit it gives way, as in the card. */
const heldTop = (height: number): number => Math.min(HELD.top, Math.max(2, (8 * (height - 34)) / 17))
const heldGap = (height: number): number => Math.min(3, Math.max(0, (3 * (height - 34)) / 17))

/** The middle of a ring, and its radius, in screen pixels from the corner of its card. */
export function ringAt(z: number, height: number): { readonly x: number; readonly y: number; readonly radius: number } {
  if (z < FULL_FROM) return { x: HELD.side + HELD.ring / 2, y: heldTop(height) + HELD.ring / 2, radius: 7.2 }
  const { insets } = KINDS.assumption.silhouette
  return { x: (insets.left + FULL.ring / 2) * z, y: (insets.top + FULL.markHead / 2) * z, radius: 8 * z }
}

/** Colours of the statement, the label of a kind, and the label of a state. */
export interface Inks { readonly words: string; readonly kind: string; readonly state: string }

export class PaintWords {
  readonly #lines = new WeakMap<Card, Map<number, readonly string[]>>()

  paint(context: PaintContext, card: Card, mark: Mark | undefined, at: Rect, z: number, inks: Inks): void {
    context.textBaseline = 'middle'
    if (z >= FULL_FROM) this.#full(context, card, mark, at, z, inks)
    else this.#held(context, card, mark, at, z, inks)
  }

  #full(context: PaintContext, card: Card, mark: Mark | undefined, at: Rect, z: number, inks: Inks): void {
    const { glyph, label, headless, silhouette: { insets } } = KINDS[card.kind]
    const x = at.x + insets.left * z
    let y = at.y + insets.top * z
    if (headless !== true) {
      const high = (mark === undefined ? FULL.head : FULL.markHead) * z
      if (mark === undefined) {
        context.strokeStyle = inks.kind
        paintGlyph(context, glyph, x + (FULL.glyph / 2) * z, y + high / 2, FULL.glyph * z)
      }
      write(context, mark?.label ?? label, x + (mark === undefined ? FULL.glyph + FULL.afterGlyph : FULL.ring + FULL.afterRing) * z, y + high / 2, mark === undefined ? `500 ${FULL.label * z}px` : `600 ${HELD.size * z}px`, mark === undefined ? inks.kind : inks.state)
      y += high + FULL.gap * z
    }
    const lines = this.#linesOf(context, card, GROWN, `500 ${FULL.size * z}px ${FAMILY}`, at.width - (insets.left + insets.right) * z, 0)
    context.fillStyle = inks.words
    lines.slice(0, MOST_LINES).forEach((line, n) => context.fillText(line, x, y + (n + 0.5) * FULL.line * z))
  }

  #held(context: PaintContext, card: Card, mark: Mark | undefined, at: Rect, z: number, inks: Inks): void {
    const { glyph, headless, silhouette: { insets } } = KINDS[card.kind]
    const side = (inset: number): number => Math.max(HELD.side, (inset - HELD.nearer) * z)
    const x = at.x + side(insets.left)
    const top = at.y + heldTop(at.height)
    const y = mark === undefined ? at.y + HELD.top : top + HELD.ring + heldGap(at.height)
    const signed = mark === undefined && headless !== true
    const indent = signed ? HELD.glyph + HELD.afterGlyph : 0
    if (mark !== undefined) write(context, at.width >= WORD_FROM ? `${mark.word} ${mark.short}` : mark.short, x + HELD.ring + HELD.afterRing, top + HELD.ring / 2, `600 ${HELD.size}px`, inks.state)
    context.fillStyle = context.strokeStyle = inks.words
    if (signed) paintGlyph(context, glyph, x + HELD.glyph / 2, y + HELD.line / 2, HELD.glyph)
    const most = Math.min(MOST_LINES, Math.max(1, Math.floor((at.height - (mark === undefined ? AROUND.plain : AROUND.mark)) / HELD.line)))
    const lines = this.#linesOf(context, card, Math.round(at.width), `500 ${HELD.size}px ${FAMILY}`, at.width - side(insets.left) - side(insets.right), indent)
    lines.slice(0, most).forEach((line, n) => context.fillText(n + 1 === most && n + 1 < lines.length ? `${line.trimEnd()}…` : line, x + (n === 0 ? indent : 0), y + (n + 0.5) * HELD.line))
  }

  /** Lines are remembered by the column that they were broken for; grown text breaks alike at every zoom. */
  #linesOf(context: PaintContext, card: Card, column: number, font: string, width: number, indent: number): readonly string[] {
    context.font = font
    const known = this.#lines.get(card) ?? new Map<number, readonly string[]>()
    this.#lines.set(card, known)
    const lines = known.get(column) ?? broken(context, shownTitle(card), width, indent)
    if (known.size > 3) known.clear()
    known.set(column, lines)
    return lines
  }
}

function write(context: PaintContext, text: string, x: number, y: number, font: string, color: string): void {
  context.font = `${font} ${FAMILY}`
  context.fillStyle = color
  context.fillText(text, x, y)
}

/** The first line begins `indent` later. */
function broken(context: PaintContext, text: string, width: number, indent: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const { text: piece, space, newline } of piecesOf(text)) {
    if (line !== '' && context.measureText(line + piece).width > width - (lines.length === 0 ? indent : 0)) {
      lines.push(line)
      line = ''
    }
    line += piece + (space === '' ? '' : ' ')
    if (!newline) continue
    lines.push(line)
    line = ''
  }
  return line === '' ? lines : [...lines, line]
}
