// How cards and links look when they are painted: outline and line in the language of their state, the kind by its
// ground, words where they can be read. Painted many at a time, so every colour is read once for a theme.
import type { BoardState, Card } from '../../../shared/board/records.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'
import type { Judgements, Seat } from '../../../shared/rules/judgements.ts'
import type { FarPainter, PaintContext } from '../../canvas/tile-layer.ts'
import { COMPACT_FROM, FULL_FROM } from '../../cards/card.ts'
import { markOf, type Mark } from '../../cards/face.ts'
import { KINDS } from '../../cards/kinds.ts'
import { linkCurve, partIn } from '../../cards/link-path.ts'
import type { LinkItem } from '../../cards/links.ts'
import { words as cardWords } from '../../cards/words.ts'
import { lookOf, type Look } from '../../ui/looks.ts'
import { paintFooter, paintTiles } from './paint-foot.ts'
import { paintPaper } from './paint-paper.ts'
import { paintBeam, paintBeside, paintGlyph, paintLinkSigns, paintSign } from './paint-signs.ts'
import { PaintWords, ringAt } from './paint-words.ts'
import { StatePaints } from './state-paints.ts'

/** Screen pixels of a card's width: its ring, what stands in the ring or for the kind, and the numbers beside it. */
const RING_FROM = 24
const SIGN_FROM = 32
const COUNT_FROM = 48
/** Screen pixels of a board pixel from which the ends of links can be seen. */
const DOTS_FROM = 0.2

/** Lines stand out of a card by so many screen pixels, near and far, its beam below it by more. */
const RIM = { near: 9, far: 4 }
const BELOW = 4

const COUNT_FONT = '600 12px "Hanken Grotesk Variable", system-ui'

export interface FarFacts {
  readonly board: BoardState
  readonly judgements: Judgements
  /** What else decides what is shown: other values, another picture. */
  readonly shown: readonly unknown[]
  links(region: Rect): readonly LinkItem[]
  shows(cardId: string): boolean
}

/** `host` is where the colours of the theme are read. */
export class StagePainter implements FarPainter {
  readonly #facts: () => FarFacts | undefined
  readonly #paints: StatePaints
  readonly #words = new PaintWords()
  readonly #marks = new Map<string, Mark>()
  #seen: readonly unknown[] = []
  #picture = 0

  constructor(host: Element, facts: () => FarFacts | undefined) {
    this.#facts = facts
    this.#paints = new StatePaints(host)
  }

  get picture(): number {
    const facts = this.#facts()
    const seen = [facts?.board.cards, facts?.board.links, facts?.judgements, ...(facts?.shown ?? []), this.#paints.theme]
    if (seen.some((value, at) => value !== this.#seen[at])) {
      this.#picture++
      this.#marks.clear()
    }
    this.#seen = seen
    return this.#picture
  }

  links(context: PaintContext, region: Rect, z: number): void {
    for (const { from, to, look, beam, pale } of this.#facts()?.links(region) ?? []) {
      const paint = look === 'note' ? undefined : this.#paints.of(look)
      context.globalAlpha = pale === true ? 0.28 : 1
      context.strokeStyle = (pale === true ? undefined : paint?.line) ?? this.#paints.color('--line-2')
      context.lineWidth = look === 'disputed' ? 4.5 : (paint?.width ?? 1)
      context.setLineDash(look === 'refuted' ? [1.5, 4] : [...(paint?.dash ?? [])])
      const whole = linkCurve(from, to, beam === true)
      const part = partIn(whole, region)
      if (part === undefined) continue
      const { start, c1, c2, dot } = part.curve
      context.lineDashOffset = part.before * z
      const x = (at: number): number => (at - region.x) * z
      const y = (at: number): number => (at - region.y) * z
      context.beginPath()
      context.moveTo(x(start.x), y(start.y))
      context.bezierCurveTo(x(c1.x), y(c1.y), x(c2.x), y(c2.y), x(dot.x), y(dot.y))
      context.stroke()
      context.setLineDash([])
      if (look === 'disputed') this.#gap(context)
      if (z < DOTS_FROM) continue
      const middle = { x: x((whole.start.x + 3 * whole.c1.x + 3 * whole.c2.x + whole.dot.x) / 8), y: y((whole.start.y + 3 * whole.c1.y + 3 * whole.c2.y + whole.dot.y) / 8) }
      paintLinkSigns(context, look, { x: x(whole.dot.x), y: y(whole.dot.y) }, middle, this.#paints.color('--frame'))
    }
    context.globalAlpha = 1
    context.lineDashOffset = 0
  }

  /** Two lines are one with a gap of the ground: the path that was just drawn, once more. */
  #gap(context: PaintContext): void {
    const { strokeStyle } = context
    context.strokeStyle = this.#paints.color('--frame')
    context.lineWidth = 1.5
    context.stroke()
    context.strokeStyle = strokeStyle
    context.lineWidth = 1.5
  }

  item(context: PaintContext, id: string, at: Rect, z: number): void {
    const facts = this.#facts()
    const card = facts?.board.cards.get(id)
    if (facts === undefined || card === undefined) return
    context.globalAlpha = facts.shows(id) ? 1 : 0.28
    if (card.kind === 'assumption') this.#assumption(context, card, facts.judgements, at, z)
    else if (z < COMPACT_FROM) this.#plain(context, card, at)
    else paintPaper(context, card, at, z, this.#paints)
    if (z >= COMPACT_FROM) this.#say(context, card, facts, at, z)
    context.globalAlpha = 1
  }

  left(context: PaintContext, _id: string, { x, y, width, height }: Rect, z: number): void {
    context.globalAlpha = 0.7
    context.fillStyle = this.#paints.color('--canvas')
    context.beginPath()
    const rim = z >= COMPACT_FROM ? RIM.near : RIM.far
    context.roundRect(x - rim, y - rim, width + 2 * rim, height + 2 * rim + BELOW, 8)
    context.fill()
    context.globalAlpha = 1
  }

  #say(context: PaintContext, card: Card, facts: FarFacts, at: Rect, z: number): void {
    const mark = card.kind === 'assumption' ? this.#markOf(card, facts) : undefined
    const words = this.#paints.color(card.kind === 'goal' ? '--on-ink' : '--ink')
    const kind = card.kind === 'goal' ? words : this.#paints.of('retired').text
    this.#words.paint(context, card, mark, at, z, { words, kind, state: mark === undefined ? words : this.#paints.of(mark.look).text })
    if (z < FULL_FROM) return
    const footer = mark === undefined ? KINDS[card.kind].footer?.({ card, board: facts.board, judgements: facts.judgements }) : undefined
    if (mark !== undefined) paintTiles(context, card, mark, at, z, this.#paints)
    else if (footer !== undefined) paintFooter(context, card, footer, at, z, this.#paints)
  }

  #markOf(card: Card, { board, judgements }: FarFacts): Mark {
    const mark = this.#marks.get(card.id) ?? markOf({ card, board, judgements })
    this.#marks.set(card.id, mark)
    return mark
  }

  #assumption(context: PaintContext, card: Card, judgements: Judgements, { x, y, width, height }: Rect, z: number): void {
    const { state, seats } = judgements.assumption(card.id)
    const look = lookOf(state)
    const paint = this.#paints.of(look)
    const near = z >= COMPACT_FROM
    const corner = near ? 8 * z : Math.min(4, height / 4)
    context.beginPath()
    context.roundRect(x, y, width, height, corner)
    context.fillStyle = paint.tint
    context.fill()
    context.strokeStyle = paint.line
    context.lineWidth = paint.width
    context.setLineDash([...paint.dash])
    context.stroke()
    context.setLineDash([])
    paintBeside(context, look, { x, y, width, height }, corner)
    if (width >= RING_FROM && look !== 'retired' && judgements.loadBearing(card.id)) paintBeam(context, look, { x, y, width, height })
    if (width >= RING_FROM) this.#ring(context, look, Object.values(seats), { x, y, width, height }, near, z)
  }

  #ring(context: PaintContext, look: Look, seats: readonly Seat[], { x, y, width, height }: Rect, near: boolean, z: number): void {
    const yes = seats.filter((seat) => seat === 'confirmed').length
    const ring = near ? ringAt(z, height) : undefined
    const radius = ring?.radius ?? Math.min(7, height / 3.4)
    const count = ring === undefined && width >= COUNT_FROM && seats.length > 0 && look !== 'retired' ? cardWords.per(yes, seats.length) : ''
    const [cx, cy] = ring === undefined ? [x + width / 2 - (count === '' ? 0 : 12), y + height / 2] : [x + ring.x, y + ring.y]
    arc(context, cx, cy, radius, 1, 1)
    if (yes > 0) arc(context, cx, cy, radius, yes / seats.length, 2.5)
    if (width >= SIGN_FROM) paintSign(context, look, cx, cy, radius)
    if (count === '') return
    context.fillStyle = this.#paints.of(look).text
    context.font = COUNT_FONT
    context.textBaseline = 'middle'
    context.fillText(count, cx + radius + 5, cy + 0.5)
  }

  #plain(context: PaintContext, card: Card, at: Rect): void {
    this.#paper(context, card, at)
    if (at.width < SIGN_FROM || card.kind === 'frame') return
    context.strokeStyle = this.#paints.color(card.kind === 'goal' ? '--on-ink' : '--ink')
    paintGlyph(context, KINDS[card.kind].glyph, at.x + at.width / 2, at.y + at.height / 2, Math.min(16, at.height / 2))
  }

  #paper(context: PaintContext, { kind, retired }: Card, { x, y, width, height }: Rect): void {
    context.beginPath()
    context.roundRect(x, y, width, height, kind === 'goal' || kind === 'frame' ? Math.min(5, height / 3) : Math.min(2, height / 4))
    context.fillStyle = this.#paints.color(kind === 'goal' ? '--ink' : kind === 'context' ? '--context-paper' : kind === 'frame' || retired ? '--frame' : '--surface')
    if (kind !== 'text') context.fill()
    if (kind === 'goal' || kind === 'context' || kind === 'text') return
    context.strokeStyle = this.#paints.color(kind === 'frame' ? '--line' : '--line-2')
    context.lineWidth = 0.75
    context.stroke()
    if (kind !== 'decision') return
    context.strokeStyle = this.#paints.color('--ink')
    line(context, x, y, width, 1.5)
  }
}

function line(context: PaintContext, x: number, y: number, length: number, width: number): void {
  context.lineWidth = width
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x + length, y)
  context.stroke()
}

/** From 12 o'clock on, a part of a whole turn. */
function arc(context: PaintContext, x: number, y: number, radius: number, part: number, width: number): void {
  context.lineWidth = width
  context.beginPath()
  context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + part * 2 * Math.PI)
  context.stroke()
}
