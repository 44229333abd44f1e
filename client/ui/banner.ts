// A sentence under the strip that stays while it is true: offline (dashed), view only (quiet), refused (firm).
// `<tacit-banner kind="offline">You are offline…<button slot="actions">…`
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { marks, reset } from '../theme/sheet.ts'
import { iconSvg, type IconName } from './icon.ts'

export type BannerKind = 'offline' | 'view-only' | 'error' | 'info'
const ICONS: Record<BannerKind, IconName> = { offline: 'wifi-off', 'view-only': 'eye', error: 'cloud-off', info: 'info' }

@customElement('tacit-banner')
export class TacitBanner extends LitElement {
  static override styles = [reset, marks, css`
    :host { display: block; }
    .ban { display: flex; gap: 10px; align-items: center; min-height: 44px; padding: 6px 8px 6px 14px; border-radius: var(--r3); border: 1.5px solid transparent; background: var(--sunk); font-size: 13px; line-height: 18px; }
    .offline { background: var(--believed-tint); border: 1.5px dashed var(--believed-line); }
    .error { background: var(--disputed-tint); border-color: var(--disputed-line); }
    .info { background: var(--accent-tint); }
    .text { flex: 1; min-width: 0; padding: 3px 0; }
    .actions { display: flex; gap: 4px; flex: none; }
    @media (max-width: 480px) { .ban { flex-wrap: wrap; } .text { flex-basis: calc(100% - 40px); } .actions { flex-wrap: wrap; margin-left: auto; } }
  `]

  @property() kind: BannerKind = 'info'

  override render(): TemplateResult {
    return html`<div class="ban ${this.kind}" role=${this.kind === 'error' ? 'alert' : 'status'}>${iconSvg(ICONS[this.kind])}<span class="text"><slot></slot></span><span class="actions"><slot name="actions"></slot></span></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-banner': TacitBanner }
}
