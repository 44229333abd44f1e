// The work of one edit, counted, not timed: in proportion to what changed, whatever the size of the board.
import { describe, expect, test } from 'vitest'
import type { BoardState } from '../../../shared/board/records.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { report } from '../../../shared/rules/report.ts'
import { countedBoard, visitsOf } from './counted-board.ts'
import { NOW, print } from './random-board.ts'

describe('work', () => {
  test('[J21] one edit costs the same on a board of 1,000 cards and on one of 10,000', () => {
    const costs = [1_000, 10_000].map((cards) => {
      const { state, typed, answered } = countedBoard('plain', cards)
      const first = judge(state, NOW)
      report(state, first, '')
      first.nextChangeAt()
      return [typed, answered].map((change) => visitsOf(() => {
        const next = change(state)
        const judgements = judge(next, NOW, { judgements: first })
        judgements.nextChangeAt()
        for (let i = 0; i < 20; i++) judgements.status(`c${i}`)
      }))
    })
    print(`one edit: visits on 1,000 cards ${costs[0]?.join(' and ')}, on 10,000 cards ${costs[1]?.join(' and ')}`)
    for (const cost of costs.flat()) expect(cost).toBeLessThan(1_000)
  })

  test('[J22] typing in a card that half the board rests on touches none of them', () => {
    const costs = [1_000, 10_000].map((cards) => {
      const { state, typed } = countedBoard('hub', cards)
      const first = judge(state, NOW)
      report(state, first, '')
      return visitsOf(() => judge(typed(state), NOW, { judgements: first }).status('c0'))
    })
    expect(costs[1]).toBeLessThan(200)
    expect(costs[1]).toBeLessThan(2 * (costs[0] ?? 0))
  })

  test('[J23] one edit costs freshness, drift and gaps the same on a board of 1,000 cards and on one of 10,000', () => {
    const costs = [1_000, 10_000].map((cards) => {
      const { state, typed, answered } = countedBoard('plain', cards)
      const states = Object.fromEntries(Array.from(state.cards.keys(), (id) => [id, 'confirmed']))
      const old: BoardState = { ...state, records: { ...state.records, baselines: state.records.baselines.set('b', { id: 'b', at: '2026-06-01T00:00:00Z', states }) } }
      const first = judge(old, NOW)
      report(old, first, '')
      return [typed, answered].map((change) => visitsOf(() => {
        const judgements = judge(change(old), NOW, { judgements: first })
        const wide = wideOf(judgements)
        expect(wide.freshness().of + wide.drift().slipped.length).toBeGreaterThan(cards / 4)
        wide.gaps()
      }))
    })
    print(`freshness, drift and gaps after one edit: visits on 1,000 cards ${costs[0]?.join(' and ')}, on 10,000 cards ${costs[1]?.join(' and ')}`)
    for (const cost of costs.flat()) expect(cost).toBeLessThan(1_000)
  })
})
