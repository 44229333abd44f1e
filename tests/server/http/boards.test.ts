// Making, renaming and deleting boards.
import { describe, expect, it } from 'vitest'
import type { BoardInfo, CreatedBoard } from '../../../shared/protocol/http.ts'
import { ask, bearer, BrowserPerson, makeBoard } from '../../support/browser-person.ts'
import { startTestServer } from '../../support/test-server.ts'

const DAY = 86_400_000

describe('a new board', () => {
  it('[H120] is given an id and four keys, each with its right and its address', async () => {
    const server = await startTestServer()
    const answer = await ask(`${server.url}/api/boards`, 'POST', { body: { title: '  From pilot to everyone  ' } })
    expect(answer.status).toBe(201)
    const { id, keys, urls, warnings } = answer.body as CreatedBoard
    expect([Object.keys(keys), warnings]).toEqual([['own', 'edit', 'contribute', 'view'], []])
    expect(new Set(Object.values(keys)).size).toBe(4)
    for (const [right, key] of Object.entries(keys)) {
      expect(urls[right as keyof typeof urls]).toBe(`${server.url}/b/${id}#${key}`)
      const info = (await ask(`${server.url}/api/boards/${id}`, 'GET', { headers: bearer(key) })).body as BoardInfo
      expect(info).toMatchObject({ id, title: 'From pilot to everyone', right, person: null, people: [], teams: [] })
      expect(Math.abs(Date.parse(info.updatedAt) - Date.now())).toBeLessThan(60_000)
    }
  })

  it('[H121] needs the key of the server when that is asked for', async () => {
    const server = await startTestServer({ env: { TACIT_CREATE: 'key', TACIT_CREATE_KEY: 'a long enough secret' .replaceAll(' ', '-') } })
    const create = async (headers: Record<string, string>) => (await ask(`${server.url}/api/boards`, 'POST', { body: { title: 'x' }, headers })).status
    expect(await create({})).toBe(403)
    expect(await create(bearer('something-else'))).toBe(403)
    expect(await create(bearer('a-long-enough-secret'))).toBe(201)
    const open = await startTestServer()
    expect((await ask(`${open.url}/api/boards`, 'POST', { body: { title: 'x' } })).status).toBe(201)
  })
})

describe('a board', () => {
  it('[H122] is renamed for everybody, on the board and in the lists', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const renamed = await ask(`${server.url}/api/boards/${id}`, 'PATCH', { body: { title: ' New name ' }, headers: bearer(keys.edit) })
    expect([renamed.status, renamed.body]).toEqual([200, { id, title: 'New name' }])
    expect((await server.rooms.open(id)).state.title).toBe('New name')
    expect((await server.storage.board(id))?.title).toBe('New name')
  })

  it('[H123] that was deleted is kept for 30 days, unreachable, and then gone', async () => {
    const server = await startTestServer()
    const { id, keys } = await makeBoard(server.url)
    const mara = new BrowserPerson(server.url)
    await mara.enter(id, { key: keys.own, name: 'Mara' })
    const deletedAt = Date.now()
    expect((await mara.ask('DELETE', `/api/boards/${id}`, {})).status).toBe(204)
    for (const key of Object.values(keys)) expect((await ask(`${server.url}/api/boards/${id}`, 'GET', { headers: bearer(key) })).status).toBe(404)
    expect((await mara.ask('DELETE', `/api/boards/${id}`, {})).status).toBe(404)
    expect((await mara.ask('POST', `/api/boards/${id}/enter`, { key: keys.own })).status).toBe(404)
    expect(await server.storage.purgeBoards(deletedAt - DAY)).toEqual([])
    expect((await server.storage.board(id))?.deletedAt).toBeGreaterThanOrEqual(deletedAt)
    expect(await server.storage.purgeBoards(Date.now() + DAY)).toEqual([id])
    expect(await server.storage.board(id)).toBeUndefined()
  })

  it('[H124] that is asked for and does not exist leaves nothing behind', async () => {
    const touched: string[] = []
    const server = await startTestServer({ storage: (storage) => ({ ...storage, rows: (board, after) => (touched.push(board), storage.rows(board, after)), append: (rows) => (touched.push('append'), storage.append(rows)) }) })
    for (const path of ['', '/file', '/report', '/links']) expect((await ask(`${server.url}/api/boards/guessed${path}`, 'GET', { headers: bearer('guessed') })).status).toBe(404)
    expect((await ask(`${server.url}/api/boards/guessed/enter`, 'POST', { body: { key: 'guessed', name: 'Eve' } })).status).toBe(404)
    expect(touched).toEqual([])
  })
})
