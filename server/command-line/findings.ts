// Everything that a report says of one card, line, pair or plan, as words that a pipeline can be told to fail on. A word
// may be asked for of all, or of one subject: `refuted`, `load-bearing:refuted`. Knows the report, no terminal.
import type { BoardState } from '../../shared/board/records.ts'
import { ASSUMPTION_STATES, BANDS, DECISION_STATES, DEPENDENCY_STATES, EMPATHY_WORDS, GAP_TYPES, TRADE_WORDS, type Judgements } from '../../shared/rules/judgements.ts'
import type { Report } from '../../shared/rules/report.ts'
import { Refusal } from './command.ts'

const NOT_REPORTED = new Set<string>(['absent', 'void'])
const reported = (words: readonly string[]): readonly string[] => words.filter((word) => !NOT_REPORTED.has(word))

/** Subject → the words that may be said of it. `marked`: not confirmed yet, whatever the reason. */
export const SUBJECTS = {
  assumption: [...reported(ASSUMPTION_STATES), 'marked'],
  'load-bearing': [...reported(ASSUMPTION_STATES), 'marked'],
  standing: ['broken', 'at_risk', 'sound', 'unexamined'],
  decision: [...reported(DECISION_STATES), 'unexamined'],
  risk: ['materialised', 'triggered', 'accepted', 'mitigated', 'mitigating', 'open', 'retired', ...BANDS],
  dependency: [...reported(DEPENDENCY_STATES), 'blindsided', 'overdue'],
  work: ['overdue', 'unowned', 'doing', 'done', 'retired'],
  question: ['open', 'answered', 'retired'],
  context: ['new', 'seen', 'retired'],
  gap: GAP_TYPES,
  trade: TRADE_WORDS,
  empathy: EMPATHY_WORDS,
} as const satisfies Readonly<Record<string, readonly string[]>>
export type Subject = keyof typeof SUBJECTS

export interface Finding {
  readonly subject: Subject
  readonly words: readonly string[]
  /** Of the card, the link, the pair; of a gap all that it is about. */
  readonly ids: readonly string[]
}

const SUBJECT_OF_KIND: Readonly<Record<string, Subject>> = { risk: 'risk', action: 'work', commitment: 'work', question: 'question', context: 'context' }

export function findingsOf(board: BoardState, judgements: Judgements, report: Report): Finding[] {
  const of = <V>(subject: Subject, entries: Readonly<Record<string, V>>, words: (value: V, id: string) => readonly (string | false)[]): Finding[] =>
    Object.entries(entries).map(([id, value]) => ({ subject, ids: [id], words: words(value, id).filter((word) => word !== false) }))
  const bearing = Object.fromEntries(Object.entries(report.assumptions).filter(([id]) => judgements.loadBearing(id)))
  const statuses = Object.entries(report.statuses).flatMap(([id, status]): Finding[] => {
    const subject = SUBJECT_OF_KIND[board.cards.get(id)?.kind ?? '']
    return subject === undefined ? [] : [{ subject, ids: [id], words: [status, ...(subject === 'risk' && report.risks[id] !== undefined ? [report.risks[id].band] : [])] }]
  })
  return [
    ...of('assumption', report.assumptions, ({ state, marked }) => [state, marked && 'marked']),
    ...of('load-bearing', bearing, ({ state, marked }) => [state, marked && 'marked']),
    ...of('decision', report.decisions, ({ state, unexamined }) => [state, unexamined && 'unexamined']),
    ...statuses,
    ...of('standing', report.standings, ({ state }) => [state]),
    ...of('dependency', report.dependencies, ({ state, blindsided, overdue }) => [state, blindsided && 'blindsided', overdue && 'overdue']),
    ...report.gaps.map(({ type, ids }): Finding => ({ subject: 'gap', ids, words: [type] })),
    ...of('trade', report.trades, (word) => [word]),
    ...of('empathy', report.empathy, (word) => [word]),
  ]
}

/** A word that a pipeline fails on; without a subject it is asked for of every one but `load-bearing`, which is in `assumption`. */
export interface Wanted { readonly subject: Subject | undefined; readonly word: string }

function isSubject(name: string): name is Subject {
  return Object.hasOwn(SUBJECTS, name)
}

function wantedIn(item: string): Wanted {
  const [first = '', ...rest] = item.split(':').map((part) => part.trim().toLowerCase())
  const word = (rest.length === 0 ? first : rest.join(':')).replace(/[\s-]/g, '_')
  const subject = rest.length === 0 ? undefined : first.replace(/[\s_]/g, '-')
  if (subject !== undefined && !isSubject(subject)) throw new Refusal(`--fail-on names "${item.trim()}", but "${first}" is none of ${Object.keys(SUBJECTS).join(', ')}.`)
  const known: readonly string[] = subject === undefined ? Object.values(SUBJECTS).flat() : SUBJECTS[subject]
  if (!known.includes(word)) {
    const names = subject === undefined ? 'a state that Tacit knows: see `npx tacit report --help`' : `something that is said of a ${subject}: that is ${SUBJECTS[subject].join(', ')}`
    throw new Refusal(`--fail-on names "${item.trim()}", which is not ${names}.`)
  }
  return { subject, word }
}

/** Throws a `Refusal` that names the word that is not understood. */
export function wantedOf(lists: readonly string[]): Wanted[] {
  const items = lists.flatMap((list) => list.split(',')).filter((item) => item.trim() !== '')
  if (lists.length > 0 && items.length === 0) throw new Refusal('--fail-on names no state.')
  return items.map(wantedIn)
}

export interface Occurrence { readonly wanted: string; readonly finding: Finding }

/** What of the wanted occurs, in the order of the wish; a thing is named once. */
export function occurrences(findings: readonly Finding[], wanted: readonly Wanted[]): Occurrence[] {
  const seen = new Set<string>()
  return wanted.flatMap(({ subject, word }) => findings
    .filter((finding) => (subject === undefined ? finding.subject !== 'load-bearing' : finding.subject === subject) && finding.words.includes(word))
    .filter((finding) => {
      const key = `${word} ${finding.subject === 'load-bearing' ? 'assumption' : finding.subject} ${finding.ids.join(' ')}`
      return !seen.has(key) && seen.add(key)
    })
    .map((finding) => ({ wanted: subject === undefined ? word : `${subject}:${word}`, finding })))
}
