// Asked again: who confirmed before something outside changed is asked whether it changes their answer, and nothing is
// re-opened by it.
import { describe, expect, test } from 'vitest'
import { judge } from '../../../shared/rules/judge.ts'
import type { Prompt } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'

const NOW = Date.parse('2026-09-01T12:00:00Z')
const PEOPLE = [{ id: 'ana', team: 'product', role: 'member' }, { id: 'bo', team: 'sre', role: 'member' }, { id: 'cy', team: 'product', role: 'member' }]
const ASSUMPTION = { id: 'a', kind: 'assumption', title: 'Nobody else offers it', author: 'ana' }
const RIVAL = { id: 'rival', kind: 'signal', title: 'A rival announces it', author: 'cy', createdAt: '2026-08-10T09:00:00Z' }
const AGAINST = { id: 'ra', from: 'rival', to: 'a', type: 'evidence_against' }
const RESTS = { id: 'ga', from: 'g', to: 'a', type: 'rests_on' }
const BASE: PartialFile = { teams: [{ id: 'product' }, { id: 'sre' }], people: PEOPLE, cards: [ASSUMPTION, RIVAL, { id: 'g', kind: 'goal', title: 'We lead', team: 'sre' }], links: [RESTS, AGAINST] }
const WORDS = statementOf(stateOf(BASE).cards.get('a') ?? (() => { throw new Error('no card') })())
const says = (person: string, verdict: string, at: string | undefined, seq = 1, more: object = {}): object => ({ id: `${person}${seq}`, card: 'a', person, team: person === 'bo' ? 'sre' : 'product', verdict, basis: WORDS, seq, evidence: { kind: 'test' }, ...(at === undefined ? {} : { at }), ...more })
const EARLY = '2026-08-01T09:00:00Z'
const LATE = '2026-08-20T09:00:00Z'
const TWO = [says('bo', 'confirm', EARLY), says('cy', 'confirm', LATE)]

function asked(file: PartialFile, card = 'a'): readonly Prompt[] {
  return judge(stateOf({ ...BASE, attestations: [says('bo', 'confirm', EARLY)], ...file }), NOW).prompts(card)
}
const withRival = (more: object): PartialFile => ({ cards: [ASSUMPTION, { ...RIVAL, ...more }] })
const BO = [{ person: 'bo', cards: ['rival'] }]

describe('asked again', () => {
  test('[PR01] whoever confirmed before is asked, by the cards that are newer, and the state stays', () => {
    expect(asked({ attestations: TWO })).toEqual(BO)
    const older = { ...RIVAL, id: 'older', createdAt: '2026-07-30T09:00:00Z' }
    const newer = { ...RIVAL, id: 'newer', kind: 'context', createdAt: '2026-08-25T09:00:00Z' }
    const more = { attestations: TWO, cards: [ASSUMPTION, newer, older, RIVAL], links: [...['newer', 'older', 'rival'].map((from) => ({ id: from, from, to: 'a', type: 'evidence_against' })), { ...AGAINST, id: 'twice' }] }
    expect(asked(more)).toEqual([{ person: 'bo', cards: ['rival', 'newer'] }, { person: 'cy', cards: ['newer'] }])
    const board = stateOf({ ...BASE, attestations: TWO })
    const without = stateOf({ ...BASE, attestations: TWO, links: [RESTS] })
    expect(judge(board, NOW).assumption('a')).toEqual(judge(without, NOW).assumption('a'))
    expect(judge(board, NOW).assumption('a').state).toBe('confirmed')
  })

  test('[PR01] a confirmation of the same instant is not older', () => {
    expect(asked({ attestations: [says('bo', 'confirm', RIVAL.createdAt)] })).toEqual([])
  })

  test.each(['confirm', 'refute', 'unsure', 'withdraw'])('[PR02] who answered anew is not asked: %s', (verdict) => {
    expect(asked({ attestations: [says('bo', 'confirm', EARLY), says('bo', verdict, LATE, 2)] })).toEqual([])
  })

  test('[PR02] nor who doubted, who confirmed other words, or who is gone or a guest', () => {
    for (const verdict of ['refute', 'unsure']) expect(asked({ attestations: [says('bo', verdict, EARLY)] })).toEqual([])
    expect(asked({ attestations: [says('bo', 'confirm', EARLY, 1, { basis: JSON.stringify(['assumption', 'Other words', '', '']) })] })).toEqual([])
    for (const gone of [{ removed: true }, { role: 'guest' }]) expect(asked({ people: PEOPLE.map((person) => (person.id === 'bo' ? { ...person, ...gone } : person)) })).toEqual([])
  })

  test('[PR03] only active cards with a date ask, by that link alone, about an active assumption', () => {
    expect(asked(withRival({}))).toEqual(BO)
    for (const more of [{ retired: true }, { deleted: true }, { createdAt: undefined }, { createdAt: 'lately' }]) expect(asked(withRival(more))).toEqual([])
    for (const type of ['evidence_for', 'about', 'conflicts_with']) expect(asked({ links: [{ ...AGAINST, type }] })).toEqual([])
    expect(asked({ links: [{ ...AGAINST, from: 'a', to: 'rival' }] })).toEqual([])
    for (const more of [{ retired: true }, { deleted: true }, { kind: 'risk' }]) expect(asked({ cards: [{ ...ASSUMPTION, ...more }, RIVAL] })).toEqual([])
    expect(asked({ attestations: [says('bo', 'confirm', undefined)] })).toEqual([])
    expect(asked({}, 'unknown')).toEqual([])
  })

  test('[PR04] of two entries of one person the person is asked once, and not after either answered anew', () => {
    const people = [...PEOPLE, { id: 'bo2', team: 'sre', role: 'member', mergedInto: 'bo', mergedSeq: 0, agreed: true }]
    expect(asked({ people, attestations: [says('bo', 'confirm', EARLY), says('bo2', 'confirm', EARLY, 2)] })).toEqual(BO)
    expect(asked({ people, attestations: [says('bo', 'confirm', EARLY), says('bo2', 'confirm', LATE, 2)] })).toEqual([])
  })

  test('[PR05] judging on finds what judging from scratch finds', () => {
    const files: readonly PartialFile[] = [{}, { attestations: TWO }, { attestations: TWO, ...withRival({ retired: true }) }, { attestations: TWO }, { attestations: [...TWO, says('bo', 'refute', LATE, 2)] }, { links: [] }]
    let before = judge(stateOf(BASE), NOW)
    for (const file of files) {
      const board = stateOf({ ...BASE, ...file })
      before = judge(board, NOW, { judgements: before })
      expect(before.prompts('a')).toEqual(judge(board, NOW).prompts('a'))
    }
  })
})
