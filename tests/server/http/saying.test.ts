// What people say in their own name over HTTP: stances, acknowledgements, notes on changes, what teams say of each other,
// baselines and what was seen. Each promise is held to for each kind.
import { describe, expect, it } from 'vitest'
import type { BoardFile } from '../../../shared/board/board-file.ts'
import { templateOf } from '../../../shared/board/file-template.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import { putTeam } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, replaceTitle, setCardField } from '../../../shared/board/write-cards.ts'
import { putPerson } from '../../../shared/board/write-records.ts'
import type { CreatedBoard, Posted } from '../../../shared/protocol/http.ts'
import { ask, bearer, BrowserPerson, makeBoard, type Answer } from '../../support/browser-person.ts'
import { BELIEF, DECISION, fillSaidBoard, NEED, PROMISE, SAMPLES, type Sample } from '../../support/said-board.ts'
import { enterAs, type Member } from '../../support/said-people.ts'
import { stockProvider } from '../../support/sync-client.ts'
import { shareTestServer, startTestServer, type TestServer } from '../../support/test-server.ts'
import { until } from '../../support/until.ts'

type Body = Posted<Record<string, unknown> & { readonly id: string }>
const ROOTS = [...new Set(SAMPLES.map(({ root }) => root))]
const EACH = SAMPLES.map((sample) => [`${sample.root} of ${sample.team}`, sample] as const)

async function boardOf(server: TestServer): Promise<CreatedBoard> {
  const board = await makeBoard(server.url)
  await (await server.rooms.open(board.id)).edit('cards', fillSaidBoard)
  return board
}

const say = (person: BrowserPerson, board: CreatedBoard, root: string, body: object): Promise<Answer> => person.ask('POST', `/api/boards/${board.id}/${root}`, body)
const errorOf = ({ status, body }: Answer): unknown => {
  const { code, path } = (body as { error: { code: string; path?: string } }).error
  return [status, code, path]
}
const tableOf = (state: BoardState, root: Sample['root']) => (root === 'asks' || root === 'attestations' ? state[root] : state.records[root])
const saidOn = async (server: TestServer, board: CreatedBoard): Promise<number> => {
  const { state } = await server.rooms.open(board.id)
  return ROOTS.reduce((sum, root) => sum + [...tableOf(state, root).keys()].filter((id) => id !== 'belief').length, [...state.seen.values()].flat().length)
}

describe('what people say', () => {
  const shared = shareTestServer()

  it.each(EACH)('[H160] %s gets its id, person, team, number and time from the server', async (_name, { root, team, body, record }) => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, team)
    const before = Date.now()
    const posted = await say(bo, board, root, body)
    expect(posted.status, posted.text).toBe(201)
    const stored = (posted.body as Body).record
    expect((posted.body as Body).current).toBe(true)
    expect(stored).toMatchObject({ ...record, person: bo.id })
    expect(Date.parse(String(stored['at']))).toBeGreaterThanOrEqual(before)
    expect(tableOf((await server.rooms.open(board.id)).state, root).get(stored.id)).toEqual(stored)
  })

  it('[H161] what was said is in the file, makes the same board again, and is in no template', async () => {
    const server = shared()
    const board = await boardOf(server)
    const people = { product: await enterAs(server.url, board, 'product'), sre: await enterAs(server.url, board, 'sre'), owner: await enterAs(server.url, board, 'owner') }
    for (const { root, team, body } of SAMPLES) expect((await say(people[team], board, root, body)).status).toBe(201)
    await say(people.sre, board, 'seen', { card: 'ctx' })
    const fileOf = async ({ id, keys }: CreatedBoard): Promise<Record<string, unknown[]>> => (await ask(`${server.url}/api/boards/${id}/file`, 'GET', { headers: bearer(keys.view) })).body as Record<string, unknown[]>
    const once = await fileOf(board)
    for (const root of ROOTS) expect(once[root]?.length, root).toBeGreaterThan(0)
    const template = templateOf(once as unknown as BoardFile) as unknown as Record<string, unknown>
    expect(ROOTS.filter((root) => template[root] !== undefined)).toEqual([])
    expect(JSON.stringify(template)).not.toContain('seenBy')
    const again = await makeBoard(server.url, { file: once })
    expect(again.warnings).toEqual([])
    const { exportedAt: _then, ...twice } = await fileOf(again)
    const { exportedAt: _before, ...first } = once
    expect(twice).toEqual(first)
    expect(twice['cards']).toContainEqual(expect.objectContaining({ id: 'ctx', seenBy: [people.sre.id] }))
  })

  it.each(ROOTS)('[H162] %s: nothing is taken from a key, a guest, somebody without a name, or somebody removed', async (root) => {
    const server = shared()
    const board = await boardOf(server)
    const body = SAMPLES.find((sample) => sample.root === root)?.body ?? {}
    const byKey = await ask(`${server.url}/api/boards/${board.id}/${root}`, 'POST', { body, headers: bearer(board.keys.own) })
    expect(errorOf(byKey)).toEqual([403, 'needs_person', undefined])
    const nameless = new BrowserPerson(server.url)
    await nameless.enter(board.id, { key: board.keys.edit })
    expect(errorOf(await say(nameless, board, root, body))).toEqual([403, 'needs_person', undefined])
    for (const key of [board.keys.contribute, board.keys.view]) {
      const guest = new BrowserPerson(server.url)
      await guest.enter(board.id, { key, name: 'Gil' })
      expect(errorOf(await say(guest, board, root, body))).toEqual([403, 'too_small_a_right', undefined])
    }
    const demoted = await enterAs(server.url, board, 'sre')
    // As a server that was killed between the two writes of a change of role leaves it.
    await (await server.rooms.open(board.id)).edit('half a change', (document) => putPerson(document, { id: demoted.id, name: 'Bo', team: 'sre', role: 'guest' }))
    expect(errorOf(await say(demoted, board, root, body))).toEqual([403, 'too_small_a_right', undefined])
    const removed = await enterAs(server.url, board, 'sre')
    await ask(`${server.url}/api/boards/${board.id}/people/${removed.id}`, 'PUT', { body: { removed: true }, headers: bearer(board.keys.own) })
    expect(errorOf(await say(removed, board, root, body))).toEqual([404, 'not_found', undefined])
    expect(await saidOn(server, board)).toBe(0)
  })

  it('[H163] each kind sent again under its id, at once, later and after a restart, is stored once', async () => {
    const server = await startTestServer()
    const board = await boardOf(server)
    const said: { readonly sample: Sample; readonly bo: Member; readonly sent: object; readonly record: Body['record'] }[] = []
    for (const [at, sample] of SAMPLES.entries()) {
      const bo = await enterAs(server.url, board, sample.team)
      const sent = { ...sample.body, id: `made-by-the-browser-${at}` }
      const twice = await Promise.all([say(bo, board, sample.root, sent), say(bo, board, sample.root, sent)])
      const { record } = (await say(bo, board, sample.root, sent)).body as Body
      expect(twice.map(({ status, body }) => [status, (body as Body).record])).toEqual([[201, record], [201, record]])
      said.push({ sample, bo, sent, record })
    }
    await server.stop()
    const again = await startTestServer({ folder: server.folder })
    for (const { sample: { root }, bo, sent, record } of said) {
      const back = Object.assign(new BrowserPerson(again.url), { cookie: bo.cookie })
      expect((await say(back, board, root, sent)).body).toEqual({ record, current: true })
    }
    const { state } = await again.rooms.open(board.id)
    for (const root of ROOTS) expect(tableOf(state, root).size - (root === 'perceptions' ? 1 : 0)).toBe(said.filter(({ sample }) => sample.root === root).length)
    for (const { sample: { root }, record } of said) expect(tableOf(state, root).get(record.id)).toEqual(record)
  })

  const OTHER: Readonly<Record<string, object>> = {
    stances: { stance: 'block' }, acks: { basis: 'removed' }, changeNotes: { requires: 'Nothing' }, perceptions: { text: 'Other' }, perceptionReplies: { verdict: 'wrong' }, baselines: { name: 'Other' }, asks: { card: 'a' },
  }
  it.each(ROOTS)('[H163] %s under an id that something else has is refused and changes nothing', async (root) => {
    const server = shared()
    const board = await boardOf(server)
    const { team, body } = SAMPLES.find((sample) => sample.root === root) as Sample
    const [bo, cy] = [await enterAs(server.url, board, team), await enterAs(server.url, board, team)]
    const id = 'made-by-the-browser'
    expect((await say(bo, board, root, { ...body, id })).status).toBe(201)
    expect(errorOf(await say(cy, board, root, { ...body, id }))).toEqual([409, 'id_taken', 'id'])
    expect(errorOf(await say(bo, board, root, { ...body, ...OTHER[root], id }))).toEqual([409, 'id_taken', 'id'])
    expect(await saidOn(server, board)).toBe(1)
  })

  it.each(ROOTS)('[H164] %s: what the server gives cannot be sent, and a text or an id that cannot be is named', async (root) => {
    const server = shared()
    const board = await boardOf(server)
    const { team, body } = SAMPLES.find((sample) => sample.root === root) as Sample
    const bo = await enterAs(server.url, board, team)
    for (const extra of [{ person: 'mara' }, { seq: 99 }, { at: '2020-01-01T00:00:00Z' }, { states: { a: 'confirmed' } }, { by: 'sales' }, { id: 'short' }, { id: '__proto__' }, { id: 7 }, ...(root === 'asks' ? [] : [{ team: 'sales' }])]) {
      const [name = ''] = Object.keys(extra)
      expect.soft(errorOf(await say(bo, board, root, { ...body, ...extra }))).toEqual([400, 'wrong_body', name])
    }
    for (const [name, value] of Object.entries(body)) {
      for (const wrong of [5, null, ['x'], { toString: 'x' }, ...(name === 'basis' || name === 'name' ? [] : ['x'.repeat(2_001)])]) {
        expect.soft(errorOf(await say(bo, board, root, { ...body, [name]: wrong })), `${name} ${JSON.stringify(value).slice(0, 40)}`).toEqual([400, 'wrong_body', name])
      }
    }
    const { [Object.keys(body)[0] ?? '']: _first, ...rest } = body
    if (root !== 'baselines') expect((await say(bo, board, root, rest)).status).toBe(400)
    expect(await saidOn(server, board)).toBe(0)
  })

  it('[H164] a basis longer than any words of a card, and a name too long, are refused', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'owner')]
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'agree', basis: JSON.stringify(['decision', 'x'.repeat(301), '', '']) }))).toEqual([422, 'no_statement', 'basis'])
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'agree', basis: 'x'.repeat(200_000) }))).toEqual([400, 'wrong_body', 'basis'])
    for (const long of [['commitment', 'x', 'y'.repeat(20_001), '', ''], ['commitment', 'x', '', '', '2026-07-01'.repeat(5)]]) {
      expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis: JSON.stringify(long) }))).toEqual([422, 'no_contract', 'basis'])
    }
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: JSON.stringify([PROMISE, 'x'.repeat(2_001), '']) }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(mara, board, 'baselines', { name: 'x'.repeat(301) }))).toEqual([400, 'wrong_body', 'name'])
    expect(await saidOn(server, board)).toBe(0)
  })

  it('[H164] words that could not be brought back from a board file are not taken; the longest that are taken can', async () => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, 'sre')
    // Each of these is six characters of JSON, and in a text within a text seven.
    const odd = (count: number): string => JSON.stringify(['commitment', 'x', '\u0001'.repeat(count), '', ''])
    expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis: odd(17_000) }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: JSON.stringify([odd(15_000), '', '']) }))).toEqual([422, 'no_contract', 'basis'])
    expect((await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis: odd(16_000) })).status).toBe(201)
    expect((await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: JSON.stringify([JSON.stringify(['commitment', 'x', '"\\'.repeat(10_000), '', '']), '', '']) })).status).toBe(201)
    const file = (await ask(`${server.url}/api/boards/${board.id}/file`, 'GET', { headers: bearer(board.keys.view) })).body
    expect((await makeBoard(server.url, { file })).warnings).toEqual([])
  })

  it.each(EACH)('[H165] %s is numbered after all that its person has said of the same, and after a merge after all of both', async (_name, { root, team, body }) => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, team)
    const seqOf = async (person: Member): Promise<unknown> => ((await say(person, board, root, body)).body as Body).record['seq']
    const first = [await seqOf(bo), await seqOf(bo), ...(await Promise.all([seqOf(bo), seqOf(bo)])).sort()]
    if (root === 'baselines' || root === 'asks') return expect(first).toEqual([undefined, undefined, undefined, undefined])
    expect(first).toEqual([1, 2, 3, 4])
    const other = await enterAs(server.url, board, team)
    await ask(`${server.url}/api/boards/${board.id}/people/${bo.id}/merged`, 'PUT', { body: { mergedInto: other.id }, headers: bearer(board.keys.own) })
    expect(await seqOf(other)).toBe(5)
  })

  it('[H166] what was said of words that have changed is kept, and told what stands now', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    await (await server.rooms.open(board.id)).edit('words', (document) => {
      replaceTitle(document, 'd', 'Launch on 8 July')
      setCardField(document, 'prov', 'due', '2026-08-01')
      replaceTitle(document, 'need', 'Public API')
    })
    const met = async (person: Member, root: string, body: object): Promise<unknown> => {
      const { current, statement, record } = (await say(person, board, root, body)).body as Body
      return [current, statement, record['basis']]
    }
    expect(await met(bo, 'stances', { card: 'd', stance: 'agree', basis: DECISION })).toEqual([false, DECISION.replace('1 July', '8 July'), DECISION])
    expect(await met(ana, 'acks', { link: 'dp', side: 'consumer', response: 'ok', basis: PROMISE })).toEqual([false, PROMISE.replace('07-01', '08-01'), PROMISE])
    expect(await met(bo, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: NEED })).toEqual([false, NEED.replace('API beta', 'API'), NEED])
    expect(await met(bo, 'changeNotes', { card: 'prov', needs: 'Time', basis: PROMISE })).toEqual([false, PROMISE.replace('07-01', '08-01'), PROMISE])
    const { record: before } = (await say(ana, board, 'perceptions', { about: 'sre', text: 'You are paged' })).body as Body
    await say(ana, board, 'perceptions', { about: 'sre', text: 'You are paged at night' })
    expect(await met(bo, 'perceptionReplies', { perception: before.id, verdict: 'right', basis: 'You are paged' })).toEqual([false, 'You are paged at night', 'You are paged'])
  })

  it('[H166] quotes, dashes and spaces make no other words', async () => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, 'sre')
    for (const [root, body, basis] of [
      ['stances', { card: 'd', stance: 'agree', basis: '["decision", " Launch  on 1 July", "", ""]' }, DECISION],
      ['changeNotes', { card: 'prov', needs: 'Time', basis: '["commitment","Rate limiter in\u00a0gateway","","","2026\u201107\u201101"]' }, PROMISE],
      ['acks', { link: 'dp', side: 'provider', response: 'yes', basis: JSON.stringify(['["commitment", "Public API  beta", "", "", ""]', ' 200 rps per tenant', '2026-07-10']) }, NEED],
      ['perceptionReplies', { perception: 'belief', verdict: 'right', basis: ` ${BELIEF}` }, BELIEF],
    ] as const) {
      const { current, record } = (await say(bo, board, root, body)).body as Body
      expect.soft([root, current, record['basis']]).toEqual([root, true, basis])
    }
  })

  it.each(['', 'Launch', '[]', '[1,2,3,4]', '{"0":"decision"}', '["nothing","x","",""]', '["decision","x","","","",""]', 'null', '"removed"'])('[H167] on %j, which is no words of a card, nothing is taken', async (basis) => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'agree', basis }))).toEqual([422, 'no_statement', 'basis'])
    expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(ana, board, 'acks', { link: 'dp', side: 'consumer', response: 'ok', basis }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'perceptionReplies', { perception: 'belief', verdict: 'right', basis }))).toEqual([422, 'other_text', 'basis'])
    expect(await saidOn(server, board)).toBe(0)
  })

  it('[H167] each kind has its own words: a contract is no statement, a need no contract', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'agree', basis: PROMISE }))).toEqual([422, 'no_statement', 'basis'])
    expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', needs: 'x', basis: DECISION }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(ana, board, 'acks', { link: 'dp', side: 'consumer', response: 'ok', basis: NEED }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: PROMISE }))).toEqual([422, 'no_contract', 'basis'])
    expect(errorOf(await say(bo, board, 'acks', { link: 'dp', side: 'provider', response: 'yes', basis: 'removed' }))).toEqual([422, 'no_contract', 'basis'])
  })
})

describe('stances', () => {
  const shared = shareTestServer()

  it.each([['a', 'no_decision'], ['none', 'no_such_card'], ['gone', 'no_such_card']])('[H168] are taken on decisions and proposals that are there: not on %s', async (card, code) => {
    const server = shared()
    const board = await boardOf(server)
    await (await server.rooms.open(board.id)).edit('gone', (document) => {
      fillMore(document)
      deleteCard(document, 'gone')
    })
    const bo = await enterAs(server.url, board, 'sre')
    expect(errorOf(await say(bo, board, 'stances', { card, stance: 'agree', basis: DECISION }))).toEqual([422, code, 'card'])
    expect((await say(bo, board, 'stances', { card: 'p', stance: 'block', basis: JSON.stringify(['proposal', 'In tiers', '', '']) })).status).toBe(201)
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'not_heard', basis: DECISION }))).toEqual([400, 'wrong_body', 'stance'])
  })

  it('[H168] make the decision what the rules say, on the report', async () => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, 'sre')
    const stateOf = async (): Promise<unknown> => ((await ask(`${server.url}/api/boards/${board.id}/report`, 'GET', { headers: bearer(board.keys.view) })).body as { decisions: Record<string, { state: string }> }).decisions['d']?.state
    await say(bo, board, 'stances', { card: 'd', stance: 'block', basis: DECISION })
    expect(await stateOf()).toBe('blocked')
    await say(bo, board, 'stances', { card: 'd', stance: 'disagree_commit', basis: DECISION })
    expect(await stateOf()).toBe('committed_with_dissent')
  })
})

describe('acknowledgements', () => {
  const shared = shareTestServer()
  const CONSUMER = { link: 'dp', side: 'consumer', response: 'ok', basis: PROMISE }
  const PROVIDER = { link: 'dp', side: 'provider', response: 'yes', basis: NEED }

  it('[H169] come from any member of the team of the side, and from nobody else', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana, cy, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product'), await enterAs(server.url, board, 'sales'), await enterAs(server.url, board, 'owner')]
    for (const outsider of [bo, cy, mara]) expect(errorOf(await say(outsider, board, 'acks', CONSUMER))).toEqual([403, 'other_team', undefined])
    for (const outsider of [ana, cy, mara]) expect(errorOf(await say(outsider, board, 'acks', PROVIDER))).toEqual([403, 'other_team', undefined])
    expect(await saidOn(server, board)).toBe(0)
    expect((await say(await enterAs(server.url, board, 'product'), board, 'acks', CONSUMER)).status).toBe(201)
    expect((await say(bo, board, 'acks', PROVIDER)).status).toBe(201)
    const { dependencies } = (await ask(`${server.url}/api/boards/${board.id}/report`, 'GET', { headers: bearer(board.keys.view) })).body as { dependencies: Record<string, { state: string }> }
    expect(dependencies['dp']?.state).toBe('in_step')
  })

  it('[H169] say what their side can say', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    for (const response of ['yes', 'will_try', 'no', 'unclear', 'in_step', '', 'constructor']) expect.soft(errorOf(await say(ana, board, 'acks', { ...CONSUMER, response }))).toEqual([400, 'wrong_body', 'response'])
    for (const response of ['ok', 'adapting', 'problem', '']) expect.soft(errorOf(await say(bo, board, 'acks', { ...PROVIDER, response }))).toEqual([400, 'wrong_body', 'response'])
    expect(errorOf(await say(bo, board, 'acks', { ...PROVIDER, side: 'both' }))).toEqual([400, 'wrong_body', 'side'])
  })

  it.each([['inner', 'own_team'], ['lost', 'no_team'], ['rest', 'no_dependency'], ['none', 'no_dependency'], ['need', 'no_dependency']])('[H170] there is nothing to answer on %s', async (link, code) => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, 'product')
    expect(errorOf(await say(bo, board, 'acks', { ...PROVIDER, link }))).toEqual([422, code, 'link'])
  })

  it('[H170] that the provider is gone is acknowledged as such, and a consumer that is gone needs no answer', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    const room = await server.rooms.open(board.id)
    await room.edit('gone', (document) => deleteCard(document, 'prov'))
    expect((await say(ana, board, 'acks', CONSUMER)).body).toMatchObject({ current: false, statement: 'removed' })
    expect((await say(ana, board, 'acks', { ...CONSUMER, basis: 'removed' })).body).toMatchObject({ current: true, record: { basis: 'removed' } })
    expect(errorOf(await say(bo, board, 'acks', PROVIDER))).toEqual([422, 'no_dependency', 'link'])
    await room.edit('gone, too', (document) => deleteCard(document, 'need'))
    expect(errorOf(await say(ana, board, 'acks', CONSUMER))).toEqual([422, 'no_dependency', 'link'])
  })
})

describe('notes on a change', () => {
  const shared = shareTestServer()

  it('[H171] say something, on a card that is there; the later of two on one wording has the higher number', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, cy] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'sre')]
    for (const blank of [{}, { requires: '', needs: ' \u200b ', ifNot: '\n' }]) expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', basis: PROMISE, ...blank }))).toEqual([400, 'wrong_body', undefined])
    expect(errorOf(await say(bo, board, 'changeNotes', { card: 'none', basis: PROMISE, needs: 'x' }))).toEqual([422, 'no_such_card', 'card'])
    const numbers = []
    for (const person of [bo, cy, bo]) numbers.push(((await say(person, board, 'changeNotes', { card: 'prov', basis: PROMISE, needs: 'x', requires: '' })).body as Body).record)
    expect(numbers.map(({ seq, requires, needs }) => [seq, requires, needs])).toEqual([[1, undefined, 'x'], [2, undefined, 'x'], [3, undefined, 'x']])
  })
})

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
    const empathy = async (): Promise<unknown> => ((await ask(`${server.url}/api/boards/${board.id}/report`, 'GET', { headers: bearer(board.keys.view) })).body as { empathy: Record<string, string> }).empathy['sre>product']
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
})

describe('baselines', () => {
  const shared = shareTestServer()

  it('[H174] are taken by owners and facilitators, and say what the report says at that instant', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'owner')]
    expect(errorOf(await say(bo, board, 'baselines', {}))).toEqual([403, 'too_small_a_right', undefined])
    await mara.ask('PUT', `/api/boards/${board.id}/people/${bo.id}`, { role: 'facilitator' })
    const { record } = (await say(bo, board, 'baselines', { name: ' Before the launch ' })).body as Body
    expect(record).toMatchObject({ person: bo.id, name: 'Before the launch' })
    const report = (await ask(`${server.url}/api/boards/${board.id}/report?at=${encodeURIComponent(String(record['at']))}`, 'GET', { headers: bearer(board.keys.view) })).body as { statuses: Record<string, string>; drift: { since: string } }
    expect(report.statuses).toMatchObject(record['states'] as object)
    expect(Object.keys(record['states'] as object)).toEqual(['a', 'd'])
    expect(report.drift.since).toBe(record['at'])
  })
})

describe('baselines of a large board', () => {
  it('[H174] are judged in a thread, so that others are answered meanwhile, and not for those who may not take one', async () => {
    let reads = 0
    let release: (() => void) | undefined
    const server = await startTestServer({ storage: (storage) => ({ ...storage, rows: async (id, after) => {
      reads++
      if (release !== undefined) await new Promise<void>((resolve) => { release = resolve })
      return storage.rows(id, after)
    } }) })
    const cards = Array.from({ length: 700 }, (_, n) => ({ id: `c${n}`, kind: 'assumption', title: `Card ${n}`, x: 0, y: 0 }))
    const board = await makeBoard(server.url, { file: { format: 'tacit-board/1', title: 'Large', cards, teams: [{ id: 'sre', name: 'SRE' }] } })
    const [bo, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'owner')]
    const before = reads
    expect(errorOf(await say(bo, board, 'baselines', {}))).toEqual([403, 'too_small_a_right', undefined])
    expect(reads).toBe(before)
    release = () => undefined
    const taken = say(mara, board, 'baselines', { id: 'taken-once-only' })
    await until(() => expect(reads).toBe(before + 1))
    expect((await ask(`${server.url}/api/boards/${board.id}`, 'GET', { headers: bearer(board.keys.view) })).status).toBe(200)
    const waited = release
    release = undefined
    waited()
    const { status, body } = await taken
    expect(status).toBe(201)
    const { record } = body as Body
    expect(record['states']).toEqual(Object.fromEntries(cards.map(({ id }) => id).sort().map((id) => [id, 'unconfirmed'])))
    // Sent again, it is the same, and nothing is judged.
    expect((await say(mara, board, 'baselines', { id: 'taken-once-only' })).body).toEqual(body)
    expect(reads).toBe(before + 1)
    // Who is an owner no longer when it has been judged takes none.
    const zoe = await enterAs(server.url, board, 'owner')
    release = () => undefined
    const late = say(zoe, board, 'baselines', {})
    await until(() => expect(reads).toBe(before + 2))
    expect((await mara.ask('PUT', `/api/boards/${board.id}/people/${zoe.id}`, { role: 'member' })).status).toBe(200)
    const held = release
    release = undefined
    held()
    expect((await late).status).toBe(403)
  })
})

describe('what was seen', () => {
  const shared = shareTestServer()

  it('[H175] is noted for each card and person once, and answers nothing', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    const see = (person: BrowserPerson, card: unknown = 'ctx'): Promise<Answer> => say(person, board, 'seen', { card })
    await Promise.all([see(bo), see(bo), see(ana)])
    expect((await see(bo)).body).toEqual({ record: { card: 'ctx', people: [bo.id, ana.id].sort() }, current: true })
    expect(errorOf(await see(bo, 'none'))).toEqual([422, 'no_such_card', 'card'])
    expect(errorOf(await say(bo, board, 'seen', { card: 'ctx', person: ana.id }))).toEqual([400, 'wrong_body', 'person'])
    const guest = new BrowserPerson(server.url)
    await guest.enter(board.id, { key: board.keys.contribute, name: 'Gil' })
    expect(errorOf(await see(guest))).toEqual([403, 'too_small_a_right', undefined])
    const { statuses } = (await ask(`${server.url}/api/boards/${board.id}/report`, 'GET', { headers: bearer(board.keys.view) })).body as { statuses: Record<string, string> }
    expect(statuses['ctx']).toBe('seen')
  })
})

describe('what was said', () => {
  it('[H176] reaches everybody who has the board open', async () => {
    const server = await startTestServer()
    const board = await boardOf(server)
    const { board: there } = await stockProvider({ url: server.url, board: board.id, key: board.keys.view })
    const people = { product: await enterAs(server.url, board, 'product'), sre: await enterAs(server.url, board, 'sre'), owner: await enterAs(server.url, board, 'owner') }
    for (const { root, team, body } of SAMPLES) {
      const { record } = (await say(people[team], board, root, body)).body as Body
      await until(() => expect(tableOf(readBoard(there), root).get(record.id)).toEqual(record))
    }
    await say(people.sre, board, 'seen', { card: 'ctx' })
    await until(() => expect(readBoard(there).seen.get('ctx')).toEqual([people.sre.id]))
  })

  it('[H177] is refused on a board that takes as much as a board may', async () => {
    const server = await startTestServer({ env: { TACIT_LIMITS: 'boardBytes=200000' } })
    const board = await boardOf(server)
    const people = { product: await enterAs(server.url, board, 'product'), sre: await enterAs(server.url, board, 'sre'), owner: await enterAs(server.url, board, 'owner') }
    const long = JSON.stringify(['decision', 'Launch', '\u0001'.repeat(16_000), ''])
    for (let i = 0, status = 201; status === 201 && i < 10; i++) status = (await say(people.sre, board, 'stances', { card: 'd', stance: 'agree', basis: long })).status
    for (const { root, team, body } of SAMPLES) expect.soft(errorOf(await say(people[team], board, root, body))).toEqual([413, 'board_full', undefined])
    expect(errorOf(await say(people.sre, board, 'seen', { card: 'ctx' }))).toEqual([413, 'board_full', undefined])
  })
})

function fillMore(document: Parameters<typeof fillSaidBoard>[0]): void {
  addCard(document, { id: 'gone', kind: 'decision', x: 0, y: 0, title: 'Gone' })
  addCard(document, { id: 'p', kind: 'proposal', x: 0, y: 0, title: 'In tiers' })
}
