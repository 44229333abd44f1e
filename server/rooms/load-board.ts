// A board from its rows, and rows of another node into it. Rows are trusted: they passed the gate when they were
// written. The document is always written under the server's one clientID, and only after it was loaded.
import * as Y from 'yjs'
import { newBoard, SERVER_CLIENT_ID, type Board } from '../../shared/board/document.ts'
import { StorageError, type LogRow } from '../storage/storage.ts'

/** Origin of everything that comes from storage. */
export const FROM_STORAGE = Symbol('from storage')

/** While rows are applied: Yjs gives up a clientID that it meets from outside, and some rows are the server's own. */
const NOBODY = 0

function applyRow(board: Board, id: string, { n, update }: LogRow): void {
  try {
    Y.applyUpdate(board.doc, update, FROM_STORAGE)
  } catch (error) {
    throw new StorageError('corrupted', `Row ${n} of board ${id} cannot be read: restore a backup.`, error)
  }
}

/** Throws a StorageError that names the row which cannot be read. */
export function applyRows(board: Board, id: string, rows: readonly LogRow[]): void {
  board.doc.clientID = NOBODY
  try {
    board.doc.transact(() => {
      for (const row of rows) applyRow(board, id, row)
    }, FROM_STORAGE)
  } finally {
    board.doc.clientID = SERVER_CLIENT_ID
  }
}

export function boardFromRows(id: string, rows: readonly LogRow[]): Board {
  const board = newBoard(SERVER_CLIENT_ID)
  applyRows(board, id, rows)
  return board
}
