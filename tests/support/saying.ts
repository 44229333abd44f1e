// Saying something in one's own name on the board of said-board.ts over HTTP, and looking up what came of it: in the
// answer, in the room's facts, in the report.
import type { BoardState } from '../../shared/board/records.ts'
import type { Table } from '../../shared/board/table.ts'
import type { CreatedBoard, Posted } from '../../shared/protocol/http.ts'
import { ask, bearer, makeBoard, type Answer, type BrowserPerson } from './browser-person.ts'
import { fillSaidBoard, SAMPLES, type Sample } from './said-board.ts'
import type { TestServer } from './test-server.ts'

export type Body = Posted<Record<string, unknown> & { readonly id: string }>

export const ROOTS = [...new Set(SAMPLES.map(({ root }) => root))]

export async function boardOf(server: TestServer): Promise<CreatedBoard> {
  const board = await makeBoard(server.url)
  await (await server.rooms.open(board.id)).edit('cards', fillSaidBoard)
  return board
}

export function say(person: BrowserPerson, board: CreatedBoard, root: string, body: object): Promise<Answer> {
  return person.ask('POST', `/api/boards/${board.id}/${root}`, body)
}

/** Status, code and place of a refusal. */
export function errorOf({ status, body }: Answer): unknown {
  const { code, path } = (body as { error: { code: string; path?: string } }).error
  return [status, code, path]
}

export function tableOf(state: BoardState, root: Sample['root']): Table<unknown> {
  return root === 'asks' || root === 'attestations' ? state[root] : state.records[root]
}

/** How much was said since the board was made. */
export async function saidOn(server: TestServer, board: CreatedBoard): Promise<number> {
  const { state } = await server.rooms.open(board.id)
  return ROOTS.reduce((sum, root) => sum + [...tableOf(state, root).keys()].filter((id) => id !== 'belief').length, [...state.seen.values()].flat().length)
}

export async function reportOn(server: TestServer, board: CreatedBoard): Promise<unknown> {
  return (await ask(`${server.url}/api/boards/${board.id}/report`, 'GET', { headers: bearer(board.keys.view) })).body
}
