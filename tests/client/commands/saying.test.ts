// What people say beyond answers: the words that each goes with, the sentence that it is answered with, who may not, and
// that it waits without the server.
import { expect } from '@open-wc/testing'
import { acknowledge, markSeen, noteChange, perceive, replyTo, takeBaseline, takeStance } from '../../../client/commands/say/saying.ts'
import { cardOfUnsent, subjectOfUnsent, wordsOfUnsent } from '../../../client/commands/unsent.ts'
import { ApiError } from '../../../client/session/api.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Person } from '../../../shared/board/records.ts'
import { replaceTitle } from '../../../shared/board/write-cards.ts'
import { markSeen as putSeen } from '../../../shared/board/write-records.ts'
import { Hub, person, until } from '../../support/local-session.ts'
import { BELIEF, DECISION, fillSaidBoard, NEED, PROMISE } from '../../support/said-board.ts'

async function join(me: Person | undefined): Promise<{ hub: Hub; session: Session }> {
  const hub = new Hub(fillSaidBoard)
  const session = hub.join(me)
  await until('ready', () => session.ready.value)
  return { hub, session }
}

interface Sent { readonly path: string; readonly body: Readonly<Record<string, unknown>> }

/** The server's HTTP, answered in the page; `undefined`: it is away. */
async function served(reply: (sent: Sent) => object | undefined, run: () => Promise<unknown>): Promise<readonly Sent[]> {
  const real = window.fetch
  const sent: Sent[] = []
  window.fetch = (path, init) => {
    const request = { path: String(path).replace('/api/boards/local/', ''), body: JSON.parse(String(init?.body ?? 'null')) as Sent['body'] }
    sent.push(request)
    const body = reply(request)
    return body === undefined ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response(JSON.stringify(body), { status: 'error' in body ? 422 : 201 }))
  }
  try {
    await run()
  } finally {
    window.fetch = real
  }
  return sent
}

const taken = (): object => ({ record: {}, current: true })

describe('saying something', () => {
  it('goes with the words on screen, and is answered with a sentence', async () => {
    const { session } = await join(person('ana', 'sre'))
    const said: string[] = []
    const sent = await served(taken, async () => {
      said.push((await takeStance(session, 'd', { stance: 'disagree_commit', reason: ' Too early ' })).said)
      said.push((await acknowledge(session, 'dp', { side: 'provider', response: 'will_try' })).said)
      said.push((await noteChange(session, 'prov', { requires: ' Retry ', needs: ' ' })).said)
      said.push((await perceive(session, 'product', ' Dates ')).said, (await perceive(session, 'product', '')).said)
      said.push((await replyTo(session, 'belief', { verdict: 'partly' })).said)
    })
    expect(said).to.deep.equal(['Not agreed, and carried by sre', 'sre will try', 'Your note goes with the change', 'Said about product', 'No longer said about product', 'You say: partly right'])
    expect(sent.map(({ path, body: { id: _id, ...body } }) => ({ path, ...body }))).to.deep.equal([
      { path: 'stances', card: 'd', stance: 'disagree_commit', basis: DECISION, reason: 'Too early' },
      { path: 'acks', link: 'dp', side: 'provider', response: 'will_try', basis: NEED },
      { path: 'changeNotes', card: 'prov', basis: PROMISE, requires: 'Retry' },
      { path: 'perceptions', about: 'product', text: 'Dates' }, { path: 'perceptions', about: 'product', text: '' },
      { path: 'perceptionReplies', perception: 'belief', verdict: 'partly', basis: BELIEF },
    ])
    session.close()
  })

  it('goes with what the person saw when that is not what stands now, and says so', async () => {
    const { session } = await join(person('ana', 'product'))
    session.edit('title', (board) => replaceTitle(board, 'prov', 'Rate limiter, later'))
    const sent = await served(() => ({ record: {}, current: false, statement: '["commitment","Rate limiter, later","","","2026-07-01"]' }), async () => {
      const { said, current } = await acknowledge(session, 'dp', { side: 'consumer', response: 'ok' }, PROMISE)
      expect([said, current]).to.deep.equal(['product is fine with it. The words have changed meanwhile. It stands for the words you saw.', false])
      await takeStance(session, 'd', { stance: 'agree' }, DECISION)
    })
    expect(sent.map(({ body }) => body['basis'])).to.deep.equal([PROMISE, DECISION])
    session.close()
  })

  it('waits without the server, can be taken back, and tells what it is about', async () => {
    const { session } = await join(person('ana', 'product'))
    await served(() => undefined, async () => {
      const { said, takeBack } = await takeStance(session, 'd', { stance: 'block', reason: 'Too early' })
      expect(said).to.equal('Blocked for product. It waits here to be sent.')
      await acknowledge(session, 'dp', { side: 'consumer', response: 'problem', reason: 'No time' })
      await noteChange(session, 'need', { needs: 'Time', ifNot: 'Late' })
      await perceive(session, 'sre', 'You are paged')
      await markSeen(session, 'ctx')
      const { board, outbox } = session
      expect(outbox.value.map((one) => [one.root, cardOfUnsent(board.value, one), subjectOfUnsent(board.value, one), wordsOfUnsent(one)])).to.deep.equal([
        ['stances', 'd', 'Launch on 1 July', 'Too early'], ['acks', 'prov', 'Rate limiter in gateway', 'No time'], ['changeNotes', 'need', 'Public API beta', 'Time\nLate'],
        ['perceptions', undefined, 'sre', 'You are paged'], ['seen', 'ctx', 'Three of five left', ''],
      ])
      takeBack?.()
      expect(outbox.value.map(({ root }) => root)).to.deep.equal(['acks', 'changeNotes', 'perceptions', 'seen'])
    })
    session.close()
  })

  it('rejects with the words for the refusal', async () => {
    const { session } = await join(person('ana', 'sales'))
    await served(() => ({ error: { code: 'other_team', message: 'Xyz.' } }), async () => {
      const refused = await acknowledge(session, 'dp', { side: 'consumer', response: 'ok' }).catch((error: unknown) => error)
      expect(refused).to.be.instanceOf(ApiError)
      expect(refused).to.include({ code: 'other_team', message: 'Only somebody of the team that is asked answers this.' })
    })
    expect(session.outbox.value).to.deep.equal([])
    session.close()
  })

  it('is for members with a team, on what is there', async () => {
    for (const [me, sentence] of [[undefined, 'Answers come from members'], [person('gil', 'sre', 'guest'), 'Answers come from members'], [person('lone', ''), 'Choose your team first']] as const) {
      const { session } = await join(me)
      const sent = await served(taken, async () => {
        for (const say of [() => takeStance(session, 'd', { stance: 'agree' }), () => acknowledge(session, 'dp', { side: 'consumer', response: 'ok' }), () => noteChange(session, 'prov', { needs: 'x' }), () => perceive(session, 'sre', 'x'), () => replyTo(session, 'belief', { verdict: 'right' })]) {
          expect(String(await say().catch((error: unknown) => error))).to.contain(sentence)
        }
        if (me?.id !== 'lone') await markSeen(session, 'ctx')
      })
      expect(sent).to.deep.equal([])
      session.close()
    }
    const { session } = await join(person('ana', 'sre'))
    for (const say of [() => takeStance(session, 'none', { stance: 'agree' }), () => acknowledge(session, 'none', { side: 'consumer', response: 'ok' }), () => noteChange(session, 'none', { needs: 'x' }), () => replyTo(session, 'none', { verdict: 'right' })]) {
      expect(String(await say().catch((error: unknown) => error))).to.contain('This is no longer on the board.')
    }
    session.close()
  })
})

describe('marks and baselines', () => {
  it('a card is marked as seen once', async () => {
    const { hub, session } = await join(person('ana', 'sre'))
    const sent = await served(() => undefined, async () => {
      await markSeen(session, 'ctx')
      await markSeen(session, 'ctx')
    })
    expect(sent.map(({ path, body }) => [path, body])).to.deep.equal([['seen', { card: 'ctx' }]])
    session.takeBack(session.outbox.value[0]?.id ?? '')
    putSeen(hub.board, 'ctx', ['ana'])
    await until('it is known', () => session.board.value.seen.get('ctx')?.includes('ana') === true)
    expect(await served(taken, () => markSeen(session, 'ctx'))).to.deep.equal([])
    session.close()
  })

  it('a baseline is taken by those who lead, with the server, and says how many cards it holds', async () => {
    const { session: member } = await join(person('ana', 'sre'))
    expect(String(await takeBaseline(member).catch((error: unknown) => error))).to.contain('Owners and facilitators take a baseline.')
    member.close()
    const { session } = await join(person('mara', 'sre', 'facilitator'))
    const sent = await served(() => ({ record: { states: { a: 'unconfirmed', d: 'open' } }, current: true }), async () => {
      expect(await takeBaseline(session, ' Kick-off ')).to.equal('Where the board stands is kept: 2 cards')
    })
    expect(sent.map(({ path, body: { id, ...body } }) => [path, typeof id, body])).to.deep.equal([['baselines', 'string', { name: 'Kick-off' }]])
    await served(() => undefined, async () => {
      expect(await takeBaseline(session).catch((error: unknown) => error)).to.include({ code: 'unreachable' })
    })
    expect(session.outbox.value).to.deep.equal([])
    session.close()
  })
})
