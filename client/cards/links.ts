// All visible links as one SVG layer under the cards: `<tacit-links .links=${items}>`, placed at the board's origin and
// scaled with it; lines are held in screen pixels by --z (see card-sheet.ts). Line and dot tell the foundation's state.
// Pointed at or selected it says its word ("rests on", "threatens"). Tells by `link-picked` with the link's id; knows
// nothing of what a link means.
import { css, html, LitElement, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Rect } from '../../shared/geometry/geometry.ts'
import { states } from '../theme/sheet.ts'
import type { Look } from '../ui/looks.ts'
import { linkPath, type LinkPath } from './link-path.ts'

export interface LinkItem {
  readonly id: string
  readonly from: Rect
  readonly to: Rect
  /** The foundation's state; 'note' for every link that is not about resting on something. */
  readonly look: Look | 'note'
  readonly selected: boolean
  /** "rests on": shown when pointed at. */
  readonly label: string
  /** The foundation has a beam under it. */
  readonly beam?: boolean
  /** Nothing is seen of it outside of here. */
  readonly within?: Rect
  /** An end of it does not match the filter: as pale as that card. */
  readonly pale?: boolean
}

@customElement('tacit-links')
export class TacitLinks extends LitElement {
  static override styles = [states, css`
    :host { --px: calc(1px / var(--z, 1)); display: block; position: absolute; left: 0; top: 0; width: 0; height: 0; pointer-events: none; }
    svg { position: absolute; left: 0; top: 0; width: 1px; height: 1px; overflow: visible; fill: none; }
    path, circle { stroke: var(--st-line, var(--line-2)); stroke-width: calc(1.5 * var(--px)); }
    circle { r: calc(3.5 * max(1px, var(--px))); fill: var(--frame); }
    .s-unconfirmed .line { stroke-dasharray: calc(5 * var(--px)) calc(4 * var(--px)); }
    .s-stale .line { stroke-dasharray: calc(12 * var(--px)) calc(3 * var(--px)) calc(2 * var(--px)) calc(3 * var(--px)); }
    .s-disputed .line { stroke-width: calc(5 * var(--px)); }
    .s-disputed .gap { stroke-width: calc(2 * var(--px)); stroke: var(--frame); }
    .s-confirmed circle { fill: var(--st-line); }
    .s-refuted .line { stroke-dasharray: calc(1.5 * var(--px)) calc(4 * var(--px)); }
    .s-refuted .cross { stroke-width: calc(2 * var(--px)); }
    .note path { stroke: var(--line-2); stroke-width: calc(1 * var(--px)); }
    .note circle { fill: var(--line-2); stroke: none; r: calc(2.5 * max(1px, var(--px))); }
    .pale:not(.selected) { --st-line: var(--line-2); opacity: 0.28; }
    .s-retired .line { stroke-width: calc(1 * var(--px)); }
    :host([following]) svg { will-change: transform; }
    :host([following]) .hit, :host([following]) .halo { display: none; }
    .hit, .note .hit { stroke: transparent; stroke-width: calc(14 * var(--px)); pointer-events: stroke; cursor: default; }
    .halo, .note .halo { stroke: var(--accent); stroke-width: calc(8 * var(--px)); opacity: 0.16; visibility: hidden; stroke-linecap: round; }
    .selected .halo { visibility: visible; opacity: 0.4; }
    g:hover .halo { visibility: visible; }
    .s-disputed .halo { stroke-width: calc(12 * var(--px)); }
    .selected circle, .note.selected circle { stroke: var(--accent); stroke-width: calc(2.5 * var(--px)); }
    .said { font: 500 calc(12 * var(--px))/1 var(--font); fill: var(--ink); stroke: var(--canvas); stroke-width: calc(5 * var(--px)); stroke-linejoin: round; paint-order: stroke; text-anchor: middle; }
    @media (forced-colors: active) { .halo { stroke: Highlight; } .said { fill: CanvasText; stroke: Canvas; } }
  `]

  @property({ attribute: false }) links: readonly LinkItem[] = []
  /** They follow a hand now: drawn by themselves over the others, so that nothing else is drawn again in every frame. */
  @property({ type: Boolean, reflect: true }) following = false

  /** Paths of links whose ends have not moved are kept. */
  readonly #paths = new Map<string, { item: LinkItem; path: LinkPath }>()

  #pathOf(item: LinkItem): LinkPath {
    const known = this.#paths.get(item.id)
    if (known !== undefined && same(known.item.from, item.from) && same(known.item.to, item.to) && known.item.beam === item.beam && known.item.within === item.within) return known.path
    const path = linkPath(item.from, item.to, item.beam === true, item.within)
    this.#paths.set(item.id, { item, path })
    return path
  }

  /** The words of the link that is selected, and of the one that is pointed at: two elements for all links. */
  #say(which: 'selected' | 'pointed', item: LinkItem | undefined): void {
    const said = this.renderRoot.querySelector<SVGTextElement>(`.said.${which}`)
    if (said === null) return
    said.textContent = item?.label ?? ''
    if (item === undefined) return
    const { middle } = this.#pathOf(item)
    said.setAttribute('x', String(middle.x))
    said.setAttribute('y', String(middle.y))
  }

  readonly #point = (event: PointerEvent): void => {
    const group = event.target instanceof Element ? event.target.closest<SVGGElement>('[data-link]') : null
    const item = event.type === 'pointerout' ? undefined : this.links.find(({ id }) => id === group?.dataset['link'])
    this.#say('pointed', item?.selected === true ? undefined : item)
  }

  protected override updated(): void {
    this.#say('selected', this.links.find(({ selected }) => selected))
  }

  protected override willUpdate(): void {
    if (this.#paths.size <= 2 * this.links.length + 100) return
    const kept = new Set(this.links.map((link) => link.id))
    for (const id of this.#paths.keys()) if (!kept.has(id)) this.#paths.delete(id)
  }

  #pick(item: LinkItem): void {
    this.dispatchEvent(new CustomEvent('link-picked', { detail: { id: item.id }, bubbles: true, composed: true }))
  }

  #link(item: LinkItem): SVGTemplateResult {
    const { d, before, dot, middle } = this.#pathOf(item)
    const kind = item.look === 'note' ? 'note' : `s-${item.look}`
    return svg`<g class="${kind} ${item.selected ? 'selected' : ''} ${item.pale === true ? 'pale' : ''}" data-link=${item.id}>
      <path class="halo" d=${d}></path><path class="line" d=${d} stroke-dashoffset=${before === 0 ? nothing : before}></path>
      ${item.look === 'disputed' ? svg`<path class="gap" d=${d}></path>` : nothing}
      ${item.look === 'refuted' ? svg`<path class="cross" d="M${middle.x - 4} ${middle.y - 4}l8 8m0-8l-8 8"></path>` : nothing}
      <circle cx=${dot.x} cy=${dot.y}></circle>
      <path class="hit" d=${d} @click=${() => this.#pick(item)}><title>${item.label}</title></path></g>`
  }

  override render(): TemplateResult | typeof nothing {
    return this.following && this.links.length === 0 ? nothing : html`<svg aria-hidden="true" @pointerover=${this.#point} @pointerout=${this.#point}>${repeat(this.links, (link) => link.id, (link) => this.#link(link))}<text class="said pointed" dy="0.35em"></text><text class="said selected" dy="0.35em"></text></svg>`
  }
}

function same(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-links': TacitLinks }
}
