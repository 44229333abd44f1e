// The bar at a link that was drawn or picked: what it means, and a way to remove it. Tells `link-type-wanted` {at} and
// `link-remove-wanted`; places itself by the middle of the line.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ScreenPoint, Size } from '../../../shared/geometry/geometry.ts'
import { controls, marks, panels, reset } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { ToolbarFocus } from './toolbar-focus.ts'
import { toolbarPlace } from './toolbar-place.ts'
import { menuWords as words } from './words.ts'

@customElement('tacit-link-bar')
export class TacitLinkBar extends LitElement {
  static override styles = [reset, controls, marks, panels, css`
    :host { position: absolute; left: 0; top: 0; z-index: var(--z-select); pointer-events: none; }
    :host([data-away]) { visibility: hidden; }
    .bar { display: flex; align-items: center; gap: 2px; padding: 4px; border-radius: 10px; white-space: nowrap; pointer-events: auto; }
    @media (pointer: coarse) { .btn, .icon-btn { height: 44px; min-width: 44px; } }
  `]

  /** "rests on" */
  @property() meaning = ''
  /** "Reps lose commission rests on Sales will stop quoting seats" */
  @property() sentence = ''
  readonly #focus = new ToolbarFocus(this)

  /** At the middle of the line, in screen pixels of a view; away when it is not seen. */
  place(middle: ScreenPoint | undefined, view: Size): void {
    this.toggleAttribute('data-away', middle === undefined || this.offsetWidth === 0)
    if (middle === undefined) return
    const { x, y } = toolbarPlace({ ...middle, width: 0, height: 0 }, { width: this.offsetWidth, height: this.offsetHeight }, view)
    this.style.transform = `translate(${x}px, ${y}px)`
  }

  /** For the keyboard. */
  focusFirst(): void {
    this.renderRoot.querySelector('button')?.focus()
  }

  #tell(event: string, detail: unknown = {}): void {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }))
  }

  readonly #type = (event: Event): void => {
    const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect()
    this.#tell('link-type-wanted', { at: { x: left, y: bottom + 6 } })
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return this.#focus.key(event)
    event.preventDefault()
    event.stopPropagation()
    this.#tell('link-left')
  }

  protected override render(): TemplateResult {
    return html`<div class="float bar" role="toolbar" aria-label=${this.sentence} data-own-pointer @keydown=${this.#key}>
      <button type="button" class="btn sm ghost" aria-haspopup="menu" title=${words.linkType} aria-label=${words.linkTypeIs(this.meaning)} @click=${this.#type}>${iconSvg('link-rest')}${this.meaning}${iconSvg(later.down, 14)}</button>
      <button type="button" class="icon-btn" title=${words.linkRemove} aria-label=${words.linkRemove} @click=${() => this.#tell('link-remove-wanted')}>${iconSvg(later.unlink)}</button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-link-bar': TacitLinkBar }
}
