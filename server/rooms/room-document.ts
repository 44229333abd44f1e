// The document of a live board, and the only place that changes it: changes of clients through the gate, changes of
// the server through `write`, rows of other nodes. Says what came of it as bytes. Knows no connection and no storage.
//
//   asleep (its rows) ──first change, question with a state vector, or look at its facts──► awake (a Y.Doc)
//
// A board that is only looked at never becomes a Y.Doc: that costs 17 times its rows in memory.
import * as Y from 'yjs'
import type { BoardFile } from '../../shared/board/board-file.ts'
import { SERVER_CLIENT_ID, type Board } from '../../shared/board/document.ts'
import { exportFile } from '../../shared/board/file-write.ts'
import type { BoardState } from '../../shared/board/records.ts'
import type { Epochs } from '../../shared/protocol/frames.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import type { ClientBinding, Epoch, LogRow } from '../storage/storage.ts'
import { Answers } from './answer.ts'
import { Authors } from './authors.ts'
import { encodeBoard } from './compaction.ts'
import type { BoardEpochs } from './board-epochs.ts'
import { Facts } from './facts.ts'
import type { ClientIds } from './client-ids.ts'
import { judgeUpdate, type Refused } from './gate.ts'
import { applyRows, boardFromRows } from './load-board.ts'
import { Marks } from './marks.ts'
import type { Actor } from './rooms.ts'

/** One change of a client, as the gate has to know it. */
export interface Proposal {
  readonly kind: 'update' | 'step2'
  readonly update: Uint8Array
  readonly owner: string
  readonly actor: Actor
  /** Who shows a clientID in their presence. */
  readonly shownBy: (clientId: number) => string | undefined
}

export interface TooFast { readonly ok: false; readonly code: 'too-fast'; readonly sentence: string }

/** What one proposal came to: bytes when it changed something. */
export type Taken = { readonly ok: true; readonly update: Uint8Array | undefined } | Refused | TooFast

/** What a turn made besides the proposals themselves. */
export interface Turned extends Partial<Begun> { readonly clients: readonly ClientBinding[]; readonly byServer: Uint8Array | undefined }

/** The server's first writing to this board since it opened its storage. */
interface Begun { readonly epoch: Epoch }

export interface DocumentParts { readonly limits: Limits; readonly now: () => Date }

interface Awake { readonly board: Board; readonly answers: Answers; readonly facts: Facts; readonly authors: Authors; readonly marks: Marks }

/** What a writing of the server made. */
interface Written extends Partial<Begun> { readonly update: Uint8Array | undefined }

function written(update: Uint8Array | undefined, epoch: Epoch | undefined): Written {
  return { update, ...(epoch === undefined ? {} : { epoch }) }
}

const FROM_CLIENTS = Symbol('from clients')
const BY_SERVER = Symbol('by the server')
const NOTHING: Taken = { ok: true, update: undefined }
const TOO_FAST: Taken = { ok: false, code: 'too-fast', sentence: 'Too many new clientIDs: slow down and come back.' }

export class RoomDocument {
  readonly #id: string
  readonly #clientIds: ClientIds
  readonly #epochs: BoardEpochs
  readonly #parts: DocumentParts
  #rows: LogRow[]
  #awake: Awake | undefined

  constructor(id: string, rows: readonly LogRow[], clientIds: ClientIds, epochs: BoardEpochs, parts: DocumentParts) {
    this.#epochs = epochs
    this.#id = id
    this.#rows = [...rows]
    this.#clientIds = clientIds
    this.#parts = parts
  }

  /** Its rows while it is asleep. */
  get sleepingRows(): readonly LogRow[] | undefined {
    return this.#awake === undefined ? this.#rows : undefined
  }

  /** Throws a StorageError that names the row which cannot be read. */
  wake(): Awake {
    if (this.#awake === undefined) {
      const board = boardFromRows(this.#id, this.#rows)
      const facts = new Facts(board)
      this.#awake = { board, answers: new Answers(board), facts, authors: new Authors(board, this.#parts.now), marks: new Marks(board, facts, this.#parts.now) }
      this.#rows = []
    }
    return this.#awake
  }

  get answers(): Answers {
    return this.wake().answers
  }

  get state(): BoardState {
    return this.wake().facts.state
  }

  /** The board file of what is there; `exportedAt` = now. */
  file(now: Date): BoardFile {
    return exportFile(this.wake().board, now)
  }

  /** Runs `proposals`, which calls `take` for each, in one transaction. */
  turn(proposals: () => void): Turned {
    const { board, answers, authors, marks } = this.wake()
    board.doc.transact(proposals, FROM_CLIENTS)
    answers.forget()
    marks.look()
    const { update: byServer, epoch } = authors.hasNews || marks.hasNews ? this.write(() => { authors.write(); marks.write() }) : {}
    return { clients: this.#clientIds.news(), byServer, ...(epoch === undefined ? {} : { epoch }) }
  }

  /** Judges one proposal and applies it. `boardBytes`: what the board takes in storage. */
  take({ kind, update, owner, actor, shownBy }: Proposal, boardBytes: number): Taken {
    const { board, authors, marks } = this.wake()
    const verdict = judgeUpdate(board, update, { kind, owner, ownerOf: (clientId) => this.#clientIds.ownerOf(clientId) ?? shownBy(clientId), limits: this.#parts.limits, boardBytes })
    if (!verdict.ok) return verdict
    if (!this.#clientIds.bind(verdict.newClients, owner, performance.now())) return TOO_FAST
    if (!verdict.effect) return NOTHING
    marks.note(verdict, actor)
    authors.around(verdict, actor, () => Y.applyUpdate(board.doc, verdict.update, FROM_CLIENTS))
    return { ok: true, update: verdict.update }
  }

  /**
   * Runs `change` in one transaction of the server and gives its bytes. When it throws after it wrote something, the
   * bytes come with the error: they are in the document and have to be kept like any other.
   */
  write<T>(change: (board: Board) => T): Written & { readonly result?: T; readonly error?: unknown } {
    const { board, answers } = this.wake()
    let update: Uint8Array | undefined
    let epoch: Epoch | undefined
    const from = Y.getState(board.doc.store, SERVER_CLIENT_ID)
    const keep = (bytes: Uint8Array): void => {
      update = bytes
      epoch = this.#epochs.begin(from)
    }
    board.doc.on('update', keep)
    try {
      const result = board.doc.transact(() => change(board), BY_SERVER)
      return { ...written(update, epoch), result }
    } catch (error) {
      return { ...written(update, epoch), error }
    } finally {
      board.doc.off('update', keep)
      answers.forget()
    }
  }

  /** How far the server's own writing has come, if it is awake, and in which epochs. */
  get lineage(): Epochs {
    return { clock: this.#awake === undefined ? undefined : Y.getState(this.#awake.board.doc.store, SERVER_CLIENT_ID), epochs: this.#epochs.all }
  }

  /** Rows that came from storage. */
  add(rows: readonly LogRow[]): void {
    if (this.#awake === undefined) this.#rows.push(...rows)
    else {
      applyRows(this.#awake.board, this.#id, rows)
      this.#awake.answers.forget()
    }
  }

  /** The whole board as one update; undefined while it is asleep: then nothing was added to its rows. */
  encode(): Uint8Array | undefined {
    return this.#awake === undefined ? undefined : encodeBoard(this.#awake.board)
  }

  destroy(): void {
    this.#awake?.facts.forget()
    this.#awake?.board.doc.destroy()
  }
}
