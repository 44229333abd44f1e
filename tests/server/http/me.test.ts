// The person of the cookie across boards and devices.
import { describe, expect, it } from 'vitest'
import { renameBoard } from '../../../shared/board/write-board.ts'
import { moveCard } from '../../../shared/board/write-cards.ts'
import type { DeviceLink, MyBoard } from '../../../shared/protocol/http.ts'
import { ask, bearer, BrowserPerson, makeBoard, upgrade } from '../../support/browser-person.ts'
import { startTestServer } from '../../support/test-server.ts'
import { until } from '../../support/until.ts'

const TEN_MINUTES = 600_000

async function maraAt(url: string, title = 'A board') {
  const board = await makeBoard(url, { title })
  const mara = new BrowserPerson(url)
  await mara.enter(board.id, { key: board.keys.own, name: 'Mara' })
  return { board, mara }
}

describe('my boards', () => {
  it('[H80] are those that this person may open, and nobody else\'s', async () => {
    const server = await startTestServer()
    const { board, mara } = await maraAt(server.url, 'First')
    const second = await makeBoard(server.url, { title: 'Second' })
    await mara.enter(second.id, { key: second.keys.view })
    await maraAt(server.url, 'Somebody else\'s')
    const list = (await mara.ask('GET', '/api/me/boards')).body as MyBoard[]
    expect(new Set(list.map(({ id, title, right }) => `${id} ${title} ${right}`))).toEqual(new Set([`${board.id} First own`, `${second.id} Second view`]))
    expect(list.map(({ updatedAt }) => updatedAt)).toEqual(list.map(({ updatedAt }) => updatedAt).sort().reverse())
    expect((await ask(`${server.url}/api/me/boards`, 'GET')).body).toEqual([])
  })

  it('[H80] carry the title that the board has now', async () => {
    const server = await startTestServer()
    const { board, mara } = await maraAt(server.url)
    await mara.ask('PATCH', `/api/boards/${board.id}`, { title: 'Renamed by hand' })
    expect((await mara.ask('GET', '/api/me/boards')).body).toMatchObject([{ title: 'Renamed by hand' }])
    await (await server.rooms.open(board.id)).edit('typed', (document) => renameBoard(document, 'Typed on the board'))
    expect((await mara.ask('GET', '/api/me/boards')).body).toMatchObject([{ title: 'Typed on the board' }])
  })
})

describe('my boards at a glance', () => {
  const LAUNCH = { template: 'launch-product-sre-sales' }
  const glanceOf = async (mara: BrowserPerson): Promise<MyBoard> => ((await mara.ask('GET', '/api/me/boards')).body as MyBoard[])[0] as MyBoard

  it('[H82] tell assumptions by state, some cards, and who is there', async () => {
    const server = await startTestServer()
    const board = await makeBoard(server.url, LAUNCH)
    const mara = new BrowserPerson(server.url)
    await mara.enter(board.id, { key: board.keys.edit, name: 'Mara', team: 'sre' })
    const { glance, here } = await glanceOf(mara)
    const file = (await ask(`${server.url}/api/boards/${board.id}/file`, 'GET', { headers: bearer(board.keys.view) })).body as { cards: { kind: string }[] }
    const assumptions = file.cards.filter(({ kind }) => kind === 'assumption').length
    expect(Object.values(glance?.states ?? {}).reduce((sum, count) => sum + count, 0)).toBe(assumptions)
    expect(glance?.cards.filter(({ kind }) => kind === 'goal').length).toBeGreaterThan(0)
    expect(glance?.cards.every(({ kind, state }) => (kind === 'assumption') === (state !== undefined))).toBe(true)
    expect(here).toBe(0)
    const connected = await upgrade(`${server.url.replace('http', 'ws')}/sync/${board.id}`, { origin: server.url, cookie: mara.cookie })
    await until(async () => expect((await glanceOf(mara)).here).toBe(1))
    if ('open' in connected) connected.open.terminate()
  })

  it('[H82] follow what is written on the board, and wake none', async () => {
    const first = await startTestServer()
    const board = await makeBoard(first.url, LAUNCH)
    const once = new BrowserPerson(first.url)
    await once.enter(board.id, { key: board.keys.own, name: 'Mara' })
    await first.stop()
    const server = await startTestServer({ folder: first.folder })
    const mara = new BrowserPerson(server.url)
    mara.cookie = once.cookie
    const before = (await glanceOf(mara)).glance
    expect(server.rooms.titleOf(board.id)).toBeUndefined()
    await (await server.rooms.open(board.id)).edit('moved', (document) => moveCard(document, 'a-ws', 4_000, 3_000))
    const after = (await glanceOf(mara)).glance
    expect(after?.cards).not.toEqual(before?.cards)
    expect(after?.cards).toContainEqual(expect.objectContaining({ x: 4_000, y: 3_000, kind: 'assumption' }))
    expect(after?.states).toEqual(before?.states)
  })
})

describe('another device', () => {
  it('[H81] becomes the same person by a link that works once', async () => {
    const server = await startTestServer()
    const { board, mara } = await maraAt(server.url)
    const made = await mara.ask('POST', '/api/me/devices', {})
    expect(made.status).toBe(201)
    const { url, expiresAt } = made.body as DeviceLink
    expect(url).toMatch(new RegExp(`^${server.url}/device#[\\w-]{22}$`))
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - TEN_MINUTES)).toBeLessThan(60_000)
    const code = new URL(url).hash.slice(1)
    const phone = new BrowserPerson(server.url)
    const opened = await phone.ask('POST', '/api/me/devices/open', { code })
    expect([opened.status, opened.body]).toEqual([200, { name: 'Mara' }])
    expect(opened.headers.getSetCookie()[0]).toMatch(/HttpOnly/)
    expect(phone.cookie).not.toBe(mara.cookie)
    const info = (await mara.ask('GET', `/api/boards/${board.id}`)).body
    expect((await phone.ask('GET', `/api/boards/${board.id}`)).body).toEqual(info)
    const thief = new BrowserPerson(server.url)
    expect((await thief.ask('POST', '/api/me/devices/open', { code })).status).toBe(404)
    expect(thief.cookie).toBeUndefined()
  })

  it('[H81] cannot be opened after ten minutes, or by a code that is none', async () => {
    const server = await startTestServer()
    const { mara } = await maraAt(server.url)
    const { url } = (await mara.ask('POST', '/api/me/devices', {})).body as DeviceLink
    server.wait(TEN_MINUTES)
    const phone = new BrowserPerson(server.url)
    expect((await phone.ask('POST', '/api/me/devices/open', { code: new URL(url).hash.slice(1) })).status).toBe(404)
    for (const code of ['', 'x', '__proto__']) expect((await phone.ask('POST', '/api/me/devices/open', { code })).status).toBe(404)
    expect((await phone.ask('POST', '/api/me/devices/open', { code: 5 })).status).toBe(400)
  })

  it('[H81] needs somebody to be', async () => {
    const server = await startTestServer()
    expect((await new BrowserPerson(server.url).ask('POST', '/api/me/devices', {})).status).toBe(403)
    const stranger = new BrowserPerson(server.url)
    stranger.cookie = 'tacit=unknown'
    expect((await stranger.ask('POST', '/api/me/devices', {})).status).toBe(403)
    const { board } = await maraAt(server.url)
    expect((await ask(`${server.url}/api/me/devices`, 'POST', { body: {}, headers: bearer(board.keys.own) })).status).toBe(403)
  })
})
