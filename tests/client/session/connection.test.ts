// The session on a socket that a small server in the page holds: what leaves as one message, what counts as saved, what
// comes back after a broken connection, what happens when the server refuses.
import type { Map as YMap } from 'yjs'
import { expect } from '@open-wc/testing'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { applyUpdate, diffUpdate, Doc, encodeStateAsUpdate, encodeStateVector, getState } from 'yjs'
import { openSession } from '../../../client/session/open-session.ts'
import type { Session } from '../../../client/session/session.ts'
import { cardText, newBoard } from '../../../shared/board/document.ts'
import { addCard, moveCard, replaceTitle, revealCard } from '../../../shared/board/write-cards.ts'
import { putPerson } from '../../../shared/board/write-records.ts'
import { readFrame, writeAwareness, writeEpochs, writeNotSaved, writeStored, writeSyncStep1, writeSyncStep2, writeUpdate, type Frame } from '../../../shared/protocol/frames.ts'
import { person, until, withCards } from '../../support/local-session.ts'

const me = person('ana')

/** One page's server: the document, the sockets that were opened, and what came over them. */
class Server {
  board = newBoard(1)
  readonly sockets: FakeSocket[] = []
  readonly frames: Frame[] = []
  up = true
  /** What message 102 says ahead of an answer; undefined: it is not sent. */
  epochs: { readonly id: string; readonly from: number }[] | undefined

  constructor() {
    this.board.doc.transact(() => {
      withCards('One', 'Two')(this.board)
      putPerson(this.board, me)
    })
  }

  get live(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (socket === undefined) throw new Error('nobody has come')
    return socket
  }

  opened(socket: FakeSocket): void {
    this.sockets.push(socket)
    if (!this.up) return socket.cut(1006)
    socket.accept()
    socket.give(writeSyncStep1(encodeStateVector(this.board.doc)))
  }

  take(socket: FakeSocket, bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    this.frames.push(frame)
    if (frame.type === 'sync-step-1') this.answer(socket, frame.stateVector)
    if (frame.type === 'update' || frame.type === 'sync-step-2') {
      socket.taken++
      applyUpdate(this.board.doc, frame.update, socket)
    }
  }

  answer(socket: FakeSocket, stateVector: Uint8Array): void {
    if (this.epochs !== undefined) socket.give(writeEpochs({ clock: getState(this.board.doc.store, 1), epochs: this.epochs }))
    socket.give(writeSyncStep2(encodeStateAsUpdate(this.board.doc, stateVector)))
  }

  /** As a server that was put back to a backup: its own clock goes on from there. */
  goBack(older: Uint8Array): void {
    this.board = newBoard(1)
    applyUpdate(this.board.doc, older)
    // Nobody brings the server what it wrote itself.
    const own = encodeStateVector(new Map([[1, 2 ** 31]]))
    const { take } = this
    this.take = (socket, bytes) => {
      const frame = readFrame(bytes)
      take.call(this, socket, frame.type === 'sync-step-2' ? writeSyncStep2(diffUpdate(frame.update, own)) : bytes)
    }
  }

  get updates(): readonly Frame[] {
    return this.frames.filter(({ type }) => type === 'update')
  }
}

let server = new Server()

class FakeSocket {
  static readonly OPEN = 1
  readonly OPEN = 1
  readyState = 0
  binaryType = ''
  taken = 0
  readonly url: string
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null

  constructor(url: string) {
    this.url = url
    queueMicrotask(() => server.opened(this))
  }

  accept(): void {
    this.readyState = 1
    this.onopen?.()
  }

  give(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes.slice().buffer })
  }

  send(bytes: Uint8Array): void {
    if (this.readyState === 1) server.take(this, new Uint8Array(bytes))
  }

  cut(code: number, reason = ''): void {
    this.readyState = 3
    this.onclose?.({ code, reason })
  }

  close(): void {
    this.readyState = 3
  }
}

async function open(): Promise<Session> {
  const session = openSession({ boardId: 'b1', right: 'edit', me, url: 'ws://server/sync' })
  await until('ready', () => session.ready.value)
  server.live.give(writeStored(server.live.taken))
  return session
}

const real = window.WebSocket

describe('session on a socket', () => {
  beforeEach(() => {
    server = new Server()
    window.WebSocket = FakeSocket as unknown as typeof WebSocket
  })
  afterEach(() => { window.WebSocket = real })

  it('asks for acknowledgement and puts no key into the address', async () => {
    const session = await open()
    expect(server.live.url).to.equal('ws://server/sync/b1?v=1')
    session.close()
  })

  it('the hidden and the tracked half of a new card leave in one message', async () => {
    const session = await open()
    session.prepare((board) => addCard(board, { id: 'new1', kind: 'risk', x: 0, y: 0, hidden: true }))
    // What goes on meanwhile, such as a moving pointer, does not tear the two apart.
    server.frames.length = 0
    session.show({ cursor: { x: 1, y: 1 } })
    await until('the pointer is told', () => server.frames.some(({ type }) => type === 'awareness'))
    expect(server.updates.length).to.equal(0)
    session.edit('new card', (board) => revealCard(board, 'new1'))
    await until('sent', () => server.updates.length > 0)
    expect(server.updates.length).to.equal(1)
    expect(session.board.value.cards.get('new1')?.deleted).to.equal(false)
    session.close()
  })

  it('a hidden half leaves alone when somebody waits until all is on disk', async () => {
    const session = await open()
    session.prepare((board) => addCard(board, { id: 'new1', kind: 'risk', x: 0, y: 0, hidden: true }))
    const settled = session.settled()
    await until('sent', () => server.updates.length === 1)
    server.live.give(writeStored(server.live.taken))
    await settled
    session.close()
  })

  it('a burst leaves merged, at most one message in 20 ms after the first', async () => {
    const session = await open()
    for (let n = 1; n <= 50; n++) session.edit(`move ${n}`, (board) => moveCard(board, 'card1', n, n))
    await until('all is there', () => JSON.stringify(server.board.doc.getMap<YMap<unknown>>('cards').get('card1')?.get('pos')) === '[50,50]')
    expect(server.updates.length).to.be.within(1, 3)
    session.close()
  })

  it('is saved when the server has counted the message, saving after 800 ms, and never before', async () => {
    const session = await open()
    session.edit('move', (board) => moveCard(board, 'card1', 8, 8))
    await until('saving', () => session.save.value.kind === 'saving')
    expect(session.save.value).to.deep.equal({ kind: 'saving', pending: 1 })
    server.live.give(writeStored(server.live.taken - 1))
    expect(session.save.value.kind).to.equal('saving')
    server.live.give(writeStored(server.live.taken))
    expect(session.save.value.kind).to.equal('saved')
    session.close()
  })

  it('what was made or in flight without a connection is sent in the step 2 of the next one', async () => {
    const session = await open()
    session.edit('move', (board) => moveCard(board, 'card1', 8, 8))
    await until('sent', () => server.updates.length === 1)
    server.up = false
    server.live.cut(1012)
    session.edit('rename', (board) => replaceTitle(board, 'card2', 'Second'))
    await until('offline', () => session.save.value.kind === 'offline')
    expect(session.save.value).to.deep.equal({ kind: 'offline', pending: 2 })
    server.up = true
    await until('back', () => server.live.readyState === 1 && server.live.taken > 0)
    expect(server.updates.length).to.equal(1)
    expect(cardText(server.board, 'card2', 'title')?.toString()).to.contain('Second')
    server.live.give(writeStored(1))
    expect(session.save.value.kind).to.equal('saved')
    session.close()
  })

  it('typed between opening and the step 1 of the server is not sent ahead of it', async () => {
    const session = await open()
    server.opened = (socket) => {
      server.sockets.push(socket)
      socket.accept()
    }
    server.live.cut(1012)
    session.edit('offline', (board) => moveCard(board, 'card1', 8, 8))
    await until('open', () => server.sockets.length === 2)
    session.edit('early', (board) => moveCard(board, 'card1', 16, 16))
    // A presence goes out after the edits before it: when it has come, what was ready to go has gone.
    server.frames.length = 0
    session.show({ selected: ['card1'] })
    await until('a presence', () => server.frames.some(({ type }) => type === 'awareness'))
    expect(server.updates.length).to.equal(0)
    server.live.give(writeSyncStep1(encodeStateVector(server.board.doc)))
    expect(server.live.taken).to.equal(1)
    expect(JSON.stringify(server.board.doc.getMap<YMap<unknown>>('cards').get('card1')?.get('pos'))).to.equal('[16,16]')
    session.close()
  })

  it('message 101 is told with its sentence until the rest is on disk', async () => {
    const session = await open()
    session.edit('move', (board) => moveCard(board, 'card1', 8, 8))
    await until('sent', () => server.updates.length === 1)
    session.edit('rename', (board) => replaceTitle(board, 'card2', 'Second'))
    await until('both are sent', () => server.updates.length === 2)
    const sentence = 'The disk of the server is full. Your changes are kept here and tried again.'
    server.live.give(writeNotSaved('full', '/data/tacit.sqlite cannot grow'))
    expect(session.save.value).to.deep.equal({ kind: 'not-saved', pending: 2, sentence })
    server.live.give(writeStored(server.live.taken - 1))
    expect(session.save.value).to.deep.equal({ kind: 'not-saved', pending: 1, sentence })
    server.live.give(writeStored(server.live.taken))
    expect(session.save.value.kind).to.equal('saved')
    session.close()
  })

  it('a refused document is left: the board is loaded afresh, the words are kept to copy until they are read', async () => {
    const session = await open()
    server.take = (socket, bytes) => {
      const frame = readFrame(bytes)
      if (frame.type === 'update') socket.cut(4409, 'cards/card1/title: In the words of the server.')
      else if (frame.type === 'sync-step-1') socket.give(writeSyncStep2(encodeStateAsUpdate(server.board.doc, frame.stateVector)))
    }
    session.edit('rename', (board) => replaceTitle(board, 'card1', 'Not to be'))
    await until('not saved', () => session.save.value.kind === 'not-saved')
    await until('afresh', () => session.ready.value)
    expect(session.board.value.cards.get('card1')?.title).to.equal('One')
    const { save } = session
    expect(save.value).to.include({ kind: 'not-saved', pending: 1, kept: 'Not to be' })
    expect((save.value as { sentence: string }).sentence).to.contain('the title of the card “Not to be”').and.not.to.contain('words of the server')
    expect(session.undo()).to.deep.equal({ kind: 'nothing' })
    session.dismissNotSaved()
    expect(save.value.kind).to.equal('saved')
    session.close()
  })

  it('[AP3] a server that went back to an older copy gets what was made here, and its new writes are seen', async () => {
    const older = encodeStateAsUpdate(server.board.doc)
    server.board.doc.transact(() => putPerson(server.board, person('late')))
    const session = await open()
    expect(session.board.value.people.has('late')).to.equal(true)
    session.edit('rename', (board) => replaceTitle(board, 'card1', 'Made since'))
    server.live.give(writeStored(server.live.taken))
    server.goBack(older)
    server.live.cut(1006)
    await until('it is back', () => server.sockets.length === 2)
    await until('the change is brought', () => server.live.taken > 0)
    server.live.give(writeStored(server.live.taken))
    await until('afresh', () => session.ready.value && !session.board.value.people.has('late'))
    expect(session.board.value.cards.get('card1')?.title).to.equal('Made since')
    expect(session.save.value.kind).to.not.equal('not-saved')
    const before = encodeStateVector(server.board.doc)
    server.board.doc.transact(() => putPerson(server.board, person('new')))
    server.live.give(writeUpdate(encodeStateAsUpdate(server.board.doc, before)))
    await until('the new write is seen', () => session.board.value.people.has('new'))
    expect(server.sockets.length).to.equal(3)
    session.close()
  })

  it('[AP3] a write that comes ahead of the step 1 of its connection is no older copy', async () => {
    const session = await open()
    const accept = server.opened.bind(server)
    server.opened = (socket) => {
      const before = encodeStateVector(server.board.doc)
      server.opened = accept
      server.sockets.push(socket)
      socket.accept()
      server.board.doc.transact(() => putPerson(server.board, person('late')))
      socket.give(writeUpdate(encodeStateAsUpdate(server.board.doc, before)))
      socket.give(writeSyncStep1(before))
      socket.give(writeStored(socket.taken))
    }
    server.live.cut(1006)
    await until('it is back', () => server.sockets.length === 2 && server.live.taken > 0)
    server.live.give(writeStored(server.live.taken))
    expect(session.board.value.people.has('late')).to.equal(true)
    expect(session.ready.value).to.equal(true)
    expect(server.sockets.length).to.equal(2)
    session.close()
  })

  /** A server that was put back and has written more than was lost; `right` of the page that comes back to it. */
  async function comesBack(right: 'edit' | 'view', marked: readonly { readonly id: string; readonly from: number }[]): Promise<Session> {
    const older = encodeStateAsUpdate(server.board.doc)
    const clock = getState(server.board.doc.store, 1)
    server.epochs = [{ id: 'first', from: clock }]
    server.board.doc.transact(() => putPerson(server.board, person('late')))
    const session = openSession({ boardId: 'b1', right, me: right === 'edit' ? me : undefined, url: 'ws://server/sync' })
    await until('ready', () => session.ready.value)
    expect(session.board.value.people.has('late')).to.equal(true)
    if (right === 'edit') session.edit('rename', (board) => replaceTitle(board, 'card1', 'Made since'))
    server.live.give(writeStored(server.live.taken))
    server.goBack(older)
    server.epochs = [...server.epochs.filter(({ from }) => from < clock), ...marked]
    for (const name of ['new', 'newer', 'newest']) server.board.doc.transact(() => putPerson(server.board, person(name)))
    server.live.cut(1006)
    await until('it is back', () => server.sockets.length >= 2)
    return session
  }

  it('[AP4] a server that went back and has long written more gets what was made here, and its writes are seen', async () => {
    const session = await comesBack('edit', [{ id: 'second', from: getState(server.board.doc.store, 1) }])
    await until('the change is brought', () => server.live.taken > 0)
    server.live.give(writeStored(server.live.taken))
    await until('afresh', () => session.ready.value && session.board.value.people.has('newest') && !session.board.value.people.has('late'))
    expect(['new', 'newer'].every((name) => session.board.value.people.has(name))).to.equal(true)
    expect(session.board.value.cards.get('card1')?.title).to.equal('Made since')
    expect(session.save.value.kind).to.not.equal('not-saved')
    session.close()
  })

  it('[AP4] readers are refreshed in silence', async () => {
    const session = await comesBack('view', [{ id: 'second', from: getState(server.board.doc.store, 1) }])
    await until('afresh', () => session.ready.value && session.board.value.people.has('newest') && !session.board.value.people.has('late'))
    expect(['new', 'newer'].every((name) => session.board.value.people.has(name))).to.equal(true)
    expect([session.save.value.kind, session.kept.value]).to.deep.equal(['view-only', []])
    session.close()
  })

  it('[AP4] a server that only started again and wrote on alarms nobody', async () => {
    server.epochs = [{ id: 'first', from: 0 }]
    const session = await open()
    server.epochs.push({ id: 'second', from: getState(server.board.doc.store, 1) })
    server.live.cut(1006)
    await until('it is back', () => server.sockets.length === 2 && server.live.taken > 0)
    server.board.doc.transact(() => putPerson(server.board, person('late')))
    server.epochs.push({ id: 'third', from: getState(server.board.doc.store, 1) })
    server.live.cut(1006)
    await until('it is back again', () => server.sockets.length === 3 && server.live.taken > 0)
    server.live.give(writeStored(server.live.taken))
    await until('settled', () => session.board.value.people.has('late'))
    expect(session.ready.value).to.equal(true)
    expect(server.sockets.length).to.equal(3)
    session.close()
  })

  it('a large board is read and told in tasks after the one that brings it, with what came meanwhile; a small one at once', async () => {
    for (const many of [3, 1_200]) {
      server = new Server()
      server.board.doc.transact(() => { for (let n = 0; n < many; n++) addCard(server.board, { id: `more${n}`, kind: 'note', x: n, y: 0, title: 'More' }) })
      let inTask: readonly unknown[] = []
      const session = openSession({ boardId: 'b1', right: 'edit', me, url: 'ws://server/sync' })
      const answer = server.answer.bind(server)
      server.answer = (socket, stateVector) => {
        answer(socket, stateVector)
        inTask = [session.ready.value, session.board.value.cards.size]
        const before = encodeStateVector(server.board.doc)
        server.board.doc.transact(() => addCard(server.board, { id: 'late', kind: 'note', x: 0, y: 0 }))
        socket.give(writeUpdate(encodeStateAsUpdate(server.board.doc, before)))
      }
      await until('ready', () => session.ready.value && session.board.value.cards.has('late'))
      expect(inTask).to.deep.equal(many < 1_000 ? [true, many + 2] : [false, 0])
      expect(session.board.value.cards.size).to.equal(many + 3)
      session.edit('rename', (board) => replaceTitle(board, 'card1', 'Renamed'))
      expect(session.board.value.cards.get('card1')?.title).to.equal('Renamed')
      session.close()
    }
  })

  it('a board that is gone is told, and nobody knocks again', async () => {
    const session = await open()
    server.live.cut(4401)
    expect(session.save.value.kind).to.equal('gone')
    // Another one, cut off later for a reason that passes, is back: the first would have knocked before it.
    const other = await open()
    server.live.cut(1012)
    await until('the other is back', () => server.sockets.length >= 3)
    expect(server.sockets.length).to.equal(3)
    session.close()
    other.close()
  })

  it('the presence of others is not sent back, the own at most every 40 ms', async () => {
    const session = await open()
    const other = new Awareness(new Doc())
    server.frames.length = 0
    for (let n = 0; n < 10; n++) {
      other.setLocalState({ user: { person: 'ben', name: 'Ben', color: '#123456' }, pointer: { x: n, y: 0 } })
      server.live.give(writeAwareness(encodeAwarenessUpdate(other, [other.clientID])))
    }
    expect(session.peers.value[0]?.cursor).to.deep.equal({ x: 9, y: 0 })
    const heard = Date.now()
    await until('two gaps have passed', () => Date.now() - heard > 80)
    expect(server.frames).to.deep.equal([])
    const begun = Date.now()
    for (let n = 0; n < 20; n++) {
      session.show({ cursor: { x: n, y: n } })
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    await until('the last is sent', () => server.frames.length > 0)
    expect(server.frames.filter(({ type }) => type === 'awareness').length).to.be.at.most((Date.now() - begun) / 33 + 1)
    other.destroy()
    session.close()
  })

  it('the end of a drag is not told before the move that it ends in', async () => {
    const session = await open()
    session.edit('first', (board) => moveCard(board, 'card2', 1, 1))
    server.frames.length = 0
    session.show({ dragging: { cards: ['card1'], dx: 8, dy: 8 } })
    await until('seen', () => server.frames.some(({ type }) => type === 'awareness'))
    server.frames.length = 0
    session.edit('move', (board) => moveCard(board, 'card1', 8, 8))
    session.show({ dragging: undefined })
    await until('both', () => server.frames.some(({ type }) => type === 'awareness'))
    expect(server.frames.map(({ type }) => type)).to.deep.equal(['update', 'awareness'])
    session.close()
  })

  it('an update of others is applied and not sent back', async () => {
    const session = await open()
    const before = encodeStateVector(server.board.doc)
    moveCard(server.board, 'card1', 40, 40)
    server.live.give(writeUpdate(encodeStateAsUpdate(server.board.doc, before)))
    expect(session.board.value.cards.get('card1')).to.include({ x: 40, y: 40 })
    expect(server.updates).to.deep.equal([])
    expect(session.undo()).to.deep.equal({ kind: 'nothing' })
    session.close()
  })
})
