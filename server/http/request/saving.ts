// Writing to a live board from a request. A write that could not be stored is told as such, never as done.
import type { Board } from '../../../shared/board/document.ts'
import type { Room } from '../../rooms/rooms.ts'
import { Failure } from './failure.ts'
import type { Parts } from '../parts.ts'

/** For what people add to a board in their own name, as the gate does for what they draw. */
export function refuseFull(room: Room): void {
  if (room.isFull) throw new Failure(413, 'board_full', 'This board takes as much as a board may: remove something from it, or begin another one.')
}

/** Runs `change` on the board; resolves when it is on disk. A Failure thrown inside `change` passes through. */
export async function save<T>(parts: Parts, room: Room, label: string, change: (board: Board) => T): Promise<T> {
  try {
    return await room.edit(label, change)
  } catch (error) {
    if (error instanceof Failure) throw error
    parts.log.error({ what: label, error: error instanceof Error ? error.name : typeof error }, 'not saved')
    throw new Failure(503, 'not_saved', 'The server could not save that yet and keeps trying: look whether it is there before you repeat it.')
  }
}
