// All cards as a list for people who listen: frames are headings, cards stand under them in reading order, each with its
// name, its state and what it hangs on. Made from the board, not from what is painted, and only when the browser has
// nothing else to do. Choosing one tells `outline-chosen` {id}. Not seen, and no stop of Tab: the canvas is one.
import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { BoardState } from '../../../shared/board/records.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { touchedSince } from '../../../shared/rules/judge.ts'
import type { CanvasItem } from '../../canvas/item.ts'
import { ReadingOrder } from '../../canvas/reading-order.ts'
import { accessibleDescription, accessibleName } from '../../cards/name.ts'
import { linksTo, type CardView } from '../../cards/view.ts'
import { reset } from '../../theme/sheet.ts'
import { whenQuiet } from './when-quiet.ts'
import { outlineWords as words } from './later-words.ts'

/** More cards than these are counted only: each is three nodes of the page, and the ledger lists them all. */
const MOST = 600

interface Section { readonly heading: string; readonly cards: { readonly id: string; readonly text: string }[] }

export interface OutlineLines { readonly sections: readonly Section[]; readonly left: number }

/** The lines of the outline, frame by frame, kept from one board to the next: cards that nothing has touched are not read again. */
export class Outline {
  readonly #order = new ReadingOrder()
  #texts = new Map<string, string>()
  #seen: { readonly board: BoardState; readonly judgements: Judgements } | undefined
  /** The instant at which time alone changes a text, ms. */
  #until = Infinity

  of(items: readonly CanvasItem[], board: BoardState, judgements: Judgements, most = MOST): OutlineLines {
    this.#forget(board, judgements)
    this.#order.update(items)
    const sections: Section[] = []
    let section: Section | undefined
    let shown = 0
    for (const { id } of this.#order.order) {
      if (shown === most) break
      const card = board.cards.get(id)
      if (card === undefined) continue
      const framed = card.frame !== undefined && board.cards.get(card.frame)?.kind === 'frame' && board.cards.get(card.frame)?.deleted === false
      if (card.kind === 'frame') sections.push(section = { heading: words.frame(card.title), cards: [] })
      else {
        if (section === undefined || (!framed && section.heading !== words.loose)) sections.push(section = { heading: words.loose, cards: [] })
        section.cards.push({ id, text: this.#textOf({ card, board, judgements }) })
        shown++
      }
    }
    return { sections, left: items.length - this.#order.frames - shown }
  }

  #textOf(view: CardView): string {
    const { card, judgements } = view
    const known = this.#texts.get(card.id)
    if (known !== undefined) return known
    const text = `${accessibleName(view)} ${accessibleDescription(view)}`.trim()
    this.#until = Math.min(this.#until, judgements.nextChangeAt(card.id) ?? Infinity)
    this.#texts.set(card.id, text)
    return text
  }

  /** Texts of cards that may read otherwise now: all of them when it is not known which. */
  #forget(board: BoardState, judgements: Judgements): void {
    const before = this.#seen
    this.#seen = { board, judgements }
    const judged = before === undefined ? undefined : touchedSince(before.judgements, judgements)
    const named = before !== undefined && before.board.teams === board.teams && before.board.people === board.people
    if (before === undefined || judged === undefined || !named || judgements.now >= this.#until) {
      this.#texts = new Map()
      this.#until = Infinity
      return
    }
    const cards = board.cards.changedSince(before.board.cards)
    const links = [...board.links.changedSince(before.board.links)].flatMap((id) => [before.board.links.get(id), board.links.get(id)])
    for (const id of [...judged, ...cards, ...links.flatMap((link) => (link === undefined ? [] : [link.from, link.to]))]) this.#texts.delete(id)
    // A name may tell of the card that it rests on.
    for (const id of cards) for (const link of linksTo({ board }, id)) this.#texts.delete(link.from)
  }
}

@customElement('tacit-card-outline')
export class TacitCardOutline extends LitElement {
  static override styles = [reset, css`:host { position: absolute; inset: 0 auto auto 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); contain: strict; }`]

  @property({ attribute: false }) items: readonly CanvasItem[] = []
  @property({ attribute: false }) board: BoardState | undefined
  @property({ attribute: false }) judgements: Judgements | undefined

  @query('div') private readonly list!: HTMLElement
  readonly #outline = new Outline()
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
    const { sections, left } = this.#outline.of(items, board, judgements)
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
