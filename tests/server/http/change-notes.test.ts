// Notes on a change over HTTP: that they say something, of a card that is there, and which of two counts.
import { describe, expect, it } from 'vitest'
import { PROMISE } from '../../support/said-board.ts'
import { enterAs } from '../../support/said-people.ts'
import { boardOf, errorOf, say, type Body } from '../../support/saying.ts'
import { shareTestServer } from '../../support/test-server.ts'

describe('notes on a change', () => {
  const shared = shareTestServer()

  it('[H171] say something, on a card that is there; the later of two on one wording has the higher number', async () => {
    const server = shared()
    const board = await boardOf(server)
    const [bo, cy] = [await enterAs(server.url, board, 'sre'), await enterAs(server.url, board, 'sre')]
    for (const blank of [{}, { requires: '', needs: ' \u200b ', ifNot: '\n' }]) expect(errorOf(await say(bo, board, 'changeNotes', { card: 'prov', basis: PROMISE, ...blank }))).toEqual([400, 'wrong_body', undefined])
    expect(errorOf(await say(bo, board, 'changeNotes', { card: 'none', basis: PROMISE, needs: 'x' }))).toEqual([422, 'no_such_card', 'card'])
    const numbers = []
    for (const person of [bo, cy, bo]) numbers.push(((await say(person, board, 'changeNotes', { card: 'prov', basis: PROMISE, needs: 'x', requires: '' })).body as Body).record)
    expect(numbers.map(({ seq, requires, needs }) => [seq, requires, needs])).toEqual([[1, undefined, 'x'], [2, undefined, 'x'], [3, undefined, 'x']])
  })
})
