// A whole board as the bytes that storage keeps as its first row. The server makes new boards of these.
import * as Y from 'yjs'
import type { Board } from './document.ts'

export function boardBytes(board: Board): Uint8Array {
  return Y.encodeStateAsUpdate(board.doc)
}
