// A box of content that floats at its trigger, in the top layer: `<tacit-popover label="Share"><button slot="trigger">…`
// Opens on the trigger's click, closes on Esc, on a click elsewhere, or by close(). Tells by `popover-toggled`.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { ScreenPoint } from '../../shared/geometry/geometry.ts'
import { panels, reset } from '../theme/sheet.ts'
import { place, placeAt, type Align, type Side } from './placement.ts'

export const floatStyles = css`
  .float { position: fixed; inset: auto; margin: 0; padding: 0; border: 0; color: var(--ink); overflow: auto; font: 400 13px/20px var(--font); max-width: calc(100vw - 16px); }
  .float:popover-open { animation: appear var(--t-panel) var(--ease); }
  @keyframes appear { from { opacity: 0; translate: 0 -4px; } }
  @media (prefers-reduced-motion: reduce) { .float:popover-open { animation: none; } }
`

@customElement('tacit-popover')
export class TacitPopover extends LitElement {
  static override styles = [reset, panels, floatStyles, css`:host { display: inline-block; } .float { min-width: 200px; }`]

  @property() label = ''
  @property() side: Side = 'below'
  @property() align: Align = 'start'
  @property({ type: Boolean, reflect: true }) open = false

  @query('.float') private readonly box!: HTMLElement
  #point: ScreenPoint | undefined

  get triggerElement(): HTMLElement | undefined {
    return this.querySelector<HTMLElement>(':scope > [slot="trigger"]') ?? undefined
  }

  /** Opens at the trigger, or at a point of the screen. */
  show(point?: ScreenPoint): void {
    this.#point = point
    if (!this.box.matches(':popover-open')) this.box.showPopover()
    this.#move()
  }

  close(): void {
    if (this.hasUpdated && this.box.matches(':popover-open')) this.box.hidePopover()
  }

  #move(): void {
    this.box.style.maxHeight = ''
    const box = { width: this.box.offsetWidth, height: this.box.offsetHeight }
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const anchor = (this.triggerElement ?? this).getBoundingClientRect()
    const at = this.#point === undefined ? place(anchor, box, view, this.side, this.align) : placeAt(this.#point, box, view)
    Object.assign(this.box.style, { left: `${at.x}px`, top: `${at.y}px`, maxHeight: `${at.maxHeight}px` })
  }

  readonly #onTrigger = (): void => {
    if (this.open) this.close()
    else this.show()
  }

  readonly #onToggle = (event: Event): void => {
    this.open = (event as ToggleEvent).newState === 'open'
    this.triggerElement?.setAttribute('aria-expanded', String(this.open))
    this.dispatchEvent(new CustomEvent('popover-toggled', { detail: { open: this.open }, bubbles: true, composed: true }))
    if (this.open) window.addEventListener('resize', this.#onResize)
    else window.removeEventListener('resize', this.#onResize)
  }

  /** Escape closes this and nothing above it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return
    event.stopPropagation()
    event.preventDefault()
    this.close()
    this.triggerElement?.focus()
  }

  readonly #onResize = (): void => this.#move()

  readonly #onSlot = (): void => {
    this.triggerElement?.setAttribute('aria-haspopup', 'dialog')
    this.triggerElement?.setAttribute('aria-expanded', String(this.open))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('resize', this.#onResize)
  }

  override render(): TemplateResult {
    return html`
      <slot name="trigger" @click=${this.#onTrigger} @slotchange=${this.#onSlot}></slot>
      <div class="float" popover="auto" role="dialog" aria-label=${this.label} @toggle=${this.#onToggle} @keydown=${this.#onKey}><slot></slot></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-popover': TacitPopover }
}
