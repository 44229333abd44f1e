// Which links may touch an area and which end at a card, kept from one board to the next: only links that changed, or
// whose cards did, are looked at again.
import RBush from 'rbush'
import type { BoardState, Card, Link } from '../../../shared/board/records.ts'
import type { Rect } from '../../../shared/geometry/geometry.ts'
import { linkBounds } from '../../cards/link-path.ts'
import { sizeOf } from '../../cards/size.ts'

interface Entry { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number; readonly link: Link }

const rectOf = (card: Card): Rect => ({ x: card.x, y: card.y, ...sizeOf(card) })

export class LinkIndex {
  readonly #tree = new RBush<Entry>()
  readonly #entries = new Map<string, Entry>()
  readonly #byCard = new Map<string, Set<string>>()
  #links: BoardState['links'] | undefined
  #cards: BoardState['cards'] | undefined

  follow({ links, cards }: BoardState): void {
    if (links === this.#links && cards === this.#cards) return
    const changed = new Set(this.#links === undefined ? links.keys() : links.changedSince(this.#links))
    if (this.#cards !== undefined && cards !== this.#cards) for (const id of cards.changedSince(this.#cards)) for (const link of this.#byCard.get(id) ?? []) changed.add(link)
    const old = this.#links
    this.#links = links
    this.#cards = cards
    const fresh: Entry[] = []
    for (const id of changed) {
      const known = this.#entries.get(id)
      if (known !== undefined) this.#tree.remove(known)
      this.#entries.delete(id)
      const entry = this.#enter(id, links.get(id), old?.get(id), cards)
      if (entry !== undefined) fresh.push(entry)
    }
    this.#tree.load(fresh)
  }

  /** The sizes of cards are other ones now. */
  forget(): void {
    this.#tree.clear()
    this.#entries.clear()
    this.#byCard.clear()
    this.#links = undefined
    this.#cards = undefined
  }

  touching({ x, y, width, height }: Rect): Link[] {
    return this.#tree.search({ minX: x, minY: y, maxX: x + width, maxY: y + height }).map(({ link }) => link)
  }

  /** Links that begin or end at a card. */
  of(cardId: string): Link[] {
    return [...(this.#byCard.get(cardId) ?? [])].flatMap((id) => this.#links?.get(id) ?? [])
  }

  #enter(id: string, link: Link | undefined, old: Link | undefined, cards: BoardState['cards']): Entry | undefined {
    for (const end of [old?.from, old?.to]) if (end !== undefined) this.#byCard.get(end)?.delete(id)
    if (link === undefined) return undefined
    for (const end of [link.from, link.to]) this.#byCard.set(end, (this.#byCard.get(end) ?? new Set()).add(id))
    const from = cards.get(link.from)
    const to = cards.get(link.to)
    if (from === undefined || to === undefined || from.deleted || to.deleted) return undefined
    const { x, y, width, height } = linkBounds(rectOf(from), rectOf(to))
    const entry = { minX: x, minY: y, maxX: x + width, maxY: y + height, link }
    this.#entries.set(id, entry)
    return entry
  }
}
