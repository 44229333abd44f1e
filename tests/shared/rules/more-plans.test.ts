// Rounds, empathy, trades and gaps where the written cases leave a choice, and the places that an edit touches.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BoardState } from '../../../shared/board/records.ts'
import { BoardIndex } from '../../../shared/rules/board-index.ts'
import { empathyOf, teamPairs } from '../../../shared/rules/empathy.ts'
import { gapPlaces, gapsAt, touchedPlaces } from '../../../shared/rules/gaps.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { judge } from '../../../shared/rules/judge.ts'
import type { DecisionState, RevealedRound } from '../../../shared/rules/judgements.ts'
import { numbersThatDiffer } from '../../../shared/rules/quantities.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { tradeOf } from '../../../shared/rules/trades.ts'
import { understandingOf } from '../../../shared/rules/understanding.ts'
import { overlap, spreadOf, wordingOf } from '../../../shared/rules/wording.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'
import { NOW, seedOf } from './random-board.ts'

const TEAMS = [{ id: 'product' }, { id: 'sre', currency: [{ id: 'uptime', metric: 'Uptime' }] }, { id: 'sales' }]
const PEOPLE = [
  { id: 'ana', team: 'product', role: 'member' }, { id: 'ed', team: 'product', role: 'member' }, { id: 'bo', team: 'sre', role: 'member' },
  { id: 'di', team: 'sre', role: 'member' }, { id: 'gus', team: 'sre', role: 'guest' }, { id: 'cy', team: 'sales', role: 'member' },
]

describe('rounds', () => {
  const revealed = (file: PartialFile, round: object = {}): RevealedRound => {
    const state = stateOf({ people: PEOPLE, ...file, rounds: [{ id: 'r', goal: 'g', revealed: true, ...round }] })
    return understandingOf(BoardIndex.of(state), 'r') as RevealedRound
  }
  const said = (person: string, slots: object, seq = 1): object => ({ id: `${person}${seq}`, round: 'r', person, seq, ...slots })

  test('[U13] the measure is symmetric, 1 for the same words, and blind to case, width, marks between words and their spacing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const [one, other] = [wordingOf(a), wordingOf(b)]
      expect(overlap(one, other)).toBe(overlap(other, one))
      expect(overlap(one, wordingOf(`  ${a} !`))).toBe(overlap(one, one))
      expect(overlap(one, other) ?? 0).toBeLessThanOrEqual(1)
    }), { numRuns: 300, seed: seedOf('wording') })
    expect(overlap(wordingOf('EU region, for banks.'), wordingOf('ｅｕ  REGION for banks'))).toBe(1)
    expect(overlap(wordingOf('50 %'), wordingOf('50'))).toBeLessThan(1)
  })

  test('[U14] two that say nothing are no pair; a slot of signs alone is empty', () => {
    expect(spreadOf([wordingOf('?'), wordingOf('')])).toBeNull()
    expect(revealed({ restatements: [said('ana', { not: '—' }), said('bo', { not: 'no discounts' })] }).slots.not).toEqual({ spread: 100, empty: 1 })
  })

  test('[U15] quantities have a unit, and are compared when two people use it', () => {
    expect(numbersThatDiffer(['€600k', '600,000 €', '€ 0.6 million'])).toEqual([])
    expect(numbersThatDiffer(['€1.1m', '€900k'])).toEqual(['€:900000|1100000'])
    expect(numbersThatDiffer(['99,9 %', '99.90 percent'])).toEqual([])
    expect(numbersThatDiffer(['within 2 days', '3 Tage', 'in 5 hours'])).toEqual(['days:2|3'])
    expect(numbersThatDiffer(['99.9% and 90% stay', '99.9%'])).toEqual(['%:90|99.9'])
    expect(numbersThatDiffer(['5 tickets by 31 March', '7 tickets by 28 February at 04:00 h', 'version 2.1.3', 'q3'])).toEqual([])
    expect(numbersThatDiffer(['1,200,000 €', '€1.200.000', '€1,200,000.00'])).toEqual([])
  })

  test('[U16] waiting are the invited who are still on the board, each person once', () => {
    const people = [...PEOPLE, { id: 'ana-phone', team: 'product', role: 'member', mergedInto: 'ana', agreed: true }, { id: 'left', team: 'sre', role: 'member', removed: true }]
    const round = revealed({ people, restatements: [said('ana-phone', { what: 'x' }), said('ana', { what: 'y' }, 2)] }, { invited: ['ana', 'left', 'cy', 'bo', 'cy'] })
    expect(round).toMatchObject({ submitted: 1, waiting: ['bo', 'cy'] })
  })

  test('[U17] only piles with a current answer count', () => {
    const restatements = [said('ana', { what: 'old' }), said('ana', { what: 'x' }, 2), said('bo', { what: 'y' }), said('cy', { what: 'z' })]
    expect(revealed({ restatements }, { groups: { ana1: 'p1', ana2: 'p2', bo1: 'p2', cy1: 'p3' } }).meanings).toBe(2)
    expect(revealed({ restatements }, { groups: { ana1: 'p1' } }).meanings).toBeNull()
    expect(revealed({ restatements }, { groups: {} }).meanings).toBeNull()
  })

  test('[U18] the text changed when it is not the one that the round was opened on', () => {
    const goal = { id: 'g', kind: 'goal' as const, title: 'Open the EU region' }
    const basis = statementOf({ ...goal, body: '', fields: {} })
    expect(revealed({ cards: [goal] }, { basis }).textChangedSinceRound).toBe(false)
    expect(revealed({ cards: [{ ...goal, title: 'Open the US region' }] }, { basis }).textChangedSinceRound).toBe(true)
    const opened = '2026-05-01T00:00:00Z'
    expect(revealed({ cards: [{ ...goal, editedAt: '2026-05-02T00:00:00Z' }] }, { opened }).textChangedSinceRound).toBe(true)
    expect(revealed({ cards: [{ ...goal, editedAt: '2026-04-30T00:00:00Z' }] }, { opened }).textChangedSinceRound).toBe(false)
    expect(revealed({ cards: [goal] }, { opened }).textChangedSinceRound).toBe(false)
  })

  test('[U19] of more than 100 answers 100 are compared, and all are counted', () => {
    const restatements = Array.from({ length: 1_000 }, (_, n) => said(`p${n}`, { what: 'Open the EU region for banks' }))
    expect(revealed({ restatements })).toMatchObject({ submitted: 1_000, spread: 0, startWith: 'p0', slots: { who: { spread: null, empty: 1_000 } } })
  })
})

describe('empathy and trades', () => {
  const belief = (id: string, person: string, text: string, seq = 1): object => ({ id, by: 'product', about: 'sre', person, text, seq })
  const reply = (perception: string, person: string, verdict: string, basis: string, seq = 1): object => ({ id: `${perception}${person}${seq}`, perception, person, verdict, basis, seq })
  const word = (perceptions: object[], perceptionReplies: object[]): string =>
    empathyOf(BoardIndex.of(stateOf({ teams: TEAMS, people: PEOPLE, perceptions, perceptionReplies })), 'product', 'sre')

  test('[EM06] edited in a new record it is reopened, edited back it is verified again', () => {
    const verified = reply('p1', 'bo', 'right', 'You are paged on Fridays')
    const first = belief('p1', 'ana', 'You are paged on  Fridays')
    expect(word([first], [verified])).toBe('verified')
    expect(word([first, belief('p2', 'ana', 'You are paged at night', 2)], [verified])).toBe('reopened')
    expect(word([first, belief('p2', 'ana', 'You are paged at night', 2), belief('p3', 'ana', 'You are paged on Fridays', 3)], [verified])).toBe('verified')
    expect(word([first, belief('p2', 'ana', ' ', 2)], [verified])).toBe('none')
  })

  test('[EM07] of what several people wrote the most doubtful word stands', () => {
    const both = [belief('p1', 'ana', 'a'), belief('p2', 'ed', 'b')]
    expect(word(both, [reply('p1', 'bo', 'right', 'a')])).toBe('stated')
    expect(word(both, [reply('p1', 'bo', 'right', 'a'), reply('p2', 'bo', 'right', 'earlier')])).toBe('reopened')
    expect(word(both, [reply('p1', 'bo', 'partly', 'a'), reply('p2', 'bo', 'right', 'earlier')])).toBe('partly')
    expect(word(both, [reply('p1', 'bo', 'partly', 'a'), reply('p2', 'di', 'wrong', 'b')])).toBe('wrong')
    expect(word(both, [reply('p1', 'bo', 'wrong', 'a'), reply('p1', 'bo', 'right', 'a', 2), reply('p2', 'di', 'right', 'b')])).toBe('verified')
  })

  test('[EM08] guests neither write nor reply, and who left the described team does not reply for it', () => {
    expect(word([belief('p1', 'gus', 'a')], [])).toBe('none')
    expect(word([belief('p1', 'ana', 'a')], [reply('p1', 'gus', 'right', 'a'), reply('p1', 'cy', 'wrong', 'a')])).toBe('stated')
  })

  test('[EM09] a team that was removed is asked about nobody', () => {
    expect(teamPairs(stateOf({ teams: [...TEAMS.slice(0, 2), { id: 'sales', removed: true }] })).map(({ by, about }) => `${by}>${about}`)).toEqual(['product>sre', 'sre>product'])
  })

  test('[TR06] the own team and a removed one are no partners', () => {
    const trade = (fields: object, teams: object[] = TEAMS): string => tradeOf(stateOf({ teams, cards: [{ id: 't', kind: 'tradeoff', title: 't', team: 'product', give: 'x', giveMetric: 'uptime', ...fields }] }), 't')
    expect(trade({ toTeam: 'product' })).toBe('no_partner')
    expect(trade({})).toBe('no_partner')
    expect(trade({ toTeam: 'sre' }, [{ id: 'sre', removed: true }])).toBe('no_partner')
    expect(trade({ toTeam: 'sre', give: ' ' })).toBe('no_give')
    expect(trade({ toTeam: 'sre' })).toBe('in_their_currency')
  })
})

describe('gaps', () => {
  const gaps = (file: PartialFile): string[] => {
    return wideOf(judge(stateOf({ teams: TEAMS, people: PEOPLE, ...file }), NOW)).gaps().map(({ type, ids, size }) => [type, ...ids, size ?? ''].join(' ').trim())
  }
  const needs = (provider: object, link: object = {}, consumer: object = {}): PartialFile => ({
    cards: [{ id: 'c', kind: 'commitment', title: 'c', ...consumer }, { id: 'p', kind: 'commitment', title: 'p', ...provider }],
    links: [{ id: 'd', type: 'depends_on', from: 'c', to: 'p', ...link }],
  })

  test('[GA03] a provider without a date is a gap whether or not the need has one; a need without a date is none', () => {
    expect(gaps(needs({}))).toEqual(['no_date d'])
    expect(gaps(needs({ due: '2026-07-01' }))).toEqual([])
  })

  test('[GA09] what is delivered has no gap, nor has what nobody needs any more', () => {
    expect(gaps(needs({ due: '2026-07-24' }, { needBy: '2026-07-10' }))).toEqual(['date d 14'])
    expect(gaps(needs({ due: '2026-07-24', done: true }, { needBy: '2026-07-10' }))).toEqual([])
    expect(gaps(needs({ due: '2026-07-24' }, { needBy: '2026-07-10' }, { retired: true }))).toEqual([])
    expect(gaps(needs({ deleted: true }))).toEqual(['no_provider d'])
  })

  const conflict: PartialFile = {
    cards: [{ id: 'g', kind: 'goal', title: 'g' }, { id: 'a', kind: 'goal', title: 'a' }, { id: 'd', kind: 'decision', title: 'd' }],
    links: [{ id: 'x', type: 'conflicts_with', from: 'g', to: 'a' }, { id: 'y', type: 'conflicts_with', from: 'a', to: 'g' }, { id: 's', type: 'settles', from: 'd', to: 'a' }],
  }

  const decided = (stance: string, more: object = {}): PartialFile => ({
    ...conflict,
    cards: [...(conflict['cards'] as object[]).slice(0, 2), { id: 'd', kind: 'decision', title: 'd', ...more }],
    stances: [{ id: 's1', card: 'd', person: 'bo', team: 'sre', stance, basis: statementOf({ kind: 'decision', title: 'd', body: '', fields: {} }), seq: 1, at: '2026-05-20T00:00:00Z' }],
  })

  test('[GA10] an open, blocked or due decision settles nothing, and a conflict drawn twice is one gap', () => {
    expect(gaps(conflict)).toEqual(['conflict a g'])
    expect(gaps(decided('block'))).toEqual(['conflict a g'])
    expect(gaps(decided('agree'))).toEqual([])
    expect(gaps(decided('disagree_commit'))).toEqual([])
    expect(gaps(decided('agree', { reviewBy: '2026-06-01' }))).toEqual(['conflict a g'])
    expect(gaps(decided('agree', { retired: true }))).toEqual(['conflict a g'])
  })

  test('[GA14] a gap that hangs on a decision holds as long as the decision does', () => {
    const state = stateOf({ people: PEOPLE, ...decided('agree', { reviewBy: '2026-06-20' }) })
    const review = Date.parse('2026-06-20T00:00:00Z')
    const before = judge(state, NOW)
    expect(wideOf(before).gaps()).toEqual([])
    expect(wideOf(judge(state, review - 1, { judgements: before })).gaps()).toEqual([])
    expect(wideOf(judge(state, review, { judgements: before })).gaps()).toEqual([{ type: 'conflict', ids: ['a', 'g'], size: null }])
  })

  test('[GA11] metrics without a definition, in another case or retired do not disagree; three of a name are one gap', () => {
    const metrics = (...definitions: object[]): PartialFile => ({ cards: definitions.map((one, n) => ({ id: `m${n}`, kind: 'metric', title: 'Lead', ...one })) })
    expect(gaps(metrics({ definition: 'Asked for a demo' }, { definition: ' ' }, { definition: 'asked for a  demo' }, { definition: 'other', retired: true }))).toEqual([])
    expect(gaps(metrics({ definition: 'a' }, { definition: 'b' }, { definition: 'a' }))).toEqual(['definition m0 m1 m2'])
  })

  test('[GA12] who serves what serves the goal contributes, in circles too; a retired card does not', () => {
    const serving = (more: object): PartialFile => ({
      cards: [{ id: 'g', kind: 'goal', title: 'g', shared: true, team: 'product' }, { id: 'h', kind: 'goal', title: 'h', team: 'product', ...more }, { id: 'c', kind: 'commitment', title: 'c', team: 'sales' }],
      links: [['h', 'g'], ['c', 'h'], ['g', 'c']].map(([from, to]) => ({ id: `${from}${to}`, type: 'serves', from, to })),
    })
    expect(gaps(serving({}))).toEqual(['no_contribution g sre'])
    expect(gaps(serving({ retired: true }))).toEqual(['no_contribution g sales', 'no_contribution g sre'])
  })

  test('[GA15] of very many goals that all share, the first by id are looked at, also after one more of them came', () => {
    const goals = (from: number): object[] => Array.from({ length: 100 - from }, (_, n) => ({ id: `g${String(n + from).padStart(3, '0')}`, kind: 'goal', title: 'g', shared: true, team: 'sre' }))
    const [before, after] = [stateOf({ teams: TEAMS, cards: goals(1) }), stateOf({ teams: TEAMS, cards: goals(0) })]
    const old = judge(before, NOW)
    expect(wideOf(old).gaps().map(({ ids }) => ids[0]).filter((id, at, all) => id !== all[at - 1])).toEqual(Array.from({ length: 50 }, (_, n) => `g${String(n + 1).padStart(3, '0')}`))
    expect(wideOf(judge(withIdentities(before, after), NOW, { judgements: old })).gaps()).toEqual(wideOf(judge(after, NOW)).gaps())
  })

  test('[GA13] after any edits the touched places are all at which a gap came, went or changed', () => {
    const ids = ['c0', 'c1', 'c2', 'c3']
    const seldom = fc.constantFrom(false, false, false, true)
    const card = (id: string) => fc.record({
      id: fc.constant(id), kind: fc.constantFrom('goal', 'metric', 'commitment', 'decision'), title: fc.constantFrom('Lead', 'lead ', 'Call'), team: fc.constantFrom('product', 'sre', 'sales'),
      definition: fc.constantFrom('', 'x', 'y'), due: fc.constantFrom('', '2026-07-01', '2026-07-09'), shared: fc.boolean(), done: seldom, retired: seldom, deleted: seldom,
    })
    const link = (id: string) => fc.record({
      id: fc.constant(id), type: fc.constantFrom('depends_on', 'conflicts_with', 'settles', 'serves'), from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), needBy: fc.constantFrom('', '2026-07-05'),
    })
    const file = fc.record({
      teams: fc.constantFrom(TEAMS, TEAMS.slice(1)), cards: fc.tuple(...ids.map(card)), links: fc.tuple(...['l0', 'l1', 'l2', 'l3', 'l4', 'l5'].map(link)),
      decided: fc.tuple(...ids.map(() => fc.constantFrom<DecisionState>('open', 'agreed'))),
    })
    /** What of the second board comes into the first: the teams, some links, some decisions, or some fields of some cards. */
    const taken = fc.record({
      teams: seldom, links: fc.subarray([0, 1, 2, 3, 4, 5], { maxLength: 2 }), decided: fc.subarray([0, 1, 2, 3], { maxLength: 2 }), cards: fc.subarray([0, 1, 2, 3], { maxLength: 2 }),
      fields: fc.subarray(['kind', 'title', 'team', 'definition', 'due', 'shared', 'done', 'retired', 'deleted'] as const, { minLength: 1, maxLength: 2 }),
    })
    const at = (states: readonly DecisionState[]) => (id: string) => ({ value: { state: states[ids.indexOf(id)] ?? 'absent' as const }, until: Infinity })
    fc.assert(fc.property(file, file, taken, (first, second, take) => {
      const patch = (other: object): object => Object.fromEntries(Object.entries(other).filter(([key]) => (take.fields as readonly string[]).includes(key)))
      const changed = {
        teams: take.teams ? second.teams : first.teams,
        cards: first.cards.map((one, n) => (take.cards.includes(n) ? { ...one, ...patch(second.cards[n] ?? {}) } : one)),
        links: first.links.map((one, n) => (take.links.includes(n) ? second.links[n] : one)),
      }
      const states = first.decided.map((one, n) => (take.decided.includes(n) ? (second.decided[n] ?? one) : one))
      const before = stateOf(first)
      const old = BoardIndex.of(before)
      const { index, difference } = old.next(withIdentities(before, stateOf(changed)))
      const touched = touchedPlaces(old, index, difference, ids.filter((_, n) => states[n] !== first.decided[n]))
      const places = new Set([...gapPlaces(old), ...gapPlaces(index)])
      const otherwise = [...places].filter((place) => JSON.stringify(gapsAt(old, place, at(first.decided)).value) !== JSON.stringify(gapsAt(index, place, at(states)).value))
      expect(otherwise.filter((place) => !touched.has(place))).toEqual([])
      expect(index.sharedGoals().map(({ id }) => id).sort()).toEqual(BoardIndex.of(stateOf(changed)).sharedGoals().map(({ id }) => id).sort())
    }), { numRuns: 5_000, seed: seedOf('gaps') })
  })
})

/** What is equal in both states is the same value, as it is from one state of a board to the next. */
function withIdentities(before: BoardState, after: BoardState): BoardState {
  const tables = ['cards', 'links', 'teams'] as const
  const kept = tables.map((name) => {
    let table: BoardState[typeof name] = after[name]
    let same = table.size === before[name].size
    for (const [id, value] of after[name]) {
      const old = before[name].get(id)
      if (old === undefined || JSON.stringify(old) !== JSON.stringify(value)) same = false
      else table = table.set(id, old as never) as typeof table
    }
    return [name, same ? before[name] : table]
  })
  return { ...after, ...(Object.fromEntries(kept) as object) }
}
