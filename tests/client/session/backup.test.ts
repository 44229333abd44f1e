// The session before a server that was put back to an older copy: what was made here is brought, what is new there is
// seen, and a server that only started again alarms nobody.
import { expect } from '@open-wc/testing'
import { encodeStateAsUpdate, encodeStateVector, getState } from 'yjs'
import { openSession } from '../../../client/session/open-session.ts'
import type { Session } from '../../../client/session/session.ts'
import { replaceTitle } from '../../../shared/board/write-cards.ts'
import { putPerson } from '../../../shared/board/write-records.ts'
import { writeStored, writeSyncStep1, writeUpdate } from '../../../shared/protocol/frames.ts'
import { person, until } from '../../support/local-session.ts'
import { me, openOnServer, server, serveInPage } from '../../support/page-server.ts'

describe('a server put back to a backup', () => {
  serveInPage()

  it('[AP3] a server that went back to an older copy gets what was made here, and its new writes are seen', async () => {
    const older = encodeStateAsUpdate(server.board.doc)
    server.board.doc.transact(() => putPerson(server.board, person('late')))
    const session = await openOnServer()
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
    const session = await openOnServer()
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
    const session = await openOnServer()
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
})
