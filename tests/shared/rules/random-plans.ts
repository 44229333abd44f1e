// Random edits of what teams plan together, on top of random-board.ts: dependencies with their acknowledgements, risks,
// proposals with tiers, metrics, trades, baselines, rounds and beliefs. Bases are mostly what the board says, so that
// every state of a dependency is met.
import * as fc from 'fast-check'
import type { Attestation, BoardRecord, BoardState, Card, CardKind, Json, Link, RecordRoot } from '../../../shared/board/records.ts'
import { dependencyBasis, REMOVED, type AckSide } from '../../../shared/rules/contract.ts'
import { STANCES } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { DAY, edit, IDS, instant, iso, maybe, mostly, NOW, PEOPLE, start, TEAMS, TITLES, weighted, type Edit } from './random-board.ts'

const PLANS: Readonly<Record<string, CardKind>> = { k0: 'proposal', k1: 'commitment', k2: 'commitment', k3: 'metric', k4: 'metric', k5: 'tradeoff', k6: 'risk' }
export const PLAN_IDS = Object.keys(PLANS)
export const LINE_IDS = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5'] as const
export const ROUND_IDS = ['r0', 'r1'] as const
const ALL_IDS: readonly string[] = [...IDS, ...PLAN_IDS]

const anyCard = fc.constantFrom(...ALL_IDS)
const title = fc.constantFrom(...TITLES)
const day = fc.constantFrom('2026-06-14', '2026-06-16', '2026-06-18', '')

const condition: fc.Arbitrary<Json> = fc.tuple(fc.constantFrom('confirmed', 'decided', 'in_step', 'exposure_max', 'answered', 'direction', 'vibes'), anyCard, fc.constantFrom(...LINE_IDS))
  .map(([type, card, link]): Json => (type === 'in_step' ? { type, link } : { type, card, max: 9 }))
const tiers = fc.array(fc.record({ name: fc.constant('tier'), conditions: fc.array(condition, { maxLength: 3 }) }), { maxLength: 3 })

/** What plans read of a card. */
const field: fc.Arbitrary<readonly [string, Json | undefined]> = fc.oneof(
  fc.tuple(fc.constant('likelihood'), maybe(fc.integer({ min: 1, max: 5 }))),
  fc.tuple(fc.constant('impact'), maybe(fc.integer({ min: 1, max: 5 }))),
  fc.tuple(fc.constant('due'), day), fc.tuple(fc.constant('criterion'), fc.constantFrom('', 'c')),
  fc.tuple(fc.constant('team'), maybe(fc.constantFrom(...TEAMS), 5)),
  fc.tuple(fc.constant('tiers'), tiers), fc.tuple(fc.constant('tiers'), tiers),
  fc.tuple(fc.constant('shared'), fc.boolean()), fc.tuple(fc.constant('northStar'), maybe(fc.constant(true))), fc.tuple(fc.constant('definition'), fc.constantFrom('', 'one', 'two')),
  fc.tuple(fc.constant('toTeam'), fc.constantFrom(...TEAMS)), fc.tuple(fc.constant('give'), fc.constantFrom('', 'time')), fc.tuple(fc.constant('giveMetric'), fc.constantFrom('uptime', 'other')),
)
const own: fc.Arbitrary<Partial<Card>> = fc.oneof(
  title.map((words) => ({ title: words })), maybe(instant(-4, -3, -2, -1, 0), 5).map((editedAt) => ({ editedAt })),
  fc.tuple(mostly(false, true), maybe(instant(-4, -3, -1), 5)).map(([deleted, deletedAt]) => ({ deleted, deletedAt })), mostly(false, true).map((retired) => ({ retired })),
)

const rating = maybe(fc.integer({ min: 1, max: 5 }), 5)
/** What a plan mostly says from the beginning. */
const usual = fc.record({
  likelihood: rating, impact: rating, due: day, tiers, definition: fc.constantFrom('', 'one', 'two'), toTeam: fc.constantFrom(...TEAMS), give: fc.constantFrom('', 'time'),
  giveMetric: fc.constantFrom('uptime', 'other'), owner: fc.constant('p1'),
})

function changed(state: BoardState, id: string, change: (card: Card) => Card): BoardState {
  const card = state.cards.get(id)
  return card === undefined ? state : { ...state, cards: state.cards.set(id, change(card)) }
}

function withRecord(state: BoardState, root: RecordRoot, record: BoardRecord): BoardState {
  return { ...state, records: { ...state.records, [root]: state.records[root].set(record.id, record) } }
}

function withLink(state: BoardState, link: Link): BoardState {
  return link.from !== link.to && state.cards.has(link.from) && state.cards.has(link.to) ? { ...state, links: state.links.set(link.id, link) } : state
}

const planOf = (plans: readonly string[]): fc.Arbitrary<Edit> => fc.tuple(fc.constantFrom(...plans), title, usual, maybe(instant(-4, -3, -2), 3)).map(([id, words, fields, editedAt]) => (state: BoardState): BoardState => {
  const team = TEAMS[PLAN_IDS.indexOf(id) % TEAMS.length]
  const card = { id, kind: PLANS[id] ?? 'note', title: words, body: '', x: 0, y: 0, deleted: false, retired: false, editedAt, fields: { team, ...fields } } as Card
  return { ...state, cards: state.cards.set(id, card) }
})

const lineOf = (ids: readonly string[]): fc.Arbitrary<Edit> => fc.tuple(fc.constantFrom(...ids), mostly('k1', 'c3', 'k2'), mostly('k2', 'c4', 'k1'), fc.constantFrom('depends_on', 'depends_on', 'depends_on', 'rests_on'), maybe(day), maybe(fc.constantFrom('more', 'less')))
  .map(([id, from, to, type, needBy, ask]) => (state: BoardState): BoardState => withLink(state, { id, from, to, type, needBy, ask } as Link))
const otherLink = fc.tuple(fc.nat(9), anyCard, anyCard, fc.constantFrom('if_false', 'if_false', 'mitigates', 'conflicts_with', 'settles', 'serves'))
  .map(([n, from, to, type]) => (state: BoardState): BoardState => withLink(state, { id: `m${n}`, from, to, type } as Link))

const RESPONSES: Readonly<Record<AckSide, readonly string[]>> = { consumer: ['ok', 'ok', 'ok', 'adapting', 'problem'], provider: ['yes', 'yes', 'yes', 'will_try', 'unclear', 'no'] }
const ack = fc.record({ n: fc.nat(20), link: fc.constantFrom(...LINE_IDS), side: fc.constantFrom<AckSide>('consumer', 'provider'), response: fc.nat(9), said: fc.nat(9), of: fc.nat(9), seq: fc.nat(4), at: maybe(instant(-5, -4, -3, -1), 6), stranger: fc.nat(9) })
  .map(({ n, link: id, side, response, said, of, seq, at, stranger }) => (state: BoardState): BoardState => {
    const link = state.links.get(id)
    const team = link === undefined ? undefined : state.cards.get(side === 'consumer' ? link.from : link.to)?.fields.team
    const members = [...state.people.values()].filter((one) => stranger === 0 || one.team === team).sort((a, b) => (a.id < b.id ? -1 : 1))
    const person = members[of % Math.max(1, members.length)]
    if (link === undefined || person === undefined) return state
    const basis = said === 0 ? REMOVED : said === 1 ? 'earlier' : (dependencyBasis(state, link, side) ?? REMOVED)
    const responses = RESPONSES[side]
    return withRecord(state, 'acks', { id: `k${n}`, link: id, person: person.id, team: person.team, side, response: responses[response % responses.length] ?? 'ok', basis, seq, ...(at === undefined ? {} : { at }) })
  })

/** Somebody of the list says it of what the card says now. */
const now = fc.record({ n: fc.nat(20), of: fc.nat(9), seq: fc.nat(4), at: instant(-89, -9, -3, -1), evidence: fc.constantFrom({ kind: 'test' }, undefined) })
function saying({ n, of, seq, at }: { readonly n: number; readonly of: number; readonly seq: number; readonly at: string }, state: BoardState, cardId: string): Omit<Attestation, 'verdict'> | undefined {
  const members = [...state.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const person = members[of % Math.max(1, members.length)]
  const card = state.cards.get(cardId)
  return person === undefined || card === undefined ? undefined : { id: `n${cardId}-${n}`, card: cardId, person: person.id, team: person.team, basis: statementOf(card), seq, at }
}
const answerNow = fc.tuple(now, fc.constantFrom('c0', 'c0', 'c1', 'c2'), fc.constantFrom('confirm', 'confirm', 'confirm', 'refute', 'unsure', 'withdraw')).map(([given, id, verdict]) => (state: BoardState): BoardState => {
  const record = saying(given, state, id)
  return record === undefined ? state : { ...state, attestations: state.attestations.set(record.id, { ...record, verdict, evidence: given.evidence } as Attestation) }
})
/** Everybody confirms it, so that what rests on it alone is sound. */
const allConfirm = fc.constantFrom('c0', 'c0', 'c1').map((id) => (state: BoardState): BoardState => {
  const records = Array.from({ length: state.people.size }, (_, of) => saying({ n: 30 + of, of, seq: 5, at: iso(NOW - DAY) }, state, id)).filter((record) => record !== undefined)
  return { ...state, attestations: records.reduce((table, record) => table.set(record.id, { ...record, verdict: 'confirm', evidence: { kind: 'test' } }), state.attestations) }
})
/** Everybody takes one stance on a decision. */
const allStand = fc.tuple(fc.constantFrom('c6', 'k0'), fc.constantFrom('agree', 'agree', 'block')).map(([id, stance]) => (state: BoardState): BoardState => {
  const records = Array.from({ length: state.people.size }, (_, of) => saying({ n: 30 + of, of, seq: 5, at: iso(NOW - DAY) }, state, id)).filter((record) => record !== undefined)
  return records.reduce((board, record) => withRecord(board, 'stances', { ...record, stance } as unknown as BoardRecord), state)
})
const stanceNow = fc.tuple(now, fc.constantFrom('c6', 'k0'), fc.constantFrom(...STANCES)).map(([given, id, stance]) => (state: BoardState): BoardState => {
  const record = saying(given, state, id)
  return record === undefined ? state : withRecord(state, 'stances', { ...record, stance } as unknown as BoardRecord)
})

const baseline = fc.tuple(fc.nat(3), instant(-9, -1, 0, 1, 3), fc.dictionary(fc.constantFrom(...ALL_IDS, 'zz'), fc.constantFrom('confirmed', 'partly', 'sound', 'at_risk', 'open', 'agreed', 'retired'), { maxKeys: 8 }))
  .map(([n, at, states]) => (state: BoardState): BoardState => withRecord(state, 'baselines', { id: `b${n}`, at, states: { ...states } }))

const round = fc.tuple(fc.constantFrom(...ROUND_IDS), fc.constantFrom('c3', 'c4'), fc.boolean(), fc.subarray([...PEOPLE]))
  .map(([id, goal, revealed, invited]) => (state: BoardState): BoardState => withRecord(state, 'rounds', { id, goal, revealed, invited, opened: iso(NOW - 3 * DAY) }))
const restatement = fc.tuple(fc.nat(9), fc.constantFrom(...ROUND_IDS), fc.constantFrom(...PEOPLE), title, fc.nat(3))
  .map(([n, id, person, what, seq]) => (state: BoardState): BoardState => withRecord(state, 'restatements', { id: `s${n}`, round: id, person, what, seq }))

const perception = fc.tuple(fc.nat(5), fc.constantFrom(...TEAMS), fc.constantFrom(...TEAMS), fc.constantFrom(...PEOPLE), title, fc.nat(3))
  .map(([n, by, about, person, text, seq]) => (state: BoardState): BoardState => withRecord(state, 'perceptions', { id: `p${n}`, by, about, person, text, seq }))
/** Somebody replies, mostly one of the described team to what is written there. */
const reply = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.constantFrom('right', 'right', 'partly', 'wrong'), maybe(title, 1), fc.nat(3)).map(([n, to, of, verdict, other, seq]) => (state: BoardState): BoardState => {
  const perceptions = [...state.records.perceptions.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const perception = perceptions[to % Math.max(1, perceptions.length)]
  const members = [...state.people.values()].filter(({ team: theirs }) => theirs === perception?.['about']).sort((a, b) => (a.id < b.id ? -1 : 1))
  const person = members[of % Math.max(1, members.length)]
  if (perception === undefined || person === undefined) return state
  return withRecord(state, 'perceptionReplies', { id: `e${n}`, perception: perception.id, person: person.id, verdict, basis: other ?? perception['text'] ?? '', seq })
})
const team = fc.tuple(fc.constantFrom(...TEAMS), fc.boolean(), fc.nat(5))
  .map(([id, hasCurrency, removed]) => (state: BoardState): BoardState => ({ ...state, teams: state.teams.set(id, { id, name: id, currency: hasCurrency ? [{ id: 'uptime', metric: 'Uptime' }] : [], removed: removed === 0 }) }))

/** A goal becomes a north star, and another card leads to it. */
const underNorth = fc.tuple(fc.constantFrom('c3', 'c4'), fc.constantFrom('c3', 'c4', 'k1')).map(([to, from]) => (state: BoardState): BoardState =>
  withLink(changed(state, to, (card) => ({ ...card, fields: { ...card.fields, northStar: true } })), { id: 'n0', from, to, type: 'serves' }))

/** One edit of a board with plans. */
export const planEdit: fc.Arbitrary<Edit> = fc.oneof(
  weighted(6, edit), weighted(1, planOf(PLAN_IDS)), weighted(2, lineOf(LINE_IDS)), weighted(2, otherLink), weighted(4, ack), weighted(4, answerNow), weighted(1, allConfirm), weighted(1, allStand), weighted(1, stanceNow), weighted(1, baseline),
  weighted(4, fc.tuple(anyCard, field).map(([id, [name, value]]) => (state) => changed(state, id, (card) => ({ ...card, fields: { ...card.fields, [name]: value } })))),
  weighted(3, fc.tuple(anyCard, own).map(([id, change]) => (state) => changed(state, id, (card) => ({ ...card, ...change })))),
  weighted(1, fc.constantFrom(...LINE_IDS).map((id) => (state) => ({ ...state, links: state.links.delete(id) }))),
  weighted(2, underNorth), weighted(1, round), weighted(1, restatement), weighted(1, perception), weighted(1, reply), weighted(1, team),
  weighted(1, maybe(fc.constantFrom(1, 2)).map((ackDays) => (state) => ({ ...state, settings: { ...state.settings, ackDays } as BoardState['settings'] }))),
)

const underRisk = fc.tuple(fc.constantFrom('c0', 'c1'), fc.constantFrom('c5', 'k6')).map(([from, to]) => (state: BoardState): BoardState => withLink(state, { id: `u${to}`, from, to, type: 'if_false' }))

const inConflict = fc.constantFrom('c3', 'c4').map((to) => (state: BoardState): BoardState => withLink(withLink(state, { id: 'x0', from: 'c3', to: 'c4', type: 'conflicts_with' }), { id: 'x1', from: 'c6', to, type: 'settles' }))
const underGoal = fc.tuple(fc.constantFrom('c3', 'c4'), fc.constantFrom('c0', 'c0', 'c1')).map(([from, to]) => (state: BoardState): BoardState => withLink(state, { id: `g${from}`, from, to, type: 'rests_on' }))
/** A board with all of its plans. */
export const planStart: fc.Arbitrary<BoardState> = fc.tuple(start, fc.tuple(...PLAN_IDS.map((id) => planOf([id]))), fc.tuple(...LINE_IDS.map((id) => lineOf([id]))), fc.array(team, { minLength: 1, maxLength: 4 }), fc.array(fc.oneof(underRisk, underGoal, underNorth, inConflict, perception), { maxLength: 6 }), fc.array(fc.oneof(ack, ack, answerNow, allConfirm, allStand, baseline, reply), { maxLength: 16 }), fc.array(planEdit, { maxLength: 8 }))
  .map(([board, plans, lines, teams, under, answers, edits]) => [...plans, ...lines, ...teams, ...under, ...answers, ...edits].reduce((state, change) => change(state), board))
