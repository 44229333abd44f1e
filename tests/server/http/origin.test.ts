// Requests and connections that rely on a cookie come from our own pages only: every cookie route and every upgrade
// with every kind of Origin that an attacker can bring about.
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ask, bearer, BrowserPerson, closed, makeBoard, upgrade, type Upgrade } from '../../support/browser-person.ts'
import { SAMPLES } from '../../support/said-board.ts'
import { shareTestServer, startTestServer, type TestServer } from '../../support/test-server.ts'

interface Place { readonly name: string; readonly origin: (server: TestServer) => string | undefined }

const ELSEWHERE: readonly Place[] = [
  { name: 'absent', origin: () => undefined },
  { name: 'null', origin: () => 'null' },
  { name: 'evil', origin: () => 'https://evil.example' },
  { name: 'ours as a prefix', origin: ({ url }) => `${url}.evil.example` },
  { name: 'ours as a suffix', origin: ({ port }) => `http://evil.127.0.0.1:${port}` },
  { name: 'another port', origin: ({ port }) => `http://127.0.0.1:${port + 1}` },
  { name: 'another scheme', origin: ({ port }) => `https://127.0.0.1:${port}` },
  { name: 'with a path', origin: ({ url }) => `${url}/` },
  { name: 'in capitals', origin: ({ url }) => url.toUpperCase() },
  { name: 'empty', origin: () => '' },
]

const COOKIE_ROUTES: readonly (readonly [string, string, unknown])[] = [
  ['GET', '', undefined], ['PATCH', '', { title: 'Stolen' }], ['DELETE', '', {}], ['POST', '/enter', { name: 'Eve' }], ['PUT', '/me', { name: 'Eve', team: '' }],
  ['PUT', '/settings', { validDays: 1 }], ['PUT', '/people/nobody', { removed: true }], ['POST', '/attestations', { card: 'x', verdict: 'confirm', basis: '' }],
  ['POST', '/asks', { card: 'x', team: 'y' }], ['GET', '/links', undefined], ['POST', '/links', { right: 'own' }], ['DELETE', '/links/none', {}],
  ['GET', '/file', undefined], ['GET', '/report', undefined],
  ...SAMPLES.map(({ root, body }) => ['POST', `/${root}`, body] as const), ['POST', '/seen', { card: 'x' }],
]

async function owner(server: TestServer): Promise<{ board: string; keys: Readonly<Record<string, string>>; mara: BrowserPerson }> {
  const { id, keys } = await makeBoard(server.url)
  const mara = new BrowserPerson(server.url)
  await mara.enter(id, { key: keys.own, name: 'Mara' })
  return { board: id, keys, mara }
}

const refused = { error: expect.objectContaining({ code: 'wrong_origin' }) }

describe('requests that rely on the cookie', () => {
  const shared = shareTestServer()

  for (const { name, origin } of ELSEWHERE) {
    it(`[H20] are refused on every route when their Origin is ${name}`, async () => {
      const server = shared()
      const { board, mara } = await owner(server)
      for (const [method, rest, body] of COOKIE_ROUTES) {
        const answer = await mara.ask(method, `/api/boards/${board}${rest}`, body, { origin: origin(server) })
        expect.soft([method, rest, answer.status], answer.text).toEqual([method, rest, 403])
        expect.soft(answer.body).toEqual(refused)
      }
      for (const [method, path, body] of [['GET', '/api/me/boards', undefined], ['POST', '/api/me/devices', {}], ['POST', '/api/me/devices/open', { code: 'x' }]] as const) {
        expect.soft((await mara.ask(method, path, body, { origin: origin(server) })).status).toBe(403)
      }
      expect((await mara.ask('GET', `/api/boards/${board}`)).body).toMatchObject({ title: 'A board', right: 'own' })
    })
  }

  it('[H21] a browser sends no Origin with its own GET: Sec-Fetch-Site says where it comes from', async () => {
    const server = shared()
    const { board, mara } = await owner(server)
    const get = async (headers: Record<string, string | undefined>) => (await mara.ask('GET', `/api/boards/${board}`, undefined, { origin: undefined, ...headers })).status
    expect(await get({ 'sec-fetch-site': 'same-origin' })).toBe(200)
    for (const site of ['cross-site', 'same-site', 'none']) expect(await get({ 'sec-fetch-site': site, 'x-tacit': '1' })).toBe(403)
    // On plain http to another machine there is no Sec-Fetch-Site: a header that only our own script can set stands in.
    expect(await get({ 'x-tacit': '1' })).toBe(200)
    expect(await get({})).toBe(403)
    const put = await mara.ask('PUT', `/api/boards/${board}/me`, { name: 'Eve', team: '' }, { origin: undefined, 'sec-fetch-site': 'same-origin', 'x-tacit': '1' })
    expect(put.status).toBe(403)
  })

  it('[H22] are JSON: what a form can send is refused', async () => {
    const server = shared()
    const { board, mara } = await owner(server)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined, 'application/jsonx']) {
      for (const [method, rest] of COOKIE_ROUTES.filter(([method]) => method !== 'GET')) {
        const answer = await ask(`${server.url}/api/boards/${board}${rest}`, method, { raw: '{"title":"Stolen"}', headers: { ...mara.headers, 'content-type': type } })
        expect.soft([method, rest, type, answer.status]).toEqual([method, rest, type, 415])
      }
    }
  })

  it('[H25] a foreign page cannot create boards, enter them, or plant a cookie', async () => {
    const server = shared()
    const { id, keys } = await makeBoard(server.url)
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${server.port + 1}`]) {
      const create = await ask(`${server.url}/api/boards`, 'POST', { body: { title: 'x' }, headers: { origin } })
      const enter = await ask(`${server.url}/api/boards/${id}/enter`, 'POST', { body: { key: keys.edit }, headers: { origin } })
      const device = await ask(`${server.url}/api/me/devices/open`, 'POST', { body: { code: 'x' }, headers: { origin } })
      expect([create.status, enter.status, device.status]).toEqual([403, 403, 403])
      expect(enter.headers.getSetCookie()).toEqual([])
      expect(create.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('[H26] every name of the loopback address is ours by default, and TACIT_ORIGINS replaces them', async () => {
    const server = shared()
    const { board, mara } = await owner(server)
    for (const host of ['127.0.0.1', 'localhost', 'board.localhost']) {
      expect((await mara.ask('GET', `/api/boards/${board}`, undefined, { origin: `http://${host}:${server.port}` })).status).toBe(200)
    }
    const strict = await startTestServer({ env: { TACIT_ORIGINS: 'https://a.example, https://b.example:8443' } })
    const other = await makeBoard(strict.url)
    const enter = async (origin: string) => (await new BrowserPerson(strict.url, origin).ask('POST', `/api/boards/${other.id}/enter`, { key: other.keys.edit })).status
    expect(await enter('https://a.example')).toBe(200)
    expect(await enter('https://b.example:8443')).toBe(200)
    expect(await enter(strict.url)).toBe(403)
  })
})

function told(answer: Upgrade): number | 'open' {
  if ('open' in answer) {
    answer.open.terminate()
    return 'open'
  }
  return 'status' in answer ? answer.status : answer.code
}

describe('upgrades', () => {
  const shared = shareTestServer()

  for (const { name, origin } of ELSEWHERE) {
    it(`[H23] with a cookie are refused by HTTP when their Origin is ${name}`, async () => {
      const server = shared()
      const { board, mara } = await owner(server)
      const headers = { cookie: mara.cookie, origin: origin(server) }
      expect(told(await upgrade(`${server.url}/sync/${board}`, headers))).toBe(403)
      expect(told(await upgrade(`${server.url}//evil/sync/${board}`, headers))).toBe(403)
      expect(told(await upgrade(`${server.url}/sync/unknown`, headers))).toBe(403)
    })
  }

  it('[H23] with a cookie from one of our pages are let in', async () => {
    const server = shared()
    const { board, mara } = await owner(server)
    expect(told(await upgrade(`${server.url}/sync/${board}`, mara.headers))).toBe('open')
    expect(told(await upgrade(`${server.url}//evil/sync/${board}`, mara.headers))).toBe(404)
  })

  it('[H24] with a key may carry no Origin, or ours; null only when the key does not write; any other never', async () => {
    const server = shared()
    const { id, keys } = await makeBoard(server.url)
    const made = await ask(`${server.url}/api/boards/${id}/links`, 'POST', { body: { right: 'embed' }, headers: bearer(keys.own) })
    const all: Readonly<Record<string, string>> = { ...keys, embed: (made.body as { key: string }).key }
    const opens = async (key: string, origin: string | undefined) => told(await upgrade(`${server.url}/sync/${id}?key=${key}`, { origin }))
    for (const [right, key] of Object.entries(all)) {
      const open = right === 'embed' ? 4403 : 'open'
      expect.soft([right, await opens(key, undefined)]).toEqual([right, open])
      expect.soft([right, await opens(key, server.url)]).toEqual([right, open])
      expect.soft([right, await opens(key, 'null')]).toEqual([right, right === 'embed' ? 4403 : right === 'view' ? 'open' : 403])
      expect.soft([right, await opens(key, 'https://evil.example')]).toEqual([right, 403])
    }
    expect(await opens('unknown', 'null')).toBe(403)
  })

  it('[H27] to an unknown, deleted or foreign board, or with an unknown or revoked key, are accepted and closed with 4401', async () => {
    const server = shared()
    const [{ id, keys }, other] = [await makeBoard(server.url), await makeBoard(server.url)]
    const link = (await ask(`${server.url}/api/boards/${id}/links`, 'POST', { body: { right: 'edit' }, headers: bearer(keys.own) })).body as { id: string; key: string }
    await ask(`${server.url}/api/boards/${id}/links/${link.id}`, 'DELETE', { body: {}, headers: bearer(keys.own) })
    await ask(`${server.url}/api/boards/${other.id}`, 'DELETE', { body: {}, headers: bearer(other.keys.own) })
    const ends = await Promise.all([
      upgrade(`${server.url}/sync/unknown?key=${keys.own}`), upgrade(`${server.url}/sync/${id}?key=unknown`), upgrade(`${server.url}/sync/${id}?key=${link.key}`),
      upgrade(`${server.url}/sync/${id}?key=${other.keys.own}`), upgrade(`${server.url}/sync/${other.id}?key=${other.keys.own}`), upgrade(`${server.url}/sync/__proto__?key=${keys.own}`),
      upgrade(`${server.url}/sync/${id}`, { origin: server.url }), upgrade(`${server.url}/sync/${id}`, { origin: server.url, cookie: 'tacit=unknown' }),
    ])
    expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBe(1)
    expect(told(ends[0] as Upgrade)).toBe(4401)
  })

  it('[H28] if both a key and a cookie are there, the key counts', async () => {
    const server = shared()
    const { board, keys, mara } = await owner(server)
    expect(told(await upgrade(`${server.url}/sync/${board}?key=unknown`, mara.headers))).toBe(4401)
    expect(told(await upgrade(`${server.url}/sync/${board}?key=${keys['view']}`, { cookie: mara.cookie }))).toBe('open')
    const answer = await mara.ask('GET', `/api/boards/${board}`, undefined, bearer(keys['view'] ?? ''))
    expect(answer.body).toMatchObject({ right: 'view', person: null })
  })

  it('[H29] anything else at the address of a board is told to upgrade, and no other upgrade is left hanging', async () => {
    const server = shared()
    const { id, keys } = await makeBoard(server.url)
    expect((await ask(`${server.url}/sync/${id}?key=${keys.own}`, 'GET')).status).toBe(426)
    const answer = await upgrade(`${server.url}/api/boards/${id}`, bearer(keys.own))
    expect('open' in answer).toBe(false)
  })
})

describe('connections that are broken off', () => {
  const shared = shareTestServer()

  const HANDSHAKE = ['Host: x', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']
  const BROKEN: readonly (readonly [string, string])[] = [
    ['reset in the middle', HANDSHAKE.join('\r\n')], ['reset right after it', `${HANDSHAKE.join('\r\n')}\r\n\r\n`], ['without a key', HANDSHAKE.slice(0, 4).join('\r\n') + '\r\n\r\n'],
    ['with a key that is none', `${HANDSHAKE.slice(0, 4).join('\r\n')}\r\nSec-WebSocket-Key: x\r\n\r\n`], ['to another protocol', 'Host: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'],
    ['with 2,000 headers', Array.from({ length: 2_000 }, (_, i) => `x-${i}: y`).join('\r\n') + '\r\n\r\n'], ['with a frame in front', `${HANDSHAKE.join('\r\n')}\r\n\r\n\x82\x05hello`],
  ]
  it.each(BROKEN)('[H69] %s leave nothing behind', async (_what, bytes) => {
    const server = shared()
    const { id, keys } = await makeBoard(server.url)
    const breakOff = (): Promise<void> => new Promise((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(`GET /sync/${id}?key=${keys.edit} HTTP/1.1\r\n${bytes}`, 'latin1', () => socket.resetAndDestroy()))
      socket.on('error', () => undefined)
      socket.once('close', () => resolve())
    })
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 20 }, breakOff))
    expect(told(await upgrade(`${server.url}/sync/${id}?key=${keys.edit}`))).toBe('open')
    expect((await server.rooms.open(id)).present.size).toBe(0)
    expect(server.log.filter((line) => line.includes('unexpectedly'))).toEqual([])
  })
})

describe('a socket', () => {
  const shared = shareTestServer()

  it('[H30] is closed when its board is deleted, and the board is gone for everybody', async () => {
    const server = shared()
    const { board, keys, mara } = await owner(server)
    const sockets = await Promise.all([upgrade(`${server.url}/sync/${board}`, mara.headers), upgrade(`${server.url}/sync/${board}?key=${keys['view']}`)])
    const ends = sockets.map((end) => ('open' in end ? closed(end.open) : Promise.reject(new Error('not open'))))
    expect((await mara.ask('DELETE', `/api/boards/${board}`, {})).status).toBe(204)
    expect(await Promise.all(ends)).toEqual([4401, 4401])
    expect((await mara.ask('GET', `/api/boards/${board}`)).status).toBe(404)
    expect((await mara.ask('GET', '/api/me/boards')).body).toEqual([])
    expect(told(await upgrade(`${server.url}/sync/${board}`, mara.headers))).toBe(4401)
  })
})
