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

  test('[RP4] deleted cards are left out, and lines that nobody needs; a retired one has its word and nothing more', () => {
    const state = stateOf({
      title: 't',
      cards: [
        { id: 'gone', kind: 'assumption', title: 'x', deleted: true },
        { id: 'old', kind: 'goal', title: 'x', retired: 'since the merger' },
        { id: 'idea', kind: 'assumption', title: 'x', retired: true },
        { id: 'g', kind: 'goal', title: 'x' },
        ...['risk', 'tradeoff', 'proposal'].map((kind) => ({ id: `old-${kind}`, kind, title: 'x', retired: true })),
      ],
      links: [{ id: 'l1', type: 'depends_on', from: 'old', to: 'g' }, { id: 'l2', type: 'depends_on', from: 'gone', to: 'g' }, { id: 'l3', type: 'depends_on', from: 'g', to: 'gone' }],
    })
    const given = report(state, judge(state, 0), '1970-01-01T00:00:00Z')
    expect(given.statuses).toEqual({ old: 'retired', idea: 'retired', g: 'unexamined', 'old-risk': 'retired', 'old-tradeoff': 'retired', 'old-proposal': 'retired' })
    expect([given.risks, given.trades, given.tiers].map((part) => Object.keys(part))).toEqual([[], [], []])
    expect(Object.keys(given.dependencies)).toEqual(['l3'])
    expect(Object.keys(given.assumptions)).toEqual(['idea'])
    expect(Object.keys(given.standings)).toEqual(['g'])
    expect(Object.keys(given.directions)).toEqual(['g'])
  })
})
