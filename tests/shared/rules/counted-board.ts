// Large boards of known shapes whose reading is counted: each property read on a record and each look into a table is
// one visit. So a nested scan shows as a number that grows with the square of the board, on any machine.
import { expect } from 'vitest'
import type { Attestation, BoardRecord, BoardState, Card, CardKind, Link, LinkType } from '../../../shared/board/records.ts'
import { Table } from '../../../shared/board/table.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { report } from '../../../shared/rules/report.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf } from '../../support/state-of.ts'
import { NOW, print } from './random-board.ts'

let visits = 0

function counted<V extends object>(record: V): V {
  return new Proxy(record, {
    get(target, key, receiver) {
      visits++
      return Reflect.get(target, key, receiver)
    },
  })
}

/** The visits that `work` makes. */
export function visitsOf(work: () => void): number {
  const plain = Object.getOwnPropertyDescriptor(Table.prototype, 'get')
  const get = plain?.value as (this: Table<unknown>, key: string) => unknown
  const counting = function counting(this: Table<unknown>, key: string): unknown {
    visits++
    return get.call(this, key)
  }
  const before = visits
  Object.defineProperty(Table.prototype, 'get', { ...plain, value: counting })
  try {
    work()
  } finally {
    Object.defineProperty(Table.prototype, 'get', plain ?? {})
  }
  return visits - before
}

/**
 * plain: every card leans on two of the assumptions. random: on two others at random. hub: all rest on the first. chain: each rests on the next two.
 * ladder: rows of ten, each card resting on two of the next row. ring: a chain whose end rests on its beginning.
 */
export type Shape = 'plain' | 'random' | 'hub' | 'chain' | 'ladder' | 'ring'

const KINDS = ['goal', 'assumption', 'risk', 'decision', 'action', 'commitment', 'context', 'question'] as const

/** On a plain board an assumption (each eighth card, from the second on) points at a risk, all others at an assumption. */
const aim = (i: number, random: number, n: number): number => 8 * (random % (n >> 3)) + (i % 8 === 1 ? 2 : 1)

/** The two cards that card `i` of `n` points at. */
const TARGETS: Readonly<Record<Shape, (i: number, n: number) => readonly [number, number]>> = {
  plain: (i, n) => [aim(i, i * 7, n), aim(i, i * 13 + 5, n)],
  random: (i, n) => [(i * 7919 + 13) % n, (i * 104_729 + 71) % n],
  hub: (i, n) => [0, (i + 1) % n],
  chain: (i, n) => [Math.min(i + 1, n - 1), Math.min(i + 2, n - 1)],
  ladder: (i, n) => [Math.min(i + 10, n - 1), Math.min(10 * (Math.floor(i / 10) + 1) + ((i * 3) % 10), n - 1)],
  ring: (i, n) => [(i + 1) % n, (i + 2) % n],
}

/** Where everything lies on everything, only one card is an assumption: the lists of reasons stay short. */
function kindOf(shape: Shape, i: number, n: number): CardKind {
  if (shape === 'plain' || shape === 'random') return KINDS[i % KINDS.length] ?? 'goal'
  return i === (shape === 'hub' ? 0 : n - 1) ? 'assumption' : 'goal'
}

function cardOf(shape: Shape, i: number, n: number): Card {
  return counted({
    id: `c${i}`, kind: kindOf(shape, i, n), title: `Card ${i}`, body: '', x: i, y: i, deleted: false, retired: false, author: 'p0',
    fields: { team: `t${i % 5}`, owner: 'p1', due: '2026-07-01', reviewBy: '2026-08-01' },
  } as Card)
}

function linksOf(shape: Shape, i: number, n: number): readonly Link[] {
  const loose: readonly LinkType[] = i % 4 === 3 || (shape === 'plain' && i % 8 === 1) ? ['if_false', 'depends_on'] : ['rests_on', 'rests_on']
  const types = shape === 'plain' || shape === 'random' ? loose : (['rests_on', 'rests_on'] as const)
  return TARGETS[shape](i, n).flatMap((to, at) => (to === i ? [] : [counted({ id: `l${i}-${at}`, from: `c${i}`, to: `c${to}`, type: types[at] ?? 'rests_on' } as Link)]))
}

function saidOn(card: Card, i: number): { readonly answer: Attestation; readonly stance: BoardRecord } {
  const said = { id: `r${i}`, card: card.id, person: `p${i % 20}`, team: `t${i % 5}`, basis: statementOf(card), seq: 1, at: new Date(NOW - i * 60_000).toISOString() }
  return { answer: counted({ ...said, verdict: 'confirm' } as Attestation), stance: counted({ ...said, stance: 'agree' }) }
}

export interface CountedBoard {
  readonly state: BoardState
  /** A letter is typed into a card's title that nobody has answered on. */
  readonly typed: (state: BoardState) => BoardState
  /** Somebody answers on one card. */
  readonly answered: (state: BoardState) => BoardState
}

export function countedBoard(shape: Shape, n: number): CountedBoard {
  const cards = Array.from({ length: n }, (_, i) => cardOf(shape, i, n))
  const said = cards.map((card, i) => saidOn(card, i))
  const people = Array.from({ length: 20 }, (_, i) => ({ id: `p${i}`, name: 'x', team: `t${i % 5}`, role: 'member' }))
  const empty = stateOf({ people })
  const tableOf = <V extends { readonly id: string }>(values: readonly V[]): Table<V> => Table.of(values.map((value) => [value.id, value] as const))
  const state: BoardState = {
    ...empty,
    cards: tableOf(cards),
    links: tableOf(cards.flatMap((_, i) => linksOf(shape, i, n))),
    attestations: tableOf(said.slice(1).filter((_, i) => i % 3 === 0).map(({ answer }) => answer)),
    records: { ...empty.records, stances: tableOf(said.filter((_, i) => i % 3 === 1).map(({ stance }) => stance)) },
  }
  const typed = (board: BoardState): BoardState => {
    const card = board.cards.get('c0')
    return card === undefined ? board : { ...board, cards: board.cards.set('c0', counted({ ...card, title: `${card.title}!` })) }
  }
  const answered = (board: BoardState): BoardState => {
    const card = board.cards.get('c9')
    const answer = { id: 'new', card: 'c9', person: 'p3', team: 't3', verdict: 'confirm', basis: card === undefined ? '' : statementOf(card), seq: 2, at: new Date(NOW).toISOString() } as Attestation
    return { ...board, attestations: board.attestations.set('new', counted(answer)) }
  }
  return { state, typed, answered }
}

function judgedWhole(state: BoardState): void {
  const judgements = judge(state, NOW)
  report(state, judgements, '')
  judgements.nextChangeAt()
  for (const id of state.cards.keys()) judgements.carries(id)
}

/** Ten times the board may cost little more than ten times the visits, and no card more than a few hundred. */
export function linearWork(shape: Shape): void {
  const small = countedBoard(shape, 1_000)
  const large = countedBoard(shape, 10_000)
  const few = visitsOf(() => judgedWhole(small.state))
  const many = visitsOf(() => judgedWhole(large.state))
  print(`${shape}: ${many} visits, ${(many / 10_000).toFixed(1)} for each card; of 1,000 cards ${(few / 1_000).toFixed(1)}`)
  expect(many / few).toBeLessThan(11)
  expect(many).toBeLessThan(200 * 10_000)
}
