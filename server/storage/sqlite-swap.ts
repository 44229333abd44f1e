// One prepared database takes the place of another so that a process killed at any step leaves, after the next opening,
// wholly the old one or wholly the new one. Knows neither tables nor backups. All of it happens with the lock held.
//
//   FILE.restoring made ──► FILE.restore written ──► FILE, -wal, -shm kept ──► FILE.restoring is FILE ──► FILE.restore gone
//   └── until here it is undone by the next opening ──┘└── from here on it is finished by the next opening ────────────┘
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { StorageError } from './storage.ts'

/** What SQLite keeps beside a database. */
const BESIDE = ['-wal', '-shm'] as const
/** A name to keep the old one under, as `putBack` is given it: never a path. */
const SUFFIX = /^[\w.:-]+$/

/** Where the new one is made, with everything that SQLite and Tacit put beside it. */
export const freshFor = (path: string): string => `${path}.restoring`
const markerFor = (path: string): string => `${path}.restore`

export function synced(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

export function removeBeside(path: string): void {
  for (const ending of [...BESIDE, '.lock', '.lock-journal']) rmSync(`${path}${ending}`, { force: true })
}

export function removeFresh(path: string): void {
  const fresh = freshFor(path)
  rmSync(fresh, { force: true })
  removeBeside(fresh)
}

/** The new one is whole and takes the place of the old one, by whomever it is finished. */
export function isSwapping(path: string): boolean {
  return existsSync(markerFor(path))
}

/** Each step may have been done already. The new one's own renaming is the last: without it nothing is left to move. */
function finish(path: string, suffix: string): void {
  const fresh = freshFor(path)
  if (existsSync(fresh)) {
    for (const ending of ['', ...BESIDE]) if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${path}.${suffix}${ending}`)
    renameSync(fresh, path)
    synced(dirname(path))
  }
  // One that a power cut brings back finds nothing to do.
  rmSync(markerFor(path), { force: true })
}

/** Puts what was made at `freshFor(path)` in the place of `path`; what was there is kept with `suffix`. */
export function swapIn(path: string, suffix: string): void {
  if (!SUFFIX.test(suffix)) throw new StorageError('failed', `"${suffix}" cannot end the name of a file.`)
  const part = `${markerFor(path)}.part`
  try {
    writeFileSync(part, suffix, { mode: 0o600 })
    synced(part)
    renameSync(part, markerFor(path))
    synced(dirname(path))
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  finish(path, suffix)
}

/** Finishes or undoes what a killed process left of a swap; nothing when there was none. */
export function settleSwap(path: string): void {
  if (isSwapping(path)) {
    const suffix = readFileSync(markerFor(path), 'utf8')
    if (!SUFFIX.test(suffix)) throw new StorageError('corrupted', `${markerFor(path)} is damaged: ${freshFor(path)} is the restored database and ${path} the one before, rename the one that you want to ${path} and remove the others.`)
    finish(path, suffix)
  }
  removeFresh(path)
  rmSync(`${markerFor(path)}.part`, { force: true })
}
