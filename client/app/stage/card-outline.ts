// All cards as a list for people who listen: frames are headings, cards stand under them in reading order, each with its
// name, its state and what it hangs on. Made from the board, not from what is painted, and only when the browser has
// nothing else to do. Choosing one tells `outline-chosen` {id}. Not seen, and no stop of Tab: the canvas is one.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { BoardState } from '../../../shared/board/records.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import type { CanvasItem } from '../../canvas/item.ts'
import { readingOrder } from '../../canvas/reading-order.ts'
import { accessibleDescription, accessibleName } from '../../cards/name.ts'
import { reset } from '../../theme/sheet.ts'
import { whenQuiet } from './when-quiet.ts'
import { outlineWords as words } from './later-words.ts'

/** More cards than these are counted only: each is three nodes of the page, and the ledger lists them all. */
const MOST = 600

interface Section { readonly heading: string; readonly cards: { readonly id: string; readonly text: string }[] }

/** The lines of the outline, frame by frame. */
export function outlineOf(items: readonly CanvasItem[], board: BoardState, judgements: Judgements, most = MOST): { readonly sections: readonly Section[]; readonly left: number } {
  const sections: Section[] = []
  let section: Section | undefined
  let shown = 0
  let left = 0
  for (const id of readingOrder(items)) {
    const card = board.cards.get(id)
    if (card === undefined) continue
    const framed = card.frame !== undefined && board.cards.get(card.frame)?.kind === 'frame' && board.cards.get(card.frame)?.deleted === false
    if (card.kind === 'frame') sections.push(section = { heading: words.frame(card.title), cards: [] })
    else if (shown >= most) left++
    else {
      if (section === undefined || (!framed && section.heading !== words.loose)) sections.push(section = { heading: words.loose, cards: [] })
      const view = { card, board, judgements }
      section.cards.push({ id, text: `${accessibleName(view)} ${accessibleDescription(view)}`.trim() })
      shown++
    }
  }
  return { sections, left }
}

@customElement('tacit-card-outline')
export class TacitCardOutline extends LitElement {
  static override styles = [reset, css`:host { position: absolute; inset: 0 auto auto 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); contain: strict; }`]

  @property({ attribute: false }) items: readonly CanvasItem[] = []
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) judgements: Judgements | undefined

  @query('div') private readonly list!: HTMLElement
  #waiting = false
  /** Headings and ids as they stand in the list: while they stay, only texts are changed, so that a listener keeps their place. */
  #shape = ''

  protected override shouldUpdate(): boolean {
    if (this.hasUpdated) this.#drawSoon()
    return !this.hasUpdated
  }

  protected override firstUpdated(): void {
    this.#drawSoon()
  }

  override render(): TemplateResult {
    return html`<nav @click=${this.#choose}><div></div></nav>`
  }

  #drawSoon(): void {
    if (this.#waiting) return
    this.#waiting = true
    whenQuiet(() => {
      this.#waiting = false
      this.#draw()
      return Promise.resolve()
    })
  }

  #draw(): void {
    const { board, judgements, items } = this
    if (board === undefined || judgements === undefined || !this.isConnected) return
    const { sections, left } = outlineOf(items, board, judgements)
    const shape = JSON.stringify([sections.map(({ heading, cards }) => [heading, cards.map(({ id }) => id)]), left])
    if (shape === this.#shape) return this.#retell(sections.flatMap(({ cards }) => cards.map(({ text }) => text)))
    this.#shape = shape
    const cards = sections.reduce((sum, section) => sum + section.cards.length, left)
    this.list.parentElement?.setAttribute('aria-label', words.label(cards))
    this.list.replaceChildren(...sections.flatMap(sectionNodes), ...(left === 0 ? [] : [made('p', words.more(left))]))
  }

  #retell(texts: readonly string[]): void {
    for (const [at, button] of this.list.querySelectorAll('button').entries()) {
      const text = texts[at] ?? ''
      if (button.textContent !== text) button.textContent = text
    }
  }

  readonly #choose = (event: MouseEvent): void => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['id'] : undefined
    if (id !== undefined) this.dispatchEvent(new CustomEvent('outline-chosen', { detail: { id }, bubbles: true, composed: true }))
  }
}

function made<T extends keyof HTMLElementTagNameMap>(tag: T, text = ''): HTMLElementTagNameMap[T] {
  const node = document.createElement(tag)
  if (text !== '') node.textContent = text
  return node
}

function sectionNodes({ heading, cards }: Section): HTMLElement[] {
  const title = made('h2', heading)
  if (cards.length === 0) return [title]
  const list = made('ul')
  // Lists without marks lose their role in one browser.
  list.setAttribute('role', 'list')
  list.append(...cards.map(({ id, text }) => {
    const line = made('li')
    const button = made('button', text)
    button.type = 'button'
    button.tabIndex = -1
    button.dataset['id'] = id
    line.append(button)
    return line
  }))
  return [title, list]
}

declare global {
  interface HTMLElementTagNameMap { 'tacit-card-outline': TacitCardOutline }
}
