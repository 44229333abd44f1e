// One person with two entries on the list: whose answers speak, and that nobody confirms their own words through a
// second self. The base: assumption `a` by Ana, on which a goal of SRE rests; `bo` and `bo2` are of SRE.
import { describe, expect, test } from 'vitest'
import { judge } from '../../../shared/rules/judge.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')
const AT = '2026-06-10T12:00:00Z'
const BASIS = statementOf({ kind: 'assumption', title: 'a', body: '', fields: {} })
const EARLIER = statementOf({ kind: 'assumption', title: 'before', body: '', fields: {} })

const said = (person: string, verdict: string, seq = 1, more: object = {}): object => ({ id: `${person}-${verdict}-${seq}`, card: 'a', person, team: 'sre', verdict, basis: BASIS, seq, at: AT, evidence: { kind: 'data' }, ...more })
const entry = (id: string, more: object = {}): object => ({ id, name: id, team: 'sre', role: 'member', ...more })

function board(people: readonly object[], attestations: readonly object[], author = 'ana'): PartialFile {
  return {
    people: [{ id: 'ana', name: 'Ana', team: 'product', role: 'member' }, ...people], attestations,
    cards: [{ id: 'a', kind: 'assumption', title: 'a', author }, { id: 'g', kind: 'goal', title: 'g', team: 'sre' }],
    links: [{ id: 'l', from: 'g', to: 'a', type: 'rests_on' }],
  }
}

const judged = (people: readonly object[], attestations: readonly object[], author?: string): { state: string; reasons: readonly string[] } => {
  const { state, reasons } = judge(stateOf(board(people, attestations, author)), NOW).assumption('a')
  return { state, reasons }
}

const merged = (more: object = {}): object => entry('bo2', { mergedInto: 'bo', mergedSeq: 3, ...more })
const agreed = merged({ agreed: true })

describe('one person, two entries', () => {
  test('[O01] nobody confirms their own words through a second self, agreed or not', () => {
    expect(judged([entry('bo'), entry('bo2')], [said('bo', 'confirm')], 'bo2').state).toBe('confirmed')
    for (const second of [merged(), agreed]) {
      expect(judged([entry('bo'), second], [said('bo', 'confirm')], 'bo2')).toMatchObject({ state: 'partly', reasons: ['needs_other_than_author'] })
      expect(judged([entry('bo'), second], [said('bo2', 'confirm')], 'bo').state).not.toBe('confirmed')
    }
  })

  test('[O02] merged without the person\'s word, confirmations count for nobody', () => {
    expect(judged([entry('bo'), entry('bo2')], [said('bo2', 'confirm')]).state).toBe('confirmed')
    expect(judged([entry('bo'), merged()], [said('bo2', 'confirm')])).toMatchObject({ state: 'unconfirmed', reasons: expect.arrayContaining(['needs_team:sre']) as unknown })
  })

  test('[O03] merged without the person\'s word, what warns stays, in the name it was said', () => {
    expect(judged([entry('bo'), merged()], [said('bo', 'confirm'), said('bo2', 'refute')])).toMatchObject({ state: 'contested', reasons: ['refuted_by:bo2:no_reason'] })
    expect(judged([entry('bo'), merged()], [said('bo2', 'unsure')]).reasons).toContain('doubt:bo2')
  })

  test('[O04] with the person\'s word, what the entry said is theirs', () => {
    expect(judged([entry('bo'), agreed], [said('bo2', 'confirm')])).toMatchObject({ state: 'confirmed', reasons: [] })
    expect(judged([entry('bo'), agreed], [said('bo2', 'refute')]).reasons).toEqual(['refuted_by:bo:no_reason'])
    // The seat is that of the team which the person is in.
    expect(judged([entry('bo', { team: 'sales' }), agreed], [said('bo2', 'confirm')]).state).toBe('partly')
    expect(judged([entry('bo', { removed: true }), agreed], [said('bo2', 'confirm')]).state).toBe('unconfirmed')
    expect(judged([entry('bo', { role: 'guest' }), agreed], [said('bo2', 'refute')]).state).toBe('unconfirmed')
  })

  test('[O05] of what two selves said before they were one, caution speaks, whatever the numbers', () => {
    expect(judged([entry('bo'), agreed], [said('bo', 'confirm', 3), said('bo2', 'refute', 1)]).state).toBe('refuted')
    expect(judged([entry('bo'), agreed], [said('bo', 'refute', 1), said('bo2', 'confirm', 3)]).state).toBe('refuted')
  })

  test('[O06] what the person says after the merge is later than all of it', () => {
    expect(judged([entry('bo'), agreed], [said('bo', 'confirm', 4), said('bo2', 'refute', 3)]).state).toBe('confirmed')
    expect(judged([entry('bo'), agreed], [said('bo', 'refute', 4), said('bo2', 'confirm', 3)]).state).toBe('refuted')
    expect(judged([entry('bo'), agreed], [said('bo', 'withdraw', 4), said('bo2', 'refute', 3)]).state).toBe('unconfirmed')
  })

  test('[O07] a withdrawal before the merge takes confirmations of the other self with it, never a warning', () => {
    expect(judged([entry('bo'), agreed], [said('bo', 'withdraw', 1), said('bo2', 'confirm', 3)]).state).toBe('unconfirmed')
    expect(judged([entry('bo'), agreed], [said('bo', 'withdraw', 3), said('bo2', 'refute', 1)]).state).toBe('refuted')
    // Without the person's word it is a withdrawal of that entry alone.
    expect(judged([entry('bo'), merged()], [said('bo2', 'withdraw', 3), said('bo', 'confirm', 1)]).state).toBe('confirmed')
  })

  test('[O08] an answer of one self on these words leaves that of the other on earlier words behind', () => {
    const answers = [said('bo', 'confirm'), said('bo2', 'refute', 1, { basis: EARLIER })]
    expect(judged([entry('bo'), agreed], answers)).toEqual({ state: 'confirmed', reasons: [] })
  })

  test('[O09] three selves are judged in the order in which they were merged', () => {
    const people = [entry('bo'), entry('bo2', { mergedInto: 'bo', mergedSeq: 2, agreed: true }), entry('bo3', { mergedInto: 'bo', mergedSeq: 9, agreed: true })]
    const answers = [said('bo', 'confirm', 5), said('bo2', 'refute', 2), said('bo3', 'confirm', 1)]
    for (const order of [answers, answers.toReversed()]) expect(judged(people, order).state).toBe('confirmed')
  })

  test('[O10] with the person\'s word no stance, and without it only a block of the other self counts', () => {
    const stance = (person: string, value: string): object => ({ id: `${person}-${value}`, card: 'd', person, team: 'sre', stance: value, basis: statementOf({ kind: 'decision', title: 'd', body: '', fields: {} }), seq: 1, at: AT })
    const decided = (second: object, ...stances: readonly object[]): string => judge(stateOf({ people: [entry('bo'), second], cards: [{ id: 'd', kind: 'decision', title: 'd', team: 'sre' }, { id: 'g', kind: 'goal', title: 'g', team: 'sre' }], links: [{ id: 'l', from: 'g', to: 'd', type: 'rests_on' }], stances }), NOW).decision('d').state
    expect(decided(merged(), stance('bo2', 'agree'))).toBe('open')
    expect(decided(merged(), stance('bo', 'agree'), stance('bo2', 'block'))).toBe('blocked')
    expect(decided(agreed, stance('bo2', 'agree'))).toBe('agreed')
  })
})
