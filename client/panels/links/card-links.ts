// The links of a card: what it rests on, what rests on it (at once, and one step away), the others by their kind. Opens,
// removes and adds them; what a dependency says about itself stands beside (dependencies/). Tells `link-added`,
// `link-removed`, `card-opened`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { BoardState, Card, LinkType } from '../../../shared/board/records.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { KINDS } from '../../cards/kinds.ts'
import { isolated } from '../../language/isolated.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { later } from '../../ui/later-icons.ts'
import { lookOf, stanceOf } from '../../ui/looks.ts'
import { ringSvg } from '../../ui/ring.ts'
import { neighboursOf, type LinkRow } from './card-neighbours.ts'
import './link-chooser.ts'
import type { LinkChosen } from './link-chooser.ts'
import { inspectorWords, linkWords } from '../words.ts'

export interface LinkAdded { readonly from: string; readonly type: LinkType; readonly to: string }
export interface LinkRemoved { readonly id: string }

/** What a risk hangs on, and what answers it, has a part of its own. */
function standsAbove(kind: Card['kind'], { outward, type, other }: LinkRow): boolean {
  return kind === 'risk' && !outward && (type === 'mitigates' || (type === 'if_false' && other.kind === 'assumption'))
}

@customElement('tacit-card-links')
export class TacitCardLinks extends LitElement {
  static override styles = [...sheet, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; }
    h3 { display: flex; align-items: center; gap: 6px; font-size: 13px; line-height: 20px; margin-bottom: 2px; }
    h3 .n { color: var(--ink-3); font-weight: 400; }
    li { display: flex; flex-wrap: wrap; align-items: center; gap: 2px; min-height: 32px; margin-inline: -8px -6px; border-radius: var(--r2); }
    li:hover, li:focus-within { background: var(--hover); }
    .open { display: flex; align-items: center; gap: 10px; flex: 1; min-width: 0; padding: 6px 8px; text-align: left; border-radius: var(--r2); }
    .kind { color: var(--ink-3); font-size: 12px; line-height: 16px; display: block; }
    .gone .cut { text-decoration: line-through; color: var(--ink-2); }
    .remove { opacity: 0; }
    li:hover .remove, li:focus-within .remove { opacity: 1; }
    @media (pointer: coarse) { .remove { opacity: 1; } .open { min-height: 44px; } }
  `]

  @property({ attribute: false }) card: Card | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) judgements: Judgements | undefined
  @property({ type: Number }) now = 0
  @property({ type: Boolean }) writable = false
  @state() private adding = false
  @query('tacit-link-chooser') private readonly chooser!: HTMLElement | null
  @query('.add') private readonly addButton!: HTMLButtonElement | null

  override render(): TemplateResult {
    if (this.card === undefined || this.board === undefined) return html``
    const { restsOn, restsOnIt, others: all } = neighboursOf(this.board, this.card.id)
    const { kind } = this.card
    const others = all.filter((row) => !standsAbove(kind, row))
    return html`
      ${restsOn.length === 0 ? nothing : this.#group('rests-on', linkWords.restsOn, restsOn)}
      ${restsOnIt.length === 0 ? nothing : this.#group('rests-on-it', linkWords.restsOnIt, restsOnIt)}
      ${this.#further(restsOnIt)}
      ${others.length === 0 ? nothing : this.#group('others', linkWords.others, others)}
      ${this.writable ? this.#add() : nothing}`
  }

  #group(name: string, title: string, rows: readonly LinkRow[]): TemplateResult {
    return html`<section aria-labelledby=${name}><h3 id=${name}>${title}<span class="n">${rows.length}</span></h3><ul>${repeat(rows, ({ id, outward }) => `${id} ${outward}`, (row) => this.#row(row, name === 'others'))}</ul></section>`
  }

  /** The load goes on: the number on the beam counts what rests on these, too. */
  #further(direct: readonly LinkRow[]): TemplateResult | typeof nothing {
    const near = new Set(direct.map(({ other }) => other.id))
    const cards = (this.judgements?.carries(this.card?.id ?? '') ?? []).filter((id) => !near.has(id)).flatMap((id) => this.board?.cards.get(id) ?? [])
    if (cards.length === 0) return nothing
    return html`<section aria-labelledby="further"><h3 id="further">${linkWords.further}<span class="n">${cards.length}</span></h3><ul>${repeat(cards, ({ id }) => id, (card) => html`<li>
      <button type="button" class="open" @click=${() => this.#tell('card-opened', { id: card.id })}>${iconSvg(KINDS[card.kind].glyph)}<span class="grow cut">${card.title || inspectorWords.untitled}</span>${this.#mark(card)}</button></li>`)}</ul></section>`
  }

  #row(row: LinkRow, named: boolean): TemplateResult {
    const { other } = row
    const title = other.title === '' ? inspectorWords.untitled : isolated(other.title)
    const kind = row.outward ? linkWords.out[row.type] : linkWords.back[row.type]
    const shown = named || row.type === 'depends_on'
    return html`<li class=${other.deleted ? 'gone' : ''}>
      <button type="button" class="open" ?disabled=${other.deleted} @click=${() => this.#tell('card-opened', { id: other.id })}>
        ${iconSvg(KINDS[other.kind].glyph)}
        <span class="grow cut">${shown ? html`<span class="kind">${kind}</span>` : nothing}${title}${other.deleted ? html`<span class="kind">${linkWords.removedCard}</span>` : nothing}</span>
        ${this.#mark(other)}
      </button>
      ${this.writable ? html`<button type="button" class="icon-btn sm remove" aria-label=${linkWords.remove(title)} title=${linkWords.remove(title)} @click=${() => this.#remove(row.id)}>${iconSvg(later.unlink)}</button>` : nothing}
    </li>`
  }

  /** The row goes: the focus stays where another link is made. */
  #remove(id: string): void {
    this.addButton?.focus()
    this.#tell<LinkRemoved>('link-removed', { id })
  }

  /** The ring of an assumption: whether one may stand on it. */
  #mark(card: Card): TemplateResult | typeof nothing {
    if (card.kind !== 'assumption' || card.deleted || this.judgements === undefined) return nothing
    const { state, seats } = this.judgements.assumption(card.id)
    const look = lookOf(state)
    return html`<span class="s-${look}">${ringSvg(Object.values(seats).map(stanceOf), look)}</span><span class="sr">${linkWords.state(look)}</span>`
  }

  #add(): TemplateResult {
    if (!this.adding) return html`<button type="button" class="btn sm ghost add" style="justify-self: start; margin-left: -10px" @click=${this.#start}>${iconSvg('plus')}${linkWords.add}</button>`
    return html`<tacit-link-chooser .card=${this.card} .board=${this.board} @link-chosen=${this.#chosen} @chooser-left=${this.#leave}></tacit-link-chooser>`
  }

  readonly #start = async (): Promise<void> => {
    this.adding = true
    await this.updateComplete
    this.chooser?.focus()
  }

  readonly #leave = async (): Promise<void> => {
    this.adding = false
    await this.updateComplete
    this.addButton?.focus()
  }

  readonly #chosen = (event: CustomEvent<LinkChosen>): void => {
    event.stopPropagation()
    const own = this.card?.id ?? ''
    const { type, outward, card } = event.detail
    this.#tell<LinkAdded>('link-added', outward ? { from: own, type, to: card } : { from: card, type, to: own })
    void this.#leave()
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-links': TacitCardLinks }
}
