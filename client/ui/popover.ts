// A box of content that floats at its trigger, in the top layer: `<tacit-popover label="Share"><button slot="trigger">…`
// Opens on the trigger's click, closes on Esc, on a click elsewhere, or by close(). Tells by `popover-toggled`.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { ScreenPoint } from '../../shared/geometry/geometry.ts'
import { panels, reset } from '../theme/sheet.ts'
import { dressTrigger, floatStyles, placeFloat, triggerOf } from './floating.ts'
import type { Align, Side } from './placement.ts'

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
    return triggerOf(this)
  }

  /** Opens at the trigger, or at a point of the screen. */
  show(point?: ScreenPoint): void {
    this.#point = point
    if (!this.box.matches(':popover-open')) this.box.showPopover()
    placeFloat(this, this.box, point)
  }

  close(): void {
    if (this.hasUpdated && this.box.matches(':popover-open')) this.box.hidePopover()
  }

  readonly #onTrigger = (): void => {
    if (this.open) this.close()
    else this.show()
  }

  readonly #onToggle = (event: Event): void => {
    this.open = (event as ToggleEvent).newState === 'open'
    dressTrigger(this, 'dialog')
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

  readonly #onResize = (): void => placeFloat(this, this.box, this.#point)

  readonly #onSlot = (): void => dressTrigger(this, 'dialog')

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
