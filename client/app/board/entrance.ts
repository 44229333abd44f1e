// Coming to a board: hands over the key of a link once, finds out what this person may do, and whether the board has to
// ask for a name first. Says in one word what follows; draws nothing.
//
//   key in the link ──POST enter──┐
//                                 ├──GET board──► who (a name is needed) ──POST enter {name, team}──► in
//   no key ───────────────────────┘        └────► in          404, removed ──► gone        no answer ──► away
import type { BoardInfo } from '../../../shared/protocol/http.ts'
import { allows } from '../../../shared/protocol/rights.ts'
import { ApiError, boardInfo, enterBoard } from '../../session/api.ts'

export type Arrival =
  | { readonly kind: 'in'; readonly info: BoardInfo }
  /** May do more than look, and the board does not know them yet. */
  | { readonly kind: 'who'; readonly info: BoardInfo }
  /** `asks`: an owner may let them in who has this link. */
  | { readonly kind: 'gone'; readonly sentence: string; readonly asks?: boolean }
  /** The server did not answer (`unreachable`), or could not: worth trying again. */
  | { readonly kind: 'away'; readonly sentence: string; readonly unreachable: boolean }

/** Codes of refusals that trying again does not change. */
const FINAL = new Set([403, 404, 410])

function failed(error: unknown): Arrival {
  if (!(error instanceof ApiError)) throw error
  // An unknown board and a wrong key are told alike; our own words are kinder than the server's one sentence.
  if (error.status === 404) return { kind: 'gone', sentence: '' }
  if (FINAL.has(error.status)) return { kind: 'gone', sentence: error.message, ...(error.code === 'needs_consent' ? { asks: true } : {}) }
  // A proxy with nobody behind it answers with a status of its own.
  return { kind: 'away', sentence: error.message, unreachable: error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504 }
}

export function arrivalOf(info: BoardInfo): Arrival {
  return { kind: allows(info.right, 'contribute') && info.person === null ? 'who' : 'in', info }
}

/** `key` is undefined for those who were here before. */
export async function arrive(board: string, key: string | undefined): Promise<Arrival> {
  try {
    if (key !== undefined) await enterBoard(board, { key })
    return arrivalOf(await boardInfo(board))
  } catch (error) {
    if (key === undefined && error instanceof ApiError && error.status === 404) return invited(board)
    return failed(error)
  }
}

/** Somebody whom an owner let in has no link: coming is enough. */
async function invited(board: string): Promise<Arrival> {
  try {
    await enterBoard(board, {})
    return arrivalOf(await boardInfo(board))
  } catch (error) {
    return failed(error)
  }
}

/** Says who is coming; throws an ApiError when the server did not take it. */
export async function nameOneself(board: string, name: string, team: string): Promise<BoardInfo> {
  await enterBoard(board, { name, team })
  return boardInfo(board)
}
