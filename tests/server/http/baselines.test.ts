// Baselines over HTTP: who takes one, what it says, and that taking one of a large board holds nobody up.
import { describe, expect, it } from 'vitest'
import { ask, bearer, makeBoard } from '../../support/browser-person.ts'
import { enterAs } from '../../support/said-people.ts'
import { boardOf, errorOf, say, type Body } from '../../support/saying.ts'
import { shareTestServer, startTestServer } from '../../support/test-server.ts'
import { until } from '../../support/until.ts'

describe('baselines', () => {
  const shared = shareTestServer()

  it('[H174] are taken by owners and facilitators, and say what the report says at that instant', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'owner')]
    expect(errorOf(await say(bo, board, 'baselines', {}))).toEqual([403, 'too_small_a_right', undefined])
    await mara.ask('PUT', `/api/boards/${board.id}/people/${bo.id}`, { role: 'facilitator' })
    const { record } = (await say(bo, board, 'baselines', { name: ' Before the launch ' })).body as Body
    expect(record).toMatchObject({ person: bo.id, name: 'Before the launch' })
    const report = (await ask(`${server.url}/api/boards/${board.id}/report?at=${encodeURIComponent(String(record['at']))}`, 'GET', { headers: bearer(board.keys.view) })).body as { statuses: Record<string, string>; drift: { since: string } }
    expect(report.statuses).toMatchObject(record['states'] as object)
    expect(Object.keys(record['states'] as object)).toEqual(['a', 'd'])
    expect(report.drift.since).toBe(record['at'])
  })
})

describe('baselines of a large board', () => {
  it('[H174] are judged in a thread, so that others are answered meanwhile, and not for those who may not take one', async () => {
    let reads = 0
    let release: (() => void) | undefined
    const server = await startTestServer({ storage: (storage) => ({ ...storage, rows: async (id, after) => {
      reads++
      if (release !== undefined) await new Promise<void>((resolve) => { release = resolve })
      return storage.rows(id, after)
    } }) })
    const cards = Array.from({ length: 700 }, (_, n) => ({ id: `c${n}`, kind: 'assumption', title: `Card ${n}`, x: 0, y: 0 }))
    const board = await makeBoard(server.url, { file: { format: 'tacit-board/1', title: 'Large', cards, teams: [{ id: 'sre', name: 'SRE' }] } })
    const [bo, mara] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'owner')]
    const before = reads
    expect(errorOf(await say(bo, board, 'baselines', {}))).toEqual([403, 'too_small_a_right', undefined])
    expect(reads).toBe(before)
    release = () => undefined
    const taken = say(mara, board, 'baselines', { id: 'taken-once-only' })
    await until(() => expect(reads).toBe(before + 1))
    expect((await ask(`${server.url}/api/boards/${board.id}`, 'GET', { headers: bearer(board.keys.view) })).status).toBe(200)
    const waited = release
    release = undefined
    waited()
    const { status, body } = await taken
    expect(status).toBe(201)
    const { record } = body as Body
    expect(record['states']).toEqual(Object.fromEntries(cards.map(({ id }) => id).sort().map((id) => [id, 'unconfirmed'])))
    // Sent again, it is the same, and nothing is judged.
    expect((await say(mara, board, 'baselines', { id: 'taken-once-only' })).body).toEqual(body)
    expect(reads).toBe(before + 1)
    // Who is an owner no longer when it has been judged takes none.
    const zoe = await enterAs(server.url, board, 'owner')
    release = () => undefined
    const late = say(zoe, board, 'baselines', {})
    await until(() => expect(reads).toBe(before + 2))
    expect((await mara.ask('PUT', `/api/boards/${board.id}/people/${zoe.id}`, { role: 'member' })).status).toBe(200)
    const held = release
    release = undefined
    held()
    expect((await late).status).toBe(403)
  })
})
