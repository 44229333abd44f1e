// The part of the inspector that every card with dependencies has: what it needs of others and what others need of it,
// each with its state, its two sides and one's own answer. Tells `dependencies-wanted` for the view of all lines.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import './line-row.ts'
import { linesOfCard } from './lines.ts'
import { dependencyWords as words } from './words.ts'

@customElement('tacit-card-dependencies')
export class TacitCardDependencies extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .part { padding: 16px 20px; border-top: 1px solid var(--line); }
    .top { display: flex; align-items: center; gap: 8px; margin-bottom: 4px; }
    h3 { font-size: 13px; line-height: 20px; }
    .n { color: var(--ink-3); font-weight: 400; margin-left: 6px; }
    li + li { margin-top: 16px; padding-top: 12px; border-top: 1px solid var(--line); }
  `]

  @property({ attribute: false }) session: Session | undefined
  @property() card = ''
  /** Changes with every board, judgement and outbox: whoever holds this draws it again. */
  @property({ attribute: false }) moment: readonly unknown[] = []

  override render(): TemplateResult | typeof nothing {
    const { session, card } = this
    if (session === undefined) return nothing
    const lines = linesOfCard({ board: session.board.value, judgements: session.judgements.value }, card)
    if (lines.length === 0) return nothing
    return html`<section class="part" aria-labelledby="title"><div class="top"><h3 id="title" class="grow">${words.title}<span class="n">${lines.length}</span></h3>
        <button type="button" class="btn sm ghost" @click=${() => this.dispatchEvent(new CustomEvent('dependencies-wanted', { bubbles: true, composed: true }))}>${words.all}</button></div>
      <ul>${repeat(lines, ({ link }) => link.id, (line) => html`<li><tacit-line-row .session=${session} .line=${line} at=${card}></tacit-line-row></li>`)}</ul></section>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-dependencies': TacitCardDependencies }
}
