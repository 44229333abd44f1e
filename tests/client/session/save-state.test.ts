// The save state tells the truth: what is counted as unsaved, and what is said of it when.
import { expect } from '@open-wc/testing'
import { Ledger } from '../../../client/session/ledger.ts'
import { OFFLINE_AFTER, RECONNECTING_AFTER, SaveWatch, SAVING_AFTER, saveStateOf, type SaveFacts } from '../../../client/session/save-state.ts'

const facts = (more: Partial<SaveFacts> = {}): SaveFacts => ({ writes: true, ready: true, downSince: undefined, away: true, pending: 0, oldest: undefined, trouble: undefined, gone: undefined, ...more })

describe('ledger of unsaved changes', () => {
  it('a change is pending until the message that carries it is on disk', () => {
    const ledger = new Ledger()
    ledger.made(1_000, 1_000)
    expect([ledger.pending, ledger.oldest]).to.deep.equal([1, 1_000])
    ledger.sent(1)
    ledger.made(1_100, 1_100)
    ledger.sent(1)
    expect(ledger.pending).to.equal(2)
    ledger.stored(1)
    expect([ledger.pending, ledger.oldest]).to.deep.equal([1, 1_100])
    ledger.stored(2)
    expect([ledger.pending, ledger.oldest]).to.deep.equal([0, undefined])
  })

  it('several changes may leave in one message', () => {
    const ledger = new Ledger()
    for (let n = 0; n < 5; n++) ledger.made(n, n)
    ledger.sent(3)
    ledger.sent(2)
    ledger.stored(1)
    expect(ledger.pending).to.equal(2)
  })

  it('what was in flight when the connection broke is owed again, and counts start at 0', () => {
    const ledger = new Ledger()
    ledger.made(1, 1)
    ledger.sent(1)
    ledger.made(2, 2)
    ledger.sent(1)
    ledger.stored(1)
    ledger.made(3, 3)
    ledger.lost()
    expect([ledger.pending, ledger.oldest]).to.deep.equal([2, 2])
    ledger.sentAll()
    expect(ledger.pending).to.equal(2)
    ledger.made(4, 4)
    ledger.sent(1)
    ledger.stored(1)
    expect(ledger.pending).to.equal(1)
    ledger.stored(2)
    expect(ledger.pending).to.equal(0)
  })

  it('an empty step 2 counts as a message and carries nothing', () => {
    const ledger = new Ledger()
    ledger.sentAll()
    ledger.made(1, 1)
    ledger.sent(1)
    ledger.stored(1)
    expect(ledger.pending).to.equal(1)
    ledger.stored(1)
    expect(ledger.pending).to.equal(1)
    ledger.stored(2)
    expect(ledger.pending).to.equal(0)
  })

  it('what is typed in one breath is one change, pending until the last key of it is on disk', () => {
    const ledger = new Ledger()
    for (let key = 0; key < 8; key++) ledger.made(key, 1)
    expect(ledger.pending).to.equal(1)
    ledger.sent(3)
    ledger.sent(5)
    ledger.stored(1)
    expect(ledger.pending).to.equal(1)
    ledger.stored(2)
    expect(ledger.pending).to.equal(0)
  })

  it('a count that falls, or is larger than what was sent, harms nothing', () => {
    const ledger = new Ledger()
    ledger.made(1, 1)
    ledger.sent(1)
    ledger.stored(9)
    ledger.stored(3)
    ledger.made(2, 2)
    expect(ledger.pending).to.equal(1)
  })
})

const TABLE: readonly { name: string; facts: SaveFacts; now: number; kind: string; pending?: number; until?: number }[] = [
  { name: 'before the first sync it is connecting', facts: facts({ ready: false }), now: 0, kind: 'connecting' },
  { name: 'nothing pending is saved', facts: facts(), now: 0, kind: 'saved' },
  { name: 'a pending change is not called saving yet', facts: facts({ pending: 1, oldest: 0 }), now: SAVING_AFTER - 1, kind: 'saved', until: SAVING_AFTER },
  { name: 'after 800 ms it is saving', facts: facts({ pending: 2, oldest: 0 }), now: SAVING_AFTER, kind: 'saving', pending: 2 },
  { name: 'a blink of the connection is not called offline', facts: facts({ downSince: 0 }), now: OFFLINE_AFTER - 1, kind: 'saved', until: OFFLINE_AFTER },
  { name: 'after a second without a connection it is offline, with the number kept', facts: facts({ downSince: 0, pending: 3, oldest: 0 }), now: OFFLINE_AFTER, kind: 'offline', pending: 3 },
  { name: 'a server that never answers is offline too', facts: facts({ ready: false, downSince: 0 }), now: OFFLINE_AFTER, kind: 'offline', pending: 0 },
  { name: 'a server that does not reply is not called away yet', facts: facts({ away: false, downSince: 0, pending: 1 }), now: RECONNECTING_AFTER - 1, kind: 'saved', until: RECONNECTING_AFTER },
  { name: 'after two seconds without a reply it is reconnecting', facts: facts({ away: false, downSince: 0, pending: 1 }), now: RECONNECTING_AFTER, kind: 'reconnecting', pending: 1 },
  { name: 'a reader looks', facts: facts({ writes: false }), now: 0, kind: 'view-only' },
  { name: 'a reader without a connection is offline', facts: facts({ writes: false, downSince: 0 }), now: OFFLINE_AFTER, kind: 'offline', pending: 0 },
  { name: 'what the server could not store is not saved', facts: facts({ pending: 1, oldest: 0, trouble: { sentence: 'Disk full.', lasting: false, changes: 0 } }), now: 0, kind: 'not-saved', pending: 1 },
  { name: 'what it refused is told with its number', facts: facts({ trouble: { sentence: 'Refused.', lasting: true, changes: 2 } }), now: 0, kind: 'not-saved', pending: 2 },
  { name: 'gone is gone', facts: facts({ gone: 'No such board.', downSince: 0 }), now: 9_999, kind: 'gone' },
]

describe('save state', () => {
  for (const { name, facts: given, now, kind, pending, until } of TABLE) {
    it(name, () => {
      const said = saveStateOf(given, now)
      expect(said.state.kind).to.equal(kind)
      if (pending !== undefined) expect(said.state).to.include({ pending })
      if (until !== undefined) expect(said.until).to.equal(until)
    })
  }
})

describe('changes of earlier pages', () => {
  it('are counted until the first step 2 is on disk', () => {
    const watch = new SaveWatch(true)
    watch.owe(3)
    watch.made(false)
    watch.up()
    watch.synced()
    watch.sentAll()
    expect(watch.ledger.pending).to.equal(4)
    watch.stored(1)
    expect(watch.ledger.pending).to.equal(0)
    watch.stop()
  })
})

describe('waiting for the disk', () => {
  it('is over when everything made so far is stored, and not before', async () => {
    const watch = new SaveWatch(true)
    watch.up()
    watch.synced()
    watch.made(false)
    let over = false
    const settled = watch.settled().then(() => { over = true })
    watch.sent(1)
    await Promise.resolve()
    expect(over).to.equal(false)
    watch.stored(1)
    await settled
    watch.stop()
  })

  it('fails when the change was refused', async () => {
    const watch = new SaveWatch(true)
    watch.synced()
    watch.made(false)
    const settled = watch.settled()
    watch.trouble({ sentence: 'The server refused it.', lasting: true, changes: 1 })
    const failure: unknown = await settled.catch((error: unknown) => error)
    expect(failure).to.be.an('error').with.property('message', 'The server refused it.')
    watch.stop()
  })
})
