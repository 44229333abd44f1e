// One live board on this server: its document, those who are connected, and the order in which things happen.
//
//   receive ─► session (rates, right) ─► queue ─► turn: gate ─► apply ─► journal ─► written: forward ─► stored: told
//   step 1  ─► answered from the document, but never before what it shows was written
//
// Knows no socket and no database: wires, the journal and the storage port come from outside.
import * as Y from 'yjs'
import { SERVER_CLIENT_ID, type Board } from '../../shared/board/document.ts'
import { readBoard } from '../../shared/board/read.ts'
import type { BoardState } from '../../shared/board/records.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { KEEP_ALIVE, writeAwareness } from '../../shared/protocol/frames.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import type { ClientBinding, LogRow, Storage } from '../storage/storage.ts'
import { Answers, isEmpty, packetsOfRows } from './answer.ts'
import { encodeBoard, encodeRows, Tail } from './compaction.ts'
import type { Connection } from './connection.ts'
import { judgeUpdate, type Passed } from './gate.ts'
import type { Journal } from './journal.ts'
import { applyRows, boardFromRows } from './load-board.ts'
import type { Pace, Turn } from './pace.ts'
import { Packet } from './packet.ts'
import { Presence } from './presence.ts'
import { RoomBatch, type BatchFate, type Contribution } from './room-batch.ts'
import type { Admission, Room, RoomsLog } from './rooms.ts'
import type { Intake } from './session.ts'

export interface RoomParts {
  readonly storage: Storage
  readonly journal: Journal
  readonly pace: Pace
  readonly limits: Limits
  readonly log: RoomsLog
  readonly now: () => Date
}

interface Change { readonly from: Connection; readonly kind: 'update' | 'step2'; readonly update: Uint8Array; readonly count: number }

const FROM_CLIENTS = Symbol('from clients')
const BY_SERVER = Symbol('by the server')
/** A room whose rows cannot be written keeps this much for them; who sends more is asked to come back. */
const MOST_UNWRITTEN_BYTES = 16_777_216
/** Presence goes out at most 30 times a second, on a crowded board less often: each tick costs the square of people. */
const PRESENCE_TICK_MS = 33
const CROWDED_TICK_MS = 100
const CROWD = 100

const KEEP_ALIVE_PACKET = new Packet(KEEP_ALIVE)

export class LiveRoom implements Room, Turn, BatchFate {
  readonly board: string
  readonly #parts: RoomParts
  readonly #document: Board
  readonly #owners: Map<number, string>
  readonly #answers: Answers
  readonly #presence: Presence
  readonly #tail: Tail
  readonly #connections = new Set<Connection>()
  #queue: Change[] = []
  #state: BoardState | undefined
  /** The newest batch that is not stored yet, and how many are not written yet. */
  #newest: RoomBatch | undefined
  #unwritten: RoomBatch[] = []
  #unwrittenBytes = 0
  /** The last row that is in the document, with all before it. */
  #seen: number
  #reading: Promise<void> | undefined
  #compacting = false
  #presenceTimer: NodeJS.Timeout | undefined
  #presenceAt = -Infinity
  #closed = false
  /** When it was last opened, joined, left or written; ms of `performance.now`. */
  usedAt = performance.now()

  constructor(board: string, rows: readonly LogRow[], owners: ReadonlyMap<number, string>, parts: RoomParts) {
    this.board = board
    this.#parts = parts
    this.#document = boardFromRows(board, rows)
    this.#owners = new Map(owners)
    this.#answers = new Answers(this.#document)
    this.#presence = new Presence(parts.limits)
    this.#tail = new Tail(rows)
    this.#seen = rows.at(-1)?.n ?? 0
  }

  get state(): BoardState {
    this.#state ??= readBoard(this.#document)
    return this.#state
  }

  file(_now: Date): unknown {
    throw new Error('not yet')
  }

  get present(): ReadonlySet<string> {
    return new Set([...this.#connections].flatMap(({ session }) => session.admission.actor.person ?? []))
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections
  }

  /** Nobody is connected, and everything is on disk. */
  get isIdle(): boolean {
    return this.#connections.size === 0 && this.#queue.length === 0 && this.#newest === undefined && !this.#compacting
  }

  join(connection: Connection): void {
    this.usedAt = performance.now()
    this.#connections.add(connection)
  }

  leave(connection: Connection): void {
    connection.gone()
    if (!this.#connections.delete(connection)) return
    this.usedAt = performance.now()
    if (this.#presence.leave(connection.session.admission, this.usedAt)) this.#tellPresenceSoon()
  }

  disconnect(code: number, reason: string, which: (admission: Admission) => boolean): void {
    for (const connection of this.#connections) {
      if (!which(connection.session.admission)) continue
      connection.close(code, reason)
      this.leave(connection)
    }
  }

  receive(connection: Connection, message: Uint8Array | undefined): void {
    if (connection.isClosed) return
    const now = performance.now()
    const intake = message === undefined ? connection.session.unreadable() : connection.session.receive(message, now)
    if (intake.do === 'apply') this.#take(connection, intake)
    else if (intake.do === 'answer') this.#answer(connection, intake.stateVector)
    else if (intake.do === 'close') this.#end(connection, intake.code, intake.reason)
    else if (intake.do === 'tell-presence') this.#tellAllPresence(connection)
    else if (intake.do === 'presence' && this.#presence.receive(connection.session.admission, intake.update, now)) this.#tellPresenceSoon()
  }

  #take(from: Connection, { kind, update, count }: Extract<Intake, { do: 'apply' }>): void {
    if (this.#unwrittenBytes > MOST_UNWRITTEN_BYTES) return this.#end(from, CLOSE.slowReader, 'The server cannot save at the moment: come back.')
    this.#queue.push({ from, kind, update, count })
    this.#parts.pace.want(this)
  }

  #end(connection: Connection, code: number, reason: string): void {
    connection.close(code, reason)
    this.leave(connection)
  }

  // ── Changes of clients ──────────────────────────────────────────────────────────────────────────────────────────

  turn(): void {
    const changes = this.#queue
    this.#queue = []
    if (changes.length === 0 || this.#closed) return
    const contributions: Contribution[] = []
    const clients: ClientBinding[] = []
    const handled = new Map<Connection, number>()
    this.#document.doc.transact(() => {
      for (const change of changes) {
        if (change.from.isClosed) continue
        const passed = this.#judge(change)
        if (passed === undefined) continue
        handled.set(change.from, change.count)
        this.#bind(change.from, passed, clients)
        if (!passed.effect) continue
        Y.applyUpdate(this.#document.doc, passed.update, FROM_CLIENTS)
        contributions.push({ from: change.from, update: passed.update })
      }
    }, FROM_CLIENTS)
    if (contributions.length > 0) this.#put(new RoomBatch(this.board, contributions, undefined, clients, this))
    for (const [connection, count] of handled) this.#acknowledge(connection, count)
  }

  #judge({ from, kind, update, count }: Change): Passed | undefined {
    const { session } = from
    const verdict = judgeUpdate(this.#document, update, {
      kind, owner: session.owner, ownerOf: (clientId) => this.#owners.get(clientId), limits: this.#parts.limits, boardBytes: this.#tail.total,
    })
    if (verdict.ok) {
      if (kind === 'step2') session.whole(count)
      return verdict
    }
    if (verdict.code === 'resync' && session.gap(count)) from.send(this.#answers.step1())
    else this.#end(from, verdict.code === 'too-large' ? CLOSE.tooLarge : CLOSE.reload, verdict.sentence)
    return undefined
  }

  #bind(from: Connection, passed: Passed, clients: ClientBinding[]): void {
    for (const clientId of passed.newClients) {
      this.#owners.set(clientId, from.session.owner)
      clients.push({ clientId, owner: from.session.owner })
    }
  }

  /** A message without effect is stored once everything before it is: what it repeats may be on its way to disk. */
  #acknowledge(connection: Connection, count: number): void {
    if (this.#newest === undefined) connection.stored(count)
    else this.#newest.acknowledge(connection, count)
  }

  // ── Changes of the server ───────────────────────────────────────────────────────────────────────────────────────

  edit<T>(_label: string, change: (board: Board) => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Error(`board ${this.board} was put away: open it again`))
    this.usedAt = performance.now()
    let update: Uint8Array | undefined
    const kept = (bytes: Uint8Array): void => { update = bytes }
    const { doc } = this.#document
    doc.clientID = SERVER_CLIENT_ID
    doc.on('update', kept)
    try {
      const result = doc.transact(() => change(this.#document), BY_SERVER)
      return this.#storedWith(update, result)
    } catch (error) {
      // A change that fails must not have written; if it did, the document and the rows stay the same.
      return this.#storedWith(update, undefined).then(() => Promise.reject(error))
    } finally {
      doc.off('update', kept)
    }
  }

  #storedWith<T>(update: Uint8Array | undefined, result: T): Promise<T> {
    if (update !== undefined) {
      this.#put(new RoomBatch(this.board, [], update, [], this))
      this.#parts.pace.commitSoon()
    }
    const batch = this.#newest
    if (batch === undefined) return Promise.resolve(result)
    return new Promise((resolve, reject) => batch.onStored(() => resolve(result), reject))
  }

  // ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #put(batch: RoomBatch): void {
    this.#changed()
    this.#newest = batch
    this.#unwritten.push(batch)
    this.#unwrittenBytes += batch.row.update.byteLength
    this.#parts.journal.add(batch)
  }

  #changed(): void {
    this.#state = undefined
    this.#answers.forget()
  }

  written(batch: RoomBatch, n: number): void {
    this.#unwritten.shift()
    this.#unwrittenBytes -= batch.row.update.byteLength
    this.#tail.grew(batch.row.update.byteLength)
    batch.forward(this.#connections)
    if (n === this.#seen + 1) this.#seen = n
    else void this.heard(n)
    if (this.#tail.isLong && this.#unwritten.length === 0) void this.compact()
  }

  stored(batch: RoomBatch): void {
    if (this.#newest === batch) this.#newest = undefined
  }

  /** Another node wrote row `n`, or this one did and others came between: reads what is missing, in order. */
  heard(n: number): Promise<void> {
    this.#reading = (this.#reading ?? Promise.resolve()).then(() => this.#readUpTo(n))
    return this.#reading
  }

  async #readUpTo(n: number): Promise<void> {
    if (this.#closed || n <= this.#seen) return
    try {
      const rows = await this.#parts.storage.rows(this.board, this.#seen)
      applyRows(this.#document, this.board, rows)
      this.#changed()
      for (const { n: row, update } of rows) {
        this.#seen = Math.max(this.#seen, row)
        this.#tail.grew(update.byteLength)
        const batch = new RoomBatch(this.board, [], update, [], this)
        batch.forward(this.#connections)
      }
    } catch (error) {
      this.#parts.log.error({ board: this.board, row: n, err: error }, 'rows of another node could not be read')
    }
  }

  /** Replaces the log by one row. */
  async compact(): Promise<void> {
    if (this.#compacting || this.#tail.rows === 0 || this.#unwritten.length > 0) return
    this.#compacting = true
    const { mark } = this.#tail
    const upTo = this.#seen
    try {
      const bytes = this.#tail.isLarge ? await encodeRows(this.board, await this.#rowsUpTo(upTo)) : encodeBoard(this.#document)
      await this.#parts.storage.compact(this.board, upTo, bytes)
      this.#tail.compacted(mark, bytes.byteLength)
    } catch (error) {
      this.#parts.log.error({ board: this.board, err: error }, 'the log of a board could not be compacted; it is tried again later')
    } finally {
      this.#compacting = false
    }
  }

  async #rowsUpTo(n: number): Promise<readonly LogRow[]> {
    return (await this.#parts.storage.rows(this.board)).filter((row) => row.n <= n)
  }

  // ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────────────

  #answer(connection: Connection, stateVector: Uint8Array): void {
    const newcomer = isEmpty(stateVector)
    if ((newcomer && this.#tail.isLarge) || this.#parts.journal.holds(this.board)) return this.#answerFromStorage(connection)
    let packets: Packet[]
    try {
      packets = [this.#answers.step2(stateVector)]
    } catch {
      const intake = connection.session.unreadable()
      if (intake.do === 'close') this.#end(connection, intake.code, intake.reason)
      return
    }
    if (connection.session.canEdit) packets.push(this.#answers.step1())
    // Nobody sees what a killed process would forget: the answer waits for the rows of what it shows.
    const last = this.#unwritten.at(-1)
    const tell = (): void => {
      connection.listen()
      for (const packet of packets) connection.send(packet)
      this.#tellAllPresence(connection)
    }
    if (last === undefined) tell()
    else last.onWritten(tell)
  }

  #answerFromStorage(connection: Connection): void {
    connection.holdBack()
    this.#parts.storage.rows(this.board).then((rows) => {
      connection.catchUp([...packetsOfRows(rows), ...(connection.session.canEdit ? [this.#answers.step1()] : [])])
      this.#tellAllPresence(connection)
    }, (error: unknown) => {
      this.#parts.log.error({ board: this.board, err: error }, 'a board could not be read')
      this.#end(connection, CLOSE.slowReader, 'The server cannot read this board at the moment: come back.')
    })
  }

  // ── Presence ────────────────────────────────────────────────────────────────────────────────────────────────────

  #tellAllPresence(connection: Connection): void {
    const all = this.#presence.all()
    if (all !== undefined) connection.send(new Packet(writeAwareness(all)))
  }

  #tellPresenceSoon(): void {
    if (this.#presenceTimer !== undefined) return
    const tick = this.#presence.size > CROWD ? CROWDED_TICK_MS : PRESENCE_TICK_MS
    const wait = Math.max(0, this.#presenceAt + tick - performance.now())
    this.#presenceTimer = setTimeout(() => this.#tellPresence(), wait)
  }

  #tellPresence(): void {
    this.#presenceTimer = undefined
    this.#presenceAt = performance.now()
    const news = this.#presence.news()
    if (news === undefined) return
    const packet = new Packet(writeAwareness(news))
    for (const connection of this.#connections) connection.hear(packet)
  }

  keepAlive(): void {
    for (const connection of this.#connections) connection.hear(KEEP_ALIVE_PACKET)
  }

  /** Takes it out of memory. Its rows are on disk; who still holds it must open the board again. */
  close(): void {
    this.#closed = true
    clearTimeout(this.#presenceTimer)
    this.#document.doc.destroy()
  }
}
