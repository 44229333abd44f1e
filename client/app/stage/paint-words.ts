// The statement of a card as painted text: while a movement brings cards in faster than elements can be made for them,
// their words can be read all the same. Laid out like the card does it, but only nearly: it is there for moments.
import type { Card } from '../../../shared/board/records.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'
import type { PaintContext } from '../../canvas/tile-layer.ts'
import { FULL_FROM } from '../../cards/card.ts'
import { KINDS } from '../../cards/kinds.ts'
import { MOST_LINES, shownTitle } from '../../cards/size.ts'
import { piecesOf } from '../../cards/text-lines.ts'

/** Screen pixels of text that is held small, and board pixels of text that grows with the zoom: size, line. */
const HELD = { size: 12, line: 16 }
const GROWN = { size: 14, line: 20 }
/** Board pixels from the edge of a card to its words, and the height of its head. */
const SIDE = 12
const FULL = -1
const HEAD = { full: 36, compact: 30, bare: 10 }

export class PaintWords {
  readonly #lines = new WeakMap<Card, Map<number, readonly string[]>>()

  paint(context: PaintContext, card: Card, at: Rect, z: number): void {
    const full = z >= FULL_FROM
    const [size, step] = full ? [GROWN.size * z, GROWN.line * z] : [HELD.size, HELD.line]
    const head = KINDS[card.kind].headless === true ? HEAD.bare * z : full ? HEAD.full * z : card.kind === 'assumption' ? HEAD.compact : 9
    const most = Math.max(1, Math.min(MOST_LINES, Math.floor((at.height - head) / step)))
    context.font = `500 ${size}px "Hanken Grotesk Variable", system-ui`
    context.textBaseline = 'middle'
    const lines = this.#linesOf(context, card, full ? FULL : Math.round(at.width), at.width - 2 * SIDE * z)
    lines.slice(0, most).forEach((line, n) => context.fillText(line, at.x + SIDE * z, at.y + head + (n + 0.5) * step))
  }

  /** Lines are remembered by the column that they were broken for; grown text breaks alike at every zoom. */
  #linesOf(context: PaintContext, card: Card, column: number, width: number): readonly string[] {
    const known = this.#lines.get(card) ?? new Map<number, readonly string[]>()
    this.#lines.set(card, known)
    const lines = known.get(column) ?? broken(context, shownTitle(card), width)
    if (known.size > 3) known.clear()
    known.set(column, lines)
    return lines
  }
}

function broken(context: PaintContext, text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const { text: piece, space, newline } of piecesOf(text)) {
    if (line !== '' && context.measureText(line + piece).width > width) {
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
