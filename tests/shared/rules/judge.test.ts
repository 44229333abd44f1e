// One judgement after another: what is kept from the previous one equals a board judged from scratch.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardMap, newBoard, type Board } from '../../../shared/board/document.ts'
import { follow } from '../../../shared/board/follow.ts'
import { readBoard } from '../../../shared/board/read.ts'
import type { CardKind, LinkType } from '../../../shared/board/records.ts'
import { addLink, removeLink } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, replaceTitle, restoreCard, setCardField } from '../../../shared/board/write-cards.ts'
import { addAttestation, putPerson } from '../../../shared/board/write-records.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { report } from '../../../shared/rules/report.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf } from '../../support/state-of.ts'
import { countedBoard } from './counted-board.ts'
import { judgedAgain, QUESTIONS } from './judged-again.ts'
import { answer, NOW, person, seedOf } from './random-board.ts'

describe('judging again', () => {
  test('[J01] what is kept from the previous judgement equals a board judged from scratch', () => {
    fc.assert(judgedAgain(), { numRuns: 60, seed: seedOf('judging again') })
  })

  test('[J04] over a live document, judging each transaction gives the report of the document read whole', () => {
    const id = fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c4')
    const write = fc.oneof(
      fc.tuple(id, fc.constantFrom<CardKind>('assumption', 'assumption', 'goal', 'risk', 'decision')).map(([card, kind]) => (board: Board) => { if (cardMap(board, card) === undefined) addCard(board, { id: card, kind, x: 0, y: 0, title: 'It holds' }) }),
      fc.tuple(id, id, fc.constantFrom<LinkType>('rests_on', 'rests_on', 'depends_on', 'if_false')).map(([from, to, type]) => (board: Board) => { if (from !== to) addLink(board, from, type, to) }),
      fc.tuple(id, id).map(([from, to]) => (board: Board) => removeLink(board, `${from}~rests_on~${to}`)),
      fc.tuple(id, fc.constantFrom('It holds', 'It holds.')).map(([card, title]) => (board: Board) => replaceTitle(board, card, title)),
      fc.tuple(id, fc.constantFrom('team', 'importance', 'retired'), fc.constantFrom('t1', 'high', true, undefined)).map(([card, field, value]) => (board: Board) => setCardField(board, card, field, value)),
      id.map((card) => (board: Board) => deleteCard(board, card)),
      id.map((card) => (board: Board) => restoreCard(board, card)),
      answer(fc.constant('2026-06-10T00:00:00Z'), ['c0', 'c1', 'c2', 'c3', 'c4']).map((record) => (board: Board) => addAttestation(board, record)),
      person.map((one) => (board: Board) => putPerson(board, one)),
    )
    fc.assert(fc.property(fc.array(write, { maxLength: 40 }), (writes) => {
      const board = newBoard(1)
      let judgements = judge(readBoard(board), NOW)
      const following = follow(board, (state) => { judgements = judge(state, NOW, { judgements }) })
      for (const change of writes) {
        try {
          board.doc.transact(() => change(board))
        } catch {
          // A writer refuses what cannot be, for example a card that does not exist, before it writes.
        }
        const whole = readBoard(board)
        expect(report(following.state, judgements, '')).toEqual(report(whole, judge(whole, NOW), ''))
      }
      following.stop()
    }), { numRuns: 100, seed: seedOf('judging a live document') })
  })

  test('[J05] a plan that goes, comes back or retires is seen by the goal above it, a mitigation by its risk', () => {
    const cards = [{ id: 'g', kind: 'goal' }, { id: 'p', kind: 'commitment' }, { id: 'a', kind: 'assumption' }, { id: 'r', kind: 'risk' }, { id: 'm', kind: 'action' }]
    const links = [['g', 'rests_on', 'p'], ['p', 'rests_on', 'a'], ['m', 'mitigates', 'r']].map(([from, type, to]) => ({ id: `${from}${to}`, from, type, to }))
    const state = stateOf({ cards, links })
    let judgements = judge(state, NOW)
    const words: string[] = []
    for (const change of [{}, { deleted: true }, { deleted: false }, { retired: true }, { retired: false, fields: { done: true } }, { fields: {} }]) {
      const changed = ['p', 'm'].reduce((table, id) => {
        const card = table.get(id)
        return card === undefined ? table : table.set(id, { ...card, ...change })
      }, state.cards)
      judgements = judge({ ...state, cards: changed }, NOW, { judgements })
      words.push(`${judgements.standing('g').because.join()} ${judgements.status('r')}`)
    }
    expect(words).toEqual(['a mitigating', 'removed:p open', 'a mitigating', ' open', 'a mitigated', 'a mitigating'])
  })

  test('[J02] a judgement stays true after the next one was made from it', () => {
    const { state, typed } = countedBoard('random', 50)
    const first = judge(state, NOW)
    const before = structuredClone(report(state, first, ''))
    judge(typed(state), NOW, { judgements: first })
    expect(report(state, first, '')).toEqual(before)
  })

  test('[J03] a judgement that did not change is the same value as before', () => {
    const { state, typed } = countedBoard('random', 200)
    const first = judge(state, NOW)
    for (const id of state.cards.keys()) for (const question of Object.values(QUESTIONS)) question(first, id)
    const second = judge(typed(state), NOW, { judgements: first })
    for (const id of state.cards.keys()) expect(second.assumption(id)).toBe(first.assumption(id))
  })

  test('[J26] what is asked of an older board after the next one was made leads the next one nowhere else', () => {
    const at = '2026-06-01T00:00:00Z'
    const state = stateOf({
      teams: [{ id: 't1', name: 'T' }], people: [{ id: 'p1', name: 'P', team: 't1', role: 'member' }],
      cards: [{ id: 'g', kind: 'goal' }, { id: 'a', kind: 'assumption', title: 'It holds', askTeams: ['t1'] }],
      links: [{ id: 'ga', from: 'g', type: 'rests_on', to: 'a' }], baselines: [{ id: 'b', at, states: { g: 'sound' } }],
    })
    const first = judge(state, NOW)
    wideOf(first).freshness()
    const card = state.cards.get('a')
    const basis = card === undefined ? '' : statementOf(card)
    const confirmed = { ...state, attestations: state.attestations.set('x', { id: 'x', card: 'a', person: 'p1', team: 't1', verdict: 'confirm', basis, evidence: { kind: 'test' }, seq: 1, at }) }
    const second = judge(confirmed, NOW, { judgements: first })
    expect(wideOf(first).drift().slipped).toEqual(['g'])
    expect(wideOf(judge(confirmed, NOW, { judgements: second })).drift().slipped).toEqual(wideOf(judge(confirmed, NOW)).drift().slipped)
    expect(wideOf(second).drift().slipped).toEqual([])
  })

  test('[J26] what is judged of the whole board is the same after few changes that nobody asked after, and after many', () => {
    const { state, typed, answered } = countedBoard('plain', 50)
    for (const unasked of [1, 7, 450]) {
      let board = state
      let judgements = judge(board, NOW)
      wideOf(judgements).freshness()
      for (let n = 0; n < unasked; n++) {
        board = (n % 2 === 0 ? typed : answered)(board)
        judgements = judge(board, NOW, { judgements })
      }
      const [given, expected] = [wideOf(judgements), wideOf(judge(board, NOW))]
      expect([given.freshness(), given.gaps(), given.drift()]).toEqual([expected.freshness(), expected.gaps(), expected.drift()])
      expect(wideOf(judgements)).toBe(given)
    }
    expect(() => wideOf({ ...judge(state, NOW) })).toThrow(TypeError)
  })
})
