// All live rooms of a process over a real database: who may come in, closing and waking again, compaction, two nodes, and a
// board that cannot be read.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { setSummary } from '../../../shared/board/write-board.ts'
import { moveCard } from '../../../shared/board/write-cards.ts'
import { putLanguage } from '../../../shared/board/write-records.ts'
import { writeSyncStep1 } from '../../../shared/protocol/frames.ts'
import { roomBench, same, stored, type Client } from '../../support/room-bench.ts'
import { until } from '../../support/until.ts'

describe('rooms', () => {
  it('[WS21] close an unknown or deleted board with 4401 and leave nothing on disk', async () => {
    const bench = await roomBench()
    const stranger = bench.connect({ board: 'nowhere' })
    await until(() => expect(stranger.wire.closed?.code).toBe(4401))
    await bench.disk.storage.markBoardDeleted('b', 1)
    const late = bench.connect()
    await until(() => expect(late.wire.closed?.code).toBe(4401))
    expect(await bench.disk.storage.board('nowhere')).toBeUndefined()
    await expect(bench.rooms.open('nowhere')).rejects.toMatchObject({ name: 'NoSuchBoard' })
  })

  it('[WS22] count connections for each address and each board', async () => {
    const bench = await roomBench({ limits: { socketsPerAddress: 2, socketsPerBoard: 3 } })
    const first = bench.connect()
    bench.connect()
    expect(bench.connect().wire.closed?.code).toBe(4429)
    bench.connect({ address: 'other' })
    expect(bench.connect({ address: 'third' }).wire.closed?.code).toBe(4429)
    first.plug?.gone()
    expect(bench.connect().wire.closed).toBeUndefined()
  })

  it('[WS19] write what they took before they close with 1012, and take nothing after', async () => {
    const bench = await roomBench()
    const ann = await bench.join()
    const update = ann.rename('Last words')
    await bench.rooms.close()
    expect(ann.wire.closed?.code).toBe(1012)
    expect(same((await bench.rowsOf()).at(-1), update)).toBe(true)
    expect(bench.connect().wire.closed?.code).toBe(1012)
    await expect(bench.rooms.open('b')).rejects.toThrow()
  })

  it('[WS26] let an unused board leave memory, compacted, and open it again as it was', async () => {
    const bench = await roomBench({ idleMs: 20 })
    const ann = await bench.join()
    for (let i = 0; i < 5; i++) {
      ann.rename(`Title ${i}`)
      await stored(ann, i + 1)
    }
    const old = await bench.rooms.open('b')
    ann.plug?.gone()
    await until(async () => expect((await bench.rowsOf()).length).toBe(1))
    await until(async () => expect(await bench.rooms.open('b')).not.toBe(old))
    await expect(old.edit('late', (board) => putLanguage(board, 'de'))).rejects.toThrow(/open it again/)
    expect((await bench.join()).title).toBe('Title 4')
  })

  it('[WS29] compact a long log into one row that says the same', async () => {
    const bench = await roomBench({ limits: { updatesBurst: 10_000 } })
    const ann = await bench.join()
    let rows = await bench.disk.storage.rows('b')
    let edits = 0
    // A turn for each, so that each is a row unless the machine is behind: then several are, and it takes more of them.
    for (let most = 0; rows.length >= most;) {
      most = rows.length
      edits++
      expect(edits, 'edits without a compaction').toBeLessThan(10_000)
      ann.edit(() => moveCard(ann.board, 'card', edits, edits))
      await new Promise((done) => setImmediate(done))
      if (edits % 60 === 0) await stored(ann, edits)
      rows = await bench.disk.storage.rows('b')
    }
    await stored(ann, edits)
    rows = await bench.disk.storage.rows('b')
    expect(rows.length).toBeLessThan(100)
    const doc = new Y.Doc()
    for (const { update } of rows) Y.applyUpdate(doc, update)
    expect(doc.getMap('cards').toJSON()).toEqual(ann.doc.getMap('cards').toJSON())
  })

  it('[WS20] give a newcomer to a large board the stored rows, then what changed meanwhile, the step 2 last', async () => {
    const large = newLargeRow()
    const bench = await roomBench({ row: large })
    const ann = await bench.join()
    ann.rename('Changed')
    await stored(ann, 1)
    const eve = bench.connect({ right: 'view' })
    await until(() => expect(eve.wire.isPaused).toBe(false))
    eve.send(writeSyncStep1(Uint8Array.of(0)))
    ann.rename('Meanwhile')
    await stored(ann, 2)
    await until(() => expect(eve.title).toBe('Meanwhile'))
    expect(same(eve.wire.changes[0], large)).toBe(true)
    const types = eve.wire.frames.map(({ type }) => type).filter((type) => type !== 'epochs')
    expect(types.slice(0, 3)).toEqual(['update', 'update', 'sync-step-2'])
    expect(eve.doc.store.pendingStructs).toBeNull()
  })

  it('[WS27] of two nodes hear each other once a row is on disk, and miss none', async () => {
    const here = await roomBench()
    const there = await roomBench({ disk: here.disk, bus: here.bus })
    const [ann, bob] = [await here.join(), await there.join()]
    for (let i = 0; i < 30; i++) {
      ann.rename(`Title ${i}`)
      bob.edit(() => setSummary(bob.board, `Summary ${i}`))
      if (i % 5 === 0) await new Promise((done) => setImmediate(done))
    }
    await stored(ann, 30)
    await stored(bob, 30)
    const says = (client: Client): unknown => client.catchUp().doc.getMap('meta').toJSON()
    await until(() => expect([says(ann), says(bob)]).toEqual([{ title: 'Title 29', summary: 'Summary 29' }, { title: 'Title 29', summary: 'Summary 29' }]))
    expect((await here.rooms.open('b')).state).toMatchObject({ title: 'Title 29', summary: 'Summary 29' })
    expect((await there.rooms.open('b')).state).toMatchObject({ title: 'Title 29', summary: 'Summary 29' })
  })

  it('[WS17] send everybody who listens something every so often', async () => {
    const bench = await roomBench({ idleMs: 20 })
    const ann = await bench.join({ right: 'view' })
    await until(() => expect(ann.wire.packets.map(({ payload }) => [...payload])).toContainEqual([1, 1, 0]))
  })

  it('[ST21] name the row of a board that cannot be read, and leave the others alone', async () => {
    const bench = await roomBench()
    await bench.disk.storage.createBoard({ id: 'c', title: 'C', createdAt: 1, updatedAt: 1 }, Uint8Array.of(9, 9, 9), [])
    const ann = bench.connect({ board: 'c' })
    await until(() => expect(ann.wire.isPaused).toBe(false))
    ann.send(writeSyncStep1(Uint8Array.of(0)))
    await until(() => expect(ann.wire.closed?.code).toBe(1013))
    const eve = bench.connect({ board: 'c' })
    await until(() => expect(eve.wire.isPaused).toBe(false))
    eve.rename('Cannot be')
    await until(() => expect(eve.wire.closed?.code).toBe(1012))
    await expect(bench.rooms.open('c')).rejects.toMatchObject({ problem: 'corrupted' })
    expect(JSON.stringify(bench.log.map(({ fields }) => String((fields as { err?: unknown }).err)))).toContain('Row 1 of board c')
    expect((await bench.join()).title).toBe('First')
  })
})

/** A board above the size from which rows are sent as they are stored. */
function newLargeRow(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  doc.transact(() => {
    doc.getMap('meta').set('title', 'First')
    for (let i = 0; i < 600; i++) doc.getMap('acks').set(`record${i}`, { text: 'x'.repeat(2_000) })
  })
  return Y.encodeStateAsUpdate(doc)
}
