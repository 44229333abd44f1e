// What a hostile peer may say of itself: no place that nobody can look at, and nothing of another shape.
import { expect } from '@open-wc/testing'
import { peerOf } from '../../../client/session/presence.ts'

const user = { person: 'eve', name: 'Eve', color: '#3b6fd4' }

describe('a peer', () => {
  it('shows no place beyond any board', () => {
    const far = peerOf(1, { user, pointer: { x: 1e300, y: 0 }, dragging: { cards: ['a'], dx: 1e300, dy: -1e300 }, view: [1e15, 0, 10, 10] })
    expect(far).to.deep.equal({ clientId: 1, person: 'eve', name: 'Eve', color: '#3b6fd4' })
    expect(peerOf(1, { user, view: [0, 0, 1e300, 1] })?.view).to.equal(undefined)
    expect(peerOf(1, { user, pointer: { x: -20_000_000, y: 5 }, view: [0, 0, 100, 50] })).to.deep.include({ cursor: { x: -20_000_000, y: 5 }, view: { x: 0, y: 0, width: 100, height: 50 } })
  })

  it('leaves out what has another shape', () => {
    const odd = peerOf(1, { user, pointer: ['x'], dragging: { cards: 'all', dx: '1', dy: 1 }, selected: { length: 3 }, editing: {}, following: 7, view: [0, 0, -1, 5], __proto__: { cursor: 1 } })
    expect(odd).to.deep.equal({ clientId: 1, person: 'eve', name: 'Eve', color: '#3b6fd4' })
    expect(peerOf(1, [])).to.equal(undefined)
    expect(peerOf(1, { user: { name: '' } })).to.equal(undefined)
  })
})
