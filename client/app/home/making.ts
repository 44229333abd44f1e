// Making a board, from a title, a file or a template. Some servers let only those make boards who have a key: once one
// was asked for, it is sent along until the page is left. It is kept nowhere.
import type { CreateBoard, CreatedBoard } from '../../../shared/protocol/http.ts'
import { ApiError, createBoard } from '../../session/api.ts'
import { MutableStore } from '../../session/store.ts'

/** True once the server has asked for the key. */
export const keyWanted = new MutableStore(false)
let key: string | undefined

export function useCreateKey(text: string): void {
  key = text.trim() === '' ? undefined : text.trim()
}

export async function makeBoard(body: CreateBoard): Promise<CreatedBoard> {
  try {
    return await createBoard(body, key)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'needs_create_key') keyWanted.set(true)
    throw error
  }
}
