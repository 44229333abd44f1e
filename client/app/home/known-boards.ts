// The boards that this browser has opened, newest first, so that someone who holds only a view link finds the board
// again. Titles and rights are what was last seen; the server's own list wins where both know a board. Holds no key.
import type { MyBoard } from '../../../shared/protocol/http.ts'
import { isRight } from '../../../shared/protocol/rights.ts'
import { recall, remember } from '../browser-memory.ts'

/** More than anybody scans; the oldest falls out. */
const KEPT = 60

function isKnown(value: unknown): value is MyBoard {
  if (typeof value !== 'object' || value === null) return false
  const { id, title, right, updatedAt } = value as Record<string, unknown>
  return typeof id === 'string' && typeof title === 'string' && typeof updatedAt === 'string' && isRight(right)
}

export function knownBoards(): readonly MyBoard[] {
  const list = recall('boards')
  return Array.isArray(list) ? list.filter(isKnown) : []
}

export function knowBoard(board: MyBoard): void {
  const { id, title, right, updatedAt } = board
  remember('boards', [{ id, title, right, updatedAt }, ...knownBoards().filter((other) => other.id !== id)].slice(0, KEPT))
}

export function forgetBoard(id: string): void {
  remember('boards', knownBoards().filter((board) => board.id !== id))
}

/** Both lists as one, the most recently edited first. */
export function mergeBoards(fromServer: readonly MyBoard[], known: readonly MyBoard[]): readonly MyBoard[] {
  const ids = new Set(fromServer.map((board) => board.id))
  return [...fromServer, ...known.filter((board) => !ids.has(board.id))].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}
