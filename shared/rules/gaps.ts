// Gaps: where the plans of teams diverge. Each is a sentence about two things and no score. Every gap has a place: a link,
// the name of a metric or a shared goal; a place reads only what stands there, so that after an edit only the places
// that it touches are looked at again.
//
//   link:<id>   no_provider, no_date, date, conflict      name:<metric>   definition      goal:<id>   no_contribution
import type { Card, Link } from '../board/records.ts'
import { metricName, type BoardIndex, type Difference } from './board-index.ts'
import { isSettled } from './decision.ts'
import { isActive } from './dependants.ts'
import { DAY_MS, instantOf } from './instants.ts'
import type { DecisionState, Gap } from './judgements.ts'
import type { Timed } from './memo.ts'
import { words } from './statement.ts'

/** How a decision or a proposal is judged, and until when; one function for one judgement of a board, since what it said is kept. */
export type Decided = (cardId: string) => Timed<{ readonly state: DecisionState }>

const linkPlace = (id: string): string => `link:${id}`
const namePlace = (name: string): string => `name:${name}`
const goalPlace = (id: string): string => `goal:${id}`

/** Of a line between two teams: nobody provides it, nobody said when, or it comes too late. */
function deliveryGap(link: Link, consumer: Card | undefined, provider: Card | undefined): Gap | undefined {
  if (!isActive(consumer)) return undefined
  if (!isActive(provider)) return { type: 'no_provider', ids: [link.id], size: null }
  if (provider.fields.done === true) return undefined
  const due = instantOf(provider.fields.due)
  if (due === undefined) return { type: 'no_date', ids: [link.id], size: null }
  const daysLate = Math.ceil((due - (instantOf(link.needBy) ?? Infinity)) / DAY_MS)
  return daysLate > 0 ? { type: 'date', ids: [link.id], size: daysLate } : undefined
}

interface Settled { readonly is: boolean; readonly until: number }

/** Of each card once for a board as it is judged: many conflicts may meet in one card, and many decisions be about it. */
const SETTLED = new WeakMap<Decided, Map<string, Settled>>()

/** Whether a decision settles what is about this card. */
function settledAt(index: BoardIndex, cardId: string, decided: Decided): Settled {
  const all = SETTLED.get(decided) ?? new Map<string, Settled>()
  SETTLED.set(decided, all)
  const known = all.get(cardId)
  if (known !== undefined) return known
  let [is, until] = [false, Infinity]
  for (const { type, from } of index.linksTo(cardId)) {
    const card = type === 'settles' ? index.state.cards.get(from) : undefined
    if (!isActive(card) || (card.kind !== 'decision' && card.kind !== 'proposal')) continue
    const judged = decided(from)
    is ||= isSettled(judged.value.state)
    until = Math.min(until, judged.until)
  }
  all.set(cardId, { is, until })
  return { is, until }
}

function conflictGap(index: BoardIndex, { from, to }: Link, decided: Decided): Timed<Gap | undefined> {
  const { cards } = index.state
  if (from === to || !isActive(cards.get(from)) || !isActive(cards.get(to))) return { value: undefined, until: Infinity }
  const [one, other] = [settledAt(index, from, decided), settledAt(index, to, decided)]
  return { value: one.is || other.is ? undefined : { type: 'conflict', ids: [from, to].sort(), size: null }, until: Math.min(one.until, other.until) }
}

function linkGap(index: BoardIndex, linkId: string, decided: Decided): Timed<Gap | undefined> {
  const link = index.state.links.get(linkId)
  if (link?.type === 'conflicts_with') return conflictGap(index, link, decided)
  const gap = link?.type === 'depends_on' ? deliveryGap(link, index.state.cards.get(link.from), index.state.cards.get(link.to)) : undefined
  return { value: gap, until: Infinity }
}

/** Metrics of one name that say something else about what is counted. */
function definitionGap(index: BoardIndex, name: string): Gap | undefined {
  const defined = index.metricsNamed(name).map(({ id, fields }) => ({ id, definition: words(fields['definition']).toLowerCase() })).filter(({ definition }) => definition !== '')
  if (new Set(defined.map(({ definition }) => definition)).size < 2) return undefined
  return { type: 'definition', ids: defined.map(({ id }) => id).sort(), size: null }
}

/** A board has one or a few goals that all teams share; each of them may have half of the board below it. */
const MOST_SHARED = 50
const LOOKED_AT = new WeakMap<BoardIndex, ReadonlySet<string>>()

/** The shared goals that are looked at: all, or of very many the first by id. */
function lookedAt(index: BoardIndex): ReadonlySet<string> {
  const known = LOOKED_AT.get(index) ?? new Set(index.sharedGoals().map(({ id }) => id).sort().slice(0, MOST_SHARED))
  LOOKED_AT.set(index, known)
  return known
}

/** Teams with nothing that serves the shared goal, directly or by what it serves. */
function contributionGaps(index: BoardIndex, goalId: string): Gap[] {
  if (!lookedAt(index).has(goalId)) return []
  const missing = new Set([...index.state.teams.values()].filter((team) => team.removed !== true).map(({ id }) => id))
  const seen = new Set([goalId])
  for (const id of seen) {
    missing.delete(index.state.cards.get(id)?.fields.team ?? '')
    if (missing.size === 0) break
    for (const { type, from } of index.linksTo(id)) if (type === 'serves' && isActive(index.state.cards.get(from))) seen.add(from)
  }
  return [...missing].map((team) => ({ type: 'no_contribution', ids: [goalId, team], size: null }))
}

/** Every place of the board that may have a gap. */
export function gapPlaces(index: BoardIndex): ReadonlySet<string> {
  const places = new Set<string>()
  for (const { id, type } of index.state.links.values()) if (type === 'depends_on' || type === 'conflicts_with') places.add(linkPlace(id))
  for (const card of index.state.cards.values()) if (card.kind === 'metric') places.add(namePlace(metricName(card)))
  for (const id of lookedAt(index)) places.add(goalPlace(id))
  places.delete(namePlace(''))
  return places
}

/** The gaps at one place, and until when time alone leaves them so. */
export function gapsAt(index: BoardIndex, place: string, decided: Decided): Timed<readonly Gap[]> {
  const id = place.slice(place.indexOf(':') + 1)
  if (place.startsWith('goal:')) return { value: contributionGaps(index, id), until: Infinity }
  const { value, until } = place.startsWith('name:') ? { value: definitionGap(index, id), until: Infinity } : linkGap(index, id, decided)
  return { value: value === undefined ? [] : [value], until }
}

/** Places at which there may be another gap than before. `decided`: decisions that are judged otherwise now. */
export function touchedPlaces(before: BoardIndex, after: BoardIndex, { cards, links }: Difference, decided: Iterable<string>): ReadonlySet<string> {
  const places = new Set(Array.from(links, linkPlace))
  const settled = new Set<string>()
  const serving = new Set<string>()
  for (const id of links) {
    for (const link of [before.state.links.get(id), after.state.links.get(id)]) {
      if (link?.type === 'settles') settled.add(link.to)
      if (link?.type === 'serves') serving.add(link.to)
    }
  }
  for (const id of cards) {
    const [was, is] = [before.state.cards.get(id), after.state.cards.get(id)]
    for (const card of [was, is]) places.add(namePlace(metricName(card)))
    if (samePlans(was, is)) continue
    for (const link of [...after.linksFrom(id), ...after.linksTo(id)]) places.add(linkPlace(link.id))
    for (const { type, to } of after.linksFrom(id)) if (type === 'settles') settled.add(to)
    serving.add(id)
  }
  for (const id of decided) for (const { type, to } of after.linksFrom(id)) if (type === 'settles') settled.add(to)
  for (const id of settled) for (const link of [...after.linksFrom(id), ...after.linksTo(id)]) if (link.type === 'conflicts_with') places.add(linkPlace(link.id))
  for (const id of goalsAbove(before, after, serving)) places.add(goalPlace(id))
  places.delete(namePlace(''))
  return places
}

/** True when the gaps that other cards and links have with this one are the same. */
function samePlans(a: Card | undefined, b: Card | undefined): boolean {
  return a?.kind === b?.kind && a?.deleted === b?.deleted && a?.retired === b?.retired && a?.fields.due === b?.fields.due
    && a?.fields.done === b?.fields.done && a?.fields.team === b?.fields.team && a?.fields['shared'] === b?.fields['shared']
}

/** Shared goals that these cards may serve; all that are looked at when these are others, or the teams are. */
function goalsAbove(before: BoardIndex, after: BoardIndex, serving: ReadonlySet<string>): Iterable<string> {
  if (serving.size === 0 && before.state.teams === after.state.teams) return []
  const goals = new Set([...lookedAt(before), ...lookedAt(after)])
  if (before.state.teams !== after.state.teams || after.sharedGoals().length > MOST_SHARED || before.sharedGoals().length > MOST_SHARED) return goals
  const seen = new Set(serving)
  for (const id of seen) for (const { type, to } of after.linksFrom(id)) if (type === 'serves') seen.add(to)
  return [...goals].filter((id) => seen.has(id))
}
