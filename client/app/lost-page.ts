// One sentence and a way home: for an address without a page, and for a board that is gone or not for this person.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls, fields, reset, type as typeSheet } from '../theme/sheet.ts'
import { iconSvg } from '../ui/icon.ts'
import { goneWords } from './words.ts'

@customElement('tacit-lost-page')
export class TacitLostPage extends LitElement {
  static override styles = [reset, typeSheet, controls, fields, css`
    :host { display: grid; place-items: center; min-height: 100dvh; padding: 24px; background: var(--canvas); }
    main { max-width: 440px; display: grid; justify-items: start; gap: 8px; }
    .icon { fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; color: var(--ink-3); margin-bottom: 8px; }
    p { font-size: 15px; line-height: 24px; color: var(--ink-2); margin-bottom: 16px; }
    textarea { width: 100%; margin-bottom: 16px; }
  `]

  /** What is the matter; without it that there is nothing here. */
  @property() heading = ''
  /** What the server said; without it the general sentence is shown. */
  @property() sentence = ''
  /** True for a board, false for any other address. */
  @property({ type: Boolean }) board = false

  /** Words of this person that never arrived there, to copy. */
  @property({ attribute: false }) kept: readonly string[] = []

  override render(): TemplateResult {
    const text = this.board ? goneWords.text : goneWords.lostText
    const title = this.board ? goneWords.title : goneWords.lostTitle
    return html`<main>
      ${iconSvg('tacit', 32)}
      <h1 class="t-page">${this.heading === '' ? title : this.heading}</h1>
      <p role="status">${this.sentence === '' ? text : this.sentence}</p>
      ${this.kept.length === 0 ? nothing : html`<label class="label" for="kept">${goneWords.kept}</label>
        <textarea id="kept" class="input" readonly rows="5" .value=${this.kept.join('\n\n')}></textarea>`}
      <a class="btn primary lg" href="/">${goneWords.home}</a>
    </main>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-lost-page': TacitLostPage }
}
