// What stands in each part of the check-in agenda: what changed, what slipped, what is past its date, who has not been
// heard, which dependencies wait, and the gaps. Each entry is a sentence; who has not been heard is told of teams.
import type { BoardState, Card, CardKind } from '../board/records.ts'
import { wideOf } from '../rules/board-wide.ts'
import type { Baseline } from '../rules/baselines.ts'
import { isActive } from '../rules/dependants.ts'
import { instantOf } from '../rules/instants.ts'
import { DEPENDENCY_STATES, type DependencyState } from '../rules/judgements.ts'
import { isLine } from '../rules/line-index.ts'
import { SlipDays } from '../rules/slip-day.ts'
import { BoardNames } from './board-names.ts'
import { DriftSentences, lineSentence, type Looked } from './drift-sentences.ts'
import { gapSaid } from './gap-sentences.ts'
import { sentence, type Sentence } from './sentence.ts'

/** What lies on a board without saying something that could be agreed on. */
const MUTE: ReadonlySet<CardKind> = new Set<CardKind>(['frame', 'note', 'ink', 'image', 'text'])
/** Cards that a team is named with; the others are counted. */
const MOST_NAMED = 8

/** Nobody has to say anything on it. */
const QUIET: ReadonlySet<DependencyState> = new Set<DependencyState>(['void', 'internal', 'removed_acked', 'in_step'])

interface Change { readonly at: number; readonly how: 'added' | 'edited' | 'taken'; readonly card: Card }

function changeOf(card: Card, since: number): Change | undefined {
  if (MUTE.has(card.kind) || (card.title.trim() === '' && card.body.trim() === '')) return undefined
  const [made, edited, gone] = [instantOf(card.createdAt), instantOf(card.editedAt), instantOf(card.deletedAt)]
  const isNew = made !== undefined && made > since
  // What came and went in between is no news to anybody.
  if (card.deleted) return gone !== undefined && gone > since && !isNew ? { at: gone, how: 'taken', card } : undefined
  if (isNew) return { at: made, how: 'added', card }
  return edited !== undefined && edited > since ? { at: edited, how: 'edited', card } : undefined
}

/** A part of the agenda: how many entries it has, and the first of them in words; those that are not listed are not written. */
export interface Listing {
  readonly count: number
  first(most: number): readonly Sentence[]
}

function listing<T>(items: readonly T[], write: (item: T) => Sentence): Listing {
  return { count: items.length, first: (most) => items.slice(0, most).map(write) }
}

/** The latest first. */
export function changedSince({ board, judgements, words }: Looked, { instant }: Baseline): Listing {
  const names = new BoardNames(board, words)
  const changes = [...board.cards.values()].flatMap((card) => changeOf(card, instant) ?? []).filter(({ at }) => at <= judgements.now)
  return listing(changes.sort((a, b) => b.at - a.at || (a.card.id < b.card.id ? -1 : 1)), ({ at, how, card }) => sentence([names.card(card.id)], (title = '') =>
    how === 'taken' ? words.taken(title, words.day(at)) : words[how](title, names.person(how === 'added' ? card.author : card.editedBy), words.day(at))))
}

export function driftedSince(looked: Looked, baseline: Baseline): { readonly slipped: Listing; readonly gained: Listing } {
  const sentences = new DriftSentences(looked, baseline)
  const drift = wideOf(looked.judgements).drift()
  return { slipped: listing(drift.slipped, (id) => sentences.of('slipped', id)), gained: listing(drift.gained, (id) => sentences.of('gained', id)) }
}

/** Assumptions and decisions; not those in `except`, which are told elsewhere on the same sheet. */
export function pastTheirDate({ board, judgements, words }: Looked, except: ReadonlySet<string>): Listing {
  const names = new BoardNames(board, words)
  const days = new SlipDays(board, judgements, -Infinity)
  const past = activeCards(board).filter(({ id, kind }) => (kind === 'assumption' && judgements.assumption(id).state === 'expired') || (kind === 'decision' && judgements.decision(id).state === 'review_due'))
    .filter(({ id }) => !except.has(id))
    .map(({ id }) => ({ id, at: days.of(id)?.at })).sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1))
  return listing(past, ({ id, at }) => sentence([names.card(id)], (title = '') => words.expired(title, words.status(judgements.status(id)), at === undefined ? '' : words.day(at))))
}

/** A sentence for each team that something waits for, the one that most waits for first. */
export function notHeard({ board, judgements, words }: Looked): Listing {
  const names = new BoardNames(board, words)
  const silent = new Map<string, string[]>()
  for (const { id, kind } of activeCards(board)) {
    const teams = kind === 'assumption' ? Object.entries(judgements.assumption(id).seats).flatMap(([team, seat]) => (seat === 'not_heard' ? [team] : []))
      : kind === 'decision' || kind === 'proposal' ? judgements.decision(id).notHeard : []
    for (const team of teams) {
      const waiting = silent.get(team)
      if (waiting === undefined) silent.set(team, [id])
      else waiting.push(id)
    }
  }
  const byName = new Intl.Collator(words.locale, { numeric: true }).compare
  const teams = [...silent].map(([team, ids]) => ({ team: names.team(team), ids: ids.sort() })).sort((a, b) => b.ids.length - a.ids.length || byName(a.team, b.team))
  return listing(teams, ({ team, ids }) => sentence(names.cards(ids.slice(0, MOST_NAMED)), (...titles) => words.silent(team, titles, Math.max(0, ids.length - MOST_NAMED))))
}

/** Lines between teams on which somebody has to say something, the overdue first, then by their state. */
export function waitingLines(looked: Looked): Listing {
  const { board, judgements, words } = looked
  const lines = [...board.links.values()].filter(isLine).map((link) => ({ link, ...judgements.dependency(link.id) }))
    .filter(({ state }) => !QUIET.has(state))
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || DEPENDENCY_STATES.indexOf(a.state) - DEPENDENCY_STATES.indexOf(b.state) || (a.link.id < b.link.id ? -1 : 1))
  return listing(lines, ({ link, overdue }) => {
    const needBy = instantOf(link.needBy)
    return [...lineSentence(looked, link), ...(overdue ? [words.overdue] : []), ...(needBy === undefined ? [] : [words.neededBy(words.day(needBy))])]
  })
}

export function allGaps({ board, judgements, words }: Looked): Listing {
  return listing(wideOf(judgements).gaps(), (gap) => gapSaid(board, gap, words).says)
}

function activeCards({ cards }: BoardState): readonly Card[] {
  return [...cards.values()].filter(isActive)
}
