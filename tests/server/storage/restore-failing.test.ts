// Putting a backup back while the disk fails, at every step of it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backUp, putBack } from '../../../server/storage/sqlite-backup.ts'
import { sqliteBeside } from '../../../server/storage/sqlite-beside.ts'
import { openSqlite } from '../../../server/storage/sqlite.ts'
import { StorageError } from '../../../server/storage/storage.ts'
import { beforeEachChange } from '../../support/failing-files.ts'
import { OLD, openedAfter, RESTORED, restoreBench } from '../../support/restore-bench.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const MOST_STEPS = 100

/** What the restore that fails where `fails` says rejects with; undefined when it came to its end. */
async function restored(backup: string, path: string, fails: (n: number) => boolean): Promise<unknown> {
  const undo = beforeEachChange((n) => {
    if (fails(n)) throw Object.assign(new Error('the disk is gone'), { code: 'EIO' })
  })
  try {
    await putBack(backup, path, 'before')
    return undefined
  } catch (error) {
    return error
  } finally {
    undo()
  }
}

describe('a restore that fails', () => {
  it.each([['from a step on, as when it is killed', (step: number) => (n: number) => n >= step], ['at one step only', (step: number) => (n: number) => n === step]])('[CL28] %s leaves wholly the old boards or wholly the restored ones', async (_, failing) => {
    const { backup, database } = await restoreBench(temporaryFolder())
    const seen = new Set<string>()
    for (let step = 1; step <= MOST_STEPS; step++) {
      const path = database()
      const error = await restored(backup, path, failing(step))
      const titles = await openedAfter(path)
      seen.add(titles.join())
      if (error === undefined) {
        expect(titles).toEqual(RESTORED)
        expect(step).toBeGreaterThan(10)
        expect([...seen].sort()).toEqual([RESTORED.join(), OLD.join()].sort())
        return
      }
      expect(error).toBeInstanceOf(StorageError)
      // What it says of the next start is what the next start does.
      expect([step, /finishes that/.test((error as Error).message)]).toEqual([step, titles.length === RESTORED.length])
    }
    expect.fail('it never came to its end')
  })

  it('[CL28] is finished by the next restore too, which keeps both', async () => {
    const { backup, database } = await restoreBench(temporaryFolder())
    const path = database()
    const fails = (n: number): boolean => n > 1 && existsSync(`${path}.restore`)
    expect(await restored(backup, path, fails)).toBeInstanceOf(StorageError)
    // Nobody reads or writes what is about to go.
    expect(() => sqliteBeside(path)).toThrow(/being replaced/)
    expect(() => backUp(path, temporaryFolder())).toThrow(/being replaced/)
    expect(await putBack(backup, path, 'again')).toEqual({ kept: `${path}.again` })
    expect(existsSync(`${path}.again`)).toBe(true)
    expect(await openedAfter(path)).toEqual(RESTORED)
  })

  it('[CL28] with a marker that cannot be read the data are left alone, and the sentence says what is what', async () => {
    const { database } = await restoreBench(temporaryFolder())
    const path = database()
    writeFileSync(`${path}.restore`, '../../elsewhere')
    writeFileSync(`${path}.restoring`, 'new')
    expect(() => openSqlite(path)).toThrow(/is damaged: .*rename the one that you want/)
    expect([readFileSync(`${path}.restoring`, 'utf8'), existsSync(path), existsSync(`${path}-wal`)]).toEqual(['new', true, true])
  })
})
