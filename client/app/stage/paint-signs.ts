// The small signs of painted cards: the sign of a state inside the ring, the glyph of a kind, the double line, the rim
// of what is refuted. The same drawings as near by, as paths that are made once. Sizes are screen pixels.
import type { Rect } from '../../../shared/geometry/geometry.ts'
import type { PaintContext } from '../../canvas/tile-layer.ts'
import { GLYPHS } from '../../ui/glyphs.ts'
import type { IconName } from '../../ui/icon.ts'
import type { Look } from '../../ui/looks.ts'
import { SIGNS } from '../../ui/ring.ts'

/** The ring's drawing is 20 wide with a radius of 8, a glyph's 16. */
const RING_RADIUS = 8
const GLYPH_GRID = 16
/** The second line of what is disputed, outside of the first. */
const OUTER = 2.75

const signs = new Map<Look, Path2D>(Object.entries(SIGNS).map(([look, d]) => [look as Look, new Path2D(d)]))
const glyphs = new Map<IconName, Path2D>()

function glyphPath(name: IconName): Path2D {
  const known = glyphs.get(name)
  if (known !== undefined) return known
  const path = new Path2D()
  for (const [tag, at] of (GLYPHS as Partial<Record<IconName, (typeof GLYPHS)[keyof typeof GLYPHS]>>)[name] ?? []) {
    const facts: Readonly<Record<string, string | number | undefined>> = at
    if (tag === 'path') path.addPath(new Path2D(String(facts['d'])))
    else if (tag === 'circle') path.addPath(circle(Number(facts['cx']), Number(facts['cy']), Number(facts['r'])))
    else if (tag === 'rect') path.rect(Number(facts['x']), Number(facts['y']), Number(facts['width']), Number(facts['height']))
  }
  glyphs.set(name, path)
  return path
}

function circle(x: number, y: number, radius: number): Path2D {
  const path = new Path2D()
  path.arc(x, y, radius, 0, 2 * Math.PI)
  return path
}

/** `middle` of the drawing in its own grid. */
function stroked(context: PaintContext, path: Path2D, x: number, y: number, scale: number, middle: number, width: number): void {
  context.save()
  context.translate(x, y)
  context.scale(scale, scale)
  context.translate(-middle, -middle)
  context.lineWidth = width
  context.lineCap = 'round'
  context.stroke(path)
  context.restore()
}

/** In the colour of the state, around the middle of its ring. */
export function paintSign(context: PaintContext, look: Look, x: number, y: number, radius: number): void {
  const path = signs.get(look)
  if (path !== undefined) stroked(context, path, x, y, radius / RING_RADIUS, 10, 1.8)
}

export function paintGlyph(context: PaintContext, name: IconName, x: number, y: number, size: number): void {
  stroked(context, glyphPath(name), x, y, size / GLYPH_GRID, GLYPH_GRID / 2, 1.6)
}

/** What stands beside the outline itself: the second line of disputed cards, the ticks along the rim of refuted ones. */
export function paintBeside(context: PaintContext, look: Look, { x, y, width, height }: Rect, radius: number): void {
  if (look === 'disputed') {
    context.beginPath()
    context.roundRect(x - OUTER, y - OUTER, width + 2 * OUTER, height + 2 * OUTER, radius + OUTER)
    context.stroke()
  }
  if (look !== 'refuted' || height < 8) return
  context.beginPath()
  context.rect(x + 2.5, y + 2.5, width - 5, height - 5)
  context.lineWidth = 3.5
  context.setLineDash([1.2, 2.3])
  context.stroke()
  context.setLineDash([])
}

/** The beam under a card that others rest on, as whole as it is certain. */
export function paintBeam(context: PaintContext, look: Look, { x, y, width, height }: Rect): void {
  const rails = look === 'disputed' ? [[4.5, 1.3], [7, 1.3]] as const : [[4.5, 3]] as const
  context.setLineDash(BEAM[look] ?? [])
  for (const [below, thick] of rails) {
    context.lineWidth = thick
    context.beginPath()
    context.moveTo(x, y + height + below)
    context.lineTo(x + width, y + height + below)
    context.stroke()
  }
  context.setLineDash([])
}

const BEAM: Partial<Record<Look, number[]>> = { unconfirmed: [10, 4.5], stale: [22, 3, 3, 3], refuted: [2.2, 4.5] }

/** The end of a link at its foundation, and the cross in the middle of one that rests on what is refuted. */
export function paintLinkSigns(context: PaintContext, look: Look | 'note', dot: { readonly x: number; readonly y: number }, middle: { readonly x: number; readonly y: number }, ground: string): void {
  context.beginPath()
  context.arc(dot.x, dot.y, look === 'note' ? 2.5 : 3.5, 0, 2 * Math.PI)
  context.fillStyle = look === 'note' || look === 'confirmed' ? context.strokeStyle : ground
  context.fill()
  if (look !== 'note') context.stroke()
  if (look !== 'refuted') return
  context.beginPath()
  context.moveTo(middle.x - 4, middle.y - 4)
  context.lineTo(middle.x + 4, middle.y + 4)
  context.moveTo(middle.x + 4, middle.y - 4)
  context.lineTo(middle.x - 4, middle.y + 4)
  context.stroke()
}
