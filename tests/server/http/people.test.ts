// Roles, teams and removing: what owners and facilitators may do to whom, and the settings of a board.
import { describe, expect, it } from 'vitest'
import type { Person } from '../../../shared/board/records.ts'
import { putPerson } from '../../../shared/board/write-records.ts'
import { putTeam } from '../../../shared/board/write-board.ts'
import type { CreatedBoard } from '../../../shared/protocol/http.ts'
import { ask, bearer, BrowserPerson, makeBoard, type Answer } from '../../support/browser-person.ts'
import { shareTestServer, type TestServer } from '../../support/test-server.ts'

type Known = BrowserPerson & { readonly id: string }

async function come(server: TestServer, board: CreatedBoard, key: keyof CreatedBoard['keys'], name: string): Promise<Known> {
  const person = new BrowserPerson(server.url)
  const entered = await person.enter(board.id, { key: board.keys[key], name })
  return Object.assign(person, { id: entered.person?.id ?? '' })
}

async function crowd(server: TestServer) {
  const board = await makeBoard(server.url)
  await (await server.rooms.open(board.id)).edit('team', (document) => putTeam(document, { id: 'sre', name: 'SRE' }))
  const [mara, fay, bo, gil] = [await come(server, board, 'own', 'Mara'), await come(server, board, 'edit', 'Fay'), await come(server, board, 'edit', 'Bo'), await come(server, board, 'contribute', 'Gil')]
  const put = (by: BrowserPerson, who: { id: string }, body: object): Promise<Answer> => by.ask('PUT', `/api/boards/${board.id}/people/${who.id}`, body)
  await put(mara, fay, { role: 'facilitator' })
  return { board, mara, fay, bo, gil, put }
}

const codeOf = ({ status, body }: Answer): unknown => [status, (body as { error?: { code: string } }).error?.code]
const personOf = ({ body }: Answer): Person => (body as { person: Person }).person

describe('people of a board', () => {
  const shared = shareTestServer()

  it('[H50] an owner gives roles, and the right comes with the role', async () => {
    const server = shared()
    const { board, mara, bo, put } = await crowd(server)
    const rightAs = async (role: string): Promise<unknown> => {
      expect(personOf(await put(mara, bo, { role }))).toMatchObject({ id: bo.id, name: 'Bo', role })
      return ((await bo.ask('GET', `/api/boards/${board.id}`)).body as { right: string }).right
    }
    expect(await rightAs('owner')).toBe('own')
    expect(await rightAs('facilitator')).toBe('edit')
    expect(await rightAs('guest')).toBe('contribute')
    expect(await rightAs('member')).toBe('edit')
  })

  it('[H50] a right that an owner gave does not hang on the link by which the person came', async () => {
    const server = shared()
    const { board, mara, bo, fay, put } = await crowd(server)
    await put(mara, bo, { role: 'member' })
    const links = (await mara.ask('GET', `/api/boards/${board.id}/links`)).body as { id: string; right: string }[]
    await mara.ask('DELETE', `/api/boards/${board.id}/links/${links.find(({ right }) => right === 'edit')?.id}`, {})
    expect((await bo.ask('GET', `/api/boards/${board.id}`)).status).toBe(200)
    expect((await fay.ask('GET', `/api/boards/${board.id}`)).status).toBe(200)
  })

  it('[H51] members, guests and readers change nobody', async () => {
    const server = shared()
    const { board, mara, bo, gil, put } = await crowd(server)
    for (const by of [bo, gil]) {
      expect(codeOf(await put(by, mara, { removed: true }))).toEqual([403, 'too_small_a_right'])
      expect(codeOf(await put(by, by, { role: 'owner' }))).toEqual([403, 'too_small_a_right'])
      expect(codeOf(await by.ask('PUT', `/api/boards/${board.id}/settings`, { validDays: 1 }))).toEqual([403, 'too_small_a_right'])
    }
    expect((await server.rooms.open(board.id)).state.people.get(mara.id)?.removed).toBeUndefined()
  })

  it('[H52] a facilitator organises members and guests, and makes nobody their equal', async () => {
    const server = shared()
    const { board, mara, fay, bo, gil, put } = await crowd(server)
    expect(personOf(await put(fay, bo, { team: 'sre' }))).toMatchObject({ team: 'sre', role: 'member' })
    expect(personOf(await put(fay, gil, { role: 'member' }))).toMatchObject({ role: 'member' })
    expect(personOf(await put(fay, gil, { removed: true }))).toMatchObject({ removed: true })
    expect((await fay.ask('PUT', `/api/boards/${board.id}/settings`, { validDays: 30 })).status).toBe(200)
    for (const [who, body] of [[bo, { role: 'owner' }], [bo, { role: 'facilitator' }], [fay, { role: 'owner' }], [mara, { role: 'guest' }], [mara, { removed: true }]] as const) {
      expect(codeOf(await put(fay, who, body))).toEqual([403, 'too_small_a_right'])
    }
    expect((await fay.ask('GET', `/api/boards/${board.id}/links`)).status).toBe(403)
    expect((await fay.ask('DELETE', `/api/boards/${board.id}`, {})).status).toBe(403)
  })

  it('[H53] at least one owner stays', async () => {
    const server = shared()
    const { board, mara, bo, put } = await crowd(server)
    for (const body of [{ role: 'member' }, { role: 'guest' }, { removed: true }]) expect(codeOf(await put(mara, mara, body))).toEqual([409, 'last_owner'])
    const byKey = await ask(`${server.url}/api/boards/${board.id}/people/${mara.id}`, 'PUT', { body: { removed: true }, headers: bearer(board.keys.own) })
    expect(codeOf(byKey)).toEqual([409, 'last_owner'])
    // Somebody whom only a file made an owner cannot come in: they do not count.
    await (await server.rooms.open(board.id)).edit('as imported', (document) => putPerson(document, { id: 'ana', name: 'Ana', team: '', role: 'owner' }))
    expect(codeOf(await put(mara, mara, { removed: true }))).toEqual([409, 'last_owner'])
    await put(mara, bo, { role: 'owner' })
    const both = await Promise.all([put(mara, mara, { role: 'member' }), put(bo, bo, { role: 'member' })])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]))
  })

  it('[H54] somebody unknown, an unknown team and an empty wish are refused', async () => {
    const server = shared()
    const { mara, bo, put } = await crowd(server)
    expect(codeOf(await put(mara, { id: 'nobody' }, { team: '' }))).toEqual([404, 'no_such_person'])
    expect(codeOf(await put(mara, { id: '__proto__' }, { team: '' }))).toEqual([404, 'no_such_person'])
    expect(codeOf(await put(mara, bo, { team: 'none' }))).toEqual([400, 'no_such_team'])
    for (const body of [{}, { role: 'king' }, { removed: 'yes' }, { name: ' ' }, { name: 7 }, { mergedInto: 'x' }, { id: 'x' }]) expect(codeOf(await put(mara, bo, body))).toEqual([400, 'wrong_body'])
  })

  it('[H55] settings replace all settings, and hold only what they may', async () => {
    const server = shared()
    const { board, mara } = await crowd(server)
    const put = (body: unknown) => mara.ask('PUT', `/api/boards/${board.id}/settings`, body)
    expect((await put({ validDays: 30, quorum: 'majority', requireEvidence: 'always', ackDays: 5, cadenceDays: 14 })).status).toBe(200)
    expect((await put({ validDays: 45 })).body).toEqual({ settings: { validDays: 45 } })
    expect((await server.rooms.open(board.id)).state.settings).toEqual({ validDays: 45 })
    for (const body of [{ validDays: 0 }, { validDays: 1.5 }, { validDays: '30' }, { validDays: 1e9 }, { quorum: 'some' }, { requireEvidence: true }, { theme: 'dark' }, [], null, 'x']) {
      expect((await put(body)).status).toBe(400)
    }
    expect((await server.rooms.open(board.id)).state.settings).toEqual({ validDays: 45 })
  })
})
