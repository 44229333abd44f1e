// Adds a card to a list of the inspector: one already on the board, or a new one that the words typed here make. A
// combobox after the WAI-ARIA pattern: arrows move, Enter takes, Esc leaves. Tells `card-picked` {id}, `card-named`
// {title} or `adder-left`.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { BoardState, Card, CardKind } from '../../../shared/board/records.ts'
import { KINDS } from '../../cards/kinds.ts'
import { isolated } from '../../language/isolated.ts'
import { byName } from '../../language/lists.ts'
import { sheet } from '../../theme/sheet.ts'
import { iconSvg } from '../../ui/icon.ts'
import { adderWords as words, linkWords } from '../words.ts'

export interface CardPicked { readonly id: string }
export interface CardNamed { readonly title: string }

type Choice = { readonly card: Card } | { readonly title: string }

/** More would not be read; typing narrows them. */
const OFFERED = 20
/** Characters of a new card's title. */
const LONGEST = 300

@customElement('tacit-card-adder')
export class TacitCardAdder extends LitElement {
  static override styles = [...sheet, css`
    :host { display: block; padding: 12px; border-radius: var(--r3); background: var(--canvas); font-size: 13px; line-height: 20px; }
    .form { display: grid; gap: 10px; }
    .listbox { max-height: 200px; overflow: auto; border-radius: var(--r2); background: var(--surface); box-shadow: inset 0 0 0 1px var(--line); padding: 4px; }
    [role='option'] { display: flex; align-items: center; gap: 10px; min-height: 32px; padding: 4px 8px; border-radius: var(--r1); }
    [role='option'][aria-selected='true'] { background: var(--ink); color: var(--on-ink); }
    [role='option'] .grow { overflow-wrap: anywhere; line-height: 18px; }
    .none { padding: 6px 8px; color: var(--ink-2); }
    @media (pointer: coarse), (max-width: 720px) { [role='option'] { min-height: 44px; } .btn { height: 44px; } }
    @media (forced-colors: active) { [role='option'][aria-selected='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
  `]

  @property() label = ''
  @property({ attribute: false }) board: BoardState | undefined
  /** Kinds that are offered, and cards that are not. */
  @property({ attribute: false }) kinds: readonly CardKind[] = []
  @property({ attribute: false }) but: ReadonlySet<string> = new Set()
  /** What new words make; undefined where only cards that stand already can be chosen. */
  @property() makes: CardKind | undefined
  @state() private typed = ''
  @state() private at = 0
  @query('input') private readonly input!: HTMLInputElement

  override focus(): void {
    if (this.hasUpdated) this.input.focus()
    else void this.updateComplete.then(() => this.input.focus())
  }

  override render(): TemplateResult {
    const choices = this.#choices()
    const active = choices.length === 0 ? nothing : `c-${Math.min(this.at, choices.length - 1)}`
    return html`<div class="form" @keydown=${this.#escape}>
      <div class="field"><label for="search">${this.label}</label>
        <input id="search" class="input" role="combobox" aria-expanded="true" aria-controls="cards" aria-autocomplete="list" autocomplete="off" maxlength=${LONGEST} placeholder=${this.makes === undefined ? linkWords.search : words.placeholder}
          aria-activedescendant=${active} .value=${this.typed} @input=${this.#type} @keydown=${this.#key}></div>
      <div class="listbox" id="cards" role="listbox" tabindex="-1" aria-label=${this.label}>
        ${choices.length === 0 ? html`<p class="none" role="option" aria-selected="false" aria-disabled="true">${linkWords.noMatch}</p>` : choices.map((choice, at) => this.#option(choice, at))}
      </div>
      <div class="row"><button type="button" class="btn sm ghost" @click=${() => this.#tell('adder-left', {})}>${linkWords.cancel}</button></div>
    </div>`
  }

  #option(choice: Choice, at: number): TemplateResult {
    const [icon, text] = 'card' in choice ? [KINDS[choice.card.kind].glyph, isolated(choice.card.title)] as const : ['plus', words.create(KINDS[this.makes ?? 'note'].label, choice.title)] as const
    return html`<div role="option" id="c-${at}" aria-selected=${at === this.at} @pointermove=${() => { this.at = at }} @click=${() => this.#choose(choice)}>${iconSvg(icon)}<span class="grow">${text}</span></div>`
  }

  /** What was typed as a new card first, unless a card says just that. */
  #choices(): readonly Choice[] {
    const wanted = this.typed.trim().replace(/\s+/gu, ' ')
    const letters = wanted.toLocaleLowerCase()
    const cards = [...(this.board?.cards.values() ?? [])]
      .filter(({ id, kind, deleted, retired, title }) => this.kinds.includes(kind) && !deleted && !retired && title.trim() !== '' && !this.but.has(id) && title.toLocaleLowerCase().includes(letters))
      .sort((a, b) => Number(!a.title.toLocaleLowerCase().startsWith(letters)) - Number(!b.title.toLocaleLowerCase().startsWith(letters)) || byName(a.title, b.title))
    const isNew = this.makes !== undefined && wanted !== '' && !cards.some(({ title }) => title.trim().toLocaleLowerCase() === letters)
    return [...(isNew ? [{ title: wanted }] : []), ...cards.slice(0, OFFERED).map((card) => ({ card }))]
  }

  readonly #type = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value
    this.at = 0
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const choices = this.#choices()
    if (event.key === 'ArrowDown') this.at = Math.min(this.at + 1, choices.length - 1)
    else if (event.key === 'ArrowUp') this.at = Math.max(this.at - 1, 0)
    else if (event.key === 'Enter') {
      const choice = choices[this.at]
      if (choice !== undefined) this.#choose(choice)
    } else return
    event.preventDefault()
    event.stopPropagation()
    void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }))
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.#tell('adder-left', {})
  }

  #choose(choice: Choice): void {
    if ('card' in choice) this.#tell<CardPicked>('card-picked', { id: choice.card.id })
    else this.#tell<CardNamed>('card-named', choice)
  }

  #tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-adder': TacitCardAdder }
}
