// What SQLite and the file system complain of, as one sentence that an operator can act on.
import { StorageError, type StorageProblem } from './storage.ts'

// Primary result codes of SQLite.
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

interface Complaint { readonly errcode?: number; readonly code?: string; readonly message?: string }

function problemOf({ errcode = 0, code = '' }: Complaint): StorageProblem {
  const primary = errcode & 0xff
  if (primary === FULL || code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (primary === READONLY || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read-only'
  if (primary === CORRUPT || primary === NOTADB) return 'corrupted'
  return primary === BUSY ? 'locked' : 'failed'
}

function failure(file: string, { errcode = 0, message = '' }: Complaint): string {
  const primary = errcode & 0xff
  if (primary === CANTOPEN) return `${file} cannot be opened: check that its folder exists and may be written.`
  return primary === IOERR ? `Reading or writing ${file} failed: ${message}.` : `The database ${file} failed: ${message}.`
}

const SENTENCES: Readonly<Record<StorageProblem, (file: string, complaint: Complaint) => string>> = {
  full: (file) => `The disk is full: ${file} cannot grow; make room, nothing that was saved is lost.`,
  'read-only': (file) => `${file} cannot be written: give this process the right to write to it.`,
  corrupted: (file) => `${file} is damaged or no Tacit database: move it away and restore a backup.`,
  locked: (file) => `${file} is in use by another process.`,
  failed: failure,
}

/** Any failure as a StorageError; one that already is stays itself. */
export function storageError(error: unknown, file: string): StorageError {
  if (error instanceof StorageError) return error
  const complaint: Complaint = typeof error === 'object' && error !== null ? error : { message: String(error) }
  const problem = problemOf(complaint)
  return new StorageError(problem, SENTENCES[problem](file, complaint), error)
}
