// The statement of a card in the inspector: title and body, read and edited in place. Whoever starts to change confirmed
// words is told first how many confirmations that pauses.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Card } from '../../shared/board/records.ts'
import { undoSentence, redoSentence } from '../commands/history.ts'
import '../editor/card-text.ts'
import type { HistoryUsed } from '../editor/editor.ts'
import type { Session } from '../session/session.ts'
import { sheet } from '../theme/sheet.ts'
import { announce } from '../ui/announce.ts'
import { isDecided } from './waiting.ts'
import './dependencies/change-note.ts'
import { inspectorWords } from './words.ts'

@customElement('tacit-statement')
export class TacitStatement extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .body { margin-top: 6px; font-size: 14px; line-height: 22px; color: var(--ink-2); }
    .pauses { margin-top: 8px; padding: 6px 10px; border-radius: var(--r2); background: var(--stale-tint); color: var(--stale); font-weight: 500; }
    .note { margin-top: 8px; }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) card: Card | undefined
  /** Confirmations on these words: a change pauses them. */
  @property({ type: Number }) confirmations = 0
  @state() private editing = false

  /** Opens the title for editing, as a click on it does. */
  async edit(): Promise<void> {
    await this.renderRoot.querySelector('tacit-card-text')?.edit()
  }

  override render(): TemplateResult {
    if (this.card === undefined || this.session === undefined) return html``
    const { id, body } = this.card
    const writes = this.session.canEdit
    return html`<div @text-editing=${this.#edited} @history-used=${this.#used}>
      <div class="t-title" role="heading" aria-level="3"><tacit-card-text .session=${this.session} cardId=${id} field="title" label=${inspectorWords.statement} placeholder=${writes ? inspectorWords.titlePlaceholder : inspectorWords.untitled}></tacit-card-text></div>
      ${body === '' && !writes ? nothing : html`<tacit-card-text class="body" .session=${this.session} cardId=${id} field="body" label=${inspectorWords.body} placeholder=${writes ? inspectorWords.bodyPlaceholder : ''}></tacit-card-text>`}
      ${this.editing ? this.#notice() : nothing}
      <tacit-change-note .session=${this.session} card=${id} ?editing=${this.editing} .moment=${[this.card]}></tacit-change-note></div>`
  }

  #notice(): TemplateResult {
    if (this.confirmations > 0) return html`<p class="pauses" role="status">${inspectorWords.pausing(this.confirmations)}</p>`
    return this.card?.kind === 'assumption' || (this.card !== undefined && isDecided(this.card)) ? html`<p class="meta note">${inspectorWords.changesMeaning}</p>` : html``
  }

  readonly #edited = (event: CustomEvent<{ editing: boolean }>): void => {
    this.editing = event.detail.editing
  }

  readonly #used = (event: CustomEvent<HistoryUsed>): void => {
    const { step, way } = event.detail
    announce(way === 'undo' ? undoSentence(step) : redoSentence(step))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-statement': TacitStatement }
}
