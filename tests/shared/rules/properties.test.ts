// The five properties of "not confirmed yet" on random documents, and, for each, a rule that is wrong in
// a way people would not notice: the property must find it.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Attestation, BoardState } from '../../../shared/board/records.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { ASSUMPTION_STATES, type AssumptionJudgement } from '../../../shared/rules/judgements.ts'
import { splitStatement, statementOf } from '../../../shared/rules/statement.ts'
import { inOrder } from './ordered-table.ts'
import { boardOf, DAY, document, NOW, seedOf, type Document } from './random-board.ts'

/** Of each property; together more than 4,000 documents. */
const RUNS = 1_000
const seed = seedOf('properties of the assumption')

/** What is tested: the state of `a` and when time changes it next. */
interface Rule {
  readonly assumption: (doc: Document, now: number) => AssumptionJudgement
  readonly nextChangeAt: (doc: Document, now: number) => number | undefined
}

const real: Rule = {
  assumption: (doc, now) => judge(boardOf(doc), now).assumption('a'),
  nextChangeAt: (doc, now) => judge(boardOf(doc), now).nextChangeAt('a'),
}
/** The real rule on a document that was spoiled first. */
const spoiled = (spoil: (doc: Document, now: number) => Document): Rule => ({
  assumption: (doc, now) => real.assumption(spoil(doc, now), now),
  nextChangeAt: (doc, now) => real.nextChangeAt(spoil(doc, now), now),
})
const withAnswers = (doc: Document, attestations: readonly Attestation[]): Document => ({ ...doc, attestations })
const currentText = (doc: Document): string => doc.cards.filter((card) => card.id === 'a').map((card) => statementOf(card)).join('')

/** Judges with the records handed over in exactly this order, also several times. */
function judgedInOrder(doc: Document): AssumptionJudgement {
  const state: BoardState = { ...boardOf(doc), people: inOrder(doc.people), cards: inOrder(doc.cards), links: inOrder(doc.links), attestations: inOrder(doc.attestations) }
  return judge(state, NOW).assumption('a')
}

const orders = (judged: (doc: Document) => AssumptionJudgement): fc.IProperty<unknown> =>
  fc.property(document(true).chain((doc) => fc.record({
    doc: fc.constant(doc),
    shuffled: fc.record({
      settings: fc.constant(doc.settings),
      people: fc.shuffledSubarray([...doc.people], { minLength: doc.people.length }),
      cards: fc.shuffledSubarray([...doc.cards], { minLength: doc.cards.length }),
      links: fc.shuffledSubarray([...doc.links], { minLength: doc.links.length }),
      attestations: fc.shuffledSubarray([...doc.attestations, ...doc.attestations.map((one) => ({ ...one, id: `${one.id}-again` }))], { minLength: doc.attestations.length * 2 }),
    }),
  })), ({ doc, shuffled }) => {
    expect(judged(shuffled)).toEqual(judged(doc))
  })

const timeConfirmsNothing = (rule: Rule): fc.IProperty<unknown> =>
  fc.property(document(false), fc.array(fc.integer({ min: 1, max: 200 * DAY }), { maxLength: 4 }), (doc, later) => {
    if (rule.assumption(doc, NOW).state === 'confirmed') return
    for (const ms of later) expect(rule.assumption(doc, NOW + ms).state).not.toBe('confirmed')
  })

const refutationIsHeard = (rule: Rule): fc.IProperty<unknown> =>
  fc.property(document(true), fc.nat(4), fc.constantFrom('r', undefined), (doc, who, reason) => {
    const person = doc.people[who % doc.people.length]
    if (person === undefined || person.role === 'guest' || person.removed === true) return
    const refutation = { id: 'zz', card: 'a', person: person.id, team: person.team, verdict: 'refute', basis: currentText(doc), seq: 9, reason } as Attestation
    expect(['contested', 'refuted', 'absent', 'retired']).toContain(rule.assumption(withAnswers(doc, [...doc.attestations, refutation]), NOW).state)
  })

const newWordsReopen = (rule: Rule): fc.IProperty<unknown> =>
  fc.property(document(true), fc.constantFrom('title', 'body', 'criterion'), (doc, part) => {
    const unheard = 'Words that nobody has answered'
    const cards = doc.cards.map((card) => {
      if (card.id !== 'a') return card
      return part === 'criterion' ? { ...card, fields: { ...card.fields, criterion: unheard } } : { ...card, [part]: unheard }
    })
    expect(['confirmed', 'refuted', 'contested', 'partly', 'expired']).not.toContain(rule.assumption({ ...doc, cards }, NOW).state)
  })

const stillUntilNextChange = (rule: Rule): fc.IProperty<unknown> =>
  fc.property(document(true), fc.double({ min: 0, max: 1, noNaN: true }), (doc, part) => {
    const before = rule.assumption(doc, NOW)
    const next = rule.nextChangeAt(doc, NOW)
    const last = (next ?? NOW + 1_000 * DAY) - 1
    for (const now of [NOW, last, Math.floor(NOW + part * (last - NOW))]) expect(rule.assumption(doc, now)).toEqual(before)
    if (next !== undefined) expect(rule.assumption(doc, next)).not.toEqual(before)
  })

/** Each a rule that looks right and is wrong. */
const WRONG = {
  lastDeliveredWins: (doc: Document) => judgedInOrder(withAnswers(doc, [...new Map(doc.attestations.map((one) => [one.person, one])).values()])),
  refutationsExpire: spoiled((doc, now) => withAnswers(doc, doc.attestations.filter((one) => one.verdict !== 'refute' || Date.parse(one.at ?? '') > now - 10 * DAY))),
  majorityOutvotes: spoiled((doc) => withAnswers(doc, doc.attestations.filter((one) => one.verdict !== 'refute' || doc.attestations.filter((other) => other.verdict === 'confirm').length < 2))),
  onlyTheTitleCounts: spoiled((doc) => withAnswers(doc, doc.attestations.map((one) => (splitStatement(one.basis)?.title === splitStatement(currentText(doc))?.title ? { ...one, basis: currentText(doc) } : one)))),
  reviewDateForgotten: { ...real, nextChangeAt: (doc, now) => real.nextChangeAt({ ...doc, cards: doc.cards.map((card) => ({ ...card, fields: { ...card.fields, reviewBy: undefined } })) }, now) } as Rule,
  timerTooEarly: { ...real, nextChangeAt: (doc, now) => (real.nextChangeAt(doc, now) ?? now + 2) - 1 } as Rule,
}

function holds(property: fc.IProperty<unknown>): void {
  fc.assert(property, { numRuns: RUNS, seed })
}

/** True when the property finds a document that shows the fault. */
function finds(property: fc.IProperty<unknown>): boolean {
  return fc.check(property, { numRuns: RUNS, seed: 1, endOnFailure: true }).failed
}

describe('properties of the assumption', () => {
  test('[P1] any order and any duplication of records gives the same result', () => {
    holds(orders(judgedInOrder))
    expect(finds(orders(WRONG.lastDeliveredWins))).toBe(true)
  })

  test('[P2] time alone never leads to confirmed, given no record dated in the future', () => {
    holds(timeConfirmsNothing(real))
    expect(finds(timeConfirmsNothing(WRONG.refutationsExpire))).toBe(true)
  })

  test('[P3] adding a current refutation never leaves confirmed', () => {
    holds(refutationIsHeard(real))
    expect(finds(refutationIsHeard(WRONG.majorityOutvotes))).toBe(true)
  })

  test('[P4] editing to a text nobody has answered never leaves confirmed, refuted or contested', () => {
    holds(newWordsReopen(real))
    expect(finds(newWordsReopen(WRONG.onlyTheTitleCounts))).toBe(true)
  })

  test('[P5] the judgement is constant before nextChangeAt and another one at it', () => {
    holds(stillUntilNextChange(real))
    expect(finds(stillUntilNextChange(WRONG.reviewDateForgotten))).toBe(true)
    expect(finds(stillUntilNextChange(WRONG.timerTooEarly))).toBe(true)
  })

  test('[P6] the random documents reach every state', () => {
    const states = fc.sample(document(true), { numRuns: RUNS, seed }).map((doc) => real.assumption(doc, NOW).state)
    for (const state of ASSUMPTION_STATES) expect(states.filter((one) => one === state).length, state).toBeGreaterThan(4)
  })
})
