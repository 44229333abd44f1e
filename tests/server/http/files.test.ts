// Boards from files and templates, and back: the three written boards, and every kind of file that is none.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CreatedBoard, TemplateInfo } from '../../../shared/protocol/http.ts'
import { stateOfFile } from '../../../shared/board/file-state.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { report } from '../../../shared/rules/report.ts'
import { Reports } from '../../../server/rooms/reports.ts'
import { TooMuchAtOnce } from '../../../server/rooms/rooms.ts'
import { ask, bearer, BrowserPerson, makeBoard, type Answer } from '../../support/browser-person.ts'
import { until } from '../../support/until.ts'
import { shareTestServer, startTestServer, type TestServer } from '../../support/test-server.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const BOARDS = ['gtm-marketing-sdr-ae-cs', 'launch-product-sre-sales', 'platform-migration-acquisition']

interface Report { readonly file: string; readonly at: string; readonly [part: string]: unknown }
const { reports } = JSON.parse(readFileSync(join(root, 'tests/data/vectors/reports.json'), 'utf8')) as { reports: readonly Report[] }

function written(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, 'server/templates', `${name}.json`), 'utf8')) as Record<string, unknown>
}

const get = async (server: TestServer, board: CreatedBoard, rest: string): Promise<Answer> => ask(`${server.url}/api/boards/${board.id}${rest}`, 'GET', { headers: bearer(board.keys.view) })
const fileOf = async (server: TestServer, board: CreatedBoard): Promise<Record<string, unknown>> => (await get(server, board, '/file')).body as Record<string, unknown>

/** A small file that is one, to be spoiled. */
function small(): Record<string, unknown[]> & Record<string, unknown> {
  return {
    format: 'tacit-board/1', title: 'Small',
    teams: [{ id: 'sre', name: 'SRE' }], people: [{ id: 'ana', name: 'Ana', team: 'sre', role: 'member' }],
    cards: [{ id: 'a', kind: 'assumption', title: 'A', x: 0, y: 0 }, { id: 'g', kind: 'goal', title: 'G', x: 10, y: 10 }],
    links: [{ id: 'l', from: 'g', to: 'a', type: 'rests_on' }],
    attestations: [{ id: 'r', card: 'a', person: 'ana', team: 'sre', verdict: 'confirm', basis: '["assumption","A","",""]', seq: 1, at: '2026-01-01T00:00:00Z' }],
  } as unknown as Record<string, unknown[]> & Record<string, unknown>
}

describe('the three written boards', () => {
  for (const name of BOARDS) {
    it(`[H130] ${name} is given back unchanged, and judged as its report says`, async () => {
      const server = await startTestServer()
      const file = written(name)
      const board = await makeBoard(server.url, { file })
      expect(board.warnings).toEqual([])
      const { exportedAt, ...exported } = await fileOf(server, board)
      const { exportedAt: _then, ...sent } = file
      expect(exported).toEqual(sent)
      expect(Math.abs(Date.parse(String(exportedAt)) - Date.now())).toBeLessThan(60_000)
      const expected = reports.find((one) => one.file === `${name}.json`)
      const judged = (await get(server, board, `/report?at=${encodeURIComponent(expected?.at ?? '')}`)).body as object
      expect({ file: expected?.file, ...judged }).toEqual(expected)
    })
  }

  it('[H131] what was exported makes the same board again, live edits and people included', async () => {
    const server = await startTestServer()
    const first = await makeBoard(server.url, { file: written('launch-product-sre-sales') })
    const mara = new BrowserPerson(server.url)
    await mara.enter(first.id, { key: first.keys.edit, name: 'Somebody new', team: 'sre' })
    await mara.ask('PATCH', `/api/boards/${first.id}`, { title: 'Renamed "here" \\ and — there' })
    const once = await fileOf(server, first)
    const second = await makeBoard(server.url, { file: once })
    const twice = await fileOf(server, second)
    expect({ ...twice, exportedAt: '' }).toEqual({ ...once, exportedAt: '' })
    expect(second.id).not.toBe(first.id)
    expect(Object.values(second.keys)).not.toContainEqual(first.keys.own)
  })

  it('[H132] are templates: with their people as an example, or without anybody and what they said', async () => {
    const server = await startTestServer()
    const list = (await ask(`${server.url}/api/templates`, 'GET')).body as TemplateInfo[]
    const examples = list.filter(({ people }) => people > 0)
    expect(examples.map(({ id }) => id)).toEqual(BOARDS)
    for (const { id, title, summary, kinds, cards } of examples) {
      const source = written(id)
      expect([title, summary, cards]).toEqual([source['title'], source['summary'], (source['cards'] as unknown[]).length])
      expect(kinds).toContain('assumption')
      const example = await fileOf(server, await makeBoard(server.url, { template: id }))
      expect(example['people']).toEqual(source['people'])
      expect((await fileOf(server, await makeBoard(server.url, { template: id, people: true })))['attestations']).toEqual(source['attestations'])
      const empty = await makeBoard(server.url, { template: id, people: false })
      const bare = await fileOf(server, empty)
      expect([bare['people'], bare['attestations'], (bare['cards'] as unknown[]).length]).toEqual([[], [], cards])
      const { assumptions } = (await get(server, empty, '/report')).body as { assumptions: Record<string, { state: string }> }
      expect(new Set(Object.values(assumptions).map(({ state }) => state)).has('confirmed')).toBe(false)
    }
  })
})

describe('the report', () => {
  it('[H133] is of the instant that was asked for, or of now', async () => {
    const server = await startTestServer()
    const board = await makeBoard(server.url, { file: small() })
    const stateAt = async (query: string): Promise<unknown> => ((await get(server, board, `/report${query}`)).body as { assumptions: Record<string, { reasons: string[] }> }).assumptions['a']?.reasons
    expect(await stateAt('?at=2026-01-02T00:00:00Z')).not.toContain('expired:ana')
    expect(await stateAt('?at=2030-01-01T00:00:00%2B02:00')).toContain('expired:ana')
    const now = (await get(server, board, '/report')).body as { at: string }
    expect(Math.abs(Date.parse(now.at) - Date.now())).toBeLessThan(60_000)
    for (const at of ['yesterday', '2026-01-02', '', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-01-02T00:00:00+99:00', '-1', 'NaN']) {
      const refused = await get(server, board, `/report?at=${encodeURIComponent(at)}`)
      expect([at, refused.status, (refused.body as { error: { path: string } }).error.path]).toEqual([at, 400, 'at'])
    }
    expect((await get(server, board, '/report?at=2026-01-02T00:00:00Z&at=2027-01-02T00:00:00Z')).status).toBe(400)
  })

  it('[H138] of a large board is made in a thread: whole, of what is stored, and others are answered meanwhile', async () => {
    const server = await startTestServer()
    const cards = Array.from({ length: 2_000 }, (_, n) => ({ id: `c${n}`, kind: n % 2 === 0 ? 'goal' : 'assumption', title: `Card ${n}`, x: 0, y: 0 }))
    const links = Array.from({ length: 4_000 }, (_, n) => ({ id: `l${n}`, from: `c${2 * (n % 1_000)}`, to: `c${(2 * n + 1) % 2_000}`, type: 'rests_on' }))
    const file = { ...small(), cards, links, attestations: [] }
    const board = await makeBoard(server.url, { file })
    // Loads the board: what is measured is the report.
    await get(server, board, '')
    const done: string[] = []
    const asked = get(server, board, '/report?at=2026-06-01T00:00:00Z').then((answer) => {
      done.push('report')
      return answer
    })
    await ask(`${server.url}/healthz`, 'GET').then(() => done.push('health'))
    const { status, body } = await asked
    expect(done).toEqual(['health', 'report'])
    const state = stateOfFile(file)
    expect(status).toBe(200)
    expect(body).toEqual(report(state, judge(state, Date.parse('2026-06-01T00:00:00Z')), '2026-06-01T00:00:00Z'))
  })

  it.each([
    ['many answers on one card', { cards: [{ id: 'a', kind: 'assumption', title: 'A', x: 0, y: 0 }], attestations: Array.from({ length: 700 }, (_, n) => ({ id: `t${n}`, card: 'a', person: 'bo', team: '', verdict: 'unsure', basis: '', seq: n })) }],
    ['many teams, each of which is asked about every other', { teams: Array.from({ length: 60 }, (_, n) => ({ id: `t${n}`, name: `T${n}` })), cards: [], attestations: [] }],
  ])('[H138] so is that of few cards with %s', async (_what, more) => {
    let read = 0
    const reports = new Reports({ rows: () => {
      read++
      return Promise.reject(new Error('read in a thread'))
    } })
    await expect(reports.of({ board: 'b', state: stateOfFile({ ...small(), links: [], ...more }) }, { at: '2026-06-01T00:00:00Z', ms: 0 })).rejects.toThrow('read in a thread')
    expect(read).toBe(1)
  })

  it('[H139] too many reports of large boards at once are answered with 429 and when to come back', async () => {
    const state = stateOfFile({ ...small(), cards: Array.from({ length: 700 }, (_, n) => ({ id: `c${n}`, kind: 'note', title: '', x: 0, y: 0 })) })
    let stored = 0
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => { release = resolve })
    const reports = new Reports({ rows: async () => {
      stored++
      await held
      throw new Error('storage failed')
    } })
    const room = { board: 'b', state }
    const instant = { at: '2026-06-01T00:00:00Z', ms: 0 }
    const waiting = Array.from({ length: 8 }, () => reports.of(room, instant).catch((error: unknown) => error))
    await expect(reports.of(room, instant)).rejects.toBeInstanceOf(TooMuchAtOnce)
    await until(() => expect(stored).toBe(1))
    release()
    // What failed keeps none of the others from its turn.
    expect((await Promise.all(waiting)).map(String)).toEqual(Array.from({ length: 8 }, () => 'Error: storage failed'))
    expect(stored).toBe(8)
    await expect(reports.of(room, instant)).rejects.toThrow('storage failed')
  })
})

type Spoil = (file: ReturnType<typeof small>) => unknown
const at = (list: unknown, index: number): Record<string, unknown> => (list as Record<string, unknown>[])[index] ?? {}

const BAD: readonly (readonly [string, Spoil, string])[] = [
  ['no object', () => 'a board', 'file'], ['a list', () => [], 'file'], ['nothing', () => null, 'file'],
  ['another format', (file) => ({ ...file, format: 'tacit-board/2' }), 'file.format'], ['no format', (file) => ({ ...file, format: undefined }), 'file.format'],
  ['a title too long', (file) => ({ ...file, title: 'x'.repeat(301) }), 'file.title'], ['cards that are no list', (file) => ({ ...file, cards: {} }), 'file.cards'],
  ['a card that is none', (file) => ({ ...file, cards: [...file['cards'] ?? [], 5] }), 'file.cards[2]'],
  ['two cards with one id', (file) => ({ ...file, cards: [...file['cards'] ?? [], { ...at(file['cards'], 0) }] }), 'file.cards[2].id'],
  ['a card named __proto__', (file) => ({ ...file, cards: [{ ...at(file['cards'], 0), id: '__proto__' }] }), 'file.cards[0].id'],
  ['a card id with a slash', (file) => ({ ...file, cards: [{ ...at(file['cards'], 0), id: 'a/b' }] }), 'file.cards[0].id'],
  ['an unknown kind', (file) => ({ ...file, cards: [{ ...at(file['cards'], 0), kind: 'iframe' }] }), 'file.cards[0].kind'],
  ['a title that is no text', (file) => ({ ...file, cards: [{ ...at(file['cards'], 0), title: { x: 1 } }] }), 'file.cards[0].title'],
  ['a position that is no number', (file) => ({ ...file, cards: [{ ...at(file['cards'], 0), x: '0' }] }), 'file.cards[0].x'],
  ['a body too long', (file) => ({ ...file, cards: [{ ...at(file['cards'], 0), body: 'x'.repeat(20_001) }] }), 'file.cards[0].body'],
  ['an unknown link', (file) => ({ ...file, links: [{ ...at(file['links'], 0), type: 'owns' }] }), 'file.links[0].type'],
  ['an unknown role', (file) => ({ ...file, people: [{ ...at(file['people'], 0), role: 'god' }] }), 'file.people[0].role'],
  ['an unknown quorum', (file) => ({ ...file, settings: { quorum: 'none' } }), 'file.settings'],
  ['an answer on nothing', (file) => ({ ...file, attestations: [{ ...at(file['attestations'], 0), card: undefined }] }), 'file.attestations[0]'],
]

describe('a file that is none', () => {
  const created: string[] = []
  const shared = shareTestServer({ storage: (storage) => ({ ...storage, createBoard: (board, row, keys) => (created.push(board.id), storage.createBoard(board, row, keys)) }) })

  it.each(BAD)('[H134] with %s is refused with its place, and no board exists afterwards', async (_what, spoil, path) => {
    const server = shared()
    created.length = 0
    const answer = await ask(`${server.url}/api/boards`, 'POST', { body: { file: spoil(small()) } })
    expect([answer.status, answer.body]).toEqual([400, { error: { code: 'bad_file', message: expect.stringMatching(/\S\.$/), path: expect.stringContaining(path) } }])
    expect(created).toEqual([])
    expect((await ask(`${server.url}/api/boards`, 'POST', { body: { file: small() } })).status).toBe(201)
  })

  it('[H134] with a prototype among its fields poisons nothing', async () => {
    const server = await startTestServer()
    for (const raw of ['{"file":{"format":"tacit-board/1","__proto__":{"polluted":1},"cards":[]}}', '{"file":{"format":"tacit-board/1","cards":[{"id":"a","kind":"note","title":"A","x":0,"y":0,"constructor":{"prototype":{"polluted":1}}}]}}', '{"file":{"format":"tacit-board/1"},"__proto__":{"title":"x"}}']) {
      expect((await ask(`${server.url}/api/boards`, 'POST', { raw })).status).toBeLessThan(500)
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('[H135] gives nobody a right: people of a file are known by name, and keys in it are nothing', async () => {
    const server = await startTestServer()
    const mara = new BrowserPerson(server.url)
    const own = await makeBoard(server.url)
    const { person } = await mara.enter(own.id, { key: own.keys.own, name: 'Mara' })
    const file = { ...small(), people: [{ id: person?.id, name: 'Mara', team: 'sre', role: 'owner', token: 'x' }], keys: { own: own.keys.own }, links: [] }
    const board = await makeBoard(server.url, { file })
    expect(board.warnings.join(' ')).toMatch(/keys/)
    expect((await mara.ask('GET', `/api/boards/${board.id}`)).status).toBe(404)
    expect((await ask(`${server.url}/api/boards/${board.id}`, 'GET', { headers: bearer(own.keys.own) })).status).toBe(404)
    expect((await mara.ask('POST', `/api/boards/${board.id}/enter`, { key: board.keys.edit })).status).toBe(403)
  })

  it('[H136] only with a link that leads nowhere is imported without it, and says so', async () => {
    const server = await startTestServer()
    const board = await makeBoard(server.url, { file: { ...small(), links: [...(small()['links'] ?? []), { id: 'x', from: 'g', to: 'none', type: 'serves' }] } })
    expect(board.warnings).toHaveLength(1)
    expect(board.warnings[0]).toMatch(/"x".*"none"/)
    expect((await fileOf(server, board))['links']).toHaveLength(1)
  })

  it('[H137] because it has too many cards or too much in it is refused at the limit', async () => {
    const server = await startTestServer({ env: { TACIT_LIMITS: 'boardCards=2,boardBytes=3000' } })
    const card = (id: string, body = '') => ({ id, kind: 'note', title: id, body, x: 0, y: 0 })
    expect((await ask(`${server.url}/api/boards`, 'POST', { body: { file: { ...small(), cards: ['a', 'g', 'c'].map((id) => card(id)) } } })).status).toBe(400)
    const heavy = await ask(`${server.url}/api/boards`, 'POST', { body: { file: { ...small(), cards: [card('a', 'x'.repeat(4_000)), card('g')] } } })
    expect([heavy.status, (heavy.body as { error: { path: string } }).error.path]).toEqual([413, 'file'])
    expect((await ask(`${server.url}/api/boards`, 'POST', { body: { file: small() } })).status).toBe(201)
  })
})
