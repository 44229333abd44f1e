// Being the same person on another device: a link that works once, as text and as a QR code. Makes it when it opens.
import { css, html, LitElement, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { encode } from 'uqr'
import type { DeviceLink } from '../../shared/protocol/http.ts'
import { makeDeviceLink } from '../session/api.ts'
import { timeInWords } from '../language/dates.ts'
import { sheet } from '../theme/sheet.ts'
import '../ui/dialog.ts'
import { iconSvg } from '../ui/icon.ts'
import { deviceWords } from './later-words.ts'

/** The dark modules of a QR code as one path, on a grid of one unit each with a quiet margin of two. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { border: 2 })
  let path = ''
  for (const [y, row] of data.entries()) for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`
  return { size, path }
}

@customElement('tacit-device-dialog')
export class TacitDeviceDialog extends LitElement {
  static override styles = [...sheet, css`
    .body { display: grid; gap: 14px; justify-items: center; text-align: center; }
    .qr { width: 220px; height: 220px; border-radius: var(--r3); background: #fff; box-shadow: inset 0 0 0 1px var(--line); }
    .qr path { fill: #16191b; }
    .link { display: flex; gap: 8px; width: 100%; }
    .input { font-size: 13px; }
  `]

  @property({ type: Boolean }) open = false
  @state() private link: DeviceLink | undefined
  @state() private failure = ''
  @state() private copied = ''

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) void this.#make()
  }

  override render(): TemplateResult {
    return html`<tacit-dialog heading=${deviceWords.title} .open=${this.open}>
      <div class="body"><p class="muted">${deviceWords.intro}</p>${this.#content()}</div>
    </tacit-dialog>`
  }

  #content(): TemplateResult {
    if (this.failure !== '') return html`<p class="error" role="alert">${this.failure}</p><button type="button" class="btn" @click=${() => void this.#make()}>${deviceWords.again}</button>`
    if (this.link === undefined) return html`<p role="status">${deviceWords.making}</p>`
    const until = timeInWords(Date.parse(this.link.expiresAt))
    return html`${this.#qr(this.link.url)}
      <div class="link"><input class="input" readonly aria-label=${deviceWords.link} .value=${this.link.url} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}>
        <button type="button" class="btn" style="height: 36px" @click=${this.#copy}>${iconSvg('copy')}${deviceWords.copyShort}</button></div>
      <p class="meta" role="status">${this.copied === '' ? deviceWords.until(until) : this.copied}</p>`
  }

  #qr(url: string): TemplateResult {
    const { size, path } = qrPath(url)
    const drawing: SVGTemplateResult = svg`<path d=${path}></path>`
    return html`<svg class="qr" role="img" aria-label=${deviceWords.qr} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${drawing}</svg>`
  }

  async #make(): Promise<void> {
    this.link = undefined
    this.failure = ''
    this.copied = ''
    try {
      this.link = await makeDeviceLink()
    } catch (error) {
      this.failure = deviceWords.failed(error instanceof Error ? error.message : '')
    }
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.link?.url ?? '')
      this.copied = deviceWords.copied
    } catch {
      this.copied = deviceWords.copyFailed
      this.renderRoot.querySelector<HTMLInputElement>('.input')?.focus()
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-device-dialog': TacitDeviceDialog }
}
