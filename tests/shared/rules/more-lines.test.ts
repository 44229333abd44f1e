// Risks, dependencies, tiers, freshness and drift where the written cases leave a choice.
import { describe, expect, test } from 'vitest'
import type { Attestation } from '../../../shared/board/records.ts'
import { wideOf } from '../../../shared/rules/board-wide.ts'
import { contractOf, dependencyBasis, needOf, REMOVED, type AckSide } from '../../../shared/rules/contract.ts'
import { statesNow } from '../../../shared/rules/drift.ts'
import { judge } from '../../../shared/rules/judge.ts'
import type { DependencyJudgement, Judgements } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { cardOf, stateOf, type PartialFile } from '../../support/state-of.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const PEOPLE = [
  { id: 'ana', team: 'product', role: 'member' }, { id: 'bo', team: 'sre', role: 'member' }, { id: 'di', team: 'sre', role: 'member' },
  { id: 'cy', team: 'sales', role: 'member' }, { id: 'gus', team: 'product', role: 'guest' },
]
type Row = Readonly<Record<string, unknown>>

const judged = (file: PartialFile, now = NOW): Judgements => judge(stateOf({ people: PEOPLE, ...file }), now)
const card = (id: string, kind: string, more: Row = {}): Row => ({ id, kind, title: id, ...more })
const link = (from: string, type: string, to: string, more: Row = {}): Row => ({ id: `${from}~${type}~${to}`, from, type, to, ...more })
const said = (id: string, verdict: string, at = '2026-06-10T00:00:00Z'): Row =>
  ({ id: `${verdict}-${id}`, card: id, person: 'bo', team: 'sre', verdict, basis: statementOf({ kind: 'assumption', title: id, body: '', fields: {} }), seq: 1, at, evidence: { kind: 'test' }, reason: 'r' })

describe('risks', () => {
  const risk = (more: Row = {}, assumptions: readonly Row[] = [], attestations: readonly Row[] = []): Judgements =>
    judged({ cards: [card('r', 'risk', more), ...assumptions], links: assumptions.map(({ id }) => link(String(id), 'if_false', 'r')), attestations })

  test('[RI09] of several assumptions the worst one counts, and all that raise the estimate are named', () => {
    const three = [card('z', 'assumption'), card('b', 'assumption'), card('m', 'assumption')]
    const { likelihood, raisedBy, triggered } = risk({ likelihood: 2, impact: 2 }, three, [said('b', 'refute'), said('m', 'confirm')]).risk('r')
    expect([likelihood, raisedBy, triggered]).toEqual([5, ['b', 'z'], true])
    expect(risk({ likelihood: 3, impact: 2 }, three, [said('b', 'refute')]).risk('r').raisedBy).toEqual(['b'])
  })

  test('[RI10] what is retired or deleted raises nothing, and a risk that is has no exposure', () => {
    const gone = [card('a', 'assumption', { retired: true }), card('b', 'assumption', { deleted: true }), card('g', 'goal')]
    expect(risk({ likelihood: 1, impact: 4 }, gone).risk('r')).toEqual({ likelihood: 1, impact: 4, exposure: 4, band: 'low', raisedBy: [], triggered: false })
    for (const more of [{ retired: true }, { deleted: true }]) expect(risk({ likelihood: 3, impact: 3, ...more }).risk('r')).toMatchObject({ exposure: null, band: 'unrated' })
    expect(judged({}).risk('unknown').band).toBe('unrated')
  })

  test('[RI11] bands: low to 4, medium to 9, high to 14, critical from 15 on', () => {
    const bands = [[1, 1], [2, 2], [1, 5], [3, 3], [2, 5], [3, 4], [3, 5], [5, 5]].map(([likelihood, impact]) => risk({ likelihood, impact }).risk('r').band)
    expect(bands).toEqual(['low', 'low', 'medium', 'medium', 'high', 'high', 'critical', 'critical'])
    expect(risk({ likelihood: 2.5, impact: 3 }).risk('r').likelihood).toBeNull()
  })

  test('[RI12] when the last confirmation expires, the risk is raised', () => {
    const before = risk({ likelihood: 1, impact: 5 }, [card('a', 'assumption')], [said('a', 'confirm')])
    expect(before.risk('r').exposure).toBe(5)
    const at = before.nextChangeAt('r') ?? 0
    expect(at).toBe(Date.parse('2026-06-10T00:00:00Z') + 90 * DAY)
    const state = stateOf({ people: PEOPLE, cards: [card('r', 'risk', { likelihood: 1, impact: 5 }), card('a', 'assumption')], links: [link('a', 'if_false', 'r')], attestations: [said('a', 'confirm')] })
    const later = judge(state, at, { judgements: judge(state, NOW) })
    expect(later.risk('r')).toMatchObject({ exposure: 15, raisedBy: ['a'] })
  })
})

describe('risks, judged again', () => {
  test('[RI13] one that waits for more confirmations and is then refuted raises its risk further', () => {
    const waiting = stateOf({ people: PEOPLE, cards: [card('r', 'risk', { likelihood: 1, impact: 4 }), card('a', 'assumption', { askTeams: ['sales'] })], links: [link('a', 'if_false', 'r')], attestations: [said('a', 'confirm')] })
    const before = judge(waiting, NOW)
    expect([before.assumption('a').state, before.risk('r').exposure]).toEqual(['partly', 12])
    const refutation = { ...said('a', 'refute'), person: 'cy', team: 'sales' } as unknown as Attestation
    const contested = { ...waiting, attestations: waiting.attestations.set(refutation.id, refutation) }
    expect(judge(contested, NOW, { judgements: before }).risk('r').exposure).toBe(16)
  })
})

describe('dependencies', () => {
  const NEED = { ask: '200 rps', needBy: '2026-07-10' }
  const provider = (more: Row = {}): Row => card('x', 'commitment', { team: 'sre', due: '2026-07-01', ...more })
  const consumer = (more: Row = {}): Row => card('y', 'commitment', { team: 'product', ...more })
  let acks = 0
  /** What a person answers to these two cards as they are written here. */
  const ack = (person: string, side: AckSide, response: string, cards: readonly Row[] = [provider(), consumer()], more: Row = {}): Row => {
    const state = stateOf({ cards, links: [{ id: 'd', type: 'depends_on', from: 'y', to: 'x', ...NEED }] })
    const line = state.links.get('d')
    const team = [...PEOPLE].find(({ id }) => id === person)?.team
    return { id: `k${acks++}`, link: 'd', person, team, side, response, basis: line === undefined ? '' : dependencyBasis(state, line, side), seq: 1, at: '2026-06-10T00:00:00Z', ...more }
  }
  const line = (cards: readonly Row[], records: readonly Row[], more: PartialFile = {}, now = NOW): DependencyJudgement =>
    judged({ cards, links: [{ id: 'd', type: 'depends_on', from: 'y', to: 'x', ...NEED }], acks: records, ...more }, now).dependency('d')
  const both = (): Row[] => [ack('ana', 'consumer', 'ok'), ack('bo', 'provider', 'yes')]

  test('[DE14] a retired provider is gone like a deleted one; knowing of it is removed_acked', () => {
    for (const gone of [{ retired: true }, { deleted: true }]) {
      expect(line([provider(gone), consumer()], both())).toMatchObject({ state: 'removed', blindsided: true, alerts: [{ team: 'product', why: 'removed' }], slackDays: null })
      const knowing = ack('ana', 'consumer', 'adapting', undefined, { basis: REMOVED, seq: 2 })
      expect(line([provider(gone), consumer()], [...both(), knowing])).toMatchObject({ state: 'removed_acked', blindsided: false, alerts: [] })
    }
  })

  test('[DE15] without a consumer, or of another link, there is none', () => {
    for (const gone of [{ retired: true }, { deleted: true }]) expect(line([provider(), consumer(gone)], both()).state).toBe('void')
    const file = { cards: [provider(), consumer()], links: [link('y', 'about', 'x')] }
    for (const id of ['y~about~x', 'unknown']) expect(judged(file).dependency(id)).toMatchObject({ state: 'void', alerts: [], slackDays: null })
  })

  test('[DE16] of a team the most cautious response counts; a no comes before a problem', () => {
    const cards = [provider(), consumer()]
    const [seen, yes] = both() as [Row, Row]
    const said2 = (response: string): Row => ack('di', 'provider', response)
    expect(['no', 'unclear', 'will_try', 'yes'].map((response) => line(cards, [seen, yes, said2(response)]).state)).toEqual(['declined', 'unclear', 'soft', 'in_step'])
    expect(line(cards, [ack('ana', 'consumer', 'problem'), said2('no')]).state).toBe('declined')
    expect(line(cards, [ack('ana', 'consumer', 'problem')]).state).toBe('problem')
    expect(line(cards, [seen, ack('bo', 'provider', 'perhaps')]).state).toBe('requested')
  })

  test('[DE17] each side whose answer is missing has its alert; nobody is alerted where no team is', () => {
    expect(line([provider({ due: '2026-08-01' }), consumer({ title: 'y, larger' })], both()).alerts).toEqual([{ team: 'product', why: 'changed' }, { team: 'sre', why: 'need_changed' }])
    expect(line([provider(), consumer()], []).alerts).toEqual([{ team: 'product', why: 'unseen' }, { team: 'sre', why: 'requested' }])
    expect(line([provider({ team: '' }), consumer()], []).alerts).toEqual([{ team: 'product', why: 'unseen' }])
    expect(line([provider({ team: '' }), consumer({ team: '' })], [])).toMatchObject({ state: 'internal', alerts: [] })
  })

  test('[DE17] a need is a JSON array, whatever is written and however many lines come from the card', () => {
    const card1 = cardOf(consumer({ title: 'A "quoted" \\ title', body: 'Two\n\nparagraphs, ü, 😀' }))
    for (const link1 of [{ ask: '200 "rps"', needBy: '2026-07-10' }, { ask: ' a  b ', needBy: '' }]) {
      expect(needOf(link1, card1)).toBe(JSON.stringify([contractOf(card1), link1.ask.replace(/\s+/g, ' ').trim(), link1.needBy]))
    }
  })

  test('[DE18] guests and who has left the team do not count; of a self without its person\'s word a warning does', () => {
    const cards = [provider(), consumer()]
    expect(line(cards, [ack('gus', 'consumer', 'ok'), ack('bo', 'provider', 'yes')]).state).toBe('unseen')
    const moved = PEOPLE.map((one) => (one.id === 'ana' ? { ...one, team: 'sales' } : one))
    expect(line(cards, both(), { people: moved }).state).toBe('unseen')
    const merged = PEOPLE.map((one) => (one.id === 'di' ? { ...one, mergedInto: 'bo', mergedSeq: 1 } : one))
    const seen = ack('ana', 'consumer', 'ok')
    expect(line(cards, [seen, ack('di', 'provider', 'yes')], { people: merged }).state).toBe('requested')
    expect(line(cards, [seen, ack('bo', 'provider', 'yes'), ack('di', 'provider', 'no')], { people: merged }).state).toBe('declined')
  })

  test('[DE19] overdue begins when the days to look have passed since the change, and not before the last answer', () => {
    const moved = [provider({ due: '2026-08-01', editedAt: '2026-06-14T00:00:00Z' }), consumer()]
    const at = (now: number, cards: readonly Row[] = moved, settings: object = {}): boolean => line(cards, both(), { settings }, now).overdue
    const due = Date.parse('2026-06-17T00:00:00Z')
    expect([at(due - 1), at(due), at(due - 2 * DAY, moved, { ackDays: 1 })]).toEqual([false, true, true])
    const longAgo = [provider({ due: '2026-08-01', editedAt: '2026-05-01T00:00:00Z' }), consumer()]
    const answered = Date.parse('2026-06-13T00:00:00Z')
    expect([at(answered - 1, longAgo), at(answered, longAgo)]).toEqual([false, true])
    const deleted = [provider({ deleted: true, deletedAt: '2026-06-14T12:00:00Z' }), consumer()]
    expect([at(due, deleted), at(due + DAY / 2, deleted)]).toEqual([false, true])
    const file = { people: PEOPLE, cards: moved, links: [{ id: 'd', type: 'depends_on', from: 'y', to: 'x', ...NEED }], acks: both() }
    expect(judge(stateOf(file), NOW).nextChangeAt()).toBe(due)
    expect(judge(stateOf(file), due).nextChangeAt()).toBeUndefined()
  })

  test('[DE20] a delay that was acknowledged is in step and still too late; taken back, nothing was to acknowledge', () => {
    const late = [provider({ due: '2026-08-01' }), consumer()]
    const records = [...both(), ack('ana', 'consumer', 'adapting', late, { seq: 2 })]
    expect(line(late, records)).toMatchObject({ state: 'in_step', slackDays: -22, blindsided: false })
    expect(line([provider({ due: '2026-08-01' }), consumer()], both()).state).toBe('changed')
    expect(line([provider(), consumer()], both()).state).toBe('in_step')
    expect(line([provider({ due: undefined }), consumer()], []).slackDays).toBeNull()
  })

  test('[DE21] the basis of a consumer is the contract, whatever else the card says', () => {
    const plain = cardOf(provider())
    expect(contractOf(cardOf(provider({ x: 9, notes: 'n', owner: 'bo', retired: true })))).toBe(contractOf(plain))
    for (const more of [{ due: '2026-07-02' }, { criterion: 'c' }, { body: 'b' }, { title: 't' }, { kind: 'action' }]) expect(contractOf(cardOf(provider(more)))).not.toBe(contractOf(plain))
  })
})

describe('minimum viable alignment', () => {
  const proposal = (...conditions: readonly Row[]): Row => card('p', 'proposal', { tiers: [{ name: 'must', conditions }] })

  test('[MV08] each condition asks the judgement of its kind; what is gone or unrated meets none', () => {
    const cards = [
      card('r', 'risk', { likelihood: 3, impact: 3 }), card('u', 'risk', { likelihood: 3 }), card('q', 'question', { answer: 'yes' }),
      card('g', 'goal', { forWhom: 'w', criterion: 'c', notDoing: 'n', why: 'y' }), card('old', 'assumption', { retired: true }),
    ]
    const next = (...conditions: readonly Row[]): readonly string[] => judged({ cards: [...cards, proposal(...conditions)] }).tiers('p').next
    const met = [{ type: 'exposure_max', card: 'r', max: 9 }, { type: 'answered', card: 'q' }, { type: 'direction', card: 'g' }]
    expect(next(...met)).toEqual([])
    const unmet = [{ type: 'exposure_max', card: 'r', max: 8 }, { type: 'exposure_max', card: 'u', max: 25 }, { type: 'exposure_max', card: 'r' }, { type: 'confirmed', card: 'old' }, { type: 'decided', card: 'gone' }, { type: 'in_step', link: 'l' }, { type: 'toString', card: 'r' }, {}]
    expect(next(...met, ...unmet)).toEqual(['exposure_max:r', 'exposure_max:u', 'exposure_max:r', 'confirmed:old', 'decided:gone', 'in_step:l', 'toString:r', 'undefined:undefined'])
  })

  test('[MV09] a proposal without tiers is at level 0 and names nothing', () => {
    for (const more of [{}, { tiers: [] }, { tiers: 'three' }]) expect(judged({ cards: [card('p', 'proposal', more)] }).tiers('p')).toEqual({ level: 0, tiers: [], next: [] })
  })

  test('[MV10] the level falls when the time of a condition has come, and the proposal says when', () => {
    const state = stateOf({ people: PEOPLE, cards: [card('a', 'assumption'), proposal({ type: 'confirmed', card: 'a' })], attestations: [said('a', 'confirm')] })
    const before = judge(state, NOW)
    expect([before.tiers('p').level, before.tiers('p').next]).toEqual([1, []])
    const end = before.nextChangeAt('p') ?? 0
    expect(end).toBe(Date.parse('2026-06-10T00:00:00Z') + 90 * DAY)
    expect(judge(state, end, { judgements: before }).tiers('p')).toMatchObject({ level: 0, next: ['confirmed:a'] })
  })
})

describe('freshness', () => {
  const people = PEOPLE
  const cards = [
    card('a', 'assumption', { importance: 'high' }), card('light', 'assumption'), card('old', 'assumption', { importance: 'high', retired: true }),
    card('d', 'decision'), card('p', 'proposal'), card('gone', 'decision', { deleted: true }),
    card('x', 'action', { team: 'sre' }), card('y', 'action', { team: 'sales' }), card('z', 'action', { team: 'sales' }),
  ]
  const links = [link('y', 'depends_on', 'x'), link('z', 'depends_on', 'y'), link('gone', 'depends_on', 'x')]

  test('[FR06] tracked are active load-bearing assumptions, decisions, and dependencies between teams', () => {
    const { of, drifting, percent } = wideOf(judged({ cards, links })).freshness()
    expect([of, percent]).toEqual([3, 0])
    expect(drifting).toEqual(['a', 'd', 'y~depends_on~x'])
  })

  test('[FR07] it falls with time alone, and each later judgement says so', () => {
    const state = stateOf({ people, cards: [card('a', 'assumption', { importance: 'high' }), card('b', 'assumption', { importance: 'high' })], attestations: [said('a', 'confirm'), said('b', 'confirm', '2026-06-01T00:00:00Z')] })
    let judgements = judge(state, NOW)
    const seen: unknown[] = [wideOf(judgements).freshness().percent]
    for (let next = judgements.nextChangeAt(); next !== undefined; next = judgements.nextChangeAt()) {
      judgements = judge(state, next, { judgements })
      seen.push(wideOf(judgements).freshness().percent, ...wideOf(judgements).freshness().drifting)
    }
    expect(seen).toEqual([100, 50, 'b', 0, 'a', 'b'])
  })
})

describe('drift', () => {
  const cards = [card('a', 'assumption'), card('c', 'commitment'), card('q', 'question', { answer: 'yes' })]
  const baseline = (id: string, at: string, states: object): Row => ({ id, at, states })

  test('[DT06] compared is the newest baseline; one that is dated ahead counts from its instant on', () => {
    const state = stateOf({ people: PEOPLE, cards, baselines: [baseline('b1', '2026-06-01T00:00:00Z', { a: 'confirmed' }), baseline('b2', '2026-06-10T00:00:00Z', { a: 'unconfirmed' }), baseline('b3', '2026-06-20T00:00:00Z', { a: 'confirmed' }), baseline('b4', 'soon', {})] })
    const before = judge(state, NOW)
    expect(wideOf(before).drift()).toEqual({ since: '2026-06-10T00:00:00Z', slipped: [], gained: [], added: [], removed: [] })
    const at = before.nextChangeAt() ?? 0
    expect(at).toBe(Date.parse('2026-06-20T00:00:00Z'))
    expect(wideOf(judge(state, at, { judgements: before })).drift()).toMatchObject({ since: '2026-06-20T00:00:00Z', slipped: ['a'] })
  })

  test('[DT07] what was retired is removed; of other kinds nothing is added', () => {
    const states = { a: 'confirmed', q: 'open', old: 'retired', e: 'confirmed' }
    const { slipped, gained, added, removed } = wideOf(judged({ cards: [...cards, card('old', 'goal'), card('e', 'assumption', { retired: true })], baselines: [baseline('b', '2026-06-01T00:00:00Z', states)] })).drift()
    expect({ slipped, gained, added, removed }).toEqual({ slipped: ['a'], gained: ['q'], added: ['old'], removed: ['e'] })
  })

  test('[DT08] a baseline taken now writes down what nothing has drifted from', () => {
    const all = [...cards, card('g', 'goal'), card('r', 'risk'), card('d', 'decision'), card('p', 'proposal'), card('gone', 'goal', { deleted: true }), card('old', 'goal', { retired: true })]
    const state = stateOf({ people: PEOPLE, cards: all })
    const states = statesNow(state, (id) => judge(state, NOW).status(id))
    expect(states).toEqual({ a: 'unconfirmed', d: 'open', g: 'unexamined', p: 'open', r: 'open' })
    expect(wideOf(judged({ cards: all, baselines: [baseline('b', '2026-06-15T12:00:00Z', states)] })).drift()).toEqual({ since: '2026-06-15T12:00:00Z', slipped: [], gained: [], added: [], removed: [] })
  })

  test('[DT09] a mitigated risk slips as soon as what it rests on is refuted', () => {
    const state = stateOf({
      people: PEOPLE, cards: [card('r', 'risk'), card('m', 'action', { done: true }), card('a', 'assumption')], links: [link('m', 'mitigates', 'r'), link('a', 'if_false', 'r')],
      baselines: [baseline('b', '2026-06-01T00:00:00Z', { r: 'mitigated', a: 'unconfirmed' })],
    })
    const before = judge(state, NOW)
    expect(wideOf(before).drift().slipped).toEqual([])
    const refuted = { ...state, attestations: state.attestations.set('new', said('a', 'refute') as unknown as Attestation) }
    expect(wideOf(judge(refuted, NOW, { judgements: before })).drift().slipped).toEqual(['r'])
  })
})

describe('beliefs, judged again', () => {
  test('[J25] a reply counts no longer when its person leaves the team', () => {
    const file = {
      people: PEOPLE, teams: [{ id: 'product' }, { id: 'sre' }], perceptions: [{ id: 'p1', by: 'product', about: 'sre', person: 'ana', text: 'They are paged', seq: 1 }],
      perceptionReplies: [{ id: 'e1', perception: 'p1', person: 'bo', verdict: 'right', basis: 'They are paged', seq: 1 }],
    }
    const state = stateOf(file)
    const before = judge(state, NOW)
    expect(wideOf(before).empathy()['product>sre']).toBe('verified')
    const bo = state.people.get('bo')
    if (bo === undefined) throw new Error('bo is on the list')
    expect(wideOf(judge({ ...state, people: state.people.set('bo', { ...bo, team: 'sales' }) }, NOW, { judgements: before })).empathy()['product>sre']).toBe('stated')
  })
})
