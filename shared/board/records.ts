// The nouns of a board as plain, immutable values: what the Y.Doc, the board file and the rules all speak.
// Only facts live here: no state, mark or count is ever a field of these records.
// Dates: `due`, `needBy` are `YYYY-MM-DD`; every other date is an ISO instant. Positions are board pixels.
import type { Table } from './table.ts'

export const CARD_KINDS = [
  'goal', 'assumption', 'risk', 'decision', 'question', 'commitment', 'action', 'metric', 'context', 'tradeoff',
  'proposal', 'non_goal', 'value', 'signal', 'conflict', 'why', 'note', 'frame', 'ink', 'image', 'text',
] as const
export type CardKind = (typeof CARD_KINDS)[number]

export const LINK_TYPES = [
  'rests_on', 'depends_on', 'if_false', 'threatens', 'serves', 'mitigates', 'settles', 'about', 'because',
  'conflicts_with', 'needed_for', 'tests', 'pays_for', 'echoes', 'evidence_for', 'evidence_against',
  'under_arrow', 'excluded_from', 'worsens',
] as const
export type LinkType = (typeof LINK_TYPES)[number]

export const ROLES = ['guest', 'member', 'facilitator', 'owner'] as const
export type Role = (typeof ROLES)[number]

export const VERDICTS = ['confirm', 'refute', 'unsure', 'withdraw'] as const
export type Verdict = (typeof VERDICTS)[number]

export const EVIDENCE_KINDS = ['test', 'data', 'observation', 'document', 'commitment', 'expert', 'opinion'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export interface CurrencyMetric { readonly id: string; readonly metric: string; readonly direction?: string; readonly now?: string; readonly target?: string }
export interface Team {
  readonly id: string
  readonly name: string
  readonly code?: string
  readonly color?: string
  readonly currency?: readonly CurrencyMetric[]
  readonly constraints?: readonly string[]
  readonly removed?: boolean
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly team: string
  readonly role: Role
  readonly timezone?: string
  readonly removed?: boolean
  /** This entry is another self of that person: what it wrote is theirs (RULES.md, "One person, two entries"). */
  readonly mergedInto?: string
  /** Answers of that person with a higher `seq` were given after the merge. */
  readonly mergedSeq?: number
  /** That person said so themself: what this entry answered is theirs, too. */
  readonly agreed?: boolean
  /** Who this person says to be; waits for an owner. Never in a file. */
  readonly claims?: string
}

/** What `settings` may hold; a missing value means the default (RULES.md, C01 to C03). */
export interface Settings {
  readonly validDays?: number
  readonly quorum?: 'all' | 'majority'
  readonly requireEvidence?: 'load_bearing' | 'always' | 'never'
  readonly ackDays?: number
  readonly cadenceDays?: number
}

/**
 * A card. `title` and `body` are plain text here (`body`: blocks joined with a newline); the formatting of a body
 * lives in the Y.Doc and, as Markdown, in the board file. `fields` are the plain fields of its kind, and unknown ones.
 */
export interface Card {
  readonly id: string
  readonly kind: CardKind
  readonly title: string
  readonly body: string
  readonly x: number
  readonly y: number
  readonly width?: number
  /** Jittered fractional index; cards without one come first, ties by id. */
  readonly order?: string
  readonly frame?: string
  readonly deleted: boolean
  readonly retired: boolean
  /** From the server root `authorship` (board file: fields of the card). */
  readonly author?: string
  readonly createdAt?: string
  readonly editedBy?: string
  readonly editedAt?: string
  readonly deletedAt?: string
  readonly fields: CardFields
}

export interface CardFields {
  readonly team?: string
  readonly owner?: string
  readonly importance?: string
  readonly askTeams?: readonly string[]
  readonly validDays?: number
  readonly quorum?: string
  readonly reviewBy?: string
  readonly due?: string
  readonly notes?: string
  readonly criterion?: string
  readonly signpost?: string
  readonly forWhom?: string
  readonly notDoing?: string
  readonly why?: string
  readonly likelihood?: number
  readonly impact?: number | string
  readonly materialised?: boolean
  readonly accepted?: boolean
  readonly done?: boolean
  readonly answer?: string
  readonly [field: string]: Json | undefined
}

export interface Link {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly type: LinkType
  readonly ask?: string
  readonly needBy?: string
  /** What a customer gets from what is asked for. */
  readonly outcome?: string
  readonly [field: string]: Json | undefined
}

export interface Evidence { readonly kind: EvidenceKind; readonly note?: string; readonly url?: string }

/** An answer on an assumption: immutable, under its own random id. */
export interface Attestation {
  readonly id: string
  readonly card: string
  readonly person: string
  readonly team: string
  readonly verdict: Verdict
  /** The statement (`statementOf`) that the person had on screen. */
  readonly basis: string
  readonly seq: number
  readonly at?: string
  readonly evidence?: Evidence
  readonly reason?: string
}

/** Someone asked a team for its answer on a card. */
export interface Ask { readonly id: string; readonly card: string; readonly team: string; readonly person: string; readonly at: string }

/** A record of a server root that this version stores and returns whole, without a judgement of its own yet. */
export interface BoardRecord { readonly id: string; readonly [field: string]: Json | undefined }

export interface Authorship { readonly author?: string; readonly createdAt?: string; readonly editedBy?: string; readonly editedAt?: string; readonly deletedAt?: string }

/** Server roots whose records are kept whole: the collections of the board file of the same name. */
export const RECORD_ROOTS = ['stances', 'acks', 'perceptions', 'perceptionReplies', 'changeNotes', 'rounds', 'restatements', 'baselines', 'comments', 'marksOff'] as const
export type RecordRoot = (typeof RECORD_ROOTS)[number]

/** One board as a plain immutable value; untouched records keep their identity from one state to the next. */
export interface BoardState {
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly settings: Settings
  readonly teams: Table<Team>
  readonly people: Table<Person>
  /** All cards, deleted ones too (`deleted: true`). */
  readonly cards: Table<Card>
  /** Links whose two ends exist as cards (deleted ones count as existing); repaired on read. */
  readonly links: Table<Link>
  readonly attestations: Table<Attestation>
  readonly asks: Table<Ask>
  /** Who has seen a card: key = card id, value = person ids, sorted. */
  readonly seen: Table<readonly string[]>
  readonly records: { readonly [root in RecordRoot]: Table<BoardRecord> }
}

/** What changed between two states: ids, so that a reader can do work in proportion. */
export interface BoardChange {
  readonly cards: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  readonly attestations: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly asks: ReadonlySet<string>
  readonly seen: ReadonlySet<string>
  readonly records: ReadonlySet<RecordRoot>
  /** Title, summary, language or settings changed. */
  readonly board: boolean
  readonly settings: boolean
}
