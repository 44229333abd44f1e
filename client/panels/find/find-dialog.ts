// Finds a card of this board: type words, arrow keys choose, Enter goes there. A combobox after the WAI-ARIA pattern.
// Tells `card-found` {id}, `found-narrowed` {text} to see only what matches, and `dialog-closed`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Card } from '../../../shared/board/records.ts'
import { markOf } from '../../cards/face.ts'
import { KINDS } from '../../cards/kinds.ts'
import { words as cardWords } from '../../cards/words.ts'
import type { Session } from '../../session/session.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/dialog.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { ringSvg } from '../../ui/ring.ts'
import { findCards, type Found } from './finding.ts'
import { findWords } from './words.ts'

/** More would not be read; typing narrows them. */
const OFFERED = 40

@customElement('tacit-find-dialog')
export class TacitFindDialog extends LitElement {
  static override styles = [...sheet, css`
    tacit-dialog { --dialog-width: 560px; }
    .list { height: min(380px, 50vh); overflow: auto; margin: 10px -10px 0; }
    [role='option'] { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; align-items: center; gap: 10px; min-height: 36px; padding: 6px 10px; border-radius: var(--r2); color: var(--ink); }
    [role='option'] .state { font-size: 12px; color: var(--st, var(--ink-3)); white-space: nowrap; }
    [role='option'][aria-selected='true'] { background: var(--ink); color: var(--on-ink); }
    [aria-selected='true'] .state, [aria-selected='true'] .icon { color: inherit; }
    [aria-selected='true'] .ring { --st: currentColor; --st-line: currentColor; }
    .words { overflow-wrap: anywhere; line-height: 18px; }
    [role='option'].none { display: block; padding: 8px 10px; color: var(--ink-2); }
    @media (pointer: coarse) { [role='option'] { min-height: 44px; } .input { font-size: 16px; min-height: 44px; } }
    @media (forced-colors: active) { [aria-selected='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
  `]

  @property({ attribute: false }) session!: Session
  @state() private text = ''
  @state() private at = 0
  @query('input') private readonly field!: HTMLInputElement

  override render(): TemplateResult {
    const found = findCards(this.session.board.value, this.text, OFFERED)
    const active = found.cards[this.at]
    return html`<tacit-dialog open heading=${findWords.title}>
      <label class="sr" for="words">${findWords.label}</label>
      <input id="words" class="input" role="combobox" autofocus aria-expanded="true" aria-controls="list" aria-autocomplete="list" autocomplete="off" spellcheck="false" maxlength="200" placeholder=${findWords.placeholder}
        aria-activedescendant=${active === undefined ? nothing : `c-${active.id}`} .value=${this.text} @input=${this.#typed} @keydown=${(event: KeyboardEvent) => this.#key(event, found)}>
      <div class="list" id="list" role="listbox" tabindex="-1" aria-label=${findWords.list}>
        ${found.cards.length === 0 ? html`<p class="none" role="option" aria-selected="false" aria-disabled="true">${findWords.none}</p>` : found.cards.map((card, at) => this.#option(card, at))}</div>
      <span slot="actions" class="meta grow" role="status">${this.text.trim() === '' ? findWords.hint : findWords.results(found.all)}</span>
      ${this.text.trim() === '' || found.all === 0 ? nothing : html`<button slot="actions" type="button" class="btn" @click=${() => this.#tell('found-narrowed', { text: this.text.trim() })}>${iconSvg(later.filter)}${findWords.narrow(found.all)}</button>`}
    </tacit-dialog>`
  }

  protected override firstUpdated(): void {
    // The field stands in this root, where the dialog does not look for it.
    void this.updateComplete.then(() => this.field.focus())
  }

  #option(card: Card, at: number): TemplateResult {
    const { board, judgements } = this.session
    const mark = card.kind === 'assumption' ? markOf({ card, board: board.value, judgements: judgements.value }) : undefined
    return html`<div role="option" id="c-${card.id}" class=${mark === undefined ? '' : `s-${mark.look}`} aria-selected=${at === this.at} @pointermove=${() => { this.at = at }} @click=${() => this.#go(card)}>
      ${mark === undefined ? iconSvg(KINDS[card.kind].glyph) : ringSvg(mark.stances, mark.look)}<span class="words">${card.title}</span>
      <span class="state">${mark === undefined ? [KINDS[card.kind].label, cardWords.status(judgements.value.status(card.id))].filter((part) => part !== '').join(' · ') : mark.label}</span></div>`
  }

  readonly #typed = (): void => {
    this.text = this.field.value
    this.at = 0
  }

  #key(event: KeyboardEvent, { cards }: Found): void {
    const active = cards[this.at]
    if (event.key === 'ArrowDown') this.at = Math.min(this.at + 1, cards.length - 1)
    else if (event.key === 'ArrowUp') this.at = Math.max(this.at - 1, 0)
    else if (event.key === 'Enter' && active !== undefined) this.#go(active)
    else return
    event.preventDefault()
    void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }))
  }

  #go({ id }: Card): void {
    this.#tell('card-found', { id })
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-find-dialog': TacitFindDialog }
}
