// The rounds of own words of a board, arranged to be shown: the goal, who answered what, who is waited for. The rules
// judge, this arranges; nothing of a sealed round is here but counts.
import type { BoardRecord, BoardState, Card } from '../../../shared/board/records.ts'
import type { RoundSlot, UnderstandingJudgement } from '../../../shared/rules/judgements.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { lastWords } from '../../../shared/rules/understanding.ts'
import type { Seen } from '../dependencies/lines.ts'

/** One person's last words. */
export interface Answer { readonly id: string; readonly person: string; readonly slots: Readonly<Record<RoundSlot, string>> }

export interface Round {
  readonly id: string
  readonly goal: Card | undefined
  /** How many people were invited; 0 when the round does not say. */
  readonly invited: number
  readonly opened: string
  readonly revealedAt: string
  readonly judged: UnderstandingJudgement
  /** Empty while it is sealed; whoever is furthest from the others is the first. */
  readonly answers: readonly Answer[]
}

const textOf = (record: BoardRecord, field: string): string => (typeof record[field] === 'string' ? record[field] : '')

export function hasRounds({ records }: BoardState, goal: string): boolean {
  for (const round of records.rounds.values()) if (round['goal'] === goal) return true
  return false
}

/** All of a board, or those of a goal, the latest first. */
export function roundsOf({ board, judgements }: Seen, goal?: string): readonly Round[] {
  return [...board.records.rounds.values()].filter((round) => goal === undefined || round['goal'] === goal).map((round) => {
    const judged = wideOf(judgements).understanding(round.id)
    const invited: unknown = round['invited']
    return {
      id: round.id, goal: board.cards.get(textOf(round, 'goal')), invited: Array.isArray(invited) ? new Set(invited).size : 0,
      opened: textOf(round, 'opened'), revealedAt: textOf(round, 'revealedAt'), judged, answers: judged.phase === 'revealed' ? answersOf(board, round.id, judged.startWith) : [],
    }
  }).sort((a, b) => b.opened.localeCompare(a.opened) || (a.id < b.id ? -1 : 1))
}

function answersOf({ records, people }: BoardState, round: string, first: string | null): readonly Answer[] {
  const said = lastWords([...records.restatements.values()].filter((record) => record['round'] === round), people)
  return said.toSorted((a, b) => Number(b.person === first) - Number(a.person === first))
}

/** `%:99.5|99.9` of the rules as people write it: "99.5 %", "99.9 %". */
export function quantities(differing: string, format: (value: number) => string): readonly string[] {
  const at = differing.indexOf(':')
  const unit = differing.slice(0, at)
  return differing.slice(at + 1).split('|').map((value) => `${format(Number(value))}\u00a0${unit}`)
}
