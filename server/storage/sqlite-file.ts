// One open SQLite file: its settings, its lock, its transactions and its fsync. Knows no table.
//
//   write ──► WAL in the page cache (no fsync, about 20 µs)      a killed process keeps it
//   sync  ──► fdatasync of the WAL in a thread of libuv          a power cut keeps it
//   checkpoint ──► WAL copied into the file, in a worker thread
import { closeSync, fdatasync, fstatSync, openSync, writeSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Checkpoint } from './checkpoint.ts'
import { storageError } from './sqlite-errors.ts'
import { migrate } from './sqlite-schema.ts'
import { settleSwap } from './sqlite-swap.ts'
import { StorageError } from './storage.ts'

/** Bytes written to the WAL between two checkpoints: 16 MiB is some seconds of a very busy server. */
const CHECKPOINT_BYTES = 16 * 1_048_576
const PAGE_BYTES = 4_096
/** Room that is made at the end of the WAL at once: an fsync of a file that grows costs the file system's journal too. */
const ROOM = Buffer.alloc(1_048_576)
const LEAST_ROOM_BYTES = 131_072
/** A server that writes less needs no room. */
const BUSY_BYTES = 1_048_576
const BUSY_MS = 5_000

function open(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true })
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode']
  if (mode !== 'wal') throw new StorageError('failed', `${path} lies on a file system without write-ahead logging: choose a local disk.`)
  // What was deleted is written over with zeros: a freed page would keep a purged board's words for months.
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON')
  return db
}

/** Held for the life of the process, and given back by the system when it is killed. Close it to give it back before. */
export function lock(path: string): DatabaseSync {
  const held = new DatabaseSync(`${path}.lock`, { timeout: 0 })
  try {
    held.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    held.close()
    throw new StorageError('locked', `${path} is in use by another Tacit server: stop that one, or choose another data folder.`, error)
  }
  return held
}

export class SqliteFile {
  readonly path: string
  readonly #db: DatabaseSync
  readonly #lock: DatabaseSync
  readonly #checkpoint: Checkpoint
  #wal: number | undefined
  /** After a failed fsync the kernel may have forgotten the pages: the next one goes by a checkpoint. */
  #doubtful = false

  constructor(path: string, checkpointBytes = CHECKPOINT_BYTES) {
    this.path = path
    try {
      this.#lock = lock(path)
    } catch (error) {
      throw storageError(error, path)
    }
    try {
      settleSwap(path)
      this.#db = open(path)
      migrate(this.#db)
    } catch (error) {
      this.#lock.close()
      throw storageError(error, path)
    }
    this.#checkpoint = new Checkpoint(path, checkpointBytes)
  }

  prepare(sql: string): StatementSync {
    return this.#db.prepare(sql)
  }

  async read<T>(query: () => T): Promise<T> {
    try {
      return query()
    } catch (error) {
      throw storageError(error, this.path)
    }
  }

  /** One statement that writes, in a transaction of its own. `bytes`: about what it adds. */
  async write<T>(statement: () => T, bytes = 0): Promise<T> {
    for (let shut = this.#checkpoint.gate(); shut !== undefined; shut = this.#checkpoint.gate()) await shut
    try {
      const result = statement()
      this.#checkpoint.grew(bytes + 2 * PAGE_BYTES)
      return result
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw storageError(error, this.path)
    }
  }

  /** Several statements in one transaction: all or nothing. */
  transaction<T>(statements: () => T, bytes = 0): Promise<T> {
    return this.write(() => {
      this.#db.exec('BEGIN IMMEDIATE')
      const result = statements()
      this.#db.exec('COMMIT')
      return result
    }, bytes)
  }

  /** The same, and on disk when it resolves: for the rare writes that a person waits for. */
  async saved<T>(statements: () => T, bytes = 0): Promise<T> {
    const result = await this.transaction(statements, bytes)
    await this.sync()
    return result
  }

  async sync(): Promise<void> {
    try {
      if (this.#doubtful) await this.#checkpoint.run()
      else await this.#syncWal()
      this.#doubtful = false
    } catch (error) {
      this.#doubtful = true
      throw storageError(error, this.path)
    }
  }

  #syncWal(): Promise<void> {
    this.#wal ??= openSync(`${this.path}-wal`, 'r+')
    const wal = this.#wal
    this.#makeRoom(wal)
    return new Promise((resolve, reject) => {
      fdatasync(wal, (error) => (error === null ? resolve() : reject(error)))
    })
  }

  /** Zeros behind the end, where SQLite has never written: it takes them for the end of the log. */
  #makeRoom(wal: number): void {
    const used = this.#checkpoint.bytes
    if (used < BUSY_BYTES) return
    try {
      const { size } = fstatSync(wal)
      if (size - used < LEAST_ROOM_BYTES) writeSync(wal, ROOM, 0, ROOM.byteLength, size)
    } catch {
      // A full disk has no room to spare; what is written can be made safe all the same.
    }
  }

  async close(): Promise<void> {
    await this.#checkpoint.settled()
    try {
      if (this.#wal !== undefined) closeSync(this.#wal)
      // The last connection copies the write-ahead log into the file and removes it.
      this.#db.close()
    } catch (error) {
      throw storageError(error, this.path)
    } finally {
      this.#lock.close()
    }
  }
}
