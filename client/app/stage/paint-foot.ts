// The foot of a painted card, where it is shown in full: the teams' tiles of an assumption, the one line of any other
// kind with the sign of what it inherits. Laid out as the card does it. Sizes are board pixels.
import type { Card } from '../../../shared/board/records.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'
import type { PaintContext } from '../../canvas/tile-layer.ts'
import type { FaceTile, Mark } from '../../cards/face.ts'
import type { Footer } from '../../cards/footers.ts'
import { KINDS } from '../../cards/kinds.ts'
import { words as cardWords } from '../../cards/words.ts'
import { paintSign } from './paint-signs.ts'
import type { StatePaints } from './state-paints.ts'

const FAMILY = '"Hanken Grotesk Variable", system-ui'
const TILE = { side: 20, gap: 3, corner: 4, font: 9.5 }
const WORDS = { font: 12, high: 18, sign: 14, gap: 6 }
/** Screen pixels of a double border's two lines, and between their middles. */
const DOUBLE = { width: 1, inset: 2 }

interface Place { readonly x: number; readonly y: number; readonly width: number; readonly z: number }

function placeOf(card: Card, at: Rect, z: number, high: number): Place {
  const { insets } = KINDS[card.kind].silhouette
  return { x: at.x + insets.left * z, y: at.y + at.height - (insets.bottom + high) * z, width: at.width - (insets.left + insets.right) * z, z }
}

export function paintTiles(context: PaintContext, card: Card, mark: Mark, at: Rect, z: number, paints: StatePaints): void {
  const place = placeOf(card, at, z, TILE.side)
  if (mark.tiles.length === 0) return line(context, cardWords.askNobody, { ...place, y: place.y + (TILE.side - WORDS.high) * z }, paints.of('retired').text)
  mark.tiles.forEach((tile, n) => paintTile(context, tile, place.x + n * (TILE.side + TILE.gap) * z, place.y, z, paints))
  if (mark.moreTiles.length === 0) return
  write(context, cardWords.moreTiles(mark.moreTiles.length), place.x + (mark.tiles.length * (TILE.side + TILE.gap) + 2) * z, place.y + (TILE.side / 2) * z, `600 ${11 * z}px`, paints.of('retired').text)
}

function paintTile(context: PaintContext, { code, stance }: FaceTile, x: number, y: number, z: number, paints: StatePaints): void {
  const side = TILE.side * z
  const box = (inset: number): void => {
    context.beginPath()
    context.roundRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset, Math.max(0, TILE.corner * z - inset))
  }
  const doubt = stance === 'no' ? paints.of('disputed') : stance === 'was' ? paints.of('stale') : undefined
  box(0.5)
  context.fillStyle = paints.color('--ink')
  if (stance === 'yes') context.fill()
  context.strokeStyle = stance === 'yes' ? paints.color('--ink') : (doubt?.line ?? paints.color('--line-2'))
  context.lineWidth = DOUBLE.width
  context.setLineDash(stance === 'yes' || stance === 'no' ? [] : [3, 2])
  context.stroke()
  context.setLineDash([])
  if (stance === 'no') {
    box(0.5 + DOUBLE.inset)
    context.stroke()
  }
  context.textAlign = 'center'
  write(context, code, x + side / 2, y + side / 2 + 0.5, `600 ${TILE.font * z}px`, stance === 'yes' ? paints.color('--on-ink') : (doubt?.text ?? paints.of('retired').text))
  context.textAlign = 'start'
  if (stance === 'unsure') dot(context, x + side - 0.5, y + 0.5, 3 * z, paints.of('unconfirmed').line)
}

function dot(context: PaintContext, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
}

export function paintFooter(context: PaintContext, card: Card, footer: Footer, at: Rect, z: number, paints: StatePaints): void {
  const place = placeOf(card, at, z, WORDS.high)
  const { look } = footer
  if (look === undefined) return line(context, footer.text, place, card.kind === 'goal' ? paints.color('--on-ink') : paints.of('retired').text)
  const { line: stroke, text } = paints.of(look)
  const radius = (WORDS.sign / 2 - 1.4) * z
  context.strokeStyle = stroke
  context.lineWidth = 1
  context.beginPath()
  context.arc(place.x + (WORDS.sign / 2) * z, place.y + (WORDS.high / 2) * z, radius, 0, 2 * Math.PI)
  context.stroke()
  paintSign(context, look, place.x + (WORDS.sign / 2) * z, place.y + (WORDS.high / 2) * z, radius)
  const indent = (WORDS.sign + WORDS.gap) * z
  line(context, footer.text, { ...place, x: place.x + indent, width: place.width - indent }, card.kind === 'goal' ? paints.color('--on-ink') : text)
}

/** One line, cut where it ends. */
function line(context: PaintContext, text: string, { x, y, width, z }: Place, color: string): void {
  context.font = `400 ${WORDS.font * z}px ${FAMILY}`
  write(context, cut(context, text, width), x, y + (WORDS.high / 2) * z, `400 ${WORDS.font * z}px`, color)
}

function cut(context: PaintContext, text: string, width: number): string {
  const whole = context.measureText(text).width
  if (whole <= width) return text
  return `${text.slice(0, Math.max(1, Math.floor((text.length * width) / whole) - 1)).trimEnd()}…`
}

function write(context: PaintContext, text: string, x: number, y: number, font: string, color: string): void {
  context.font = `${font} ${FAMILY}`
  context.fillStyle = color
  context.fillText(text, x, y)
}
