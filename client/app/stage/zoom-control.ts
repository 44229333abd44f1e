// Zoom at the lower right: the map of the board, and below it out, how much (press for 100 %), in, show the whole board,
// map or no map. The map is fetched when the board is quiet; on a phone there is no room for one.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BoardState } from '../../../shared/board/records.ts'
import type { Camera, Rect, Size } from '../../../shared/geometry/geometry.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import type { Gathered } from '../../canvas/gathering.ts'
import type { CanvasItem } from '../../canvas/item.ts'
import { controls, marks, panels, reset } from '../../theme/sheet.ts'
import { AtFoot } from '../../ui/foot.ts'
import { iconSvg } from '../../ui/icon.ts'
import { recall, remember } from '../browser-memory.ts'
import type { TacitMinimap } from './minimap.ts'
import { whenQuiet } from './when-quiet.ts'
import { mapWords, words } from './words.ts'

/** What the control wants: a factor, 100 %, the whole board, or the next of what lies far from it. */
export type ZoomWanted = { readonly factor: number } | 'actual' | 'fit' | 'far'

const phone = matchMedia('(max-width: 720px)')

@customElement('tacit-zoom-control')
export class TacitZoomControl extends LitElement {
  static override styles = [reset, controls, marks, panels, css`
    :host { position: absolute; right: 12px; bottom: 12px; z-index: var(--z-chrome); }
    :host([hidden]) { display: none; }
    .float { padding: 4px; }
    .mapped { width: 184px; padding: 6px; }
    .map { display: block; height: 96px; margin-bottom: 4px; }
    .row { display: flex; align-items: center; justify-content: space-between; }
    .percent { min-width: 46px; height: 28px; border-radius: var(--r2); font-size: 12px; line-height: 16px; color: var(--ink-2); user-select: none; -webkit-user-select: none; }
    /* What lies under the map is seen through it, until somebody looks at the map. */
    .mapped, tacit-minimap, .row, .far { transition: background-color var(--t-press, 90ms), opacity var(--t-press, 90ms); }
    :host([over]) .mapped:not(:hover, :focus-within) { background: none; box-shadow: 0 0 0 1px var(--line); }
    :host([over]) .mapped:not(:hover, :focus-within) tacit-minimap { opacity: 0.28; background: transparent; }
    :host([over]) .mapped:not(:hover, :focus-within) :is(.row, .far) { background: var(--surface); border-radius: var(--r3); box-shadow: 0 0 0 6px var(--surface); clip-path: inset(0 -6px -6px round 0 0 12px 12px); }
    @media (forced-colors: active) { :host([over]) .mapped tacit-minimap { opacity: 1; } }
    @media (prefers-reduced-motion: reduce) { .mapped, tacit-minimap, .row, .far { transition: none; } }
    .far { display: flex; align-items: center; justify-content: space-between; gap: 6px; width: 100%; min-height: 28px; padding: 0 6px; border-radius: var(--r2); font-size: 12px; line-height: 16px; color: var(--ink-2); text-align: start; }
    .far:hover { background: var(--hover); }
    .percent:hover { background: var(--hover); }
    /* Two fingers zoom; what remains is what they cannot do. */
    @media (max-width: 400px) { .percent, .out { display: none; } }
    @media (max-width: 720px) and (pointer: coarse) { .percent, .out { display: none; } .icon-btn.sm { width: 44px; height: 44px; } }
  `]

  @property({ type: Number }) zoom = 1
  @property({ attribute: false }) items: readonly CanvasItem[] = []
  @property({ attribute: false }) gathered: Gathered | undefined
  /** Cards that a filter matches. */
  @property({ attribute: false }) matching: ReadonlySet<string> | undefined
  /** A card lies under the map: it is to be seen through it. */
  @property({ type: Boolean, reflect: true }) over = false
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) judgements: Judgements | undefined
  /** The board has been drawn: its map may be fetched. */
  @property({ attribute: false }) boardShown = false
  @state() private open = recall('map') !== false
  @state() private narrow = phone.matches
  @query('tacit-minimap') private readonly map!: TacitMinimap | null
  protected readonly foot = new AtFoot(this, () => this)
  #fetched = false
  #view: Rect = { x: 0, y: 0, width: 1, height: 1 }

  override connectedCallback(): void {
    super.connectedCallback()
    phone.addEventListener('change', this.#resized)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    phone.removeEventListener('change', this.#resized)
  }

  /** What is in view: told in every frame of a movement. */
  look({ x, y, z }: Camera, size: Size): void {
    this.zoom = z
    this.#view = { x, y, width: size.width / z, height: size.height / z }
    this.#lookOnMap()
  }

  protected override updated(): void {
    if (this.boardShown && this.#mapped && !this.#fetched) {
      this.#fetched = true
      whenQuiet(() => import('./minimap.ts').then(() => this.#lookOnMap()))
    }
    this.#lookOnMap()
  }

  /** Before its chunk is there, the map is an empty place. */
  #lookOnMap(): void {
    if (customElements.get('tacit-minimap') !== undefined) this.map?.look(this.#view)
  }

  get #mapped(): boolean {
    return this.open && !this.narrow
  }

  readonly #resized = (): void => {
    this.narrow = phone.matches
  }

  readonly #toggle = (): void => {
    this.open = !this.open
    remember('map', this.open)
  }

  #want(wanted: ZoomWanted): void {
    this.dispatchEvent(new CustomEvent('zoom-wanted', { detail: wanted, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const far = this.gathered?.far.length ?? 0
    return html`<div class="float ${this.#mapped ? 'mapped' : ''}" role="group" aria-label=${words.zoom}>
      ${this.#mapped ? html`<tacit-minimap class="map" .items=${this.items} .whole=${this.gathered?.rect} .matching=${this.matching} .board=${this.board} .judgements=${this.judgements}></tacit-minimap>` : nothing}
      ${far === 0 ? nothing : html`<button type="button" class="far" aria-label=${mapWords.toFar(far)} @click=${() => this.#want('far')}>${mapWords.far(far)}${iconSvg('right', 14)}</button>`}
      <div class="row">
        <button type="button" class="icon-btn sm out" title=${words.zoomOut} aria-label=${words.zoomOut} @click=${() => this.#want({ factor: 1 / 1.25 })}>${iconSvg('minus')}</button>
        <button type="button" class="percent num" aria-label=${words.zoomIs(this.zoom)} @click=${() => this.#want('actual')}>${words.percent(this.zoom)}</button>
        <button type="button" class="icon-btn sm" title=${words.zoomIn} aria-label=${words.zoomIn} @click=${() => this.#want({ factor: 1.25 })}>${iconSvg('plus')}</button>
        <button type="button" class="icon-btn sm" title=${words.fit} aria-label=${words.fit} @click=${() => this.#want('fit')}>${iconSvg('fit')}</button>
        ${this.narrow ? nothing : html`<button type="button" class="icon-btn sm" title=${this.open ? mapWords.hide : mapWords.show} aria-label=${mapWords.map} aria-expanded=${this.open} @click=${this.#toggle}>${iconSvg('map')}</button>`}
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-zoom-control': TacitZoomControl }
}
