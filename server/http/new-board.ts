// A board before it is anybody's: empty, from a file, from a template. All or nothing: what is no board file becomes no
// board. Knows no request and no storage.
import { boardBytes } from '../../shared/board/bytes.ts'
import { newBoard, SERVER_CLIENT_ID, type Board } from '../../shared/board/document.ts'
import { checkFile } from '../../shared/board/file-check.ts'
import { movedTo } from '../../shared/board/file-days.ts'
import { importFile } from '../../shared/board/file-read.ts'
import { templateOf } from '../../shared/board/file-template.ts'
import { readTitle } from '../../shared/board/read.ts'
import { renameBoard } from '../../shared/board/write-board.ts'
import { putSettings } from '../../shared/board/write-records.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import { Failure } from './request/failure.ts'
import { templateIn, type Templated } from './templates.ts'

export interface MadeBoard {
  readonly title: string
  readonly bytes: Uint8Array
  /** What was left out of a file, as sentences. */
  readonly warnings: readonly string[]
}

function made(fill: (board: Board) => void, warnings: readonly string[] = []): MadeBoard {
  const board = newBoard(SERVER_CLIENT_ID)
  board.doc.transact(() => fill(board))
  const bytes = boardBytes(board)
  board.doc.destroy()
  return { title: readTitle(board), bytes, warnings }
}

export function emptyBoard(title: string): MadeBoard {
  return made((board) => {
    renameBoard(board, title)
    putSettings(board, {})
  })
}

/** `json` is what somebody sent as a board file. The place of a fault is told from the request's body on. */
export function boardOfFile(json: unknown, limits: Limits): MadeBoard {
  const checked = checkFile(json, limits)
  if (!checked.ok) throw new Failure(400, 'bad_file', checked.message, { path: checked.path === '' ? 'file' : `file.${checked.path}` })
  const board = made((fresh) => importFile(fresh, checked.file), checked.warnings)
  if (board.bytes.byteLength > limits.boardBytes) throw new Failure(413, 'too_large', `A board has at most ${limits.boardBytes} bytes.`, { path: 'file' })
  return board
}

export interface TemplateWish { readonly template: string; readonly people?: boolean | undefined; readonly language?: string | undefined }

/** `people: false` leaves out everybody and what they said. Where nobody has said anything, days are counted from now. */
export function boardOfTemplate(templates: ReadonlyMap<string, Templated>, { template: id, people = true, language }: TemplateWish, now: Date): MadeBoard {
  const template = templates.get(id)
  if (template === undefined) throw new Failure(400, 'no_such_template', 'There is no such template.', { path: 'template' })
  const { file } = templateIn(template, language)
  return made((board) => importFile(board, file.people.length === 0 ? movedTo(file, now) : people ? file : templateOf(file)))
}
