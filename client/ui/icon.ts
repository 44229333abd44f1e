// One icon, decorative: the words beside it say the same. `iconSvg` is for use inside another element's template (no
// shadow root of its own), `<tacit-icon name="check" size="16">` for everywhere else.
import { css, html, LitElement, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { IconNode } from 'lucide'
import { GLYPHS } from './glyphs.ts'
import { LUCIDE } from './lucide.ts'

export type GlyphName = keyof typeof GLYPHS
export type IconName = GlyphName | keyof typeof LUCIDE
/** By its name, or for parts that are fetched later a drawing of later-icons.ts. */
export type Icon = IconName | IconNode

interface Drawing { readonly node: IconNode; readonly grid: 16 | 24 }

function drawingOf(name: Icon): Drawing {
  if (typeof name !== 'string') return { node: name, grid: 24 }
  const own = (GLYPHS as Partial<Record<IconName, IconNode>>)[name]
  if (own !== undefined) return { node: own, grid: 16 }
  return { node: (LUCIDE as Partial<Record<IconName, IconNode>>)[name] ?? [], grid: 24 }
}

function shape([tag, at]: IconNode[number]): SVGTemplateResult {
  const width = at['stroke-width'] ?? ''
  if (tag === 'circle') return svg`<circle cx=${at['cx'] ?? 0} cy=${at['cy'] ?? 0} r=${at['r'] ?? 0} fill=${at['fill'] ?? 'none'}></circle>`
  if (tag === 'rect') return svg`<rect x=${at['x'] ?? 0} y=${at['y'] ?? 0} width=${at['width'] ?? 0} height=${at['height'] ?? 0} rx=${at['rx'] ?? 0}></rect>`
  if (tag === 'line') return svg`<path d=${`M${at['x1'] ?? 0} ${at['y1'] ?? 0}L${at['x2'] ?? 0} ${at['y2'] ?? 0}`}></path>`
  if (tag === 'ellipse') return svg`<ellipse cx=${at['cx'] ?? 0} cy=${at['cy'] ?? 0} rx=${at['rx'] ?? 0} ry=${at['ry'] ?? 0}></ellipse>`
  if (tag === 'polyline' || tag === 'polygon') return svg`<path d=${`M${at['points'] ?? ''}${tag === 'polygon' ? 'z' : ''}`}></path>`
  return svg`<path d=${at['d'] ?? ''} stroke-width=${width === '' ? 'inherit' : width} stroke-dasharray=${at['stroke-dasharray'] ?? 'none'}></path>`
}

/** The icon as an `<svg class="icon">`, styled by `marks` of theme/sheet.ts. Lines are 1.5 to 1.6 px at 16 px. */
export function iconSvg(icon: Icon, size = 16): TemplateResult {
  const { node, grid } = drawingOf(icon)
  return html`<svg class="icon" viewBox="0 0 ${grid} ${grid}" width=${size} height=${size} stroke-width=${grid === 16 ? 1.6 : 2.2} aria-hidden="true">${node.map(shape)}</svg>`
}

@customElement('tacit-icon')
export class TacitIcon extends LitElement {
  static override styles = css`
    :host { display: inline-grid; flex: none; vertical-align: -3px; color: inherit; }
    :host([hidden]) { display: none; }
    svg { display: block; fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; }
  `

  @property() name: IconName = 'tacit'
  @property({ type: Number }) size = 16

  override render(): TemplateResult {
    return iconSvg(this.name, this.size)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-icon': TacitIcon }
}
