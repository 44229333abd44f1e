// Whoever comes and goes under ever new clientIDs: their names are remembered, but not all of them for ever.
import { expect } from '@open-wc/testing'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import { peerOf, PresenceWatch } from '../../../client/session/presence.ts'

/** Another browser under this clientID. */
function visitor(clientId: number, name: string): { readonly awareness: Awareness; readonly showTo: (own: Awareness) => void; readonly leave: (own: Awareness) => void } {
  const doc = new Doc()
  doc.clientID = clientId
  const awareness = new Awareness(doc)
  awareness.setLocalState({ user: { person: 'eve', name, color: '#3b6fd4' } })
  return {
    awareness,
    showTo: (own) => {
      applyAwarenessUpdate(own, encodeAwarenessUpdate(awareness, [clientId]), 'elsewhere')
      awareness.destroy()
    },
    leave: (own) => removeAwarenessStates(own, [clientId], 'elsewhere'),
  }
}

describe('the names of those who were here', () => {
  it('are those of the latest two thousand, and of everybody who is here', () => {
    const own = new Awareness(new Doc())
    const watch = new PresenceWatch(own)
    visitor(7, 'Ana').showTo(own)
    for (let n = 0; n < 3_000; n++) {
      const eve = visitor(1_000 + n, `Eve ${n}`)
      eve.showTo(own)
      eve.leave(own)
    }
    const known = Array.from({ length: 3_000 }, (_, n) => watch.nameOf(1_000 + n)).filter((name) => name !== undefined)
    expect(known.length).to.equal(2_000)
    expect(known.at(-1)).to.equal('Eve 2999')
    expect(watch.nameOf(1_000)).to.equal(undefined)
    expect(watch.nameOf(7)).to.equal('Ana')
    expect(watch.peers.value.map(({ name }) => name)).to.deep.equal(['Ana'])
    watch.stop()
    own.destroy()
  })

  it('no id that somebody names is longer than one can be', () => {
    const long = 'x'.repeat(201)
    const user = { person: long, name: 'Eve', color: '#3b6fd4' }
    expect(peerOf(1, { user, editing: long, following: long, selected: [long, 'a', 5] })).to.deep.equal({ clientId: 1, person: '', name: 'Eve', color: '#3b6fd4', selected: ['a'] })
  })
})
