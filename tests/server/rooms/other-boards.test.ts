// What somebody does to one board, and what another board notices of it. Counted in turns of the event loop and in work
// done, because time on a busy machine says nothing in a test: whoever edits beside a flood is served in the same turns
// as beside silence.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newBoard } from '../../../shared/board/document.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { writeSyncStep1, writeUpdate } from '../../../shared/protocol/frames.ts'
import { craft, group, item, values, type HandStruct } from './gate-bytes.ts'
import { firstRow, roomBench, type Client, type RoomBench } from '../../support/room-bench.ts'
import { until } from '../../support/until.ts'

/** A lone edit takes one turn to be applied and written; the rest is for those that the loop itself needs. */
const FEW_TURNS = 6
const MANY = 4_000
/** So many of a hostile client are judged before it is cut off, however fast it may be. */
const MOST_JUDGED = 20

const set = (root: string, key: string): HandStruct => item({ root, key }, values('x'))

interface Two extends RoomBench { readonly ben: Client; readonly eve: Client }

/** Ben on the board `c`, Eve on `b`; nobody else. */
async function two(limits: Parameters<typeof roomBench>[0] = {}): Promise<Two> {
  const bench = await roomBench(limits)
  await bench.disk.storage.createBoard({ id: 'c', title: 'C', createdAt: 1, updatedAt: 1 }, firstRow(), [])
  const ben = await bench.join({ board: 'c', actor: { person: 'ben' } })
  return { ...bench, ben, eve: await bench.join({ actor: { person: 'eve' } }) }
}

/** How many turns of the loop pass until Ben's next edit is written. */
async function turnsOf({ disk, ben }: Two, title: string): Promise<number> {
  const before = disk.appended.length
  ben.rename(title)
  let turns = 0
  while (!disk.appended.slice(before).some(({ board }) => board === 'c') && turns < 10_000) {
    turns++
    await nextTurn()
  }
  return turns
}

describe('an attack on one board', () => {
  it.each([
    ['thousands of changes with a gap', (n: number) => craft([group(77, 5 + 2 * n, set('meta', 'title'))])],
    ['thousands of changes to what only the server writes', (n: number) => craft([group(1_000 + n, 0, set('people', `p${n}`))])],
    ['thousands of torn messages', (n: number) => Uint8Array.of(1, n % 128, 255, 255)],
  ])('[WS43] by %s keeps nobody on another from being served, and leaves nothing stored', async (_what, hostile) => {
    const bench = await two({ limits: { updatesPerSecond: 1_000_000, updatesBurst: 1_000_000, bytesPerSecond: 1_000_000_000 } })
    const stored = await bench.rowsOf()
    const alone = await turnsOf(bench, 'Alone')
    expect(alone).toBeLessThanOrEqual(FEW_TURNS)
    for (let n = 0; n < MANY; n++) bench.eve.send(writeUpdate(hostile(n)))
    expect(await turnsOf(bench, 'Beside')).toBeLessThanOrEqual(FEW_TURNS)
    await until(() => expect(bench.eve.wire.closed).toBeDefined())
    // Each that was judged and not the last one was answered: that is all the work there was.
    expect(bench.eve.wire.frames.length).toBeLessThanOrEqual(MOST_JUDGED)
    expect((await bench.rowsOf()).map((row) => Buffer.from(row))).toEqual(stored.map((row) => Buffer.from(row)))
  })

  it('[WS43] one message with thousands of gaps is refused whole, and costs the others one turn', async () => {
    const bench = await two({ limits: { updateBytes: 4_194_304, messageBytes: 4_194_304, updateStructs: 100_000 } })
    const stored = await bench.rowsOf()
    for (let again = 0; again < 20; again++) bench.eve.send(writeUpdate(craft(Array.from({ length: MANY }, (_, n) => group(10 + n, 9, set('meta', `k${n}`))))))
    expect(await turnsOf(bench, 'Beside')).toBeLessThanOrEqual(FEW_TURNS)
    await until(() => expect(bench.eve.wire.closed).toBeDefined())
    // Each that was judged and not the last one was answered: that is all the work there was.
    expect(bench.eve.wire.frames.length).toBeLessThanOrEqual(MOST_JUDGED)
    expect((await bench.rowsOf()).map((row) => Buffer.from(row))).toEqual(stored.map((row) => Buffer.from(row)))
  })
})

function largeRow(): Uint8Array {
  const large = newBoard(1)
  large.doc.transact(() => {
    for (let n = 0; n < 600; n++) addCard(large, { id: `card${n}`, kind: 'note', title: `${n}`, body: 'word '.repeat(600), x: n, y: 0 })
  })
  return Y.encodeStateAsUpdate(large.doc)
}

describe('the load of a large board', () => {
  it('[WS43] by somebody who reads all of it lets others in between its document and its facts', async () => {
    const bench = await roomBench({ row: largeRow() })
    await bench.disk.storage.createBoard({ id: 'c', title: 'C', createdAt: 1, updatedAt: 1 }, firstRow(), [])
    const ben = await bench.join({ board: 'c', actor: { person: 'ben' } })
    const opening = bench.rooms.open('b')
    ben.rename('Meanwhile')
    const room = await opening
    expect(bench.disk.appended.map(({ board }) => board)).toEqual(['c'])
    expect(room.state.cards.size).toBe(600)
  })

  it('[WS43] by a crowd that reads it makes no document of it, and others are served between', async () => {
    const bench = await roomBench({ row: largeRow() })
    await bench.disk.storage.createBoard({ id: 'c', title: 'C', createdAt: 1, updatedAt: 1 }, firstRow(), [])
    const ben = await bench.join({ board: 'c', actor: { person: 'ben' } })
    const crowd = Array.from({ length: 30 }, () => bench.connect({ right: 'view' }))
    await until(() => expect(crowd.every(({ wire }) => !wire.isPaused)).toBe(true))
    for (const reader of crowd) reader.send(writeSyncStep1(Y.encodeStateVector(reader.doc)))
    expect(await turnsOf({ ...bench, ben, eve: ben }, 'Beside')).toBeLessThanOrEqual(FEW_TURNS)
    await until(() => expect(crowd.every(({ wire }) => wire.changes.length > 0)).toBe(true))
    // Asleep: its rows went out as they are stored.
    expect(bench.rooms.titleOf('b')).toBeUndefined()
    expect(crowd[29]?.catchUp().doc.getMap('cards').size).toBe(600)
  })
})
