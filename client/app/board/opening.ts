// A board that is on its way: frames and cards as quiet blocks where they will be, before their words are there. Nothing
// shimmers and nothing spins; the words come in one step and nothing moves then.
import { css, html, LitElement, svg, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { BoardOutline } from '../../../shared/protocol/http.ts'
import { intersects, type Rect, type Size } from '../../../shared/geometry/geometry.ts'
import { fitting, usualTools } from '../../canvas/fitting.ts'
import { gather } from '../../canvas/gathering.ts'

/** The server tells no more blocks than this. */
const MOST_BLOCKS = 80

@customElement('tacit-opening')
export class TacitOpening extends LitElement {
  static override styles = css`
    :host { display: block; position: absolute; inset: 0; overflow: clip; background: var(--canvas); pointer-events: none; }
    svg { display: block; width: 100%; height: 100%; }
    .block { fill: var(--sunk); }
    .frame { fill: var(--frame); stroke: var(--line); stroke-width: 1px; vector-effect: non-scaling-stroke; }
    @media (forced-colors: active) { .block { stroke: GrayText; stroke-width: 1px; vector-effect: non-scaling-stroke; } }
  `

  @property({ attribute: false }) outline: BoardOutline | undefined
  @state() private size: Size = { width: 0, height: 0 }
  readonly #watch = new ResizeObserver(() => { this.size = { width: this.clientWidth, height: this.clientHeight } })

  override connectedCallback(): void {
    super.connectedCallback()
    this.#watch.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#watch.disconnect()
  }

  override render(): TemplateResult {
    if (this.outline === undefined || this.size.width === 0) return html``
    const { bounds, blocks } = this.outline
    const rects = blocks.map(({ x, y, w, h }): Rect => ({ x, y, width: w, height: h }))
    const { rect, far } = gather(rects.map((block, at) => ({ id: String(at), bounds: block })))
    const whole = far.length > 0 || blocks.length < MOST_BLOCKS ? rect : { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h }
    if (whole === undefined) return html``
    const { x, y, z } = fitting(whole, { view: this.size, covered: usualTools(this.size), lies: (area) => rects.some((one) => intersects(one, area)) }, 'first')
    const ordered = [...blocks].sort((a, b) => Number(b.frame === true) - Number(a.frame === true))
    return html`<svg aria-hidden="true"><g transform="scale(${z}) translate(${-x} ${-y})">${ordered.map((block) => svg`<rect class=${block.frame === true ? 'frame' : 'block'} x=${block.x} y=${block.y} width=${block.w} height=${block.h} rx=${block.frame === true ? 12 : 8}></rect>`)}</g></svg>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-opening': TacitOpening }
}
