// The property that guards all that is kept between two judgements: a walk of random edits, questions and time.
import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { BoardState } from '../../../shared/board/records.ts'
import { aimsOf } from '../../../shared/rules/aims.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { judge } from '../../../shared/rules/judge.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { stateOf } from '../../support/state-of.ts'
import { DAY, IDS, NOW } from './random-board.ts'
import { LINE_IDS, PLAN_IDS, planEdit, planStart, ROUND_IDS } from './random-plans.ts'

/** Of a card. */
export const QUESTIONS = {
  assumption: (judgements: Judgements, id: string) => judgements.assumption(id),
  standing: (judgements: Judgements, id: string) => judgements.standing(id),
  decision: (judgements: Judgements, id: string) => judgements.decision(id),
  direction: (judgements: Judgements, id: string) => judgements.direction(id),
  risk: (judgements: Judgements, id: string) => judgements.risk(id),
  tiers: (judgements: Judgements, id: string) => judgements.tiers(id),
  trade: (judgements: Judgements, id: string) => judgements.trade(id),
  status: (judgements: Judgements, id: string) => judgements.status(id),
  dependants: (judgements: Judgements, id: string) => judgements.dependants(id),
  carries: (judgements: Judgements, id: string) => judgements.carries(id),
  loadBearing: (judgements: Judgements, id: string) => judgements.loadBearing(id),
  requiredTeams: (judgements: Judgements, id: string) => judgements.requiredTeams(id),
  nextChangeAt: (judgements: Judgements, id: string) => judgements.nextChangeAt(id),
}

/** Of the whole board. */
export const WIDE = {
  freshness: (judgements: Judgements) => wideOf(judgements).freshness(),
  drift: (judgements: Judgements) => wideOf(judgements).drift(),
  gaps: (judgements: Judgements) => wideOf(judgements).gaps(),
  empathy: (judgements: Judgements) => wideOf(judgements).empathy(),
  aims: (judgements: Judgements) => aimsOf(judgements),
  nextChangeAt: (judgements: Judgements) => judgements.nextChangeAt(),
}

type Asked = (judgements: Judgements) => unknown
const ASKED: readonly Asked[] = [
  ...[...IDS, ...PLAN_IDS].flatMap((id) => Object.values(QUESTIONS).map((question): Asked => (judgements) => question(judgements, id))),
  ...LINE_IDS.map((id): Asked => (judgements) => judgements.dependency(id)),
  ...ROUND_IDS.map((id): Asked => (judgements) => wideOf(judgements).understanding(id)),
]

const NO_BOARD = stateOf({})

/** Made from nothing: what leads where is kept beside the judgements, and only of the last board that was asked. */
function anew(state: BoardState, now: number): Judgements {
  aimsOf(judge(NO_BOARD, now))
  return judge(state, now)
}

function everything(judgements: Judgements, state: BoardState): unknown {
  const cards = [...state.cards.keys(), 'unknown'].sort()
  const links = [...state.links.keys(), 'unknown'].sort()
  return {
    board: Object.entries(WIDE).map(([name, question]) => [name, question(judgements)]),
    cards: cards.map((id) => [id, ...Object.values(QUESTIONS).map((question) => question(judgements, id))]),
    links: links.map((id) => [id, judgements.dependency(id)]),
    rounds: ROUND_IDS.map((id) => wideOf(judgements).understanding(id)),
  }
}

/** Most are the same to the letter, and that is seen sooner. */
function expectSame(given: unknown, expected: unknown): void {
  if (JSON.stringify(given) !== JSON.stringify(expected)) expect(given).toEqual(expected)
}

const step = fc.record({
  edits: fc.array(planEdit, { maxLength: 4 }),
  /** Mostly on, now and then a clock that was set back. */
  passes: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.constantFrom(1, 1_000, DAY / 2, DAY, 3 * DAY) }, { weight: 1, arbitrary: fc.constantFrom(-1, -DAY) }),
  asks: fc.array(fc.constantFrom(...ASKED), { maxLength: 12 }),
  asksWide: fc.array(fc.constantFrom(...Object.values(WIDE)), { maxLength: 3 }),
  asksAll: fc.boolean(),
})

/** At each step the judgement made from the previous one equals one from scratch, and the previous one is still true. */
export function judgedAgain(): fc.IProperty<unknown> {
  return fc.property(planStart, fc.array(step, { minLength: 1, maxLength: 10 }), (first, steps) => {
    let state = first
    let now = NOW
    let judgements = judge(state, now)
    for (const { edits, passes, asks, asksWide, asksAll } of steps) {
      for (const question of [...asks, ...asksWide]) question(judgements)
      if (asksAll) everything(judgements, state)
      const before = { state, now, judgements }
      state = edits.reduce((board, change) => change(board), state)
      now += passes
      judgements = judge(state, now, { judgements })
      // Compared on a twin, so that the next step starts from what was really asked for.
      expectSame(everything(judge(state, now, { judgements: before.judgements }), state), everything(anew(state, now), state))
      if (asksWide.length > 0) expectSame(everything(before.judgements, before.state), everything(anew(before.state, before.now), before.state))
    }
  })
}
