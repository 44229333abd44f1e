// All dependencies between teams, in a dialog over the board. Tells `dialog-closed`, and `card-opened` after it closed.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/dialog.ts'
import './dependencies-view.ts'
import { viewWords as words } from './words.ts'

@customElement('tacit-dependencies-dialog')
export class TacitDependenciesDialog extends LitElement {
  static override styles = [...sheet, css`:host { display: contents; --dialog-width: 1040px; }`]

  @property({ attribute: false }) session: Session | undefined
  @property({ type: Boolean }) open = false

  override render(): TemplateResult | typeof nothing {
    const { session } = this
    if (session === undefined) return nothing
    return html`<tacit-dialog ?open=${this.open} heading=${words.title} @card-opened=${this.#leaveFor}><tacit-dependencies .session=${session}></tacit-dependencies></tacit-dialog>`
  }

  /** The card is shown on the board: the dialog goes first. */
  readonly #leaveFor = (event: CustomEvent<{ id: string }>): void => {
    event.stopPropagation()
    const { id } = event.detail
    this.addEventListener('dialog-closed', () => this.dispatchEvent(new CustomEvent('card-opened', { detail: { id }, bubbles: true, composed: true })), { once: true })
    this.open = false
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-dependencies-dialog': TacitDependenciesDialog }
}
