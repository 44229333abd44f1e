// Canvas, ledger or overview: one choice of three, in the middle of the top bar, or as a bar of tabs at the foot of a phone. Arrow
// keys choose, as in every group of radio buttons. Tells `view-chosen` {view}.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls, marks, reset } from '../../theme/sheet.ts'
import { AtFoot } from '../../ui/foot.ts'
import { iconSvg, type IconName } from '../../ui/icon.ts'
import { VIEW_NAMES, type ViewName } from './board-view.ts'
import { viewWords } from './words.ts'

export interface ViewChosen { readonly view: ViewName }

const ICONS = { canvas: 'canvas', ledger: 'table', overview: 'lines' } as const satisfies Record<ViewName, IconName>

@customElement('tacit-view-switch')
export class TacitViewSwitch extends LitElement {
  static override styles = [reset, controls, marks, css`
    :host { display: block; }
    .bar { display: grid; grid-template-columns: repeat(3, 1fr); height: 56px; padding-bottom: env(safe-area-inset-bottom); box-sizing: content-box; background: var(--surface); border-top: 1px solid var(--line); }
    .bar > button { display: grid; place-items: center; align-content: center; gap: 1px; font-size: 11px; line-height: 14px; font-weight: 500; color: var(--ink-3); }
    .bar > [aria-checked='true'] { color: var(--ink); }
    .bar > button:focus-visible { outline-offset: -3px; }
    @media (forced-colors: active) { .bar > [aria-checked='true'] { color: Highlight; } }
  `]

  @property() view: ViewName = 'canvas'
  /** At the foot of a phone. */
  @property({ type: Boolean }) tabs = false

  protected readonly foot = new AtFoot(this, () => (this.tabs ? this : null))

  override render(): TemplateResult {
    return html`<div class=${this.tabs ? 'bar' : 'seg'} role="radiogroup" aria-label=${viewWords.label} @keydown=${this.#key}>
      ${VIEW_NAMES.map((view) => html`<button type="button" role="radio" aria-checked=${view === this.view} tabindex=${view === this.view ? 0 : -1} @click=${() => this.#choose(view)}>${iconSvg(ICONS[view], this.tabs ? 22 : 16)}<span>${viewWords[view]}</span></button>`)}</div>`
  }

  #choose(view: ViewName): void {
    if (view !== this.view) this.dispatchEvent(new CustomEvent<ViewChosen>('view-chosen', { detail: { view }, bubbles: true, composed: true }))
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (!['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    const on = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : VIEW_NAMES.length - 1
    const next = VIEW_NAMES[(VIEW_NAMES.indexOf(this.view) + on) % VIEW_NAMES.length]
    if (next !== undefined) this.#choose(next)
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-checked="true"]')?.focus())
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-view-switch': TacitViewSwitch }
}
