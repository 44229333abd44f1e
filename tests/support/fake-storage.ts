// A real SQLite storage of which single calls can be made to fail or to wait, for tests of what then happens.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openSqlite } from '../../server/storage/sqlite.ts'
import { StorageError, type RowToAppend, type Storage } from '../../server/storage/storage.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface Trouble {
  /** Throws to make an append of these rows fail. */
  append?: (rows: readonly RowToAppend[]) => void | Promise<void>
  /** Throws to make an fsync fail. */
  sync?: () => void | Promise<void>
}

export interface TroubledStorage {
  readonly storage: Storage
  readonly path: string
  /** What goes wrong from now on; empty = nothing. */
  trouble: Trouble
  /** Every row that was appended, in order. */
  readonly appended: RowToAppend[]
  syncs: number
}

export const full = (): never => {
  throw new StorageError('full', 'The disk is full.')
}

export function wrapStorage(storage: Storage, path: string): TroubledStorage {
  const self: TroubledStorage = {
    path, trouble: {}, appended: [], syncs: 0,
    storage: {
      ...storage,
      append: async (rows) => {
        await self.trouble.append?.(rows)
        const numbers = await storage.append(rows)
        self.appended.push(...rows)
        return numbers
      },
      sync: async () => {
        await self.trouble.sync?.()
        await storage.sync()
        self.syncs++
      },
    },
  }
  return self
}

/** In a temporary folder, closed with the test. */
export async function troubledStorage(boards: Readonly<Record<string, Uint8Array>>): Promise<TroubledStorage> {
  const path = join(temporaryFolder(), 'tacit.sqlite')
  const storage = openSqlite(path)
  onTestFinished(() => storage.close())
  for (const [id, row] of Object.entries(boards)) await storage.createBoard({ id, title: id, createdAt: 1, updatedAt: 1 }, row, [])
  return wrapStorage(storage, path)
}
