// Two wordings as one text with the words that went and the words that came: `<tacit-diff .was=${a} .now=${b}>`.
// Struck and underlined, and said in words to people who listen. `brief` leaves out what stayed far from a change.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { reset } from '../theme/sheet.ts'
import { briefDiff, wordDiff, type Run } from './word-diff.ts'
import { words } from './words.ts'

@customElement('tacit-diff')
export class TacitDiff extends LitElement {
  static override styles = [reset, css`
    :host { display: block; white-space: pre-wrap; overflow-wrap: anywhere; }
    del { color: var(--ink-3); text-decoration-thickness: 1px; }
    ins { color: var(--ink); font-weight: 600; text-decoration: none; background: var(--stale-tint); box-shadow: inset 0 -1.5px var(--stale-line); }
    del + ins { margin-inline-start: 3px; }
    @media (forced-colors: active) { ins { text-decoration: underline; } }
  `]

  /** The earlier wording. */
  @property() was = ''
  /** The wording now. */
  @property() now = ''
  /** Only what changed, with a few words around it. */
  @property({ type: Boolean }) brief = false

  #run(run: Run): TemplateResult {
    if (run.kind === 'same') return html`${run.text}`
    if (run.kind === 'removed') return html`<del><span class="sr">${words.removed}</span>${run.text}</del>`
    return html`<ins><span class="sr">${words.added}</span>${run.text}</ins>`
  }

  override render(): TemplateResult {
    if (this.was === this.now) return html`${this.now}<span class="sr"> ${words.unchanged}</span>`
    return html`${(this.brief ? briefDiff : wordDiff)(this.was, this.now).map((run) => this.#run(run))}`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-diff': TacitDiff }
}
