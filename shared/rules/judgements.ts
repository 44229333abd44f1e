// The words that the rules answer with (RULES.md). Judgements are computed, never stored, and never written here.

export const ASSUMPTION_STATES = ['absent', 'retired', 'contested', 'refuted', 'confirmed', 'expired', 'reopened', 'partly', 'unconfirmed'] as const
export type AssumptionState = (typeof ASSUMPTION_STATES)[number]
export type Seat = 'refuted' | 'confirmed' | 'unsure' | 'expired' | 'earlier_text' | 'not_heard'

export interface AssumptionJudgement {
  readonly state: AssumptionState
  /** "Not confirmed yet": the mark. */
  readonly marked: boolean
  /** Sorted codes: needs_team:x, needs_other_than_author, needs_evidence, answered_earlier_text:p, expired:p, clock:p, doubt:p, refuted_by:p[:no_reason]. */
  readonly reasons: readonly string[]
  /** One per required team. */
  readonly seats: Readonly<Record<string, Seat>>
}

export interface StandingJudgement {
  readonly state: 'broken' | 'at_risk' | 'sound' | 'unexamined'
  /** Card ids, or `removed:<id>` for a supporting card that was deleted. */
  readonly because: readonly string[]
}

export const STANCES = ['agree', 'concerns', 'disagree_commit', 'block', 'pass'] as const
export type Stance = (typeof STANCES)[number]

export const DECISION_STATES = [
  'absent', 'retired', 'directed', 'directed_over_block', 'blocked', 'open', 'committed_with_dissent',
  'agreed_with_concerns', 'agreed', 'review_due',
] as const
export type DecisionState = (typeof DECISION_STATES)[number]

export interface DecisionJudgement {
  readonly state: DecisionState
  /** Required teams without a stance on this wording, and those of them that had one on an earlier wording. */
  readonly notHeard: readonly string[]
  readonly heardOnEarlierText: readonly string[]
  /** People by their stance on this wording. */
  readonly tally: Readonly<Record<Stance, readonly string[]>>
  /** It rests on no stated assumption. */
  readonly unexamined: boolean
}

export interface DirectionJudgement {
  readonly filled: number
  readonly missing: readonly ('what' | 'who' | 'measure' | 'not' | 'why')[]
}

/** The judgement of one board at one instant. Each call is memoised for this value. */
export interface Judgements {
  readonly now: number
  assumption(cardId: string): AssumptionJudgement
  standing(cardId: string): StandingJudgement
  direction(cardId: string): DirectionJudgement
  /** Of a decision or a proposal. */
  decision(cardId: string): DecisionJudgement
  /** One word, the same everywhere (3.10). */
  status(cardId: string): string
  /** Cards that rest on or depend on this card, directly (active ones). */
  dependants(cardId: string): readonly string[]
  /** Cards that rest on or depend on this card, directly or one step away: the number on the beam. */
  carries(cardId: string): readonly string[]
  /** True when a confirmation needs evidence (importance high, or an active goal, decision or commitment rests on it). */
  loadBearing(cardId: string): boolean
  /** Teams whose seat has to be filled. */
  requiredTeams(cardId: string): readonly string[]
  /** The next instant (ms) at which time alone can change a judgement of this board, or of one card; else undefined. */
  nextChangeAt(cardId?: string): number | undefined
}
