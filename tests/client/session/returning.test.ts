// Coming back: what went out is told once, however many ask for it to be sent, and together with the changes of the
// same time away.
import { expect } from '@open-wc/testing'
import type { PostedAttestation } from '../../../shared/protocol/http.ts'
import { AnswerOutbox } from '../../../client/session/answer-outbox.ts'
import { Homecoming } from '../../../client/session/homecoming.ts'
import { SaveWatch } from '../../../client/session/save-state.ts'
import type { Returned } from '../../../client/session/session.ts'
import { until } from '../../support/local-session.ts'

describe('coming back', () => {
  it('an answer that several asked to send at once is told once', async () => {
    const save = new SaveWatch(true)
    let take: () => void = () => undefined
    let posted = 0
    const taken = new Promise<void>((resolve) => { take = resolve })
    const outbox = new AnswerOutbox({
      person: () => 'ana', isUp: () => save.isUp, settled: () => save.settled(), write: () => Promise.resolve(true),
      post: () => { posted++; return taken.then(() => ({ current: false }) as PostedAttestation) },
    })
    const homecoming = new Homecoming(save, outbox)
    const told: (Returned | undefined)[] = []
    homecoming.returned.subscribe(() => told.push(homecoming.returned.value))
    homecoming.expect()
    await outbox.give({ root: 'attestations', card: 'card1', verdict: 'confirm', basis: 'words' })
    save.synced()
    save.up()
    await until('it is on its way', () => posted === 1)
    const joined = outbox.deliver()
    // The connection breaks and comes back while the answer is on its way.
    save.down()
    save.failed()
    save.up()
    take()
    await joined
    await until('it is told', () => told.length > 0)
    expect((await outbox.deliver()).sent).to.equal(0)
    expect(posted).to.equal(1)
    expect(told.map((each) => [each?.answers, each?.met.length])).to.deep.equal([[1, 1]])
    homecoming.stop()
    outbox.close()
    save.stop()
  })
})
