// Somebody who answers and withdraws for hours costs everybody who looks at the card in proportion, not its square.
import { expect, it } from 'vitest'
import type { Attestation, Person } from '../../../shared/board/records.ts'
import { Table } from '../../../shared/board/table.ts'
import { verdictsOf } from '../../../shared/rules/attestations.ts'

const PEOPLE = Table.of<Person>([['eve', { id: 'eve', name: 'Eve', team: 'sre', role: 'member' }]])

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
