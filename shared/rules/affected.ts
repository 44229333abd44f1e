// Which judgements a change of the board can touch, so that all others are kept. Each rule here follows from what a
// judgement reads; a property test compares the kept ones with a board judged from scratch.
//
//   links, roles of the cards at their other end, teams asked ──► dependants, seats        (leanedOn)
//   those, the card itself, answers and who gave them         ──► its own judgements       (local, in judge.ts)
//   an assumption judged otherwise, a support gone or back    ──► standing of all above it (above), risks
//   contract, team and dates of a card, acknowledgements      ──► its dependencies         (linesAround)
import type { Card, Link } from '../board/records.ts'
import type { BoardIndex, Difference } from './board-index.ts'
import { contractOf } from './contract.ts'
import type { LineIndex } from './line-index.ts'

/** What a card says about itself to the cards that it points at. */
function sameRole(a: Card | undefined, b: Card | undefined): boolean {
  return sameWeight(a, b) && a?.fields.team === b?.fields.team && a?.fields.done === b?.fields.done
}

/** What a card is to the cards that rest on it, but for how it is judged. */
function sameWeight(a: Card | undefined, b: Card | undefined): boolean {
  return a?.kind === b?.kind && a?.deleted === b?.deleted && a?.retired === b?.retired
}

/** What a card says itself about who has to answer on it. */
function sameBurden(a: Card | undefined, b: Card | undefined): boolean {
  return a?.fields.importance === b?.fields.importance && JSON.stringify(a?.fields.askTeams) === JSON.stringify(b?.fields.askTeams)
}

/** Cards on which others may lean in another way: their links, the roles at the other end, who was asked. */
export function leanedOn(before: BoardIndex, after: BoardIndex, difference: Difference): ReadonlySet<string> {
  const leaned = new Set(difference.drawn)
  for (const id of difference.cards) {
    const [was, is] = [before.state.cards.get(id), after.state.cards.get(id)]
    if (!sameBurden(was, is)) leaned.add(id)
    if (!sameRole(was, is)) for (const link of after.linksFrom(id)) leaned.add(link.to)
  }
  return leaned
}

/** Cards that support others in another way than before: gone, back, retired, or of another kind. */
export function regrounded(before: BoardIndex, after: BoardIndex, difference: Difference): readonly string[] {
  return [...difference.cards].filter((id) => !sameWeight(before.state.cards.get(id), after.state.cards.get(id)))
}

/** The cards that these point at by one of the types, together with themselves. */
export function withTargets(index: BoardIndex, cardIds: Iterable<string>, types: ReadonlySet<Link['type']>): ReadonlySet<string> {
  const found = new Set(cardIds)
  for (const id of Array.from(found)) for (const link of index.linksFrom(id)) if (types.has(link.type)) found.add(link.to)
  return found
}

/**
 * Cards whose standing may differ: all above `supports`, and `resting` (a link of theirs differs) with all above them.
 * `judged` tells whether a card's standing was worked out: above one that was not, none that lies on it was.
 */
export function above(index: BoardIndex, supports: Iterable<string>, resting: Iterable<string>, judged: (cardId: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>()
  const left: string[] = []
  const reach = (id: string): void => {
    if (found.has(id) || !judged(id)) return
    found.add(id)
    left.push(id)
  }
  const restingOn = (id: string): void => {
    for (const link of index.linksTo(id)) if (link.type === 'rests_on') reach(link.from)
  }
  for (const id of resting) reach(id)
  for (const id of supports) restingOn(id)
  for (let id = left.pop(); id !== undefined; id = left.pop()) restingOn(id)
  return found
}

/** What a card is to those that depend on it and to those it depends on. */
function sameSide(a: Card | undefined, b: Card | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return sameWeight(a, b) && a.fields.team === b.fields.team && a.editedAt === b.editedAt && a.deletedAt === b.deletedAt && contractOf(a) === contractOf(b)
}

/** Dependencies that read something else now at one of their ends. */
export function linesAround(before: BoardIndex, after: LineIndex, cardIds: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const id of cardIds) {
    const lines = after.linesAt(id)
    if (lines.length > 0 && !sameSide(before.state.cards.get(id), after.state.cards.get(id))) for (const line of lines) found.add(line.id)
  }
  return found
}
