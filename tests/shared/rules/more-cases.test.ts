// Standing, dependants, decisions, direction and status where the written cases leave a choice.
import { describe, expect, test } from 'vitest'
import { judge } from '../../../shared/rules/judge.ts'
import type { Judgements } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf, type PartialFile } from '../../support/state-of.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')
const PEOPLE = [{ id: 'bo', team: 'sre', role: 'member' }, { id: 'cy', team: 'sales', role: 'member' }, { id: 'gus', team: 'sre', role: 'guest' }]

const judged = (file: PartialFile, now = NOW): Judgements => judge(stateOf({ people: PEOPLE, ...file }), now)
const goal = (id: string, more: object = {}): object => ({ id, kind: 'goal', title: id, ...more })
const assumption = (id: string, more: object = {}): object => ({ id, kind: 'assumption', title: id, ...more })
/** `from type to`, as in "g rests_on a". */
const links = (...lines: readonly string[]): object[] => lines.map((line, i) => {
  const [from, type, to] = line.split(' ')
  return { id: `l${i}`, from, type, to }
})
const refuted = (card: string): object => ({ id: `t-${card}`, card, person: 'bo', team: 'sre', verdict: 'refute', basis: statementOf({ kind: 'assumption', title: card, body: '', fields: {} }), seq: 1, reason: 'r' })

describe('standing', () => {
  test('[S09] broken names the refuted ones only, sorted, each once', () => {
    const file = { cards: [goal('g'), goal('p'), goal('q'), assumption('z'), assumption('b'), assumption('m')], attestations: [refuted('z'), refuted('b')],
      links: links('g rests_on p', 'g rests_on q', 'p rests_on z', 'q rests_on z', 'q rests_on b', 'g rests_on m') }
    expect(judged(file).standing('g')).toEqual({ state: 'broken', because: ['b', 'z'] })
    expect(judged(file).standing('p')).toEqual({ state: 'broken', because: ['z'] })
  })

  test('[S10] what lies under a retired card is not looked at, what lies under a deleted one neither', () => {
    const file = (more: object): PartialFile => ({ cards: [goal('g'), goal('p', more), assumption('a')], attestations: [refuted('a')], links: links('g rests_on p', 'p rests_on a') })
    expect(judged(file({ retired: true })).standing('g')).toEqual({ state: 'unexamined', because: [] })
    expect(judged(file({ deleted: true })).standing('g')).toEqual({ state: 'at_risk', because: ['removed:p'] })
    expect(judged(file({ deleted: true, retired: true })).standing('g')).toEqual({ state: 'at_risk', because: ['removed:p'] })
  })

  test('[S11] an assumption under an assumption counts', () => {
    const file = { cards: [goal('g'), assumption('a'), assumption('b')], attestations: [refuted('b')], links: links('g rests_on a', 'a rests_on b') }
    expect(judged(file).standing('g')).toEqual({ state: 'broken', because: ['b'] })
  })

  test('[S12] cards in a circle stand and fall together', () => {
    const file = { cards: [goal('g'), goal('h'), goal('i'), assumption('a')], attestations: [refuted('a')], links: links('g rests_on h', 'h rests_on i', 'i rests_on g', 'i rests_on a') }
    for (const id of ['g', 'h', 'i']) expect(judged(file).standing(id)).toEqual({ state: 'broken', because: ['a'] })
  })

  test('[S14] a confirmed assumption two steps below makes it sound, until time alone expires it', () => {
    const confirmed = { ...refuted('a'), verdict: 'confirm', at: '2026-06-10T00:00:00Z', evidence: { kind: 'test' } }
    const state = stateOf({ settings: { validDays: 10 }, people: PEOPLE, cards: [goal('g'), goal('p', { team: 'sre' }), assumption('a')], attestations: [confirmed], links: links('g rests_on p', 'p rests_on a') })
    const before = judge(state, NOW)
    const end = Date.parse('2026-06-20T00:00:00Z')
    expect(before.standing('g')).toEqual({ state: 'sound', because: [] })
    expect(before.nextChangeAt('g')).toBe(end)
    expect(judge(state, end - 1, { judgements: before }).standing('g').state).toBe('sound')
    expect(judge(state, end, { judgements: before }).standing('g')).toEqual({ state: 'at_risk', because: ['a'] })
  })

  test('[S13] only rests_on carries standing', () => {
    expect(judged({ cards: [goal('g'), assumption('a')], links: links('g depends_on a', 'g about a') }).standing('g').state).toBe('unexamined')
  })
})

describe('dependants', () => {
  const file = {
    cards: [assumption('a', { askTeams: ['legal'] }), goal('g', { team: 'sre' }), goal('far', { team: 'far' }), goal('gone', { team: 'gone', deleted: true }), goal('old', { team: 'old', retired: true }), { id: 'x', kind: 'action', title: 'x', team: 'sales' }],
    links: links('g rests_on a', 'far rests_on g', 'gone rests_on a', 'old depends_on a', 'x depends_on a', 'a rests_on a', 'far rests_on far'),
  }

  test('[L01] the active cards that rest on or depend on it, and their teams, and those asked', () => {
    expect(judged(file).dependants('a')).toEqual(['g', 'x'])
    expect(judged(file).requiredTeams('a')).toEqual(['legal', 'sales', 'sre'])
  })

  test('[L02] the beam counts those one step away too, never the card itself', () => {
    expect(judged(file).carries('a')).toEqual(['far', 'g', 'x'])
    expect(judged({ cards: [goal('g'), goal('h')], links: links('g rests_on h', 'h rests_on g') }).carries('g')).toEqual(['h'])
  })

  test('[L03] load-bearing: of high importance, or an active goal, decision or commitment rests on it directly', () => {
    const bears = (own: object, other: object, link: string): boolean => judged({ cards: [assumption('a', own), { id: 'x', title: 'x', ...other }], links: links(link) }).loadBearing('a')
    expect(bears({ importance: 'high' }, { kind: 'note' }, 'x about a')).toBe(true)
    for (const kind of ['goal', 'decision', 'commitment']) expect(bears({}, { kind }, 'x rests_on a')).toBe(true)
    expect(bears({}, { kind: 'action' }, 'x rests_on a')).toBe(false)
    expect(bears({}, { kind: 'goal' }, 'x depends_on a')).toBe(false)
    expect(bears({}, { kind: 'goal', retired: 'yes' }, 'x rests_on a')).toBe(false)
  })
})

describe('decision', () => {
  const basis = statementOf({ kind: 'decision', title: 'd', body: '', fields: {} })
  const stance = (person: string, word: string, more: object = {}): object => ({ id: `${person}-${word}`, card: 'd', person, team: person === 'cy' ? 'sales' : 'sre', stance: word, basis, seq: 1, at: '2026-06-10T00:00:00Z', ...more })
  const stateFor = (own: object, ...stances: readonly object[]): string => judged({ cards: [{ id: 'd', kind: 'decision', title: 'd', ...own }], stances }).decision('d').state

  test('[D14] a stance that is not known and one of a guest are not heard', () => {
    expect(stateFor({ askTeams: ['sre'] }, stance('bo', 'cheer'))).toBe('open')
    expect(stateFor({ askTeams: ['sre'] }, stance('gus', 'agree'))).toBe('open')
    expect(stateFor({}, stance('gus', 'block'))).toBe('open')
  })

  test('[D15] review is due from the date on until somebody answers again; a clock far ahead is no answer', () => {
    const reviewBy = '2026-06-12T00:00:00Z'
    expect(stateFor({ reviewBy }, stance('bo', 'agree'))).toBe('review_due')
    expect(stateFor({ reviewBy }, stance('bo', 'agree', { at: reviewBy }))).toBe('agreed')
    expect(stateFor({ reviewBy }, stance('bo', 'agree', { at: '2029-01-01T00:00:00Z' }))).toBe('review_due')
    expect(stateFor({ reviewBy: '2026-06-15T12:00:00Z' }, stance('bo', 'agree'))).toBe('review_due')
    expect(stateFor({ reviewBy: '2026-06-15T12:00:00.001Z' }, stance('bo', 'agree'))).toBe('agreed')
    expect(stateFor({ reviewBy, askTeams: ['sales'] }, stance('bo', 'agree'))).toBe('open')
    expect(stateFor({ reviewBy }, stance('bo', 'block'))).toBe('blocked')
  })

  test('[D21] an answer dated too far ahead ends the review a day before its date', () => {
    const ahead = { ...stance('bo', 'agree'), at: '2026-06-18T00:00:00Z' }
    const file = { cards: [{ id: 'd', kind: 'decision', title: 'd', reviewBy: '2026-06-12T00:00:00Z' }], stances: [ahead] }
    const end = judged(file).nextChangeAt('d') ?? 0
    expect(end).toBe(Date.parse('2026-06-17T00:00:00Z'))
    expect(judged(file, end - 1).status('d')).toBe('review_due')
    expect(judged(file, end).status('d')).toBe('agreed')
  })

  test('[D16] a directive needs the agreement of its decider and a rationale', () => {
    const directive = { mode: 'directive', decider: 'bo', rationale: 'cost', askTeams: ['sales'] }
    expect(stateFor(directive, stance('bo', 'agree'))).toBe('directed')
    expect(stateFor(directive, stance('bo', 'concerns'))).toBe('open')
    expect(stateFor({ ...directive, rationale: ' ' }, stance('bo', 'agree'))).toBe('open')
    expect(stateFor({ ...directive, decider: 'gus' }, stance('gus', 'agree'))).toBe('open')
  })

  test('[D17] a deleted one is absent, a retired one retired', () => {
    expect(stateFor({ deleted: true }, stance('bo', 'agree'))).toBe('absent')
    expect(stateFor({ retired: true }, stance('bo', 'agree'))).toBe('retired')
  })

  test('[D18] unexamined means that it rests on no stated assumption', () => {
    const unexamined = (...lines: readonly string[]): boolean => judged({ cards: [{ id: 'd', kind: 'decision', title: 'd' }, assumption('a')], links: links(...lines) }).decision('d').unexamined
    expect(unexamined('d about a')).toBe(true)
    expect(unexamined('d rests_on a')).toBe(false)
  })

  test('[D20] of two stances of one person with one seq the more cautious counts', () => {
    const words = ['agree', 'pass', 'concerns', 'disagree_commit', 'block']
    for (const [i, word] of words.slice(1).entries()) {
      const tally = judged({ cards: [{ id: 'd', kind: 'decision', title: 'd' }], stances: words.slice(0, i + 2).map((one) => stance('bo', one)) }).decision('d').tally
      expect(Object.entries(tally).filter(([, people]) => people.length > 0)).toEqual([[word, ['bo']]])
    }
  })

  test('[D19] who no longer is in the team does not fill its seat, and their stance still counts', () => {
    expect(stateFor({ askTeams: ['sre'] }, stance('cy', 'agree', { team: 'sre' }))).toBe('open')
    expect(stateFor({ askTeams: ['sre'] }, stance('cy', 'block', { team: 'sre' }))).toBe('blocked')
  })
})

describe('status', () => {
  const word = (card: object, more: PartialFile = {}, now = NOW): string => judged({ ...more, cards: [{ id: 'x', title: 'x', ...card }, ...((more['cards'] as object[] | undefined) ?? [])] }, now).status('x')

  test('[T10] done comes before unowned, unowned before overdue', () => {
    expect(word({ kind: 'action', done: 'on Monday', due: '2026-06-01' })).toBe('done')
    expect(word({ kind: 'commitment', due: '2026-06-01' })).toBe('unowned')
  })

  test('[T11] overdue begins with the end of the due day, UTC', () => {
    const action = { kind: 'action', owner: 'bo', due: '2026-06-14' }
    expect(word(action, {}, Date.UTC(2026, 5, 15) - 1)).toBe('doing')
    expect(word(action, {}, Date.UTC(2026, 5, 15))).toBe('overdue')
  })

  test('[T12] materialised, triggered, accepted, mitigated, mitigating, open: the first that fits', () => {
    const trigger = { attestations: [refuted('a')], links: links('a if_false x', 'm mitigates x', 'n mitigates x') }
    const risk = (own: object, ma: object, mb: object, more: PartialFile = {}): string =>
      word({ kind: 'risk', ...own }, { links: links('a if_false x', 'm mitigates x', 'n mitigates x'), ...more, cards: [assumption('a'), { id: 'm', kind: 'action', title: 'm', ...ma }, { id: 'n', kind: 'action', title: 'n', ...mb }] })
    expect(risk({ materialised: true, accepted: true }, {}, {}, trigger)).toBe('materialised')
    expect(risk({ accepted: true }, {}, {}, trigger)).toBe('triggered')
    expect(risk({ accepted: true }, {}, {})).toBe('accepted')
    expect(risk({}, { done: true }, { done: true })).toBe('mitigated')
    expect(risk({}, { done: true }, {})).toBe('mitigating')
    expect(risk({}, { done: true }, { deleted: true })).toBe('mitigated')
    expect(risk({}, { retired: true }, { deleted: true })).toBe('open')
  })

  test('[T16] only an assumption triggers a risk, and only while it is active', () => {
    const goalRefuted = { ...refuted('p'), basis: statementOf({ kind: 'goal', title: 'p', body: '', fields: {} }) }
    expect(word({ kind: 'risk' }, { cards: [goal('p')], attestations: [goalRefuted], links: links('p if_false x') })).toBe('open')
    for (const gone of [{ deleted: true }, { retired: true }]) {
      expect(word({ kind: 'risk' }, { cards: [assumption('a', gone)], attestations: [refuted('a')], links: links('a if_false x') })).toBe('open')
    }
  })

  test('[T17] a risk is triggered when the confirmation beside a refutation expires', () => {
    const confirmed = { ...refuted('a'), id: 'c', person: 'cy', team: 'sales', verdict: 'confirm', at: '2026-06-10T00:00:00Z' }
    const state = stateOf({ settings: { validDays: 10 }, people: PEOPLE, cards: [{ id: 'x', kind: 'risk', title: 'x' }, assumption('a')], attestations: [refuted('a'), confirmed], links: links('a if_false x') })
    const before = judge(state, NOW)
    expect(before.status('x')).toBe('open')
    const end = before.nextChangeAt('x') ?? 0
    expect(end).toBe(Date.parse('2026-06-20T00:00:00Z'))
    expect(judge(state, end, { judgements: before }).status('x')).toBe('triggered')
  })

  test('[T13] context is seen once anyone has seen it', () => {
    expect(word({ kind: 'context', seenBy: ['bo'] })).toBe('seen')
    expect(word({ kind: 'context', seenBy: [] })).toBe('new')
  })

  test('[T14] a deleted or unknown card is absent, a retired one retired, of every kind', () => {
    for (const kind of ['assumption', 'decision', 'risk', 'action', 'goal', 'question', 'context']) {
      expect(word({ kind, deleted: true })).toBe('absent')
      expect(word({ kind, retired: 'no longer ours' })).toBe('retired')
    }
    expect(judged({}).status('nobody')).toBe('absent')
  })

  test('[T15] every other kind has its standing as its status', () => {
    for (const kind of ['goal', 'metric', 'tradeoff', 'non_goal', 'value', 'signal', 'conflict', 'why', 'note']) {
      expect(word({ kind }, { cards: [assumption('a')], links: links('x rests_on a') })).toBe('at_risk')
    }
  })
})
