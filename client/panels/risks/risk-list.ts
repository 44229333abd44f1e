// A list on the inspector of a risk: what it hangs on, or what is done about it, each card a button with its state. Takes
// one out and adds one right there. Tells `card-opened`, `link-dropped` {id}, and what the adder tells, with its `list`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState, Card, CardKind } from '../../../shared/board/records.ts'
import { KINDS } from '../../cards/kinds.ts'
import { shownTitle } from '../../cards/size.ts'
import { isolated } from '../../language/isolated.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import type { Look } from '../../ui/looks.ts'
import { ringSvg } from '../../ui/ring.ts'
import '../links/card-adder.ts'
import type { CardNamed, CardPicked, TacitCardAdder } from '../links/card-adder.ts'
import { riskPanelWords as words } from './words.ts'

export interface RiskRow {
  readonly card: Card
  /** The line to take out; undefined where it is not the risk's own. */
  readonly link: string | undefined
  readonly note: string
  readonly more?: string
  /** Of an assumption: how sure it is. */
  readonly look?: Look
}
export interface LinkDropped { readonly id: string }
export type RowAdded = CardPicked | CardNamed

@customElement('tacit-risk-list')
export class TacitRiskList extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; font-size: 13px; line-height: 20px; }
    h4 { display: flex; align-items: baseline; gap: 6px; flex-wrap: wrap; font-weight: 500; }
    h4 small { font-size: 12px; line-height: 16px; font-weight: 400; color: var(--ink-3); }
    li { display: flex; align-items: center; gap: 2px; min-height: 32px; margin-inline: -8px -6px; border-radius: var(--r2); }
    li:hover, li:focus-within { background: var(--hover); }
    .open { display: grid; grid-template-columns: 20px minmax(0, 1fr); align-items: start; gap: 0 8px; flex: 1; min-width: 0; padding: 6px 8px; text-align: start; border-radius: var(--r2); overflow-wrap: anywhere; }
    .open > .icon, .open > .ring { margin-top: 2px; }
    .note { display: block; font-size: 12px; line-height: 16px; color: var(--st, var(--ink-3)); }
    .more { display: block; font-size: 12px; line-height: 16px; color: var(--ink-2); }
    .add { margin-left: -10px; }
    tacit-card-adder { margin-top: 6px; }
    .remove { opacity: 0; }
    li:hover .remove, li:focus-within .remove { opacity: 1; }
    @media (pointer: coarse), (max-width: 720px) { .remove { opacity: 1; width: 44px; height: 44px; } .open { min-height: 44px; align-items: center; } .add { height: 44px; } }
  `]

  @property() heading = ''
  @property() meaning = ''
  @property({ attribute: false }) rows: readonly RiskRow[] = []
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) kinds: readonly CardKind[] = []
  @property() makes: CardKind = 'action'
  /** The card that the list is about: it cannot be in it. */
  @property() of = ''
  @property({ attribute: 'add-label' }) addLabel = ''
  @property({ attribute: 'add-question' }) addQuestion = ''
  @property({ type: Boolean }) writable = false
  @state() private adding = false
  @query('tacit-card-adder') private readonly adder!: TacitCardAdder | null
  @query('.add') private readonly addButton!: HTMLButtonElement | null

  override render(): TemplateResult | typeof nothing {
    const { rows, writable } = this
    return html`${this.heading === '' || (rows.length === 0 && !this.adding) ? nothing : html`<h4>${this.heading} <small>${this.meaning}</small></h4>`}
      ${rows.length === 0 ? nothing : html`<ul aria-label=${this.heading === '' ? this.addQuestion : this.heading}>${repeat(rows, ({ card }) => card.id, (row) => this.#row(row))}</ul>`}
      ${writable ? this.#add() : nothing}`
  }

  #row({ card, link, note, more, look }: RiskRow): TemplateResult {
    const title = shownTitle(card)
    return html`<li><button type="button" class="open" @click=${() => this.#tell('card-opened', { id: card.id })}>${look === undefined ? iconSvg(KINDS[card.kind].glyph) : ringSvg(undefined, look, 16)}
        <span>${title}${note === '' ? nothing : html` <span class="note ${look === undefined ? '' : `s-${look}`}">${note}</span>`}${more === undefined ? nothing : html` <span class="more">${isolated(more)}</span>`}</span></button>
      ${this.writable && link !== undefined ? html`<button type="button" class="icon-btn sm remove" aria-label=${words.unlink(title)} title=${words.unlink(title)} @click=${() => this.#drop(link)}>${iconSvg(later.unlink)}</button>` : nothing}</li>`
  }

  #add(): TemplateResult {
    if (!this.adding) return html`<button type="button" class="btn sm ghost add" @click=${this.#start}>${iconSvg('plus')}${this.addLabel}</button>`
    return html`<tacit-card-adder .board=${this.board} .label=${this.addQuestion} .kinds=${this.kinds} .makes=${this.makes} .but=${new Set([this.of, ...this.rows.map(({ card }) => card.id)])}
      @card-picked=${this.#added} @card-named=${this.#added} @adder-left=${this.#leave}></tacit-card-adder>`
  }

  /** The row goes: the focus stays where another is added. */
  #drop(id: string): void {
    this.addButton?.focus()
    this.#tell<LinkDropped>('link-dropped', { id })
  }

  readonly #start = async (): Promise<void> => {
    this.adding = true
    await this.updateComplete
    this.adder?.focus()
  }

  readonly #added = (event: CustomEvent<RowAdded>): void => {
    event.stopPropagation()
    this.#tell<RowAdded>('row-added', event.detail)
    void this.#left()
  }

  readonly #leave = (event: Event): void => {
    event.stopPropagation()
    void this.#left()
  }

  async #left(): Promise<void> {
    this.adding = false
    await this.updateComplete
    this.addButton?.focus()
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-risk-list': TacitRiskList }
}
