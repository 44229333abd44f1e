// A copy of everything that lasts, made while the server runs, and put back while none does.
//
//   backUp   one read snapshot ──► DIR/tacit.sqlite.part ──fsync──► DIR/tacit.sqlite
//   putBack  DIR/tacit.sqlite ──copy, check, mark──► tacit.sqlite.restoring ──swap──► tacit.sqlite (the old one is kept)
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openSqlite } from './sqlite.ts'
import { openBeside } from './sqlite-beside.ts'
import { storageError } from './sqlite-errors.ts'
import { lock } from './sqlite-file.ts'
import { SCHEMA, versionOf } from './sqlite-schema.ts'
import { freshFor, isSwapping, removeBeside, removeFresh, settleSwap, swapIn, synced } from './sqlite-swap.ts'
import { StorageError } from './storage.ts'

const NAME = 'tacit.sqlite'

/** Copies the database at `path` into the folder, which must have no backup yet. Resolves with its path and bytes. */
export function backUp(path: string, folder: string): { readonly path: string; readonly bytes: number } {
  const target = join(folder, NAME)
  const part = `${target}.part`
  if (existsSync(target)) throw new StorageError('failed', `${target} is there already: name another folder, nothing is written over.`)
  const db = openBeside(path)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    rmSync(part, { force: true })
    // One snapshot, however much the server writes meanwhile.
    db.prepare('VACUUM INTO ?').run(part)
    synced(part)
    renameSync(part, target)
    synced(folder)
  } catch (error) {
    rmSync(part, { force: true })
    throw storageError(error, target)
  } finally {
    db.close()
  }
  return { path: target, bytes: statSync(target).size }
}

function mustBeBackup(path: string): void {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(path)
    const found = versionOf(db)
    if (found < 1) throw new StorageError('corrupted', `${path} is no database of Tacit.`)
    if (found > SCHEMA) throw new StorageError('failed', `${path} was written by a newer version of Tacit: restore it with that version.`)
    if (db.prepare('PRAGMA quick_check').get()?.['quick_check'] !== 'ok') throw new StorageError('corrupted', `${path} is damaged: restore another backup.`)
  } catch (error) {
    throw storageError(error, path)
  } finally {
    db?.close()
  }
}

/** The copy is brought up to date and marked before it takes the place of the data, so that no server sees it half done. */
async function prepared(from: string, path: string): Promise<void> {
  copyFileSync(from, path)
  // A folder that somebody copied by hand may have its last rows there.
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${path}-wal`)
  mustBeBackup(path)
  const storage = openSqlite(path)
  try {
    await storage.markRestored()
  } finally {
    await storage.close()
  }
  removeBeside(path)
  synced(path)
}

/** What is in use is told before anything is copied. */
function locked(path: string): DatabaseSync {
  try {
    return lock(path)
  } catch (error) {
    throw storageError(error, path)
  }
}

/**
 * Puts the backup in the folder `from` in the place of the database at `path`; refuses while a server uses that. What
 * was there is renamed with `suffix` and never removed; resolves with its new path.
 */
export async function putBack(from: string, path: string, suffix: string): Promise<{ readonly kept: string | undefined }> {
  const source = join(from, NAME)
  if (!existsSync(source)) throw new StorageError('failed', `There is no ${source}: name a folder that \`npx tacit backup\` has filled.`)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const held = locked(path)
  try {
    settleSwap(path)
    await prepared(source, freshFor(path))
    const kept = existsSync(path) ? `${path}.${suffix}` : undefined
    swapIn(path, suffix)
    return { kept }
  } catch (error) {
    if (isSwapping(path)) throw new StorageError('failed', `${path} could not be replaced yet (${(error as Error).message}): starting the server, or another restore, finishes that.`, error)
    try {
      removeFresh(path)
    } catch {
      // The next opening removes it.
    }
    throw storageError(error, path)
  } finally {
    held.close()
  }
}
