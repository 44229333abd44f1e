// A box of content that floats at its trigger, in the top layer: `<tacit-popover label="Share"><button slot="trigger">…`
// Opens on the trigger's click, closes on Esc, on a click elsewhere, or by close(). Tells by `popover-toggled`.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { ScreenPoint } from '../../shared/geometry/geometry.ts'
import { panels, reset } from '../theme/sheet.ts'
import { dressTrigger, floatStyles, placeFloat, TriggerPress, triggerOf } from './floating.ts'
import { focusedElement } from './focused.ts'
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
  /** Where the focus was when it opened. */
  #return: HTMLElement | undefined
  readonly #press = new TriggerPress(this)

  get triggerElement(): HTMLElement | undefined {
    return triggerOf(this)
  }

  /** Opens at the trigger, or at a point of the screen. */
  show(point?: ScreenPoint): void {
    this.#point = point
    if (!this.box.matches(':popover-open')) {
      this.#return = focusedElement()
      this.box.showPopover()
    }
    placeFloat(this, this.box, point)
    this.#tell(true)
  }

  close(): void {
    if (this.hasUpdated && this.box.matches(':popover-open')) this.box.hidePopover()
    this.#tell(false)
  }

  readonly #onTrigger = (event: MouseEvent): void => {
    if (this.#press.foundOpen(event)) this.close()
    else this.show()
  }

  /** The browser closed it: a press elsewhere, or the way back of a phone. */
  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed') this.#tell(false)
  }

  /** At once, not when the browser tells of it: a key that is pressed until then would find it as it was. */
  #tell(open: boolean): void {
    if (open === this.open) return
    this.open = open
    dressTrigger(this, 'dialog')
    if (open) window.addEventListener('resize', this.#onResize)
    else window.removeEventListener('resize', this.#onResize)
    this.dispatchEvent(new CustomEvent('popover-toggled', { detail: { open }, bubbles: true, composed: true }))
  }

  /** Escape closes this and nothing above it; whoever opened it goes on where they were. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return
    event.stopPropagation()
    event.preventDefault()
    this.close()
    const back = this.#return?.isConnected === true ? this.#return : this.triggerElement
    back?.focus()
  }

  readonly #onResize = (): void => placeFloat(this, this.box, this.#point)

  readonly #onSlot = (): void => dressTrigger(this, 'dialog')

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('resize', this.#onResize)
  }

  override render(): TemplateResult {
    return html`
      <slot name="trigger" @pointerdown=${this.#press.down} @click=${this.#onTrigger} @slotchange=${this.#onSlot}></slot>
      <div class="float" popover="auto" role="dialog" aria-label=${this.label} @beforetoggle=${this.#onToggle} @keydown=${this.#onKey}><slot></slot></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-popover': TacitPopover }
}
