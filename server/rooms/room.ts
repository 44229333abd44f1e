// One live board on this server: those who are connected, and the order in which things happen.
//
//   receive ─► session (rates, right) ─► queue ─► turn: gate, apply ─► journal ─► written: forward ─► stored: told
//   step 1  ─► answered from the document, but never before what it shows was written
//
// Knows no socket and no database: wires, the journal and the storage port come from outside.
import type { BoardFile } from '../../shared/board/board-file.ts'
import type { Board } from '../../shared/board/document.ts'
import type { BoardState } from '../../shared/board/records.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { writeReason } from '../../shared/protocol/error-codes.ts'
import { KEEP_ALIVE, writeEpochs } from '../../shared/protocol/frames.ts'
import { StorageError, type Epoch, type LogRow } from '../storage/storage.ts'
import { isEmpty, isNothingNew, packetsOfRows } from './answer.ts'
import { BoardEpochs } from './board-epochs.ts'
import { ClientIds } from './client-ids.ts'
import type { Connection } from './connection.ts'
import type { Pace, Turn } from './pace.ts'
import { Packet } from './packet.ts'
import { RoomBatch, type Contribution } from './room-batch.ts'
import { RoomDocument, type DocumentParts, type Taken } from './room-document.ts'
import { faceOn } from './presence.ts'
import { RoomPresence } from './room-presence.ts'
import { RoomRows, type RowsParts } from './room-rows.ts'
import type { Admission, Room } from './rooms.ts'
import type { Intake } from './session.ts'

export interface RoomParts extends RowsParts, DocumentParts {
  readonly pace: Pace
  /** The document in memory cannot be trusted any more: this room is to be forgotten. */
  readonly broken: (board: string) => void
}

/** What is stored of a board. */
export interface StoredLog {
  readonly board: string
  readonly rows: readonly LogRow[]
  readonly owners: ReadonlyMap<number, string>
  readonly epochs: readonly Epoch[]
}

interface Change { readonly from: Connection; readonly kind: 'update' | 'step2'; readonly update: Uint8Array; readonly count: number }

/** What is not written may take this much; whoever sends more is asked to come back. */
const MOST_UNWRITTEN_BYTES = 16_777_216

/** A gap that comes too often means that the client has to load afresh. */
const REFUSED = { 'too-large': CLOSE.tooLarge, 'too-fast': CLOSE.tooFast, reload: CLOSE.reload, resync: CLOSE.reload } as const

const KEEP_ALIVE_PACKET = new Packet(KEEP_ALIVE)

export class LiveRoom implements Room, Turn {
  readonly board: string
  readonly #parts: RoomParts
  readonly #document: RoomDocument
  readonly #rows: RoomRows
  readonly #presence: RoomPresence
  readonly #connections = new Set<Connection>()
  #queue: Change[] = []
  #closed = false
  /** When it was last opened, joined, left or written; ms of `performance.now`. */
  usedAt = performance.now()

  constructor({ board, rows, owners, epochs }: StoredLog, parts: RoomParts) {
    this.board = board
    this.#parts = parts
    const clientIds = new ClientIds(owners)
    this.#document = new RoomDocument(board, rows, clientIds, new BoardEpochs(parts.storage.opening, epochs), parts)
    this.#rows = new RoomRows(board, rows, this.#document, parts, (batch) => this.#forward(batch))
    this.#presence = new RoomPresence(parts.limits, clientIds, (packet) => this.#tell(packet), (person) => (this.#document.sleepingRows === undefined ? faceOn(this.#document.state.people, person) : undefined))
  }

  /** The title, when its facts are in memory. */
  get awakeTitle(): string | undefined {
    return this.#document.sleepingRows === undefined ? this.#document.state.title : undefined
  }

  /** Makes the document of its rows; throws when they cannot be read. True when that was much work. */
  wake(): boolean {
    const wasAsleep = this.#document.sleepingRows !== undefined
    this.#document.wake()
    return wasAsleep && this.#rows.isLarge
  }

  get state(): BoardState {
    return this.#document.state
  }

  file(now: Date): BoardFile {
    return this.#document.file(now)
  }

  get isFull(): boolean {
    return this.#rows.bytes + this.#rows.unwrittenBytes >= this.#parts.limits.boardBytes
  }

  get present(): ReadonlySet<string> {
    return new Set([...this.#connections].flatMap(({ session }) => session.admission.actor.person ?? []))
  }

  /** Nobody is connected, and everything is on disk. */
  get isIdle(): boolean {
    return this.#connections.size === 0 && this.#queue.length === 0 && this.#rows.isSettled
  }

  join(connection: Connection): void {
    this.usedAt = performance.now()
    this.#connections.add(connection)
  }

  leave(connection: Connection): void {
    connection.gone()
    if (!this.#connections.delete(connection)) return
    this.usedAt = performance.now()
    this.#presence.leave(connection.session.admission)
  }

  disconnect(code: number, reason: string, which: (admission: Admission) => boolean): void {
    for (const connection of this.#connections) if (which(connection.session.admission)) this.#end(connection, code, reason)
  }

  #end(connection: Connection, code: number, reason: string): void {
    connection.close(code, reason)
    this.leave(connection)
  }

  /** A message; undefined for one that is no message of ours. */
  receive(connection: Connection, message: Uint8Array | undefined): void {
    if (connection.isClosed || this.#closed) return
    const { session } = connection
    this.#do(connection, message === undefined ? session.unreadable() : session.receive(message, performance.now()))
  }

  #do(connection: Connection, intake: Intake): void {
    switch (intake.do) {
      case 'apply': return this.#propose(connection, intake)
      case 'answer': return this.#answer(connection, intake.stateVector)
      case 'presence': return this.#presence.receive(connection.session.admission, intake.update)
      case 'tell-presence': return this.#tellPresence(connection)
      case 'close': return this.#end(connection, intake.code, intake.reason)
      case 'nothing': return undefined
    }
  }

  #propose(from: Connection, { kind, update, count }: Extract<Intake, { do: 'apply' }>): void {
    if (this.#rows.unwrittenBytes > MOST_UNWRITTEN_BYTES) return this.#end(from, CLOSE.slowReader, 'The server cannot save at the moment: come back.')
    // A board that is only looked at stays asleep.
    if (this.#queue.length === 0 && isNothingNew(update)) return this.#acknowledge(from, count)
    this.#queue.push({ from, kind, update, count })
    this.#parts.pace.want(this)
  }

  /** Applies what came since the last turn. */
  turn(): number {
    const changes = this.#queue
    this.#queue = []
    if (changes.length > 0 && !this.#closed) this.#apply(changes)
    return changes.length
  }

  #apply(changes: readonly Change[]): void {
    const contributions: Contribution[] = []
    const handled = new Map<Connection, number>()
    let now: Change | undefined
    try {
      const { clients, byServer, epoch } = this.#document.turn(() => {
        for (const change of changes) {
          now = change
          if (!change.from.isClosed && this.#take(change, contributions)) handled.set(change.from, change.count)
        }
      })
      if (contributions.length > 0) this.#rows.put(new RoomBatch(this.board, contributions, byServer, clients, this.#rows, epoch))
    } catch (error) {
      return this.#break(now?.from, error)
    }
    for (const [connection, count] of handled) this.#acknowledge(connection, count)
  }

  /** False when it was refused. */
  #take({ from, kind, update, count }: Change, contributions: Contribution[]): boolean {
    const { session } = from
    const taken = this.#document.take({ kind, update, owner: session.owner, actor: session.admission.actor, shownBy: (clientId) => this.#presence.ownerOf(clientId) }, this.#rows.bytes)
    if (!taken.ok) {
      this.#refuse(from, count, taken)
      return false
    }
    if (kind === 'step2') session.whole(count)
    if (taken.update !== undefined) contributions.push({ from, update: taken.update })
    return true
  }

  #refuse(from: Connection, count: number, refused: Extract<Taken, { ok: false }>): void {
    const { code, sentence } = refused
    if (code === 'resync' && from.session.gap(count)) from.send(this.#document.answers.step1())
    else this.#end(from, REFUSED[code], writeReason(sentence, 'place' in refused ? refused.place : undefined))
  }

  /** A message without effect is stored once everything before it is: what it repeats may be on its way to disk. */
  #acknowledge(connection: Connection, count: number): void {
    const { newest } = this.#rows
    if (newest === undefined) connection.stored(count)
    else newest.acknowledge(connection, count)
  }

  /** Yjs failed on what the gate let pass. Memory may differ from the rows now: everybody loads afresh from them. */
  #break(sender: Connection | undefined, error: unknown): void {
    this.#parts.log.error({ board: this.board, err: error }, 'a change could not be applied; the board is loaded again')
    if (sender !== undefined && !(error instanceof StorageError)) this.#end(sender, CLOSE.reload, 'This change cannot be applied.')
    this.disconnect(CLOSE.restart, 'The board is loaded again: come back.', () => true)
    this.#parts.broken(this.board)
  }

  /** `label` says in the log which change it was that failed. */
  async edit<T>(label: string, change: (board: Board) => T): Promise<T> {
    if (this.#closed) throw new Error(`board ${this.board} was put away: open it again`)
    this.usedAt = performance.now()
    const { update, epoch, ...outcome } = this.#document.write(change)
    if (update !== undefined) {
      this.#rows.put(new RoomBatch(this.board, [], update, [], this.#rows, epoch))
      this.#parts.pace.commitSoon()
    }
    if (!('result' in outcome)) {
      if (update !== undefined) this.#parts.log.error({ board: this.board, label, err: outcome.error }, 'a change of the server failed half-way; its half is kept')
      throw outcome.error
    }
    await this.#rows.whenStored()
    return outcome.result as T
  }

  heard(n: number): Promise<void> {
    return this.#rows.readUpTo(n)
  }

  compact(): Promise<void> {
    return this.#rows.compact()
  }

  #answer(connection: Connection, stateVector: Uint8Array): void {
    // Not even made for one who has not read the last one.
    if (connection.wire.isBehind) return this.#end(connection, CLOSE.slowReader, 'Too slow a reader: come back.')
    const newcomer = isEmpty(stateVector)
    if (this.#parts.journal.holds(this.board) || (newcomer && this.#rows.isLarge)) return this.#answerFromRows(connection)
    let packets: Packet[]
    try {
      const { answers } = this.#document
      packets = [...this.#lineage(connection), answers.step2(stateVector), ...(connection.session.canEdit ? [answers.step1()] : [])]
    } catch (error) {
      return this.#failed(connection, error)
    }
    // Nobody sees what a killed process would forget: the answer waits for the rows of what it shows.
    this.#rows.onceWritten(() => {
      connection.listen()
      connection.answer(packets)
      this.#tellPresence(connection)
    })
  }

  /** Either its state vector is none, or the rows of the board cannot be read. */
  #failed(connection: Connection, error: unknown): void {
    if (!(error instanceof StorageError)) return this.#do(connection, connection.session.unreadable())
    this.#parts.log.error({ board: this.board, err: error }, 'a board could not be read')
    this.#end(connection, CLOSE.slowReader, 'The server cannot read this board at the moment: come back.')
  }

  /** The rows as they are stored; what the server lacks is asked for afterwards, for that takes the document. */
  #answerFromRows(connection: Connection): void {
    connection.holdBack()
    const asleep = this.#document.sleepingRows
    const reading = asleep === undefined ? this.#parts.storage.rows(this.board) : Promise.resolve(asleep)
    reading.then((rows) => {
      connection.catchUp([...this.#lineage(connection), ...packetsOfRows(rows)])
      this.#tellPresence(connection)
      if (connection.session.canEdit) setImmediate(() => this.#ask(connection))
    }).catch((error: unknown) => this.#failed(connection, error))
  }

  #ask(connection: Connection): void {
    if (connection.isClosed || this.#closed) return
    try {
      connection.send(this.#document.answers.step1())
    } catch (error) {
      this.#failed(connection, error)
    }
  }

  /** Told ahead of what it is about, to those who asked for more than stock clients know. */
  #lineage({ session }: Connection): Packet[] {
    return session.admission.acknowledges ? [new Packet(writeEpochs(this.#document.lineage))] : []
  }

  #forward(batch: RoomBatch): void {
    if (batch.row.epoch !== undefined) for (const connection of this.#connections) for (const packet of this.#lineage(connection)) connection.hear(packet)
    batch.forward(this.#connections)
  }

  #tellPresence(connection: Connection): void {
    const all = this.#presence.all()
    if (all !== undefined) connection.send(all)
  }

  #tell(packet: Packet): void {
    for (const connection of this.#connections) connection.hear(packet)
  }

  keepAlive(): void {
    this.#tell(KEEP_ALIVE_PACKET)
  }

  /** Takes it out of memory. Its rows are on disk, or in the journal; who still holds it must open the board again. */
  close(): void {
    this.#closed = true
    this.#presence.close()
    this.#rows.close()
    this.#document.destroy()
  }
}
