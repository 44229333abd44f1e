// The property that guards all that is kept between two judgements: a walk of random edits, questions and time.
import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { BoardState } from '../../../shared/board/records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { DAY, edit, NOW, start } from './random-board.ts'

export const QUESTIONS = {
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
  asksAll: fc.boolean(),
})

/** At each step the judgement made from the previous one equals one from scratch, and the previous one is still true. */
export function judgedAgain(): fc.IProperty<unknown> {
  return fc.property(start, fc.array(step, { minLength: 1, maxLength: 10 }), (first, steps) => {
    let state = first
    let now = NOW
    let judgements = judge(state, now)
    for (const { edits, passes, asks, asksTimer, asksAll } of steps) {
      for (const [id, question] of asks) QUESTIONS[question](judgements, id)
      if (asksTimer) judgements.nextChangeAt()
      if (asksAll) everything(judgements, state)
      const before = { state, now, judgements }
      state = edits.reduce((board, change) => change(board), state)
      now += passes
      judgements = judge(state, now, { judgements })
      // Compared on a twin, so that the next step starts from what was really asked for.
      expect(everything(judge(state, now, { judgements: before.judgements }), state)).toEqual(everything(judge(state, now), state))
      if (asksTimer) expect(everything(before.judgements, before.state)).toEqual(everything(judge(before.state, before.now), before.state))
    }
  })
}
