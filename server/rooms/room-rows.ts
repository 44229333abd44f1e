// The rows of one live board as this node knows them: what is on its way to disk, how long the log has become, which
// rows of other nodes are missing. Knows no connection; `Listeners` are told what to forward.
import type { LogRow, Storage, StorageError } from '../storage/storage.ts'
import { encodeRows, Tail } from './compaction.ts'
import type { Journal } from './journal.ts'
import { RoomBatch, type BatchFate } from './room-batch.ts'
import type { RoomDocument } from './room-document.ts'
import type { RoomsLog } from './rooms.ts'

const COMPACT_AGAIN_MS = 30_000

export interface RowsParts { readonly storage: Storage; readonly journal: Journal; readonly log: RoomsLog }

export class RoomRows implements BatchFate {
  readonly #board: string
  readonly #document: RoomDocument
  readonly #parts: RowsParts
  readonly #forward: (batch: RoomBatch) => void
  readonly #tail: Tail
  /** Batches that are not written yet, in order. */
  readonly #unwritten: RoomBatch[] = []
  #unwrittenBytes = 0
  /** The newest batch that is not stored yet. */
  #newest: RoomBatch | undefined
  /** The last row that is in the document, with all before it. */
  #seen: number
  #reading: Promise<void> = Promise.resolve()
  #compacting: Promise<void> | undefined
  /** After one that failed: not for every row again. */
  #compactNotBefore = 0
  #closed = false

  constructor(board: string, rows: readonly LogRow[], document: RoomDocument, parts: RowsParts, forward: (batch: RoomBatch) => void) {
    this.#board = board
    this.#document = document
    this.#parts = parts
    this.#forward = forward
    this.#tail = new Tail(rows)
    this.#seen = rows.at(-1)?.n ?? 0
  }

  /** Bytes of the board in storage. */
  get bytes(): number {
    return this.#tail.total
  }

  get isLarge(): boolean {
    return this.#tail.isLarge
  }

  get unwrittenBytes(): number {
    return this.#unwrittenBytes
  }

  get isSettled(): boolean {
    return this.#newest === undefined && this.#compacting === undefined
  }

  put(batch: RoomBatch): void {
    this.#newest = batch
    this.#unwritten.push(batch)
    this.#unwrittenBytes += batch.row.update.byteLength
    this.#parts.journal.add(batch)
  }

  /** The batch after which everything that is in the document now is stored; undefined when it is. */
  get newest(): RoomBatch | undefined {
    return this.#newest
  }

  /** Runs once everything that is in the document now is written: at once when it is. */
  onceWritten(run: () => void): void {
    const last = this.#unwritten.at(-1)
    if (last === undefined) run()
    else last.onWritten(run)
  }

  /** Settles with everything that is in the document now; rejects as soon as it could not be saved. */
  whenStored(): Promise<void> {
    const last = this.#newest
    return last === undefined ? Promise.resolve() : new Promise((resolve, reject: (error: StorageError) => void) => last.onStored(resolve, reject))
  }

  stored(batch: RoomBatch): void {
    if (this.#newest === batch) this.#newest = undefined
  }

  written(batch: RoomBatch, n: number): void {
    this.#unwritten.shift()
    this.#unwrittenBytes -= batch.row.update.byteLength
    this.#tail.grew(batch.row.update.byteLength)
    this.#forward(batch)
    if (n === this.#seen + 1) this.#seen = n
    else void this.readUpTo(n)
    if (this.#tail.isLong && this.#unwritten.length === 0 && performance.now() >= this.#compactNotBefore) void this.compact()
  }

  /** Another node wrote up to row `n`, or rows of others came between: reads what is missing, in order. */
  readUpTo(n: number): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read(n))
    return this.#reading
  }

  async #read(n: number): Promise<void> {
    if (this.#closed || n <= this.#seen) return
    try {
      const rows = await this.#parts.storage.rows(this.#board, this.#seen)
      if (this.#closed) return
      this.#document.add(rows)
      for (const { n: row, update } of rows) {
        this.#seen = Math.max(this.#seen, row)
        this.#tail.grew(update.byteLength)
        this.#forward(new RoomBatch(this.#board, [], update, [], this))
      }
    } catch (error) {
      this.#parts.log.error({ board: this.#board, row: n, err: error }, 'rows of another node could not be read')
    }
  }

  /** Replaces the log by one row. */
  compact(): Promise<void> {
    this.#compacting ??= this.#compact().finally(() => { this.#compacting = undefined })
    return this.#compacting
  }

  async #compact(): Promise<void> {
    const { mark } = this.#tail
    const upTo = this.#seen
    if (mark.rows === 0 || this.#unwritten.length > 0 || this.#document.sleepingRows !== undefined) return
    try {
      const bytes = this.#tail.isLarge ? await encodeRows(this.#board, await this.#rowsUpTo(upTo)) : this.#document.encode()
      if (bytes === undefined) return
      await this.#parts.storage.compact(this.#board, upTo, bytes)
      this.#tail.compacted(mark, bytes.byteLength)
    } catch (error) {
      this.#compactNotBefore = performance.now() + COMPACT_AGAIN_MS
      this.#parts.log.error({ board: this.#board, err: error }, 'the log of a board could not be compacted; it is tried again later')
    }
  }

  async #rowsUpTo(n: number): Promise<readonly LogRow[]> {
    return (await this.#parts.storage.rows(this.#board)).filter((row) => row.n <= n)
  }

  close(): void {
    this.#closed = true
  }
}
