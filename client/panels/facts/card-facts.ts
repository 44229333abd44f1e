// The plain fields of a card: what is filled in and what is asked for first; the rest under "More facts". Each field
// edits itself and tells `field-changed`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState, Card } from '../../../shared/board/records.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import './fact-field.ts'
import { fieldsOf, shapeOf, standsApart, type KindField } from './kind-fields.ts'
import { fieldWords } from '../words.ts'

/** How many fields are shown even when they are empty. */
const FIRST = 4
const FIRST_OF_ASSUMPTION = 5

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
    dl { display: grid; grid-template-columns: 128px minmax(0, 1fr); gap: 4px 0; margin-top: 4px; }
    dt { color: var(--ink-2); overflow-wrap: anywhere; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .meta { margin-top: 8px; }
    @media (pointer: coarse) { summary { padding: 12px 0; } }
  `]

  @property({ attribute: false }) card: Card | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ type: Number }) now = 0
  @property({ type: Boolean }) writable = false

  /** Fields that stand above "More facts" for this card. None moves while somebody is at it. */
  #shown = new Set<string>()
  #of = ''
  @query('details') private readonly more!: HTMLDetailsElement | null

  protected override willUpdate(): void {
    const { card } = this
    if (card === undefined) return
    const of = `${card.id} ${card.kind} ${this.writable}`
    const fields = [...fieldsOf(card.kind), ...this.#kept(card)]
    if (of !== this.#of) this.#shown = new Set(this.writable ? fields.slice(0, card.kind === 'assumption' ? FIRST_OF_ASSUMPTION : FIRST).map(({ field }) => field) : [])
    else if (this.more?.open === true) return
    this.#of = of
    for (const { field } of fields) if (card.fields[field] !== undefined) this.#shown.add(field)
  }

  /** Fields that the card has although its kind does not ask for them. */
  #kept(card: Card): readonly KindField[] {
    const asked = new Set(fieldsOf(card.kind).map(({ field }) => field))
    return Object.keys(card.fields).filter((field) => !asked.has(field) && !standsApart(card.kind, field)).sort().flatMap((field) => shapeOf(field) ?? [])
  }

  override render(): TemplateResult {
    const card = this.card
    if (card === undefined) return html``
    const all = [...fieldsOf(card.kind), ...this.#kept(card)]
    const shown = all.filter(({ field }) => this.#shown.has(field))
    const rest = all.filter(({ field }) => !this.#shown.has(field) && (this.writable || card.fields[field] !== undefined))
    const strange = Object.entries(card.fields).filter(([field]) => field !== 'askTeams' && shapeOf(field) === undefined)
    if (shown.length + rest.length + strange.length === 0) return html`<p class="muted">${fieldWords.none}</p>`
    return html`<h3 class="sr">${fieldWords.title}</h3>
      <div class="list">${repeat(shown, ({ field }) => `${card.id}.${field}`, (field) => this.#field(card, field))}</div>
      ${rest.length + strange.length === 0 ? nothing : html`<details><summary>${iconSvg('right', 14)}${fieldWords.moreFields}</summary>
        <div class="list">${repeat(rest, ({ field }) => `${card.id}.${field}`, (field) => this.#field(card, field))}</div>
        ${strange.length === 0 ? nothing : html`<p class="meta">${fieldWords.strange}</p><dl>${strange.map(([field, value]) => html`<dt>${field}</dt><dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd>`)}</dl>`}</details>`}`
  }

  #field(card: Card, field: KindField): TemplateResult {
    const label = fieldWords.labelOf[`${card.kind}.${field.field}`] ?? fieldWords.label[field.field] ?? field.field
    const hint = field.field === 'criterion' && card.kind !== 'assumption' ? '' : (fieldWords.hint[field.field] ?? '')
    return html`<tacit-fact-field .field=${field} .value=${card.fields[field.field]} .board=${this.board} .label=${label} .hint=${hint} partner=${field.as === 'metric' && typeof card.fields['toTeam'] === 'string' ? card.fields['toTeam'] : ''} .now=${this.now} .writable=${this.writable}></tacit-fact-field>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-facts': TacitCardFacts }
}
