// A dialog that holds the page until it is answered: heading, content, actions. Native `<dialog>`: focus stays inside,
// Esc closes, focus returns to where it was. `<tacit-dialog heading="Share" .open=${true}>content<button slot="actions">`
// Tells by `dialog-closed` (also on Esc); an element with `autofocus` inside is focused first.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { controls, marks, panels, reset } from '../theme/sheet.ts'
import { heardInside } from './announce.ts'
import { focusedElement, focusTrail, refocus } from './focused.ts'
import { iconSvg } from './icon.ts'
import './toasts.ts'
import { words } from './words.ts'

@customElement('tacit-dialog')
export class TacitDialog extends LitElement {
  static override styles = [reset, controls, marks, panels, css`
    :host { display: contents; }
    dialog { position: fixed; inset: 0; margin: auto; padding: 0; border: 0; width: min(var(--dialog-width, 440px), calc(100vw - 24px)); max-height: calc(100vh - 48px); max-height: calc(100dvh - 48px); border-radius: var(--r4); background: var(--surface); color: var(--ink); box-shadow: var(--e3); font: 400 13px/20px var(--font); overflow: hidden; }
    dialog[open] { display: flex; flex-direction: column; animation: appear var(--t-panel) var(--ease); }
    dialog::backdrop { background: light-dark(rgb(22 25 27 / 0.32), rgb(0 0 0 / 0.56)); }
    .head { display: flex; align-items: flex-start; gap: 12px; padding: 18px 14px 0 22px; flex: none; }
    h2 { flex: 1; font-size: 16px; line-height: 24px; padding: 2px 0 4px; overflow-wrap: anywhere; }
    .body { padding: 4px 22px 20px; overflow: auto; overscroll-behavior: contain; }
    .foot { display: flex; gap: 8px; justify-content: flex-end; flex-wrap: wrap; padding: 0 22px 18px; flex: none; }
    .foot[hidden] { display: none; }
    @keyframes appear { from { opacity: 0; translate: 0 8px; } }
    @media (prefers-reduced-motion: reduce) { dialog[open] { animation: none; } }
    @media (forced-colors: active) { dialog { border: 1px solid CanvasText; } }
    @media (max-width: 480px) { dialog { margin-block-end: 0; width: 100vw; max-width: 100vw; border-radius: 16px 16px 0 0; } }
  `]

  @property() heading = ''
  @property({ type: Boolean, reflect: true }) open = false
  /** No close button, and a click on the ground does nothing: for questions that need an answer. */
  @property({ type: Boolean }) firm = false

  @query('dialog') private readonly dialog!: HTMLDialogElement
  @property({ attribute: false }) private hasActions = false
  /** Where notices are shown while it is open. */
  readonly #toasts = document.createElement('tacit-toasts')
  /** What is said goes to the page again. */
  #heard: () => void = () => undefined
  #shown = false
  /** Where the focus was: the page under a dialog may be drawn anew while it is open. */
  #trail: readonly HTMLElement[] = []

  show(): void {
    this.open = true
  }

  close(): void {
    this.open = false
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return
    if (this.open && !this.dialog.open) {
      this.#trail = focusTrail()
      this.#shown = true
      this.dialog.showModal()
      this.#heard = heardInside(this.dialog)
      this.dialog.append(this.#toasts)
      this.querySelector<HTMLElement>('[autofocus]')?.focus()
    } else if (!this.open && this.dialog.open) this.#shut()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#heard()
  }

  /** At once, not when the browser tells of it: a key that is pressed until then would find it open. */
  #shut(): void {
    if (!this.#shown) return
    this.#shown = false
    this.open = false
    if (this.dialog.open) this.dialog.close()
    this.#heard()
    this.#toasts.remove()
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }))
  }

  readonly #onClose = (): void => {
    this.#shut()
    // Where the place that had it is gone, the focus stays in what is no longer seen.
    if (this.matches(':focus-within')) focusedElement()?.blur()
    refocus(this.#trail)
  }

  /** Escape is answered here and nowhere above; a firm dialog stays (a browser may not let `cancel` be prevented). */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    event.preventDefault()
    if (!this.firm) this.#shut()
  }

  readonly #onCancel = (event: Event): void => {
    if (this.firm) event.preventDefault()
  }

  readonly #onPress = (event: PointerEvent): void => {
    if (!this.firm && event.target === this.dialog && !this.#inside(event)) this.close()
  }

  #inside(event: PointerEvent): boolean {
    const box = this.dialog.getBoundingClientRect()
    return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom
  }

  readonly #onActions = (event: Event): void => {
    this.hasActions = (event.target as HTMLSlotElement).assignedElements().length > 0
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${this.#onClose} @cancel=${this.#onCancel} @keydown=${this.#onKey} @pointerdown=${this.#onPress}>
      <div class="head"><h2 id="heading">${this.heading}</h2>
        ${this.firm ? nothing : html`<button type="button" class="icon-btn" aria-label=${words.close} @click=${() => this.close()}>${iconSvg('x')}</button>`}</div>
      <div class="body"><slot></slot></div>
      <div class="foot" ?hidden=${!this.hasActions}><slot name="actions" @slotchange=${this.#onActions}></slot></div>
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-dialog': TacitDialog }
}
