// Keys, people, memberships and device codes in SQLite. Only hashes of keys, tokens and codes ever come here.
import type { SqliteFile } from './sqlite-file.ts'
import type { Membership, Storage, StoredKey, StoredPerson } from './storage.ts'
import type { Right } from '../../shared/protocol/rights.ts'

type Row = Readonly<Record<string, unknown>>
type Keys = Pick<Storage, 'addKey' | 'keyByHash' | 'keysOf' | 'revokeKey'>
type People = Pick<Storage, 'addPerson' | 'addToken' | 'personByToken' | 'person' | 'renamePerson' | 'addDeviceCode' | 'takeDeviceCode'>
type Members = Pick<Storage, 'membership' | 'membersOf' | 'putMembership' | 'removeMembership'>

export function keyOf(row: Row): StoredKey {
  const expiresAt = row['expires_at'] as number | null
  const revokedAt = row['revoked_at'] as number | null
  return {
    id: row['id'] as string, hash: row['hash'] as string, board: row['board'] as string, right: row['right'] as Right, name: row['name'] as string,
    createdAt: row['created_at'] as number, frameOrigins: JSON.parse(row['frame_origins'] as string) as string[],
    ...(expiresAt === null ? {} : { expiresAt }), ...(revokedAt === null ? {} : { revokedAt }),
  }
}

const personOf = (row: Row): StoredPerson => ({ id: row['id'] as string, name: row['name'] as string, createdAt: row['created_at'] as number })

function membershipOf(row: Row): Membership {
  const key = row['key'] as string | null
  return { board: row['board'] as string, person: row['person'] as string, right: row['right'] as Right, enteredAt: row['entered_at'] as number, ...(key === null ? {} : { key }) }
}

/** Writes one key inside the transaction that runs. */
export function keyWriter(file: Pick<SqliteFile, 'prepare'>): (key: StoredKey) => void {
  const insert = file.prepare('INSERT INTO keys (id, hash, board, "right", name, created_at, expires_at, revoked_at, frame_origins) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  return (key) => {
    insert.run(key.id, key.hash, key.board, key.right, key.name, key.createdAt, key.expiresAt ?? null, key.revokedAt ?? null, JSON.stringify(key.frameOrigins))
  }
}

export function keysIn(file: SqliteFile): Keys {
  const insert = keyWriter(file)
  const byHash = file.prepare('SELECT * FROM keys WHERE hash = ?')
  const ofBoard = file.prepare('SELECT * FROM keys WHERE board = ? ORDER BY created_at, id')
  const revoke = file.prepare('UPDATE keys SET revoked_at = coalesce(revoked_at, ?) WHERE board = ? AND id = ?')
  return {
    addKey: (key) => file.saved(() => insert(key)),
    keyByHash: (hash) => file.read(() => {
      const row = byHash.get(hash)
      return row === undefined ? undefined : keyOf(row)
    }),
    keysOf: (board) => file.read(() => ofBoard.all(board).map(keyOf)),
    revokeKey: (board, id, at) => file.saved(() => revoke.run(at, board, id).changes === 1),
  }
}

export function peopleIn(file: SqliteFile): People {
  const insert = file.prepare('INSERT INTO people (id, name, created_at) VALUES (?, ?, ?)')
  const token = file.prepare('INSERT INTO tokens (hash, person) VALUES (?, ?)')
  const byToken = file.prepare('SELECT p.* FROM tokens t JOIN people p ON p.id = t.person WHERE t.hash = ?')
  const byId = file.prepare('SELECT * FROM people WHERE id = ?')
  const rename = file.prepare('UPDATE people SET name = ? WHERE id = ?')
  const addCode = file.prepare('INSERT INTO device_codes (hash, person, expires_at) VALUES (?, ?, ?)')
  const takeCode = file.prepare('DELETE FROM device_codes WHERE hash = ? RETURNING person, expires_at')
  const dropCodes = file.prepare('DELETE FROM device_codes WHERE expires_at <= ?')
  const found = (row: Row | undefined): StoredPerson | undefined => (row === undefined ? undefined : personOf(row))
  return {
    addPerson: (person, tokenHash) => file.saved(() => {
      insert.run(person.id, person.name, person.createdAt)
      token.run(tokenHash, person.id)
    }),
    addToken: (person, tokenHash) => file.saved(() => { token.run(tokenHash, person) }),
    personByToken: (tokenHash) => file.read(() => found(byToken.get(tokenHash))),
    person: (id) => file.read(() => found(byId.get(id))),
    renamePerson: (id, name) => file.saved(() => { rename.run(name, id) }),
    addDeviceCode: (hash, person, expiresAt) => file.saved(() => { addCode.run(hash, person, expiresAt) }),
    takeDeviceCode: (hash, now) => file.saved(() => {
      const row = takeCode.get(hash)
      dropCodes.run(now)
      return row !== undefined && (row['expires_at'] as number) > now ? (row['person'] as string) : undefined
    }),
  }
}

export function membersIn(file: SqliteFile): Members {
  const one = file.prepare('SELECT * FROM memberships WHERE board = ? AND person = ?')
  const all = file.prepare('SELECT * FROM memberships WHERE board = ? ORDER BY entered_at, person')
  const put = file.prepare('INSERT OR REPLACE INTO memberships (board, person, "right", entered_at, key) VALUES (?, ?, ?, ?, ?)')
  const remove = file.prepare('DELETE FROM memberships WHERE board = ? AND person = ?')
  return {
    membership: (board, person) => file.read(() => {
      const row = one.get(board, person)
      return row === undefined ? undefined : membershipOf(row)
    }),
    membersOf: (board) => file.read(() => all.all(board).map(membershipOf)),
    putMembership: (m) => file.saved(() => { put.run(m.board, m.person, m.right, m.enteredAt, m.key ?? null) }),
    removeMembership: (board, person) => file.saved(() => { remove.run(board, person) }),
  }
}
