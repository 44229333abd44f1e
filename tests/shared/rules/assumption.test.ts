// The cases of "not confirmed yet", one test for each, by its own id.
import { describe, expect, test } from 'vitest'
import { judge } from '../../../shared/rules/judge.ts'
import { stateOf } from '../../support/state-of.ts'
import { written, type AssumptionCase } from './written-cases.ts'

const cases = written('tests/data/vectors/assumption.json', 'vectors') as readonly AssumptionCase[]

describe('assumption', () => {
  for (const { id, name, now, doc, expect: expected } of cases) {
    test(`[${id}] ${name}`, () => {
      expect(judge(stateOf(doc), Date.parse(now)).assumption('a')).toEqual(expected)
    })
  }
})
