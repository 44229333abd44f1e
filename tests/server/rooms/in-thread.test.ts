// Work in a thread that takes more than it may: whoever asked is told so, and nobody else notices.
import { describe, expect, it } from 'vitest'
import { unlessBusy } from '../../../server/http/request/busy.ts'
import { Failure } from '../../../server/http/request/failure.ts'
import { inThread } from '../../../server/rooms/in-thread.ts'
import { Reports } from '../../../server/rooms/reports.ts'
import { TooMuchWork } from '../../../server/rooms/rooms.ts'
import { encodeBoard } from '../../../server/rooms/compaction.ts'
import { importFile } from '../../../shared/board/file-read.ts'
import { newBoard } from '../../../shared/board/document.ts'
import { readBoard } from '../../../shared/board/read.ts'

const WORKER = new URL('../../support/greedy-worker.ts', import.meta.url)
const INSTANT = { at: '2026-06-01T00:00:00Z', ms: Date.parse('2026-06-01T00:00:00Z') }

async function failed(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => undefined, (error: unknown) => error)
}

describe('a thread that takes too much', () => {
  it.each([['time', { ms: 300 }, /more than 300 ms/], ['memory', { mb: 16 }, /more than 16 MB/]] as const)('[H139c] of %s is ended, and the next one does its work', async (takes, bounds, said) => {
    const error = await failed(inThread(WORKER, { takes }, bounds))
    expect(error).toBeInstanceOf(TooMuchWork)
    expect((error as Error).message).toMatch(said)
    expect(await inThread(WORKER, { takes: 'nothing' })).toBe('done')
  })

  it('[H139c] is told as 503 with a code, when to come back and what to do', async () => {
    const error = await failed(unlessBusy('Too many reports', Promise.reject(new TooMuchWork('too long'))))
    expect(error).toBeInstanceOf(Failure)
    expect(error).toMatchObject({ status: 503, code: 'too_heavy', retryAfter: 60, message: expect.stringMatching(/less busy, or remove something/) })
  })

  it('[H139c] keeps no other board from its report, and is in the log', async () => {
    const board = newBoard()
    importFile(board, { format: 'tacit-board/1', title: 'Large', cards: Array.from({ length: 700 }, (_, n) => ({ id: `c${n}`, kind: 'assumption', title: `Card ${n}`, x: 0, y: 0 })), teams: [], people: [], links: [], attestations: [] })
    const state = readBoard(board)
    const rows = [{ n: 1, update: encodeBoard(board) }]
    const warned: object[] = []
    // No thread is there so soon.
    const reports = new Reports({ rows: () => Promise.resolve(rows) }, { warn: (fields) => { warned.push(fields) } }, { ms: 1 })
    const asked = ['large', 'other'].map((name) => failed(reports.of({ board: name, state }, INSTANT)))
    expect((await Promise.all(asked)).map((error) => error instanceof TooMuchWork)).toEqual([true, true])
    expect(warned).toMatchObject([{ board: 'large', what: 'report' }, { board: 'other', what: 'report' }])
    const roomy = new Reports({ rows: () => Promise.resolve(rows) })
    expect(JSON.parse(Buffer.from(await roomy.of({ board: 'large', state }, INSTANT) as Uint8Array).toString())).toMatchObject({ format: 'tacit-report/1' })
  })
})
