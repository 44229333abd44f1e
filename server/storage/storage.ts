// The port of everything that lasts. One machine: sqlite.ts. Postgres comes later behind this same file.
// A storage knows no Yjs and no rights: bytes, ids, hashes, instants. All instants are ms since the epoch.
import type { NotSavedCode } from '../../shared/protocol/error-codes.ts'
import type { Right } from '../../shared/protocol/rights.ts'

export interface StoredBoard {
  readonly id: string
  readonly title: string
  readonly createdAt: number
  readonly updatedAt: number
  /** Set while the grace period of a deleted board runs. */
  readonly deletedAt?: number
}

/** One appended row of a board's log: the update bytes of one batch. Numbers start at 1 and have no gaps. */
export interface LogRow { readonly n: number; readonly update: Uint8Array }

/**
 * From which of its own clocks on a board the server wrote since an opening of the storage. Data that was put back has
 * another sequence of these than whoever saw the data before: that is how it is noticed.
 */
export interface Epoch { readonly id: string; readonly from: number }

/** A clientID that belongs to an owner from this row on (PROTOCOL.md, G12). */
export interface ClientBinding { readonly clientId: number; readonly owner: string }

export interface RowToAppend {
  readonly board: string
  readonly update: Uint8Array
  /** Bound in the same transaction as the row; a clientID that is already bound keeps its owner. */
  readonly clients?: readonly ClientBinding[]
  /** Begins with this row, in the same transaction; one that has begun already stays as it is. */
  readonly epoch?: Epoch
}

/** Why storage could not do it; the message is one sentence. */
export type StorageProblem = NotSavedCode
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly problem: StorageProblem

  constructor(problem: StorageProblem, sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.problem = problem
  }
}

export interface StoredKey {
  readonly id: string
  /** SHA-256 of the key, hex. The key itself is never stored. */
  readonly hash: string
  readonly board: string
  readonly right: Right
  readonly name: string
  readonly createdAt: number
  readonly expiresAt?: number
  readonly revokedAt?: number
  readonly frameOrigins: readonly string[]
}

/** A person of this server: the same on all its boards, known by the hash of a cookie token. */
export interface StoredPerson { readonly id: string; readonly name: string; readonly createdAt: number }

/** The right that a person keeps on a board after entering with a key. */
export interface Membership { readonly board: string; readonly person: string; readonly right: Right; readonly enteredAt: number; readonly key?: string }

export interface Storage {
  /** Names this opening of the storage: a random id, another one at each start. */
  readonly opening: string
  /** Rejects when storage cannot answer (readyz). */
  ping(): Promise<void>
  close(): Promise<void>

  createBoard(board: StoredBoard, firstRow: Uint8Array, keys: readonly StoredKey[]): Promise<void>
  board(id: string): Promise<StoredBoard | undefined>
  boardsOfPerson(person: string): Promise<readonly (StoredBoard & { readonly right: Right })[]>
  renameBoard(id: string, title: string, at: number): Promise<void>
  markBoardDeleted(id: string, at: number): Promise<void>
  /** Removes boards whose grace period ended before `before`, with all that belongs to them. */
  purgeBoards(before: number): Promise<readonly string[]>

  /** All rows in ascending order: first the compacted one, then the tail. */
  rows(board: string, after?: number): Promise<readonly LogRow[]>
  /**
   * Appends rows for any boards in ONE transaction and returns their numbers. When it resolves the rows are written
   * to the WAL (a killed process keeps them); they survive a power cut only after `sync()`. Rejects whole.
   */
  append(rows: readonly RowToAppend[]): Promise<readonly number[]>
  /** fsync of everything appended so far. */
  sync(): Promise<void>
  /** Replaces rows 1…n by one row numbered n, in one transaction. */
  compact(board: string, n: number, merged: Uint8Array): Promise<void>

  /** Binds a clientID to an owner at first use; returns the owner it belongs to. */
  bindClient(board: string, clientId: number, owner: string): Promise<string>
  clientsOf(board: string): Promise<ReadonlyMap<number, string>>

  /** In the order in which they began. */
  epochs(board: string): Promise<readonly Epoch[]>
  /**
   * The data was put back from a backup: called once, before a server uses it. Everybody who knows a board from before
   * is told so when they come. A folder that was copied back without this is noticed too, unless the server itself
   * had written nothing to the board between the backup and its end.
   */
  markRestored(): Promise<void>

  addKey(key: StoredKey): Promise<void>
  keyByHash(hash: string): Promise<StoredKey | undefined>
  keysOf(board: string): Promise<readonly StoredKey[]>
  /** False when the board has no such key. */
  revokeKey(board: string, id: string, at: number): Promise<boolean>

  addPerson(person: StoredPerson, tokenHash: string): Promise<void>
  addToken(person: string, tokenHash: string): Promise<void>
  personByToken(tokenHash: string): Promise<StoredPerson | undefined>
  person(id: string): Promise<StoredPerson | undefined>
  renamePerson(id: string, name: string): Promise<void>

  membership(board: string, person: string): Promise<Membership | undefined>
  membersOf(board: string): Promise<readonly Membership[]>
  /** Inserts or replaces; the caller decides that a right is never lowered. */
  putMembership(membership: Membership): Promise<void>
  removeMembership(board: string, person: string): Promise<void>

  /** A one-time code that opens `person` on another device until `expiresAt`. */
  addDeviceCode(hash: string, person: string, expiresAt: number): Promise<void>
  /** Takes the code: a second call with it gives undefined. */
  takeDeviceCode(hash: string, now: number): Promise<string | undefined>
}
