// Since when something that was in order is not any more, as far as dates on the board tell: the end of a confirmation,
// a refutation, a block, a review date, the last change of the words, what a card rests on. Where nothing tells, nothing
// is guessed. Only asked for cards that have slipped.
import type { Attestation, BoardRecord, BoardState } from '../board/records.ts'
import { assumptionOf } from './assumption.ts'
import { verdictsOf } from './attestations.ts'
import { stancesOf } from './decision.ts'
import { instantOf } from './instants.ts'
import type { Judgements } from './judgements.ts'
import { statementOf } from './statement.ts'

/** ms. `latest`: it may have been before, because of several changes of the words only the last has a date. */
export interface SlipDay { readonly at: number; readonly latest: boolean }

/** More often no confirmation begins or ends between two check-ins. */
const MOST_STEPS = 400

export class SlipDays {
  readonly #board: BoardState
  readonly #judgements: Judgements
  readonly #since: number
  #answers: ReadonlyMap<string, readonly Attestation[]> | undefined
  /** Many cards rest on the same ones. */
  readonly #known = new Map<string, SlipDay | undefined>()
  #stances: ReadonlyMap<unknown, readonly BoardRecord[]> | undefined

  /** `since`: the instant of the baseline. */
  constructor(board: BoardState, judgements: Judgements, since: number) {
    this.#board = board
    this.#judgements = judgements
    this.#since = since
  }

  of(cardId: string): SlipDay | undefined {
    if (this.#known.has(cardId)) return this.#known.get(cardId)
    const day = this.#dayOf(cardId)
    const within = day === undefined || day.at <= this.#since || day.at > this.#judgements.now ? undefined : day
    this.#known.set(cardId, within)
    return within
  }

  #dayOf(cardId: string): SlipDay | undefined {
    const kind = this.#board.cards.get(cardId)?.kind
    if (kind === 'assumption') return this.#assumption(cardId)
    if (kind === 'decision' || kind === 'proposal') return this.#decision(cardId)
    if (kind === 'risk') return this.#judgements.risk(cardId).triggered ? this.#first(this.#judgements.risk(cardId).raisedBy.filter((id) => this.#judgements.assumption(id).state === 'refuted'), false) : undefined
    return this.#first(this.#judgements.standing(cardId).because, true)
  }

  /** Of what a card rests on: the first of them. `all`: each has to have a day, else the first is not known. */
  #first(ids: readonly string[], all: boolean): SlipDay | undefined {
    let first: SlipDay | undefined
    let latest = false
    for (const id of ids) {
      const day = id.startsWith('removed:') ? this.#removed(id.slice('removed:'.length)) : this.of(id)
      if (day === undefined && all) return undefined
      latest ||= day?.latest === true
      if (day !== undefined && (first === undefined || day.at < first.at)) first = day
    }
    return first === undefined ? undefined : { at: first.at, latest }
  }

  #removed(cardId: string): SlipDay | undefined {
    const at = instantOf(this.#board.cards.get(cardId)?.deletedAt)
    return at === undefined ? undefined : { at, latest: true }
  }

  #assumption(cardId: string): SlipDay | undefined {
    const card = this.#board.cards.get(cardId)
    if (card === undefined) return undefined
    const { state } = this.#judgements.assumption(cardId)
    this.#answers ??= Map.groupBy(this.#board.attestations.values(), (answer) => answer.card)
    const records = this.#answers.get(cardId) ?? []
    if (state === 'refuted' || state === 'contested') {
      return earliest(verdictsOf(records, this.#board.people, statementOf(card)).current.filter(({ verdict }) => verdict === 'refute').map(({ at }) => instantOf(at)))
    }
    return this.#byTime(cardId, records) ?? (state === 'reopened' ? this.#reworded(cardId) : undefined)
  }

  /** When time alone ended it: with what is on the board now it was confirmed, and then it was not. */
  #byTime(cardId: string, records: readonly Attestation[]): SlipDay | undefined {
    const { now } = this.#judgements
    const dependants = { cards: [], teams: this.#judgements.requiredTeams(cardId), loadBearing: this.#judgements.loadBearing(cardId) }
    let [at, ended, held]: [number, number | undefined, boolean] = [this.#since, undefined, false]
    for (let step = 0; at <= now && step < MOST_STEPS; step++) {
      const { value, until } = assumptionOf(this.#board, cardId, records, dependants, at)
      if (value.state === 'confirmed') [held, ended] = [true, undefined]
      else ended ??= at
      at = until
    }
    return held && ended !== undefined ? { at: ended, latest: false } : undefined
  }

  #reworded(cardId: string): SlipDay | undefined {
    const at = instantOf(this.#board.cards.get(cardId)?.editedAt)
    return at === undefined ? undefined : { at, latest: true }
  }

  #decision(cardId: string): SlipDay | undefined {
    const card = this.#board.cards.get(cardId)
    if (card === undefined) return undefined
    const { state, heardOnEarlierText } = this.#judgements.decision(cardId)
    if (state === 'review_due') return earliest([instantOf(card.fields.reviewBy)])
    if (state !== 'blocked') return heardOnEarlierText.length > 0 ? this.#reworded(cardId) : undefined
    this.#stances ??= Map.groupBy(this.#board.records.stances.values(), (record) => record['card'])
    return earliest(stancesOf(this.#stances.get(cardId) ?? [], this.#board.people, statementOf(card)).current.filter(({ stance }) => stance === 'block').map(({ at }) => at))
  }
}

/** Undefined when one of them has no date: it may have been the first. */
function earliest(instants: readonly (number | undefined)[]): SlipDay | undefined {
  const known = instants.filter((at) => at !== undefined)
  return known.length === 0 || known.length < instants.length ? undefined : { at: known.reduce((a, b) => Math.min(a, b)), latest: false }
}
