// Aims: which goal all others lead to, what leads nowhere, and which goal is only a number. Pure, in one pass over what
// leads somewhere; kept as long as no card or line that counts is another. Knows no time: nothing here changes by waiting.
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

/** The last answer and of which board: most edits touch nothing of it. */
let last: { readonly state: BoardState; readonly aims: Aims } | undefined

/** Of judgements that `judge` made. */
export function aimsOf(judgements: Judgements): Aims {
  const { index } = stepOf(judgements).singles
  const aims = last !== undefined && isSame(last.state, index.state) ? last.aims : aimsIn(index)
  last = { state: index.state, aims }
  return aims
}

/** True when nothing leads elsewhere in the one than in the other. */
function isSame(a: BoardState, b: BoardState): boolean {
  if (a === b) return true
  const changed = a.links === b.links && a.teams === b.teams ? b.cards.changedSince(a.cards) : undefined
  return changed !== undefined && [...changed].every((id) => samePlace(a.cards.get(id), b.cards.get(id)))
}

function samePlace(a: Card | undefined, b: Card | undefined): boolean {
  return a !== undefined && b !== undefined && a.kind === b.kind && a.deleted === b.deleted && a.retired === b.retired && a.fields.team === b.fields.team
    && a.fields['northStar'] === b.fields['northStar'] && a.fields['shared'] === b.fields['shared']
}

function aimsIn(index: BoardIndex): Aims {
  const active = [...index.state.cards.values()].filter(isActive)
  const goals = active.filter(({ kind }) => kind === 'goal')
  const northStars = idsOf(goals.filter(({ fields }) => fields['northStar'] === true))
  const shared = idsOf(index.sharedGoals())
  const leading = ledTo(index, northStars, serving)
  const bearing = ledTo(index, shared, bearingOn)
  const teams = [...index.state.teams.values()].filter(({ removed }) => removed !== true)
  const heard = new Set(Array.from(leading, (id) => index.state.cards.get(id)?.fields.team))
  const aside = northStars.length > 0
  return {
    northStars, leading, shared,
    goalsAside: aside ? idsOf(goals.filter(({ id }) => !leading.has(id))) : [],
    teamsAside: aside ? idsOf(teams.filter(({ id }) => !heard.has(id))) : [],
    servesNone: shared.length > 0 ? idsOf(active.filter(({ id, kind }) => kind === 'commitment' && !bearing.has(id))) : [],
  }
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
