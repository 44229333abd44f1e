// One card of the board: `<tacit-card .card .judgements .board level="full">`. It draws the face of face.ts in the
// silhouette of its kind and knows nothing of the canvas, the session or the editor.
//   Above it the canvas sets --z, the zoom, once a zoom has come to rest (default 1).
//   While `editing`, the page slots its editor as `slot="text"`; else the statement is static text.
//   Attributes for the canvas: `selected`, `lifted` (being dragged), `dimmed` (does not match the filter).
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import type { BoardState, Card } from '../../shared/board/records.ts'
import type { Size } from '../../shared/geometry/geometry.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'
import { marks, reset, states } from '../theme/sheet.ts'
import { iconSvg } from '../ui/icon.ts'
import { blockOf, footOf, headOf, shapeOf, signOf } from './card-parts.ts'
import { cardSheet } from './card-sheet.ts'
import { faceOf, type Face } from './face.ts'
import { KINDS } from './kinds.ts'
import { closeLine, leaveTrace } from './motion.ts'
import { MOST_LINES, sizeOf, statementLines } from './size.ts'

export type Level = 'full' | 'compact' | 'block'

/** What is shown as 75 % and 40 %. */
export const FULL_FROM = 0.745
export const COMPACT_FROM = 0.395

/** How much of a card is shown at this zoom; its size never changes. */
export function levelAt(zoom: number): Level {
  if (zoom >= FULL_FROM) return 'full'
  return zoom >= COMPACT_FROM ? 'compact' : 'block'
}

/** Far away, text may come nearer to the edge by this much, in board pixels. */
const NEARER = 4
/** Screen pixels that padding and head take around the statement of a compact card, and that head and one line fill. */
const AROUND = { head: 35, bare: 14 }
const FILLED = { head: 34, bare: 16 }

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
  /** The height that the content really has, when it is more than the facts say: while somebody types. */
  @state() private grown = 0

  #face: Face | undefined
  /** The face that was drawn before this one. */
  #before: Face | undefined
  #key = ''
  #size: Size = { width: 0, height: 0 }

  /** A change of board or judgements that leaves this face as it was costs no drawing. */
  protected override shouldUpdate(changed: PropertyValues<TacitCard>): boolean {
    const { card, judgements, board } = this
    if (card === undefined || judgements === undefined || board === undefined) return false
    const facts = (['card', 'judgements', 'board'] as const).filter((name) => changed.has(name))
    if (facts.length === 0) return true
    const face = faceOf({ card, judgements, board })
    const size = sizeOf(card)
    const key = JSON.stringify([face, size])
    const drawn = key === this.#key
    this.#before = drawn ? undefined : this.#face
    this.#face = face
    this.#size = size
    this.#key = key
    return !drawn || changed.size > facts.length
  }

  protected override firstUpdated(): void {
    this.#observe()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#observe()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    const face = this.renderRoot.querySelector('.face')
    if (face !== null) growth.unobserve(face)
  }

  #observe(): void {
    const face = this.renderRoot.querySelector('.face')
    if (face !== null) growth.observe(face)
  }

  /** Told by the observer; the paper grows with the words, so that none ever stands outside of it. */
  contentIs(height: number): void {
    this.grown = this.#shown === 'full' && height > this.#size.height + 1 ? height : 0
  }

  protected override updated(): void {
    const face = this.#face
    if (face === undefined) return
    if (!this.hasAttribute('role')) this.setAttribute('role', 'article')
    this.setAttribute('aria-label', face.name)
    if (face.description === '') this.removeAttribute('aria-description')
    else this.setAttribute('aria-description', face.description)
    this.style.setProperty('--w', String(this.#size.width))
    this.style.setProperty('--h', String(this.#size.height))
    this.#move(face)
  }

  /** What changed without this person at it leaves a trace; where others are at it, their colour says so already. */
  #move(face: Face): void {
    const before = this.#before
    this.#before = undefined
    if (before === undefined || !this.isConnected) return
    const outline = this.renderRoot.querySelector<SVGElement>('.outline')
    if (outline !== null && face.mark?.look === 'confirmed' && before.mark?.look === 'unconfirmed') closeLine(outline)
    const here = this.selected || this.lifted || this.editing || this.matches(':focus-within')
    if (!here && this.peerColor === undefined && saidOf(before) !== saidOf(face)) leaveTrace(this.renderRoot as ShadowRoot)
  }

  get #shown(): Level {
    return this.editing ? 'full' : this.level
  }

  #text(face: Face, card: Card): TemplateResult {
    const full = this.#shown === 'full'
    const long = full && card.kind !== 'text' && statementLines(card) > MOST_LINES
    // Beside the words and not among them: no line may break between the glyph and the first word.
    const glyph = full || face.mark !== undefined || KINDS[face.kind].headless === true ? nothing : html`<span class="lead">${iconSvg(face.glyph, 14)}${signOf(face)}</span>`
    const lead = glyph === nothing ? '' : face.footer?.look === undefined ? 'led' : 'led signed'
    return html`<slot name="text"><p class="text ${long ? 'long' : ''} ${face.untitled ? 'untitled' : ''} ${lead}">${glyph}${face.title}</p></slot>`
  }

  #inside(face: Face, card: Card): TemplateResult {
    const shown = this.#shown
    if (shown === 'block') return blockOf(face)
    const head = face.mark !== undefined || (shown === 'full' && KINDS[face.kind].headless !== true)
    return html`${head ? headOf(face, shown === 'compact') : nothing}${this.#text(face, card)}${shown === 'full' ? footOf(face) : nothing}`
  }

  override render(): TemplateResult | typeof nothing {
    const face = this.#face
    const { card } = this
    if (face === undefined || card === undefined) return nothing
    const { insets } = KINDS[face.kind].silhouette
    const look = face.mark === undefined ? (face.retired ? 'retired' : '') : `s-assumption s-${face.mark.look}`
    const style = {
      '--pad': `${insets.top}px ${insets.right}px ${insets.bottom}px ${insets.left}px`,
      '--side-left': `${insets.left - NEARER}px`,
      '--side-right': `${insets.right - NEARER}px`,
      '--foot': insets.foot === 0 ? undefined : `${insets.foot}px`,
      '--around': String(face.mark === undefined ? AROUND.bare : AROUND.head),
      '--filled': String(face.mark === undefined ? FILLED.bare : FILLED.head),
    }
    return html`<div class="face k-${face.kind} ${look} ${this.#shown} ${face.carries === undefined ? '' : 'bears'}" style=${styleMap(style)}>
        ${shapeOf(face, this.#size.width, Math.max(this.#size.height, this.grown))}${this.#inside(face, card)}</div>
      <div class="ring-around own"></div>${this.peerColor === undefined ? nothing : html`<div class="ring-around peer" style=${styleMap({ '--peer': this.peerColor })}></div>`}`
  }
}

/** What a person reads on a card. */
function saidOf({ title, mark, footer }: Face): string {
  return JSON.stringify([title, mark?.label, mark?.stances, footer?.text])
}

/** One observer for all cards: the reckoned height is right but for odd scripts and for text in flight. */
const growth = new ResizeObserver((entries) => {
  for (const { target, borderBoxSize } of entries) {
    const root = target.getRootNode()
    if (root instanceof ShadowRoot && root.host instanceof TacitCard) root.host.contentIs(borderBoxSize[0]?.blockSize ?? 0)
  }
})

declare global {
  interface HTMLElementTagNameMap { 'tacit-card': TacitCard }
}
