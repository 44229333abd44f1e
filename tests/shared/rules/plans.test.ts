// Rounds, empathy, trades and gaps: the written cases, one test for each, and the written reports of the three boards.
import { describe, expect, test } from 'vitest'
import { BoardIndex } from '../../../shared/rules/board-index.ts'
import { empathyOf, teamPairs } from '../../../shared/rules/empathy.ts'
import { gapPlaces, gapsAt, inOrder } from '../../../shared/rules/gaps.ts'
import { judge } from '../../../shared/rules/judge.ts'
import type { Gap } from '../../../shared/rules/judgements.ts'
import { tradeOf } from '../../../shared/rules/trades.ts'
import { understandingOf } from '../../../shared/rules/understanding.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'
import { template, written, type OtherCase, type WrittenReport } from './written-cases.ts'

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

const NOON = '2026-06-15T12:00:00Z'

function empathyGrid(file: PartialFile): Record<string, string> {
  const index = BoardIndex.of(stateOf(file))
  return Object.fromEntries(teamPairs(index.state).map(({ by, about }) => [`${by}>${about}`, empathyOf(index, by, about)]))
}

function gapsOf(file: PartialFile, at: string): readonly Gap[] {
  const state = stateOf(file)
  const judgements = judge(state, Date.parse(at))
  const index = BoardIndex.of(state)
  return inOrder(Array.from(gapPlaces(index), (place) => gapsAt(index, place, (id) => ({ value: judgements.decision(id), until: Infinity })).value))
}

const ASK: Readonly<Record<string, (file: PartialFile, args: readonly string[]) => unknown>> = {
  understanding: (file, [, round = '']) => understandingOf(BoardIndex.of(stateOf(file)), round),
  empathy: (file) => empathyGrid(file),
  trade: (file, [card = '']) => tradeOf(stateOf(file), card),
  gaps: (file, [now = NOON]) => gapsOf(file, now),
}

const cases = written('tests/data/vectors/others.json', 'cases') as readonly OtherCase[]

for (const [group, ids] of Object.entries(IDS)) {
  describe(group, () => {
    for (const [id, name] of Object.entries(ids)) {
      test(`[${id}] ${name}`, () => {
        const calls = cases.filter((one) => one.group === group && one.name === name).flatMap((one) => one.calls)
        expect(calls.length).toBeGreaterThan(0)
        for (const { args, doc, result } of calls) expect(ASK[group]?.(doc, args)).toEqual(result)
      })
    }

    test('[GA00] no written case of rounds, empathy, trades and gaps is left out', () => {
      expect(cases.filter((one) => one.group === group).map((one) => one.name)).toEqual(Object.values(ids))
    })
  })
}

const reports = written('tests/data/vectors/reports.json', 'reports') as readonly WrittenReport[]

describe('the three boards', () => {
  for (const { file, at, ...expected } of reports) {
    test(`[GA08] rounds, empathy, trades and gaps of ${file} are as its report says`, () => {
      const board = template(file)
      const state = stateOf(board)
      const index = BoardIndex.of(state)
      expect(Object.fromEntries(Array.from(state.records.rounds.keys(), (id) => [id, understandingOf(index, id)]))).toEqual(expected['understanding'])
      expect(empathyGrid(board)).toEqual(expected['empathy'])
      expect(Object.fromEntries([...state.cards.values()].filter(({ kind }) => kind === 'tradeoff').map(({ id }) => [id, tradeOf(state, id)]))).toEqual(expected['trades'])
      expect(gapsOf(board, at)).toEqual(expected['gaps'])
    })
  }
})
