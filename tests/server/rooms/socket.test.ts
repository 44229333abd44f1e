// The WebSocket over a real server: stock clients, every message type on every right, slow readers, and the end.
import { describe, expect, it, onTestFinished } from 'vitest'
import * as awareness from 'y-protocols/awareness'
import * as Y from 'yjs'
import { newBoard } from '../../../shared/board/document.ts'
import { renameBoard, setSummary } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { writeAwareness, writeSyncStep1, writeSyncStep2, writeUpdate } from '../../../shared/protocol/frames.ts'
import { RawClient, stockProvider, type Place } from '../../support/sync-client.ts'
import { startTestServer, type TestServer, type TestServerOptions } from '../../support/test-server.ts'
import { until } from '../../support/until.ts'

interface World { readonly server: TestServer; readonly edit: Place; readonly view: Place }

async function world(options: TestServerOptions = {}): Promise<World> {
  const server = await startTestServer(options)
  const answer = await fetch(`${server.url}/api/boards`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ title: 'First' }) })
  const { id, keys } = (await answer.json()) as { id: string; keys: Record<'edit' | 'view', string> }
  const place = (key: string): Place => ({ url: server.url, board: id, key })
  return { server, edit: place(keys.edit), view: place(keys.view) }
}

const rowsOf = async ({ server, edit }: World): Promise<Buffer> => Buffer.concat((await server.storage.rows(edit.board)).map(({ n, update }) => Buffer.concat([Buffer.of(n), update])))
const stateOf = async ({ server, edit }: World): Promise<string> => JSON.stringify(await server.rooms.open(edit.board).then(({ state }) => [state.title, state.summary, [...state.cards], [...state.people]]))

/** An update of a fresh client: a title and a card. */
function freshUpdate(title: string): Uint8Array {
  const board = newBoard()
  board.doc.transact(() => {
    renameBoard(board, title)
    addCard(board, { id: 'fresh', kind: 'note', x: 0, y: 0 })
  })
  return Y.encodeStateAsUpdate(board.doc)
}

function awarenessUpdate(state: object): { update: Uint8Array; clientId: number; stop(): void } {
  const own = new awareness.Awareness(new Y.Doc())
  own.setLocalState({ ...state })
  return { update: awareness.encodeAwarenessUpdate(own, [own.clientID]), clientId: own.clientID, stop: () => own.destroy() }
}

/** Connected and synced; an editor was also asked what it has. */
async function joined(world: World, right: 'edit' | 'view'): Promise<RawClient> {
  const client = await new RawClient(world[right]).opened()
  client.send(writeSyncStep1(Uint8Array.of(0)))
  await client.hears(({ type }) => type === (right === 'edit' ? 'sync-step-1' : 'sync-step-2'))
  return client
}

describe('a stock y-websocket provider', () => {
  it('[WS1] syncs, edits both ways, and hears about others', async () => {
    const here = await world()
    const [ann, bob] = [await stockProvider(here.edit), await stockProvider(here.edit)]
    ann.doc.transact(() => renameBoard(ann.board, 'By Ann'))
    bob.doc.transact(() => addCard(bob.board, { id: 'c', kind: 'goal', x: 1, y: 2, title: 'By Bob' }))
    await until(() => expect(ann.doc.getMap('cards').has('c') && bob.doc.getMap('meta').get('title')).toBe('By Ann'))
    ann.provider.awareness.setLocalStateField('cursor', { x: 3, y: 4 })
    await until(() => expect(bob.provider.awareness.getStates().get(ann.doc.clientID)).toMatchObject({ cursor: { x: 3, y: 4 }, user: { name: '' } }))
    ann.provider.destroy()
    await until(() => expect(bob.provider.awareness.getStates().has(ann.doc.clientID)).toBe(false))
    expect(Y.encodeStateVector(bob.doc)).toEqual(Y.encodeStateVector(ann.doc))
  })

  it('[WS1] carries on after a restart of the server, with what was typed meanwhile', async () => {
    const here = await world()
    const ann = await stockProvider(here.edit)
    ann.provider.maxBackoffTime = 100
    await here.server.stop()
    ann.doc.transact(() => renameBoard(ann.board, 'Offline'))
    const again = await startTestServer({ folder: here.server.folder, env: { PORT: String(here.server.port) } })
    await until(async () => expect((await again.rooms.open(here.edit.board)).state.title).toBe('Offline'), { timeout: 10_000 })
    expect(ann.provider.shouldConnect).toBe(true)
  })

  it('[WS1] with a viewer’s key reads on, and what it changes stays with it', async () => {
    const here = await world()
    const [ann, eve] = [await stockProvider(here.edit), await stockProvider(here.view)]
    eve.doc.transact(() => renameBoard(eve.board, 'By a viewer'))
    ann.doc.transact(() => setSummary(ann.board, 'By Ann'))
    await until(() => expect(eve.doc.getMap('meta').get('summary')).toBe('By Ann'))
    expect([ann.doc.getMap('meta').get('title'), eve.provider.wsconnected]).toEqual(['First', true])
  })

  it('[WS21] is stopped for good by 4401 when there is no such board', async () => {
    const here = await world()
    const stranger = await new RawClient({ ...here.edit, board: 'nowhere' }).opened()
    await stranger.isClosed(4401)
    expect(await here.server.storage.board('nowhere')).toBeUndefined()
  })
})

describe('what a connection may send', () => {
  it('[WS2] every message type, step 2 and update of a viewer leave document, rows and others as they are', async () => {
    const here = await world()
    const [ann, eve] = [await joined(here, 'edit'), await joined(here, 'view')]
    const cursor = awarenessUpdate({ cursor: 1 })
    ann.send(writeAwareness(cursor.update))
    await eve.hears(({ type }) => type === 'awareness')
    const [rows, state, heard] = [await rowsOf(here), await stateOf(here), ann.heard.length]
    const forged = freshUpdate('Forged')
    for (let type = 0; type <= 255; type++) {
      const opcode = type < 128 ? [type] : [type & 127 | 128, type >> 7]
      if (type !== 3) eve.send(Uint8Array.from([...opcode, 2, ...Buffer.from('junk')]))
    }
    for (const message of [writeSyncStep2(forged), writeUpdate(forged), writeAwareness(cursor.update), writeSyncStep2(Uint8Array.of(0, 0)), writeUpdate(Uint8Array.of(9, 9, 9))]) eve.send(message)
    // Its own question is still answered, so everything before it was handled.
    const before = eve.frames.filter(({ type }) => type === 'sync-step-2').length
    eve.send(writeSyncStep1(Uint8Array.of(0)))
    await until(() => expect(eve.frames.filter(({ type }) => type === 'sync-step-2').length).toBe(before + 1))
    cursor.stop()
    expect(await rowsOf(here)).toEqual(rows)
    expect(await stateOf(here)).toBe(state)
    expect(ann.heard.slice(heard).filter((message) => message[0] !== 1 || message.length > 3)).toEqual([])
    expect(eve.closed).toBeUndefined()
  })

  it('[WS3] every message type of an editor that is no sync and no presence is ignored', async () => {
    const here = await world()
    const [ann, bob] = [await joined(here, 'edit'), await joined(here, 'edit')]
    const heardByBob = (): number => bob.frames.filter(({ type }) => type !== 'epochs').length
    const [rows, heard] = [await rowsOf(here), heardByBob()]
    for (let type = 2; type <= 255; type++) if (type !== 3) ann.send(Uint8Array.from([...(type < 128 ? [type] : [type & 127 | 128, type >> 7]), 2, 1, 2, 3, 4]))
    ann.send(writeUpdate(freshUpdate('After')))
    await bob.hears(({ type }) => type === 'update')
    expect(bob.changes.length).toBe(2)
    expect(heardByBob()).toBe(heard + 1)
    expect((await rowsOf(here)).subarray(0, rows.length)).toEqual(rows)
    expect(ann.closed).toBeUndefined()
  })

  it('[WS7] text and bytes that are no message are dropped, and the tenth ends the connection', async () => {
    const here = await world()
    const [ann, bob] = [await joined(here, 'edit'), await joined(here, 'view')]
    const heard = bob.heard.length
    for (let i = 0; i < 9; i++) ann.send(i % 2 === 0 ? '{"type":"update"}' : Uint8Array.of(0, 2, 250))
    ann.send(writeUpdate(freshUpdate('Still here')))
    await bob.hears(({ type }) => type === 'update')
    ann.send('tenth')
    await ann.isClosed(4409)
    expect(bob.heard.length).toBeGreaterThan(heard)
  })

  it('[WS4] garbage inside a sync message closes its sender with 4409, and nobody else notices', async () => {
    const here = await world()
    const bob = await joined(here, 'edit')
    const [rows, state, heard] = [await rowsOf(here), await stateOf(here), bob.heard.length]
    for (const garbage of [[9], [255, 255, 255, 255, 7], [1, 1, 1, 0, 200], Array.from({ length: 200 }, (_, i) => (i * 37) & 255)]) {
      const ann = await joined(here, 'edit')
      ann.send(writeUpdate(Uint8Array.from(garbage)))
      await ann.isClosed(4409)
    }
    expect([await stateOf(here), (await rowsOf(here)).equals(rows), bob.heard.length]).toEqual([state, true, heard])
  })

  it('[WS5] a change above the limit closes with 4413, a frame beyond reading ends the connection, and the server lives', async () => {
    const here = await world()
    const [ann, bob, eve] = [await joined(here, 'edit'), await joined(here, 'edit'), await joined(here, 'view')]
    ann.send(writeUpdate(new Uint8Array(70_000)))
    await ann.isClosed(4413)
    bob.send(new Uint8Array(6_000_000))
    await until(() => expect(bob.closed).toBeDefined())
    eve.send(writeSyncStep1(Uint8Array.of(0)))
    await until(() => expect(eve.frames.filter(({ type }) => type === 'sync-step-2').length).toBe(2))
  })

  it('[WS6] a flood of changes closes with 4429', async () => {
    const here = await world({ env: { TACIT_LIMITS: 'updatesBurst=50' } })
    const ann = await joined(here, 'edit')
    for (let i = 0; i < 200; i++) ann.send(writeUpdate(Uint8Array.of(0, 0)))
    await ann.isClosed(4429)
  })

  it('[WS16] presence comes at most 30 times a second, however fast it is sent', async () => {
    const here = await world()
    const [ann, bob] = [await joined(here, 'edit'), await joined(here, 'edit')]
    const own = new awareness.Awareness(new Y.Doc())
    onTestFinished(() => own.destroy())
    const began = performance.now()
    for (let i = 0; i < 600; i++) {
      own.setLocalState({ i })
      ann.send(writeAwareness(awareness.encodeAwarenessUpdate(own, [own.clientID])))
      if (i % 20 === 19) await new Promise((done) => setImmediate(done))
    }
    const seen = new awareness.Awareness(new Y.Doc())
    onTestFinished(() => seen.destroy())
    let taken = 0
    await until(() => {
      for (const frame of bob.frames.slice(taken)) if (frame.type === 'awareness') awareness.applyAwarenessUpdate(seen, frame.update, 'server')
      taken = bob.frames.length
      expect(seen.getStates().get(own.clientID)).toMatchObject({ i: 599 })
    }, { interval: 5 })
    const frames = bob.frames.filter(({ type }) => type === 'awareness').length
    expect(frames).toBeLessThanOrEqual(Math.ceil((performance.now() - began) / 33) + 2)
  })
})

describe('the end of a connection', () => {
  it('[WS23] comes when it says nothing within the deadline', async () => {
    const here = await world({ env: { TACIT_LIMITS: 'joinDeadlineMs=100' } })
    const mute = await new RawClient(here.edit).opened()
    await mute.isClosed(1013)
    expect((await joined(here, 'edit')).closed).toBeUndefined()
  })

  it('[WS19] comes with 1012 when the server stops, after what was sent is on disk', async () => {
    const here = await world()
    const ann = await joined(here, 'edit')
    const bob = await joined(here, 'edit')
    ann.send(writeUpdate(freshUpdate('Last words')))
    await bob.hears(({ type }) => type === 'update')
    await here.server.stop()
    await ann.isClosed(1012)
    const again = await startTestServer({ folder: here.server.folder })
    expect((await again.rooms.open(here.edit.board)).state.title).toBe('Last words')
  })

  it('[WS18] comes with 1013 for one who asks for a large board again and reads nothing, and not for one who reads slowly', async () => {
    const here = await world({ env: { TACIT_LIMITS: 'socketBufferBytes=100000,updatesBurst=1000,bytesPerSecond=100000000' } })
    const board = newBoard()
    const ann = await joined(here, 'edit')
    for (let card = 0; card < 400; card++) {
      board.doc.once('update', (update: Uint8Array) => ann.send(writeUpdate(update)))
      board.doc.transact(() => addCard(board, { id: `card-${card}`, kind: 'note', x: 0, y: 0, title: 'Large', body: 'y'.repeat(20_000) }))
    }
    await ann.hears((frame) => frame.type === 'stored' && frame.count === 400)
    const [greedy, slow] = [await joined(here, 'view'), await joined(here, 'view')]
    for (const client of [greedy, slow]) client.socket.pause()
    const question = writeSyncStep1(Y.encodeStateVector(new Map([[77, 1]])))
    slow.send(question)
    for (let i = 0; i < 15; i++) greedy.send(question)
    await until(async () => expect((await here.server.rooms.open(here.view.board)).state.cards.size).toBe(400))
    for (const client of [greedy, slow]) client.socket.resume()
    await greedy.isClosed(1013)
    await until(() => expect(slow.frames.filter(({ type }) => type === 'sync-step-2')).toHaveLength(2), { timeout: 10_000 })
    expect([slow.closed, ann.closed]).toEqual([undefined, undefined])
  })

  it('[WS18] comes with 1013 for a reader that does not read, and the others do not notice', async () => {
    const here = await world({ env: { TACIT_LIMITS: 'socketBufferBytes=200000,updatesBurst=100000,bytesPerSecond=100000000' } })
    const [ann, bob, slow] = [await joined(here, 'edit'), await joined(here, 'view'), await joined(here, 'view')]
    const board = newBoard()
    const send = (change: () => void): void => {
      board.doc.once('update', (update: Uint8Array) => ann.send(writeUpdate(update)))
      board.doc.transact(change)
    }
    slow.socket.pause()
    // The kernel's buffers take some megabytes before the server's own buffer fills.
    for (let i = 1; i <= 3_000; i++) {
      send(() => setSummary(board, `${i} ${'y'.repeat(1_900)}`))
      if (i % 50 === 0) await ann.hears((frame) => frame.type === 'stored' && frame.count === i)
    }
    await bob.hears((frame) => frame.type === 'update' && Buffer.from(frame.update).includes('3000 yyy'))
    slow.socket.resume()
    await slow.isClosed(1013)
    expect(slow.heard.length).toBeLessThan(bob.heard.length)
    expect([ann.closed, bob.closed]).toEqual([undefined, undefined])
  })
})
