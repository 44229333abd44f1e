// A board from its rows, and rows of another node into it. Rows are trusted: they passed the gate when they were
// written. The document is always written under the server's one clientID, and only after it was loaded.
import * as Y from 'yjs'
import { newBoard, SERVER_CLIENT_ID, type Board } from '../../shared/board/document.ts'
import { StorageError, type LogRow } from '../storage/storage.ts'

/** Origin of everything that comes from storage. */
export const FROM_STORAGE = Symbol('from storage')

/** Throws a StorageError that names the row which cannot be read. */
export function applyRows(board: Board, id: string, rows: readonly LogRow[]): void {
  board.doc.transact(() => {
    for (const { n, update } of rows) {
      try {
        Y.applyUpdate(board.doc, update, FROM_STORAGE)
      } catch (error) {
        throw new StorageError('corrupted', `Row ${n} of board ${id} cannot be read: restore a backup.`, error)
      }
    }
  }, FROM_STORAGE)
  // Yjs picks a new clientID when it meets its own from outside; the rows are the server's own.
  board.doc.clientID = SERVER_CLIENT_ID
}

export function boardFromRows(id: string, rows: readonly LogRow[]): Board {
  const board = newBoard(SERVER_CLIENT_ID)
  applyRows(board, id, rows)
  return board
}
