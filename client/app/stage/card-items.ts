// The cards of a board as items of the canvas. An item is remembered for its card, so that an edit of one card gives
// the canvas one new item and leaves all others the same.
import type { BoardState, Card } from '../../../shared/board/records.ts'
import type { CanvasItem, Sizing } from '../../canvas/item.ts'
import { MAX_WIDTH, MIN_WIDTH, sizeOf } from '../../cards/size.ts'
import { FRAME_LIMITS } from '../../commands/frame-facts.ts'

const CARD_SIZING: Sizing = { width: [MIN_WIDTH, MAX_WIDTH] }

export class CardItems {
  #known = new WeakMap<Card, CanvasItem>()
  #cards: BoardState['cards'] | undefined
  #items: readonly CanvasItem[] = []
  /** Where each stands in the list. */
  #places = new Map<string, number>()

  of({ cards }: BoardState): readonly CanvasItem[] {
    if (cards === this.#cards) return this.#items
    const changed = this.#cards === undefined ? undefined : cards.changedSince(this.#cards)
    this.#cards = cards
    this.#items = (changed === undefined ? undefined : this.#with(cards, changed)) ?? this.#all(cards)
    return this.#items
  }

  #all(cards: BoardState['cards']): readonly CanvasItem[] {
    const items: CanvasItem[] = []
    for (const card of cards.values()) if (!card.deleted) items.push(this.#itemOf(card))
    this.#places = new Map(items.map(({ id }, at) => [id, at]))
    return items
  }

  /** The list with other items for the cards that changed, new ones at its end; undefined when some have gone. */
  #with(cards: BoardState['cards'], changed: ReadonlySet<string>): readonly CanvasItem[] | undefined {
    const items = [...this.#items]
    for (const id of changed) {
      const card = cards.get(id)
      const place = this.#places.get(id)
      const there = card !== undefined && !card.deleted
      if (!there && place !== undefined) return undefined
      if (!there) continue
      items[place ?? items.length] = this.#itemOf(card)
      if (place === undefined) this.#places.set(id, items.length - 1)
    }
    return items
  }

  /** The font has come: every size has to be asked for again. */
  forget(): void {
    this.#known = new WeakMap()
    this.#cards = undefined
  }

  #itemOf(card: Card): CanvasItem {
    const known = this.#known.get(card)
    if (known !== undefined) return known
    const { width, height } = sizeOf(card)
    const item: CanvasItem = {
      id: card.id,
      bounds: { x: card.x, y: card.y, width, height },
      ...(card.order === undefined ? {} : { order: card.order }),
      ...(card.kind === 'frame' ? { layer: 'ground', sizing: FRAME_LIMITS } : { sizing: CARD_SIZING }),
      ...(card.frame === undefined ? {} : { group: card.frame }),
    }
    this.#known.set(card, item)
    return item
  }
}
