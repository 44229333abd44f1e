// What people say on a board in their own name: what they send, and the record that the server makes of it with the
// person, team, number and time that it knows. Types only; answers on assumptions: records.ts, http.ts.
import type { Ask, Attestation } from '../board/records.ts'
import type { RESPONSES } from '../rules/dependency.ts'
import type { REPLIES } from '../rules/empathy.ts'
import type { Stance } from '../rules/judgements.ts'
import type { PostAsk, PostAttestation } from './http.ts'

export type ConsumerResponse = (typeof RESPONSES.consumer)[number]
export type ProviderResponse = (typeof RESPONSES.provider)[number]
export type Reply = (typeof REPLIES)[number]

interface Sent {
  /** Made by the client, so that what it does not know the outcome of can be sent again and is stored once. */
  readonly id?: string
}

/** What only the server says of a record. */
export interface Signed { readonly id: string; readonly person: string; readonly seq: number; readonly at: string }
interface SignedForTeam extends Signed { readonly team: string }

interface OnDecision { readonly card: string; readonly stance: Stance; readonly basis: string; readonly reason?: string }
export interface PostStance extends Sent, OnDecision {}
export interface StanceRecord extends SignedForTeam, OnDecision {}

interface OnDependency {
  /** A `depends_on` link. */
  readonly link: string
  /** consumer: the team of the card that needs, provider: of the card that provides. */
  readonly side: 'consumer' | 'provider'
  /** One of RESPONSES, by the side. */
  readonly response: ConsumerResponse | ProviderResponse
  /** `dependencyBasis` of the side, as it was on screen. */
  readonly basis: string
  readonly reason?: string
}
export interface PostAck extends Sent, OnDependency {}
export interface AckRecord extends SignedForTeam, OnDependency {}

interface OfChange {
  readonly card: string
  /** The contract (`contractOf`) that the card came to by the change. */
  readonly basis: string
  readonly requires?: string
  readonly needs?: string
  readonly ifNot?: string
}
export interface PostChangeNote extends Sent, OfChange {}
/** `seq` counts the notes of a card, whoever wrote them. */
export interface ChangeNoteRecord extends SignedForTeam, OfChange {}

interface AboutTeam { readonly about: string; readonly text: string }
export interface PostPerception extends Sent, AboutTeam {}
/** `by`: the team that this person speaks for; of what they said about a team the last counts, and a blank text takes it back. */
export interface PerceptionRecord extends Signed, AboutTeam { readonly by: string }

interface OnPerception {
  readonly perception: string
  readonly verdict: Reply
  /** `perceptionBasis` of its text. */
  readonly basis: string
  readonly note?: string
}
export interface PostPerceptionReply extends Sent, OnPerception {}
export interface PerceptionReplyRecord extends SignedForTeam, OnPerception {}

export interface PostBaseline extends Sent { readonly name?: string }
export interface BaselineRecord {
  readonly id: string
  readonly at: string
  readonly person: string
  readonly name?: string
  /** The status of each card that can drift (`statesNow`). */
  readonly states: Readonly<Record<string, string>>
}

export interface PostSeen { readonly card: string }
/** Everybody who has seen the card. */
export interface SeenRecord { readonly card: string; readonly people: readonly string[] }

/** What can be sent, by the collection that it ends in. */
export interface PostedBodies {
  readonly attestations: PostAttestation
  readonly asks: PostAsk
  readonly stances: PostStance
  readonly acks: PostAck
  readonly changeNotes: PostChangeNote
  readonly perceptions: PostPerception
  readonly perceptionReplies: PostPerceptionReply
  readonly baselines: PostBaseline
  readonly seen: PostSeen
}
export interface SaidRecords {
  readonly attestations: Attestation
  readonly asks: Ask
  readonly stances: StanceRecord
  readonly acks: AckRecord
  readonly changeNotes: ChangeNoteRecord
  readonly perceptions: PerceptionRecord
  readonly perceptionReplies: PerceptionReplyRecord
  readonly baselines: BaselineRecord
  readonly seen: SeenRecord
}
export type SaidRoot = keyof SaidRecords
/** What is kept as a record under an id of its own. */
export type RecordedRoot = Exclude<SaidRoot, 'seen'>
