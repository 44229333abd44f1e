// Stances over HTTP: on which cards they are taken, and what they make of a decision.
import { describe, expect, it } from 'vitest'
import type { Board } from '../../../shared/board/document.ts'
import { addCard, deleteCard } from '../../../shared/board/write-cards.ts'
import { DECISION } from '../../support/said-board.ts'
import { enterAs } from '../../support/said-people.ts'
import { boardOf, errorOf, reportOn, say } from '../../support/saying.ts'
import { shareTestServer } from '../../support/test-server.ts'

describe('stances', () => {
  const shared = shareTestServer()

  it.each([['a', 'no_decision'], ['none', 'no_such_card'], ['gone', 'no_such_card']])('[H168] are taken on decisions and proposals that are there: not on %s', async (card, code) => {
    const server = shared()
    const board = await boardOf(server)
    await (await server.rooms.open(board.id)).edit('gone', (document) => {
      fillMore(document)
      deleteCard(document, 'gone')
    })
    const bo = await enterAs(server.url, board, 'sre')
    expect(errorOf(await say(bo, board, 'stances', { card, stance: 'agree', basis: DECISION }))).toEqual([422, code, 'card'])
    expect((await say(bo, board, 'stances', { card: 'p', stance: 'block', basis: JSON.stringify(['proposal', 'In tiers', '', '']) })).status).toBe(201)
    expect(errorOf(await say(bo, board, 'stances', { card: 'd', stance: 'not_heard', basis: DECISION }))).toEqual([400, 'wrong_body', 'stance'])
  })

  it('[H168] make the decision what the rules say, on the report', async () => {
    const server = shared()
    const board = await boardOf(server)
    const bo = await enterAs(server.url, board, 'sre')
    const stateOf = async (): Promise<unknown> => ((await reportOn(server, board)) as { decisions: Record<string, { state: string }> }).decisions['d']?.state
    await say(bo, board, 'stances', { card: 'd', stance: 'block', basis: DECISION })
    expect(await stateOf()).toBe('blocked')
    await say(bo, board, 'stances', { card: 'd', stance: 'disagree_commit', basis: DECISION })
    expect(await stateOf()).toBe('committed_with_dissent')
  })
})

function fillMore(document: Board): void {
  addCard(document, { id: 'gone', kind: 'decision', x: 0, y: 0, title: 'Gone' })
  addCard(document, { id: 'p', kind: 'proposal', x: 0, y: 0, title: 'In tiers' })
}
