// The facts of a board grouped for the judgements: links by end, answers and stances by card and by person. Built in
// one pass over links and records; the next index costs what differs between two states. Knows no rule.
import type { Attestation, BoardRecord, BoardState, Link } from '../board/records.ts'
import type { Table } from '../board/table.ts'
import { Groups, group, type GroupEdit } from './groups.ts'

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
}

type Said = Attestation | BoardRecord

interface Grouped {
  readonly from: Groups<Link>
  readonly to: Groups<Link>
  readonly answers: Groups<Attestation>
  readonly stances: Groups<BoardRecord>
  readonly said: Groups<Said>
}

const cardOf = (record: Said): string => (typeof record.card === 'string' ? record.card : '')
const personOf = (record: Said): string => (typeof record.person === 'string' ? record.person : '')
const fromOf = (link: Link): string => link.from
const toOf = (link: Link): string => link.to

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
    return new BoardIndex(state, { from: Groups.of(from), to: Groups.of(to), answers: Groups.of(answers), stances: Groups.of(stances), said: Groups.of(said) })
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

  /** The index of another state, made from this one, and what differs. */
  next(state: BoardState): { readonly index: BoardIndex; readonly difference: Difference } {
    const old = this.#grouped
    const links = changes(this.state.links, state.links)
    const answers = changes(this.state.attestations, state.attestations)
    const stances = changes(this.state.records.stances, state.records.stances)
    const grouped: Grouped = {
      from: old.from.edited(edits(links, fromOf)),
      to: old.to.edited(edits(links, toOf)),
      answers: old.answers.edited(edits(answers, cardOf)),
      stances: old.stances.edited(edits(stances, cardOf)),
      said: old.said.edited(edits<Said>([...answers, ...stances], personOf)),
    }
    const answered = new Set(edits<Said>([...answers, ...stances], cardOf).map((edit) => edit.key))
    for (const person of affectedPeople(this.state, state)) for (const record of grouped.said.get(person)) answered.add(cardOf(record))
    const difference: Difference = {
      cards: state.cards.changedSince(this.state.cards),
      drawn: new Set([...edits(links, fromOf), ...edits(links, toOf)].map((edit) => edit.key)),
      resting: new Set(edits(links.filter((link) => [link.was, link.is].some((end) => end?.type === 'rests_on')), fromOf).map((edit) => edit.key)),
      answered,
    }
    return { index: new BoardIndex(state, grouped), difference }
  }
}

/** People whose entry differs, and every self of theirs: what one self said may speak for the other, or no longer. */
function affectedPeople(before: BoardState, after: BoardState): ReadonlySet<string> {
  const changed = after.people.changedSince(before.people)
  if (changed.size === 0) return changed
  const affected = new Set(changed)
  for (const id of changed) for (const person of [before.people.get(id), after.people.get(id)]) if (person?.mergedInto !== undefined) affected.add(person.mergedInto)
  for (const { id, mergedInto } of after.people.values()) if (mergedInto !== undefined && affected.has(mergedInto)) affected.add(id)
  return affected
}

interface Change<V> { readonly was: V | undefined; readonly is: V | undefined }

function changes<V>(before: Table<V>, after: Table<V>): Change<V>[] {
  return Array.from(after.changedSince(before), (id) => ({ was: before.get(id), is: after.get(id) }))
}

function edits<V>(changed: readonly Change<V>[], keyOf: (value: V) => string): GroupEdit<V>[] {
  return changed.flatMap(({ was, is }) => [
    ...(was === undefined ? [] : [{ key: keyOf(was), gone: was }]),
    ...(is === undefined ? [] : [{ key: keyOf(is), come: is }]),
  ])
}
