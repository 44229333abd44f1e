// The handles of an item, as marks over it: four dots that links are drawn from, and the edges that its size is changed
// by. Dots are shown for the item under the mouse; for the one that is selected where there is no mouse; and for none
// while several are selected: a press is meant for them.
import { html, nothing, type TemplateResult } from 'lit'
import type { Rect } from '../../shared/geometry/geometry.ts'
import type { CanvasItem, Offset } from './item.ts'
import type { Edge } from './tools/tool.ts'

const EDGES: readonly Edge[] = ['n', 'e', 's', 'w', 'ne', 'se', 'sw', 'nw']

const noMouse = matchMedia('(hover: none)')

/** Screen pixels. Of a smaller item the dots would leave nothing to be taken: they stand outside of it. */
const SMALL = 72

export interface HandleView {
  readonly zoom: number
  readonly selection: ReadonlySet<string>
  /** The item under the mouse. */
  readonly hot: string | undefined
  /** The item that is being edited has no handles. */
  readonly pinned: string | undefined
  /** An item whose size is being changed. */
  readonly sized: { readonly id: string; readonly rect: Rect } | undefined
  readonly offsets: ReadonlyMap<string, Offset>
  item(id: string): CanvasItem | undefined
}

export function handleMarks(view: HandleView): TemplateResult {
  const [first] = view.selection
  const only = view.selection.size === 1 ? first : undefined
  const dotted = view.sized === undefined && view.selection.size <= 1
  return html`${edgesOf(view, only)}${dotted ? dotsOf(view, view.hot ?? (noMouse.matches ? only : undefined)) : nothing}`
}

/** Four dots, in the middle of each edge. */
function dotsOf(view: HandleView, id: string | undefined): TemplateResult | typeof nothing {
  const item = id === undefined ? undefined : view.item(id)
  if (item === undefined || item.layer === 'ground' || item.id === view.pinned || view.offsets.has(item.id)) return nothing
  const { x, y, width, height } = item.bounds
  const places = [[x + width / 2, y, 'n'], [x + width, y + height / 2, 'e'], [x + width / 2, y + height, 's'], [x, y + height / 2, 'w']]
  const outside = Math.min(width, height) * view.zoom < SMALL
  return html`${places.map(([left, top, side]) => html`<div class="dot ${outside ? `outside ${side}` : ''}" data-dot=${item.id} style="left:${left}px;top:${top}px" aria-hidden="true"></div>`)}`
}

/** The right edge, or where the height may change too, every edge and corner. */
function edgesOf(view: HandleView, id: string | undefined): TemplateResult | typeof nothing {
  const item = id === undefined ? undefined : view.item(id)
  if (item?.sizing === undefined || item.id === view.pinned || view.offsets.has(item.id)) return nothing
  const { x, y, width, height } = view.sized?.id === item.id ? view.sized.rect : item.bounds
  const edges = item.sizing.height === undefined ? (['e'] as const) : EDGES
  return html`<div class="edges" style="left:${x}px;top:${y}px;width:${width}px;height:${height}px" aria-hidden="true">${edges.map((edge) => html`<div class="edge" data-edge=${edge} data-sizes=${item.id}></div>`)}</div>`
}
