// Rounds, empathy, trades and gaps: the written cases, one test for each.
import { describe, expect, test } from 'vitest'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { judge } from '../../../shared/rules/judge.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { stateOf } from '../../support/state-of.ts'
import { written, type OtherCase } from './written-cases.ts'

/** The cases have names, not ids: this gives each its id, so that a case that goes missing is seen. */
const IDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  understanding: {
    U01: 'before reveal nothing but counts leaks',
    U02: 'identical statements: spread 0',
    U03: 'one word apart is small',
    U04: 'different goals are far apart',
    U05: 'numbers that differ are named even when wording is close',
    U06: 'bare numbers and clock times are not compared',
    U07: 'one statement: no pair, no score',
    U08: 'empty "not doing" slots are counted',
    U09: 'start with the one furthest from the rest',
    U10: 'a person\'s later submission replaces the earlier',
    U11: 'people, not the machine, say how many meanings',
    U12: 'CJK without spaces works',
  },
  empathy: {
    EM01: 'nothing written',
    EM02: 'written, not checked with them',
    EM03: 'they say: right',
    EM04: 'one right, one wrong: wrong',
    EM05: 'own team cannot verify itself',
    EM06: 'edited after being verified',
  },
  trade: {
    TR01: 'get without give',
    TR02: 'give in their metric',
    TR03: 'give in our own metric',
    TR04: 'partner has listed no currency',
    TR05: 'partner team missing',
  },
  gaps: {
    GA01: 'delivery after need',
    GA02: 'delivery on the day of need is no gap',
    GA03: 'provider has no date',
    GA04: 'provider missing',
    GA05: 'same metric name, two definitions',
    GA06: 'shared goal nobody in sales serves',
    GA07: 'conflict open until a decision settles it',
  },
}

/** Where a written case names an instant, it is this one. */
const NOON = Date.parse('2026-06-15T12:00:00Z')

const ASK: Readonly<Record<string, (judgements: Judgements, args: readonly string[]) => unknown>> = {
  understanding: (judgements, [, round = '']) => wideOf(judgements).understanding(round),
  empathy: (judgements) => wideOf(judgements).empathy(),
  trade: (judgements, [card = '']) => judgements.trade(card),
  gaps: (judgements) => wideOf(judgements).gaps(),
}

const cases = written('tests/data/vectors/others.json', 'cases') as readonly OtherCase[]

for (const [group, ids] of Object.entries(IDS)) {
  describe(group, () => {
    for (const [id, name] of Object.entries(ids)) {
      test(`[${id}] ${name}`, () => {
        const calls = cases.filter((one) => one.group === group && one.name === name).flatMap((one) => one.calls)
        expect(calls.length).toBeGreaterThan(0)
        for (const { args, doc, result } of calls) expect(ASK[group]?.(judge(stateOf(doc), NOON), args)).toEqual(result)
      })
    }

    test('[GA00] no written case of rounds, empathy, trades and gaps is left out', () => {
      expect(cases.filter((one) => one.group === group).map((one) => one.name)).toEqual(Object.values(ids))
    })
  })
}
