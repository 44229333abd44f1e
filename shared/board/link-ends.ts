// Which links name which card, dangling ones included: when a card comes or goes, its links are found without
// looking at any other. Kept by follow.ts; knows ids only.

export type Ends = readonly [from: string, to: string]

export class LinkEnds {
  readonly #ends = new Map<string, Ends>()
  readonly #links = new Map<string, Set<string>>()

  /** Notes the ends of a link; undefined when there is no such link any more. */
  set(linkId: string, ends: Ends | undefined): void {
    for (const card of this.#ends.get(linkId) ?? []) this.#forget(card, linkId)
    this.#ends.delete(linkId)
    if (ends === undefined) return
    this.#ends.set(linkId, ends)
    for (const card of ends) {
      const links = this.#links.get(card)
      if (links === undefined) this.#links.set(card, new Set([linkId]))
      else links.add(linkId)
    }
  }

  linksOf(cardId: string): Iterable<string> {
    return this.#links.get(cardId) ?? []
  }

  #forget(cardId: string, linkId: string): void {
    const links = this.#links.get(cardId)
    links?.delete(linkId)
    if (links?.size === 0) this.#links.delete(cardId)
  }
}
