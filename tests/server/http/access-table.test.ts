// Each route of a board × each right, by key and by cookie, as one table. A route that is registered and not in the
// table fails the test, so that no route can be added without saying whom it lets in.
import { describe, expect, it } from 'vitest'
import { makeApp } from '../../../server/app.ts'
import { Turns } from '../../../server/access/turns.ts'
import { publicPlace, readConfig } from '../../../server/config.ts'
import { BuiltClient } from '../../../server/http/pages.ts'
import type { Parts } from '../../../server/http/parts.ts'
import { RIGHTS, type Right } from '../../../shared/protocol/rights.ts'
import { ask, bearer, BrowserPerson, makeBoard, type Answer } from '../../support/browser-person.ts'
import { shareTestServer, type TestServer } from '../../support/test-server.ts'

type Outcome = number
interface Row {
  readonly route: string
  readonly body?: unknown
  /** What a key of each right is answered. */
  readonly key: Readonly<Record<Right, Outcome>>
  /** What the person who entered with such a key is answered; the same when left out. */
  readonly cookie?: Partial<Readonly<Record<Right, Outcome>>>
}

const reads = { embed: 403, view: 200, contribute: 200, edit: 200, own: 200 }
const owns = (status: number) => ({ embed: 403, view: 403, contribute: 403, edit: 403, own: status })
const edits = (status: number) => ({ embed: 403, view: 403, contribute: 403, edit: status, own: status })
const NOBODY = { embed: 403, view: 403, contribute: 403, edit: 403, own: 403 }
const STATEMENT = JSON.stringify(['assumption', 'x', '', ''])
const CONTRACT = JSON.stringify(['commitment', 'x', '', '', ''])

const TABLE: readonly Row[] = [
  { route: 'GET /api/boards/:id', key: reads },
  { route: 'PATCH /api/boards/:id', body: { title: 'New' }, key: edits(200) },
  { route: 'GET /api/boards/:id/file', key: reads },
  { route: 'GET /api/boards/:id/report', key: reads },
  { route: 'GET /api/boards/:id/agenda.md', key: reads },
  { route: 'PUT /api/boards/:id/me', body: { name: 'Mara', team: '' }, key: NOBODY, cookie: { contribute: 200, edit: 200, own: 200 } },
  { route: 'PUT /api/boards/:id/settings', body: { validDays: 30 }, key: owns(200) },
  { route: 'PUT /api/boards/:id/people/:person', body: { team: '' }, key: owns(404) },
  { route: 'PUT /api/boards/:id/people/:person/merged', body: { mergedInto: null }, key: owns(404) },
  { route: 'POST /api/boards/:id/claims', body: { person: 'nobody' }, key: NOBODY, cookie: { contribute: 404, edit: 404, own: 404 } },
  { route: 'DELETE /api/boards/:id/claims', key: NOBODY, cookie: { contribute: 204, edit: 204, own: 204 } },
  { route: 'PUT /api/boards/:id/claims/:person', body: { admit: true }, key: owns(404) },
  // 422: the person may, the card is none.
  { route: 'POST /api/boards/:id/attestations', body: { card: 'none', verdict: 'confirm', basis: STATEMENT }, key: NOBODY, cookie: { edit: 422, own: 422 } },
  { route: 'POST /api/boards/:id/asks', body: { card: 'none', team: 'none' }, key: NOBODY, cookie: { edit: 422, own: 422 } },
  { route: 'POST /api/boards/:id/stances', body: { card: 'none', stance: 'agree', basis: STATEMENT }, key: NOBODY, cookie: { edit: 422, own: 422 } },
  { route: 'POST /api/boards/:id/acks', body: { link: 'none', side: 'consumer', response: 'ok', basis: 'removed' }, key: NOBODY, cookie: { edit: 422, own: 422 } },
  { route: 'POST /api/boards/:id/changeNotes', body: { card: 'none', basis: CONTRACT, needs: 'time' }, key: NOBODY, cookie: { edit: 422, own: 422 } },
  { route: 'POST /api/boards/:id/perceptions', body: { about: 'none', text: 'You are paged' }, key: NOBODY, cookie: { edit: 422, own: 422 } },
  { route: 'POST /api/boards/:id/perceptionReplies', body: { perception: 'none', verdict: 'right', basis: 'You are paged' }, key: NOBODY, cookie: { edit: 422, own: 422 } },
  { route: 'POST /api/boards/:id/baselines', body: { name: 'Now' }, key: NOBODY, cookie: { own: 201 } },
  { route: 'POST /api/boards/:id/seen', body: { card: 'none' }, key: NOBODY, cookie: { edit: 422, own: 422 } },
  { route: 'GET /api/boards/:id/links', key: owns(200) },
  { route: 'POST /api/boards/:id/links', body: { right: 'view' }, key: owns(201) },
  { route: 'DELETE /api/boards/:id/links/:link', key: owns(404) },
  { route: 'DELETE /api/boards/:id', key: owns(204) },
]

/** Routes that belong to no board, or that have tests of their own for whom they let in. */
const ELSEWHERE = new Set([
  'POST /api/boards', 'POST /api/boards/:id/enter', 'GET /api/templates', 'GET /api/me/boards', 'POST /api/me/devices', 'POST /api/me/devices/open',
  'GET /healthz', 'GET /readyz', 'GET /sync/:id', 'GET /', 'GET /b/:id', 'GET /device', 'GET /*', 'ALL /api/*', 'ALL /sync/*', 'ALL /*',
])

function registered(): ReadonlySet<string> {
  const config = readConfig({})
  const parts = { config, place: publicPlace(config, 1), templates: new Map(), turns: new Turns() } as unknown as Parts
  const app = makeApp(parts, () => undefined, new BuiltClient('/nowhere'))
  return new Set(app.routes.map(({ method, path }) => `${method} ${path === '/' ? path : path.replace(/\/$/, '')}`))
}

async function keysOf(server: TestServer): Promise<{ id: string; keys: Readonly<Record<Right, string>> }> {
  const board = await makeBoard(server.url)
  const made = await ask(`${server.url}/api/boards/${board.id}/links`, 'POST', { body: { right: 'embed' }, headers: bearer(board.keys.own) })
  return { id: board.id, keys: { ...board.keys, embed: (made.body as { key: string }).key } }
}

function addressOf(row: Row, board: string): { method: string; path: string } {
  const [method = '', path = ''] = row.route.split(' ')
  return { method, path: path.replace(':id', board).replace(':person', 'nobody').replace(':link', 'none') }
}

async function byKey(server: TestServer, row: Row, board: string, key: string): Promise<Answer> {
  const { method, path } = addressOf(row, board)
  return ask(server.url + path, method, { body: row.body ?? (method === 'GET' ? undefined : {}), headers: bearer(key) })
}

async function byCookie(server: TestServer, row: Row, board: string, key: string): Promise<Answer> {
  const { method, path } = addressOf(row, board)
  const person = new BrowserPerson(server.url)
  await person.enter(board, { key, name: 'Mara' })
  return person.ask(method, path, row.body ?? (method === 'GET' ? undefined : {}))
}

describe('rights and routes', () => {
  const shared = shareTestServer()

  it('[H1] every registered route says whom it lets in', () => {
    const told = new Set([...TABLE.map(({ route }) => route), ...ELSEWHERE])
    const routes = registered()
    expect([...routes].filter((route) => !told.has(route))).toEqual([])
    expect(TABLE.map(({ route }) => route).filter((route) => !routes.has(route))).toEqual([])
  })

  for (const row of TABLE) {
    it(`[H1] ${row.route} answers each right as the table says`, async () => {
      const server = shared()
      for (const right of RIGHTS) {
        const { id, keys } = await keysOf(server)
        expect.soft((await byKey(server, row, id, keys[right])).status, `key ${right}`).toBe(row.key[right])
        const other = await keysOf(server)
        if (right === 'embed') continue
        expect.soft((await byCookie(server, row, other.id, other.keys[right])).status, `cookie ${right}`).toBe(row.cookie?.[right] ?? row.key[right])
      }
    })

    it(`[H2] ${row.route} answers unknown, revoked, expired, deleted and foreign alike`, async () => {
      const server = shared()
      const { id, keys } = await keysOf(server)
      const other = await keysOf(server)
      const link = async (body: object) => (await ask(`${server.url}/api/boards/${id}/links`, 'POST', { body, headers: bearer(keys.own) })).body as { id: string; key: string }
      const revoked = await link({ right: 'own' })
      await ask(`${server.url}/api/boards/${id}/links/${revoked.id}`, 'DELETE', { body: {}, headers: bearer(keys.own) })
      const expired = await link({ right: 'own', expiresAt: new Date(server.now().getTime() + 60_000).toISOString() })
      await ask(`${server.url}/api/boards/${other.id}`, 'DELETE', { body: {}, headers: bearer(other.keys.own) })
      server.wait(61_000)
      const answers = await Promise.all([
        byKey(server, row, 'unknownBoard', keys.own), byKey(server, row, 'no%20id', keys.own), byKey(server, row, id, 'unknown-key'), byKey(server, row, id, revoked.key),
        byKey(server, row, id, expired.key), byKey(server, row, id, other.keys.own), byKey(server, row, other.id, other.keys.own), byKey(server, row, id, ''),
      ])
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      const stranger = new BrowserPerson(server.url)
      stranger.cookie = 'tacit=unknown'
      const { method, path } = addressOf(row, id)
      expect((await stranger.ask(method, path, row.body ?? (method === 'GET' ? undefined : {}))).text).toBe(answers[0]?.text)
    })
  }
})
