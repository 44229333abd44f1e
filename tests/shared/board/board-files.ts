// The board files that tests read: the three templates and the one with rich bodies, and what they need to be compared.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newBoard, SERVER_CLIENT_ID, type Board } from '../../../shared/board/document.ts'
import type { BoardFile } from '../../../shared/board/board-file.ts'
import { checkFile } from '../../../shared/board/file-check.ts'
import { importFile } from '../../../shared/board/file-read.ts'

const root = join(import.meta.dirname, '../../..')
export const TEMPLATES = ['gtm-marketing-sdr-ae-cs', 'launch-product-sre-sales', 'platform-migration-acquisition'].map((name) => `server/templates/${name}.json`)
export const RICH = 'tests/data/boards/rich-bodies.json'

export function jsonOf(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>
}

/** The file as the check gives it; throws with what it says when it is none. */
export function checked(json: unknown): BoardFile {
  const result = checkFile(json)
  if (!result.ok) throw new Error(`${result.path}: ${result.message}`)
  return result.file
}

export function imported(file: BoardFile): Board {
  const board = newBoard(SERVER_CLIENT_ID)
  board.doc.transact(() => importFile(board, file))
  return board
}

/** A file without the moment at which it was written. */
export function timeless(file: BoardFile): Record<string, unknown> {
  const { exportedAt: _when, ...rest } = file
  return rest
}
