// When time alone changes a board: one timer is enough, and the sets and heaps that make it cheap.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Table } from '../../../shared/board/table.ts'
import { gathered, gatheredIds, Names, type Gathered } from '../../../shared/rules/gathered.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { Schedule } from '../../../shared/rules/next-change.ts'
import { report } from '../../../shared/rules/report.ts'
import { moment, Roll, Running, type Addition, type Entry } from '../../../shared/rules/roll.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf } from '../../support/state-of.ts'
import { seedOf } from './random-board.ts'
import { template } from './written-cases.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')

describe('next change', () => {
  test('[Q01] the board changes next when its first card does: expiry, review, a due day, a clock ahead', () => {
    const basis = statementOf({ kind: 'assumption', title: 'a', body: '', fields: {} })
    const answer = (card: string, at: string): object => ({ id: card, card, person: 'bo', team: 'sre', verdict: 'confirm', basis, seq: 1, at })
    const state = stateOf({
      settings: { validDays: 10 },
      people: [{ id: 'bo', team: 'sre', role: 'member' }],
      cards: [
        { id: 'expires', kind: 'assumption', title: 'a' }, { id: 'ahead', kind: 'assumption', title: 'a' }, { id: 'review', kind: 'assumption', title: 'a', reviewBy: '2026-06-17T00:00:00Z' },
        { id: 'due', kind: 'action', title: 'x', owner: 'bo', due: '2026-06-20' }, { id: 'done', kind: 'action', title: 'x', owner: 'bo', due: '2026-06-15', done: true },
        { id: 'gone', kind: 'action', title: 'x', owner: 'bo', due: '2026-06-15', deleted: true }, { id: 'g', kind: 'goal', title: 'g' },
      ],
      links: [{ id: 'l', type: 'rests_on', from: 'g', to: 'expires' }],
      attestations: [answer('expires', '2026-06-13T00:00:00Z'), answer('review', '2026-06-14T00:00:00Z'), answer('ahead', '2026-06-17T00:00:00Z')],
    })
    const seen: string[] = []
    let judgements = judge(state, NOW)
    for (let next = judgements.nextChangeAt(); next !== undefined; next = judgements.nextChangeAt()) {
      seen.push(new Date(next).toISOString())
      judgements = judge(state, next, { judgements })
    }
    expect(seen).toEqual(['2026-06-16T00:00:00.000Z', '2026-06-17T00:00:00.000Z', '2026-06-21T00:00:00.000Z', '2026-06-23T00:00:00.000Z', '2026-06-27T00:00:00.000Z'])
    expect(judge(state, NOW).nextChangeAt('g')).toBe(Date.parse('2026-06-23T00:00:00Z'))
    expect(judge(state, NOW).nextChangeAt('done')).toBeUndefined()
  })

  test('[Q02] between two changes of the written boards nothing changes, and at each something does', () => {
    for (const file of ['gtm-marketing-sdr-ae-cs.json', 'launch-product-sre-sales.json', 'platform-migration-acquisition.json']) {
      const state = stateOf(template(file))
      let now = Date.parse('2026-10-01T00:00:00Z')
      let count = 0
      for (let next = judge(state, now).nextChangeAt(); next !== undefined; next = judge(state, now).nextChangeAt()) {
        const before = report(state, judge(state, now), '')
        expect(report(state, judge(state, next - 1), '')).toEqual(before)
        expect(report(state, judge(state, next), '')).not.toEqual(before)
        now = next
        count++
      }
      expect(count).toBeGreaterThan(10)
    }
  })

  test('[Q03] the schedule gives the earliest instant after any changes, and an old one stays true', () => {
    const change = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.oneof(fc.nat(50), fc.constant(Infinity)))
    fc.assert(fc.property(fc.array(fc.array(change, { maxLength: 60 }), { maxLength: 12 }), (rounds) => {
      const plain = new Map<string, number>()
      const made: { schedule: Schedule; first: number }[] = []
      let schedule = Schedule.of([])
      for (const changes of rounds) {
        schedule = schedule.with(changes)
        for (const [id, at] of changes) plain.set(id, at)
        made.push({ schedule, first: Math.min(Infinity, ...plain.values()) })
      }
      for (const one of made) expect(one.schedule.first()?.at ?? Infinity).toBe(one.first)
      for (const one of made.toReversed()) expect(one.schedule.first()?.at ?? Infinity).toBe(one.first)
    }), { numRuns: 300, seed: seedOf('schedule') })
  })

  test('[Q04] sets put together from sets hold what their parts hold', () => {
    const build = fc.array(fc.record({ ids: fc.array(fc.nat(400), { maxLength: 8 }), parts: fc.array(fc.nat(60), { maxLength: 3 }) }), { maxLength: 60 })
    fc.assert(fc.property(build, (steps) => {
      const names = new Names()
      const sets: Gathered[] = []
      const plain: Set<string>[] = []
      for (const { ids, parts } of steps) {
        const from = parts.filter((part) => part < sets.length)
        sets.push(gathered(names, ids.map(String), from.map((part) => sets[part])))
        plain.push(new Set([...ids.map(String), ...from.flatMap((part) => [...(plain[part] ?? [])])]))
      }
      expect(sets.map((set) => gatheredIds(names, set))).toEqual(plain.map((set) => [...set].sort()))
    }), { numRuns: 300, seed: seedOf('gathered sets') })
  })

  test('[Q05] two tables tell the keys that differ, whatever came between them', () => {
    const change = fc.tuple(fc.nat(60).map((n) => `key${n}`), fc.option(fc.nat(3)))
    fc.assert(fc.property(fc.array(change, { maxLength: 60 }), fc.array(change, { maxLength: 40 }), (first, then) => {
      const put = (table: Table<number>, changes: typeof first): Table<number> => changes.reduce((all, [key, value]) => (value === null ? all.delete(key) : all.set(key, value)), table)
      const before = put(Table.of<number>([]), first)
      const after = put(before, then)
      const keys = new Set([...before.keys(), ...after.keys()])
      const differing = [...keys].filter((key) => before.get(key) !== after.get(key)).sort()
      expect([...after.changedSince(before)].sort()).toEqual(differing)
      expect([...before.changedSince(after)].sort()).toEqual(differing)
    }), { numRuns: 500, seed: seedOf('tables') })
  })

  test('[Q06] lists that many things add to hold what each adds, in order, and an old one stays true', () => {
    const entry = fc.tuple(fc.constantFrom('one', 'two'), fc.nat(30)).map(([list, n]): Entry<string> => ({ list, order: `o${n}`, value: `o${n}` }))
    const addition = fc.tuple(fc.nat(12).map((n) => `key${n}`), fc.array(entry, { maxLength: 3 }), fc.oneof(fc.nat(9), fc.constant(Infinity)))
    fc.assert(fc.property(fc.array(fc.uniqueArray(addition, { selector: ([key]) => key, maxLength: 12 }), { maxLength: 8 }), (rounds) => {
      const plain = new Map<string, (typeof rounds)[number][number]>()
      const made: { roll: Roll<string>; lists: string[][]; due: string[] }[] = []
      let roll = Roll.of<string>([])
      for (const additions of rounds) {
        roll = roll.with(additions.map(([key, value, until]): Addition<string> => [key, { value, until }]))
        for (const one of additions) plain.set(one[0], one)
        const orders = (list: string): string[] => [...new Set([...plain.values()].flatMap(([, value]) => value).filter((one) => one.list === list).map(({ order }) => order))].sort()
        made.push({ roll, lists: [orders('one'), orders('two')], due: [...plain.values()].filter(([, , until]) => until <= 5).map(([key]) => key).sort() })
      }
      for (const { roll: old, lists, due } of made) {
        expect([old.list('one'), old.list('two')]).toEqual(lists)
        expect([...old.due(5)].sort()).toEqual(due)
      }
    }), { numRuns: 300, seed: seedOf('lists') })
  })

  test('[J24] what was asked follows each change it is told of; what nobody asked for a long time is made anew', () => {
    const values = new Map(Array.from({ length: 20 }, (_, i) => [`k${i}`, 'a']))
    let looked = 0
    const added = (key: string): Addition<string>[1] => {
      looked++
      return { value: [{ list: values.get(key) ?? 'gone', order: key, value: key }], until: Infinity }
    }
    let running = Running.unasked<string>().next(moment(), () => new Set(['k1']))
    const asked = (): readonly string[] => running.at(0, () => values.keys(), added).list('b')
    expect([asked(), looked]).toEqual([[], 20])
    for (const key of ['k7', 'k3']) {
      values.set(key, 'b')
      running = running.next(moment(), () => new Set([key]))
    }
    expect([asked(), asked(), looked]).toEqual([['k3', 'k7'], ['k3', 'k7'], 22])
    for (let i = 0; i < 2_000; i++) running = running.next(moment(), () => new Set(['k3']))
    values.set('k3', 'a')
    expect([asked(), looked]).toEqual([['k7'], 42])
  })
})
