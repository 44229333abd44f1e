// Short forms of names: initials of people, unique codes of teams.
import { expect } from '@open-wc/testing'
import { initials, teamCodes } from '../../../client/ui/names.ts'
import { Table } from '../../../shared/board/table.ts'
import type { Team } from '../../../shared/board/records.ts'

function codes(...teams: readonly (readonly [id: string, name: string, code?: string])[]): Record<string, string> {
  const table = Table.of(teams.map(([id, name, code]): readonly [string, Team] => [id, { id, name, code }]))
  return Object.fromEntries(teamCodes(table))
}

describe('names', () => {
  it('takes the first letters of the first and the last name', () => {
    expect(initials('Dele Adeyemi')).to.equal('DA')
    expect(initials('Maria de la Cruz')).to.equal('MC')
  })

  it('takes two letters of a single name', () => {
    expect(initials('Priya')).to.equal('PR')
    expect(initials('李')).to.equal('李')
  })

  it('has an answer for a name without letters', () => {
    for (const name of ['', '  ', '…', '🙂']) expect(initials(name)).to.equal('?')
  })

  it('keeps the codes that teams chose', () => {
    expect(codes(['a', 'Product', 'PD'], ['b', 'Sales'])).to.deep.equal({ a: 'PD', b: 'SA' })
  })

  it('makes the first two letters unique', () => {
    expect(codes(['a', 'Sales'], ['b', 'Safety'], ['c', 'Sales Operations'])).to.deep.equal({ a: 'SA', b: 'SF', c: 'SO' })
  })

  it('gives way to a chosen code', () => {
    expect(codes(['a', 'Sales'], ['b', 'Support', 'SA'])).to.deep.equal({ a: 'SL', b: 'SA' })
  })

  it('never gives one code to two teams', () => {
    const many = Array.from({ length: 300 }, (_, i) => [`t${String(i).padStart(3, '0')}`, i % 3 === 0 ? 'Sales' : i % 3 === 1 ? 'S' : '🙂'] as const)
    const all = Object.values(codes(...many))
    expect(new Set(all).size).to.equal(300)
  })
})
