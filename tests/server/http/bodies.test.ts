// Bad input over HTTP: what is wrong is said with its place, nothing changes, the server lives. And unexpected faults,
// which say nothing of what they are about.
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { StorageError } from '../../../server/storage/storage.ts'
import { ask, bearer, BrowserPerson, makeBoard } from '../../support/browser-person.ts'
import { shareTestServer, startTestServer } from '../../support/test-server.ts'

const failure = (code: string, path?: string) => ({ error: { code, message: expect.stringMatching(/^\S.*\.$/), ...(path === undefined ? {} : { path }) } })

describe('bodies', () => {
  const shared = shareTestServer()

  const BROKEN: readonly (readonly [string, string | Uint8Array])[] = [
    ['nothing', ''], ['half an object', '{"title":'], ['text', 'title=x'], ['two values', '{}{}'], ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)],
    ['NaN', '{"title":NaN}'], ['a comment', '{/*x*/"title":"x"}'],
  ]
  it.each(BROKEN)('[H60] that are %s are no JSON', async (_what, raw) => {
    const server = shared()
    const answer = await ask(`${server.url}/api/boards`, 'POST', { raw, headers: { 'content-type': 'application/json' } })
    expect([answer.status, answer.body]).toEqual([400, failure('malformed_json')])
  })

  it('[H61] larger than allowed are cut off, told by their length or in pieces', async () => {
    const server = await startTestServer({ env: { TACIT_LIMITS: 'requestBytes=5000' } })
    const { id, keys } = await makeBoard(server.url)
    const large = (bytes: number) => JSON.stringify({ title: 'x'.repeat(bytes) })
    const create = await ask(`${server.url}/api/boards`, 'POST', { raw: large(5_000) })
    expect([create.status, create.body]).toEqual([413, failure('too_large')])
    const rename = await ask(`${server.url}/api/boards/${id}`, 'PATCH', { raw: large(300_000), headers: bearer(keys.own) })
    expect([rename.status, rename.body]).toEqual([413, failure('too_large')])
    let pieces = 20
    const body = new ReadableStream({ pull: (stream) => (pieces-- === 0 ? stream.close() : stream.enqueue(new TextEncoder().encode('x'.repeat(1_000)))) })
    const response = await fetch(`${server.url}/api/boards`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' } as RequestInit)
    expect(response.status).toBe(413)
    expect((await ask(`${server.url}/healthz`, 'GET')).status).toBe(200)
  })

  it('[H68] that nest without end are refused before they are read', async () => {
    const server = shared()
    const start = performance.now()
    for (const raw of ['['.repeat(8_000_000), `${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`, `{"file":${'['.repeat(65)}${']'.repeat(65)}}`]) {
      const answer = await ask(`${server.url}/api/boards`, 'POST', { raw })
      expect([answer.status, answer.body]).toEqual([400, failure('too_deep')])
    }
    // Brackets in a text are text.
    expect((await ask(`${server.url}/api/boards`, 'POST', { body: { title: `\\"${'['.repeat(200)}` } })).status).toBe(201)
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  it('[H62] of another type are refused', async () => {
    const server = shared()
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data', undefined]) {
      const answer = await ask(`${server.url}/api/boards`, 'POST', { raw: new TextEncoder().encode('{"title":"x"}'), headers: { 'content-type': type } })
      expect([answer.status, answer.body]).toEqual([415, failure('not_json')])
    }
    expect((await ask(`${server.url}/api/boards`, 'POST', { body: { title: 'x' }, headers: { 'content-type': 'application/json; charset=utf-8' } })).status).toBe(201)
  })

  const WRONG: readonly (readonly [unknown, string | undefined])[] = [
    [{}, 'title'], [{ title: '' }, 'title'], [{ title: ' \t ' }, 'title'], [{ title: 5 }, 'title'], [{ title: null }, 'title'], [{ title: 'x'.repeat(301) }, 'title'], [{ title: 'a\u0000b' }, 'title'],
    [{ title: 'x', id: 'mine' }, 'id'], [{ title: 'x', keys: { own: 'x' } }, 'keys'], [[], undefined], [[{ title: 'x' }], undefined], ['x', undefined], [null, undefined], [5, undefined],
    [{ template: '../config' }, 'template'], [{ template: '__proto__' }, 'template'], [{ template: 'launch-product-sre-sales', people: 'no' }, 'people'],
    [{ template: 'launch-product-sre-sales', title: 'x' }, 'title'],
  ]
  it.each(WRONG)('[H63] %j make no board, and the place is named', async (body, path) => {
    const server = shared()
    const answer = await ask(`${server.url}/api/boards`, 'POST', { raw: JSON.stringify(body) })
    expect([answer.status, answer.body]).toEqual([400, failure('wrong_body', path)])
  })

  it('[H63] a template that does not exist makes no board', async () => {
    const server = shared()
    const answer = await ask(`${server.url}/api/boards`, 'POST', { body: { template: 'none' } })
    expect([answer.status, answer.body]).toEqual([400, failure('no_such_template', 'template')])
  })

  it('[H63] fields that do not belong there are named', async () => {
    const server = shared()
    const { id, keys } = await makeBoard(server.url)
    const mara = new BrowserPerson(server.url)
    await mara.enter(id, { key: keys.own, name: 'Mara' })
    for (const [method, rest, body, path] of [
      ['PATCH', '', { title: 'x', summary: 'y' }, 'summary'], ['POST', '/enter', { role: 'owner' }, 'role'], ['PUT', '/me', { name: 'x', team: '', role: 'owner' }, 'role'],
      ['PUT', '/settings', { colour: 1 }, 'colour'], ['POST', '/links', { right: 'view', key: 'mine' }, 'key'], ['POST', '/links', { right: 'all' }, 'right'],
    ] as const) {
      const answer = await mara.ask(method, `/api/boards/${id}${rest}`, body)
      expect.soft([answer.status, answer.body]).toEqual([400, failure('wrong_body', path)])
    }
  })

  it('[H64] a request that never ends its body harms nobody', async () => {
    const server = shared()
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write('POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"ti')
    expect((await makeBoard(server.url)).warnings).toEqual([])
    socket.destroy()
    expect((await ask(`${server.url}/readyz`, 'GET')).status).toBe(200)
  })
})

describe('faults', () => {
  it('[H65] an unexpected error says nothing of itself, to nobody', async () => {
    const server = await startTestServer({ storage: (storage) => ({ ...storage, boardsOfPerson: () => { throw new Error('SELECT secret FROM boards') } }) })
    const { id, keys } = await makeBoard(server.url)
    const mara = new BrowserPerson(server.url)
    await mara.enter(id, { key: keys.own, name: 'Mara' })
    const answer = await mara.ask('GET', '/api/me/boards')
    expect([answer.status, answer.body]).toEqual([500, failure('internal')])
    expect(answer.text + server.log.join('')).not.toMatch(/secret|SELECT/)
    expect(server.log.join('')).toMatch(/"at":\["at /)
    expect((await ask(`${server.url}/healthz`, 'GET')).status).toBe(200)
  })

  it('[H66] what could not be saved is never told as done', async () => {
    let broken = false
    const server = await startTestServer({
      storage: (storage) => ({ ...storage, append: (rows) => (broken ? Promise.reject(new Error('disk full')) : storage.append(rows)) }),
    })
    const { id, keys } = await makeBoard(server.url)
    broken = true
    const answer = await ask(`${server.url}/api/boards/${id}`, 'PATCH', { body: { title: 'New' }, headers: bearer(keys.own) })
    expect([answer.status, answer.body]).toEqual([503, failure('not_saved')])
    broken = false
  })

  it('[H66] what storage complains of is told as that, without its words', async () => {
    const server = await startTestServer({ storage: (storage) => ({ ...storage, keysOf: () => Promise.reject(new StorageError('failed', 'The database /secret/path failed: no.')) }) })
    const { id, keys } = await makeBoard(server.url)
    const answer = await ask(`${server.url}/api/boards/${id}`, 'GET', { headers: bearer(keys.own) })
    expect([answer.status, answer.body]).toEqual([503, failure('storage')])
    expect(answer.text).not.toContain('secret')
  })

  it('[H67] readiness says whether storage answers, liveness does not ask it', async () => {
    const server = await startTestServer({ storage: (storage) => ({ ...storage, ping: () => Promise.reject(new Error('gone')) }) })
    expect((await ask(`${server.url}/readyz`, 'GET')).status).toBe(503)
    expect((await ask(`${server.url}/healthz`, 'GET')).status).toBe(200)
  })
})
