// Whose work is next, when much waits for one place.
import { describe, expect, it } from 'vitest'
import { stateOfFile } from '../../../shared/board/file-state.ts'
import { Reports } from '../../../server/rooms/reports.ts'
import { TooMuchAtOnce } from '../../../server/rooms/rooms.ts'
import { Turns } from '../../../server/rooms/turns.ts'

/** Work that begins when it is its turn and ends with the next turn of the loop. */
function bench(): { readonly begun: string[]; take(board: string): Promise<string> } {
  const [turns, begun] = [new Turns(), [] as string[]]
  let running = 0
  return {
    begun,
    take: (board) => turns.take(board, async () => {
      begun.push(board)
      expect(++running).toBe(1)
      await new Promise((resolve) => { setImmediate(resolve) })
      running--
      return board
    }),
  }
}

describe('turns of boards', () => {
  it('[H139b] another board is next but one, however much of one waits, and what waits keeps its order', async () => {
    const { begun, take } = bench()
    const all = ['busy', 'busy', 'busy', 'busy', 'busy', 'busy', 'busy', 'busy', 'other', 'third', 'other'].map((board) => take(board))
    expect(await Promise.all(all)).toHaveLength(11)
    expect(begun).toEqual(['busy', 'busy', 'other', 'third', 'busy', 'other', 'busy', 'busy', 'busy', 'busy', 'busy'])
  })

  it('[H139] one board has eight at most, and has room again when one is done', async () => {
    const { begun, take } = bench()
    const [first, ...others] = Array.from({ length: 8 }, () => take('busy'))
    await expect(take('busy')).rejects.toBeInstanceOf(TooMuchAtOnce)
    await first
    others.push(take('busy'))
    await expect(take('busy')).rejects.toBeInstanceOf(TooMuchAtOnce)
    await Promise.all(others)
    expect(begun).toHaveLength(9)
  })

  it('[H139b] when many boards wait each still has one, and no more', async () => {
    const { begun, take } = bench()
    const many = Array.from({ length: 8 }, (_, n) => Array.from({ length: 8 }, () => take(`b${n}`))).flat()
    const last = take('quiet')
    await expect(take('quiet')).rejects.toBeInstanceOf(TooMuchAtOnce)
    await Promise.all([...many, last])
    expect(begun.indexOf('quiet')).toBeLessThanOrEqual(9)
    expect(await take('quiet')).toBe('quiet')
  })

  it('[H139b] work that fails, or throws at once, ends only its own', async () => {
    const turns = new Turns()
    const failed = turns.take('a', () => Promise.reject(new Error('failed')))
    const thrown = turns.take('a', () => { throw new Error('thrown') })
    const done = turns.take('a', () => Promise.resolve('done'))
    await expect(failed).rejects.toThrow('failed')
    await expect(thrown).rejects.toThrow('thrown')
    expect(await done).toBe('done')
  })

  it('[H139b] reports of large boards take them', async () => {
    const state = stateOfFile({ format: 'tacit-board/1', title: '', cards: Array.from({ length: 700 }, (_, n) => ({ id: `c${n}`, kind: 'note', title: '', x: 0, y: 0 })) } as unknown as Parameters<typeof stateOfFile>[0])
    const read: string[] = []
    const reports = new Reports({ rows: (board) => {
      read.push(board)
      return Promise.reject(new Error('read in a thread'))
    } })
    const instant = { at: '2026-06-01T00:00:00Z', ms: 0 }
    await Promise.allSettled(['busy', 'busy', 'busy', 'busy', 'other'].map((board) => reports.of({ board, state }, instant)))
    expect(read).toEqual(['busy', 'busy', 'other', 'busy', 'busy'])
  })
})
