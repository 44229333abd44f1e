// The element around an item's own: where it lies, how high in the pile, in whose hand. Knows nothing of what is in it.
import { html, nothing, type TemplateResult } from 'lit'
import { styleMap } from 'lit/directives/style-map.js'
import type { Rect } from '../../shared/geometry/geometry.ts'
import type { CanvasItem } from './item.ts'

export interface ItemFrame {
  readonly item: CanvasItem
  /** Where it is shown: its bounds, or those that a hand gives it now. */
  readonly rect: Rect
  /** Its place in the pile of those that overlap. */
  readonly height: number | undefined
  readonly raised: boolean
  /** In this person's hand, or in somebody else's. */
  readonly lifted: boolean
  readonly carried: boolean
}

export function itemFrame({ item, rect: { x, y, width, height }, height: pile, raised, lifted, carried }: ItemFrame, face: TemplateResult | typeof nothing): TemplateResult {
  const ground = item.layer === 'ground'
  const classes = ['item', ground ? 'ground-item' : '', raised ? 'raised' : '', lifted ? 'lifted' : '', !lifted && carried ? 'carried' : '']
  return html`<div class=${classes.filter((name) => name !== '').join(' ')} data-id=${item.id}
        style=${styleMap({ left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px`, zIndex: pile?.toString() })}>${face}${ground ? html`<div class="grip"></div>` : nothing}</div>`
}
