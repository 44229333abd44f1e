// How cards and links look from far away: outline and line in the language of their state, the kind by its ground, no
// words. Painted many at a time, so every colour is read once for a picture.
import type { BoardState, Card } from '../../../shared/board/records.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import type { FarPainter } from '../../canvas/far-layer.ts'
import { linkPath } from '../../cards/link-path.ts'
import type { LinkItem } from '../../cards/links.ts'
import { lookOf, type Look } from '../../ui/looks.ts'

interface Paint { readonly line: string; readonly tint: string; readonly dash: readonly number[]; readonly width: number }

/** The look's colours in the tokens, and its line in screen pixels. */
const LINES: Readonly<Record<Look, { readonly token: string; readonly dash: readonly number[]; readonly width: number }>> = {
  unconfirmed: { token: 'believed', dash: [5, 4], width: 1.5 },
  stale: { token: 'stale', dash: [12, 3, 2, 3], width: 1.5 },
  disputed: { token: 'disputed', dash: [], width: 3 },
  refuted: { token: 'refuted', dash: [1.5, 3], width: 1 },
  confirmed: { token: 'known', dash: [], width: 1.5 },
  retired: { token: 'refuted', dash: [], width: 1 },
}
/** Screen pixels: a card under this width has its outline only. */
const RING_FROM = 24

export interface FarFacts { readonly board: BoardState; readonly judgements: Judgements; links(region: Rect): readonly LinkItem[]; shows(cardId: string): boolean }

/** `host` is where the colours of the theme are read. */
export class StagePainter implements FarPainter {
  readonly #host: Element
  readonly #facts: () => FarFacts | undefined
  #theme = ''
  #colors = new Map<string, string>()
  #paints = new Map<Look, Paint>()

  constructor(host: Element, facts: () => FarFacts | undefined) {
    this.#host = host
    this.#facts = facts
  }

  begin(context: CanvasRenderingContext2D, region: Rect, z: number): void {
    this.#mix()
    const links = this.#facts()?.links(region) ?? []
    context.save()
    context.scale(z, z)
    context.translate(-region.x, -region.y)
    for (const { from, to, look, beam } of links) {
      const paint = look === 'note' ? undefined : this.#paints.get(look)
      context.strokeStyle = paint?.line ?? this.#color('--line-2')
      context.lineWidth = Math.min(paint?.width ?? 1, 1.5) / z
      context.setLineDash((paint?.dash ?? []).map((length) => length / z))
      context.stroke(new Path2D(linkPath(from, to, beam === true).d))
    }
    context.restore()
  }

  item(context: CanvasRenderingContext2D, id: string, at: Rect): void {
    const facts = this.#facts()
    const card = facts?.board.cards.get(id)
    if (facts === undefined || card === undefined) return
    context.globalAlpha = facts.shows(id) ? 1 : 0.28
    if (card.kind === 'assumption') this.#assumption(context, card, facts.judgements, at)
    else this.#plain(context, card, at)
    context.globalAlpha = 1
  }

  #assumption(context: CanvasRenderingContext2D, card: Card, judgements: Judgements, { x, y, width, height }: Rect): void {
    const { state, seats } = judgements.assumption(card.id)
    const paint = this.#paints.get(lookOf(state))
    if (paint === undefined) return
    context.beginPath()
    context.roundRect(x, y, width, height, Math.min(4, height / 4))
    context.fillStyle = paint.tint
    context.fill()
    context.strokeStyle = paint.line
    context.lineWidth = paint.width
    context.setLineDash([...paint.dash])
    context.stroke()
    if (judgements.loadBearing(card.id)) line(context, x, y + height + 2.5, width, 2.5)
    context.setLineDash([])
    if (width < RING_FROM) return
    const all = Object.values(seats)
    const yes = all.length === 0 ? 0 : all.filter((seat) => seat === 'confirmed').length / all.length
    const radius = Math.min(7, height / 3.4)
    arc(context, x + width / 2, y + height / 2, radius, 1, 1)
    if (yes > 0) arc(context, x + width / 2, y + height / 2, radius, yes, 2.5)
  }

  #plain(context: CanvasRenderingContext2D, { kind, retired }: Card, { x, y, width, height }: Rect): void {
    context.beginPath()
    context.roundRect(x, y, width, height, kind === 'goal' || kind === 'frame' ? Math.min(5, height / 3) : Math.min(2, height / 4))
    context.fillStyle = this.#color(kind === 'goal' ? '--ink' : kind === 'context' ? '--context-paper' : kind === 'frame' || retired ? '--frame' : '--surface')
    context.fill()
    if (kind === 'goal' || kind === 'context' || kind === 'text') return
    context.setLineDash([])
    context.strokeStyle = this.#color(kind === 'frame' ? '--line' : '--line-2')
    context.lineWidth = 0.75
    context.stroke()
    if (kind !== 'decision') return
    context.strokeStyle = this.#color('--ink')
    line(context, x, y, width, 1.5)
  }

  /** Reads the colours once for each theme: a token may say two, and only an element knows which one holds. */
  #mix(): void {
    const probe = document.createElement('span')
    this.#host.shadowRoot?.append(probe)
    const read = (token: string): string => {
      probe.style.color = `var(${token})`
      return getComputedStyle(probe).color
    }
    const theme = read('--surface')
    if (theme !== this.#theme) {
      this.#theme = theme
      this.#colors = new Map(['--ink', '--surface', '--frame', '--line', '--line-2', '--context-paper'].map((token) => [token, read(token)]))
      this.#paints = new Map(Object.entries(LINES).map(([look, { token, dash, width }]) => [look as Look, { dash, width, line: read(`--${token}-line`), tint: read(`--${token}-tint`) }]))
    }
    probe.remove()
  }

  #color(token: string): string {
    return this.#colors.get(token) ?? ''
  }
}

function line(context: CanvasRenderingContext2D, x: number, y: number, length: number, width: number): void {
  context.lineWidth = width
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x + length, y)
  context.stroke()
}

/** From 12 o'clock on, a part of a whole turn. */
function arc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, part: number, width: number): void {
  context.lineWidth = width
  context.beginPath()
  context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + part * 2 * Math.PI)
  context.stroke()
}
