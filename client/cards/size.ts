// How large a card is, in board pixels, from its facts alone and without the DOM: layout, links, the index of what is
// visible and the minimap all need it before anything is drawn. No judgement changes it: nothing moves unless moved.
import type { Card } from '../../shared/board/records.ts'
import type { Size } from '../../shared/geometry/geometry.ts'
import { isolated } from '../language/isolated.ts'
import { KINDS } from './kinds.ts'
import { forgetWidths, linesOf } from './text-lines.ts'
import { words } from './words.ts'

export const DEFAULT_WIDTH = 216
export const MIN_WIDTH = 168
export const MAX_WIDTH = 320
/** A statement longer than this fades out; the whole of it is in the inspector. */
export const MOST_LINES = 5
const LINE = 20
const GAP = 6
const HEAD = 16
/** The ring is taller than a glyph. */
const ASSUMPTION_HEAD = 20
const FOOT = 20
/** Tiles of 20 and 2 of air above. */
const TILES = 22
const FRAME_SIZE: Size = { width: 480, height: 320 }

let sizes = new WeakMap<Card, Size>()

function fieldNumber(card: Card, name: string): number | undefined {
  const value = card.fields[name]
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined
}

/** The text that stands on the card, and in sentences about it. */
export function shownTitle(card: Card): string {
  return card.title.trim() === '' ? words.untitled : isolated(card.title)
}

export function widthOfCard(card: Card): number {
  if (card.kind === 'frame') return card.width ?? fieldNumber(card, 'w') ?? FRAME_SIZE.width
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, card.width ?? DEFAULT_WIDTH))
}

/** Lines that the statement wants, before the fade. */
export function statementLines(card: Card): number {
  const { insets } = KINDS[card.kind].silhouette
  return linesOf(shownTitle(card), widthOfCard(card) - insets.left - insets.right)
}

function heightOf(card: Card): number {
  if (card.kind === 'frame') return fieldNumber(card, 'height') ?? fieldNumber(card, 'h') ?? FRAME_SIZE.height
  const kind = KINDS[card.kind]
  const { insets } = kind.silhouette
  const text = Math.min(statementLines(card), card.kind === 'text' ? Infinity : MOST_LINES) * LINE
  const head = kind.headless === true ? 0 : (card.kind === 'assumption' ? ASSUMPTION_HEAD : HEAD) + GAP
  const foot = card.kind === 'assumption' ? TILES + GAP : kind.footer === undefined ? 0 : FOOT + GAP + insets.foot
  return insets.top + head + text + foot + insets.bottom
}

/** Width and height in board pixels; remembered for each card value. */
export function sizeOf(card: Card): Size {
  const known = sizes.get(card)
  if (known !== undefined) return known
  const size = { width: widthOfCard(card), height: heightOf(card) }
  sizes.set(card, size)
  return size
}

/** Calls back once the font is there and every size has to be asked for again. */
export function onSizesChanged(changed: () => void): void {
  if (document.fonts.check('500 14px "Hanken Grotesk Variable"', 'Aa')) return
  void document.fonts.load('500 14px "Hanken Grotesk Variable"', 'Aa').then(() => {
    forgetWidths()
    sizes = new WeakMap()
    changed()
  })
}
