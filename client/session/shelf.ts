// What a browser keeps of one board, as a port: the copy of the document, what of it the server may lack, answers on
// their way, refused words, leased clientIDs. One `write` is one transaction: all of it or nothing. Knows no database.
import type { BoardInfo } from '../../shared/protocol/http.ts'
import type { PostedBodies, SaidRoot } from '../../shared/protocol/said.ts'

/** What can wait for the server. A baseline cannot: it says where the board stood when it was taken. */
export type WaitingRoot = Exclude<SaidRoot, 'baselines'>

/** What a person says, with the words that they had on screen (`basis`); who says it and when is added by the outbox. */
export type Given = { readonly [R in WaitingRoot]: { readonly root: R } & Omit<PostedBodies[R], 'id'> }[WaitingRoot]

interface Waits {
  /** The record's id from the start, so that sending it twice is harmless. */
  readonly id: string
  /** In which order they were given. */
  readonly order: number
  readonly person: string
  /** ISO. */
  readonly givenAt: string
  /** Why the server did not take it: it stays until the person has seen to it. */
  readonly refused?: string
}

/** Something said that the server does not have yet. */
export type Waiting = Given & Waits
/** An answer on an assumption among it. */
export type WaitingAnswer = Extract<Waiting, { readonly root: 'attestations' }>
/** A stance on a decision among it. */
export type WaitingStance = Extract<Waiting, { readonly root: 'stances' }>

/** Words that the server refused, kept for who wrote them until they have seen to them. */
export interface KeptText {
  readonly id: string
  /** Who wrote them: nobody else in this browser is shown them. */
  readonly person: string
  /** As whom they were known then; the board may have forgotten them. */
  readonly name?: string
  readonly text: string
  /** Why, in a sentence of the server. */
  readonly why?: string
  readonly changes: number
  /** ISO. */
  readonly at: string
}

/** What one tab of this browser made that is not known to be on the server's disk. */
export interface Debt { readonly tab: string; readonly changes: number; readonly cards: readonly string[] }

/** A clientID of this browser on this board. */
export interface Lease { readonly slot: number; readonly clientId: number }

export interface StoredUpdate { readonly key: number; readonly bytes: Uint8Array }

/** Whose copy it is. A copy that was dropped and begun again is another one. */
export interface CopyBase {
  readonly id: string
  readonly person: string
  /** The server's epoch in which its newest was written. */
  readonly epoch?: string
}

export interface ShelfContent {
  readonly base: CopyBase | undefined
  readonly updates: readonly StoredUpdate[]
  readonly debts: readonly Debt[]
  readonly leases: readonly Lease[]
  readonly answers: readonly Waiting[]
  readonly kept: readonly KeptText[]
}

export interface ShelfChange {
  /** Begins a copy: what was there of another one goes. */
  readonly begin?: CopyBase
  /** The copy that this change belongs to; nothing is written when it is gone. */
  readonly of?: string
  /** Of that copy. */
  readonly epoch?: string
  readonly append?: readonly Uint8Array[]
  /** Updates that what is appended makes superfluous. */
  readonly remove?: readonly number[]
  readonly debt?: Debt
  readonly paid?: readonly string[]
  readonly lease?: Lease
  readonly answers?: readonly Waiting[]
  readonly answersGone?: readonly string[]
  readonly kept?: readonly KeptText[]
  readonly keptGone?: readonly string[]
}

/** The copy is gone, or another one stands in its place. */
export class OtherCopy extends Error {
  override readonly name = 'OtherCopy'
}

export interface Shelf {
  read(): Promise<ShelfContent>
  /** One transaction; the keys of what was appended. Rejects with OtherCopy when the copy is another one now. */
  write(change: ShelfChange): Promise<readonly number[]>
  /** Removes the copy, its debts and its leases; answers and kept words stay. */
  drop(): Promise<void>
  /** What the server last said of this board and person: enough to open it without the server. Holds no key. */
  rememberInfo(info: BoardInfo): Promise<void>
}
