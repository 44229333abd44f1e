// Answers and asks over HTTP: what the server gives a record, whose answers are taken, and what is no answer.
import { describe, expect, it } from 'vitest'
import { addCard, replaceTitle } from '../../../shared/board/write-cards.ts'
import { putTeam } from '../../../shared/board/write-board.ts'
import { addAttestation, putPerson } from '../../../shared/board/write-records.ts'
import type { CreatedBoard, PostedAttestation } from '../../../shared/protocol/http.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { ask, bearer, BrowserPerson, makeBoard, type Answer } from '../../support/browser-person.ts'
import { shareTestServer, startTestServer, type TestServer } from '../../support/test-server.ts'

const STATEMENT = JSON.stringify(['assumption', 'Sales can wait', '', ''])

async function boardWithCards(server: TestServer): Promise<CreatedBoard> {
  const board = await makeBoard(server.url)
  await (await server.rooms.open(board.id)).edit('cards', (document) => {
    putTeam(document, { id: 'sre', name: 'SRE' })
    putTeam(document, { id: 'sales', name: 'Sales' })
    putTeam(document, { id: 'old', name: 'Old', removed: true })
    addCard(document, { id: 'a', kind: 'assumption', x: 0, y: 0, title: 'Sales can wait' })
    addCard(document, { id: 'gone', kind: 'assumption', x: 0, y: 0, title: 'Gone', hidden: true })
    addCard(document, { id: 'goal', kind: 'goal', x: 0, y: 0, title: 'Ship' })
  })
  return board
}

async function member(server: TestServer, board: CreatedBoard, team = 'sre'): Promise<BrowserPerson & { id: string }> {
  const person = new BrowserPerson(server.url)
  const entered = await person.enter(board.id, { key: board.keys.edit, name: 'Bo', team })
  return Object.assign(person, { id: entered.person?.id ?? '' })
}

const answer = (person: BrowserPerson, board: CreatedBoard, body: object): Promise<Answer> =>
  person.ask('POST', `/api/boards/${board.id}/attestations`, { card: 'a', verdict: 'confirm', basis: STATEMENT, ...body })

describe('an answer', () => {
  const shared = shareTestServer()

  it('[H40] gets its id, person, team, number and time from the server, and is on the board for everybody', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const bo = await member(server, board)
    const before = Date.now()
    const posted = await answer(bo, board, { evidence: { kind: 'test', note: 'We ran it', url: 'https://example.org/run' } })
    expect(posted.status).toBe(201)
    const { record, current, statement } = posted.body as PostedAttestation
    expect([current, statement]).toEqual([true, undefined])
    expect(record).toMatchObject({ card: 'a', person: bo.id, team: 'sre', verdict: 'confirm', basis: STATEMENT, seq: 1, evidence: { kind: 'test', note: 'We ran it', url: 'https://example.org/run' } })
    expect(Date.parse(record.at ?? '')).toBeGreaterThanOrEqual(before)
    const room = await server.rooms.open(board.id)
    expect([...room.state.attestations.values()]).toEqual([record])
    const report = (await ask(`${server.url}/api/boards/${board.id}/report`, 'GET', { headers: bearer(board.keys.view) })).body as { assumptions: Record<string, { state: string }> }
    expect(report.assumptions['a']?.state).toBe('confirmed')
  })

  it('[H49] is not taken on a board that takes as much as a board may, however often it is tried', async () => {
    const server = await startTestServer({ env: { TACIT_LIMITS: 'boardBytes=400000' } })
    const board = await boardWithCards(server)
    const bo = await member(server, board)
    const basis = JSON.stringify(['assumption', 'Sales can wait', '\u0001'.repeat(16_000), ''])
    const given: number[] = []
    for (let i = 0; i < 8; i++) given.push((await answer(bo, board, { basis })).status)
    expect(given).toEqual([201, 201, 201, 201, 201, 413, 413, 413])
    const asked = await bo.ask('POST', `/api/boards/${board.id}/asks`, { card: 'a', team: 'sales' })
    expect([asked.status, asked.body]).toMatchObject([413, { error: { code: 'board_full' } }])
    expect((await server.rooms.open(board.id)).state.attestations.size).toBe(5)
  })

  it('[H41] is numbered after all earlier ones of this person on this card', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const [bo, cy] = [await member(server, board), await member(server, board, 'sales')]
    const seq = async (person: BrowserPerson, verdict: string) => ((await answer(person, board, { verdict, reason: 'because' })).body as PostedAttestation).record.seq
    expect(await seq(bo, 'refute')).toBe(1)
    expect(await seq(bo, 'unsure')).toBe(2)
    expect(await seq(cy, 'confirm')).toBe(1)
    const many = await Promise.all(Array.from({ length: 20 }, () => seq(bo, 'withdraw')))
    expect(many.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 3))
  })

  it('[H41] on an imported record goes on from its number', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const bo = await member(server, board)
    const room = await server.rooms.open(board.id)
    await room.edit('imported', (document) => addAttestation(document, { id: 'r1', card: 'a', person: bo.id, team: 'sre', verdict: 'confirm', basis: STATEMENT, seq: 41 }))
    expect(((await answer(bo, board, {})).body as PostedAttestation).record.seq).toBe(42)
  })

  it('[H42] on a wording that has changed is kept, and says what the card says now', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const bo = await member(server, board)
    const room = await server.rooms.open(board.id)
    await room.edit('word', (document) => replaceTitle(document, 'a', 'Sales cannot wait'))
    const posted = (await answer(bo, board, {})).body as PostedAttestation
    expect(posted).toMatchObject({ current: false, statement: JSON.stringify(['assumption', 'Sales cannot wait', '', '']), record: { basis: STATEMENT } })
  })

  it('[H42] is current when only quotes, dashes and spaces differ', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const bo = await member(server, board)
    const posted = (await answer(bo, board, { basis: '["assumption", "  Sales  can wait", "", ""]' })).body as PostedAttestation
    expect([posted.current, posted.record.basis]).toEqual([true, STATEMENT])
  })

  const NO_STATEMENTS = ['', 'Sales can wait', '[]', '["assumption","x",""]', '["assumption","x","",""', '["nothing","x","",""]', '["assumption",1,"",""]', '{"0":"assumption"}', JSON.stringify(['assumption', 'x'.repeat(301), '', ''])]
  it.each(NO_STATEMENTS)('[H43] on %j, which is no statement, is refused', async (basis) => {
    const server = shared()
    const board = await boardWithCards(server)
    const refused = await answer(await member(server, board), board, { basis })
    expect([refused.status, refused.body]).toEqual([422, { error: expect.objectContaining({ code: 'no_statement', path: 'basis' }) }])
    expect((await server.rooms.open(board.id)).state.attestations.size).toBe(0)
  })

  it.each([['unknown', 'no_such_card'], ['gone', 'no_such_card'], ['goal', 'no_assumption']])('[H43] on the card %s is refused', async (card, code) => {
    const server = shared()
    const board = await boardWithCards(server)
    const refused = await answer(await member(server, board), board, { card })
    expect([refused.status, refused.body]).toEqual([422, { error: expect.objectContaining({ code, path: 'card' }) }])
  })

  const WRONG: readonly (readonly [string, object, string])[] = [
    ['another\'s name', { person: 'mara' }, 'person'], ['a team of one\'s choice', { team: 'sales' }, 'team'], ['a number', { seq: 99 }, 'seq'], ['a time', { at: '2020-01-01T00:00:00Z' }, 'at'],
    ['an id that others could make too', { id: 'mine' }, 'id'], ['an id that is none', { id: 'a/b/c/d/e/f/g' }, 'id'], ['an unknown verdict', { verdict: 'yes' }, 'verdict'], ['a card id that is none', { card: '__proto__' }, 'card'], ['a basis that is no text', { basis: 5 }, 'basis'],
    ['a missing basis', { basis: undefined }, 'basis'],
    ['unknown evidence', { evidence: { kind: 'rumour' } }, 'evidence.kind'], ['a script as evidence', { evidence: { kind: 'data', url: 'javascript:alert(1)' } }, 'evidence.url'],
    ['evidence that is no object', { evidence: 'data' }, 'evidence'], ['a reason too long', { reason: 'x'.repeat(2_001) }, 'reason'], ['more evidence', { evidence: { kind: 'data', proof: 1 } }, 'evidence.proof'],
  ]
  it.each(WRONG)('[H44] with %s is refused, and the place is named', async (_what, body, path) => {
    const server = shared()
    const board = await boardWithCards(server)
    const refused = await answer(await member(server, board), board, body)
    expect([refused.status, (refused.body as { error: { path: string } }).error.path]).toEqual([400, path])
    expect((await server.rooms.open(board.id)).state.attestations.size).toBe(0)
  })

  it('[H45] is taken from members only: no guest, no key, nobody without a name, nobody removed', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const codeOf = ({ status, body }: Answer): unknown => [status, (body as { error: { code: string } }).error.code]
    const byKey = await ask(`${server.url}/api/boards/${board.id}/attestations`, 'POST', { body: { card: 'a', verdict: 'confirm', basis: STATEMENT }, headers: bearer(board.keys.own) })
    expect(codeOf(byKey)).toEqual([403, 'needs_person'])
    const nameless = new BrowserPerson(server.url)
    await nameless.enter(board.id, { key: board.keys.edit })
    expect(codeOf(await answer(nameless, board, {}))).toEqual([403, 'needs_person'])
    const guest = new BrowserPerson(server.url)
    await guest.enter(board.id, { key: board.keys.contribute, name: 'Gil' })
    expect(codeOf(await answer(guest, board, {}))).toEqual([403, 'too_small_a_right'])
    const demoted = await member(server, board)
    // As a server that was killed between the two writes of a change of role leaves it.
    await (await server.rooms.open(board.id)).edit('half a change', (document) => putPerson(document, { id: demoted.id, name: 'Bo', team: 'sre', role: 'guest' }))
    expect(codeOf(await answer(demoted, board, {}))).toEqual([403, 'too_small_a_right'])
    const removed = await member(server, board)
    await ask(`${server.url}/api/boards/${board.id}/people/${removed.id}`, 'PUT', { body: { removed: true }, headers: bearer(board.keys.own) })
    expect(codeOf(await answer(removed, board, {}))).toEqual([404, 'not_found'])
    expect((await server.rooms.open(board.id)).state.attestations.size).toBe(0)
  })

  it('[H46] is still there after the server was stopped and started', async () => {
    const server = await startTestServer()
    const board = await boardWithCards(server)
    const { record } = (await answer(await member(server, board), board, {})).body as PostedAttestation
    await server.stop()
    const again = await startTestServer({ folder: server.folder })
    expect([...(await again.rooms.open(board.id)).state.attestations.values()]).toEqual([record])
  })

  it('[H140] sent again under its id, at once, later and after a restart, is one answer', async () => {
    const server = await startTestServer()
    const board = await boardWithCards(server)
    const bo = await member(server, board)
    const id = 'made-by-the-browser'
    const twice = await Promise.all([answer(bo, board, { id }), answer(bo, board, { id })])
    const { record } = (await answer(bo, board, { id })).body as PostedAttestation
    expect(record).toMatchObject({ id, seq: 1 })
    expect(twice.map(({ status, body }) => [status, (body as PostedAttestation).record])).toEqual([[201, record], [201, record]])
    await server.stop()
    const again = await startTestServer({ folder: server.folder })
    const back = Object.assign(new BrowserPerson(again.url), { cookie: bo.cookie })
    expect((await answer(back, board, { id })).body).toEqual({ record, current: true })
    expect([...(await again.rooms.open(board.id)).state.attestations.values()]).toEqual([record])
  })

  it('[H140] under the id of another answer, or of somebody else\'s, is refused and changes nothing', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const [bo, mara] = [await member(server, board), await member(server, board, 'sales')]
    const id = 'made-by-the-browser'
    await answer(bo, board, { id })
    const taken = { error: expect.objectContaining({ code: 'id_taken', path: 'id' }) as unknown }
    for (const refused of [await answer(mara, board, { id }), await answer(bo, board, { id, verdict: 'refute' }), await answer(bo, board, { id, basis: '["assumption","Other","",""]' })]) {
      expect([refused.status, refused.body]).toEqual([409, taken])
    }
    expect((await server.rooms.open(board.id)).state.attestations.size).toBe(1)
  })

  it('[H47] for the team that the person is in now, not for the one they were in', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const bo = await member(server, board)
    await bo.ask('PUT', `/api/boards/${board.id}/me`, { name: 'Bo', team: 'sales' })
    expect(((await answer(bo, board, {})).body as PostedAttestation).record.team).toBe('sales')
  })
})

describe('asking a team', () => {
  const shared = shareTestServer()

  it('[H48] is recorded with who asked and when', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const bo = await member(server, board)
    const asked = await bo.ask('POST', `/api/boards/${board.id}/asks`, { card: 'a', team: 'sales' })
    expect(asked.status).toBe(201)
    const { record } = asked.body as { record: { id: string; at: string } }
    expect(record).toMatchObject({ card: 'a', team: 'sales', person: bo.id })
    const { state } = await server.rooms.open(board.id)
    expect(state.asks.get(record.id)).toEqual(record)
    expect(statementOf(state.cards.get('a') ?? { kind: 'note', title: '', body: '', fields: {} })).toBe(STATEMENT)
  })

  it('[H48] is for members only: no key, no guest, nobody whose role was taken meanwhile', async () => {
    const server = shared()
    const board = await boardWithCards(server)
    const path = `/api/boards/${board.id}/asks`
    const byKey = await ask(`${server.url}${path}`, 'POST', { body: { card: 'a', team: 'sales' }, headers: bearer(board.keys.own) })
    expect(byKey.status).toBe(403)
    const guest = new BrowserPerson(server.url)
    await guest.enter(board.id, { key: board.keys.contribute, name: 'Gil' })
    expect((await guest.ask('POST', path, { card: 'a', team: 'sales' })).status).toBe(403)
    const demoted = await member(server, board)
    await (await server.rooms.open(board.id)).edit('half a change', (document) => putPerson(document, { id: demoted.id, name: 'Bo', team: 'sre', role: 'guest' }))
    expect((await demoted.ask('POST', path, { card: 'a', team: 'sales' })).status).toBe(403)
    expect((await server.rooms.open(board.id)).state.asks.size).toBe(0)
  })

  it.each([[{ card: 'gone', team: 'sre' }, 422, 'card'], [{ card: 'a', team: 'old' }, 422, 'team'], [{ card: 'a', team: 'none' }, 422, 'team'], [{ card: 'a' }, 400, 'team'], [{ card: 'a', team: '' }, 400, 'team']])('[H48] with %j is refused', async (body, status, path) => {
    const server = shared()
    const board = await boardWithCards(server)
    const refused = await (await member(server, board)).ask('POST', `/api/boards/${board.id}/asks`, body)
    expect([refused.status, (refused.body as { error: { path: string } }).error.path]).toEqual([status, path])
  })
})
