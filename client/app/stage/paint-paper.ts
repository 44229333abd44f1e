// The paper of a painted card, where it is near enough to tell its kind by its silhouette: the drawing of the card itself,
// as paths that are made once.
import type { Card } from '../../../shared/board/records.ts'
import type { PaintContext } from '../../canvas/tile-layer.ts'
import { KINDS } from '../../cards/kinds.ts'
import type { Paint, Shape } from '../../cards/silhouettes.ts'
import { sizeOf } from '../../cards/size.ts'
import type { StatePaints } from './state-paints.ts'

interface Paper { readonly width: number; readonly height: number; readonly shape: Shape; readonly outline: Path2D; readonly details: readonly Path2D[] }

const GROUND = { surface: '--surface', ink: '--ink', context: '--context-paper', sunk: '--sunk', frame: '--frame' } as const satisfies Record<Exclude<Paint, 'none'>, string>
/** How much of the ink is in the shade of a fold. */
const FOLD = 0.22

const papers = new WeakMap<Card, Paper>()

function paperOf(card: Card): Paper {
  const { width, height } = sizeOf(card)
  const known = papers.get(card)
  if (known?.width === width && known.height === height) return known
  const shape = KINDS[card.kind].silhouette.draw(width, height)
  const paper = { width, height, shape, outline: new Path2D(shape.d), details: shape.details.map(({ d }) => new Path2D(d)) }
  papers.set(card, paper)
  return paper
}

/** `x` and `y` are its corner in screen pixels. */
export function paintPaper(context: PaintContext, card: Card, { x, y }: { readonly x: number; readonly y: number }, z: number, paints: StatePaints): void {
  const { shape, outline, details } = paperOf(card)
  const alpha = context.globalAlpha
  context.save()
  context.translate(x, y)
  context.scale(z, z)
  context.lineWidth = 1 / z
  context.strokeStyle = paints.color(shape.paint === 'frame' ? '--line' : '--edge')
  if (shape.paint !== 'none') {
    context.fillStyle = paints.color(GROUND[shape.paint])
    context.fill(outline)
  }
  if (shape.edged) context.stroke(outline)
  context.fillStyle = paints.color('--ink')
  for (const [at, path] of details.entries()) {
    const paint = shape.details[at]?.paint
    context.globalAlpha = paint === 'fold' ? alpha * FOLD : alpha
    if (paint === 'edge-line') context.stroke(path)
    else context.fill(path)
  }
  context.restore()
}
