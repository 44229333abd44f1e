// The written cases of standing, decision, direction and status (domain 3.2, 3.4, 3.10), one test for each.
import { describe, expect, test } from 'vitest'
import { judge } from '../../../shared/rules/judge.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { stateOf } from '../../support/state-of.ts'
import { otherCases } from './written-cases.ts'

const PREFIX = { standing: 'S', decision: 'D', direction: 'R', status: 'T' } as const
type Judged = keyof typeof PREFIX

const ask: Readonly<Record<Judged, (judgements: Judgements, cardId: string) => unknown>> = {
  standing: (judgements, cardId) => judgements.standing(cardId),
  decision: (judgements, cardId) => judgements.decision(cardId),
  direction: (judgements, cardId) => judgements.direction(cardId),
  status: (judgements, cardId) => judgements.status(cardId),
}

for (const group of Object.keys(PREFIX) as Judged[]) {
  describe(group, () => {
    const cases = otherCases.filter((one) => one.group === group)
    for (const [i, { name, calls }] of cases.entries()) {
      test(`[${PREFIX[group]}${String(i + 1).padStart(2, '0')}] ${name}`, () => {
        for (const { args, doc, result } of calls) {
          const [cardId = '', now = '2026-06-15T12:00:00Z'] = args
          expect(ask[group](judge(stateOf(doc), Date.parse(now)), cardId)).toEqual(result)
        }
      })
    }
  })
}
