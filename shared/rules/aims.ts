// Aims: which goal all others lead to, what leads nowhere, and which goal is only a number. Pure, in one pass over what
// leads somewhere; kept as long as nothing leads elsewhere. Knows no time: nothing here changes by waiting.
import type { BoardState, Card, Link } from '../board/records.ts'
import type { BoardIndex } from './board-index.ts'
import { isActive } from './dependants.ts'
import { stepOf } from './judge.ts'
import type { DirectionJudgement, Judgements } from './judgements.ts'
import { words } from './statement.ts'

export interface Aims {
  /** Active goals that are marked as the north star, by id: more than one when two people chose at the same time. */
  readonly northStars: readonly string[]
  /** The north star, and every card from which a line leads to it. */
  readonly leading: ReadonlySet<string>
  /** Active goals and teams of which nothing leads to the north star; none without one. By id. */
  readonly goalsAside: readonly string[]
  readonly teamsAside: readonly string[]
  /** Active goals that all teams share, by id. */
  readonly shared: readonly string[]
  /** Active commitments with no line to any of these; none without one. By id. */
  readonly servesNone: readonly string[]
}

interface Kept { readonly state: BoardState; readonly aims: Aims; readonly bearing: ReadonlySet<string> }

/** The last answer and of which board: most edits touch nothing of it. */
let last: Kept | undefined

/** Of judgements that `judge` made. */
export function aimsOf(judgements: Judgements): Aims {
  const { index } = stepOf(judgements).singles
  last = last !== undefined && isSame(last, index) ? { ...last, state: index.state } : aimsIn(index)
  return last.aims
}

/** True when nothing leads elsewhere than before. */
function isSame(kept: Kept, index: BoardIndex): boolean {
  const [a, b] = [kept.state, index.state]
  if (a === b) return true
  return a.teams === b.teams && [...b.links.changedSince(a.links)].every((id) => isSameLine(kept, a.links.get(id), b.links.get(id)))
    && [...b.cards.changedSince(a.cards)].every((id) => isSameCard(kept, index, a.cards.get(id), b.cards.get(id)))
}

function isSameLine(kept: Kept, was: Link | undefined, is: Link | undefined): boolean {
  if (was?.type === is?.type && was?.from === is?.from && was?.to === is?.to) return true
  return !stepsOf(kept, was).some(({ ends, at, before }) => ends.has(at) && ends.has(before)) && !stepsOf(kept, is).some(isNew)
}

function isSameCard(kept: Kept, index: BoardIndex, before: Card | undefined, after: Card | undefined): boolean {
  const [was, is] = [before, after].map((card) => (isActive(card) ? card : undefined))
  if (was !== undefined && is !== undefined) {
    return was.kind === is.kind && was.fields.team === is.fields.team && was.fields['northStar'] === is.fields['northStar'] && was.fields['shared'] === is.fields['shared']
  }
  const card = was ?? is
  if (card === undefined) return true
  if (card.kind === 'goal' || card.kind === 'commitment' || (was !== undefined && (kept.aims.leading.has(card.id) || kept.bearing.has(card.id)))) return false
  return was !== undefined || ![...index.linksFrom(card.id), ...index.linksTo(card.id)].some((link) => stepsOf(kept, link).some(isNew))
}

/** One step back along a line, from what leads somewhere to what leads to it. */
interface Step { readonly ends: ReadonlySet<string>; readonly at: string; readonly before: string }

function stepsOf({ aims: { leading }, bearing }: Kept, link: Link | undefined): readonly Step[] {
  if (link?.type === 'serves') return [leading, bearing].map((ends) => ({ ends, at: link.to, before: link.from }))
  if (link?.type === 'needed_for') return [{ ends: bearing, at: link.to, before: link.from }]
  return link?.type === 'rests_on' || link?.type === 'depends_on' ? [{ ends: bearing, at: link.from, before: link.to }] : []
}

function isNew({ ends, at, before }: Step): boolean {
  return ends.has(at) && !ends.has(before)
}

function aimsIn(index: BoardIndex): Kept {
  const active = [...index.state.cards.values()].filter(isActive)
  const goals = active.filter(({ kind }) => kind === 'goal')
  const northStars = idsOf(goals.filter(({ fields }) => fields['northStar'] === true))
  const shared = idsOf(index.sharedGoals())
  const leading = ledTo(index, northStars, serving)
  const bearing = ledTo(index, shared, bearingOn)
  const teams = [...index.state.teams.values()].filter(({ removed }) => removed !== true)
  const heard = new Set(Array.from(leading, (id) => index.state.cards.get(id)?.fields.team))
  const aside = northStars.length > 0
  const aims: Aims = {
    northStars, leading, shared,
    goalsAside: aside ? idsOf(goals.filter(({ id }) => !leading.has(id))) : [],
    teamsAside: aside ? idsOf(teams.filter(({ id }) => !heard.has(id))) : [],
    servesNone: shared.length > 0 ? idsOf(active.filter(({ id, kind }) => kind === 'commitment' && !bearing.has(id))) : [],
  }
  return { state: index.state, aims, bearing }
}

function idsOf(records: readonly { readonly id: string }[]): readonly string[] {
  return records.map(({ id }) => id).sort()
}

/** These cards and all that lead to them, one step after the other; a circle ends. */
function ledTo(index: BoardIndex, ends: readonly string[], before: (index: BoardIndex, cardId: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(ends)
  for (const id of seen) for (const from of before(index, id)) if (isActive(index.state.cards.get(from))) seen.add(from)
  return seen
}

const from = ({ from: id }: Link): string => id
const to = ({ to: id }: Link): string => id

function serving(index: BoardIndex, cardId: string): readonly string[] {
  return index.linksTo(cardId).filter(({ type }) => type === 'serves').map(from)
}

/** Work helps a goal also when the goal, or what serves it, rests on it. */
function bearingOn(index: BoardIndex, cardId: string): readonly string[] {
  return [
    ...index.linksTo(cardId).filter(({ type }) => type === 'serves' || type === 'needed_for').map(from),
    ...index.linksFrom(cardId).filter(({ type }) => type === 'rests_on' || type === 'depends_on').map(to),
  ]
}

/** A year, and a day of a month, in the two languages of the page: when, not how much. */
const DATES = /\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*|\b(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\s+\d{1,2}\b/giu
/** Not of a name: "Q1", "v2", "B2B". */
const NUMBER = /(?<![\p{L}\p{N}])\p{Sc}?\p{N}/u

function hasNumber(value: unknown): boolean {
  return NUMBER.test(words(value).replace(DATES, ' '))
}

/** "A number, not a direction": nobody is named for whom it is, and its title, or all that is said beside it, is a number. */
export function isOnlyNumber({ kind, title, fields }: Card, { missing }: DirectionJudgement): boolean {
  if (kind !== 'goal' || !missing.includes('who')) return false
  return hasNumber(title) || (missing.includes('why') && missing.includes('not') && hasNumber(fields.criterion))
}
