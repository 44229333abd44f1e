// What leans on a card: the cards that rest on or depend on it, the teams whose seat that makes, and whether the card
// carries load. Direct only: were it transitive, everyone would have to confirm everything.
import type { Card } from '../board/records.ts'
import type { BoardIndex } from './board-index.ts'

export interface Dependants {
  /** Active cards that rest on or depend on this one, sorted. */
  readonly cards: readonly string[]
  /** Their teams and the teams that were asked, sorted. */
  readonly teams: readonly string[]
  readonly loadBearing: boolean
}

/** Neither deleted nor retired. */
export function isActive(card: Card | undefined): card is Card {
  return card !== undefined && !card.deleted && !card.retired
}

const WEIGHTY = new Set<string>(['goal', 'decision', 'commitment'])

function askedTeams(card: Card | undefined): readonly string[] {
  const asked: unknown = card?.fields.askTeams
  return Array.isArray(asked) ? asked.filter((team): team is string => typeof team === 'string' && team !== '') : []
}

export function dependantsOf(index: BoardIndex, cardId: string): Dependants {
  const card = index.state.cards.get(cardId)
  const cards = new Set<string>()
  const teams = new Set<string>(askedTeams(card))
  let loadBearing = card?.fields.importance === 'high'
  for (const link of index.linksTo(cardId)) {
    if ((link.type !== 'rests_on' && link.type !== 'depends_on') || link.from === cardId) continue
    const dependant = index.state.cards.get(link.from)
    if (!isActive(dependant)) continue
    cards.add(dependant.id)
    if (typeof dependant.fields.team === 'string' && dependant.fields.team !== '') teams.add(dependant.fields.team)
    if (link.type === 'rests_on' && WEIGHTY.has(dependant.kind)) loadBearing = true
  }
  return { cards: [...cards].sort(), teams: [...teams].sort(), loadBearing }
}

/** The dependants and theirs: the number on the beam. */
export function carriedBy(cardId: string, direct: (cardId: string) => readonly string[]): readonly string[] {
  const carried = new Set<string>()
  for (const dependant of direct(cardId)) {
    carried.add(dependant)
    for (const further of direct(dependant)) carried.add(further)
  }
  carried.delete(cardId)
  return [...carried].sort()
}
