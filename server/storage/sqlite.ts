// Storage in one SQLite file of one machine. Only where a process starts, and in tests, is this adapter named.
// Everything runs on the event loop but what waits for the disk: fsync and checkpoints (see sqlite-file.ts).
import { randomUUID } from 'node:crypto'
import { membersIn, keysIn, peopleIn } from './sqlite-access.ts'
import { boardsIn, logIn } from './sqlite-boards.ts'
import { SqliteFile } from './sqlite-file.ts'
import type { Storage } from './storage.ts'

export interface SqliteOptions {
  readonly now?: () => number
  /** Bytes of write-ahead log between two checkpoints. */
  readonly checkpointBytes?: number
}

/** Opens or creates the file; throws a StorageError whose sentence says what to do. Its folder must exist. */
export function openSqlite(path: string, options: SqliteOptions = {}): Storage {
  const file = new SqliteFile(path, options.checkpointBytes)
  const answers = file.prepare('SELECT count(*) FROM boards WHERE id = ?')
  return {
    opening: randomUUID(),
    ping: () => file.read(() => { answers.get('') }),
    close: () => file.close(),
    sync: () => file.sync(),
    ...boardsIn(file),
    ...logIn(file, options.now ?? Date.now),
    ...keysIn(file),
    ...peopleIn(file),
    ...membersIn(file),
  }
}
