// A board in the size of a stamp: its cards as rectangles in the line of their state, the kind by its ground. A picture
// of what the tally beside it says in words; knows no board, only its glance.
import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { BoardGlance, GlanceCard } from '../../../shared/protocol/http.ts'
import { lookOf, type Look } from '../../ui/looks.ts'

export const STAMP = { width: 280, height: 144 }
const MARGIN = 12
/** A board of three cards is not blown up. */
const LARGEST = 0.16
const SMALLEST_CARD = { width: 8, height: 6 }

/** A tall board is drawn wider than it is, up to so much: in a stamp it is the order of things that is recognised. */
const WIDEST = 1.7

interface Axis { readonly scale: number; readonly offset: number }
interface Placing { readonly across: Axis; readonly down: Axis }

function axis(from: number, to: number, scale: number, length: number): Axis {
  return { scale, offset: (length - (to - from) * scale) / 2 - from * scale }
}

/** Where the cards stand in the stamp: all of them in view, in the middle. */
export function placing(cards: readonly GlanceCard[]): Placing {
  const left = Math.min(...cards.map(({ x }) => x))
  const top = Math.min(...cards.map(({ y }) => y))
  const right = Math.max(...cards.map(({ x, w }) => x + w))
  const bottom = Math.max(...cards.map(({ y, h }) => y + h))
  const wide = (STAMP.width - 2 * MARGIN) / (right - left)
  const down = Math.min(LARGEST, wide, (STAMP.height - 2 * MARGIN) / (bottom - top))
  return { across: axis(left, right, Math.min(LARGEST, wide, down * WIDEST), STAMP.width), down: axis(top, bottom, down, STAMP.height) }
}

function paperOf({ kind, state }: GlanceCard): Look | 'ink' | 'context' | 'paper' {
  if (state !== undefined) return lookOf(state)
  if (kind === 'goal') return 'ink'
  return kind === 'context' ? 'context' : 'paper'
}

function stamped(card: GlanceCard, { across, down }: Placing): SVGTemplateResult {
  const paper = paperOf(card)
  const x = card.x * across.scale + across.offset
  const y = card.y * down.scale + down.offset
  const width = Math.max(SMALLEST_CARD.width, card.w * across.scale)
  const height = Math.max(SMALLEST_CARD.height, card.h * down.scale)
  const marked = card.state !== undefined
  return svg`<rect class="${marked ? `line s-${paper}` : paper}" x=${x.toFixed(1)} y=${y.toFixed(1)} width=${width.toFixed(1)} height=${height.toFixed(1)} rx=${Math.min(3, height / 4).toFixed(1)}></rect>
    ${paper === 'disputed' ? svg`<rect class="line s-disputed outer" x=${(x - 2.25).toFixed(1)} y=${(y - 2.25).toFixed(1)} width=${(width + 4.5).toFixed(1)} height=${(height + 4.5).toFixed(1)} rx="4"></rect>` : nothing}
    ${paper === 'refuted' ? svg`<path class="line s-refuted" d="M${(x + width / 2 - 2).toFixed(1)} ${(y + height / 2 - 2).toFixed(1)}l4 4m0-4l-4 4"></path>` : nothing}`
}

export const thumbnailStyles = css`
  .stamp { display: block; width: 100%; height: 100%; fill: none; }
  .stamp .paper { fill: var(--surface); stroke: var(--edge); stroke-width: 1; }
  .stamp .ink { fill: var(--ink); }
  .stamp .context { fill: var(--context-paper); }
  .stamp .line { stroke: var(--st-line); fill: var(--st-tint); stroke-width: 1.25; }
  .stamp .outer { fill: none; }
  .stamp .s-unconfirmed { stroke-dasharray: 3.5 2.5; }
  .stamp .s-stale { stroke-dasharray: 7 2 1.5 2; }
  .stamp .s-refuted, .stamp .s-retired { stroke-width: 1; }
  .stamp .s-retired { fill: var(--frame); }
  @media (forced-colors: active) { .stamp .context { stroke: CanvasText; } }
`

/** Undefined: nothing is known of the board yet, and the ground stays empty. */
export function thumbnailHtml(glance: BoardGlance | undefined): TemplateResult | typeof nothing {
  if (glance === undefined || glance.cards.length === 0) return nothing
  const place = placing(glance.cards)
  return html`<svg class="stamp" viewBox="0 0 ${STAMP.width} ${STAMP.height}" aria-hidden="true">${glance.cards.map((card) => stamped(card, place))}</svg>`
}
