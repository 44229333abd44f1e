// Live rooms over a real database and the real gate, without sockets: order, forwarding, acknowledgement, trouble.
import { describe, expect, it } from 'vitest'
import * as awareness from 'y-protocols/awareness'
import * as Y from 'yjs'
import { cardMap, cardText } from '../../../shared/board/document.ts'
import { renameBoard, setSummary } from '../../../shared/board/write-board.ts'
import { addCard, moveCard } from '../../../shared/board/write-cards.ts'
import { putLanguage } from '../../../shared/board/write-records.ts'
import { placeIn } from '../../../shared/protocol/error-codes.ts'
import { writeAwareness, writeSyncStep1, writeSyncStep2, writeUpdate } from '../../../shared/protocol/frames.ts'
import { full } from '../../support/fake-storage.ts'
import { heard, roomBench, same, stored, type Client } from '../../support/room-bench.ts'
import { craft, gc, group } from './gate-bytes.ts'
import { until } from '../../support/until.ts'

describe('a room', () => {
  it('[WS12] forwards the bytes of a lone update as they came, to all but their sender, and keeps them as a row', async () => {
    const bench = await roomBench()
    const [ann, bob, eve] = [await bench.join(), await bench.join(), await bench.join({ right: 'view' })]
    const update = ann.rename('Second')
    await heard(bob)
    await stored(ann, 1)
    expect([same(bob.wire.changes[0], update), same(eve.wire.changes[0], update)]).toEqual([true, true])
    expect(bob.wire.packets[0]).toBe(eve.wire.packets[0])
    expect(ann.wire.changes).toEqual([])
    expect(same((await bench.rowsOf()).at(-1), update)).toBe(true)
  })

  it('[WS13] makes one row and one frame of updates that come together, by one sender or by many', async () => {
    const bench = await roomBench()
    const [ann, bob] = [await bench.join(), await bench.join()]
    for (let i = 0; i < 20; i++) ann.edit(() => setSummary(ann.board, `Summary ${i}`))
    await stored(ann, 20)
    expect([bob.wire.changes.length, ann.wire.changes.length, (await bench.rowsOf()).length]).toEqual([1, 0, 2])
    ann.rename('By Ann')
    bob.edit(() => moveCard(bob.board, 'card', 7, 8))
    await stored(ann, 21)
    await stored(bob, 1)
    expect((await bench.rowsOf()).length).toBe(3)
    const says = (client: Client): unknown[] => [client.title, cardMap(client.board, 'card')?.get('pos')]
    for (const client of [ann, bob]) expect(says(client)).toEqual(['By Ann', [7, 8]])
  })

  it('[WS4] refuses an update whole, closes its sender, and nobody else notices', async () => {
    const bench = await roomBench()
    const [ann, bob] = [await bench.join(), await bench.join()]
    ann.edit(() => ann.doc.getMap('people').set('ann', { name: 'Ann', team: 't', role: 'owner' }))
    await until(() => expect(ann.wire.closed?.code).toBe(4409))
    bob.rename('By Bob')
    await stored(bob, 1)
    expect(bob.wire.changes).toEqual([])
    expect((await bench.rowsOf()).length).toBe(2)
    expect((await bench.rooms.open('b')).state.people.size).toBe(0)
  })

  it('[WS4] says first what on the board a refused update was about', async () => {
    const bench = await roomBench()
    const [ann, bob, eve] = [await bench.join(), await bench.join(), await bench.join()]
    ann.edit(() => cardMap(ann.board, 'card')?.set('pos', 'nowhere'))
    bob.edit(() => cardText(bob.board, 'card', 'title')?.insert(0, [new Y.XmlElement('script')]))
    eve.edit(() => eve.doc.getMap('links').set('a~b', 7))
    await until(() => expect([ann, bob, eve].map(({ wire }) => wire.closed?.code)).toEqual([4409, 4409, 4409]))
    expect([ann, bob, eve].map(({ wire }) => placeIn(wire.closed?.reason ?? ''))).toEqual([
      { root: 'cards', id: 'card', field: 'pos' }, { root: 'cards', id: 'card', field: 'title' }, { root: 'links', id: 'a~b' },
    ])
  })

  it('[G12] knows a clientID that somebody shows as theirs before they write under it', async () => {
    const bench = await roomBench()
    const [ann, eve, bob] = [await bench.join({ actor: { person: 'ann' } }), await bench.join({ actor: { person: 'eve' } }), await bench.join({ actor: { person: 'bob' } })]
    const own = new awareness.Awareness(ann.doc)
    own.setLocalState({ here: true })
    ann.send(writeAwareness(awareness.encodeAwarenessUpdate(own, [ann.doc.clientID])))
    own.destroy()
    await until(() => expect(eve.wire.frames.some(({ type }) => type === 'awareness')).toBe(true))
    eve.send(writeUpdate(craft([group(ann.doc.clientID, 0, gc(1_000))])))
    await until(() => expect(eve.wire.closed?.code).toBe(4409))
    ann.rename('By Ann')
    await stored(ann, 1)
    expect(bob.title).toBe('By Ann')
    ann.plug?.gone()
    const again = await bench.join({ actor: { person: 'eve' } })
    again.send(writeUpdate(craft([group(ann.doc.clientID, 1, gc(1_000))])))
    await until(() => expect(again.wire.closed?.code).toBe(4409))
  })

  it('[WS6] closes one who brings new clientIDs without end', async () => {
    const bench = await roomBench()
    const eve = await bench.join({ actor: { person: 'eve' } })
    for (let from = 1_000; from < 1_400; from += 8) eve.send(writeUpdate(craft(Array.from({ length: 8 }, (_, i) => group(from + i, 0, gc(1))))))
    await until(() => expect(eve.wire.closed?.code).toBe(4429))
    const again = await bench.join({ actor: { person: 'eve' } })
    again.send(writeUpdate(craft([group(2_000, 0, gc(1))])))
    await until(() => expect(again.wire.closed?.code).toBe(4429))
    const ann = await bench.join({ actor: { person: 'ann' } })
    ann.rename('By Ann')
    await stored(ann, 1)
    expect((await bench.disk.storage.clientsOf('b')).size).toBe(257)
  })

  it('[WS42] tells in which epochs the server wrote, ahead of what it is about, to those who asked', async () => {
    const bench = await roomBench()
    const { opening } = bench.disk.storage
    const [reader, stock] = [await bench.join({ right: 'view' }), await bench.join({ acknowledges: false })]
    const told = (client: Client): unknown[] => client.wire.frames.flatMap((frame) => (frame.type === 'epochs' ? [[frame.clock, frame.epochs]] : []))
    const room = await bench.rooms.open('b')
    const before = Y.getState(reader.doc.store, 1)
    await room.edit('language', (board) => putLanguage(board, 'de'))
    await room.edit('language', (board) => putLanguage(board, 'en'))
    expect(reader.wire.frames.map(({ type }) => type)).toEqual(['epochs', 'update', 'update'])
    expect(told(reader)).toEqual([[before + 1, [{ id: opening, from: before }]]])
    const asking = bench.connect()
    await until(() => expect(asking.wire.isPaused).toBe(false))
    asking.send(writeSyncStep1(Y.encodeStateVector(reader.doc)))
    await until(() => expect(asking.wire.frames.map(({ type }) => type)).toEqual(['epochs', 'sync-step-2', 'sync-step-1']))
    expect(told(asking)).toEqual([[before + 2, [{ id: opening, from: before }]]])
    expect(told(stock)).toEqual([])
  })

  it('[WS24] drops what a connection sent and nobody applied when it is cut off', async () => {
    const bench = await roomBench()
    const [ann, bob] = [await bench.join({ actor: { person: 'ann' } }), await bench.join()]
    ann.rename('Too late')
    bench.rooms.disconnect('b', 4401, ({ actor }) => actor.person === 'ann')
    await until(() => expect(ann.wire.closed?.code).toBe(4401))
    ann.rename('Later still')
    bob.rename('By Bob')
    await stored(bob, 1)
    expect((await bench.rooms.open('b')).state.title).toBe('By Bob')
    expect((await bench.rooms.open('b')).present).toEqual(new Set([bob.admission.actor.person]))
  })

  it('[WS8] answers an update with a gap with step 1, applies nothing, and counts on after the step 2', async () => {
    const bench = await roomBench()
    const [ann, bob] = [await bench.join(), await bench.join()]
    ann.change(() => renameBoard(ann.board, 'Never sent'))
    ann.edit(() => setSummary(ann.board, 'Rests on the title'))
    await until(() => expect(ann.wire.frames.some(({ type }) => type === 'sync-step-1')).toBe(true))
    expect([ann.wire.closed, ann.wire.stored, bob.wire.changes]).toEqual([undefined, [], []])
    ann.send(writeSyncStep2(Y.encodeStateAsUpdate(ann.doc)))
    await stored(ann, 2)
    expect([bob.title, bob.doc.getMap('meta').get('summary')]).toEqual(['Never sent', 'Rests on the title'])
  })

  it('[WS10] acknowledges a message without effect once what it repeats is stored, also from another connection', async () => {
    const bench = await roomBench()
    const ann = await bench.join({ actor: { person: 'ann' } })
    let sync: (() => void) | undefined
    bench.disk.trouble = { sync: () => new Promise((done) => { sync = done }) }
    const update = ann.rename('Second')
    await until(() => expect(bench.disk.appended.length).toBe(1))
    ann.plug?.gone()
    const again = await bench.join({ actor: { person: 'ann' } })
    again.send(writeSyncStep2(update))
    await until(() => expect(sync).toBeDefined())
    expect(again.wire.stored).toEqual([])
    bench.disk.trouble = {}
    sync?.()
    await stored(again, 1)
    again.send(writeUpdate(update))
    await stored(again, 2)
    expect((await bench.rowsOf()).length).toBe(2)
  })

  it('[WS9] tells the count at most every 16 ms, and all of it in the end', async () => {
    const bench = await roomBench()
    const ann = await bench.join()
    const times: number[] = []
    const send = ann.wire.send.bind(ann.wire)
    ann.wire.send = (packet) => {
      if (packet.payload[0] === 100) times.push(performance.now())
      send(packet)
    }
    for (let i = 1; i <= 60; i++) {
      ann.rename(`Title ${i}`)
      await new Promise((done) => setImmediate(done))
    }
    await stored(ann, 60)
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
    expect(Math.min(...gaps, 99)).toBeGreaterThan(15)
    expect(ann.wire.stored).toEqual([...ann.wire.stored].sort((a, b) => a - b))
  })

  it('[WS14] lets nobody see a change before its row is written, by forwarding or by syncing', async () => {
    const bench = await roomBench()
    const [ann, bob] = [await bench.join(), await bench.join()]
    let write: (() => void) | undefined
    bench.disk.trouble = { append: () => new Promise((done) => { write = done }) }
    ann.rename('Second')
    await until(() => expect(write).toBeDefined())
    const eve = bench.connect()
    await until(() => expect(eve.wire.isPaused).toBe(false))
    eve.send(writeSyncStep1(Uint8Array.of(0)))
    await new Promise((done) => setImmediate(done))
    expect([bob.wire.changes.length, eve.wire.packets.length]).toEqual([0, 0])
    bench.disk.trouble = {}
    write?.()
    await heard(bob)
    expect([bob.title, eve.title]).toEqual(['Second', 'Second'])
  })

  it('[WS11] holds changes back while storage cannot write, tells their writers, and goes on when it can', async () => {
    const bench = await roomBench()
    const [ann, bob] = [await bench.join(), await bench.join({ acknowledges: false })]
    bench.disk.trouble = { append: full }
    ann.rename('Second')
    await until(() => expect(ann.wire.notSaved).toContain('full'))
    ann.edit(() => setSummary(ann.board, 'Third'))
    await until(() => expect(ann.wire.notSaved.length).toBeGreaterThan(1))
    expect([bob.wire.changes, bob.wire.notSaved, ann.wire.stored]).toEqual([[], [], []])
    bench.disk.trouble = {}
    await stored(ann, 2)
    expect([bob.title, bob.doc.getMap('meta').get('summary')]).toEqual(['Second', 'Third'])
  })

  it('[WS28] shows newcomers what is stored while storage cannot write', async () => {
    const bench = await roomBench()
    const ann = await bench.join()
    bench.disk.trouble = { append: full }
    ann.rename('Not yet')
    await until(() => expect(ann.wire.notSaved).toContain('full'))
    const eve = await bench.join()
    expect(eve.title).toBe('First')
    bench.disk.trouble = {}
    await heard(eve)
    expect(eve.title).toBe('Not yet')
  })

  it('[WS25] writes for the server as for anybody: forwarded, stored, and rejected when it is not saved', async () => {
    const bench = await roomBench()
    const ann = await bench.join()
    const room = await bench.rooms.open('b')
    await expect(room.edit('language', (board) => {
      putLanguage(board, 'de')
      return 7
    })).resolves.toBe(7)
    expect(ann.catchUp().doc.getMap('sys').get('language')).toBe('de')
    expect((await bench.rowsOf()).length).toBe(2)
    await expect(room.edit('nothing', () => 'same')).resolves.toBe('same')
    await expect(room.edit('throws', () => { throw new Error('no') })).rejects.toThrow('no')
    expect((await bench.rowsOf()).length).toBe(2)
    bench.disk.trouble = { append: full }
    await expect(room.edit('language', (board) => putLanguage(board, 'en'))).rejects.toMatchObject({ problem: 'full' })
    bench.disk.trouble = {}
    await until(() => expect(ann.catchUp().doc.getMap('sys').get('language')).toBe('en'))
  })

  it('[WS25] goes on writing under its own clientID after a restart, and nothing is lost', async () => {
    const bench = await roomBench()
    const room = await bench.rooms.open('b')
    await room.edit('language', (board) => putLanguage(board, 'de'))
    await bench.rooms.close()
    const again = await roomBench({ disk: bench.disk })
    const reopened = await again.rooms.open('b')
    await reopened.edit('language', (board) => putLanguage(board, 'fr'))
    const ann = await again.join()
    expect([ann.title, ann.doc.getMap('sys').get('language')]).toEqual(['First', 'fr'])
    expect([...Y.decodeStateVector(Y.encodeStateVector(ann.doc)).keys()]).toEqual([1])
  })

  it('[WS13] writes who wrote a card in the same row, and tells its writer too', async () => {
    const bench = await roomBench()
    const [ann, bob] = [await bench.join({ actor: { person: 'ann' } }), await bench.join()]
    ann.edit(() => addCard(ann.board, { id: 'new', kind: 'goal', x: 1, y: 2, title: 'Ship' }))
    await stored(ann, 1)
    expect((await bench.rowsOf()).length).toBe(2)
    for (const client of [ann, bob]) expect(client.catchUp().doc.getMap('authorship').get('new')).toMatchObject({ author: 'ann' })
    ann.edit(() => moveCard(ann.board, 'new', 5, 6))
    await stored(ann, 2)
    expect((await bench.rooms.open('b')).state.cards.get('new')).toMatchObject({ author: 'ann', x: 5, title: 'Ship' })
  })
})

describe('the facts of a room', () => {
  it('[WS30] follow every change, as a state and as a board file, and untouched records stay the same', async () => {
    const bench = await roomBench()
    const [ann, room] = [await bench.join({ actor: { person: 'ann' } }), await bench.rooms.open('b')]
    const before = room.state
    ann.edit(() => addCard(ann.board, { id: 'new', kind: 'goal', x: 1, y: 2, title: 'Ship' }))
    await stored(ann, 1)
    expect(room.state.cards.get('new')).toMatchObject({ title: 'Ship', author: 'ann' })
    expect(room.state.cards.get('card')).toBe(before.cards.get('card'))
    await room.edit('language', (board) => putLanguage(board, 'de'))
    expect(room.state.language).toBe('de')
    const now = new Date('2026-11-20T12:00:00.000Z')
    expect(room.file(now)).toMatchObject({ title: 'First', exportedAt: now.toISOString(), cards: [{ id: 'card' }, { id: 'new', title: 'Ship' }] })
    expect(room.present).toEqual(new Set(['ann']))
  })
})
