// The three written boards, judged whole, against their written reports.
import { describe, expect, test } from 'vitest'
import { judge } from '../../../shared/rules/judge.ts'
import { report } from '../../../shared/rules/report.ts'
import { stateOf } from '../../support/state-of.ts'
import { template, writtenReports } from './written-cases.ts'

const PARTS = ['format', 'title', 'at', 'assumptions', 'standings', 'decisions', 'directions', 'statuses'] as const

describe('report', () => {
  for (const [i, expected] of writtenReports.entries()) {
    test(`[B${i + 1}] ${expected.file} gives its written report`, () => {
      const state = stateOf(template(expected.file))
      const given = report(state, judge(state, Date.parse(expected.at)), expected.at)
      expect(given).toEqual(Object.fromEntries(PARTS.map((part) => [part, expected[part]])))
    })
  }
})
