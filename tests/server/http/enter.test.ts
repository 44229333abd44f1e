// Coming to a board: the cookie, the right that is kept with it, the person, and what a key can and cannot change.
import { describe, expect, it } from 'vitest'
import type { Person } from '../../../shared/board/records.ts'
import { putPerson } from '../../../shared/board/write-records.ts'
import { putTeam } from '../../../shared/board/write-board.ts'
import type { BoardInfo, CreatedBoard, Entered } from '../../../shared/protocol/http.ts'
import { ask, bearer, BrowserPerson, makeBoard } from '../../support/browser-person.ts'
import { shareTestServer, startTestServer, type TestServer } from '../../support/test-server.ts'

async function boardWithTeams(server: TestServer): Promise<CreatedBoard> {
  const board = await makeBoard(server.url)
  const room = await server.rooms.open(board.id)
  await room.edit('teams', (document) => {
    putTeam(document, { id: 'sre', name: 'SRE' })
    putTeam(document, { id: 'old', name: 'Old', removed: true })
  })
  return board
}

async function infoOf(person: BrowserPerson, board: string): Promise<BoardInfo> {
  return (await person.ask('GET', `/api/boards/${board}`, undefined, { origin: undefined, 'sec-fetch-site': 'same-origin' })).body as BoardInfo
}

describe('entering a board', () => {
  const shared = shareTestServer()

  it('[H10] a first visit is given a cookie that scripts cannot read, and the right is kept with it', async () => {
    const server = shared()
    const board = await boardWithTeams(server)
    const mara = new BrowserPerson(server.url)
    const answer = await mara.ask('POST', `/api/boards/${board.id}/enter`, { key: board.keys.edit, name: ' Mara ', team: 'sre' })
    const cookie = answer.headers.getSetCookie()[0] ?? ''
    expect(cookie).toMatch(/^tacit=[\w-]{22};/)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).not.toMatch(/Secure|Domain/)
    const { right, person } = answer.body as Entered
    expect(right).toBe('edit')
    expect(person).toMatchObject({ name: 'Mara', team: 'sre', role: 'member' })
    expect(await infoOf(mara, board.id)).toMatchObject({ id: board.id, title: 'A board', right: 'edit', person, people: [person] })
  })

  it('[H10] on https the cookie is Secure and cannot come from a neighbouring domain', async () => {
    const server = await startTestServer({ env: { TACIT_URL: 'https://tacit.example.org' } })
    const board = await makeBoard(server.url.replace(/.*/, `http://127.0.0.1:${server.port}`))
    const mara = new BrowserPerson(`http://127.0.0.1:${server.port}`, 'https://tacit.example.org')
    const answer = await mara.ask('POST', `/api/boards/${board.id}/enter`, { key: board.keys.view })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-tacit=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/)
    expect(board.urls.view).toBe(`https://tacit.example.org/b/${board.id}#${board.keys.view}`)
  })

  it('[H11] a key never lowers a right or a role, and a larger one raises both', async () => {
    const server = shared()
    const board = await makeBoard(server.url)
    const mara = new BrowserPerson(server.url)
    const rightAfter = async (key: string): Promise<[string, string | undefined]> => {
      const { right, person } = await mara.enter(board.id, { key, name: 'Mara' })
      return [right, person?.role]
    }
    expect(await rightAfter(board.keys.view)).toEqual(['view', undefined])
    expect(await rightAfter(board.keys.contribute)).toEqual(['contribute', 'guest'])
    expect(await rightAfter(board.keys.edit)).toEqual(['edit', 'member'])
    expect(await rightAfter(board.keys.own)).toEqual(['own', 'owner'])
    for (const key of [board.keys.view, board.keys.contribute, board.keys.edit]) expect(await rightAfter(key)).toEqual(['own', 'owner'])
    expect((await mara.enter(board.id, {})).right).toBe('own')
  })

  it('[H11] a link to somebody else\'s board changes nothing on one\'s own', async () => {
    const server = shared()
    const [mine, theirs] = [await makeBoard(server.url), await makeBoard(server.url)]
    const mara = new BrowserPerson(server.url)
    await mara.enter(mine.id, { key: mine.keys.own, name: 'Mara' })
    expect((await mara.ask('POST', `/api/boards/${mine.id}/enter`, { key: theirs.keys.own })).status).toBe(404)
    await mara.enter(theirs.id, { key: theirs.keys.view })
    expect((await infoOf(mara, mine.id)).right).toBe('own')
    expect((await infoOf(mara, theirs.id)).right).toBe('view')
  })

  it('[H11] two visits at the same instant keep the larger right', async () => {
    const server = shared()
    const board = await makeBoard(server.url)
    const mara = new BrowserPerson(server.url)
    await mara.enter(board.id, { key: board.keys.view })
    await Promise.all([board.keys.own, board.keys.view, board.keys.edit, board.keys.contribute].map((key) => mara.enter(board.id, { key })))
    expect((await infoOf(mara, board.id)).right).toBe('own')
  })

  it('[H12] a reader is no person of the board', async () => {
    const server = shared()
    const board = await makeBoard(server.url)
    const reader = new BrowserPerson(server.url)
    expect(await reader.enter(board.id, { key: board.keys.view, name: 'Rea' })).toEqual({ right: 'view', person: null })
    expect(await infoOf(reader, board.id)).toMatchObject({ right: 'view', person: null, people: [] })
  })

  it('[H13] one cookie is the same person on all boards', async () => {
    const server = shared()
    const [one, two] = [await makeBoard(server.url), await makeBoard(server.url)]
    const mara = new BrowserPerson(server.url)
    const first = await mara.enter(one.id, { key: one.keys.edit, name: 'Mara' })
    const { cookie } = mara
    const second = await mara.enter(two.id, { key: two.keys.own, name: 'Mara' })
    expect(second.person?.id).toBe(first.person?.id)
    expect(mara.cookie).toBe(cookie)
  })

  const NAMES: readonly (readonly [unknown, string])[] = [['', 'empty'], ['   ', 'empty'], ['x'.repeat(81), '80'], ['a\nb', 'line breaks'], ['a\u202Eb', 'control'], [5, 'text'], [null, 'text']]
  it.each(NAMES)('[H14] the name %j is refused', async (name, word) => {
    const server = shared()
    const board = await makeBoard(server.url)
    const answer = await new BrowserPerson(server.url).ask('POST', `/api/boards/${board.id}/enter`, { key: board.keys.edit, name })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: { code: 'wrong_body', path: 'name' } })
    expect(answer.text).toContain(word)
    expect((await server.rooms.open(board.id)).state.people.size).toBe(0)
  })

  it('[H14] a team has to exist, and to be one still; no team is fine', async () => {
    const server = shared()
    const board = await boardWithTeams(server)
    const mara = new BrowserPerson(server.url)
    for (const team of ['nope', 'old', '__proto__']) {
      const answer = await mara.ask('POST', `/api/boards/${board.id}/enter`, { key: board.keys.edit, name: 'Mara', team })
      expect([answer.status, (answer.body as { error: { path: string } }).error.path]).toEqual([400, 'team'])
    }
    expect((await mara.enter(board.id, { key: board.keys.edit, name: 'x'.repeat(80), team: '' })).person).toMatchObject({ team: '' })
    for (const team of ['nope', 'old']) expect((await mara.ask('PUT', `/api/boards/${board.id}/me`, { name: 'Mara', team })).status).toBe(400)
    expect((await mara.ask('PUT', `/api/boards/${board.id}/me`, { name: 'Mara K', team: 'sre' })).body).toMatchObject({ person: { name: 'Mara K', team: 'sre', role: 'member' } })
  })

  it('[H15] without a name the right is kept and there is no person yet', async () => {
    const server = shared()
    const board = await makeBoard(server.url)
    const mara = new BrowserPerson(server.url)
    expect(await mara.enter(board.id, { key: board.keys.edit })).toEqual({ right: 'edit', person: null })
    expect((await mara.ask('POST', `/api/boards/${board.id}/enter`, { team: 'sre' })).status).toBe(400)
    const named = await mara.ask('PUT', `/api/boards/${board.id}/me`, { name: 'Mara', team: '' })
    expect((named.body as { person: Person }).person).toMatchObject({ name: 'Mara', role: 'member' })
    expect((await infoOf(mara, board.id)).person).toMatchObject({ name: 'Mara' })
  })

  it('[H16] who was removed cannot come back by a link, until an owner takes it back', async () => {
    const server = shared()
    const board = await makeBoard(server.url)
    const [mara, bo] = [new BrowserPerson(server.url), new BrowserPerson(server.url)]
    await mara.enter(board.id, { key: board.keys.own, name: 'Mara' })
    const { person } = await bo.enter(board.id, { key: board.keys.edit, name: 'Bo' })
    const path = `/api/boards/${board.id}/people/${person?.id}`
    expect((await mara.ask('PUT', path, { removed: true })).body).toMatchObject({ person: { removed: true } })
    expect((await bo.ask('GET', `/api/boards/${board.id}`)).status).toBe(404)
    for (const key of [board.keys.edit, board.keys.own, board.keys.view]) {
      expect((await bo.ask('POST', `/api/boards/${board.id}/enter`, { key, name: 'Bo' })).body).toMatchObject({ error: { code: 'removed' } })
    }
    expect((await mara.ask('PUT', path, { removed: false })).body).toEqual({ person: { ...person } })
    expect((await bo.enter(board.id, {})).person).toEqual(person)
  })

  it('[H17] nobody becomes one of the people of a file without an owner\'s consent', async () => {
    const server = shared()
    const [board, copy] = [await makeBoard(server.url), await makeBoard(server.url)]
    const mara = new BrowserPerson(server.url)
    const { person } = await mara.enter(board.id, { key: board.keys.edit, name: 'Mara' })
    if (person === null) throw new Error('no person')
    // What a board made from a file with her in it looks like: somebody else may have written it.
    const room = await server.rooms.open(copy.id)
    await room.edit('as imported', (document) => putPerson(document, { ...person, role: 'owner' }))
    const answer = await mara.ask('POST', `/api/boards/${copy.id}/enter`, { key: copy.keys.edit })
    expect([answer.status, (answer.body as { error: { code: string } }).error.code]).toEqual([403, 'needs_consent'])
    // Giving the imported person a team is no consent to let somebody in as the owner that the file makes of her.
    await ask(`${server.url}/api/boards/${copy.id}/people/${person.id}`, 'PUT', { body: { team: '' }, headers: bearer(copy.keys.own) })
    expect((await mara.ask('POST', `/api/boards/${copy.id}/enter`, { key: copy.keys.edit })).status).toBe(403)
    expect((await ask(`${server.url}/api/boards/${copy.id}/people/${person.id}`, 'PUT', { body: { role: 'member' }, headers: bearer(copy.keys.own) })).status).toBe(200)
    expect((await mara.ask('GET', '/api/me/boards')).body).toHaveLength(1)
    expect((await mara.enter(copy.id, { key: copy.keys.edit })).person).toMatchObject({ id: person.id, role: 'member' })
    expect((await mara.ask('GET', '/api/me/boards')).body).toHaveLength(2)
  })

  it('[H17] an owner may take the place of herself in a copy of her board', async () => {
    const server = shared()
    const [board, copy] = [await makeBoard(server.url), await makeBoard(server.url)]
    const mara = new BrowserPerson(server.url)
    const { person } = await mara.enter(board.id, { key: board.keys.edit, name: 'Mara' })
    if (person === null) throw new Error('no person')
    await (await server.rooms.open(copy.id)).edit('as imported', (document) => putPerson(document, person))
    expect((await mara.enter(copy.id, { key: copy.keys.own })).person).toMatchObject({ id: person.id, role: 'owner' })
  })

  it('[H18] whom an owner made a guest no key raises', async () => {
    const server = shared()
    const board = await makeBoard(server.url)
    const bo = new BrowserPerson(server.url)
    const { person } = await bo.enter(board.id, { key: board.keys.edit, name: 'Bo' })
    await ask(`${server.url}/api/boards/${board.id}/people/${person?.id}`, 'PUT', { body: { role: 'guest' }, headers: bearer(board.keys.own) })
    const again = await bo.enter(board.id, { key: board.keys.edit })
    expect([again.right, again.person?.role]).toEqual(['contribute', 'guest'])
  })
})
