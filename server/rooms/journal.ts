// The way of every change to disk: the batches of all boards of one turn of the loop become one transaction.
//
//   add ─► queue ─► append ─► written(n): may be forwarded ─► fsync ─► stored(): "saved", and the bus rings
//                     │                                         │
//                     └── failed(error): kept and tried again ◄─┘
//
// Order within a board never changes. A board that cannot be written holds up no other. Nothing is dropped but rows
// of a board that storage does not have any more. Knows no document and no socket.
import type { Bus } from '../bus/bus.ts'
import { StorageError, type RowToAppend, type Storage } from '../storage/storage.ts'
import type { RoomsLog } from './rooms.ts'

export interface Batch {
  readonly row: RowToAppend
  /** The row has number `n` and survives a killed process. */
  written(n: number): void
  /** It survives a power cut. */
  stored(): void
  /** Not saved yet: it is kept and tried again. */
  failed(error: StorageError): void
}

interface Written { readonly batch: Batch; readonly n: number }

/** Between two fsyncs of a busy server; a lone edit does not wait. Together with the fsync it stays below 20 ms. */
export const SYNC_EVERY_MS = 16
const FIRST_RETRY_MS = 50
const LAST_RETRY_MS = 5_000

function asStorageError(error: unknown): StorageError {
  return error instanceof StorageError ? error : new StorageError('failed', 'The server could not write to its storage.', error)
}

export class Journal {
  readonly #storage: Storage
  readonly #bus: Bus
  readonly #log: RoomsLog
  #queue: Batch[] = []
  /** Boards whose rows could not be written, in order, until their next try. */
  readonly #stuck = new Map<string, Batch[]>()
  #unsynced: Written[] = []
  #appending: Promise<void> | undefined
  #syncing = false
  #syncedAt = -Infinity
  #retryMs = FIRST_RETRY_MS
  #syncRetryMs = FIRST_RETRY_MS
  #retry: NodeJS.Timeout | undefined
  #syncTimer: NodeJS.Timeout | undefined
  #waiting: (() => void)[] = []

  constructor(storage: Storage, bus: Bus, log: RoomsLog) {
    this.#storage = storage
    this.#bus = bus
    this.#log = log
  }

  add(batch: Batch): void {
    const stuck = this.#stuck.get(batch.row.board)
    if (stuck === undefined) this.#queue.push(batch)
    else stuck.push(batch)
  }

  /** True while rows of this board wait for storage to work again. */
  holds(board: string): boolean {
    return this.#stuck.has(board)
  }

  /** Writes what was added, in one transaction. Resolves when the rows were written and forwarded, or are kept. */
  commit(): Promise<void> {
    this.#appending ??= this.#appendAll().finally(() => {
      this.#appending = undefined
      if (this.#queue.length > 0) void this.commit()
    })
    return this.#appending
  }

  async #appendAll(): Promise<void> {
    while (this.#queue.length > 0) {
      const batches = this.#queue
      this.#queue = []
      const error = await this.#append(batches)
      if (error !== undefined) await this.#appendEach(batches, error)
    }
  }

  async #append(batches: readonly Batch[]): Promise<StorageError | undefined> {
    let numbers: readonly number[]
    try {
      numbers = await this.#storage.append(batches.map(({ row }) => row))
    } catch (error) {
      return asStorageError(error)
    }
    for (const [i, batch] of batches.entries()) {
      const n = numbers[i] ?? 0
      this.#unsynced.push({ batch, n })
      batch.written(n)
    }
    this.#syncSoon()
    return undefined
  }

  /** One transaction for each board, so that only those that cannot be written wait. */
  async #appendEach(batches: readonly Batch[], first: StorageError): Promise<void> {
    const boards = Map.groupBy(batches, ({ row }) => row.board)
    for (const [board, own] of boards) {
      const error = boards.size === 1 ? first : await this.#append(own)
      if (error === undefined) continue
      this.#log.error({ board, problem: error.problem, err: error }, 'rows are kept and tried again')
      this.#stuck.set(board, own)
      for (const batch of own) batch.failed(error)
    }
    this.#queue = this.#queue.filter((batch) => {
      const stuck = this.#stuck.get(batch.row.board)
      stuck?.push(batch)
      return stuck === undefined
    })
    if (this.#stuck.size > 0) this.#retry ??= setTimeout(() => void this.#again(), this.#retryMs)
  }

  async #again(): Promise<void> {
    await this.#appending
    this.#retry = undefined
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS)
    for (const board of this.#stuck.keys()) if (await this.#isGone(board)) this.#forget(board)
    for (const batches of this.#stuck.values()) this.#queue.unshift(...batches)
    this.#stuck.clear()
    await this.commit()
    if (this.#stuck.size === 0) this.#retryMs = FIRST_RETRY_MS
    this.#settle()
  }

  #forget(board: string): void {
    this.#log.warn({ board, rows: this.#stuck.get(board)?.length }, 'rows of a board that does not exist any more are dropped')
    this.#stuck.delete(board)
  }

  async #isGone(board: string): Promise<boolean> {
    try {
      return (await this.#storage.board(board)) === undefined
    } catch {
      return false
    }
  }

  #syncSoon(): void {
    if (this.#syncing) return
    this.#syncing = true
    const wait = this.#syncedAt + SYNC_EVERY_MS - performance.now()
    if (wait <= 0) void this.#sync()
    else this.#syncTimer = setTimeout(() => void this.#sync(), wait)
  }

  async #sync(): Promise<void> {
    this.#syncedAt = performance.now()
    const written = this.#unsynced
    this.#unsynced = []
    try {
      await this.#storage.sync()
    } catch (error) {
      this.#syncFailed(written, asStorageError(error))
      return
    }
    this.#syncRetryMs = FIRST_RETRY_MS
    const last = new Map<string, number>()
    for (const { batch, n } of written) {
      batch.stored()
      last.set(batch.row.board, n)
    }
    for (const [board, n] of last) this.#bus.ring(board, n)
    this.#syncing = false
    if (this.#unsynced.length > 0) this.#syncSoon()
    else this.#settle()
  }

  #syncFailed(written: Written[], error: StorageError): void {
    this.#log.error({ problem: error.problem, err: error }, 'rows are not safe from a power cut yet, tried again')
    this.#unsynced = [...written, ...this.#unsynced]
    for (const { batch } of written) batch.failed(error)
    this.#syncTimer = setTimeout(() => void this.#sync(), this.#syncRetryMs)
    this.#syncRetryMs = Math.min(this.#syncRetryMs * 2, LAST_RETRY_MS)
  }

  #isSettled(): boolean {
    return this.#queue.length === 0 && this.#stuck.size === 0 && this.#unsynced.length === 0 && !this.#syncing && this.#appending === undefined
  }

  #settle(): void {
    if (!this.#isSettled()) return
    for (const done of this.#waiting.splice(0)) done()
  }

  /** Resolves when everything added so far is on disk; false when it was not within `mostMs`. */
  async settled(mostMs: number): Promise<boolean> {
    await this.commit()
    if (this.#isSettled()) return true
    let deadline: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => { deadline = setTimeout(() => resolve(false), mostMs) })
    const done = new Promise<boolean>((resolve) => this.#waiting.push(() => resolve(true)))
    return Promise.race([done, late]).finally(() => clearTimeout(deadline))
  }

  /** No further try: what is not on disk now is lost with the process. */
  stop(): void {
    clearTimeout(this.#retry)
    clearTimeout(this.#syncTimer)
  }
}
