// Who is asked again because something outside changed: a card that is evidence against an assumption, written after
// they confirmed it. Re-opens nothing: each confirmation stands until its person answers anew.
import { verdictsOf } from './attestations.ts'
import type { BoardIndex } from './board-index.ts'
import { instantOf } from './instants.ts'
import type { Prompt } from './judgements.ts'
import { statementOf } from './statement.ts'

const NOBODY: readonly Prompt[] = []

/** The active cards that speak against this one and say since when, the oldest first. */
function changesOutside(index: BoardIndex, cardId: string): { readonly id: string; readonly since: number }[] {
  const ids = new Set(index.linksTo(cardId).flatMap(({ from, type }) => (type === 'evidence_against' ? [from] : [])))
  return Array.from(ids, (id) => ({ id, card: index.state.cards.get(id) }))
    .flatMap(({ id, card }) => {
      const since = card === undefined || card.deleted || card.retired ? undefined : instantOf(card.createdAt)
      return since === undefined ? [] : [{ id, since }]
    })
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
}

/** Those who are asked about an assumption, in the order of their ids; nobody for any other card. */
export function promptsOf(index: BoardIndex, cardId: string): readonly Prompt[] {
  const { state } = index
  const card = state.cards.get(cardId)
  if (card?.kind !== 'assumption' || card.deleted || card.retired) return NOBODY
  const outside = changesOutside(index, cardId)
  if (outside.length === 0) return NOBODY
  return verdictsOf(index.answersOn(cardId), state.people, statementOf(card)).current
    .flatMap(({ verdict, person, at }) => {
      const given = verdict === 'confirm' ? instantOf(at) : undefined
      const cards = given === undefined ? [] : outside.filter(({ since }) => given < since).map(({ id }) => id)
      return cards.length === 0 ? [] : [{ person, cards }]
    })
    .sort((a, b) => (a.person < b.person ? -1 : 1))
}
