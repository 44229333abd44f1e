// A report as sections of rows in words: what is judged, of what, and why. The texts of a board come in as they are;
// whoever prints them makes them safe. Knows no terminal.
import type { BoardState } from '../../shared/board/records.ts'
import type { Band, DependencyJudgement, Gap, RiskJudgement, StandingJudgement, UnderstandingJudgement } from '../../shared/rules/judgements.ts'
import type { Report } from '../../shared/rules/report.ts'

/** `fallen`: it does not hold. `doubt`: nobody knows yet. Told by the word, too, never by colour alone. */
export type Tone = 'fallen' | 'doubt' | 'plain'
export interface Row { readonly tone: Tone; readonly word: string; readonly id: string; readonly text: string; readonly notes: readonly string[] }
export interface Section { readonly title: string; readonly rows: readonly Row[] }


const FALLEN = new Set([
  'refuted', 'broken', 'blocked', 'directed_over_block', 'triggered', 'materialised', 'declined', 'problem', 'changed', 'removed', 'overdue', 'wrong', 'conflict', 'date', 'no_provider', 'no_partner', 'no_give',
])
const DOUBT = new Set([
  'contested', 'expired', 'reopened', 'partly', 'unconfirmed', 'at_risk', 'open', 'review_due', 'need_changed', 'requested', 'unclear', 'unseen', 'soft', 'unowned', 'new', 'blind', 'stated', 'no_date',
  'definition', 'no_contribution', 'currency_unknown', 'not_in_their_currency', 'slipped',
])
const TONES: readonly Tone[] = ['fallen', 'doubt', 'plain']

export function toneOf(word: string): Tone {
  return FALLEN.has(word) ? 'fallen' : DOUBT.has(word) ? 'doubt' : 'plain'
}

const said = (...notes: readonly (string | false)[]): string[] => notes.filter((note) => note !== false && note !== '') as string[]
const row = (word: string, id: string, text: string, notes: readonly string[] = []): Row => ({ tone: toneOf(word), word: word.replaceAll('_', ' '), id, text, notes })

/** What makes the most trouble first; the order of a report otherwise. */
function byTone(rows: readonly Row[]): readonly Row[] {
  return TONES.flatMap((tone) => rows.filter((one) => one.tone === tone))
}

export class ReportRows {
  readonly #board: BoardState
  readonly #report: Report

  constructor(board: BoardState, report: Report) {
    this.#board = board
    this.#report = report
  }

  sections(): readonly Section[] {
    const { assumptions, decisions, statuses } = this.#report
    const kinds = (...names: readonly string[]): string[] => Object.keys(statuses).filter((id) => names.includes(this.#board.cards.get(id)?.kind ?? ''))
    const found: Section[] = [
      { title: 'Assumptions', rows: Object.entries(assumptions).map(([id, { state, reasons }]) => row(state, id, this.title(id), this.#reasons(reasons))) },
      { title: 'Decisions', rows: Object.keys(decisions).map((id) => this.#decision(id)) },
      { title: 'Risks', rows: kinds('risk').map((id) => row(statuses[id] ?? '', id, this.title(id), [...this.#risk(this.#report.risks[id]), ...this.#standing(id)])) },
      { title: 'Dependencies', rows: Object.entries(this.#report.dependencies).map(([id, judged]) => row(judged.state, id, this.#line(id), this.#dependency(judged))) },
      { title: 'Gaps', rows: this.#report.gaps.map((gap) => row(gap.type, gap.ids.join(' '), this.gap(gap))) },
      { title: 'Goals', rows: kinds('goal').map((id) => row(statuses[id] ?? '', id, this.title(id), this.#goal(id))) },
      { title: 'Work, questions, context', rows: kinds('commitment', 'action', 'question', 'context').map((id) => row(statuses[id] ?? '', id, this.title(id), this.#standing(id))) },
      { title: 'Other cards', rows: this.#others() },
      { title: 'Rounds', rows: Object.entries(this.#report.understanding).map(([id, round]) => row(round.phase, id, this.#goalOf(id), this.#round(round))) },
      { title: 'What teams know of each other', rows: Object.entries(this.#report.empathy).filter(([, word]) => word !== 'none').map(([pair, word]) => row(word, pair, pair.split('>').map((team) => this.#team(team)).join(' about '))) },
      { title: 'Trades', rows: Object.entries(this.#report.trades).map(([id, word]) => row(word, id, this.title(id))) },
      { title: 'Proposals', rows: this.#tiers() },
      { title: 'Since the baseline', rows: this.#drift() },
    ]
    return found.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => ({ title, rows: byTone(rows) }))
  }

  title(cardId: string): string {
    const title = this.#board.cards.get(cardId)?.title
    return title === undefined || title === '' ? cardId : title
  }

  /** A gap as a sentence about the things that it is about. */
  gap({ type, ids, size }: Gap): string {
    const [first = '', second = ''] = ids
    const link = this.#board.links.get(first)
    const [consumer, provider] = [this.title(link?.from ?? ''), this.title(link?.to ?? '')].map((title) => `"${title}"`) as [string, string]
    switch (type) {
      case 'no_provider': return `${consumer} needs ${provider}, which is gone`
      case 'no_date': return `${consumer} needs ${provider}, which has no date`
      case 'date': return `${provider} comes ${days(size ?? 0)} too late for ${consumer}`
      case 'conflict': return `"${this.title(first)}" and "${this.title(second)}" conflict, and nothing settles it`
      case 'definition': return `${[...new Set(ids.map((id) => this.#teamOf(id)))].join(', ')} define "${this.title(first)}" differently`
      case 'no_contribution': return `${this.#team(second)} has nothing that serves "${this.title(first)}"`
    }
  }

  #team(id: string): string {
    return this.#board.teams.get(id)?.name ?? id
  }

  #teamOf(cardId: string): string {
    const team = this.#board.cards.get(cardId)?.fields.team ?? ''
    return team === '' ? cardId : this.#team(team)
  }

  #person(id: string): string {
    return this.#board.people.get(id)?.name ?? id
  }

  #people(ids: readonly string[]): string {
    return ids.map((id) => this.#person(id)).join(', ')
  }

  /** What it waits for in one line, what people said in one each. */
  #reasons(reasons: readonly string[]): string[] {
    const waiting: string[] = []
    const told: string[] = []
    for (const reason of reasons) {
      const [code = '', who = '', more] = reason.split(':')
      if (code === 'needs_team') waiting.unshift(this.#team(who))
      else if (code === 'needs_other_than_author') waiting.push('someone other than its author')
      else if (code === 'needs_evidence') waiting.push('evidence')
      else told.push(this.#toldOf(code, this.#person(who), more) ?? reason)
    }
    return said(waiting.length > 0 && `waiting for ${waiting.join(', for ')}`, ...told)
  }

  #toldOf(code: string, who: string, more: string | undefined): string | undefined {
    switch (code) {
      case 'answered_earlier_text': return `${who} answered an earlier wording`
      case 'expired': return `the confirmation of ${who} has expired`
      case 'clock': return `the answer of ${who} has no date that can be right`
      case 'doubt': return `${who} is unsure`
      case 'refuted_by': return `refuted by ${who}${more === undefined ? '' : ', without a reason'}`
      default: return undefined
    }
  }

  #decision(id: string): Row {
    const { state, notHeard, heardOnEarlierText, tally, unexamined } = this.#report.decisions[id] ?? NO_DECISION
    const earlier = new Set(heardOnEarlierText)
    const silent = notHeard.map((team) => (earlier.has(team) ? `${this.#team(team)} (only on an earlier wording)` : this.#team(team)))
    return row(state, id, this.title(id), said(
      silent.length > 0 && `not yet heard: ${silent.join(', ')}`,
      tally.block.length > 0 && `blocked by ${this.#people(tally.block)}`,
      tally.disagree_commit.length > 0 && `disagree and commit: ${this.#people(tally.disagree_commit)}`,
      tally.concerns.length > 0 && `concerns: ${this.#people(tally.concerns)}`,
      unexamined && 'rests on no stated assumption',
    ))
  }

  #risk(risk: RiskJudgement | undefined): string[] {
    if (risk === undefined) return []
    const band: Band = risk.band
    return said(
      risk.exposure === null ? `${band}: ${risk.impact === null ? 'nobody said how bad it would be' : 'nobody said how likely it is'}` : `${band}: ${risk.likelihood} × ${risk.impact} = ${risk.exposure}`,
      risk.raisedBy.length > 0 && `raised by ${risk.raisedBy.join(', ')}`,
    )
  }

  #standing(id: string): string[] {
    const standing: StandingJudgement | undefined = this.#report.standings[id]
    return standing === undefined || (standing.state !== 'broken' && standing.state !== 'at_risk') ? [] : [`${standing.state.replace('_', ' ')} because of ${standing.because.join(', ')}`]
  }

  #line(linkId: string): string {
    const link = this.#board.links.get(linkId)
    return `"${this.title(link?.from ?? '')}" needs "${this.title(link?.to ?? '')}"`
  }

  #dependency({ alerts, slackDays, overdue }: DependencyJudgement): string[] {
    return said(
      alerts.length > 0 && `to look at it: ${alerts.map(({ team }) => this.#team(team)).join(', ')}`,
      overdue && 'overdue',
      slackDays !== null && (slackDays < 0 ? `${days(-slackDays)} too late` : `${days(slackDays)} to spare`),
    )
  }

  #goal(id: string): string[] {
    const direction = this.#report.directions[id]
    return [...said(direction !== undefined && direction.missing.length > 0 && `does not say ${direction.missing.map((slot) => SLOTS[slot]).join(', ')}`), ...this.#standing(id)]
  }

  /** Of kinds without words of their own only what stands badly is named. */
  #others(): Row[] {
    const { standings } = this.#report
    const told = new Set(['risk', 'goal', 'commitment', 'action', 'question', 'context'])
    return Object.entries(standings).filter(([id, { state }]) => !told.has(this.#board.cards.get(id)?.kind ?? '') && (state === 'broken' || state === 'at_risk'))
      .map(([id, { state, because }]) => row(state, id, this.title(id), [`because of ${because.join(', ')}`]))
  }

  #goalOf(roundId: string): string {
    const goal = this.#board.records.rounds.get(roundId)?.['goal']
    return typeof goal === 'string' ? this.title(goal) : roundId
  }

  #round(round: UnderstandingJudgement): string[] {
    const counts = `${round.submitted} answered${round.waiting.length > 0 ? `, waiting for ${this.#people(round.waiting)}` : ''}`
    if (round.phase === 'blind') return [counts]
    return said(
      counts, round.spread !== null && `wording spread ${round.spread} of 100`, round.numbersDiffer.length > 0 && `numbers differ: ${round.numbersDiffer.join(', ')}`,
      round.startWith !== null && `begin with ${this.#person(round.startWith)}`, round.meanings !== null && `people found ${round.meanings} meaning${round.meanings === 1 ? '' : 's'}`,
      round.textChangedSinceRound && 'the goal was reworded since',
    )
  }

  #tiers(): Row[] {
    return Object.entries(this.#report.tiers).map(([id, { level, tiers, next }]) =>
      row(level === tiers.length ? 'done' : 'open', id, this.title(id), said(`${level} of ${tiers.length} tiers done`, next.length > 0 && `next: ${next.join(', ')}`)))
  }

  #drift(): Row[] {
    const { slipped, gained, added, removed } = this.#report.drift
    return Object.entries({ slipped, gained, added, removed }).flatMap(([word, ids]) => ids.map((id) => row(word, id, this.title(id))))
  }
}

const SLOTS = { what: 'what it is', who: 'for whom', measure: 'how it is measured', not: 'what is not done', why: 'why' } as const
const NO_DECISION = { state: 'absent', notHeard: [], heardOnEarlierText: [], tally: { agree: [], concerns: [], disagree_commit: [], block: [], pass: [] }, unexamined: false } as const

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
