// The tables of the SQLite file and how an older file is brought up to them, one numbered step at a time.
// Knows nothing of what the rows mean.
import type { DatabaseSync } from 'node:sqlite'
import { StorageError } from './storage.ts'

/** Step i brings `user_version` i to i + 1. A step that was released is never changed. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, deleted_at INTEGER
  ) STRICT, WITHOUT ROWID;

  -- Clustered by board, so that a batch writes one page for each board it touches.
  CREATE TABLE log (
    board TEXT NOT NULL REFERENCES boards (id), n INTEGER NOT NULL, at INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (board, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE clients (
    board TEXT NOT NULL REFERENCES boards (id), client INTEGER NOT NULL, owner TEXT NOT NULL,
    PRIMARY KEY (board, client)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE keys (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, board TEXT NOT NULL REFERENCES boards (id), "right" TEXT NOT NULL,
    name TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER, revoked_at INTEGER, frame_origins TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX keys_of_board ON keys (board);

  CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE tokens (hash TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES people (id)) STRICT, WITHOUT ROWID;
  CREATE TABLE device_codes (hash TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES people (id), expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE memberships (
    board TEXT NOT NULL REFERENCES boards (id), person TEXT NOT NULL REFERENCES people (id), "right" TEXT NOT NULL,
    entered_at INTEGER NOT NULL, key TEXT, PRIMARY KEY (board, person)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX memberships_of_person ON memberships (person);
  `,
  `
  -- "first": the server's own clock on the board when it began to write in this epoch.
  CREATE TABLE epochs (
    board TEXT NOT NULL REFERENCES boards (id), seq INTEGER NOT NULL, id TEXT NOT NULL, "first" INTEGER NOT NULL,
    PRIMARY KEY (board, seq), UNIQUE (board, id)
  ) STRICT, WITHOUT ROWID;
  `,
]

/** The schema that this version writes. */
export const SCHEMA = STEPS.length

export function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}

/** Brings the file to this version; each step with its number in one transaction. */
export function migrate(db: DatabaseSync): void {
  const found = versionOf(db)
  if (found > STEPS.length) throw new StorageError('failed', `The database was written by a newer version of Tacit (its schema is ${found}, this one knows ${STEPS.length}): start that version.`)
  for (let version = found; version < STEPS.length; version++) {
    db.exec(`BEGIN IMMEDIATE; ${STEPS[version] ?? ''}; PRAGMA user_version = ${version + 1}; COMMIT`)
  }
}
