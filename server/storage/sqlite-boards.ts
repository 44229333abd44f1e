// Boards and their logs in SQLite: the part of the storage port that live boards lean on.
import { randomUUID } from 'node:crypto'
import type { SqliteFile } from './sqlite-file.ts'
import { keyWriter } from './sqlite-access.ts'
import { StorageError, type Epoch, type LogRow, type RowToAppend, type Storage, type StoredBoard } from './storage.ts'
import type { Right } from '../../shared/protocol/rights.ts'

type Row = Readonly<Record<string, unknown>>
type Boards = Pick<Storage, 'createBoard' | 'board' | 'boardsOfPerson' | 'renameBoard' | 'markBoardDeleted' | 'purgeBoards'>
type Log = Pick<Storage, 'rows' | 'append' | 'compact' | 'bindClient' | 'clientsOf' | 'epochs' | 'markRestored'>

const BOARD = `SELECT b.id, b.title, b.created_at, b.deleted_at,
  max(b.updated_at, coalesce((SELECT l.at FROM log l WHERE l.board = b.id ORDER BY l.n DESC LIMIT 1), 0)) AS updated_at`

function boardOf(row: Row): StoredBoard {
  const deletedAt = row['deleted_at'] as number | null
  return {
    id: row['id'] as string, title: row['title'] as string, createdAt: row['created_at'] as number, updatedAt: row['updated_at'] as number,
    ...(deletedAt === null ? {} : { deletedAt }),
  }
}

/**
 * The one row that a writing statement returns. `get` would stop at the row, before the statement commits, and what
 * goes wrong after that (the disk is full) is told to nobody.
 */
function only(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined) throw new Error('a statement that writes returned nothing')
  return row
}

export function boardsIn(file: SqliteFile): Boards {
  const insertBoard = file.prepare('INSERT INTO boards (id, title, created_at, updated_at, deleted_at) VALUES (?, ?, ?, ?, ?)')
  const insertRow = file.prepare('INSERT INTO log (board, n, at, bytes) VALUES (?, 1, ?, ?)')
  const insertKey = keyWriter(file)
  const one = file.prepare(`${BOARD} FROM boards b WHERE b.id = ?`)
  const ofPerson = file.prepare(`${BOARD}, m."right" AS "right" FROM memberships m JOIN boards b ON b.id = m.board
    WHERE m.person = ? AND b.deleted_at IS NULL ORDER BY updated_at DESC, b.id`)
  const rename = file.prepare('UPDATE boards SET title = ?, updated_at = ? WHERE id = ?')
  const mark = file.prepare('UPDATE boards SET deleted_at = ? WHERE id = ?')
  const ended = file.prepare('SELECT id FROM boards WHERE deleted_at < ? ORDER BY id')
  const purge = [...['log', 'clients', 'epochs', 'keys', 'memberships'].map((table) => `DELETE FROM ${table} WHERE board = ?`), 'DELETE FROM boards WHERE id = ?'].map((sql) => file.prepare(sql))

  return {
    createBoard: (board, firstRow, keys) => file.saved(() => {
      insertBoard.run(board.id, board.title, board.createdAt, board.updatedAt, board.deletedAt ?? null)
      insertRow.run(board.id, board.createdAt, firstRow)
      for (const key of keys) insertKey(key)
    }, firstRow.byteLength),
    board: (id) => file.read(() => {
      const row = one.get(id)
      return row === undefined ? undefined : boardOf(row)
    }),
    boardsOfPerson: (person) => file.read(() => ofPerson.all(person).map((row) => ({ ...boardOf(row), right: row['right'] as Right }))),
    renameBoard: (id, title, at) => file.saved(() => { rename.run(title, at, id) }),
    markBoardDeleted: (id, at) => file.saved(() => { mark.run(at, id) }),
    purgeBoards: (before) => file.saved(() => {
      const ids = ended.all(before).map((row) => row['id'] as string)
      for (const id of ids) for (const statement of purge) statement.run(id)
      return ids
    }),
  }
}

export function logIn(file: SqliteFile, now: () => number): Log {
  const all = file.prepare('SELECT n, bytes FROM log WHERE board = ? AND n > ? ORDER BY n')
  const insert = file.prepare('INSERT INTO log (board, n, at, bytes) SELECT ?1, coalesce(max(n), 0) + 1, ?2, ?3 FROM log WHERE board = ?1 RETURNING n')
  const drop = file.prepare('DELETE FROM log WHERE board = ? AND n < ?')
  const replace = file.prepare('UPDATE log SET bytes = ? WHERE board = ? AND n = ?')
  const bind = file.prepare('INSERT INTO clients (board, client, owner) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET owner = owner RETURNING owner')
  const clients = file.prepare('SELECT client, owner FROM clients WHERE board = ?')

  const epochs = file.prepare('SELECT id, "first" FROM epochs WHERE board = ? ORDER BY seq')
  const begin = file.prepare('INSERT INTO epochs (board, seq, id, "first") SELECT ?1, coalesce(max(seq), 0) + 1, ?2, ?3 FROM epochs WHERE board = ?1 ON CONFLICT DO NOTHING')
  const everyBoard = file.prepare('SELECT id FROM boards')

  function appendOne({ board, update, clients: bindings, epoch }: RowToAppend): number {
    if (epoch !== undefined) begin.run(board, epoch.id, epoch.from)
    for (const { clientId, owner } of bindings ?? []) bind.get(board, clientId, owner)
    return only(insert.all(board, now(), update))['n'] as number
  }

  return {
    rows: (board, after = 0) => file.read(() => all.all(board, after).map((row): LogRow => ({ n: row['n'] as number, update: row['bytes'] as Uint8Array }))),
    append: (rows) => {
      const bytes = rows.reduce((sum, { update }) => sum + update.byteLength, 0)
      const [lone] = rows
      // A lone row commits by itself: a third of the cost of a transaction around it.
      if (rows.length === 1 && lone !== undefined && lone.clients === undefined && lone.epoch === undefined) return file.write(() => [appendOne(lone)], bytes)
      return file.transaction(() => rows.map(appendOne), bytes)
    },
    compact: (board, n, merged) => file.transaction(() => {
      if (replace.run(merged, board, n).changes !== 1) throw new StorageError('failed', `Board ${board} has no row ${n} to compact.`)
      drop.run(board, n)
    }, merged.byteLength),
    bindClient: (board, clientId, owner) => file.write(() => only(bind.all(board, clientId, owner))['owner'] as string),
    epochs: (board) => file.read(() => epochs.all(board).map((row): Epoch => ({ id: row['id'] as string, from: row['first'] as number }))),
    markRestored: () => file.saved(() => {
      const mark = randomUUID()
      for (const { id } of everyBoard.all() as { id: string }[]) begin.run(id, mark, 0)
    }),
    clientsOf: (board) => file.read(() => new Map(clients.all(board).map((row) => [row['client'] as number, row['owner'] as string]))),
  }
}
