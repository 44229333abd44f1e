// Aims where the rules leave nothing to a written case: what leads to the north star and to what all share, what does not,
// and which goal is only a number.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aimsOf, isOnlyNumber, type Aims } from '../../../shared/rules/aims.ts'
import type { BoardState, Card, LinkType } from '../../../shared/board/records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'
import { NOW, seedOf } from './random-board.ts'

const TEAMS = [{ id: 'product' }, { id: 'sre' }, { id: 'sales' }]
const goal = (id: string, more: object = {}): object => ({ id, kind: 'goal', title: id, ...more })
const north = goal('n', { northStar: true, team: 'product' })
const serves = (from: string, to: string): object => ({ from, to, type: 'serves' })

function aims({ links = [], ...file }: PartialFile & { readonly links?: readonly object[] }): Aims {
  return aimsOf(judge(stateOf({ teams: TEAMS, ...file, links: links.map((link, at) => ({ id: `l${at}`, ...link })) }), NOW))
}

describe('aims', () => {
  test('[AI01] the north star is the active goal that is marked; of two both, by id', () => {
    expect(aims({ cards: [goal('b', { northStar: true }), goal('a', { northStar: true }), goal('c')] }).northStars).toEqual(['a', 'b'])
    const others = [goal('r', { northStar: true, retired: true }), goal('d', { northStar: true, deleted: true }), { id: 'p', kind: 'proposal', title: 'p', northStar: true }, goal('t', { northStar: 'yes' })]
    expect(aims({ cards: others }).northStars).toEqual([])
  })

  test('[AI02] a goal is aside when no line of serves leads to the north star; a circle ends', () => {
    const cards = [north, goal('near'), goal('far'), { id: 'plan', kind: 'proposal', title: 'plan' }, goal('x'), goal('y'), goal('lone')]
    const links = [serves('near', 'n'), serves('far', 'plan'), serves('plan', 'near'), serves('x', 'y'), serves('y', 'x'), { from: 'lone', to: 'n', type: 'rests_on' }]
    expect(aims({ cards, links }).goalsAside).toEqual(['lone', 'x', 'y'])
    expect(aims({ cards, links: [...links, serves('y', 'far')] }).goalsAside).toEqual(['lone'])
  })

  test('[AI03] what is retired or deleted leads nowhere and is not aside', () => {
    const links = [serves('via', 'n'), serves('g', 'via')]
    for (const gone of [{ retired: true }, { deleted: true }]) expect(aims({ cards: [north, goal('via', gone), goal('g')], links }).goalsAside).toEqual(['g'])
    expect(aims({ cards: [north, goal('via'), goal('g')], links }).goalsAside).toEqual([])
  })

  test('[AI04] a team is aside when none of its cards leads there; a removed one is not', () => {
    const cards = [north, goal('g', { team: 'sre' }), { id: 'w', kind: 'commitment', title: 'w', team: 'sales' }]
    expect(aims({ cards, links: [serves('g', 'n')] }).teamsAside).toEqual(['sales'])
    expect(aims({ cards, links: [serves('g', 'n'), serves('w', 'g')] }).teamsAside).toEqual([])
    expect(aims({ cards, teams: [...TEAMS.slice(0, 2), { id: 'sales', removed: true }] }).teamsAside).toEqual(['sre'])
  })

  test('[AI05] without a north star nothing is aside', () => {
    expect(aims({ cards: [goal('a'), goal('b')] })).toMatchObject({ northStars: [], goalsAside: [], teamsAside: [] })
  })

  test('[AI06] a commitment has a line to a shared goal by what it serves and by what rests on it', () => {
    const cards = [goal('s', { shared: true }), { id: 'd', kind: 'decision', title: 'd' }, ...['a', 'b', 'c', 'e', 'f'].map((id) => ({ id, kind: 'commitment', title: id }))]
    const links = [serves('a', 's'), { from: 'd', to: 'b', type: 'depends_on' }, { from: 's', to: 'd', type: 'rests_on' }, { from: 'c', to: 'a', type: 'needed_for' }, { from: 'e', to: 's', type: 'about' }, { from: 'f', to: 's', type: 'depends_on' }]
    expect(aims({ cards, links }).servesNone).toEqual(['e', 'f'])
  })

  test('[AI07] without a shared goal no commitment is asked for one', () => {
    expect(aims({ cards: [north, { id: 'a', kind: 'commitment', title: 'a' }] })).toMatchObject({ shared: [], servesNone: [] })
  })

  test('[AI08] a number is no direction when nobody is named', () => {
    const only = (card: object): boolean => {
      const state = stateOf({ cards: [{ id: 'g', kind: 'goal', title: 'g', ...card }] })
      const found = state.cards.get('g')
      return found !== undefined && isOnlyNumber(found, judge(state, NOW).direction('g'))
    }
    for (const title of ['Hit €2m in revenue', 'We need 45 signatures', '20 % more', '€600k by 31 March 2027', '５０ customers']) expect([title, only({ title })]).toEqual([title, true])
    for (const title of ['Launch by 31 March', 'Ship v2 in Q1', 'Be calm in 2027', 'Umzug bis 3. Dezember', 'March 12, at last']) expect([title, only({ title })]).toEqual([title, false])
    expect(only({ title: 'Hit €2m', forWhom: 'Dispatchers' })).toBe(false)
    expect(only({ title: 'Grow', criterion: '45 signatures' })).toBe(true)
    expect(only({ title: 'Grow', criterion: '45 signatures', why: 'They ask for it' })).toBe(false)
    expect(only({ title: 'Grow', criterion: 'people say so' })).toBe(false)
    expect(only({ title: '45 signatures', kind: 'proposal' })).toBe(false)
  })

  test('[AI03] after an edit the answer is that of the whole board, made anew only when something leads elsewhere', () => {
    const cards = [north, goal('a'), goal('b', { team: 'sre' }), { id: 'w', kind: 'commitment', title: 'w' }]
    const whole = stateOf({ teams: TEAMS, cards, links: [{ id: 'l', ...serves('a', 'n') }] })
    const first = judge(whole, NOW)
    const before = aimsOf(first)
    const edited = (id: string, change: (card: Card) => Partial<Card>): Aims => {
      const card = whole.cards.get(id)
      if (card === undefined) throw new Error(id)
      aimsOf(first)
      return aimsOf(judge({ ...whole, cards: whole.cards.set(id, { ...card, ...change(card) }) }, NOW, { judgements: first }))
    }
    expect(edited('b', () => ({ title: 'Other words', x: 400 }))).toBe(before)
    expect(edited('b', ({ fields }) => ({ fields: { ...fields, northStar: true } })).northStars).toEqual(['b', 'n'])
    expect(before.goalsAside).toEqual(['b'])
    for (const gone of [{ retired: true }, { deleted: true }, { kind: 'note' }] as const) expect([gone, edited('b', () => gone).goalsAside]).toEqual([gone, []])
    expect(edited('a', ({ fields }) => ({ fields: { ...fields, team: 'sales' } })).teamsAside).toEqual(['sre'])
    expect(edited('a', ({ fields }) => ({ fields: { ...fields, shared: true } })).servesNone).toEqual(['w'])
    const drawn = whole.links.set('m', { id: 'm', from: 'b', to: 'n', type: 'serves' })
    const joined = whole.teams.set('late', { id: 'late', name: 'Late' })
    expect(before.teamsAside).toEqual(['sales', 'sre'])
    for (const [change, aside] of [[{ links: drawn }, ['sales']], [{ teams: joined }, ['late', 'sales', 'sre']]] as const) {
      aimsOf(first)
      expect(aimsOf(judge({ ...whole, ...change }, NOW, { judgements: first })).teamsAside).toEqual(aside)
    }
    expect(aimsOf(first)).toEqual(before)
  })

  test('[AI03] lines and cards that lead nowhere change nothing; what leads on is seen, in whatever order it came', () => {
    const cards = [north, goal('a'), goal('b'), goal('s', { shared: true }), { id: 'w', kind: 'commitment', title: 'w' }, { id: 'v', kind: 'note', title: 'v', deleted: true }, { id: 'm', kind: 'metric', title: 'm' }]
    const line = (id: string, from: string, to: string, type = 'serves'): object => ({ id, from, to, type })
    const whole = stateOf({ teams: TEAMS, cards, links: [line('an', 'a', 'n'), line('bv', 'b', 'v'), line('vn', 'v', 'n'), line('mw', 'm', 'w')] })
    const drawn = (id: string, from: string, to: string, type: LinkType): Partial<BoardState> => ({ links: whole.links.set(id, { id, from, to, type }) })
    const turned = (id: string, change: Partial<Card>): Partial<BoardState> => {
      const card = whole.cards.get(id)
      if (card === undefined) throw new Error(id)
      return { cards: whole.cards.set(id, { ...card, ...change }) }
    }
    const first = judge(whole, NOW)
    const before = aimsOf(first)
    expect(before).toMatchObject({ goalsAside: ['b', 's'], servesNone: ['w'] })
    const after = (change: Partial<BoardState>): Aims => {
      const started = aimsOf(first)
      const aims = aimsOf(judge({ ...whole, ...change }, NOW, { judgements: first }))
      return aims === started ? before : aims
    }
    for (const change of [drawn('x', 'b', 'a', 'conflicts_with'), drawn('x', 'w', 'b', 'serves'), drawn('x', 'a', 'n', 'serves'), { links: whole.links.delete('mw') }, turned('m', { deleted: true }), turned('m', { x: 9 })]) expect(after(change)).toBe(before)
    expect(after(drawn('x', 'b', 'a', 'serves')).goalsAside).toEqual(['s'])
    expect(after({ links: whole.links.delete('an') }).goalsAside).toEqual(['a', 'b', 's'])
    expect(after(drawn('an', 'a', 'n', 'about')).goalsAside).toEqual(['a', 'b', 's'])
    expect(after(turned('v', { deleted: false })).goalsAside).toEqual(['s'])
    expect(after(turned('a', { retired: true })).goalsAside).toEqual(['b', 's'])
    for (const type of ['rests_on', 'depends_on'] as const) expect(after(drawn('x', 's', 'w', type)).servesNone).toEqual([])
    for (const type of ['serves', 'needed_for'] as const) expect(after(drawn('x', 'w', 's', type)).servesNone).toEqual([])
    const borne = { ...whole, links: whole.links.set('sm', { id: 'sm', from: 's', to: 'm', type: 'rests_on' }).set('mw', { id: 'mw', from: 'm', to: 'w', type: 'depends_on' }) }
    expect(aimsOf(judge(borne, NOW)).servesNone).toEqual([])
    expect(aimsOf(judge({ ...borne, ...turned('m', { deleted: true }) }, NOW)).servesNone).toEqual(['w'])
  })

  test('[AI02] any more lines leave less aside', () => {
    const ids = ['n', 'a', 'b', 'c', 'd', 'e']
    const end = fc.constantFrom(...ids)
    const lines = fc.array(fc.tuple(end, end).filter(([from, to]) => from !== to), { maxLength: 8 })
    const cards = [north, ...ids.slice(1).map((id) => goal(id))]
    fc.assert(fc.property(lines, lines, (some, more) => {
      const aside = (of: [string, string][]): readonly string[] => aims({ cards, links: of.map(([from, to]) => serves(from, to)) }).goalsAside
      const before = aside(some)
      expect(before).toEqual(expect.arrayContaining([...aside([...some, ...more])]))
    }), { numRuns: 200, seed: seedOf('aims') })
  })
})
