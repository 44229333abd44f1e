// What teams say of each other over HTTP: about whom, how it is replaced and taken back, and who replies.
import { describe, expect, it } from 'vitest'
import { putTeam } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import type { CreatedBoard } from '../../../shared/protocol/http.ts'
import { ask, bearer, type Answer } from '../../support/browser-person.ts'
import { BELIEF } from '../../support/said-board.ts'
import { enterAs, type Member } from '../../support/said-people.ts'
import { boardOf, errorOf, reportOn, say, saidOn } from '../../support/saying.ts'
import { shareTestServer } from '../../support/test-server.ts'

interface Judged { readonly empathy: Readonly<Record<string, string>>; readonly trades: Readonly<Record<string, string>> }

describe('what teams say of each other', () => {
  const shared = shareTestServer()

  it('[H172] is said by somebody of a team about another one that is there', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'owner')]
    const about = async (person: Member, team: string): Promise<unknown> => errorOf(await say(person, board, 'perceptions', { about: team, text: 'You carry much' }))
    expect(await about(bo, 'sre')).toEqual([422, 'own_team', 'about'])
    expect(await about(bo, 'old')).toEqual([422, 'no_such_team', 'about'])
    expect(await about(bo, 'none')).toEqual([422, 'no_such_team', 'about'])
    expect(await about(mara, 'sre')).toEqual([422, 'no_team', undefined])
    await (await server.rooms.open(board.id)).edit('team gone', (document) => putTeam(document, { id: 'sre', name: 'SRE', removed: true }))
    expect(await about(bo, 'product')).toEqual([422, 'no_team', undefined])
    expect(await saidOn(server, board)).toBe(0)
  })

  it('[H172] is replaced by what the same person says later, and taken back by a blank text', async () => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, 'sre')
    const write = (text: string): Promise<Answer> => say(bo, board, 'perceptions', { about: 'product', text })
    const empathy = async (): Promise<unknown> => ((await reportOn(server, board)) as { empathy: Record<string, string> }).empathy['sre>product']
    expect(errorOf(await write(' '))).toEqual([400, 'wrong_body', 'text'])
    expect((await write('Dates')).status).toBe(201)
    expect(await empathy()).toBe('stated')
    expect((await write('')).status).toBe(201)
    expect(await empathy()).toBe('none')
    expect(errorOf(await write(''))).toEqual([400, 'wrong_body', 'text'])
  })

  it('[H173] is replied to by members of the team that is described, on the words that stand there', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana, cy, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product'), await enterAs(server.url, board, 'sales'), await enterAs(server.url, board, 'owner')]
    const reply = (person: Member, more: object = {}): Promise<Answer> => say(person, board, 'perceptionReplies', { perception: 'belief', verdict: 'right', basis: BELIEF, ...more })
    for (const outsider of [ana, cy, mara]) expect(errorOf(await reply(outsider))).toEqual([403, 'other_team', undefined])
    expect(errorOf(await reply(bo, { perception: 'none' }))).toEqual([422, 'no_such_perception', 'perception'])
    expect(errorOf(await reply(bo, { basis: `${BELIEF}!` }))).toEqual([422, 'other_text', 'basis'])
    expect(errorOf(await reply(bo, { verdict: 'confirm' }))).toEqual([400, 'wrong_body', 'verdict'])
    expect(await saidOn(server, board)).toBe(0)
    expect((await reply(bo)).status).toBe(201)
  })

  it('[H161] comes back from the file with its replies, corrections and trades, and is judged the same', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    await (await server.rooms.open(board.id)).edit('teams', (document) => {
      putTeam(document, { id: 'sre', name: 'SRE', currency: [{ id: 'pages', metric: 'Pages', direction: 'down', now: '3', target: '2' }], constraints: ['Three on the rota'] })
      addCard(document, { id: 'trade', kind: 'tradeoff', x: 0, y: 0, title: 'Calm Fridays', fields: { team: 'product', toTeam: 'sre', give: 'No releases', giveMetric: 'pages', get: 'Two weeks' } })
    })
    expect((await say(bo, board, 'perceptionReplies', { perception: 'belief', verdict: 'partly', basis: BELIEF, note: 'Saturdays, too' })).status).toBe(201)
    expect((await say(ana, board, 'perceptions', { about: 'sre', text: 'You are three' })).status).toBe(201)
    const before = (await reportOn(server, board)) as Judged
    expect([before.empathy['product>sre'], before.trades]).toEqual(['partly', { trade: 'in_their_currency' }])
    const { body: file } = await ask(`${server.url}/api/boards/${board.id}/file`, 'GET', { headers: bearer(board.keys.view) })
    const { body: again } = await ask(`${server.url}/api/boards`, 'POST', { body: { file } })
    const copy = again as CreatedBoard
    const after = (await reportOn(server, copy)) as Judged
    expect([after.empathy, after.trades]).toEqual([before.empathy, before.trades])
    const { state } = await server.rooms.open(copy.id)
    expect([...state.records.perceptionReplies.values()]).toMatchObject([{ perception: 'belief', verdict: 'partly', note: 'Saturdays, too', team: 'sre' }])
    expect([...state.records.perceptions.values()].map(({ text }) => text).sort()).toEqual(['You are three', BELIEF].sort())
    expect(state.teams.get('sre')).toMatchObject({ currency: [{ id: 'pages', metric: 'Pages', direction: 'down', now: '3', target: '2' }], constraints: ['Three on the rota'] })
  })
})
