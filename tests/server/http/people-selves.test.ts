// One person with two entries: merging by an owner, "I am that person", admitting, and what no hostile visitor gets by it.
import { describe, expect, it } from 'vitest'
import type { BoardState, Person } from '../../../shared/board/records.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { addLink, putTeam } from '../../../shared/board/write-board.ts'
import { putAuthorship, putPerson } from '../../../shared/board/write-records.ts'
import type { CreatedBoard } from '../../../shared/protocol/http.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { ask, bearer, BrowserPerson, closed, makeBoard, upgrade, type Answer } from '../../support/browser-person.ts'
import { shareTestServer, type TestServer } from '../../support/test-server.ts'

type Known = BrowserPerson & { readonly id: string }
const BASIS = JSON.stringify(['assumption', 'It holds', '', ''])

async function come(server: TestServer, board: CreatedBoard, key: keyof CreatedBoard['keys'], name: string, team = ''): Promise<Known> {
  const person = new BrowserPerson(server.url)
  const entered = await person.enter(board.id, { key: board.keys[key], name, team })
  return Object.assign(person, { id: entered.person?.id ?? '' })
}

/** A board with the assumption `a` of SRE, an owner, and a member who is there twice. */
async function twice(server: TestServer) {
  const board = await makeBoard(server.url)
  const room = await server.rooms.open(board.id)
  await room.edit('as drawn', (document) => {
    putTeam(document, { id: 'sre', name: 'SRE' })
    addCard(document, { id: 'a', kind: 'assumption', x: 0, y: 0, title: 'It holds' })
    addCard(document, { id: 'q', kind: 'question', x: 0, y: 0, title: 'So?', fields: { team: 'sre' } })
    addLink(document, 'q', 'rests_on', 'a')
    putAuthorship(document, 'a', { author: 'somebody' })
  })
  const mara = await come(server, board, 'own', 'Mara')
  const [bo, bo2] = [await come(server, board, 'edit', 'Bo', 'sre'), await come(server, board, 'edit', 'Bo', 'sre')]
  const path = (rest: string): string => `/api/boards/${board.id}/${rest}`
  const merge = (by: BrowserPerson, who: { id: string }, into: { id: string } | null): Promise<Answer> => by.ask('PUT', path(`people/${who.id}/merged`), { mergedInto: into?.id ?? null })
  const claim = (by: BrowserPerson, who: { id: string }): Promise<Answer> => by.ask('POST', path('claims'), { person: who.id })
  const decide = (by: BrowserPerson, who: { id: string }, admit: boolean): Promise<Answer> => by.ask('PUT', path(`claims/${who.id}`), { admit })
  const answer = async (by: BrowserPerson, verdict: string): Promise<{ seq: number; person: string }> => ((await by.ask('POST', path('attestations'), { card: 'a', verdict, basis: BASIS })).body as { record: { seq: number; person: string } }).record
  const state = (): BoardState => room.state
  const assumption = (): string => judge(room.state, server.now().getTime()).assumption('a').state
  return { board, room, mara, bo, bo2, path, merge, claim, decide, answer, state, assumption }
}

const codeOf = ({ status, body }: Answer): unknown => [status, (body as { error?: { code: string } } | undefined)?.error?.code]
const statusOf = ({ status }: Answer): number => status

describe('one person, two entries', () => {
  const shared = shareTestServer()

  it('[H141] owners rename anybody, facilitators those who do not organise, members nobody', async () => {
    const { mara, bo, bo2, path, state } = await twice(shared())
    const rename = (by: BrowserPerson, who: { id: string }, name: string): Promise<Answer> => by.ask('PUT', path(`people/${who.id}`), { name })
    expect(codeOf(await rename(bo, bo2, 'Eve'))).toEqual([403, 'too_small_a_right'])
    expect((await rename(mara, bo2, '  Bo Berg ')).body).toMatchObject({ person: { id: bo2.id, name: 'Bo Berg', team: 'sre' } })
    await mara.ask('PUT', path(`people/${bo.id}`), { role: 'facilitator' })
    expect(statusOf(await rename(bo, bo2, 'Bo'))).toBe(200)
    expect(codeOf(await rename(bo, mara, 'Eve'))).toEqual([403, 'too_small_a_right'])
    expect(statusOf(await bo2.ask('PUT', path('me'), { name: 'Bo B', team: 'sre' }))).toBe(200)
    expect([state().people.get(bo2.id)?.name, state().people.get(mara.id)?.name]).toEqual(['Bo B', 'Mara'])
  })

  it('[H142] an owner merges and takes it back; nobody else does', async () => {
    const { board, mara, bo, bo2, path, merge, state } = await twice(shared())
    await mara.ask('PUT', path(`people/${bo.id}`), { role: 'facilitator' })
    for (const by of [bo, bo2]) expect(codeOf(await merge(by, bo2, bo))).toEqual([403, 'too_small_a_right'])
    expect((await merge(mara, bo2, bo)).body).toMatchObject({ person: { id: bo2.id, mergedInto: bo.id, mergedSeq: 0 } })
    expect(statusOf(await bo2.ask('GET', path('file')))).toBe(404)
    for (const key of ['edit', 'own', 'view'] as const) expect(codeOf(await bo2.ask('POST', path('enter'), { key: board.keys[key], name: 'Bo' }))).toEqual([403, 'merged'])
    for (const body of [{ role: 'owner' }, { removed: false }, { name: 'Bo' }]) expect(codeOf(await mara.ask('PUT', path(`people/${bo2.id}`), body))).toEqual([409, 'merged'])
    expect(statusOf(await merge(mara, bo2, null))).toBe(200)
    expect(codeOf(await merge(mara, bo2, null))).toEqual([409, 'not_merged'])
    expect(state().people.get(bo2.id)).toEqual({ id: bo2.id, name: 'Bo', team: 'sre', role: 'member' })
    expect((await bo2.enter(board.id, {})).person).toMatchObject({ id: bo2.id, role: 'member' })
  })

  it('[H143] no merge into oneself, into nobody, into the removed or the merged, and no circle', async () => {
    const { board, mara, bo, bo2, path, merge, state } = await twice(shared())
    const gil = await come(shared(), board, 'edit', 'Gil')
    expect(codeOf(await merge(mara, bo, bo))).toEqual([409, 'same_person'])
    for (const id of ['nobody', '__proto__']) expect(statusOf(await merge(mara, bo, { id }))).toBe(id === 'nobody' ? 404 : 400)
    for (const body of [{}, { mergedInto: 7 }, { mergedInto: bo.id, agreed: true }]) expect(statusOf(await mara.ask('PUT', path(`people/${bo2.id}/merged`), body))).toBe(400)
    await merge(mara, bo2, bo)
    expect(codeOf(await merge(mara, bo, bo2))).toEqual([409, 'merged'])
    expect(codeOf(await merge(mara, bo2, gil))).toEqual([409, 'merged'])
    // Who was merged into the merged one follows.
    expect(statusOf(await merge(mara, bo, gil))).toBe(200)
    expect([bo, bo2].map(({ id }) => state().people.get(id)?.mergedInto)).toEqual([gil.id, gil.id])
    const eve = await come(shared(), board, 'edit', 'Eve')
    await mara.ask('PUT', path(`people/${gil.id}`), { removed: true })
    expect(codeOf(await merge(mara, eve, gil))).toEqual([409, 'removed'])
  })

  it('[H144] the last owner is neither merged nor admitted away', async () => {
    const { board, mara, bo, path, merge, claim, decide, state } = await twice(shared())
    expect(codeOf(await merge(mara, mara, bo))).toEqual([409, 'last_owner'])
    expect(statusOf(await claim(bo, mara))).toBe(202)
    expect(codeOf(await decide(mara, bo, true))).toEqual([409, 'last_owner'])
    const byKey = await ask(shared().url + path(`people/${mara.id}/merged`), 'PUT', { body: { mergedInto: bo.id }, headers: bearer(board.keys.own) })
    expect(codeOf(byKey)).toEqual([409, 'last_owner'])
    expect(state().people.get(mara.id)).toMatchObject({ role: 'owner' })
    expect(statusOf(await mara.ask('GET', path('links')))).toBe(200)
    await mara.ask('PUT', path(`people/${bo.id}`), { role: 'owner' })
    expect(statusOf(await merge(mara, mara, bo))).toBe(200)
  })

  it.each(['merged', 'removed'])('[H145] what is open under a %s entry is closed at once, and what it said stays', async (way) => {
    const { board, mara, bo, bo2, path, merge, answer, state, assumption } = await twice(shared())
    await answer(bo2, 'confirm')
    expect(assumption()).toBe('confirmed')
    const socket = await upgrade(`${shared().url}/sync/${board.id}`, bo2.headers)
    const other = await upgrade(`${shared().url}/sync/${board.id}`, bo.headers)
    if (!('open' in socket) || !('open' in other)) throw new Error('not let in')
    const end = closed(socket.open)
    await (way === 'merged' ? merge(mara, bo2, bo) : mara.ask('PUT', path(`people/${bo2.id}`), { removed: true }))
    expect(await end).toBe(4401)
    expect(other.open.readyState).toBe(other.open.OPEN)
    other.open.close()
    expect(statusOf(await bo2.ask('POST', path('attestations'), { card: 'a', verdict: 'confirm', basis: BASIS }))).toBe(404)
    expect([...state().attestations.values()].map(({ person }) => person)).toEqual([bo2.id])
    expect(assumption()).toBe('unconfirmed')
  })

  it('[H146] the next answer is numbered after all that any self has said', async () => {
    const { mara, bo, bo2, merge, claim, answer, assumption } = await twice(shared())
    for (const verdict of ['confirm', 'unsure', 'refute']) await answer(bo2, verdict)
    await answer(bo, 'confirm')
    await merge(mara, bo2, bo)
    expect(assumption()).toBe('contested')
    expect(statusOf(await claim(bo, bo2))).toBe(200)
    expect(assumption()).toBe('refuted')
    expect(await answer(bo, 'confirm')).toMatchObject({ seq: 4, person: bo.id })
    expect(assumption()).toBe('confirmed')
  })

  it('[H147] admitted, the answers of the entry are the asker\'s, and nothing of its rights', async () => {
    const { board, room, mara, bo, claim, decide, state, assumption, path } = await twice(shared())
    await room.edit('as imported', (document) => putPerson(document, { id: 'tom', name: 'Tomasz', team: 'sre', role: 'owner' }))
    await room.edit('as imported', (document) => { document.doc.getMap('attestations').set('t1', { card: 'a', person: 'tom', team: 'sre', verdict: 'confirm', basis: BASIS, seq: 1, at: shared().now().toISOString() }) })
    const asker = await come(shared(), board, 'edit', 'Tom W')
    expect((await claim(asker, { id: 'tom' })).body).toMatchObject({ person: { id: asker.id, claims: 'tom' } })
    for (const by of [bo, asker]) expect(codeOf(await decide(by, asker, true))).toEqual([403, 'too_small_a_right'])
    expect(statusOf(await decide(mara, asker, false))).toBe(200)
    expect(state().people.get(asker.id)).toEqual({ id: asker.id, name: 'Tom W', team: '', role: 'member' })
    expect(codeOf(await decide(mara, asker, true))).toEqual([404, 'no_such_claim'])
    await claim(asker, { id: 'tom' })
    expect((await decide(mara, asker, true)).body).toEqual({ person: { id: asker.id, name: 'Tomasz', team: 'sre', role: 'member' } })
    expect(state().people.get('tom')).toMatchObject({ mergedInto: asker.id, agreed: true })
    expect(assumption()).toBe('confirmed')
    expect(((await asker.ask('GET', `/api/boards/${board.id}`)).body as { right: string }).right).toBe('edit')
    expect(statusOf(await asker.ask('GET', path('links')))).toBe(403)
  })

  it('[H148] whom a file knows by their own id may ask, and comes as a member at most', async () => {
    const server = shared()
    const { bo, path: _path, board: first } = await twice(server)
    const copy = await makeBoard(server.url)
    const room = await server.rooms.open(copy.id)
    const mara = await come(server, copy, 'own', 'Mara')
    await room.edit('as imported', (document) => putPerson(document, { id: bo.id, name: 'Bo', team: '', role: 'owner' }))
    const path = `/api/boards/${copy.id}/claims`
    expect(codeOf(await bo.ask('POST', `/api/boards/${copy.id}/enter`, { key: copy.keys.edit }))).toEqual([403, 'needs_consent'])
    for (const key of [copy.keys.view, first.keys.edit, 'unknown', undefined]) expect(statusOf(await bo.ask('POST', path, { key }))).toBe(404)
    expect(statusOf(await bo.ask('POST', path, { key: copy.keys.edit }, { origin: 'https://evil.example' }))).toBe(403)
    expect(statusOf(await bo.ask('POST', path, { key: copy.keys.edit }))).toBe(202)
    expect(room.state.people.get(bo.id)?.claims).toBe(bo.id)
    expect(codeOf(await bo.ask('POST', `/api/boards/${copy.id}/enter`, { key: copy.keys.edit }))).toEqual([403, 'needs_consent'])
    expect(statusOf(await mara.ask('PUT', `${path}/${bo.id}`, { admit: true }))).toBe(200)
    expect((await bo.enter(copy.id, {})).person).toEqual({ id: bo.id, name: 'Bo', team: '', role: 'member' })
    expect(codeOf(await bo.ask('POST', path, { key: copy.keys.edit }))).toEqual([409, 'nothing_to_claim'])
  })

  it('[H149] a claim needs a person, is for somebody who is there, and can be taken back', async () => {
    const { board, mara, bo, bo2, path, claim, merge, state } = await twice(shared())
    expect(codeOf(await claim(bo, bo))).toEqual([409, 'same_person'])
    expect(codeOf(await claim(bo, { id: 'nobody' }))).toEqual([404, 'no_such_person'])
    const unnamed = new BrowserPerson(shared().url)
    await unnamed.enter(board.id, { key: board.keys.edit })
    expect(codeOf(await claim(unnamed, bo))).toEqual([403, 'needs_person'])
    const gil = await come(shared(), board, 'edit', 'Gil')
    await mara.ask('PUT', path(`people/${gil.id}`), { removed: true })
    expect(codeOf(await claim(bo, gil))).toEqual([409, 'removed'])
    expect(statusOf(await claim(bo, bo2))).toBe(202)
    expect(statusOf(await bo.ask('DELETE', path('claims'), {}))).toBe(204)
    expect(state().people.get(bo.id)?.claims).toBeUndefined()
    await merge(mara, bo2, mara)
    expect(codeOf(await claim(bo, bo2))).toEqual([409, 'merged'])
  })

  it('[H150] merged by an owner alone nothing is confirmed; the person agrees alone', async () => {
    const { mara, bo, bo2, merge, claim, answer, assumption, state } = await twice(shared())
    await answer(bo2, 'confirm')
    await merge(mara, bo2, bo)
    expect(assumption()).toBe('unconfirmed')
    expect(codeOf(await claim(mara, bo2))).toEqual([409, 'merged'])
    expect(statusOf(await claim(bo, bo2))).toBe(200)
    expect(assumption()).toBe('confirmed')
    expect(state().people.get(bo2.id)).toMatchObject({ agreed: true })
    await merge(mara, bo2, null)
    expect((state().people.get(bo2.id) as Person & { agreed?: boolean }).agreed).toBeUndefined()
  })

  it('[H153] a claim exchanged for another after the owner looked is not admitted', async () => {
    const { mara, bo, bo2, path, claim, state } = await twice(shared())
    await claim(bo2, bo)
    // What the owner has on screen is the claim to be Bo.
    await claim(bo2, mara)
    expect(codeOf(await mara.ask('PUT', path(`claims/${bo2.id}`), { admit: true, claims: bo.id }))).toEqual([409, 'other_claim'])
    expect([state().people.get(mara.id)?.mergedInto, state().people.get(bo2.id)?.claims]).toEqual([undefined, mara.id])
    await claim(bo2, bo)
    expect(statusOf(await mara.ask('PUT', path(`claims/${bo2.id}`), { admit: true, claims: bo.id }))).toBe(200)
    expect(state().people.get(bo.id)?.mergedInto).toBe(bo2.id)
  })

  it('[H151] a board file carries who was merged into whom, and no claims', async () => {
    const server = shared()
    const { mara, bo, bo2, path, merge, claim } = await twice(server)
    await merge(mara, bo2, bo)
    await claim(bo, bo2)
    await claim(bo, mara)
    const file = (await mara.ask('GET', path('file'))).body as { people: Person[] }
    expect(file.people.find(({ id }) => id === bo2.id)).toMatchObject({ mergedInto: bo.id, mergedSeq: 0, agreed: true })
    expect(file.people.some((person) => 'claims' in person)).toBe(false)
    const copy = await makeBoard(server.url, { file })
    expect(copy.warnings).toEqual([])
    expect((await server.rooms.open(copy.id)).state.people.get(bo2.id)).toMatchObject({ mergedInto: bo.id, agreed: true })
  })
})
