// What the canvas draws of itself over and under the items: marquee, guides, the line of a
// link in the making, and the pale place that a dragged item has left. All in board pixels, all hidden from readers.
import { html, nothing, svg, type TemplateResult } from 'lit'
import type { BoardPoint, Rect } from '../../shared/geometry/geometry.ts'

/** Left places that are drawn during a drag. */
const GHOSTS = 30

/** A link in the making: to a point while the pointer draws it, over an item when it would lead there. */
export interface Aim { readonly from: string; readonly to: BoardPoint | undefined; readonly over: string | undefined }

/** A place as a style. */
export const boxOf = ({ x, y, width, height }: Rect): string => `left:${x}px;top:${y}px;width:${width}px;height:${height}px`

export function marqueeMark(rect: Rect | undefined): TemplateResult | typeof nothing {
  return rect === undefined ? nothing : html`<div class="marquee" style=${boxOf(rect)}></div>`
}

type BoundsOf = (id: string) => Rect | undefined

/** The places that dragged items have left. */
export function ghostMarks(ids: Iterable<string>, boundsOf: BoundsOf): TemplateResult[] {
  return [...ids].slice(0, GHOSTS).flatMap((id) => {
    const bounds = boundsOf(id)
    return bounds === undefined ? [] : [html`<div class="ghost" style=${boxOf(bounds)}></div>`]
  })
}

/** Where a dragged item stands level with others; placed without a draw. */
export function guideMarks(): TemplateResult {
  return html`<div class="guide" data-axis="x" hidden></div><div class="guide" data-axis="y" hidden></div>`
}

/** From the nearest edge of an item to a point, or to the item that is aimed at. */
export function aimMark(aim: Aim | undefined, boundsOf: BoundsOf): TemplateResult | typeof nothing {
  const from = aim === undefined ? undefined : boundsOf(aim.from)
  return aim === undefined || from === undefined ? nothing : aimLine(from, aim.to, aim.over === undefined ? undefined : boundsOf(aim.over))
}

function aimLine(from: Rect, at: BoardPoint | undefined, over: Rect | undefined): TemplateResult {
  const end = over === undefined ? at : { x: over.x + over.width / 2, y: over.y + over.height / 2 }
  const start = end === undefined ? undefined : edgeTowards(from, end)
  const stop = start === undefined || over === undefined ? end : edgeTowards(over, start)
  return html`<svg class="aim" aria-hidden="true">
    ${frameOf(from)}${over === undefined ? nothing : frameOf(over)}
    ${start === undefined || stop === undefined ? nothing : svg`<path d="M${start.x} ${start.y} L${stop.x} ${stop.y}"></path>`}
  </svg>`
}

function frameOf({ x, y, width, height }: Rect): TemplateResult {
  return svg`<rect x=${x - 5} y=${y - 5} width=${width + 10} height=${height + 10} rx="11"></rect>` as TemplateResult
}

/** The middle of the side of `rect` that faces a point. */
function edgeTowards({ x, y, width, height }: Rect, to: BoardPoint): BoardPoint {
  const middle = { x: x + width / 2, y: y + height / 2 }
  const dx = (to.x - middle.x) / Math.max(width, 1)
  const dy = (to.y - middle.y) / Math.max(height, 1)
  if (Math.abs(dx) > Math.abs(dy)) return { x: dx > 0 ? x + width : x, y: middle.y }
  return { x: middle.x, y: dy > 0 ? y + height : y }
}

/** What others draw in board pixels, cut at the edges of a part of the board. */
export function slotIn(name: 'under' | 'above', region: Rect): TemplateResult {
  return html`<div class=${name} style=${boxOf(region)}><div style=${`position:absolute;left:${-region.x}px;top:${-region.y}px`}><slot name=${name}></slot></div></div>`
}
