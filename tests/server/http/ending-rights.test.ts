// Rights that end while somebody is connected: revoked, expired, downgraded, removed. What is open is closed within 2 s
// and does not come back; everybody else stays.
import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import type { MadeLink, SharingLink } from '../../../shared/protocol/http.ts'
import type { Right } from '../../../shared/protocol/rights.ts'
import { ask, bearer, BrowserPerson, closed, makeBoard, upgrade } from '../../support/browser-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

/** The promise is 2 s. */
const SOON = 2_000

async function opened(url: string, headers: Readonly<Record<string, string | undefined>> = {}): Promise<WebSocket> {
  const end = await upgrade(url, headers)
  if (!('open' in end)) throw new Error(`not open: ${JSON.stringify(end)}`)
  return end.open
}

async function endOf(socket: WebSocket): Promise<number | 'still open'> {
  const late = new Promise<'still open'>((resolve) => { setTimeout(() => resolve('still open'), SOON).unref() })
  return Promise.race([closed(socket), late])
}

async function codeOf(url: string, headers: Readonly<Record<string, string | undefined>> = {}): Promise<number | 'open'> {
  const end = await upgrade(url, headers)
  if ('open' in end) {
    end.open.terminate()
    return 'open'
  }
  return 'code' in end ? end.code : end.status
}

async function makeLink(server: TestServer, board: string, own: string, body: { right: Right; expiresAt?: string; name?: string }): Promise<MadeLink> {
  return (await ask(`${server.url}/api/boards/${board}/links`, 'POST', { body, headers: bearer(own) })).body as MadeLink
}

function revoke(server: TestServer, board: string, own: string, link: string) {
  return ask(`${server.url}/api/boards/${board}/links/${link}`, 'DELETE', { body: {}, headers: bearer(own) })
}

describe('a revoked link', () => {
  it('[H31] closes what is open by it and by those who came by it, and neither comes back', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const sync = `${server.url}/sync/${id}`
    const link = await makeLink(server, id, keys.own, { right: 'edit' })
    const [bo, cy] = [new BrowserPerson(server.url), new BrowserPerson(server.url)]
    await bo.enter(id, { key: link.key, name: 'Bo' })
    await cy.enter(id, { key: keys.edit, name: 'Cy' })
    const [program, byBo, byCy, reader] = await Promise.all([opened(`${sync}?key=${link.key}`), opened(sync, bo.headers), opened(sync, cy.headers), opened(`${sync}?key=${keys.view}`)])
    expect((await revoke(server, id, keys.own, link.id)).status).toBe(204)
    expect(await Promise.all([endOf(program), endOf(byBo)])).toEqual([4401, 4401])
    expect([byCy.readyState, reader.readyState]).toEqual([1, 1])
    byCy.terminate()
    reader.terminate()
    expect(await codeOf(`${sync}?key=${link.key}`)).toBe(4401)
    expect(await codeOf(sync, bo.headers)).toBe(4401)
    expect((await bo.ask('GET', `/api/boards/${id}`)).status).toBe(404)
    expect((await bo.ask('POST', `/api/boards/${id}/enter`, { key: link.key })).status).toBe(404)
    expect((await bo.ask('GET', '/api/me/boards')).body).toEqual([])
    // They are still known by name: what they said stays theirs.
    expect((await cy.ask('GET', `/api/boards/${id}`)).text).toContain('"Bo"')
  })

  it('[H31] does not cut off somebody who has since come by another link of the same right', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const link = await makeLink(server, id, keys.own, { right: 'edit' })
    const bo = new BrowserPerson(server.url)
    await bo.enter(id, { key: link.key, name: 'Bo' })
    await bo.enter(id, { key: keys.edit })
    const socket = await opened(`${server.url}/sync/${id}`, bo.headers)
    await revoke(server, id, keys.own, link.id)
    expect((await bo.ask('GET', `/api/boards/${id}`)).status).toBe(200)
    expect(socket.readyState).toBe(1)
    socket.terminate()
  })

  it('[H31] ends the role that came with it, too', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const link = await makeLink(server, id, keys.own, { right: 'own' })
    const bo = new BrowserPerson(server.url)
    expect((await bo.enter(id, { key: link.key, name: 'Bo' })).person?.role).toBe('owner')
    await revoke(server, id, keys.own, link.id)
    const again = await bo.enter(id, { key: keys.edit })
    expect([again.right, again.person?.role, again.person?.name]).toEqual(['edit', 'member', 'Bo'])
  })

  it('[H31] closes a connection that was admitted just before', async () => {
    let board = ''
    let link: MadeLink | undefined
    const server = await startTestServer({
      storage: (storage) => ({
        ...storage,
        async membership(...who) {
          const found = await storage.membership(...who)
          // Every key was read before this: what it revokes is still let in.
          if (link !== undefined) await storage.revokeKey(board, link.id, Date.now())
          return found
        },
      }),
    })
    const { id, keys } = await makeBoard(server.url)
    const made = await makeLink(server, id, keys.own, { right: 'edit' })
    board = id
    link = made
    const end = await upgrade(`${server.url}/sync/${id}?key=${made.key}`)
    expect('open' in end ? await endOf(end.open) : 'code' in end && end.code).toBe(4401)
  })

  it('[H32] leaves the one who revokes it inside, and a way in for an owner', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const mara = new BrowserPerson(server.url)
    await mara.enter(id, { key: keys.own, name: 'Mara' })
    const list = (await mara.ask('GET', `/api/boards/${id}/links`)).body as SharingLink[]
    const own = list.find(({ right }) => right === 'own')
    expect((await mara.ask('DELETE', `/api/boards/${id}/links/${own?.id}`, {})).status).toBe(204)
    expect((await mara.ask('GET', `/api/boards/${id}`)).body).toMatchObject({ right: 'own' })
    const other = await makeBoard(server.url)
    const links = (await ask(`${server.url}/api/boards/${other.id}/links`, 'GET', { headers: bearer(other.keys.own) })).body as SharingLink[]
    const last = await revoke(server, other.id, other.keys.own, links.find(({ right }) => right === 'own')?.id ?? '')
    expect([last.status, last.body]).toEqual([409, { error: expect.objectContaining({ code: 'last_way_in' }) }])
    expect((await ask(`${server.url}/api/boards/${other.id}`, 'GET', { headers: bearer(other.keys.own) })).status).toBe(200)
  })

  it('[H33] is listed as revoked, and revoking it twice or revoking nothing changes nothing', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const link = await makeLink(server, id, keys.own, { right: 'view', name: 'For the wiki' })
    await revoke(server, id, keys.own, link.id)
    const once = (await ask(`${server.url}/api/boards/${id}/links`, 'GET', { headers: bearer(keys.own) })).body as SharingLink[]
    server.wait(5_000)
    expect((await revoke(server, id, keys.own, link.id)).status).toBe(204)
    expect((await revoke(server, id, keys.own, 'none')).status).toBe(404)
    const twice = (await ask(`${server.url}/api/boards/${id}/links`, 'GET', { headers: bearer(keys.own) })).body as SharingLink[]
    expect(twice).toEqual(once)
    expect(twice.filter(({ revokedAt }) => revokedAt !== undefined)).toMatchObject([{ id: link.id, name: 'For the wiki' }])
  })
})

describe('an expiring link', () => {
  it('[H34] closes what is open by it when its time has come', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const link = await makeLink(server, id, keys.own, { right: 'edit', expiresAt: new Date(Date.now() + 700).toISOString() })
    const bo = new BrowserPerson(server.url)
    await bo.enter(id, { key: link.key, name: 'Bo' })
    const [program, byBo] = await Promise.all([opened(`${server.url}/sync/${id}?key=${link.key}`), opened(`${server.url}/sync/${id}`, bo.headers)])
    expect(await Promise.all([endOf(program), endOf(byBo)])).toEqual([4401, 4401])
    expect(await codeOf(`${server.url}/sync/${id}`, bo.headers)).toBe(4401)
    expect((await bo.ask('GET', `/api/boards/${id}`)).status).toBe(404)
  })

  it('[H34] cannot be made to have expired', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    for (const expiresAt of ['2020-01-01T00:00:00Z', 'tomorrow', '2027-13-01T00:00:00Z', 5]) {
      const answer = await ask(`${server.url}/api/boards/${id}/links`, 'POST', { body: { right: 'view', expiresAt }, headers: bearer(keys.own) })
      expect([answer.status, (answer.body as { error: { path: string } }).error.path]).toEqual([400, 'expiresAt'])
    }
  })
})

describe('somebody connected', () => {
  it('[H35] who is removed is cut off at once', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const [bo, cy] = [new BrowserPerson(server.url), new BrowserPerson(server.url)]
    const { person } = await bo.enter(id, { key: keys.edit, name: 'Bo' })
    await cy.enter(id, { key: keys.edit, name: 'Cy' })
    const [one, two, other] = await Promise.all([opened(`${server.url}/sync/${id}`, bo.headers), opened(`${server.url}/sync/${id}`, bo.headers), opened(`${server.url}/sync/${id}`, cy.headers)])
    await ask(`${server.url}/api/boards/${id}/people/${person?.id}`, 'PUT', { body: { removed: true }, headers: bearer(keys.own) })
    expect(await Promise.all([endOf(one), endOf(two)])).toEqual([4401, 4401])
    expect(other.readyState).toBe(1)
    other.terminate()
    expect(await codeOf(`${server.url}/sync/${id}`, bo.headers)).toBe(4401)
  })

  it('[H36] who may only read from now on is closed with 4403 and comes back as a reader', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const bo = new BrowserPerson(server.url)
    const { person } = await bo.enter(id, { key: keys.edit, name: 'Bo' })
    const socket = await opened(`${server.url}/sync/${id}`, bo.headers)
    await ask(`${server.url}/api/boards/${id}/people/${person?.id}`, 'PUT', { body: { role: 'guest' }, headers: bearer(keys.own) })
    expect(await endOf(socket)).toBe(4403)
    expect((await bo.ask('GET', `/api/boards/${id}`)).body).toMatchObject({ right: 'contribute', person: { role: 'guest' } })
    expect((await bo.ask('PATCH', `/api/boards/${id}`, { title: 'x' })).status).toBe(403)
  })
})

describe('sharing links', () => {
  it('[H37] show their key once and lead to the board by the fragment', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const link = await makeLink(server, id, keys.own, { right: 'contribute', name: ' Pilot ', expiresAt: '2999-01-01T00:00:00Z' })
    expect(link).toMatchObject({ right: 'contribute', name: 'Pilot', expiresAt: '2999-01-01T00:00:00.000Z', url: `${server.url}/b/${id}#${link.key}` })
    expect(Buffer.from(link.key, 'base64url')).toHaveLength(16)
    const list = await ask(`${server.url}/api/boards/${id}/links`, 'GET', { headers: bearer(keys.own) })
    expect(list.text).not.toContain(link.key)
    expect(list.body).toHaveLength(5)
    const { key: _key, url: _url, ...told } = link
    expect(list.body).toContainEqual(told)
    expect((await ask(`${server.url}/api/boards/${id}`, 'GET', { headers: bearer(link.key) })).body).toMatchObject({ right: 'contribute' })
  })

  it('[H37] keep the origins that an embed may be framed by, and refuse what is none', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const make = (frameOrigins: unknown) => ask(`${server.url}/api/boards/${id}/links`, 'POST', { body: { right: 'embed', frameOrigins }, headers: bearer(keys.own) })
    const made = await make(['https://wiki.example.org', 'http://localhost:8080'])
    expect(made.status).toBe(201)
    expect((made.body as MadeLink).url).toBe(`${server.url}/e/${(made.body as MadeLink).key}`)
    const list = (await ask(`${server.url}/api/boards/${id}/links`, 'GET', { headers: bearer(keys.own) })).body as SharingLink[]
    expect(list.find(({ right }) => right === 'embed')?.frameOrigins).toEqual(['https://wiki.example.org', 'http://localhost:8080'])
    for (const bad of ['*', 'https://wiki.example.org/page', 'javascript:alert(1)', "https://x'; script-src *", 5]) expect((await make([bad])).status).toBe(400)
    expect((await make('https://wiki.example.org')).status).toBe(400)
  })
})

/** A request that is let in and keeps its body back; `finish` sends the rest and gives the status. */
async function slowly(server: TestServer, by: BrowserPerson, method: string, path: string, body: unknown): Promise<() => Promise<number>> {
  const text = JSON.stringify(body)
  const headers = Object.fromEntries(Object.entries(by.headers).filter((entry): entry is [string, string] => entry[1] !== undefined))
  const sending = request(server.url + path, { method, headers: { ...headers, 'content-type': 'application/json', expect: '100-continue' } })
  const status = new Promise<number>((resolve, reject) => {
    sending.once('response', (response) => { response.resume().once('end', () => resolve(response.statusCode ?? 0)) })
    sending.once('error', reject)
  })
  sending.flushHeaders()
  await new Promise((resolve) => { sending.once('continue', () => resolve(undefined)) })
  sending.write(text.slice(0, 5))
  // One more round on the same server: what came before has been looked at.
  await by.ask('GET', '/api/me/boards')
  return () => {
    sending.end(text.slice(5))
    return status
  }
}

describe('a request that is still being sent', () => {
  it('[H152] changes nothing when the right behind it has ended', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const link = await makeLink(server, id, keys.own, { right: 'edit' })
    const [mara, ola, bo] = [new BrowserPerson(server.url), new BrowserPerson(server.url), new BrowserPerson(server.url)]
    await mara.enter(id, { key: keys.own, name: 'Mara' })
    const olaId = (await ola.enter(id, { key: keys.own, name: 'Ola' })).person?.id ?? ''
    await bo.enter(id, { key: link.key, name: 'Bo' })
    const path = `/api/boards/${id}`
    const [renames, returns] = [await slowly(server, bo, 'PATCH', path, { title: 'Bo was here' }), await slowly(server, ola, 'PUT', `${path}/people/${olaId}`, { removed: false, role: 'owner' })]
    await revoke(server, id, keys.own, link.id)
    expect((await mara.ask('PUT', `${path}/people/${olaId}`, { removed: true })).status).toBe(200)
    expect(await Promise.all([renames(), returns()])).toEqual([404, 404])
    const { state } = await server.rooms.open(id)
    expect([state.title, state.people.get(olaId)?.removed]).toEqual(['A board', true])
  })

  it('[H152] is refused when the facilitator behind it is one no longer', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const [mara, bo, cy] = [new BrowserPerson(server.url), new BrowserPerson(server.url), new BrowserPerson(server.url)]
    await mara.enter(id, { key: keys.own, name: 'Mara' })
    const boId = (await bo.enter(id, { key: keys.edit, name: 'Bo' })).person?.id ?? ''
    const cyId = (await cy.enter(id, { key: keys.edit, name: 'Cy' })).person?.id ?? ''
    const path = `/api/boards/${id}/people`
    await mara.ask('PUT', `${path}/${boId}`, { role: 'facilitator' })
    const removes = await slowly(server, bo, 'PUT', `${path}/${cyId}`, { removed: true })
    await mara.ask('PUT', `${path}/${boId}`, { role: 'member' })
    expect(await removes()).toBe(403)
    expect((await server.rooms.open(id)).state.people.get(cyId)?.removed).toBeUndefined()
  })
})
