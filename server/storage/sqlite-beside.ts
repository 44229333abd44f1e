// The SQLite file beside a server that may be running: what an operator asks of it from the command line. Takes no lock,
// because SQLite lets a second process read and write one row; brings no file up to date, because that is the server's.
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { keyOf, keyWriter } from './sqlite-access.ts'
import { storageError } from './sqlite-errors.ts'
import { SCHEMA, versionOf } from './sqlite-schema.ts'
import { isSwapping } from './sqlite-swap.ts'
import { StorageError, type StoredKey } from './storage.ts'

const BUSY_MS = 10_000

export interface NamedBoard { readonly id: string; readonly title: string; readonly deleted: boolean }

export interface Beside {
  boards(): readonly NamedBoard[]
  keysOf(board: string): readonly StoredKey[]
  addKey(key: StoredKey): void
  close(): void
}

/** An open database; nobody else makes one of what is not there. */
export function openBeside(path: string): DatabaseSync {
  if (isSwapping(path)) throw new StorageError('failed', `${path} is being replaced by a backup: if no restore runs, start the server once, which finishes that.`)
  if (!existsSync(path)) throw new StorageError('failed', `There is no ${path}: set TACIT_DATA to the folder of the server's data.`)
  const db = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true })
  try {
    const found = versionOf(db)
    if (found !== SCHEMA) throw new StorageError('failed', `${path} has the schema ${found}, and this version of Tacit knows ${SCHEMA}: start the server of this version once, or use the other version.`)
    db.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0')
    return db
  } catch (error) {
    db.close()
    throw storageError(error, path)
  }
}

export function sqliteBeside(path: string): Beside {
  const db = openBeside(path)
  const asked = <T>(query: () => T): T => {
    try {
      return query()
    } catch (error) {
      throw storageError(error, path)
    }
  }
  return {
    boards: () => asked(() => db.prepare('SELECT id, title, deleted_at FROM boards ORDER BY title, id').all()
      .map((row) => ({ id: row['id'] as string, title: row['title'] as string, deleted: row['deleted_at'] !== null }))),
    keysOf: (board) => asked(() => db.prepare('SELECT * FROM keys WHERE board = ? ORDER BY created_at, id').all(board).map(keyOf)),
    addKey: (key) => asked(() => { keyWriter(db)(key) }),
    close: () => db.close(),
  }
}
