// Short notices at the bottom centre, each for 8 s, with at most one action (usually Undo). The clock of all stands still
// while the pointer or the focus is on one. `showToast` works from anywhere; the `<tacit-toasts>` of the page shows them,
// or the one of the topmost modal dialog while one is open: everything outside of it can be neither heard nor pressed.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { marks, reset } from '../theme/sheet.ts'
import { footHeight, wallWidth } from './foot.ts'
import { iconSvg } from './icon.ts'
import { words } from './words.ts'

export interface ToastAction { readonly label: string; readonly run: () => void }
interface Toast { readonly id: number; readonly text: string; readonly action: ToastAction | undefined; leftMs: number }

export const TOAST_MS = 8000
const MOST_TOASTS = 3
const TICK_MS = 100
/** Screen pixels between a notice and what stands beside it. */
const AIR = 8

let toasts: readonly Toast[] = []
let nextId = 1
/** Those on the page in the order in which they came: the last one shows the notices. */
const shown = new Set<TacitToasts>()

function put(next: readonly Toast[]): void {
  toasts = next
  for (const element of shown) element.requestUpdate()
}

const isLast = (element: TacitToasts): boolean => [...shown].at(-1) === element

/** Shows a notice; returns the way to take it back. With `ms` Infinity it stays until then. */
export function showToast(text: string, action?: ToastAction, ms = TOAST_MS): () => void {
  const toast: Toast = { id: nextId++, text, action, leftMs: ms }
  put([...toasts, toast].slice(-MOST_TOASTS))
  return () => put(toasts.filter((other) => other.id !== toast.id))
}

@customElement('tacit-toasts')
export class TacitToasts extends LitElement {
  static override styles = [reset, marks, css`
    :host { position: fixed; z-index: var(--z-toast); left: 0; right: var(--wall, 0px); bottom: calc(var(--foot, 0px) + max(16px, env(safe-area-inset-bottom))); display: grid; justify-items: center; gap: 8px; pointer-events: none; }
    .region { display: contents; }
    .toast { display: inline-flex; align-items: center; gap: 4px; min-height: 44px; max-width: min(560px, calc(100% - 24px)); padding: 0 8px 0 16px; border-radius: 10px; background: var(--ink); color: var(--on-ink); box-shadow: var(--e2); font: 400 13px/20px var(--font); pointer-events: auto; animation: rise var(--t-panel) var(--ease); }
    .text { padding: 10px 8px 10px 0; }
    button { height: 32px; padding: 0 8px; border-radius: var(--r2); font-weight: 500; white-space: nowrap; }
    .action { text-decoration: underline; text-underline-offset: 3px; }
    button:hover { background: color-mix(in srgb, var(--on-ink) 14%, transparent); }
    button:focus-visible { outline-color: var(--on-ink); outline-offset: -2px; }
    @keyframes rise { from { opacity: 0; translate: 0 8px; } }
    @media (prefers-reduced-motion: reduce) { .toast { animation: none; } }
    @media (forced-colors: active) { .toast { border: 1px solid CanvasText; } }
    @media print { :host { display: none; } }
  `]

  @state() private held = false
  #clock: ReturnType<typeof setInterval> | undefined
  /** What last had the focus outside of the notices. */
  #before: HTMLElement | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    shown.add(this)
    put(toasts)
    window.addEventListener('focusin', this.#onFocus)
    this.#clock = setInterval(() => this.elapse(TICK_MS), TICK_MS)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    shown.delete(this)
    this.held = false
    put(toasts)
    window.removeEventListener('focusin', this.#onFocus)
    clearInterval(this.#clock)
  }

  /** Time passes for all notices, unless one is being looked at. */
  elapse(ms: number): void {
    if (!isLast(this)) return
    if (toasts.length > 0) this.#rise()
    if (this.held || toasts.length === 0) return
    for (const toast of toasts) toast.leftMs -= ms
    if (toasts.some((toast) => toast.leftMs <= 0)) put(toasts.filter((toast) => toast.leftMs > 0))
  }

  /** What stands at the foot of the page comes and goes while a notice is shown. */
  #rise(): void {
    this.style.setProperty('--wall', `${wallWidth()}px`)
    const boxes = [...this.renderRoot.querySelectorAll('.toast')].map((toast) => toast.getBoundingClientRect())
    const along = { left: Math.min(...boxes.map(({ left }) => left)) - AIR, right: Math.max(...boxes.map(({ right }) => right)) + AIR }
    this.style.setProperty('--foot', `${boxes.length === 0 ? 0 : footHeight(along)}px`)
  }

  protected override updated(): void {
    this.#rise()
  }

  /** The focus goes back to where it came from: the button that had it goes. */
  #drop(toast: Toast): void {
    this.held = false
    const focused = this.matches(':focus-within')
    put(toasts.filter((other) => other.id !== toast.id))
    if (focused && this.#before?.isConnected === true) this.#before.focus()
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const [at] = event.composedPath()
    if (at instanceof HTMLElement && !event.composedPath().includes(this)) this.#before = at
  }

  #toast(toast: Toast): TemplateResult {
    const run = (): void => {
      this.#drop(toast)
      toast.action?.run()
    }
    return html`<div class="toast"><span class="text">${toast.text}</span>
      ${toast.action === undefined ? nothing : html`<button type="button" class="action" @click=${run}>${toast.action.label}</button>`}
      <button type="button" aria-label=${words.dismiss} @click=${() => this.#drop(toast)}>${iconSvg('x', 14)}</button></div>`
  }

  override render(): TemplateResult {
    const hold = (): void => { this.held = true }
    const release = (): void => { this.held = this.matches(':hover') || this.matches(':focus-within') }
    return html`<div class="region" role="status" aria-live="polite" aria-label=${words.notices} @pointerenter=${hold} @pointerover=${hold} @pointerout=${release} @focusin=${hold} @focusout=${() => queueMicrotask(release)}>
      ${repeat(isLast(this) ? toasts : [], (toast) => toast.id, (toast) => this.#toast(toast))}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-toasts': TacitToasts }
}
