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

/** A person whose confirmation of an assumption is older than these cards that speak against it. */
export interface Prompt { readonly person: string; readonly cards: readonly string[] }

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

export const BANDS = ['unrated', 'low', 'medium', 'high', 'critical'] as const
export type Band = (typeof BANDS)[number]

export interface RiskJudgement {
  /** What people estimate (1 to 5), raised by what the assumptions under it are worth; null when neither says anything. */
  readonly likelihood: number | null
  readonly impact: number | null
  /** Likelihood times impact; null when one of them is missing: never 0. */
  readonly exposure: number | null
  readonly band: Band
  /** Assumptions that raise the likelihood above the estimate, sorted. */
  readonly raisedBy: readonly string[]
  /** An assumption under it is refuted. */
  readonly triggered: boolean
}

export const DEPENDENCY_STATES = [
  'void', 'removed', 'removed_acked', 'internal', 'declined', 'problem', 'changed', 'need_changed', 'requested', 'unclear',
  'unseen', 'soft', 'in_step',
] as const
export type DependencyState = (typeof DEPENDENCY_STATES)[number]

/** A team that has to look: its answer to what is written now is missing. */
export interface DependencyAlert { readonly team: string; readonly why: 'removed' | 'changed' | 'unseen' | 'need_changed' | 'requested' }

export interface DependencyJudgement {
  readonly state: DependencyState
  /** The provider changed or went, and the consumer has not said that it knows. */
  readonly blindsided: boolean
  readonly alerts: readonly DependencyAlert[]
  /** Days from the delivery to the day of need, negative when it comes too late; null when one of the dates is missing. */
  readonly slackDays: number | null
  /** Blindsided for `ackDays` or longer. */
  readonly overdue: boolean
}

/** While a round is blind, nothing but these counts is known of it. */
export interface BlindRound {
  readonly phase: 'blind'
  readonly submitted: number
  /** People invited who have not answered, sorted. */
  readonly waiting: readonly string[]
}

export const ROUND_SLOTS = ['what', 'who', 'measure', 'not'] as const
export type RoundSlot = (typeof ROUND_SLOTS)[number]

export interface RevealedRound {
  readonly phase: 'revealed'
  readonly submitted: number
  readonly waiting: readonly string[]
  /** 0 (all the same words) to 100 (no word in common); null for fewer than two answers. */
  readonly spread: number | null
  readonly slots: Readonly<Record<RoundSlot, { readonly spread: number | null; readonly empty: number }>>
  /** Quantities with one unit that disagree: `unit:a|b`. */
  readonly numbersDiffer: readonly string[]
  /** The person whose answer lies furthest from the rest. */
  readonly startWith: string | null
  /** The piles that people made; null before they did. */
  readonly meanings: number | null
  readonly textChangedSinceRound: boolean
}
export type UnderstandingJudgement = BlindRound | RevealedRound

export const EMPATHY_WORDS = ['none', 'stated', 'verified', 'partly', 'wrong', 'reopened'] as const
export type EmpathyWord = (typeof EMPATHY_WORDS)[number]

export const TRADE_WORDS = ['no_partner', 'no_give', 'currency_unknown', 'not_in_their_currency', 'in_their_currency'] as const
export type TradeWord = (typeof TRADE_WORDS)[number]

export const GAP_TYPES = ['no_provider', 'no_date', 'date', 'conflict', 'definition', 'no_contribution'] as const
export type GapType = (typeof GAP_TYPES)[number]

export interface Gap {
  readonly type: GapType
  /** no_provider, no_date, date: the link. conflict, definition: both cards. no_contribution: the goal and the team. */
  readonly ids: readonly string[]
  /** Days too late, of `date`. */
  readonly size: number | null
}

export interface TiersJudgement {
  /** How many tiers from the first on are done. */
  readonly level: number
  readonly tiers: readonly { readonly name: string; readonly met: number; readonly of: number; readonly done: boolean }[]
  /** The unmet conditions of the first tier that is not done, as `type:id`, in their written order. */
  readonly next: readonly string[]
}

export interface FreshnessJudgement {
  /** Rounded down; null when there is nothing to track. */
  readonly percent: number | null
  readonly fresh: number
  readonly of: number
  /** Cards and links that are tracked and not in date, sorted. */
  readonly drifting: readonly string[]
}

export interface DriftJudgement {
  /** The date of the newest baseline that is not in the future, as it was written; null when there is none. */
  readonly since: string | null
  /** Card ids, sorted. */
  readonly slipped: readonly string[]
  readonly gained: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/**
 * What is judged of a board as a whole: `wideOf(judgements)` of board-wide.ts. Apart from the others because nobody has to
 * wait for it before a card can be read and moved.
 */
export interface BoardWideJudgements {
  freshness(): FreshnessJudgement
  drift(): DriftJudgement
  /** In the order of GAP_TYPES, then of ids. */
  gaps(): readonly Gap[]
  /** For every ordered pair of teams, by `a>b`: what a says about b. */
  empathy(): Readonly<Record<string, EmpathyWord>>
  understanding(roundId: string): UnderstandingJudgement
}

/** The judgement of one board at one instant. Each call is memoised for this value. */
export interface Judgements {
  readonly now: number
  assumption(cardId: string): AssumptionJudgement
  /** Who is asked again about an assumption, because of what (prompts.ts). Changes no state. */
  prompts(cardId: string): readonly Prompt[]
  standing(cardId: string): StandingJudgement
  direction(cardId: string): DirectionJudgement
  /** Of a decision or a proposal. */
  decision(cardId: string): DecisionJudgement
  /** One word, the same everywhere (3.10). */
  status(cardId: string): string
  risk(cardId: string): RiskJudgement
  /** Of a `depends_on` link. */
  dependency(linkId: string): DependencyJudgement
  /** Of a tradeoff. */
  trade(cardId: string): TradeWord
  /** Of a proposal. */
  tiers(cardId: string): TiersJudgement
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
