// What a list shows of boards: made once for each state of the rows, in a thread for a large board, and never in the way
// of the list.
import { describe, expect, it } from 'vitest'
import type { BoardState } from '../../../shared/board/records.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { boardOfFile } from '../../../server/http/new-board.ts'
import { glanceOf, outlineOf } from '../../../server/rooms/glance.ts'
import { Glances } from '../../../server/rooms/glances.ts'
import { readBoard } from '../../../shared/board/read.ts'
import { boardFromRows } from '../../../server/rooms/load-board.ts'
import type { LogRow } from '../../../server/storage/storage.ts'
import { until } from '../../support/until.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')

/** Every second card an assumption, in rows of ten. */
function bytesOf(count: number): Uint8Array {
  const cards = Array.from({ length: count }, (_, n) => ({ id: `c${n}`, kind: n % 2 === 0 ? 'assumption' : 'note', title: `Card ${n} says something`, x: (n % 10) * 256, y: Math.floor(n / 10) * 176 }))
  return boardOfFile({ format: 'tacit-board/1', title: 'Many', cards }, DEFAULT_LIMITS).bytes
}
const stateOf = (update: Uint8Array): BoardState => readBoard(boardFromRows('b', [{ n: 1, update }]))

function shelf(rows: LogRow[], patience?: number) {
  const asked: number[] = []
  const warned: string[] = []
  const storage = {
    rows: (_: string, after = 0) => {
      asked.push(after)
      return Promise.resolve(rows.filter(({ n }) => n > after))
    },
  }
  return { asked, warned, glances: new Glances(storage, { warn: (_, message) => warned.push(message), error: (_, message) => warned.push(message) }, patience) }
}

describe('a glance', () => {
  it('[H82] counts all assumptions and shows at most forty cards, spread over the whole board', () => {
    const { glance } = glanceOf(stateOf(bytesOf(300)), NOW)
    expect(Object.values(glance.states).reduce((sum, count) => sum + count, 0)).toBe(150)
    expect(glance.cards.length).toBe(40)
    const rows = glance.cards.map(({ y }) => y)
    expect(Math.max(...rows) - Math.min(...rows)).toBeGreaterThan(2_000)
  })

  it('[H82] is made once for what the rows say', async () => {
    const { glances, asked } = shelf([{ n: 7, update: bytesOf(20) }])
    const first = await glances.of('b', NOW)
    expect(first?.cards.length).toBe(20)
    expect(await Promise.all([glances.of('b', NOW), glances.of('b', NOW)])).toEqual([first, first])
    expect(asked, 'all rows once, then whether there are more').toEqual([0, 7])
  })

  it('[H82] of a large board comes from a thread, and the list does not wait for it', async () => {
    const { glances } = shelf([{ n: 1, update: bytesOf(3_000) }])
    expect(await glances.of('b', NOW)).toBeUndefined()
    await until(async () => expect((await glances.of('b', NOW))?.cards.length).toBe(40))
  })

  it('[H82] of a large board that waits for its turn is made of the rows of that instant', async () => {
    const rows: LogRow[] = [{ n: 1, update: bytesOf(3_000) }]
    const { glances } = shelf(rows)
    await glances.of('a', NOW)
    await glances.of('b', NOW)
    rows.splice(0, 1, { n: 2, update: bytesOf(3_200) })
    const counted = async (): Promise<number> => Object.values((await glances.of('b', NOW))?.states ?? {}).reduce((sum, count) => sum + count, 0)
    await until(async () => expect(await counted()).toBeGreaterThan(0))
    expect(await counted()).toBe(1_600)
  })

  it('[H82] that takes a thread too long is missing, told once, and keeps no other board waiting', async () => {
    const { glances, warned } = shelf([{ n: 1, update: bytesOf(3_000) }], 1)
    expect([await glances.of('a', NOW), await glances.of('b', NOW)]).toEqual([undefined, undefined])
    await until(() => expect(warned.length).toBe(2))
    expect(await glances.of('a', NOW)).toBeUndefined()
    expect(warned.length).toBe(2)
  })

  it('[H82] of rows that cannot be read is missing, told once, and tried again later', async () => {
    const rows: LogRow[] = [{ n: 1, update: new Uint8Array([1, 2, 3]) }]
    const { glances, warned } = shelf(rows)
    expect([await glances.of('b', NOW), await glances.of('b', NOW)]).toEqual([undefined, undefined])
    expect(warned).toHaveLength(1)
    rows[0] = { n: 1, update: bytesOf(5) }
    expect((await glances.of('b', NOW + 120_000))?.cards.length).toBe(5)
  })
})

describe('an outline', () => {
  it('[H83] tells where the first cards lie, and how far the board goes', () => {
    const outline = outlineOf(stateOf(bytesOf(300)))
    expect(outline?.bounds).toMatchObject({ x: 0, y: 0, w: 9 * 256 + 216 })
    expect(outline?.bounds.h).toBeGreaterThan(29 * 176)
    expect(outline?.blocks.length).toBe(80)
    expect(outline?.blocks.slice(0, 11).map(({ x, y }) => [x, y])).toEqual([...Array.from({ length: 10 }, (_, n) => [n * 256, 0]), [0, 176]])
  })

  it('[H83] is missing for a board without cards', () => {
    expect(outlineOf(stateOf(bytesOf(0)))).toBeUndefined()
  })
})
