// One judgement after another: what is kept from the previous one equals a board judged from scratch, and the work is
// in proportion to the board at first and to what changed after that. Work is counted, not timed.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BoardState } from '../../../shared/board/records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { report } from '../../../shared/rules/report.ts'
import { countedBoard, type Shape, visitsOf } from './counted-board.ts'
import { DAY, edit, NOW, person, print, seedOf, startOf } from './random-board.ts'

const QUESTIONS = {
  assumption: (judgements: Judgements, id: string) => judgements.assumption(id),
  standing: (judgements: Judgements, id: string) => judgements.standing(id),
  decision: (judgements: Judgements, id: string) => judgements.decision(id),
  direction: (judgements: Judgements, id: string) => judgements.direction(id),
  status: (judgements: Judgements, id: string) => judgements.status(id),
  dependants: (judgements: Judgements, id: string) => judgements.dependants(id),
  carries: (judgements: Judgements, id: string) => judgements.carries(id),
  loadBearing: (judgements: Judgements, id: string) => judgements.loadBearing(id),
  requiredTeams: (judgements: Judgements, id: string) => judgements.requiredTeams(id),
  nextChangeAt: (judgements: Judgements, id: string) => judgements.nextChangeAt(id),
}
type Question = keyof typeof QUESTIONS
const ALL = Object.keys(QUESTIONS) as Question[]

function everything(judgements: Judgements, state: BoardState): unknown {
  const cards = [...state.cards.keys(), 'unknown'].sort()
  return { next: judgements.nextChangeAt(), cards: cards.map((id) => [id, ...ALL.map((question) => QUESTIONS[question](judgements, id))]) }
}

const step = fc.record({
  edits: fc.array(edit, { maxLength: 4 }),
  /** Mostly on, now and then a clock that was set back. */
  passes: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.constantFrom(1, 1_000, DAY / 2, DAY, 3 * DAY) }, { weight: 1, arbitrary: fc.constantFrom(-1, -DAY) }),
  asks: fc.array(fc.tuple(fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'), fc.constantFrom(...ALL)), { maxLength: 12 }),
  asksTimer: fc.boolean(),
})

describe('judging again', () => {
  test('[J01] what is kept from the previous judgement equals a board judged from scratch', () => {
    const seed = seedOf('judging again')
    const walk = fc.property(fc.uniqueArray(person, { selector: ({ id }) => id, minLength: 3 }), fc.array(edit, { minLength: 10, maxLength: 30 }), fc.array(step, { minLength: 1, maxLength: 12 }), (people, start, steps) => {
      let state = start.reduce((board, change) => change(board), startOf(people))
      let now = NOW
      let judgements = judge(state, now)
      for (const { edits, passes, asks, asksTimer } of steps) {
        for (const [id, question] of asks) QUESTIONS[question](judgements, id)
        if (asksTimer) judgements.nextChangeAt()
        const before = { state, now, judgements }
        state = edits.reduce((board, change) => change(board), state)
        now += passes
        judgements = judge(state, now, { judgements })
        // Compared on a twin, so that the next step starts from what was really asked for.
        expect(everything(judge(state, now, { judgements: before.judgements }), state)).toEqual(everything(judge(state, now), state))
        expect(everything(judge(before.state, before.now, { judgements: before.judgements }), before.state)).toEqual(everything(judge(before.state, before.now), before.state))
      }
    })
    fc.assert(walk, { numRuns: 300, seed })
  })

  test('[J02] a judgement stays true after the next one was made from it', () => {
    const { state, typed } = countedBoard('random', 50)
    const first = judge(state, NOW)
    const before = structuredClone(report(state, first, ''))
    judge(typed(state), NOW, { judgements: first })
    expect(report(state, first, '')).toEqual(before)
  })

  test('[J03] a judgement that did not change is the same value as before', () => {
    const { state, typed } = countedBoard('random', 200)
    const first = judge(state, NOW)
    for (const id of state.cards.keys()) for (const question of ALL) QUESTIONS[question](first, id)
    const second = judge(typed(state), NOW, { judgements: first })
    for (const id of state.cards.keys()) expect(second.assumption(id)).toBe(first.assumption(id))
  })
})

const SHAPES: Readonly<Record<string, Shape>> = { J11: 'plain', J12: 'random', J13: 'hub', J14: 'chain', J15: 'ladder', J16: 'ring' }

function judgedWhole(state: BoardState): void {
  const judgements = judge(state, NOW)
  report(state, judgements, '')
  judgements.nextChangeAt()
  for (const id of state.cards.keys()) judgements.carries(id)
}

describe('work', () => {
  for (const [id, shape] of Object.entries(SHAPES)) {
    test(`[${id}] 10,000 cards and 20,000 links (${shape}) are judged whole in one pass`, () => {
      const small = countedBoard(shape, 1_000)
      const large = countedBoard(shape, 10_000)
      const few = visitsOf(() => judgedWhole(small.state))
      const many = visitsOf(() => judgedWhole(large.state))
      print(`${shape}: ${many} visits, ${(many / 10_000).toFixed(1)} for each card; of 1,000 cards ${(few / 1_000).toFixed(1)}`)
      expect(many / few).toBeLessThan(11)
      expect(many).toBeLessThan(200 * 10_000)
    })
  }

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
})
