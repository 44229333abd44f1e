// Everything that people say in their own name waits in one outbox: in the order in which it was said, with the words
// they saw, over the end of the page, and out once. What it met, and what was not taken, is told.
import { expect } from '@open-wc/testing'
import type { Posted } from '../../../shared/protocol/http.ts'
import { AnswerOutbox } from '../../../client/session/answer-outbox.ts'
import { ApiError } from '../../../client/session/api.ts'
import { shelfOf } from '../../../client/session/browser-shelf.ts'
import { Homecoming } from '../../../client/session/homecoming.ts'
import { SaveWatch } from '../../../client/session/save-state.ts'
import type { Given, Shelf, Waiting } from '../../../client/session/shelf.ts'
import { newId } from '../../../shared/board/ids.ts'
import { until } from '../../support/local-session.ts'
import { MemoryShelf } from '../../support/memory-shelf.ts'

const GIVEN: readonly Given[] = [
  { root: 'stances', card: 'd', stance: 'block', basis: '["decision","Launch","",""]', reason: 'Too early' },
  { root: 'attestations', card: 'a', verdict: 'confirm', basis: '["assumption","It holds","",""]', evidence: { kind: 'test', note: 'Ran' } },
  { root: 'acks', link: 'l', side: 'consumer', response: 'problem', basis: 'removed' },
  { root: 'seen', card: 'ctx' },
  { root: 'changeNotes', card: 'p', basis: '["commitment","P","","",""]', requires: 'Time' },
  { root: 'perceptions', about: 'sre', text: 'You are paged' },
  { root: 'perceptionReplies', perception: 'p1', verdict: 'wrong', basis: 'You want less', note: 'No' },
  { root: 'asks', card: 'a', team: 'sales' },
]

interface Post { readonly root: string; readonly body: Readonly<Record<string, unknown>> }

/** A server that is there or not, and what it was sent. */
class Place {
  readonly save = new SaveWatch(true)
  readonly posts: Post[] = []
  reply: (post: Post) => Posted<unknown> | ApiError = () => ({ record: {}, current: true })

  outbox(shelf: Shelf): AnswerOutbox {
    return new AnswerOutbox({
      person: () => 'ana', isUp: () => this.save.isUp, settled: () => this.save.settled(),
      write: (change) => shelf.write(change).then(() => true), reread: () => shelf.read().then(({ answers }) => answers),
      post: (root, body) => {
        const post = { root, body: { ...body } as Post['body'] }
        this.posts.push(post)
        const said = this.reply(post)
        return said instanceof ApiError ? Promise.reject(said) : Promise.resolve(said)
      },
    })
  }

  come(): void {
    this.save.synced()
    this.save.up()
  }
}

const waitingIn = ({ waiting }: AnswerOutbox): readonly string[] => waiting.value.map(({ root }) => root)
const bodiesOf = (given: readonly Given[]): object[] => given.map(({ root: _root, ...body }) => body)

describe('the outbox of what people say', () => {
  it('keeps each kind over the end of the page, and sends all in order, with the words seen, each once', async () => {
    const place = new Place()
    const shelf = new MemoryShelf()
    const handle = shelf.handle()
    const before = place.outbox(handle)
    for (const given of GIVEN) await before.give(given)
    expect(waitingIn(before)).to.deep.equal(GIVEN.map(({ root }) => root))
    before.close()
    handle.die()
    const ids = shelf.content.answers.map(({ id }) => id)
    const outbox = place.outbox(shelf.handle())
    const homecoming = new Homecoming(place.save, outbox)
    outbox.adopt(shelf.content.answers)
    homecoming.expect()
    expect(place.posts).to.deep.equal([])
    place.come()
    await until('all has gone out', () => homecoming.returned.value !== undefined)
    expect(place.posts.map(({ root }) => root)).to.deep.equal(GIVEN.map(({ root }) => root))
    expect(place.posts.map(({ body: { id: _id, ...body } }) => body)).to.deep.equal(bodiesOf(GIVEN))
    // A mark needs no id: it is set once, however often it is sent.
    expect(place.posts.map(({ root, body }) => (root === 'seen' ? body['id'] === undefined : ids.includes(String(body['id']))))).not.to.include(false)
    expect(outbox.waiting.value).to.deep.equal([])
    await until('the shelf is empty', () => shelf.content.answers.length === 0)
    expect(homecoming.returned.value).to.deep.equal({ changes: 0, answers: GIVEN.length - 1, met: [], refused: [] })
    homecoming.stop()
    outbox.close()
    place.save.stop()
  })

  it('sends what it cannot know the outcome of again, as the same record', async () => {
    const place = new Place()
    const outbox = place.outbox(new MemoryShelf().handle())
    place.come()
    let lost = true
    place.reply = () => (lost ? new ApiError('unreachable', 'Away.', 0) : { record: {}, current: true })
    expect(await outbox.give(GIVEN[0] as Given)).to.include({ root: 'stances', stance: 'block' })
    lost = false
    expect((await outbox.deliver()).sent).to.equal(1)
    const [first, second] = place.posts
    expect(second).to.deep.equal(first)
    outbox.close()
    place.save.stop()
  })

  it('keeps what a server cannot take now, and tries it again', async () => {
    const place = new Place()
    const outbox = place.outbox(new MemoryShelf().handle())
    place.come()
    for (const status of [408, 429, 500, 503]) {
      place.reply = () => new ApiError('later', 'Not now.', status)
      expect(await outbox.give(GIVEN[0] as Given), String(status)).to.include({ root: 'stances' })
      await outbox.deliver()
      expect(outbox.waiting.value.map(({ refused }) => refused), String(status)).to.deep.equal([undefined])
      place.reply = () => ({ record: {}, current: true })
      expect((await outbox.deliver()).sent, String(status)).to.equal(1)
    }
    outbox.close()
    place.save.stop()
  })

  it('tells what met newer words and what was not taken; what is not taken stays with its words until it is read', async () => {
    const place = new Place()
    const shelf = new MemoryShelf()
    const outbox = place.outbox(shelf.handle())
    for (const given of GIVEN) await outbox.give(given)
    place.reply = ({ root }) => {
      if (root === 'acks' || root === 'seen') return new ApiError('other_team', 'Only somebody of the team that is asked answers this.', 403)
      return { record: {}, current: root !== 'stances' && root !== 'changeNotes' }
    }
    place.come()
    const { sent, met, refused } = await outbox.deliver()
    expect([sent, met.map(({ root }) => root), refused.map(({ root }) => root)]).to.deep.equal([6, ['stances', 'changeNotes'], ['acks']])
    expect(outbox.waiting.value).to.have.length(1)
    expect(outbox.waiting.value[0]).to.include({ root: 'acks', link: 'l', basis: 'removed', refused: 'Only somebody of the team that is asked answers this.' })
    await until('it is kept', () => shelf.content.answers.length === 1)
    outbox.takeBack(outbox.waiting.value[0]?.id ?? '')
    await until('it is gone', () => shelf.content.answers.length === 0)
    outbox.close()
    place.save.stop()
  })

  it('rejects with the refusal when there is a connection, and keeps nothing of it', async () => {
    const place = new Place()
    const outbox = place.outbox(new MemoryShelf().handle())
    place.come()
    place.reply = () => new ApiError('no_decision', 'Stances are taken on decisions and proposals.', 422, 'card')
    const refused = await outbox.give(GIVEN[0] as Given).catch((error: unknown) => error)
    expect(refused).to.include({ code: 'no_decision', path: 'card' })
    expect(outbox.waiting.value).to.deep.equal([])
    outbox.close()
    place.save.stop()
  })

  it('takes what an earlier version of the page wrote down for the answer that it is', async () => {
    const place = new Place()
    const id = newId()
    const shelf = shelfOf(newId())
    const old = { id, order: 1, person: 'ana', card: 'a', verdict: 'refute', basis: '["assumption","It holds","",""]', givenAt: '2026-11-20T12:00:00Z' } as unknown as Waiting
    await shelf.write({ answers: [old] })
    const outbox = place.outbox(shelf)
    outbox.adopt((await shelf.read()).answers)
    expect(waitingIn(outbox)).to.deep.equal(['attestations'])
    place.come()
    expect((await outbox.deliver()).sent).to.equal(1)
    expect(place.posts).to.deep.equal([{ root: 'attestations', body: { id, card: 'a', verdict: 'refute', basis: '["assumption","It holds","",""]' } }])
    outbox.close()
    place.save.stop()
  })
})
