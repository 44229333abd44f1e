// The check-in agenda that a board writes itself, as plain sentences in any language: a head, and the sections in which
// something stands. The page, the paper and the Markdown are made of this one value, so that they cannot differ.
import { Baselines, type Baseline } from '../rules/baselines.ts'
import { wideOf } from '../rules/board-wide.ts'
import type { AgendaWords } from './agenda-english.ts'
import { allGaps, changedSince, notHeard, pastTheirDate, driftedSince, waitingLines, type Listing } from './agenda-sections.ts'
import { BoardNames } from './board-names.ts'
import type { Looked } from './drift-sentences.ts'
import { rhythmOf } from './rhythm.ts'
import { inLine, markdownLine, sentenceText, type Sentence } from './sentence.ts'

export const AGENDA_PARTS = ['changed', 'slipped', 'gained', 'expired', 'notHeard', 'dependencies', 'gaps'] as const
export type AgendaPart = (typeof AGENDA_PARTS)[number]

export interface AgendaSection {
  readonly part: AgendaPart
  readonly title: string
  /** How many there are, also those that are only counted. */
  readonly count: number
  readonly entries: readonly Sentence[]
  /** '' when all are listed. */
  readonly more: string
}

export interface Agenda {
  readonly title: string
  readonly head: readonly string[]
  readonly sections: readonly AgendaSection[]
  readonly foot: string
}

/** More are counted: nobody talks about a hundred things at one check-in. */
const MOST_LISTED = 100

export function agendaOf(looked: Looked): Agenda {
  const { board, judgements, words } = looked
  const baseline = new Baselines(board).newest(judgements.now)
  const { slipped } = wideOf(judgements).drift()
  const drifted = baseline === undefined ? undefined : driftedSince(looked, baseline)
  const expired = pastTheirDate(looked, new Set(slipped))
  const titles = { ...words.sections, ...(slipped.length > 0 ? { expired: words.expiredToo } : {}) }
  const lists: Readonly<Record<AgendaPart, Listing | undefined>> = {
    changed: baseline === undefined ? undefined : changedSince(looked, baseline),
    slipped: drifted?.slipped,
    gained: drifted?.gained,
    expired, notHeard: notHeard(looked), dependencies: waitingLines(looked), gaps: allGaps(looked),
  }
  const sections = AGENDA_PARTS.flatMap((part) => section(part, titles[part], lists[part], words))
  const empty = AGENDA_PARTS.filter((part) => lists[part]?.count === 0).map((part) => words.sections[part])
  return {
    title: words.title(inLine(board.title)),
    head: [comparedLine(looked, baseline), freshnessLine(looked), ...rhythmLines(looked, baseline)],
    sections,
    foot: sections.length === 0 ? words.allQuiet : empty.length === 0 ? '' : words.nothing(empty),
  }
}

function section(part: AgendaPart, title: string, list: Listing | undefined, words: AgendaWords): readonly AgendaSection[] {
  if (list === undefined || list.count === 0) return []
  const rest = Math.max(0, list.count - MOST_LISTED)
  return [{ part, title, count: list.count, entries: list.first(MOST_LISTED), more: rest === 0 ? '' : words.more(rest) }]
}

function comparedLine({ board, judgements: { now }, words }: Looked, baseline: Baseline | undefined): string {
  if (baseline === undefined) return words.noBaseline(words.day(now))
  const record = board.records.baselines.get(baseline.id)
  const name = typeof record?.['name'] === 'string' ? inLine(record['name']) : ''
  return words.compared(words.day(now), name, words.day(baseline.instant), new BoardNames(board, words).person(record?.['person']))
}

function freshnessLine({ judgements, words }: Looked): string {
  const { fresh, of } = wideOf(judgements).freshness()
  return of === 0 ? words.nothingToTrack : words.freshnessOf(words.freshness(fresh, of))
}

function rhythmLines({ board, judgements: { now }, words }: Looked, last: Baseline | undefined): readonly string[] {
  const rhythm = rhythmOf(board, last)
  if (rhythm === undefined) return []
  const { next, everyDays } = rhythm
  if (next === undefined) return [words.rhythm.first(everyDays)]
  return [now < next ? words.rhythm.next(everyDays, words.day(next)) : words.rhythm.past(everyDays, words.day(next))]
}

/** The same words as Markdown; nothing that people wrote formats anything. */
export function agendaMarkdown({ title, head, sections, foot }: Agenda): string {
  const parts = [
    `# ${markdownLine(title)}`,
    ...head.map(markdownLine),
    ...sections.flatMap(({ title: heading, count, entries, more }) => [
      `## ${markdownLine(heading)} (${count})`,
      entries.map((entry) => `- ${markdownLine(sentenceText(entry))}`).join('\n'),
      ...(more === '' ? [] : [markdownLine(more)]),
    ]),
    ...(foot === '' ? [] : [markdownLine(foot)]),
  ]
  return `${parts.join('\n\n')}\n`
}
