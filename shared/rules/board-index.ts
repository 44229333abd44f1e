// The facts of a board grouped for the judgements: links by end, answers and stances by card and by person, what belongs
// to a round, a pair of teams or the name of a metric. Built in one pass over cards, links and records; the next index
// costs what differs between two states. Knows no rule.
import type { Attestation, BoardRecord, BoardState, Card, Link, RecordRoot } from '../board/records.ts'
import type { Table } from '../board/table.ts'
import { Groups, group, type GroupEdit } from './groups.ts'
import { words } from './statement.ts'

/** What differs between the states of two indexes, as card ids. */
export interface Difference {
  /** Cards whose own record differs. */
  readonly cards: ReadonlySet<string>
  /** Both ends of links that differ. */
  readonly drawn: ReadonlySet<string>
  /** Where `rests_on` links that differ come from. */
  readonly resting: ReadonlySet<string>
  /** Cards whose answers or stances differ, or the people who gave them. */
  readonly answered: ReadonlySet<string>
  /** Links that differ, by their own ids. */
  readonly links: ReadonlySet<string>
}

type Said = Attestation | BoardRecord

interface Grouped {
  readonly from: Groups<Link>
  readonly to: Groups<Link>
  readonly answers: Groups<Attestation>
  readonly stances: Groups<BoardRecord>
  readonly said: Groups<Said>
  readonly restatements: Groups<BoardRecord>
  readonly perceptions: Groups<BoardRecord>
  readonly replies: Groups<BoardRecord>
  readonly metrics: Groups<Card>
  readonly shared: Groups<Card>
}

const cardOf = (record: Said): string => (typeof record.card === 'string' ? record.card : '')
const personOf = (record: Said): string => (typeof record.person === 'string' ? record.person : '')
const fromOf = (link: Link): string => link.from
const toOf = (link: Link): string => link.to
const textIn = (record: BoardRecord, field: string): string => (typeof record[field] === 'string' ? record[field] : '')

/** The key of an ordered pair of teams: what the first says about the second. */
export function pairOf(by: string, about: string): string {
  return `${by}>${about}`
}

/** Under which name a metric is the same as another; empty for what is no metric that counts. */
export function metricName(card: Card | undefined): string {
  return card?.kind === 'metric' && !card.deleted && !card.retired ? words(card.title).toLowerCase() : ''
}

/** The one group of the goals that all teams share. */
const SHARED = 'shared'
const sharedKey = (card: Card): string => (card.kind === 'goal' && card.fields['shared'] === true && !card.deleted && !card.retired ? SHARED : '')

/** Groups of records of a root that are few beside cards and links, by one key each. */
const RECORD_KEYS = {
  restatements: (record: BoardRecord): string => textIn(record, 'round'),
  perceptions: (record: BoardRecord): string => pairOf(textIn(record, 'by'), textIn(record, 'about')),
  replies: (record: BoardRecord): string => textIn(record, 'perception'),
}
const RECORD_ROOT = { restatements: 'restatements', perceptions: 'perceptions', replies: 'perceptionReplies' } as const satisfies Record<keyof typeof RECORD_KEYS, RecordRoot>
type RecordGroup = keyof typeof RECORD_KEYS

function recordGroups(state: BoardState, name: RecordGroup): Groups<BoardRecord> {
  const groups = new Map<string, BoardRecord[]>()
  for (const record of state.records[RECORD_ROOT[name]].values()) group(groups, RECORD_KEYS[name](record), record)
  return Groups.of(groups)
}

/** Those of the cards that have a key. */
function cardGroups(cards: Iterable<Card>, keyOf: (card: Card) => string): Groups<Card> {
  const groups = new Map<string, Card[]>()
  for (const card of cards) {
    const key = keyOf(card)
    if (key !== '') group(groups, key, card)
  }
  return Groups.of(groups)
}

export class BoardIndex {
  readonly state: BoardState
  readonly #grouped: Grouped

  private constructor(state: BoardState, grouped: Grouped) {
    this.state = state
    this.#grouped = grouped
  }

  static of(state: BoardState): BoardIndex {
    const from = new Map<string, Link[]>()
    const to = new Map<string, Link[]>()
    const answers = new Map<string, Attestation[]>()
    const stances = new Map<string, BoardRecord[]>()
    const said = new Map<string, Said[]>()
    for (const link of state.links.values()) {
      group(from, link.from, link)
      group(to, link.to, link)
    }
    for (const answer of state.attestations.values()) {
      group(answers, answer.card, answer)
      group(said, answer.person, answer)
    }
    for (const stance of state.records.stances.values()) {
      group(stances, cardOf(stance), stance)
      group(said, personOf(stance), stance)
    }
    return new BoardIndex(state, {
      from: Groups.of(from), to: Groups.of(to), answers: Groups.of(answers), stances: Groups.of(stances), said: Groups.of(said),
      restatements: recordGroups(state, 'restatements'), perceptions: recordGroups(state, 'perceptions'), replies: recordGroups(state, 'replies'),
      metrics: cardGroups(state.cards.values(), metricName), shared: cardGroups(state.cards.values(), sharedKey),
    })
  }

  linksFrom(cardId: string): readonly Link[] {
    return this.#grouped.from.get(cardId)
  }

  linksTo(cardId: string): readonly Link[] {
    return this.#grouped.to.get(cardId)
  }

  answersOn(cardId: string): readonly Attestation[] {
    return this.#grouped.answers.get(cardId)
  }

  stancesOn(cardId: string): readonly BoardRecord[] {
    return this.#grouped.stances.get(cardId)
  }

  restatementsOf(roundId: string): readonly BoardRecord[] {
    return this.#grouped.restatements.get(roundId)
  }

  /** What people of one team wrote about another. */
  perceptionsOf(by: string, about: string): readonly BoardRecord[] {
    return this.#grouped.perceptions.get(pairOf(by, about))
  }

  repliesTo(perceptionId: string): readonly BoardRecord[] {
    return this.#grouped.replies.get(perceptionId)
  }

  /** Active metrics of one name (`metricName`). */
  metricsNamed(name: string): readonly Card[] {
    return this.#grouped.metrics.get(name)
  }

  /** Active goals that all teams share. */
  sharedGoals(): readonly Card[] {
    return this.#grouped.shared.get(SHARED)
  }

  /** The index of another state, made from this one, and what differs. */
  next(state: BoardState): { readonly index: BoardIndex; readonly difference: Difference } {
    const old = this.#grouped
    const cards = changes(this.state.cards, state.cards)
    const links = changes(this.state.links, state.links)
    const answers = changes(this.state.attestations, state.attestations)
    const stances = changes(this.state.records.stances, state.records.stances)
    const grouped: Grouped = {
      from: old.from.edited(edits(links, fromOf)),
      to: old.to.edited(edits(links, toOf)),
      answers: old.answers.edited(edits(answers, cardOf)),
      stances: old.stances.edited(edits(stances, cardOf)),
      said: old.said.edited(edits<Said>([...answers, ...stances], personOf)),
      restatements: this.#nextRecords(state, 'restatements'), perceptions: this.#nextRecords(state, 'perceptions'), replies: this.#nextRecords(state, 'replies'),
      metrics: old.metrics.edited(keyed(cards, metricName)), shared: old.shared.edited(keyed(cards, sharedKey)),
    }
    const answered = new Set(edits<Said>([...answers, ...stances], cardOf).map((edit) => edit.key))
    for (const person of affectedPeople(this.state, state)) for (const record of grouped.said.get(person)) answered.add(cardOf(record))
    const difference: Difference = {
      cards: new Set(cards.map(({ was, is }) => (is ?? was)?.id ?? '')),
      drawn: new Set([...edits(links, fromOf), ...edits(links, toOf)].map((edit) => edit.key)),
      resting: new Set(edits(links.filter((link) => [link.was, link.is].some((end) => end?.type === 'rests_on')), fromOf).map((edit) => edit.key)),
      answered,
      links: new Set(links.map(({ was, is }) => (is ?? was)?.id ?? '')),
    }
    return { index: new BoardIndex(state, grouped), difference }
  }

  #nextRecords(state: BoardState, name: RecordGroup): Groups<BoardRecord> {
    const root = RECORD_ROOT[name]
    return this.#grouped[name].edited(edits(changes(this.state.records[root], state.records[root]), RECORD_KEYS[name]))
  }
}

/** People whose entry differs, and every self of theirs: what one self said may speak for the other, or no longer. */
export function affectedPeople(before: BoardState, after: BoardState): ReadonlySet<string> {
  const changed = after.people.changedSince(before.people)
  if (changed.size === 0) return changed
  const affected = new Set(changed)
  for (const id of changed) for (const person of [before.people.get(id), after.people.get(id)]) if (person?.mergedInto !== undefined) affected.add(person.mergedInto)
  for (const { id, mergedInto } of after.people.values()) if (mergedInto !== undefined && affected.has(mergedInto)) affected.add(id)
  return affected
}

/** One record of a table before and after. */
export interface Change<V> { readonly was: V | undefined; readonly is: V | undefined }

export function changes<V>(before: Table<V>, after: Table<V>): Change<V>[] {
  return Array.from(after.changedSince(before), (id) => ({ was: before.get(id), is: after.get(id) }))
}

/** How the changes move records between the groups of their keys. */
export function edits<V>(changed: readonly Change<V>[], keyOf: (value: V) => string): GroupEdit<V>[] {
  return changed.flatMap(({ was, is }) => [
    ...(was === undefined ? [] : [{ key: keyOf(was), gone: was }]),
    ...(is === undefined ? [] : [{ key: keyOf(is), come: is }]),
  ])
}

/** The same for cards of which most have no key; one that stays under its key takes the place of its older self. */
function keyed(changed: readonly Change<Card>[], keyOf: (card: Card) => string): GroupEdit<Card>[] {
  return edits(changed, keyOf).filter(({ key }) => key !== '')
}
