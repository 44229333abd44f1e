// One banner over the board at a time, the gravest: what the server refused, or offline. Tells `refusal-read` when the
// person has seen to what was not saved. That one may only look stands above the board, in its own room.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Right } from '../../../shared/protocol/rights.ts'
import { allows } from '../../../shared/protocol/rights.ts'
import type { SaveState } from '../../session/session.ts'
import { controls, reset } from '../../theme/sheet.ts'
import '../../ui/banner.ts'
import { bannerWords } from '../words.ts'

@customElement('tacit-board-banner')
export class TacitBoardBanner extends LitElement {
  static override styles = [reset, controls, css`
    :host { display: grid; gap: 8px; justify-items: center; position: absolute; left: 12px; right: 12px; top: 12px; z-index: var(--z-chrome); pointer-events: none; }
    tacit-banner { width: min(560px, 100%); pointer-events: auto; border-radius: var(--r3); box-shadow: var(--e2); }
    textarea { width: min(560px, 100%); height: 120px; padding: 10px 12px; pointer-events: auto; border: 1px solid var(--line-2); border-radius: var(--r3); background: var(--surface); color: var(--ink); font-size: 13px; line-height: 20px; }
  `]

  @property({ attribute: false }) save: SaveState = { kind: 'connecting' }
  @property() right: Right = 'view'
  @state() private copied = ''
  /** The words to copy by hand, when the browser does not let us. */
  @state() private byHand = ''

  override render(): TemplateResult | typeof nothing {
    if (this.save.kind === 'not-saved') return this.#refused(this.save)
    if (this.save.kind === 'offline') return html`<tacit-banner kind="offline">${allows(this.right, 'edit') ? bannerWords.offline : bannerWords.offlineReader}</tacit-banner>`
    return nothing
  }

  #refused({ sentence, kept, pending }: Extract<SaveState, { kind: 'not-saved' }>): TemplateResult {
    const copy = kept === undefined ? nothing : html`<button slot="actions" type="button" class="btn sm" @click=${() => void this.#copy(kept)}>${this.copied === kept ? bannerWords.copied : bannerWords.copy}</button>`
    return html`<tacit-banner kind="error">${sentence === '' ? bannerWords.refused(pending) : sentence}${copy}
        <button slot="actions" type="button" class="btn sm ghost" @click=${this.#read}>${bannerWords.read}</button></tacit-banner>
      ${this.byHand === '' ? nothing : html`<textarea readonly aria-label=${bannerWords.byHand} .value=${this.byHand}></textarea>`}`
  }

  async #copy(kept: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(kept)
      this.copied = kept
    } catch {
      this.byHand = kept
      await this.updateComplete
      this.renderRoot.querySelector('textarea')?.select()
    }
  }

  readonly #read = (): void => {
    this.byHand = ''
    this.dispatchEvent(new CustomEvent('refusal-read', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-board-banner': TacitBoardBanner }
}
