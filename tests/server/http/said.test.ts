// What was said, over HTTP: who hears of it, and when a board takes no more of it.
import { describe, expect, it } from 'vitest'
import { readBoard } from '../../../shared/board/read.ts'
import { SAMPLES } from '../../support/said-board.ts'
import { enterAll } from '../../support/said-people.ts'
import { boardOf, errorOf, say, tableOf, type Body } from '../../support/saying.ts'
import { stockProvider } from '../../support/sync-client.ts'
import { startTestServer } from '../../support/test-server.ts'
import { until } from '../../support/until.ts'

describe('what was said', () => {
  it('[H176] reaches everybody who has the board open', async () => {
    const server = await startTestServer()
    const board = await boardOf(server)
    const { board: there } = await stockProvider({ url: server.url, board: board.id, key: board.keys.view })
    const people = await enterAll(server.url, board)
    for (const { root, team, body } of SAMPLES) {
      const { record } = (await say(people[team], board, root, body)).body as Body
      await until(() => expect(tableOf(readBoard(there), root).get(record.id)).toEqual(record))
    }
    await say(people.sre, board, 'seen', { card: 'ctx' })
    await until(() => expect(readBoard(there).seen.get('ctx')).toEqual([people.sre.id]))
  })

  it('[H177] is refused on a board that takes as much as a board may', async () => {
    const server = await startTestServer({ env: { TACIT_LIMITS: 'boardBytes=200000' } })
    const board = await boardOf(server)
    const people = await enterAll(server.url, board)
    const long = JSON.stringify(['decision', 'Launch', '\u0001'.repeat(16_000), ''])
    for (let i = 0, status = 201; status === 201 && i < 10; i++) status = (await say(people.sre, board, 'stances', { card: 'd', stance: 'agree', basis: long })).status
    for (const { root, team, body } of SAMPLES) expect.soft(errorOf(await say(people[team], board, root, body))).toEqual([413, 'board_full', undefined])
    expect(errorOf(await say(people.sre, board, 'seen', { card: 'ctx' }))).toEqual([413, 'board_full', undefined])
  })
})
