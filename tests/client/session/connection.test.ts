// The session on a socket: what leaves as one message, what counts as saved, what comes back after a broken connection,
// what happens when the server refuses.
import { expect } from '@open-wc/testing'
import { encodeStateAsUpdate, encodeStateVector, type Map as YMap } from 'yjs'
import { openSession } from '../../../client/session/open-session.ts'
import { cardText } from '../../../shared/board/document.ts'
import { addCard, moveCard, replaceTitle, revealCard } from '../../../shared/board/write-cards.ts'
import { readFrame, writeNotSaved, writeStored, writeSyncStep1, writeSyncStep2, writeUpdate } from '../../../shared/protocol/frames.ts'
import { until } from '../../support/local-session.ts'
import { me, openOnServer, renewServer, server, serveInPage } from '../../support/page-server.ts'

describe('session on a socket', () => {
  serveInPage()

  it('asks for acknowledgement and puts no key into the address', async () => {
    const session = await openOnServer()
    expect(server.live.url).to.equal('ws://server/sync/b1?v=1')
    session.close()
  })

  it('the hidden and the tracked half of a new card leave in one message', async () => {
    const session = await openOnServer()
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
    const session = await openOnServer()
    session.prepare((board) => addCard(board, { id: 'new1', kind: 'risk', x: 0, y: 0, hidden: true }))
    const settled = session.settled()
    await until('sent', () => server.updates.length === 1)
    server.live.give(writeStored(server.live.taken))
    await settled
    session.close()
  })

  it('a burst leaves merged, at most one message in 20 ms after the first', async () => {
    const session = await openOnServer()
    for (let n = 1; n <= 50; n++) session.edit(`move ${n}`, (board) => moveCard(board, 'card1', n, n))
    await until('all is there', () => JSON.stringify(server.board.doc.getMap<YMap<unknown>>('cards').get('card1')?.get('pos')) === '[50,50]')
    expect(server.updates.length).to.be.within(1, 3)
    session.close()
  })

  it('is saved when the server has counted the message, saving after 800 ms, and never before', async () => {
    const session = await openOnServer()
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
    const session = await openOnServer()
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
    const session = await openOnServer()
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
    const session = await openOnServer()
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
    const session = await openOnServer()
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

  it('a large board is read and told in tasks after the one that brings it, with what came meanwhile; a small one at once', async () => {
    for (const many of [3, 1_200]) {
      renewServer()
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
    const session = await openOnServer()
    server.live.cut(4401)
    expect(session.save.value.kind).to.equal('gone')
    // Another one, cut off later for a reason that passes, is back: the first would have knocked before it.
    const other = await openOnServer()
    server.live.cut(1012)
    await until('the other is back', () => server.sockets.length >= 3)
    expect(server.sockets.length).to.equal(3)
    session.close()
    other.close()
  })

  it('an update of others is applied and not sent back', async () => {
    const session = await openOnServer()
    const before = encodeStateVector(server.board.doc)
    moveCard(server.board, 'card1', 40, 40)
    server.live.give(writeUpdate(encodeStateAsUpdate(server.board.doc, before)))
    expect(session.board.value.cards.get('card1')).to.include({ x: 40, y: 40 })
    expect(server.updates).to.deep.equal([])
    expect(session.undo()).to.deep.equal({ kind: 'nothing' })
    session.close()
  })
})
