// The written cases of all that is judged of a card, a dependency and the board from its cards, one test for each.
import { describe, expect, test } from 'vitest'
import { wideOf } from '../../../shared/rules/board-wide.ts'
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
  risk: {
    RI01: 'unconfirmed assumption raises likelihood 1 to 3',
    RI02: 'confirmed: the human estimate stands',
    RI03: 'refuted: likelihood 5 and triggered',
    RI04: 'contested: 4',
    RI05: 'estimate above the floor is kept',
    RI06: 'impact missing: unrated, never zero',
    RI07: 'likelihood missing: the floor supplies it',
    RI08: 'out-of-range value is treated as missing',
  },
  dependency: {
    DE01: 'provider has not answered',
    DE02: 'both in step',
    DE03: 'provider moves the date: consumer is blindsided',
    DE04: 'unacknowledged for three days is overdue',
    DE05: 'any member of the consuming team can acknowledge',
    DE06: 'consumer says it cannot',
    DE07: 'consumer changes the need: provider is told',
    DE08: 'provider card deleted',
    DE09: 'provider says no',
    DE10: '"I will try" is not a yes',
    DE11: 'recolouring the provider card alerts nobody',
    DE12: 'same team on both ends: no ceremony',
    DE13: 'an outsider\'s acknowledgement does not count',
  },
  tiers: {
    MV01: 'nothing met',
    MV02: 'first tier met',
    MV03: 'upper tier met does not skip the lower',
    MV04: 'two tiers',
    MV05: 'an empty tier is never met',
    MV06: 'falls back when the assumption text changes',
    MV07: 'unknown condition type is unmet',
  },
  freshness: {
    FR01: 'nothing to track: null, not 100',
    FR02: 'one unconfirmed load-bearing assumption',
    FR03: 'confirmed',
    FR04: 'the same board three months later',
    FR05: '1 of 3 in date is 33',
  },
  drift: {
    DT01: 'no baseline',
    DT02: 'was confirmed, text changed since',
    DT03: 'newly confirmed',
    DT04: 'removed and added cards are named',
    DT05: 'a baseline dated in the future is ignored',
  },
}

/** Those of the whole board are asked with the instant alone. */
const OF_BOARD = new Set(['freshness', 'drift'])

const ASK: Readonly<Record<string, (judgements: Judgements, cardId: string) => unknown>> = {
  standing: (judgements, cardId) => judgements.standing(cardId),
  decision: (judgements, cardId) => judgements.decision(cardId),
  direction: (judgements, cardId) => judgements.direction(cardId),
  status: (judgements, cardId) => judgements.status(cardId),
  risk: (judgements, cardId) => judgements.risk(cardId),
  dependency: (judgements, linkId) => judgements.dependency(linkId),
  tiers: (judgements, cardId) => judgements.tiers(cardId),
  freshness: (judgements) => wideOf(judgements).freshness(),
  drift: (judgements) => wideOf(judgements).drift(),
}

const cases = written('tests/data/vectors/others.json', 'cases') as readonly OtherCase[]

for (const [group, ids] of Object.entries(IDS)) {
  describe(group, () => {
    for (const [id, name] of Object.entries(ids)) {
      test(`[${id}] ${name}`, () => {
        const calls = cases.filter((one) => one.group === group && one.name === name).flatMap((one) => one.calls)
        expect(calls).toHaveLength(1)
        for (const { args, doc, result } of calls) {
          const [id = '', now = '2026-06-15T12:00:00Z'] = OF_BOARD.has(group) ? ['', ...args] : args
          const given = ASK[group]?.(judge(stateOf(doc), Date.parse(now)), id)
          // What is not known, an exposure say, is left out of a written result and null in a given one.
          if (group === 'risk' || group === 'dependency') expect(given).toMatchObject(result as object)
          else expect(given).toEqual(result)
        }
      })
    }

    test('[T00] no written case of these functions is left out', () => {
      expect(cases.filter((one) => one.group === group).map((one) => one.name)).toEqual(Object.values(ids))
    })
  })
}
