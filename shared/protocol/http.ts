// The bodies of the HTTP resources as types, the same for server and client (README, "HTTP"). Types only.
import type { Attestation, CardKind, EvidenceKind, Person, Role, Settings, Team, Verdict } from '../board/records.ts'
import type { AssumptionState } from '../rules/judgements.ts'
import type { Right } from './rights.ts'

/** Every failed request answers with this; `path` names the place in the body (JSON path) where there is one. */
export interface ErrorBody { readonly error: { readonly code: string; readonly message: string; readonly path?: string } }

export type CreateBoard = { readonly title: string } | { readonly file: unknown } | { readonly template: string; readonly people?: boolean; readonly language?: string }
export interface CreatedBoard {
  readonly id: string
  readonly keys: Readonly<Record<'own' | 'edit' | 'contribute' | 'view', string>>
  readonly urls: Readonly<Record<'own' | 'edit' | 'contribute' | 'view', string>>
  readonly warnings: readonly string[]
}

export interface BoardInfo {
  readonly id: string
  readonly title: string
  readonly right: Right
  /** The person of the cookie as this board knows them; null for readers and programs. */
  readonly person: Person | null
  readonly people: readonly Person[]
  readonly teams: readonly Team[]
  readonly updatedAt: string
  /** Where cards lie, for whoever waits for the board itself. */
  readonly outline?: BoardOutline
}
/** The extent of all cards in board pixels, and up to 80 of them from the top on; heights are estimates. */
export interface BoardOutline { readonly bounds: Box; readonly blocks: readonly (Box & { readonly frame?: true })[] }
export interface Box { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

export interface Enter { readonly key?: string; readonly name?: string; readonly team?: string }
export interface Entered { readonly right: Right; readonly person: Person | null }
export interface PutMe { readonly name: string; readonly team: string }
export interface PutPerson { readonly role?: Role; readonly team?: string; readonly name?: string; readonly removed?: boolean }
/** Two entries of one person made one; null takes it back. */
export interface PutMerged { readonly mergedInto: string | null }
/** "I am that person." Without `person`: the one whom a file brought along under one's own id, by the key of a link. */
export interface PostClaim { readonly person?: string; readonly key?: string }
/** `claims`: the claim that the owner saw. */
export interface PutClaim { readonly admit: boolean; readonly claims?: string }
export type PutSettings = Settings

export interface PostAttestation {
  /** Made by the client, so that an answer whose outcome it does not know can be sent again and is stored once. */
  readonly id?: string
  readonly card: string
  readonly verdict: Verdict
  readonly basis: string
  readonly evidence?: { readonly kind: EvidenceKind; readonly note?: string; readonly url?: string }
  readonly reason?: string
}
/** `current: false`: the wording has changed since `basis`; `statement` is what stands now in its place. */
export interface Posted<R> { readonly record: R; readonly current: boolean; readonly statement?: string }
export type PostedAttestation = Posted<Attestation>

export interface PostAsk { readonly id?: string; readonly card: string; readonly team: string }

export interface PostLink { readonly right: Right; readonly name?: string; readonly expiresAt?: string; readonly frameOrigins?: readonly string[] }
export interface SharingLink {
  readonly id: string
  readonly right: Right
  readonly name: string
  readonly createdAt: string
  readonly expiresAt?: string
  readonly revokedAt?: string
  /** Origins of pages that may frame an embed. */
  readonly frameOrigins?: readonly string[]
}
/** The key is shown once, when it is made. */
export interface MadeLink extends SharingLink { readonly key: string; readonly url: string }

/** `people`: how many are on it; on a board without any nothing is said yet, and it is made to start from. */
export interface TemplateInfo { readonly id: string; readonly title: string; readonly summary: string; readonly language: string; readonly kinds: readonly string[]; readonly cards: number; readonly people: number }
/** A one-time link that opens this person on another device until `expiresAt`. */
export interface DeviceLink { readonly url: string; readonly expiresAt: string }
/** `GET /api/me/boards`: what this person may open. */
export interface MyBoard {
  readonly id: string
  readonly title: string
  readonly right: Right
  readonly updatedAt: string
  /** People who have it open now; 0 when the server does not know of any. */
  readonly here?: number
  /** Missing where the server has not looked yet: lists are read quickly, large boards later. */
  readonly glance?: BoardGlance
}
/** A board in the size of a stamp. */
export interface BoardGlance {
  /** How many assumptions are in each state. */
  readonly states: Partial<Readonly<Record<AssumptionState, number>>>
  /** Up to 40 cards that lie evenly over the board, in board pixels; heights are estimates. */
  readonly cards: readonly GlanceCard[]
}
export interface GlanceCard extends Box { readonly kind: CardKind; readonly state?: AssumptionState }
