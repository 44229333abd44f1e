// What the session tells others of its presence over a socket: only its own, not too often, and never ahead of the
// change that it ends in.
import { expect } from '@open-wc/testing'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import { moveCard } from '../../../shared/board/write-cards.ts'
import { writeAwareness } from '../../../shared/protocol/frames.ts'
import { until } from '../../support/local-session.ts'
import { openOnServer, server, serveInPage } from '../../support/page-server.ts'

describe('presence on a socket', () => {
  serveInPage()

  it('the presence of others is not sent back, the own at most every 40 ms', async () => {
    const session = await openOnServer()
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
    const session = await openOnServer()
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
})
