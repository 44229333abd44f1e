// Since when something has slipped: told where a date on the board says so, and nowhere else. And drift since any one
// baseline, not only the newest.
import { describe, expect, test } from 'vitest'
import { Baselines } from '../../../shared/rules/baselines.ts'
import { driftSince } from '../../../shared/rules/drift.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { SlipDays } from '../../../shared/rules/slip-day.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'

const NOW = Date.parse('2026-09-01T12:00:00Z')
const SINCE = Date.parse('2026-06-01T00:00:00Z')
const PEOPLE = [{ id: 'ana', team: 'product', role: 'member' }, { id: 'bo', team: 'sre', role: 'member' }, { id: 'cy', team: 'sre', role: 'member' }]
const CARDS: readonly { readonly id: string; readonly [field: string]: unknown }[] = [
  { id: 'a', kind: 'assumption', title: 'It holds', author: 'ana' }, { id: 'g', kind: 'goal', title: 'Goal', team: 'sre' }, { id: 'd', kind: 'decision', title: 'We do it', askTeams: ['sre'] },
]
const BASE: PartialFile = {
  teams: [{ id: 'product' }, { id: 'sre' }], people: PEOPLE,
  cards: CARDS,
  links: [{ id: 'ga', from: 'g', to: 'a', type: 'rests_on' }],
}
const WORDS = statementOf(stateOf(BASE).cards.get('a') ?? (() => { throw new Error('no card') })())
const DECIDED = statementOf(stateOf(BASE).cards.get('d') ?? (() => { throw new Error('no card') })())
const confirmed = (at: string, more: object = {}): object => ({ id: `c${at}`, card: 'a', person: 'bo', team: 'sre', verdict: 'confirm', basis: WORDS, seq: 1, at, evidence: { kind: 'test' }, ...more })

function dayOf(file: PartialFile, cardId: string, since = SINCE): string | undefined {
  const board = stateOf({ ...BASE, ...file })
  const day = new SlipDays(board, judge(board, NOW), since).of(cardId)
  return day === undefined ? undefined : `${new Date(day.at).toISOString().slice(0, 10)}${day.latest ? ' at the latest' : ''}`
}

describe('since when', () => {
  test('[DT10] what expired slipped at the end of the confirmation that held it last, and so did what rests on it', () => {
    const file = { attestations: [confirmed('2026-04-01T00:00:00Z'), confirmed('2026-04-20T00:00:00Z', { person: 'cy' })] }
    expect([dayOf(file, 'a'), dayOf(file, 'g')]).toEqual(['2026-07-19', '2026-07-19'])
    // Confirmed again in between: it slipped when that ended.
    expect(dayOf({ settings: { validDays: 30 }, attestations: [confirmed('2026-05-20T00:00:00Z'), confirmed('2026-07-01T00:00:00Z', { person: 'cy' })] }, 'a')).toBe('2026-07-31')
  })

  test('[DT11] what was refuted slipped with the first refutation that stands', () => {
    const no = (person: string, at: string | undefined): object => ({ id: `r${person}`, card: 'a', person, team: 'sre', verdict: 'refute', basis: WORDS, seq: 1, ...(at === undefined ? {} : { at }) })
    expect(dayOf({ attestations: [no('bo', '2026-07-02T08:00:00Z'), no('cy', '2026-06-20T08:00:00Z')] }, 'a')).toBe('2026-06-20')
    expect(dayOf({ attestations: [no('bo', '2026-07-02T08:00:00Z'), no('cy', undefined)] }, 'a')).toBeUndefined()
  })

  test('[DT12] what was reworded slipped at the latest with its last change', () => {
    const cards = [{ id: 'a', kind: 'assumption', title: 'It holds, mostly', author: 'ana', editedAt: '2026-08-03T10:00:00Z' }, ...CARDS.slice(1)]
    expect([dayOf({ cards, attestations: [confirmed('2026-06-20T00:00:00Z')] }, 'a'), dayOf({ cards, attestations: [confirmed('2026-06-20T00:00:00Z')] }, 'g')]).toEqual(['2026-08-03 at the latest', '2026-08-03 at the latest'])
  })

  test('[DT13] a decision slipped with its review date, or with the first block', () => {
    const stance = (person: string, said: string, at: string): object => ({ id: `s${person}`, card: 'd', person, team: 'sre', stance: said, basis: DECIDED, seq: 1, at })
    const cards = CARDS.map((card) => (card.id === 'd' ? { ...card, reviewBy: '2026-07-15' } : card))
    expect(dayOf({ cards, stances: [stance('bo', 'agree', '2026-05-01T00:00:00Z')] }, 'd')).toBe('2026-07-15')
    expect(dayOf({ stances: [stance('bo', 'block', '2026-08-08T00:00:00Z'), stance('cy', 'agree', '2026-05-01T00:00:00Z')] }, 'd')).toBe('2026-08-08')
  })

  test('[DT11] a risk was triggered with the refutation under it, and a refutation dated ahead tells no day', () => {
    const no = (at: string): object => ({ id: 'r', card: 'a', person: 'bo', team: 'sre', verdict: 'refute', basis: WORDS, seq: 1, at })
    const file = { cards: [...CARDS, { id: 'r', kind: 'risk', title: 'Risk' }], links: [{ id: 'ar', from: 'a', to: 'r', type: 'if_false' }] }
    expect(dayOf({ ...file, attestations: [no('2026-07-02T08:00:00Z')] }, 'r')).toBe('2026-07-02')
    expect(dayOf(file, 'r')).toBeUndefined()
    expect(dayOf({ attestations: [no('2026-10-02T08:00:00Z')] }, 'a')).toBeUndefined()
  })

  test('[DT10] what rests on several slipped with the first of them, and where one has no day none is told', () => {
    const file = (second: object): PartialFile => ({
      cards: [...CARDS, { id: 'b', kind: 'assumption', title: 'It lasts', author: 'ana', ...second }],
      links: [{ id: 'ga', from: 'g', to: 'a', type: 'rests_on' }, { id: 'gb', from: 'g', to: 'b', type: 'rests_on' }],
      attestations: [confirmed('2026-04-20T00:00:00Z'), confirmed('2026-05-20T00:00:00Z', { id: 'b1', card: 'b', basis: WORDS.replace('holds', 'lasts') })],
    })
    expect([dayOf(file({}), 'a'), dayOf(file({}), 'b'), dayOf(file({}), 'g')]).toEqual(['2026-07-19', '2026-08-18', '2026-07-19'])
    expect([dayOf(file({ title: 'It lasts long' }), 'b'), dayOf(file({ title: 'It lasts long' }), 'g')]).toEqual([undefined, undefined])
    expect(dayOf(file({ title: 'It lasts long', editedAt: '2026-08-01T00:00:00Z' }), 'g')).toBe('2026-07-19 at the latest')
  })

  test('[DT12] what rested on a plan that was taken away slipped at the latest when that went', () => {
    const cards = [...CARDS, { id: 'p', kind: 'commitment', title: 'Plan', deleted: true, deletedAt: '2026-07-09T00:00:00Z' }]
    expect(dayOf({ cards, links: [{ id: 'gp', from: 'g', to: 'p', type: 'rests_on' }] }, 'g')).toBe('2026-07-09 at the latest')
  })

  test('[DT14] where nothing has a date, or only one before the baseline, no day is told', () => {
    expect(dayOf({ attestations: [confirmed('2026-06-20T00:00:00Z', { evidence: undefined })] }, 'a')).toBeUndefined()
    expect(dayOf({ attestations: [confirmed('2026-01-01T00:00:00Z')] }, 'a')).toBeUndefined()
    expect(dayOf({ attestations: [confirmed('2026-01-01T00:00:00Z')] }, 'a', -Infinity)).toBe('2026-04-01')
    const refuted = { attestations: [{ id: 'r', card: 'a', person: 'bo', team: 'sre', verdict: 'refute', basis: WORDS, seq: 1, at: '2026-05-02T08:00:00Z' }] }
    expect([dayOf(refuted, 'a'), dayOf(refuted, 'g'), dayOf(refuted, 'a', -Infinity)]).toEqual([undefined, undefined, '2026-05-02'])
  })
})

test('[DT15] drift since the newest baseline is the same by both ways, and since an older one it is told of that', () => {
  const baselines = [{ id: 'old', at: '2026-05-01T00:00:00Z', states: { a: 'confirmed', gone: 'open' } }, { id: 'new', at: '2026-08-01T00:00:00Z', states: { a: 'unconfirmed', d: 'agreed', g: 'at_risk' } }, { id: 'ahead', at: '2027-01-01T00:00:00Z', states: {} }]
  const board = stateOf({ ...BASE, baselines })
  const judgements = judge(board, NOW)
  const [old, newest, ...more] = new Baselines(board).upTo(NOW)
  expect([old?.id, newest?.id, more]).toEqual(['old', 'new', []])
  const status = (id: string): string => judgements.status(id)
  const { since: _since, ...lists } = wideOf(judgements).drift()
  expect(newest === undefined ? undefined : driftSince(newest, board, status)).toEqual(lists)
  expect(old === undefined ? undefined : driftSince(old, board, status)).toEqual({ slipped: ['a'], gained: [], added: ['d', 'g'], removed: ['gone'] })
})
