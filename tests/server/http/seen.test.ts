// What was seen, over HTTP: noted once for each card and person.
import { describe, expect, it } from 'vitest'
import { BrowserPerson, type Answer } from '../../support/browser-person.ts'
import { enterAs } from '../../support/said-people.ts'
import { boardOf, errorOf, reportOn, say } from '../../support/saying.ts'
import { shareTestServer } from '../../support/test-server.ts'

describe('what was seen', () => {
  const shared = shareTestServer()

  it('[H175] is noted for each card and person once, and answers nothing', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, ana] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'product')]
    const see = (person: BrowserPerson, card: unknown = 'ctx'): Promise<Answer> => say(person, board, 'seen', { card })
    await Promise.all([see(bo), see(bo), see(ana)])
    expect((await see(bo)).body).toEqual({ record: { card: 'ctx', people: [bo.id, ana.id].sort() }, current: true })
    expect(errorOf(await see(bo, 'none'))).toEqual([422, 'no_such_card', 'card'])
    expect(errorOf(await say(bo, board, 'seen', { card: 'ctx', person: ana.id }))).toEqual([400, 'wrong_body', 'person'])
    const guest = new BrowserPerson(server.url)
    await guest.enter(board.id, { key: board.keys.contribute, name: 'Gil' })
    expect(errorOf(await see(guest))).toEqual([403, 'too_small_a_right', undefined])
    const { statuses } = (await reportOn(server, board)) as { statuses: Record<string, string> }
    expect(statuses['ctx']).toBe('seen')
  })
})
