// Putting a backup back in a process that is killed, at every step of it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OLD, openedAfter, RESTORED, restoreBench } from '../../support/restore-bench.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const SCRIPT = join(import.meta.dirname, '..', '..', 'support', 'killed-restore.ts')
const MOST_STEPS = 100

it('[CL28] killed before any change of a file it leaves wholly the old boards or wholly the restored ones', async () => {
  const { backup, database } = await restoreBench(temporaryFolder())
  const seen = new Set<string>()
  for (let step = 1; step <= MOST_STEPS; step++) {
    const path = database()
    const { signal, status, stderr } = spawnSync(process.execPath, [SCRIPT, backup, path, String(step)], { encoding: 'utf8' })
    const titles = await openedAfter(path)
    seen.add(titles.join())
    if (signal === 'SIGKILL') continue
    expect([status, stderr]).toEqual([0, ''])
    expect(titles).toEqual(RESTORED)
    expect([...seen].sort()).toEqual([RESTORED.join(), OLD.join()].sort())
    return
  }
  expect.fail('it never came to its end')
})
