// One card of the board: `<tacit-card .card .judgements .board level="full">`. It draws the face of face.ts in the
// silhouette of its kind and knows nothing of the canvas, the session or the editor.
//   Above it the canvas sets --z, the zoom, once a zoom has come to rest (default 1).
//   While `editing`, the page slots its editor as `slot="text"`; else the statement is static text.
//   Attributes for the canvas: `selected`, `lifted` (being dragged), `dimmed` (does not match the filter).
import { html, LitElement, nothing, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import type { BoardState, Card } from '../../shared/board/records.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'
import { marks, reset, states } from '../theme/sheet.ts'
import { avatarHtml } from '../ui/avatar.ts'
import { iconSvg } from '../ui/icon.ts'
import { ringSvg } from '../ui/ring.ts'
import { tileHtml } from '../ui/tile.ts'
import { cardSheet } from './card-sheet.ts'
import { faceOf, type Face, type Mark } from './face.ts'
import type { Footer } from './footers.ts'
import { KINDS } from './kinds.ts'
import { MOST_LINES, sizeOf, statementLines } from './size.ts'
import { words } from './words.ts'

export type Level = 'full' | 'compact' | 'block'

/** Reading zoom: under these the inside of a card is reduced, its size never. */
export function levelAt(zoom: number): Level {
  if (zoom >= 0.75) return 'full'
  return zoom >= 0.4 ? 'compact' : 'block'
}

@customElement('tacit-card')
export class TacitCard extends LitElement {
  static override styles = [reset, states, marks, cardSheet]

  @property({ attribute: false }) card: Card | undefined = undefined
  @property({ attribute: false }) judgements: Judgements | undefined = undefined
  @property({ attribute: false }) board: BoardState | undefined = undefined
  @property({ reflect: true }) level: Level = 'full'
  @property({ type: Boolean, reflect: true }) selected = false
  @property({ type: Boolean, reflect: true }) lifted = false
  @property({ type: Boolean, reflect: true }) dimmed = false
  /** The colour of somebody else who has this card selected or is editing it. */
  @property({ attribute: false }) peerColor: string | undefined = undefined
  @property({ type: Boolean, reflect: true }) editing = false
  /** What the content really takes while somebody types, when that is more than the size says. */
  @state() private grown = 0

  #face: Face | undefined
  #faceKey = ''
  #watch: ResizeObserver | undefined

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const { card, judgements, board } = this
    if (card === undefined || judgements === undefined || board === undefined) return false
    if (!changed.has('card') && !changed.has('judgements') && !changed.has('board')) return true
    const face = faceOf({ card, judgements, board })
    const key = JSON.stringify(face)
    const same = key === this.#faceKey && sizeOf(card) === this.#size
    this.#face = face
    this.#faceKey = key
    this.#size = sizeOf(card)
    return !same || [...changed.keys()].some((name) => name !== 'card' && name !== 'judgements' && name !== 'board')
  }

  #size = { width: 0, height: 0 }

  protected override updated(changed: PropertyValues<this>): void {
    const face = this.#face
    if (face === undefined) return
    if (!this.hasAttribute('role')) this.setAttribute('role', 'article')
    this.setAttribute('aria-label', face.name)
    if (face.description === '') this.removeAttribute('aria-description')
    else this.setAttribute('aria-description', face.description)
    if (changed.has('editing')) this.#watchGrowth()
  }

  /** Only while editing: the editor may hold more than the facts say yet. */
  #watchGrowth(): void {
    this.#watch?.disconnect()
    this.grown = 0
    if (!this.editing) return
    const face = this.renderRoot.querySelector('.face')
    if (face === null) return
    this.#watch = new ResizeObserver(() => { this.grown = this.offsetHeight > this.#size.height ? this.offsetHeight : 0 })
    this.#watch.observe(face)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#watch?.disconnect()
  }

  #beam(look: Mark['look'], width: number, height: number): SVGTemplateResult {
    const rails = look === 'disputed' ? ['upper', 'lower'] : ['only']
    // A whole beam has round ends; a broken one is cut square.
    const end = look === 'confirmed' ? 2 : 0
    return svg`${rails.map((rail) => svg`<path class="beam ${rail}" d="M${end} ${height}H${width - end}"></path>`)}`
  }

  #outline(face: Face, mark: Mark, width: number, height: number): SVGTemplateResult {
    const box = (inset: number, radius: number, kind: string): SVGTemplateResult => svg`<rect class=${kind} x=${inset} y=${inset} width=${width - 2 * inset} height=${height - 2 * inset} rx=${radius}></rect>`
    const refuted = mark.look === 'refuted'
    return svg`
      ${box(0.75, 7.25, 'outline')}
      ${mark.look === 'disputed' ? svg`<rect class="outer"></rect>` : nothing}
      ${refuted ? svg`<defs><pattern id="hatch" width="7.07" height="7.07" patternUnits="userSpaceOnUse"><path class="hatch" d="M-1 8.07L8.07 -1M-1 1L1 -1M6.07 8.07L8.07 6.07"></path></pattern></defs>
        <rect class="hatched" fill="url(#hatch)" x="0.5" y="0.5" width=${width - 1} height=${height - 1} rx="7.5"></rect>${box(6, 3, 'inner')}` : nothing}
      ${face.carries === undefined ? nothing : this.#beam(mark.look, width, height)}`
  }

  #shape(face: Face, width: number, height: number): TemplateResult {
    const shape = KINDS[face.kind].silhouette.draw(width, height)
    return html`<svg class="shape" aria-hidden="true">${face.mark === undefined
      ? svg`<path class="${shape.paint} ${shape.edged ? (face.kind === 'frame' ? 'region' : 'edged') : ''}" d=${shape.d}></path>${shape.details.map((detail) => svg`<path class="d-${detail.paint}" d=${detail.d}></path>`)}`
      : this.#outline(face, face.mark, width, height)}</svg>`
  }

  #end(face: Face): TemplateResult | typeof nothing {
    if (face.carries !== undefined) return html`<span class="end num" title=${words.carries(face.carries)}>${iconSvg('beam', 14)}${face.carries === 0 ? nothing : face.carries}</span>`
    if (face.direction !== undefined) {
      const filled = face.direction.filter((slot) => slot === 'yes').length
      return html`<span class="end num" title=${words.said(filled)}>${ringSvg(face.direction, undefined, 14)}${words.per(filled, 5)}</span>`
    }
    return face.rating === undefined ? nothing : html`<span class="end num" title=${face.rating.title}>${face.rating.text}</span>`
  }

  #head(face: Face): TemplateResult {
    const { mark } = face
    if (mark === undefined) return html`<header class="head">${iconSvg(face.glyph, 14)}<span>${face.label}</span>${this.#end(face)}</header>`
    const label = this.#shown === 'full' ? html`<span class="state num">${mark.label}</span>` : html`<span class="state num word">${mark.word}</span><span class="state num">${mark.short}</span>`
    return html`<header class="head">${ringSvg(mark.stances, mark.look, 20)}${label}${this.#end(face)}</header>`
  }

  get #shown(): Level {
    return this.editing ? 'full' : this.level
  }

  #text(face: Face, card: Card): TemplateResult {
    const long = this.#shown === 'full' && !this.editing && card.kind !== 'text' && statementLines(card) > MOST_LINES
    const glyph = this.#shown === 'compact' && face.mark === undefined && KINDS[face.kind].headless !== true ? iconSvg(face.glyph, 14) : nothing
    return html`<slot name="text"><p class="text ${long ? 'long' : ''} ${face.untitled ? 'untitled' : ''}">${glyph}${face.title}</p></slot>`
  }

  #more(face: Face): TemplateResult | typeof nothing {
    return face.hasBody ? html`<span class="end more" title=${words.moreInside}>${iconSvg('lines', 14)}</span>` : nothing
  }

  #footer(face: Face, footer: Footer): TemplateResult {
    const said = footer.look === undefined ? html`<span class="words">${footer.text}</span>` : html`<span class="doubt s-${footer.look}">${ringSvg(undefined, footer.look, 14)}<span class="words">${footer.text}</span></span>`
    return html`<footer class="foot" title=${footer.text}>${footer.avatar === undefined ? nothing : avatarHtml(footer.avatar.name, footer.avatar.color)}${said}${this.#more(face)}</footer>`
  }

  #tiles(face: Face, mark: Mark): TemplateResult {
    const tiles = mark.tiles.length === 0
      ? html`<span class="words">${words.askNobody}</span>`
      : html`<span class="tiles">${mark.tiles.map((tile) => tileHtml(tile.code, tile.stance, tile.name))}${mark.moreTiles.length === 0 ? nothing : html`<span class="tile more" title=${words.moreTilesTitle(mark.moreTiles)}>${words.moreTiles(mark.moreTiles.length)}</span>`}</span>`
    return html`<footer class="foot">${tiles}${this.#more(face)}</footer>`
  }

  #inside(face: Face, card: Card): TemplateResult {
    if (this.#shown === 'block') {
      return face.mark === undefined ? iconSvgBlock(face) : html`${ringSvg(face.mark.stances, face.mark.look, 20)}<span class="count num"><span>${face.mark.count}</span></span>`
    }
    const headless = KINDS[face.kind].headless === true || (this.#shown === 'compact' && face.mark === undefined)
    const foot = this.#shown === 'full' ? (face.mark !== undefined ? this.#tiles(face, face.mark) : face.footer === undefined ? nothing : this.#footer(face, face.footer)) : nothing
    return html`${headless ? nothing : this.#head(face)}${this.#text(face, card)}${foot}`
  }

  override render(): TemplateResult | typeof nothing {
    const face = this.#face
    const { card } = this
    if (face === undefined || card === undefined) return nothing
    const { width, height } = this.#size
    const { insets } = KINDS[face.kind].silhouette
    this.style.setProperty('--w', String(width))
    this.style.setProperty('--h', String(height))
    const pad = this.#shown === 'full' ? `${insets.top}px ${insets.right}px ${insets.bottom}px ${insets.left}px` : undefined
    const look = face.mark === undefined ? (face.retired ? 'retired' : '') : `s-assumption s-${face.mark.look}`
    return html`<div class="face k-${face.kind} ${look} ${this.#shown}" style=${styleMap({ '--pad': pad, '--above': face.mark === undefined ? '16' : '38' })}>
        ${this.#shape(face, width, Math.max(height, this.grown))}${this.#inside(face, card)}</div>
      <div class="ring-around own"></div>${this.peerColor === undefined ? nothing : html`<div class="ring-around peer" style=${styleMap({ '--peer': this.peerColor })}></div>`}`
  }
}

function iconSvgBlock(face: Face): TemplateResult {
  return iconSvg(face.glyph, 20)
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card': TacitCard }
}
