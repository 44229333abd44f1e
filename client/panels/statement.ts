// The statement of a card in the inspector: title and body, read and edited in place. Says beforehand what a change of
// words does to the answers.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Card } from '../../shared/board/records.ts'
import type { Session } from '../session/session.ts'
import { sheet } from '../theme/sheet.ts'
import { inspectorWords } from './words.ts'

@customElement('tacit-statement')
export class TacitStatement extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .title { overflow-wrap: anywhere; }
    .body { margin-top: 6px; font-size: 14px; line-height: 22px; color: var(--ink-2); white-space: pre-wrap; overflow-wrap: anywhere; }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property({ attribute: false }) card: Card | undefined

  override render(): TemplateResult {
    if (this.card === undefined) return html``
    const { title, body } = this.card
    return html`<h3 class="t-title title ${title === '' ? 'faint' : ''}">${title === '' ? inspectorWords.untitled : title}</h3>
      ${body === '' ? nothing : html`<div class="body">${body}</div>`}`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-statement': TacitStatement }
}
