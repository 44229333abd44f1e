// `/device`: the link made on another device makes this one the same person. Asks once, because a link may have come
// from anybody.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { openDevice } from '../session/api.ts'
import { controls, fields, reset, type as typeSheet } from '../theme/sheet.ts'
import { iconSvg } from '../ui/icon.ts'
import { remember } from './browser-memory.ts'
import { sentenceOf } from './sentence-of.ts'
import { deviceWords } from './later-words.ts'

@customElement('tacit-device-page')
export class TacitDevicePage extends LitElement {
  static override styles = [reset, typeSheet, controls, fields, css`
    :host { display: grid; place-items: center; min-height: 100dvh; padding: 24px; background: var(--canvas); }
    main { max-width: 440px; display: grid; justify-items: start; gap: 8px; }
    .icon { fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; color: var(--ink-3); margin-bottom: 8px; }
    p { font-size: 15px; line-height: 24px; color: var(--ink-2); }
    .row { margin-top: 16px; flex-wrap: wrap; }
    .error { font-size: 13px; line-height: 20px; }
  `]

  /** The secret of the link, out of its fragment. */
  @property({ attribute: false }) token: string | undefined
  @state() private busy = false
  @state() private failure = ''

  override render(): TemplateResult {
    return html`<main>
      ${iconSvg('phone', 32)}
      <h1 class="t-page">${deviceWords.title}</h1>
      <p>${this.token === undefined ? deviceWords.noToken : deviceWords.text}</p>
      <p class="error" role="alert">${this.failure === '' ? nothing : this.failure}</p>
      <div class="row">
        ${this.token === undefined ? nothing : html`<button type="button" class="btn primary lg" ?disabled=${this.busy} @click=${this.#open}>${this.busy ? deviceWords.opening : deviceWords.go}</button>`}
        <a class="btn lg" href="/">${deviceWords.home}</a>
      </div>
    </main>`
  }

  readonly #open = async (): Promise<void> => {
    if (this.token === undefined) return
    this.busy = true
    this.failure = ''
    try {
      const { name } = await openDevice(this.token)
      if (name !== '') remember('name', name)
      this.dispatchEvent(new CustomEvent('device-opened', { bubbles: true, composed: true }))
    } catch (error) {
      this.failure = deviceWords.failed(sentenceOf(error))
    }
    this.busy = false
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-device-page': TacitDevicePage }
}
