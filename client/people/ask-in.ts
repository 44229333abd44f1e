// For somebody whom the file of a board knows by the cookie of their own browser: nobody becomes one of a file's people
// without an owner's consent, so they ask for it here and wait. Tells `let-in` when an owner has admitted them.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ApiError, enterBoard, postClaim } from '../session/api.ts'
import { controls, reset, type as typeSheet } from '../theme/sheet.ts'
import { iconSvg } from '../ui/icon.ts'
import { askInWords } from './later-words.ts'

/** ms between two looks whether an owner has answered. */
const LOOK_EVERY = 4_000

@customElement('tacit-ask-in')
export class TacitAskIn extends LitElement {
  static override styles = [reset, typeSheet, controls, css`
    :host { display: grid; place-items: center; min-height: 100dvh; padding: 24px; background: var(--canvas); }
    main { max-width: 460px; display: grid; justify-items: start; gap: 8px; }
    .icon { fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; color: var(--ink-3); margin-bottom: 8px; }
    p { font-size: 15px; line-height: 24px; color: var(--ink-2); margin-bottom: 16px; }
    .row { display: flex; gap: 8px; flex-wrap: wrap; }
  `]

  @property() board = ''
  /** The key of the link by which they came. */
  @property({ attribute: false }) secret = ''
  @state() private asked = false
  @state() private failure = ''
  #timer: ReturnType<typeof setInterval> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  override render(): TemplateResult {
    return html`<main>
      ${iconSvg('person', 32)}
      <h1 class="t-page">${askInWords.title}</h1>
      <p role="status">${this.failure === '' ? (this.asked ? askInWords.asked : askInWords.text) : this.failure}</p>
      <div class="row">${this.asked ? '' : html`<button type="button" class="btn primary lg" @click=${this.#ask}>${askInWords.ask}</button>`}<a class="btn lg" href="/">${askInWords.home}</a></div>
    </main>`
  }

  readonly #ask = async (): Promise<void> => {
    this.failure = ''
    try {
      await postClaim(this.board, { key: this.secret })
      this.asked = true
      this.#timer ??= setInterval(() => void this.#look(), LOOK_EVERY)
    } catch (error) {
      this.failure = askInWords.failed(error instanceof ApiError ? error.message : '')
    }
  }

  async #look(): Promise<void> {
    try {
      await enterBoard(this.board, {})
    } catch {
      return
    }
    clearInterval(this.#timer)
    this.dispatchEvent(new CustomEvent('let-in', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-ask-in': TacitAskIn }
}
