// Zoom at the lower right: out, how much (press for 100 %), in, show the whole board.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls, marks, panels, reset } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { words } from './words.ts'

/** What the control wants: a factor, 100 %, or the whole board. */
export type ZoomWanted = { readonly factor: number } | 'actual' | 'fit'

@customElement('tacit-zoom-control')
export class TacitZoomControl extends LitElement {
  static override styles = [reset, controls, marks, panels, css`
    :host { position: absolute; right: 12px; bottom: 12px; z-index: var(--z-chrome); }
    .float { display: flex; align-items: center; padding: 4px; }
    .percent { min-width: 46px; height: 28px; border-radius: var(--r2); font-size: 12px; line-height: 16px; color: var(--ink-2); }
    .percent:hover { background: var(--hover); }
  `]

  @property({ type: Number }) zoom = 1

  #want(wanted: ZoomWanted): void {
    this.dispatchEvent(new CustomEvent('zoom-wanted', { detail: wanted, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    return html`<div class="float" role="group" aria-label=${words.zoom}>
      <button type="button" class="icon-btn sm" title=${words.zoomOut} aria-label=${words.zoomOut} @click=${() => this.#want({ factor: 1 / 1.25 })}>${iconSvg('minus')}</button>
      <button type="button" class="percent num" aria-label=${words.zoomIs(this.zoom)} @click=${() => this.#want('actual')}>${words.percent(this.zoom)}</button>
      <button type="button" class="icon-btn sm" title=${words.zoomIn} aria-label=${words.zoomIn} @click=${() => this.#want({ factor: 1.25 })}>${iconSvg('plus')}</button>
      <button type="button" class="icon-btn sm" title=${words.fit} aria-label=${words.fit} @click=${() => this.#want('fit')}>${iconSvg('fit')}</button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-zoom-control': TacitZoomControl }
}
