// The way to disk: order, one transaction for all boards, rows before forwarding, fsync before "stored", and trouble.
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Bus } from '../../../server/bus/bus.ts'
import { Journal, type Batch } from '../../../server/rooms/journal.ts'
import type { RowToAppend } from '../../../server/storage/storage.ts'
import { full, troubledStorage, type TroubledStorage } from '../../support/fake-storage.ts'
import { until } from '../../support/until.ts'

const ROW = Uint8Array.of(0)

interface Bench {
  readonly disk: TroubledStorage
  readonly journal: Journal
  /** What happened, in order: `written a1`, `stored a1`, `failed a1 full`, `ring a 2`. */
  readonly said: string[]
  readonly add: (name: string) => void
}

async function bench(): Promise<Bench> {
  const disk = await troubledStorage({ a: ROW, b: ROW })
  const said: string[] = []
  const bus: Bus = { ring: (board, n) => void said.push(`ring ${board} ${n}`), listen: () => () => undefined, close: async () => undefined }
  const journal = new Journal(disk.storage, bus, { warn: () => undefined, error: () => undefined })
  onTestFinished(() => journal.stop())
  const add = (name: string): void => {
    const batch: Batch = {
      row: { board: name[0] ?? '', update: Uint8Array.of(Number(name.slice(1))) },
      written: (n) => void said.push(`written ${name} ${n}`),
      stored: () => void said.push(`stored ${name}`),
      failed: (error) => void said.push(`failed ${name} ${error.problem}`),
    }
    journal.add(batch)
  }
  return { disk, journal, said, add }
}

const failing = (board: string) => (rows: readonly RowToAppend[]): void => {
  if (rows.some((row) => row.board === board)) full()
}
const rowsOf = async (disk: TroubledStorage, board: string): Promise<(number | undefined)[]> => (await disk.storage.rows(board, 1)).map(({ update }) => update[0])

describe('the journal', () => {
  it('[WS14] writes the batches of all boards in one append, then tells, then makes them safe, then rings', async () => {
    const { disk, journal, said, add } = await bench()
    const calls = vi.fn<(rows: readonly RowToAppend[]) => void>()
    disk.trouble = { append: calls }
    for (const name of ['a1', 'b1', 'a2']) add(name)
    await journal.commit()
    expect(calls).toHaveBeenCalledTimes(1)
    expect(said).toEqual(['written a1 2', 'written b1 2', 'written a2 3'])
    expect(await journal.settled(5_000)).toBe(true)
    expect(said.slice(3)).toEqual(['stored a1', 'stored b1', 'stored a2', 'ring a 3', 'ring b 2'])
  })

  it('[WS14] tells nothing before the row is written, and not "stored" before the fsync', async () => {
    const { disk, journal, said, add } = await bench()
    let write = (): void => undefined
    let sync = (): void => undefined
    disk.trouble = { append: () => new Promise((done) => { write = done }), sync: () => new Promise((done) => { sync = done }) }
    add('a1')
    const committed = journal.commit()
    await until(() => expect(write).not.toBe(sync))
    expect(said).toEqual([])
    write()
    await committed
    expect(said).toEqual(['written a1 2'])
    sync()
    await journal.settled(5_000)
    expect(said).toEqual(['written a1 2', 'stored a1', 'ring a 2'])
  })

  it('[WS9] shares one fsync among what was written while the last one ran', async () => {
    const { disk, journal, said, add } = await bench()
    for (let i = 1; i <= 20; i++) {
      add(`a${i}`)
      await journal.commit()
    }
    await journal.settled(5_000)
    expect(disk.syncs).toBeLessThan(20)
    expect(said.filter((line) => line.startsWith('stored'))).toEqual(Array.from({ length: 20 }, (_, i) => `stored a${i + 1}`))
  })

  it('[WS11] keeps rows that cannot be written, tells so, and writes them in order when it can', async () => {
    const { disk, journal, said, add } = await bench()
    disk.trouble = { append: full }
    add('a1')
    await journal.commit()
    add('a2')
    await journal.commit()
    expect(said).toEqual(['failed a1 full'])
    expect(journal.holds('a')).toBe(true)
    disk.trouble = {}
    expect(await journal.settled(5_000)).toBe(true)
    expect(said.filter((line) => !line.startsWith('failed'))).toEqual(['written a1 2', 'written a2 3', 'stored a1', 'stored a2', 'ring a 3'])
    expect(await rowsOf(disk, 'a')).toEqual([1, 2])
    expect(journal.holds('a')).toBe(false)
  })

  it('[WS11] does not let one board that cannot be written hold up another', async () => {
    const { disk, journal, said, add } = await bench()
    disk.trouble = { append: failing('a') }
    for (const name of ['a1', 'b1', 'a2']) add(name)
    await journal.commit()
    for (const name of ['a3', 'b2']) add(name)
    await journal.commit()
    expect(said.filter((line) => line.startsWith('written'))).toEqual(['written b1 2', 'written b2 3'])
    disk.trouble = {}
    await journal.settled(5_000)
    expect(await rowsOf(disk, 'a')).toEqual([1, 2, 3])
    expect(await rowsOf(disk, 'b')).toEqual([1, 2])
  })

  it('[WS11] tries an fsync again and says "stored" only after one that worked', async () => {
    const { disk, journal, said, add } = await bench()
    disk.trouble = { sync: full }
    add('a1')
    await journal.commit()
    await until(() => expect(said).toContain('failed a1 full'))
    add('a2')
    await journal.commit()
    expect(said.some((line) => line.startsWith('stored') || line.startsWith('ring'))).toBe(false)
    disk.trouble = {}
    expect(await journal.settled(5_000)).toBe(true)
    expect(said.slice(-3)).toEqual(['stored a1', 'stored a2', 'ring a 3'])
  })

  it('[WS11] lets go of rows whose board does not exist any more', async () => {
    const { disk, journal, said, add } = await bench()
    disk.trouble = { append: failing('a') }
    add('a1')
    await journal.commit()
    await disk.storage.markBoardDeleted('a', 1)
    await disk.storage.purgeBoards(2)
    expect(await journal.settled(5_000)).toBe(true)
    expect(said).toEqual(['failed a1 full'])
  })

  it('[WS19] says when not everything could be written in time', async () => {
    const { disk, journal, add } = await bench()
    disk.trouble = { append: full }
    add('a1')
    expect(await journal.settled(100)).toBe(false)
  })
})
