// Random boards and random edits for the property tests of the rules: small, dense, with every field that a rule reads
// and values on the edges of its intervals.
import * as fc from 'fast-check'
import type { Attestation, BoardRecord, BoardState, Card, CardKind, Link, LinkType, Person, Settings } from '../../../shared/board/records.ts'
import { CARD_KINDS, ROLES, VERDICTS } from '../../../shared/board/records.ts'
import { STANCES } from '../../../shared/rules/judgements.ts'
import { statementOf } from '../../../shared/rules/statement.ts'
import { stateOf } from '../../support/state-of.ts'

export const NOW = Date.parse('2026-06-15T12:00:00Z')
export const DAY = 86_400_000

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Printed, so that a failure can be run again with `TACIT_SEED`. */
export function seedOf(name: string): number {
  const seed = Number(process.env['TACIT_SEED'] ?? Date.now() % 2_147_483_647)
  print(`${name}: seed ${seed}`)
  return seed
}

export const TEAMS = ['t1', 't2', 't3'] as const
export const PEOPLE = ['p1', 'p2', 'p3', 'p4', 'p5'] as const
export const TITLES = ['It holds', 'It holds.', 'It does not hold'] as const
export const iso = (at: number): string => new Date(at).toISOString()
export const instant = (...days: readonly number[]): fc.Arbitrary<string> => fc.constantFrom(...days.flatMap((day) => [-1, 0, 1].map((ms) => iso(NOW + day * DAY + ms))))
export const maybe = <T>(some: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined, freq })
const wordingOf = (title: string): string => statementOf({ kind: 'assumption', title, body: '', fields: {} })
/** The first value nine times in ten. */
export const mostly = <T>(first: T, ...others: readonly T[]): fc.Arbitrary<T> => fc.oneof({ weight: 9, arbitrary: fc.constant(first) }, { weight: 1, arbitrary: fc.constantFrom(...others) })
const flag = fc.constantFrom(true, false, undefined)

const alone = fc.record<Person>({
  id: fc.constantFrom(...PEOPLE), name: fc.constant('x'), team: fc.constantFrom(...TEAMS),
  role: mostly('member', ...ROLES), removed: mostly(false, true),
})
const otherSelf = fc.record({ mergedInto: fc.constantFrom(...PEOPLE), mergedSeq: fc.nat(4), agreed: flag })
export const person: fc.Arbitrary<Person> = fc.tuple(alone, maybe(otherSelf, 1), fc.nat(3)).map(([one, other, rarely]) =>
  (other === undefined || rarely > 0 || other.mergedInto === one.id ? one : { ...one, ...other, agreed: other.agreed === true }))

const title = fc.oneof({ weight: 3, arbitrary: fc.constant(TITLES[0]) }, { weight: 1, arbitrary: fc.constantFrom(...TITLES) })
const basis = title.map(wordingOf)
/** Expiry lies at 10 or 90 days; a clock may be a day wrong. */
const past = instant(-91, -90, -10, -9, -8, -6, -5, -4, -2, -1)
const anyTime = fc.oneof({ weight: 4, arbitrary: past }, { weight: 1, arbitrary: instant(0, 1, 3) })

export function answer(at: fc.Arbitrary<string>, cards: readonly string[] = ['a']): fc.Arbitrary<Attestation> {
  return fc.record({
    id: fc.nat(9999).map((n) => `r${n}`), card: fc.constantFrom(...cards), person: fc.constantFrom(...PEOPLE), team: fc.constantFrom(...TEAMS),
    verdict: fc.constantFrom('confirm', 'confirm', 'confirm', ...VERDICTS), basis, seq: fc.nat(4), at: maybe(at, 9),
    evidence: maybe(fc.record({ kind: fc.constantFrom('test', 'opinion') }), 3), reason: maybe(fc.constantFrom('r', ' ')),
  }) as fc.Arbitrary<Attestation>
}

const settings: fc.Arbitrary<Settings> = fc.record({
  validDays: fc.constantFrom(undefined, 10), quorum: fc.constantFrom('all', 'majority', undefined), requireEvidence: fc.constantFrom('load_bearing', 'always', 'never', undefined),
}) as fc.Arbitrary<Settings>

const fields = fc.record({
  team: maybe(fc.constantFrom(...TEAMS), 5), importance: maybe(fc.constant('high')), askTeams: maybe(fc.subarray([...TEAMS])),
  validDays: maybe(fc.constantFrom(10, 2)), reviewBy: maybe(instant(-9, -1, 0, 2)), due: maybe(fc.constantFrom('2026-06-14', '2026-06-15', '2026-06-16')),
  owner: maybe(fc.constant('p1')), done: flag, accepted: flag, materialised: maybe(fc.constant(true), 1), answer: maybe(fc.constant('42')),
  criterion: maybe(fc.constant('c'), 1), notDoing: maybe(fc.constant('n')), mode: maybe(fc.constant('directive')), decider: maybe(fc.constant('p1')), rationale: maybe(fc.constant('r')),
})

export function card(id: fc.Arbitrary<string>, kind: fc.Arbitrary<CardKind>): fc.Arbitrary<Card> {
  return fc.record({
    id, kind, title, body: fc.constant(''), x: fc.nat(9), y: fc.nat(9),
    deleted: mostly(false, true), retired: mostly(false, true),
    author: maybe(fc.constantFrom(...PEOPLE)), editedBy: maybe(fc.constantFrom(...PEOPLE), 1), fields,
  }) as fc.Arbitrary<Card>
}

export interface Document {
  readonly settings: Settings
  readonly people: readonly Person[]
  readonly cards: readonly Card[]
  readonly links: readonly Link[]
  readonly attestations: readonly Attestation[]
}

/** An assumption `a` with up to three cards leaning on it and up to ten answers, none dated after now if so asked. */
export function document(future: boolean): fc.Arbitrary<Document> {
  const dependant = fc.tuple(card(fc.constant(''), fc.constantFrom('goal', 'decision', 'action', 'commitment')), fc.constantFrom('rests_on', 'depends_on', 'serves'))
  return fc.record({
    settings,
    people: fc.uniqueArray(person, { selector: ({ id }) => id, minLength: 4, maxLength: 5 }),
    own: card(fc.constant('a'), fc.constant('assumption')),
    dependants: fc.array(dependant, { maxLength: 3 }),
    attestations: fc.uniqueArray(answer(future ? anyTime : past), { selector: ({ id }) => id, maxLength: 10 }),
    strangers: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 }),
  }).map(({ own, dependants, strangers, attestations, people, settings: some }) => ({
    settings: some,
    people,
    // Nine in ten speak for the team they are in.
    attestations: attestations.map((one, i) => (strangers[i] === 0 ? one : { ...one, team: people.find(({ id }) => id === one.person)?.team ?? one.team })),
    cards: [own, ...dependants.map(([dependant], i) => ({ ...dependant, id: `d${i}` }))],
    links: dependants.map(([, type], i) => ({ id: `l${i}`, from: `d${i}`, to: 'a', type: type as LinkType })),
  }))
}

const EMPTY = stateOf({})

/** The document as a state; records with the same id count once. */
export function boardOf(doc: Document): BoardState {
  const put = <V extends { readonly id: string }>(table: { set(id: string, value: V): typeof table }, values: readonly V[]): typeof table => values.reduce((all, value) => all.set(value.id, value), table)
  return {
    ...EMPTY, settings: doc.settings,
    people: put(EMPTY.people, doc.people) as BoardState['people'], cards: put(EMPTY.cards, doc.cards) as BoardState['cards'],
    links: put(EMPTY.links, doc.links) as BoardState['links'], attestations: put(EMPTY.attestations, doc.attestations) as BoardState['attestations'],
  }
}

export const IDS = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'] as const
const KINDS: readonly CardKind[] = ['assumption', 'assumption', 'assumption', 'goal', 'goal', 'risk', 'decision', 'action']
const LINKS: readonly LinkType[] = ['rests_on', 'rests_on', 'rests_on', 'depends_on', 'if_false', 'mitigates', 'excluded_from', 'about']

const stance = fc.record({
  id: fc.nat(30).map((n) => `s${n}`), card: fc.constantFrom(...IDS), person: fc.constantFrom(...PEOPLE), team: fc.constantFrom(...TEAMS), seq: fc.nat(4),
  stance: fc.constantFrom(...STANCES, 'cheer'), basis: fc.constantFrom(...TITLES).map((title) => statementOf({ kind: 'decision', title, body: '', fields: {} })), at: maybe(anyTime),
}) as fc.Arbitrary<BoardRecord>

const someCard = fc.nat(IDS.length - 1).chain((i) => card(fc.constant(IDS[i] ?? ''), fc.oneof({ weight: 9, arbitrary: fc.constant(KINDS[i] ?? 'note') }, { weight: 1, arbitrary: fc.constantFrom(...CARD_KINDS) })))
/** One field of a card, as it is in another random card. */
const someField = fc.tuple(someCard, fc.constantFrom('kind', 'title', 'deleted', 'retired', 'author', 'fields'), fc.constantFrom('team', 'importance', 'askTeams', 'validDays', 'reviewBy', 'owner', 'due', 'done', 'accepted', 'answer', 'notDoing', 'decider', 'mode'))
const someLink = fc.tuple(fc.nat(15), fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.constantFrom(...LINKS)).map(([n, from, to, type]) => ({ id: `l${n}`, from, to, type }))

export type Edit = (state: BoardState) => BoardState
export const weighted = (weight: number, arbitrary: fc.Arbitrary<Edit>): fc.WeightedArbitrary<Edit> => ({ weight, arbitrary })

/** One edit of a board, as a function from state to state. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  weighted(3, someCard.map((value) => (state) => ({ ...state, cards: state.cards.set(value.id, value) }))),
  weighted(9, someField.map(([other, own, field]) => (state) => changeCard(state, other, own as keyof Card, field))),
  weighted(4, fc.tuple(fc.constantFrom(...IDS), fc.constantFrom('deleted', 'retired', 'done'), fc.boolean()).map(([id, flagged, on]) => (state) => flip(state, id, flagged, on))),
  weighted(1, fc.constantFrom(...IDS).map((id) => (state) => purge(state, id))),
  weighted(6, someLink.map((value) => (state) => link(state, value))),
  weighted(2, fc.nat(15).map((n) => (state) => ({ ...state, links: state.links.delete(`l${n}`) }))),
  weighted(9, answer(anyTime, IDS.slice(0, 3)).map((value) => (state) => ({ ...state, attestations: state.attestations.set(value.id, value) }))),
  weighted(2, stance.map((value) => (state) => ({ ...state, records: { ...state.records, stances: state.records.stances.set(value.id, value) } }))),
  weighted(2, person.map((value) => (state) => ({ ...state, people: state.people.set(value.id, value) }))),
  weighted(1, fc.tuple(fc.constantFrom(...IDS), fc.subarray([...PEOPLE])).map(([id, people]) => (state) => ({ ...state, seen: state.seen.set(id, people) }))),
  weighted(1, settings.map((value) => (state) => ({ ...state, settings: value }))),
)

/** A board with most of its cards, some links and answers. */
export const start: fc.Arbitrary<BoardState> = fc.tuple(
  fc.uniqueArray(person, { selector: ({ id }) => id, minLength: 3 }), fc.uniqueArray(someCard, { selector: ({ id }) => id, minLength: 6 }),
  fc.array(someLink, { minLength: 8, maxLength: 20 }), fc.array(edit, { maxLength: 12 }),
).map(([people, cards, links, edits]) => {
  const bare = boardOf({ settings: {}, people, cards, links: [], attestations: [] })
  return edits.reduce((state, change) => change(state), links.reduce(link, bare))
})

function changeCard(state: BoardState, other: Card, own: keyof Card, field: string): BoardState {
  const old = state.cards.get(other.id)
  if (old === undefined) return state
  const changed = own === 'fields' ? { fields: { ...old.fields, [field]: other.fields[field] } } : { [own]: other[own] }
  return { ...state, cards: state.cards.set(old.id, { ...old, ...changed }) }
}

function flip(state: BoardState, id: string, flagged: string, on: boolean): BoardState {
  const old = state.cards.get(id)
  if (old === undefined) return state
  return { ...state, cards: state.cards.set(id, flagged === 'done' ? { ...old, fields: { ...old.fields, done: on } } : { ...old, [flagged]: on }) }
}

/** A card that is gone takes its links with it, as the reader does. */
function purge(state: BoardState, id: string): BoardState {
  const ends = Array.from(state.links.values()).filter((one) => one.from === id || one.to === id)
  return { ...state, cards: state.cards.delete(id), links: ends.reduce((links, one) => links.delete(one.id), state.links) }
}

function link(state: BoardState, value: Link): BoardState {
  return state.cards.has(value.from) && state.cards.has(value.to) ? { ...state, links: state.links.set(value.id, value) } : state
}
