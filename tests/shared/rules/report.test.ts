// The three written boards, judged whole, against their written reports.
import { describe, expect, test } from 'vitest'
import { judge } from '../../../shared/rules/judge.ts'
import { report } from '../../../shared/rules/report.ts'
import { stateOf } from '../../support/state-of.ts'
import { template, written, type WrittenReport } from './written-cases.ts'

const BOARDS = {
  RP1: 'gtm-marketing-sdr-ae-cs.json',
  RP2: 'launch-product-sre-sales.json',
  RP3: 'platform-migration-acquisition.json',
}

const reports = written('tests/data/vectors/reports.json', 'reports') as readonly WrittenReport[]

describe('report', () => {
  for (const [id, file] of Object.entries(BOARDS)) {
    test(`[${id}] ${file} gives its written report`, () => {
      const expected = reports.find((one) => one.file === file)
      const state = stateOf(template(file))
      const at = expected?.at ?? ''
      const given = report(state, judge(state, Date.parse(at)), at)
      expect({ file, ...given }).toEqual(expected)
    })
  }

  test('[RP4] deleted cards are left out; a retired one has its word, but no standing and no direction', () => {
    const state = stateOf({
      title: 't',
      cards: [
        { id: 'gone', kind: 'assumption', title: 'x', deleted: true },
        { id: 'old', kind: 'goal', title: 'x', retired: 'since the merger' },
        { id: 'idea', kind: 'assumption', title: 'x', retired: true },
        { id: 'g', kind: 'goal', title: 'x' },
      ],
    })
    const given = report(state, judge(state, 0), '1970-01-01T00:00:00Z')
    expect(given.statuses).toEqual({ old: 'retired', idea: 'retired', g: 'unexamined' })
    expect(Object.keys(given.assumptions)).toEqual(['idea'])
    expect(Object.keys(given.standings)).toEqual(['g'])
    expect(Object.keys(given.directions)).toEqual(['g'])
  })
})
