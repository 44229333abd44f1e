// What the ledger lists and in which order, and what a filter lets through: pure, on boards of a few cards and of many.
import { expect } from '@open-wc/testing'
import { isStep, queryOf, readView } from '../../../client/app/board/board-view.ts'
import { findCards } from '../../../client/panels/find/finding.ts'
import { outlineRows } from '../../../client/panels/ledger/outline.ts'
import { holdOf, tableRows, type LedgerRow, type RowsWanted } from '../../../client/panels/ledger/rows.ts'
import { RowWindow } from '../../../client/panels/ledger/window.ts'
import { waitingFor } from '../../../client/panels/waiting.ts'
import { matcherOf, matchingCards, NO_FILTER, silentTeams, toggleLook, toggleUnheard, type Filter } from '../../../client/session/filter.ts'
import type { BoardState } from '../../../shared/board/records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')
const AT = '2026-06-10T12:00:00Z'

const card = (id: string, kind: string, title: string, more: object = {}): object => ({ id, kind, title, x: 0, y: 0, ...more })
const TEAMS = [{ id: 'sre', name: 'SRE' }, { id: 'sales', name: 'Sales' }, { id: 'legal', name: 'Legal' }]
const PEOPLE = [{ id: 'ana', name: 'Ana', team: 'sre', role: 'member' }, { id: 'bo', name: 'Bo', team: 'sales', role: 'member' }]

/** Sales has confirmed `meter`, SRE is asked for `pager`, Legal for both; a goal and a decision rest on `meter`. */
function sample(): BoardState {
  const cards = [
    card('frame', 'frame', 'Metering'),
    card('pager', 'assumption', 'SRE carries the pager', { y: 10, askTeams: ['sre', 'legal'], frame: 'frame' }),
    card('meter', 'assumption', 'Meter events arrive in time', { y: 90, askTeams: ['sales', 'legal'], team: 'sre' }),
    card('known', 'assumption', 'The café opens at nine', { y: 200, author: 'bo' }),
    card('goal', 'goal', 'Invoices can be predicted', { team: 'sales' }),
    card('plan', 'decision', 'Final after 72 hours', { team: 'sales' }),
  ]
  const links = [{ id: 'l1', from: 'goal', to: 'meter', type: 'rests_on' }, { id: 'l2', from: 'plan', to: 'meter', type: 'rests_on' }, { id: 'l3', from: 'goal', to: 'plan', type: 'rests_on' }]
  const first = stateOf({ title: 'T', teams: TEAMS, people: PEOPLE, cards, links } as unknown as PartialFile)
  const basis = (id: string): string => { const of = first.cards.get(id); return of === undefined ? '' : statementOf(of) }
  const attestations = [
    { id: 'a1', card: 'meter', person: 'bo', team: 'sales', verdict: 'confirm', basis: basis('meter'), seq: 1, at: AT },
    { id: 'a2', card: 'known', person: 'ana', team: 'sre', verdict: 'confirm', basis: basis('known'), seq: 1, at: AT },
  ]
  return stateOf({ title: 'T', teams: TEAMS, people: PEOPLE, cards, links, attestations } as unknown as PartialFile)
}

function wanted(more: Partial<RowsWanted> = {}, board = sample()): RowsWanted {
  return { board, judgements: judge(board, NOW), grouping: 'state', kind: undefined, matches: undefined, folds: new Map(), held: undefined, ...more }
}

const shown = (rows: readonly LedgerRow[]): string[] => rows.map((row) => (row.type === 'heading' ? `${row.key} ${row.count}` : `${'·'.repeat(row.level)}${row.id}${row.again === true ? '^' : ''}${row.pale === true ? '~' : ''}`))
const filtered = (filter: Filter): string[] => { const board = sample(); return [...(matchingCards(filter, board, judge(board, NOW)) ?? [])].filter((id) => id !== 'frame').sort() }

describe('rows of the table', () => {
  it('group by state, assumptions first, what carries most first; confirmed is closed', () => {
    expect(shown(tableRows(wanted()))).to.deep.equal(['look:unconfirmed 2', '··meter', '··pager', 'look:confirmed 1', 'kind:goal 1', '··goal', 'kind:decision 1', '··plan'])
  })

  it('open and close, and open by themselves when something is looked for', () => {
    const folds = new Map([['look:unconfirmed', false], ['look:confirmed', true]])
    expect(shown(tableRows(wanted({ folds }))).slice(0, 3)).to.deep.equal(['look:unconfirmed 2', 'look:confirmed 1', '··known'])
    const board = sample()
    const matches = matcherOf({ ...NO_FILTER, find: 'cafe' }, board, judge(board, NOW))
    expect(shown(tableRows(wanted({ matches }, board)))).to.deep.equal(['look:confirmed 1', '··known'])
  })

  it('group by team, frame and kind, and show one kind alone', () => {
    expect(shown(tableRows(wanted({ grouping: 'team' })))).to.deep.equal(['team:sales 2', '··plan', '··goal', 'team:sre 1', '··meter', 'team: 2', '··pager', '··known'])
    expect(shown(tableRows(wanted({ grouping: 'frame', kind: 'assumption' })))).to.deep.equal(['frame:frame 1', '··pager', 'frame: 2', '··meter', '··known'])
    expect(shown(tableRows(wanted({ grouping: 'kind' }))).filter((row) => row.startsWith('kind'))).to.deep.equal(['kind:assumption 3', 'kind:goal 1', 'kind:decision 1', 'kind:frame 1'])
  })

  it('keep the row that somebody is on where it is, whatever becomes of its card', () => {
    const before = tableRows(wanted())
    const held = holdOf(before, 'meter')
    const board = sample()
    const gone = { ...wanted({ held }, board), matches: () => false }
    expect(shown(tableRows(gone))).to.deep.equal(['look:unconfirmed 1', '··meter'])
    const moved = stateOf({ title: 'T', teams: TEAMS, people: PEOPLE, cards: [card('meter', 'assumption', 'Meter', { retired: true }), card('pager', 'assumption', 'P')] } as unknown as PartialFile)
    expect(shown(tableRows(wanted({ held }, moved)))).to.deep.equal(['look:unconfirmed 2', '··meter', '··pager'])
    expect(shown(tableRows(wanted({}, moved)))).to.deep.equal(['look:unconfirmed 1', '··pager', 'look:retired 1'])
  })
})

describe('rows of the outline', () => {
  it('show what rests on what, a card in full once', () => {
    expect(shown(outlineRows(wanted()))).to.deep.equal(['·goal', '··meter', '··plan', '···meter^', '·pager', '·known'])
  })

  it('end where cards rest on each other in a ring', () => {
    const ring = stateOf({ title: 'T', cards: ['a', 'b', 'c'].map((id) => card(id, 'assumption', id)), links: [['a', 'b'], ['b', 'c'], ['c', 'a'], ['a', 'a']].map(([from, to], at) => ({ id: `l${at}`, from, to, type: 'rests_on' })) } as unknown as PartialFile)
    expect(outlineRows(wanted({}, ring)).map((row) => row.type === 'card' && row.id)).to.have.members(['a', 'b', 'c', 'a'])
  })

  it('keep the way to what matches, pale', () => {
    const board = sample()
    expect(shown(outlineRows(wanted({ matches: ({ id }) => id === 'meter' }, board)))).to.deep.equal(['·goal~', '··meter', '··plan~', '···meter^'])
  })

  it('close below a row', () => {
    expect(shown(outlineRows(wanted({ folds: new Map([['goal', false]]) })))).to.deep.equal(['·goal', '·pager', '·known'])
  })

  it('walk a chain of 5,000 cards that share foundations, in proportion to them', () => {
    const ids = Array.from({ length: 5_000 }, (_, at) => `c${at}`)
    const links = ids.flatMap((from, at) => [1, 2].flatMap((by) => (ids[at + by] === undefined ? [] : [{ id: `${from}-${by}`, from, to: ids[at + by], type: 'rests_on' }])))
    const board = stateOf({ title: 'T', cards: ids.map((id) => card(id, 'note', id)), links } as unknown as PartialFile)
    expect(outlineRows(wanted({}, board))).to.have.length(links.length + 1)
  })
})

describe('filter', () => {
  it('combines looks, and narrows by what was not heard, team and words', () => {
    expect(filtered(toggleLook(toggleLook(NO_FILTER, 'confirmed'), 'unconfirmed'))).to.deep.equal(['known', 'meter', 'pager'])
    expect(toggleLook(toggleLook(NO_FILTER, 'confirmed'), 'confirmed')).to.deep.equal(NO_FILTER)
    expect(filtered(toggleUnheard(NO_FILTER, 'sre'))).to.deep.equal(['pager'])
    expect(filtered({ ...NO_FILTER, team: 'sales' })).to.deep.equal(['goal', 'meter', 'plan'])
    expect(filtered({ ...NO_FILTER, find: 'ARRIVE meter' })).to.deep.equal(['meter'])
    expect(filtered({ ...NO_FILTER, find: 'cafe' })).to.deep.equal(['known'])
    expect(filtered({ ...NO_FILTER, looks: ['unconfirmed'], find: 'pager', team: 'sales' })).to.deep.equal([])
  })

  it('knows the teams that were never heard, and any of them', () => {
    const board = sample()
    expect(silentTeams(board, judge(board, NOW))).to.deep.equal([{ team: 'legal', cards: 2 }])
    expect(filtered(toggleUnheard(NO_FILTER, 'any'))).to.deep.equal(['meter', 'pager'])
  })

  it('is nothing when nothing is chosen', () => {
    const board = sample()
    expect(matchingCards(NO_FILTER, board, judge(board, NOW))).to.equal(undefined)
    expect(matchingCards({ ...NO_FILTER, find: '  ' }, board, judge(board, NOW))).to.equal(undefined)
  })
})

describe('address of a view', () => {
  it('says view, filter and card, and is read back the same', () => {
    const view = { view: 'ledger', part: '', card: 'c-1', filter: { looks: ['unconfirmed', 'disputed'], unheard: ['legal', 'sre'], team: 'sales', find: 'a b&c=d' } } as const
    const query = queryOf(view)
    expect(query).to.equal('?view=ledger&state=unconfirmed,disputed&unheard=legal,sre&team=sales&find=a%20b%26c%3Dd&card=c-1')
    expect(readView(query)).to.deep.equal(view)
    expect(queryOf({ view: 'canvas', part: '', card: '', filter: NO_FILTER })).to.equal('')
    expect(readView('?unheard=*').filter.unheard).to.equal('any')
    const overview = { view: 'overview', part: 'risks', card: 'c-1', filter: NO_FILTER } as const
    expect(queryOf(overview)).to.equal('?view=overview&part=risks&card=c-1')
    expect(readView(queryOf(overview))).to.deep.equal(overview)
  })

  it('ignores what is wrong in it', () => {
    expect(readView('?view=table&state=known,,confirmed,confirmed&unheard=%3Cb%3E&team=a%20b&find=%20&card=../x')).to.deep.equal({ view: 'canvas', part: '', card: '', filter: { looks: ['confirmed'], unheard: [] } })
    expect(readView('?view=overview&part=../x').part).to.equal('')
    expect(readView('?view=ledger&part=risks').part).to.equal('')
    expect(readView('?state=%E0%A4%A&find=%')).to.have.nested.property('filter.looks').that.is.empty
  })

  it('makes a step of the history of what one wants back, not of typing', () => {
    const base = readView('')
    expect(isStep(base, { ...base, view: 'ledger' })).to.equal(true)
    expect(isStep({ ...base, view: 'overview', part: 'gaps' }, { ...base, view: 'overview', part: 'risks' })).to.equal(true)
    expect(isStep(base, { ...base, filter: toggleLook(NO_FILTER, 'stale') })).to.equal(true)
    expect(isStep({ ...base, filter: { ...NO_FILTER, find: 'a' } }, { ...base, filter: { ...NO_FILTER, find: 'ab' } })).to.equal(false)
    expect(isStep({ ...base, card: 'a' }, { ...base, card: 'b' })).to.equal(false)
  })
})

describe('waiting', () => {
  it('lists what a team has not answered, by weight, without answers on their way', () => {
    const board = sample()
    const judgements = judge(board, NOW)
    expect(waitingFor(board, judgements, 'legal', new Set())).to.deep.equal(['meter', 'pager'])
    expect(waitingFor(board, judgements, 'legal', new Set(['meter']))).to.deep.equal(['pager'])
    expect(waitingFor(board, judgements, 'sales', new Set())).to.deep.equal(['plan'])
    expect(waitingFor(board, judgements, '', new Set())).to.deep.equal([])
  })
})

describe('finding', () => {
  it('puts titles that begin with the word first', () => {
    const board = stateOf({ title: 'T', cards: [card('c', 'note', 'Prices', { body: 'the meter' }), card('b', 'note', 'The meter'), card('a', 'note', 'Thermometer'), card('d', 'goal', 'Meter first')] } as unknown as PartialFile)
    expect(findCards(board, 'Meter', 10).cards.map(({ id }) => id)).to.deep.equal(['d', 'b', 'a', 'c'])
    expect(findCards(board, 'meter', 2)).to.have.property('all', 4)
    expect(findCards(board, 'first meter', 2).cards.map(({ id }) => id)).to.deep.equal(['d'])
  })
})

describe('window of rows', () => {
  it('holds the rows in view and a margin, of measured heights', () => {
    const rows = new RowWindow()
    const keys = Array.from({ length: 10_000 }, (_, at) => `r${at}`)
    rows.take(keys, () => 40)
    expect(rows.height).to.equal(400_000)
    const { from, to, above, below } = rows.span(200_000, 800)
    expect(to - from).to.be.within(20, 60)
    expect(above).to.equal(from * 40)
    expect(below).to.equal(400_000 - to * 40)
    expect(rows.measure('r0', 100)).to.equal(true)
    rows.take(keys, () => 40)
    expect(rows.topOf(1)).to.equal(100)
    expect(rows.measure('r0', 100)).to.equal(false)
    expect(rows.rowAt(99)).to.equal(0)
    expect(rows.rowAt(100)).to.equal(1)
  })
})
