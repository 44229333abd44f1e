// The plain fields of a card: what is filled in and what is asked for first; the rest under "More facts". Each field
// edits itself and tells `field-changed`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import './fact-field.ts'
import { fieldsOf, type KindField } from './kind-fields.ts'
import { fieldWords } from '../words.ts'

/** Fields that are shown even when they are empty. */
const FIRST = 4

@customElement('tacit-card-facts')
export class TacitCardFacts extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; }
    .list { display: grid; gap: 2px; }
    details { margin-top: 4px; }
    summary { display: inline-flex; align-items: center; gap: 4px; list-style: none; padding: 4px 0; color: var(--ink-2); font-weight: 500; cursor: default; border-radius: var(--r1); }
    summary::-webkit-details-marker { display: none; }
    summary .icon { transition: rotate var(--t-press); }
    details[open] summary .icon { rotate: 90deg; }
  `]

  @property({ attribute: false }) card: Card | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ type: Number }) now = 0
  @property({ type: Boolean }) writable = false

  override render(): TemplateResult {
    const card = this.card
    if (card === undefined) return html``
    const all = fieldsOf(card.kind)
    const filled = ({ field }: KindField): boolean => card.fields[field] !== undefined
    const shown = all.filter((field, at) => filled(field) || (this.writable && at < FIRST))
    const rest = this.writable ? all.filter((field) => !shown.includes(field)) : []
    return html`<h3 class="sr">${fieldWords.title}</h3>
      <div class="list">${repeat(shown, ({ field }) => `${card.id}.${field}`, (field) => this.#field(card, field))}</div>
      ${rest.length === 0 ? nothing : html`<details><summary>${iconSvg('right', 14)}${fieldWords.moreFields}</summary><div class="list">${repeat(rest, ({ field }) => `${card.id}.${field}`, (field) => this.#field(card, field))}</div></details>`}`
  }

  #field(card: Card, field: KindField): TemplateResult {
    const label = fieldWords.labelOf[`${card.kind}.${field.field}`] ?? fieldWords.label[field.field] ?? field.field
    const hint = field.field === 'criterion' && card.kind !== 'assumption' ? '' : (fieldWords.hint[field.field] ?? '')
    return html`<tacit-fact-field .field=${field} .value=${card.fields[field.field]} .board=${this.board} .label=${label} .hint=${hint} .now=${this.now} .writable=${this.writable}></tacit-fact-field>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-facts': TacitCardFacts }
}
