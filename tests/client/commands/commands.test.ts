// Verbs on a board: what they change, that each is one undo step, and the sentence they answer with.
import { expect } from '@open-wc/testing'
import { answer, askTeam, relieveTeam, whyNotAnswer } from '../../../client/commands/answers.ts'
import { addCardAt, deleteCards, linkCards, moveCards, removeLink, renameBoard, restoreCards, setField, setTitle } from '../../../client/commands/cards.ts'
import { redo, undo } from '../../../client/commands/history.ts'
import { changeTeam, createTeam, removeTeam } from '../../../client/commands/teams.ts'
import { ApiError } from '../../../client/session/api.ts'
import { serverSentence } from '../../../client/session/server-words.ts'
import type { Session } from '../../../client/session/session.ts'
import type { Person } from '../../../shared/board/records.ts'
import { putTeam } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { Hub, person, until, withCards } from '../../support/local-session.ts'

async function one(me: Person | undefined = person('ana'), cards: string[] = ['One', 'Two', 'Three']): Promise<{ hub: Hub; session: Session }> {
  const hub = new Hub((board) => {
    putTeam(board, { id: 'product', name: 'Product' })
    putTeam(board, { id: 'sales', name: 'Sales' })
    withCards(...cards)(board)
  })
  const session = hub.join(me)
  await until('ready', () => session.ready.value)
  return { hub, session }
}

interface Sent { readonly path: string; readonly body: unknown }

/** The server's HTTP, answered in the page. */
function serve(reply: (sent: Sent) => { status: number; body: unknown }): { sent: Sent[]; stop: () => void } {
  const real = window.fetch
  const sent: Sent[] = []
  window.fetch = (path, init) => {
    const request = { path: String(path), body: JSON.parse(String(init?.body ?? 'null')) as unknown }
    sent.push(request)
    const { status, body } = reply(request)
    return Promise.resolve(new Response(JSON.stringify(body), { status }))
  }
  return { sent, stop: () => { window.fetch = real } }
}

const cardOf = (session: Session, id: string) => session.board.value.cards.get(id)

describe('commands on cards', () => {
  it('a new card lies under the point, on the grid, above all others, for the team of who made it', async () => {
    const { session } = await one()
    const { id, said } = addCardAt(session, 'risk', { x: 403, y: 301 })
    const made = cardOf(session, id ?? '')
    expect(said).to.equal('Risk added')
    expect(made).to.include({ kind: 'risk', x: 296, y: 280, deleted: false })
    expect(made?.fields.team).to.equal('product')
    const second = addCardAt(session, 'goal', { x: 0, y: 0 })
    expect((cardOf(session, second.id ?? '')?.order ?? '') > (made?.order ?? '')).to.equal(true)
    expect(undo(session)).to.equal('Undone: new card')
    expect(cardOf(session, second.id ?? '')?.deleted).to.equal(true)
    expect(cardOf(session, id ?? '')?.deleted).to.equal(false)
    session.close()
  })

  it('moving, deleting and bringing back many are one step each and say how many', async () => {
    const titles = Array.from({ length: 250 }, (_, n) => `Card ${n}`)
    const { hub, session } = await one(person('ana'), titles)
    const ids = titles.map((_, n) => `card${n + 1}`)
    expect(moveCards(session, ids, 8, 16)).to.equal('250 cards moved')
    expect(hub.updates.length).to.equal(3)
    session.endUndoStep()
    expect(deleteCards(session, ids)).to.equal('250 cards deleted')
    expect(ids.every((id) => cardOf(session, id)?.deleted)).to.equal(true)
    undo(session)
    expect(ids.every((id) => cardOf(session, id)?.deleted === false)).to.equal(true)
    undo(session)
    expect(cardOf(session, 'card250')).to.include({ x: 249 * 320, y: 0 })
    deleteCards(session, ['card1'])
    expect(deleteCards(session, ['card1'])).to.equal('0 cards deleted')
    expect(restoreCards(session, ['card1', 'card2'])).to.equal('1 card brought back')
    session.close()
  })

  it('the same link drawn twice is one, and says so', async () => {
    const { session } = await one()
    expect(linkCards(session, 'card1', 'card2')).to.equal('One rests on Two')
    expect(linkCards(session, 'card1', 'card2')).to.equal('These two are linked already')
    expect([...session.board.value.links.keys()]).to.deep.equal(['card1~rests_on~card2'])
    expect(removeLink(session, 'card1~rests_on~card2')).to.equal('Link removed')
    undo(session)
    expect(session.board.value.links.has('card1~rests_on~card2')).to.equal(true)
    session.close()
  })

  it('context is about what it is linked to', async () => {
    const { hub, session } = await one()
    addCard(hub.board, { id: 'ctx', kind: 'context', x: 0, y: 0, title: 'A clause' })
    linkCards(session, 'ctx', 'card1')
    expect(session.board.value.links.get('ctx~about~card1')?.type).to.equal('about')
    session.close()
  })

  it('fields, titles and the board name change by one word of command', async () => {
    const { session } = await one()
    expect(setField(session, 'card1', 'due', '2027-01-31')).to.equal('Due date changed')
    expect(setField(session, 'card1', 'retired', true)).to.equal('Card retired')
    expect(setTitle(session, 'card1', 'Once')).to.equal('Renamed')
    expect(renameBoard(session, 'Launch')).to.equal('Board renamed')
    expect(session.board.value.title).to.equal('Launch')
    expect(cardOf(session, 'card1')).to.include({ title: 'Once', retired: true })
    expect([undo(session), undo(session), undo(session)]).to.deep.equal(['Undone: renaming', 'Undone: change of retired', 'Undone: change of Due date'])
    expect(cardOf(session, 'card1')?.fields.due).to.equal(undefined)
    expect(redo(session)).to.equal('Done again: change of Due date')
    session.close()
  })

  it('an undo that others have overtaken says who', async () => {
    const { hub, session } = await one()
    const ben = hub.join(person('ben'))
    await until('Ben is here', () => ben.ready.value)
    ben.show({ selected: ['card1'] })
    await until('Ben is seen', () => session.peers.value.length === 1)
    moveCards(session, ['card1'], 8, 8)
    moveCards(ben, ['card1'], 80, 80)
    expect(undo(session)).to.equal('Ben has changed it since; nothing was undone')
    expect(undo(session)).to.equal('Nothing of yours to undo')
    session.close()
    ben.close()
  })

  it('a reader can add nothing', async () => {
    const { hub } = await one()
    const reader = hub.join(undefined)
    await until('ready', () => reader.ready.value)
    expect(addCardAt(reader, 'risk', { x: 0, y: 0 })).to.deep.equal({ id: undefined, said: 'You can look, not change.' })
    reader.close()
  })

  it('teams are made, changed and removed, outside of undo', async () => {
    const { session } = await one()
    const { id, said } = createTeam(session, ' Legal ')
    expect(said).to.equal('Legal is a team of this board')
    expect(changeTeam(session, id, { name: 'Legal and risk' })).to.equal('Legal and risk changed')
    expect(removeTeam(session, id)).to.equal('Legal and risk removed')
    expect(session.board.value.teams.get(id)).to.include({ name: 'Legal and risk', removed: true })
    expect(undo(session)).to.equal('Nothing of yours to undo')
    session.close()
  })
})

describe('answers', () => {
  it('an answer goes with the words that were on screen, and says for which team', async () => {
    const { session } = await one()
    const server = serve(() => ({ status: 201, body: { record: {}, current: true } }))
    const stored = await answer(session, 'card1', { verdict: 'confirm', evidence: { kind: 'test', note: 'Ran it' } })
    server.stop()
    const card = cardOf(session, 'card1')
    const { id, ...body } = (server.sent[0]?.body ?? {}) as { id: string }
    expect(id).to.match(/^[\w-]{12,48}$/)
    expect({ ...server.sent[0], body }).to.deep.equal({ path: '/api/boards/local/attestations', body: { card: 'card1', verdict: 'confirm', basis: card === undefined ? '' : statementOf(card), evidence: { kind: 'test', note: 'Ran it' } } })
    expect(stored).to.deep.include({ said: 'Confirmed for Product', current: true })
    session.close()
  })

  it('an answer to words that have changed meanwhile says so', async () => {
    const { session } = await one()
    const server = serve(() => ({ status: 201, body: { record: {}, current: false, statement: '["assumption","Other","",""]' } }))
    const stored = await answer(session, 'card1', { verdict: 'refute', reason: ' It broke ' }, '["assumption","One","",""]')
    server.stop()
    expect(server.sent[0]?.body).to.deep.include({ basis: '["assumption","One","",""]', reason: 'It broke' })
    expect(stored.current).to.equal(false)
    expect(stored.said).to.contain('Disputed for Product').and.contain('changed meanwhile')
    session.close()
  })

  it('what the server refuses comes with the sentence of its code; while it is away answers and asks wait', async () => {
    const { session } = await one()
    const server = serve(() => ({ status: 422, body: { error: { code: 'no_statement', message: 'These are not the words of a card.', path: '$.basis' } } }))
    const refused = await answer(session, 'card1', { verdict: 'confirm' }).catch((error: unknown) => error)
    server.stop()
    expect(refused).to.be.instanceOf(ApiError)
    expect(refused).to.include({ code: 'no_statement', status: 422, path: '$.basis', message: serverSentence('no_statement', '') })
    const real = window.fetch
    window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    const away = await answer(session, 'card1', { verdict: 'confirm' })
    expect(away.said).to.equal('Confirmed for Product. It waits here to be sent.')
    expect(session.outbox.value.map((one) => (one.root === 'attestations' ? [one.card, one.verdict] : []))).to.deep.equal([['card1', 'confirm']])
    away.takeBack?.()
    expect(session.outbox.value).to.deep.equal([])
    expect(await askTeam(session, 'card1', 'sales')).to.equal('Sales is asked. It waits here to be sent.')
    window.fetch = real
    expect(session.outbox.value.map((one) => (one.root === 'asks' ? [one.card, one.team] : []))).to.deep.equal([['card1', 'sales']])
    session.close()
  })

  it('guests, readers and people without a team are told why they cannot answer', async () => {
    const { hub, session } = await one()
    expect(whyNotAnswer(session)).to.equal(undefined)
    for (const [me, sentence] of [[person('gast', 'sales', 'guest'), 'Answers come from members'], [person('lone', ''), 'Choose your team first']] as const) {
      const other = hub.join(me)
      await until('ready', () => other.ready.value)
      expect(whyNotAnswer(other)).to.contain(sentence)
      other.close()
    }
    session.close()
  })

  it('asking a team gives it a seat and tells the server; it can be relieved', async () => {
    const { session } = await one()
    const server = serve(() => ({ status: 201, body: { record: {} } }))
    expect(await askTeam(session, 'card1', 'sales')).to.equal('Sales is asked')
    expect(await askTeam(session, 'card1', 'sales')).to.equal('Sales is asked')
    server.stop()
    expect(session.judgements.value.requiredTeams('card1')).to.deep.equal(['sales'])
    const sent = server.sent.map(({ body }) => body as { id: string })
    expect(sent.map(({ id: _id, ...body }) => body)).to.deep.equal([{ card: 'card1', team: 'sales' }, { card: 'card1', team: 'sales' }])
    expect(new Set(sent.map(({ id }) => id)).size).to.equal(2)
    const again = serve(() => ({ status: 201, body: { record: {} } }))
    await askTeam(session, 'card1', 'sre')
    again.stop()
    expect(session.judgements.value.requiredTeams('card1')).to.deep.equal(['sales', 'sre'])
    expect(relieveTeam(session, 'card1', 'sales')).to.equal('Sales is no longer asked')
    expect(session.judgements.value.requiredTeams('card1')).to.deep.equal(['sre'])
    session.close()
  })
})
