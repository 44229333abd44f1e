// Somebody who answers and withdraws for hours costs everybody who looks at the card in proportion, not its square.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Attestation, Person } from '../../../shared/board/records.ts'
import { Table } from '../../../shared/board/table.ts'
import { unorderedUpTo } from '../../../shared/rules/selves.ts'
import { verdictsOf } from '../../../shared/rules/attestations.ts'

const EVE: Person = { id: 'eve', name: 'Eve', team: 'sre', role: 'member' }
const PEOPLE = Table.of<Person>([['eve', EVE]])

it('[AA03] ten thousand withdrawals of one person are looked at once each', () => {
  let looks = 0
  const records = Array.from({ length: 20_000 }, (_, n): Attestation => ({
    id: `a${n}`, card: 'c', person: 'eve', team: 'sre', basis: 'It holds', verdict: n % 2 === 0 ? 'confirm' : 'withdraw', at: '2026-11-20T12:00:00Z',
    get seq() {
      looks++
      return n + 1
    },
  }))
  expect(verdictsOf(records, PEOPLE, 'It holds').current).toEqual([])
  expect(looks).toBeLessThan(10 * records.length)
})

const selves = (count: number, mergedSeq: (n: number) => number): Table<Person> => Table.of<Person>([['eve', EVE], ...Array.from({ length: count }, (_, n): [string, Person] => [`s${n}`, { id: `s${n}`, name: 's', team: 'sre', role: 'member', mergedInto: 'eve', mergedSeq: mergedSeq(n), agreed: true }])])

it('[O07] withdrawals of ten thousand selves of one person are looked at once each', () => {
  let looks = 0
  const records = Array.from({ length: 20_000 }, (_, n): Attestation => ({
    id: `a${n}`, card: 'c', person: `s${n >> 1}`, team: 'sre', basis: 'It holds', verdict: n % 2 === 0 ? 'refute' : 'withdraw', at: '2026-11-20T12:00:00Z',
    get seq() {
      looks++
      return 3 - (n % 2)
    },
  }))
  expect(verdictsOf(records, selves(10_000, () => 2), 'It holds').current.length).toBe(1)
  expect(looks).toBeLessThan(20 * records.length)
})

it('[O07] what several selves withdrew clears what the withdrawal of any one of them clears', () => {
  const seq = fc.integer({ min: 0, max: 4 })
  const said = fc.record({ person: fc.constantFrom('eve', 's0', 's1', 's2'), verdict: fc.constantFrom('confirm' as const, 'refute' as const, 'unsure' as const, 'withdraw' as const), seq })
  fc.assert(fc.property(fc.array(said, { maxLength: 12 }), fc.array(seq, { minLength: 3, maxLength: 3 }), (all, merged) => {
    const people = selves(3, (n) => merged[n] ?? 0)
    const records = all.map((one, n): Attestation => ({ ...one, id: `a${n}`, card: 'c', team: 'sre', basis: 'It holds', at: '2026-11-20T12:00:00Z' }))
    const clears = (withdrawal: Attestation, { person, verdict, seq: given }: Attestation): boolean => {
      const unordered = unorderedUpTo(people, withdrawal.person, person)
      if (withdrawal.seq <= unordered && given <= unordered) return verdict === 'confirm'
      return verdict === 'confirm' ? given <= withdrawal.seq : given < withdrawal.seq
    }
    const last = records.filter((one) => one.verdict === 'withdraw' && !records.some((other) => other.verdict === 'withdraw' && other.person === one.person && other.seq > one.seq))
    const left = records.filter((one) => one.verdict !== 'withdraw' && !last.some((withdrawal) => clears(withdrawal, one)))
    expect(verdictsOf(records, people, 'It holds')).toEqual(verdictsOf(left, people, 'It holds'))
  }), { numRuns: 2_000 })
})
