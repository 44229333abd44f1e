// Data of a server that was killed, whose last board is only in its write-ahead log, and a backup from before that board.
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { backUp } from '../../server/storage/sqlite-backup.ts'
import { sqliteBeside } from '../../server/storage/sqlite-beside.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'

export const OLD = ['First', 'Second']
export const RESTORED = ['First']

export interface RestoreBench {
  readonly backup: string
  /** The path of a fresh copy of the data. */
  database(): string
}

export async function restoreBench(folder: string): Promise<RestoreBench> {
  const [live, killed, backup] = ['live', 'killed', 'backup'].map((name) => join(folder, name)) as [string, string, string]
  mkdirSync(live)
  const path = join(live, 'tacit.sqlite')
  const storage = openSqlite(path)
  await storage.createBoard({ id: 'board-1', title: 'First', createdAt: 1, updatedAt: 1 }, new Uint8Array([0, 0]), [])
  backUp(path, backup)
  await storage.createBoard({ id: 'board-2', title: 'Second', createdAt: 2, updatedAt: 2 }, new Uint8Array([0, 0]), [])
  cpSync(live, killed, { recursive: true })
  await storage.close()
  let copies = 0
  return {
    backup,
    database: () => {
      const data = join(folder, `data-${++copies}`)
      cpSync(killed, data, { recursive: true })
      return join(data, 'tacit.sqlite')
    },
  }
}

function titlesIn(path: string): string[] {
  const beside = sqliteBeside(path)
  try {
    return beside.boards().map(({ title }) => title)
  } finally {
    beside.close()
  }
}

/** Opens it as a server does; gives the titles, after a look at what lies beside. */
export async function openedAfter(path: string): Promise<readonly string[]> {
  const storage = openSqlite(path)
  const epochs = await storage.epochs('board-1')
  await storage.close()
  const titles = titlesIn(path)
  const restored = titles.length === RESTORED.length
  expect(titles).toEqual(restored ? RESTORED : OLD)
  // A board that was put back knows it, and the old data are beside, whole.
  expect(epochs).toHaveLength(restored ? 1 : 0)
  if (restored) expect(titlesIn(`${path}.before`)).toEqual(OLD)
  expect(readdirSync(join(path, '..')).filter((name) => !/\.lock$|\.before|\.again/.test(name))).toEqual(['tacit.sqlite'])
  return titles
}
