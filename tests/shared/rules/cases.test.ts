// The written cases of standing, decision, direction and status, one test for each.
import { describe, expect, test } from 'vitest'
import { judge } from '../../../shared/rules/judge.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { stateOf } from '../../support/state-of.ts'
import { written, type OtherCase } from './written-cases.ts'

/** The cases have names, not ids: this gives each its id, so that a case that goes missing is seen. */
const IDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  standing: {
    S01: 'goal with no stated assumptions',
    S02: 'goal on an unconfirmed assumption',
    S03: 'all confirmed',
    S04: 'refuted assumption breaks the goal',
    S05: 'transitive: goal → plan → refuted assumption',
    S06: 'a cycle terminates',
    S07: 'deleting the assumption does not hide it',
    S08: 'retiring it deliberately does',
  },
  decision: {
    D01: 'nobody heard',
    D02: 'one team silent stays open however many agree',
    D03: 'all agree',
    D04: 'agree with concerns',
    D05: 'disagree and commit',
    D06: 'one block, all heard',
    D07: 'block shows even while others are silent',
    D08: 'text changed: heard only on the earlier text',
    D09: 'only passes: nobody agreed',
    D10: 'directive without the decider\'s own agreement is open',
    D11: 'directive over a block is named so',
    D12: 'review date reached',
    D13: 'concurrent agree and block by one person: block',
  },
  direction: {
    DI01: 'only a title',
    DI02: 'all five',
    DI03: 'a linked non-goal card fills "not doing"',
    DI04: 'deleted non-goal does not',
    DI05: 'spaces are not an answer',
  },
  status: {
    T01: 'question without answer',
    T02: 'question answered',
    T03: 'action due today is not overdue',
    T04: 'action due yesterday',
    T05: 'action nobody owns',
    T06: 'risk with a mitigation still running',
    T07: 'every mitigation done',
    T08: 'a refuted premise outranks "mitigated"',
    T09: 'unseen context',
  },
}

const ASK: Readonly<Record<string, (judgements: Judgements, cardId: string) => unknown>> = {
  standing: (judgements, cardId) => judgements.standing(cardId),
  decision: (judgements, cardId) => judgements.decision(cardId),
  direction: (judgements, cardId) => judgements.direction(cardId),
  status: (judgements, cardId) => judgements.status(cardId),
}

const cases = written('tests/data/vectors/others.json', 'cases') as readonly OtherCase[]

for (const [group, ids] of Object.entries(IDS)) {
  describe(group, () => {
    for (const [id, name] of Object.entries(ids)) {
      test(`[${id}] ${name}`, () => {
        const calls = cases.filter((one) => one.group === group && one.name === name).flatMap((one) => one.calls)
        expect(calls).toHaveLength(1)
        for (const { args, doc, result } of calls) {
          const [cardId = '', now = '2026-06-15T12:00:00Z'] = args
          expect(ASK[group]?.(judge(stateOf(doc), Date.parse(now)), cardId)).toEqual(result)
        }
      })
    }

    test('[T00] no written case of the four functions is left out', () => {
      expect(cases.filter((one) => one.group === group).map((one) => one.name)).toEqual(Object.values(ids))
    })
  })
}
