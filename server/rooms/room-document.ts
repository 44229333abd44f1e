// The document of a live board, and the only place that changes it: changes of clients through the gate, changes of
// the server through `write`, rows of other nodes. Says what came of it as bytes. Knows no connection and no storage.
import * as Y from 'yjs'
import type { Board } from '../../shared/board/document.ts'
import type { BoardState } from '../../shared/board/records.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import type { ClientBinding, LogRow } from '../storage/storage.ts'
import { Answers } from './answer.ts'
import { Authors } from './authors.ts'
import { encodeBoard } from './compaction.ts'
import { Facts } from './facts.ts'
import { judgeUpdate, type Passed, type Refused } from './gate.ts'
import { applyRows, boardFromRows } from './load-board.ts'
import type { Actor } from './rooms.ts'

/** One change of a client, as the gate has to know it. */
export interface Proposal {
  readonly kind: 'update' | 'step2'
  readonly update: Uint8Array
  readonly owner: string
  readonly actor: Actor
}

/** What one proposal came to: bytes when it changed something. */
export type Taken = { readonly ok: true; readonly update: Uint8Array | undefined } | Refused

/** What a turn made besides the proposals themselves. */
export interface Turned { readonly clients: readonly ClientBinding[]; readonly byServer: Uint8Array | undefined }

const FROM_CLIENTS = Symbol('from clients')
const BY_SERVER = Symbol('by the server')

export interface DocumentParts { readonly limits: Limits; readonly now: () => Date }

export class RoomDocument {
  readonly answers: Answers
  readonly #id: string
  readonly #board: Board
  readonly #owners: Map<number, string>
  readonly #parts: DocumentParts
  readonly #facts: Facts
  readonly #authors: Authors
  #clients: ClientBinding[] = []

  constructor(id: string, rows: readonly LogRow[], owners: ReadonlyMap<number, string>, parts: DocumentParts) {
    this.#id = id
    this.#board = boardFromRows(id, rows)
    this.#owners = new Map(owners)
    this.#parts = parts
    this.answers = new Answers(this.#board)
    this.#facts = new Facts(this.#board)
    this.#authors = new Authors(this.#board, parts.now)
  }

  get board(): Board {
    return this.#board
  }

  get state(): BoardState {
    return this.#facts.state
  }

  /** Runs `proposals`, which calls `take` for each, in one transaction. */
  turn(proposals: () => void): Turned {
    this.#clients = []
    this.#board.doc.transact(proposals, FROM_CLIENTS)
    this.answers.forget()
    const byServer = this.#authors.hasNews ? this.write(() => this.#authors.write()).update : undefined
    return { clients: this.#clients, byServer }
  }

  /** Judges one proposal and applies it. `boardBytes`: what the board takes in storage. */
  take({ kind, update, owner, actor }: Proposal, boardBytes: number): Taken {
    const verdict = judgeUpdate(this.#board, update, { kind, owner, ownerOf: (clientId) => this.#owners.get(clientId), limits: this.#parts.limits, boardBytes })
    if (!verdict.ok) return verdict
    this.#bind(verdict, owner)
    if (!verdict.effect) return { ok: true, update: undefined }
    this.#authors.around(verdict, actor, () => Y.applyUpdate(this.#board.doc, verdict.update, FROM_CLIENTS))
    return { ok: true, update: verdict.update }
  }

  #bind({ newClients }: Passed, owner: string): void {
    for (const clientId of newClients) {
      this.#owners.set(clientId, owner)
      this.#clients.push({ clientId, owner })
    }
  }

  /**
   * Runs `change` in one transaction of the server and gives its bytes. When it throws after it wrote something, the
   * bytes come with the error: they are in the document and have to be kept like any other.
   */
  write<T>(change: (board: Board) => T): { readonly update: Uint8Array | undefined; readonly result?: T; readonly error?: unknown } {
    const { doc } = this.#board
    let update: Uint8Array | undefined
    const keep = (bytes: Uint8Array): void => { update = bytes }
    doc.on('update', keep)
    try {
      const result = doc.transact(() => change(this.#board), BY_SERVER)
      return { update, result }
    } catch (error) {
      return { update, error }
    } finally {
      doc.off('update', keep)
      this.answers.forget()
    }
  }

  applyRows(rows: readonly LogRow[]): void {
    applyRows(this.#board, this.#id, rows)
    this.answers.forget()
  }

  encode(): Uint8Array {
    return encodeBoard(this.#board)
  }

  destroy(): void {
    this.#facts.forget()
    this.#board.doc.destroy()
  }
}
