// What was deleted and purged is in no file of the data any more: not in rows, not in freed pages, not in the log.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '../../../server/storage/sqlite.ts'
import { replaceTitle } from '../../../shared/board/write-cards.ts'
import { wrapStorage } from '../../support/fake-storage.ts'
import { firstRow, roomBench, stored } from '../../support/room-bench.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

const CANARY = 'canary-that-was-deleted'
/** Longer than a page, so that it lies on pages of its own; and one that lies among others. */
const TEXTS = [CANARY, `${CANARY} `.repeat(2_000)]

function filesWith(folder: string, words: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words))
}

describe('deleted text', () => {
  it.each(TEXTS)('[ST29] of a board whose grace period is over is in no file (%#)', async (text) => {
    const folder = temporaryFolder()
    const path = join(folder, 'tacit.sqlite')
    let storage = openSqlite(path)
    for (const id of ['stays-before', 'goes', 'stays-after']) {
      await storage.createBoard({ id, title: id === 'goes' ? CANARY : id, createdAt: 1, updatedAt: 1 }, Buffer.from(id === 'goes' ? text : id), [])
      await storage.append([{ board: id, update: Buffer.from(id === 'goes' ? text : id) }])
    }
    await storage.close()
    expect(filesWith(folder, CANARY)).toEqual(['tacit.sqlite'])
    storage = openSqlite(path)
    await storage.markBoardDeleted('goes', 5)
    expect(await storage.purgeBoards(6)).toEqual(['goes'])
    await storage.close()
    expect(filesWith(folder, CANARY)).toEqual([])
    expect(filesWith(folder, 'stays-before')).toEqual(['tacit.sqlite'])
  })

  it.each(TEXTS)('[ST29] of a log that was compacted is in no file (%#)', async (text) => {
    const folder = temporaryFolder()
    const path = join(folder, 'tacit.sqlite')
    let storage = openSqlite(path)
    await storage.createBoard({ id: 'b', title: 'b', createdAt: 1, updatedAt: 1 }, Buffer.from(text), [])
    for (let n = 0; n < 20; n++) await storage.append([{ board: 'b', update: Buffer.from(`${n} ${text}`) }])
    await storage.close()
    expect(filesWith(folder, CANARY)).toEqual(['tacit.sqlite'])
    storage = openSqlite(path)
    await storage.compact('b', 21, Buffer.from('what is left'))
    await storage.close()
    expect(filesWith(folder, CANARY)).toEqual([])
    expect(filesWith(folder, 'what is left')).toEqual(['tacit.sqlite'])
  })

  it('[ST29] that somebody typed on a live board and took away is in no row and no file once the board has left memory', async () => {
    const path = join(temporaryFolder(), 'tacit.sqlite')
    const disk = wrapStorage(openSqlite(path), path)
    await disk.storage.createBoard({ id: 'b', title: 'b', createdAt: 1, updatedAt: 1 }, firstRow(), [])
    const bench = await roomBench({ idleMs: 20, disk })
    const ann = await bench.join()
    ann.edit(() => replaceTitle(ann.board, 'card', `before ${CANARY} after`))
    await stored(ann, 1)
    expect((await bench.rowsOf()).some((row) => Buffer.from(row).includes(CANARY))).toBe(true)
    ann.edit(() => replaceTitle(ann.board, 'card', 'before  after'))
    await stored(ann, 2)
    ann.plug?.gone()
    await until(async () => expect((await bench.rowsOf()).some((row) => Buffer.from(row).includes(CANARY))).toBe(false))
    await bench.rooms.close()
    await disk.storage.close()
    expect(filesWith(dirname(path), CANARY)).toEqual([])
    expect(filesWith(dirname(path), ' after')).toEqual(['tacit.sqlite'])
  })
})
