// Chooses a new link: its kind and direction as one list of verbs, then the card at its other end. A combobox after the
// WAI-ARIA pattern: arrows move, Enter takes, Esc leaves. Tells `link-chosen` or `chooser-left`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BoardState, Card, LinkType } from '../../../shared/board/records.ts'
import { KINDS } from '../../cards/kinds.ts'
import { LINK_GROUPS } from '../../cards/link-groups.ts'
import { sheet } from '../../theme/sheet.ts'
import '../../ui/field.ts'
import type { TacitField } from '../../ui/field.ts'
import { iconSvg } from '../../ui/icon.ts'
import { candidatesFor } from './card-neighbours.ts'
import { linkWords } from '../words.ts'

export interface LinkChosen { readonly type: LinkType; readonly outward: boolean; readonly card: string }

/** "rests_on" and "rests_on~back": every kind from both ends; a kind that reads the same from both is offered once. */
const VERBS = LINK_GROUPS.flatMap(({ name, types }) => types.flatMap((type) => [
  { value: type as string, label: linkWords.out[type], group: name },
  ...(linkWords.out[type] === linkWords.back[type] ? [] : [{ value: `${type}~back`, label: linkWords.back[type], group: name }]),
]))

@customElement('tacit-link-chooser')
export class TacitLinkChooser extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; padding: 12px; border-radius: var(--r3); background: var(--canvas); }
    .form { display: grid; gap: 10px; }
    .listbox { max-height: 220px; overflow: auto; border-radius: var(--r2); background: var(--surface); box-shadow: inset 0 0 0 1px var(--line); padding: 4px; }
    [role='option'] { display: flex; align-items: center; gap: 10px; min-height: 32px; padding: 4px 8px; border-radius: var(--r1); }
    [role='option'][aria-selected='true'] { background: var(--ink); color: var(--on-ink); }
    [role='option'] .grow { overflow-wrap: anywhere; line-height: 18px; }
    .none { padding: 6px 8px; color: var(--ink-2); }
    @media (pointer: coarse) { [role='option'] { min-height: 44px; } }
  `]

  @property({ attribute: false }) card: Card | undefined
  @property({ attribute: false }) board: BoardState | undefined
  @state() private verb = 'rests_on'
  @state() private words = ''
  @state() private at = 0
  @query('tacit-field') private readonly verbField!: TacitField

  override focus(): void {
    this.verbField.focus()
  }

  override render(): TemplateResult {
    const cards = this.#cards()
    const active = cards[this.at]
    return html`<div class="form" @keydown=${this.#escape}>
      <tacit-field type="choice" label=${linkWords.type} .options=${VERBS} .value=${this.verb} @input=${(event: Event) => { this.verb = (event.target as TacitField).value }}></tacit-field>
      <div class="field"><label for="search">${linkWords.card}</label>
        <input id="search" class="input" role="combobox" aria-expanded="true" aria-controls="cards" aria-autocomplete="list" autocomplete="off" placeholder=${linkWords.search}
          aria-activedescendant=${active === undefined ? nothing : `c-${active.id}`} .value=${this.words} @input=${this.#type} @keydown=${this.#key}></div>
      <div class="listbox" id="cards" role="listbox" tabindex="-1" aria-label=${linkWords.card}>
        ${cards.length === 0 ? html`<p class="none" role="option" aria-selected="false" aria-disabled="true">${linkWords.noMatch}</p>` : cards.map((card, at) => this.#option(card, at))}
      </div>
      <div class="row"><button type="button" class="btn sm ghost" @click=${() => this.#tell('chooser-left', undefined)}>${linkWords.cancel}</button></div>
    </div>`
  }

  #option(card: Card, at: number): TemplateResult {
    return html`<div role="option" id="c-${card.id}" aria-selected=${at === this.at} @pointermove=${() => { this.at = at }} @click=${() => this.#choose(card)}>${iconSvg(KINDS[card.kind].glyph)}<span class="grow">${card.title}</span></div>`
  }

  #meaning(): { readonly type: LinkType; readonly outward: boolean } {
    const [type = 'rests_on', back] = this.verb.split('~')
    return { type: type as LinkType, outward: back === undefined }
  }

  #cards(): readonly Card[] {
    if (this.board === undefined || this.card === undefined) return []
    const { type, outward } = this.#meaning()
    return candidatesFor(this.board, this.card.id, type, outward, this.words)
  }

  readonly #type = (event: InputEvent): void => {
    this.words = (event.target as HTMLInputElement).value
    this.at = 0
  }

  readonly #key = (event: KeyboardEvent): void => {
    const cards = this.#cards()
    if (event.key === 'ArrowDown') this.at = Math.min(this.at + 1, cards.length - 1)
    else if (event.key === 'ArrowUp') this.at = Math.max(this.at - 1, 0)
    else if (event.key === 'Enter') {
      const card = cards[this.at]
      if (card !== undefined) this.#choose(card)
    } else return
    event.preventDefault()
    void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }))
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    this.#tell('chooser-left', undefined)
  }

  #choose(card: Card): void {
    this.#tell<LinkChosen>('link-chosen', { ...this.#meaning(), card: card.id })
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-link-chooser': TacitLinkChooser }
}
