// "Does this change your answer?": names what is newer than this person's confirmation and speaks against it, and what
// was to be watched for. The answers stand below it, in the form. Tells `card-opened` {id}.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Card } from '../../../shared/board/records.ts'
import { isolated } from '../../language/isolated.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { cardRef } from '../overview/card-ref.ts'
import { viewStyles } from '../overview/view-styles.ts'
import { answerWords } from '../words.ts'

@customElement('tacit-prompt-note')
export class TacitPromptNote extends LitElement {
  static override styles = [...sheet, viewStyles, css`
    :host { display: block; margin-top: 10px; padding: 10px 12px; border-radius: var(--r2); background: var(--surface); border: 1px solid var(--line); }
    li { margin-block: 2px; }
    .watch { margin-top: 4px; color: var(--ink-2); font-size: 13px; line-height: 20px; overflow-wrap: anywhere; }
    .watch .icon { display: inline-block; vertical-align: -2px; margin-inline-end: 4px; }
    .ask { margin-top: 4px; }
  `]

  @property({ attribute: false }) cards: readonly Card[] = []
  /** What the assumption says to watch for; '' when it says nothing. */
  @property() signpost = ''

  override render(): TemplateResult | typeof nothing {
    if (this.cards.length === 0) return nothing
    const signpost = this.signpost.trim()
    return html`<p>${answerWords.newSince}</p><ul>${this.cards.map((card) => html`<li>${cardRef(card)}</li>`)}</ul>
      ${signpost === '' ? nothing : html`<p class="watch">${iconSvg('eye', 14)}${answerWords.watch(isolated(signpost))}</p>`}
      <p class="ask"><b>${answerWords.changesAnswer}</b></p>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-prompt-note': TacitPromptNote }
}
