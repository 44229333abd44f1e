// What is judged of one card or one dependency: each answer made when somebody asks, and kept. The next board keeps all
// that the change cannot have touched, and tells what it may have touched.
import type { BoardRecord, BoardState, Card, Link } from '../board/records.ts'
import { above, leanedOn, linesAround, regrounded, withTargets } from './affected.ts'
import { assumptionOf } from './assumption.ts'
import { affectedPeople, BoardIndex, type Difference } from './board-index.ts'
import { decisionOf } from './decision.ts'
import { carriedBy, dependantsOf, type Dependants } from './dependants.ts'
import { dependencyOf } from './dependency.ts'
import { directionOf } from './direction.ts'
import { Names } from './gathered.ts'
import type { AssumptionJudgement, DecisionJudgement, DependencyJudgement, DirectionJudgement, RiskJudgement, StandingJudgement, TiersJudgement } from './judgements.ts'
import { isLine, LineIndex } from './line-index.ts'
import { Memo, type Timed } from './memo.ts'
import { riskOf, type Risk } from './risk.ts'
import { moment } from './roll.ts'
import { belowOf, standingOf, standingState, type Below } from './standing.ts'
import { contextStatus, questionStatus, workStatus } from './status.ts'
import { tiersOf, type Judged } from './tiers.ts'

interface Made {
  readonly dependants: Memo<Dependants>
  readonly carries: Memo<readonly string[]>
  readonly assumptions: Memo<AssumptionJudgement>
  readonly below: Memo<Below>
  /** The ids in the sets of `below`. */
  readonly names: Names
  readonly standings: Memo<StandingJudgement>
  readonly decisions: Memo<DecisionJudgement>
  readonly directions: Memo<DirectionJudgement>
  readonly risks: Memo<Risk>
  readonly dependencies: Memo<DependencyJudgement>
}

function nothingMade(): Made {
  return {
    dependants: Memo.empty(), carries: Memo.empty(), assumptions: Memo.empty(), below: Memo.empty(), names: new Names(), standings: Memo.empty(),
    decisions: Memo.empty(), directions: Memo.empty(), risks: Memo.empty(), dependencies: Memo.empty(),
  }
}

/** What may be judged otherwise on the next board. */
export interface Touched {
  readonly before: BoardIndex
  readonly difference: Difference
  /** Cards with judgements of their own, and dependencies as `lineKey` says: what their next instant hangs on. */
  readonly own: ReadonlySet<string>
  /** Those, and every card above and every risk beside them, as far as they had been judged when the change was looked at. */
  readonly all: ReadonlySet<string>
  /** When that was: a moment of roll.ts. */
  readonly looked: number
}

const LEANS = new Set<Link['type']>(['rests_on', 'depends_on'])
const WOULD_CAUSE = new Set<Link['type']>(['if_false'])
const LINE = 'link:'

/** A dependency among cards: ids of cards have no colon. */
export const lineKey = (linkId: string): string => LINE + linkId
/** The id of a dependency; undefined for the key of a card. */
export const lineOf = (key: string): string | undefined => (key.startsWith(LINE) ? key.slice(LINE.length) : undefined)

const lasting = <V>(value: V): Timed<V> => ({ value, until: Infinity })

export class Singles implements Judged {
  readonly now: number
  readonly index: BoardIndex
  readonly #lines: LineIndex
  readonly #made: Made

  private constructor(index: BoardIndex, lines: LineIndex, now: number, made: Made) {
    this.index = index
    this.#lines = lines
    this.now = now
    this.#made = made
  }

  static of(state: BoardState, now: number): Singles {
    return new Singles(BoardIndex.of(state), LineIndex.of(state), now, nothingMade())
  }

  dependants(cardId: string): Dependants {
    return this.#kept(this.#made.dependants, cardId, () => lasting(dependantsOf(this.index, cardId))).value
  }

  carries(cardId: string): readonly string[] {
    return this.#kept(this.#made.carries, cardId, () => lasting(carriedBy(cardId, (id) => this.dependants(id).cards))).value
  }

  assumption(cardId: string): Timed<AssumptionJudgement> {
    return this.#kept(this.#made.assumptions, cardId, () => assumptionOf(this.index.state, cardId, this.index.answersOn(cardId), this.dependants(cardId), this.now))
  }

  standing(cardId: string): Timed<StandingJudgement> {
    return this.#kept(this.#made.standings, cardId, () => {
      const { value, until } = this.#below(cardId)
      return { value: standingOf(this.#made.names, value), until }
    })
  }

  decision(cardId: string): Timed<DecisionJudgement> {
    return this.#kept(this.#made.decisions, cardId, () => {
      const unexamined = standingState(this.#below(cardId).value) === 'unexamined'
      return decisionOf(this.index.state, cardId, this.index.stancesOn(cardId), this.dependants(cardId).teams, unexamined, this.now)
    })
  }

  direction(cardId: string): Timed<DirectionJudgement> {
    return this.#kept(this.#made.directions, cardId, () => lasting(directionOf(this.index, cardId)))
  }

  risk(cardId: string): Timed<RiskJudgement> {
    const { value, until } = this.#risk(cardId)
    return { value: value.judgement, until }
  }

  dependency(linkId: string): Timed<DependencyJudgement> {
    return this.#kept(this.#made.dependencies, linkId, () => dependencyOf(this.index.state, linkId, this.#lines.acksOf(linkId), this.now))
  }

  /** What was acknowledged of a dependency. */
  acksOf(linkId: string): readonly BoardRecord[] {
    return this.#lines.acksOf(linkId)
  }

  tiers(cardId: string): Timed<TiersJudgement> {
    return tiersOf(this.index.state.cards.get(cardId), this)
  }

  status(cardId: string): Timed<string> {
    const card = this.index.state.cards.get(cardId)
    if (card === undefined || card.deleted) return lasting('absent')
    return card.retired ? lasting('retired') : this.#word(card)
  }

  /** The next instant at which time alone changes a card, or a dependency, for its own reasons; what lies under it has its own. */
  changeOf(key: string): number {
    const line = lineOf(key)
    if (line !== undefined) return this.dependency(line).until
    switch (this.index.state.cards.get(key)?.kind) {
      case 'assumption': case 'decision': case 'proposal': case 'action': case 'commitment': return this.status(key).until
      default: return Infinity
    }
  }

  /** The next instant at which time alone changes anything that is judged of a card. */
  nextOf(cardId: string): number {
    const isProposal = this.index.state.cards.get(cardId)?.kind === 'proposal'
    return Math.min(this.status(cardId).until, isProposal ? this.tiers(cardId).until : Infinity)
  }

  /** The cards of the board, and its dependencies. */
  *keys(): Generator<string> {
    yield* this.index.state.cards.keys()
    for (const link of this.index.state.links.values()) if (isLine(link)) yield lineKey(link.id)
  }

  /** The same of another state, at a time that is not earlier and under the same settings. */
  next(state: BoardState, now: number): { readonly singles: Singles; readonly touched: Touched } {
    const { index, difference } = this.index.next(state)
    const { lines, differing } = this.#lines.next(state, affectedPeople(this.index.state, state))
    const rejudged = [...differing, ...linesAround(this.index, lines, difference.cards)]
    const leaned = leanedOn(this.index, index, difference)
    const local = new Set([...leaned, ...difference.cards, ...difference.answered])
    const made = this.#madeBut(local, leaned, withTargets(index, leaned, LEANS), rejudged)
    const draft = new Singles(index, lines, now, made)
    const supports = [...this.#judgedOtherwise(draft, local), ...regrounded(this.index, index, difference)]
    const shaken = above(index, supports, difference.resting, (id) => made.below.found(id) !== undefined)
    const threatened = withTargets(index, supports, WOULD_CAUSE)
    const singles = new Singles(index, lines, now, {
      ...made,
      below: made.below.without(shaken),
      standings: made.standings.without(shaken),
      decisions: made.decisions.without(shaken),
      risks: made.risks.without(threatened),
    })
    const own = new Set([...local, ...rejudged.map(lineKey)])
    const seen = state.seen.changedSince(this.index.state.seen)
    return { singles, touched: { before: this.index, difference, own, all: new Set([...own, ...shaken, ...threatened, ...seen]), looked: moment() } }
  }

  #madeBut(local: ReadonlySet<string>, leaned: ReadonlySet<string>, carrying: ReadonlySet<string>, lines: Iterable<string>): Made {
    const { dependants, carries, assumptions, below, names, standings, decisions, directions, risks, dependencies } = this.#made
    return {
      below, names, standings,
      dependants: dependants.without(leaned), carries: carries.without(carrying), assumptions: assumptions.without(local),
      decisions: decisions.without(local), directions: directions.without(local), risks: risks.without(local), dependencies: dependencies.without(lines),
    }
  }

  /** Those of the cards that others may have built on and that are now judged otherwise, or for another time. */
  #judgedOtherwise(after: Singles, cardIds: Iterable<string>): string[] {
    const otherwise: string[] = []
    for (const id of cardIds) {
      const old = this.#made.assumptions.found(id)
      if (old === undefined) continue
      const { value, until } = after.assumption(id)
      if (weightOf(value) !== weightOf(old.value) || until !== old.until) otherwise.push(id)
      if (JSON.stringify(value) === JSON.stringify(old.value)) after.#made.assumptions.keep(id, { value: old.value, until })
    }
    return otherwise
  }

  #kept<V>(memo: Memo<V>, id: string, make: () => Timed<V>): Timed<V> {
    return memo.at(id, this.now) ?? memo.keep(id, make())
  }

  #below(cardId: string): Timed<Below> {
    return belowOf({ index: this.index, now: this.now, below: this.#made.below, names: this.#made.names, assumption: (id) => this.assumption(id) }, cardId)
  }

  #risk(cardId: string): Timed<Risk> {
    return this.#kept(this.#made.risks, cardId, () => riskOf(this.index, cardId, (id) => this.assumption(id)))
  }

  /** The status of an active card. */
  #word(card: Card): Timed<string> {
    switch (card.kind) {
      case 'assumption': return stateWord(this.assumption(card.id))
      case 'decision': case 'proposal': return stateWord(this.decision(card.id))
      case 'risk': return { value: this.#risk(card.id).value.status, until: this.#risk(card.id).until }
      case 'question': return questionStatus(card)
      case 'action': case 'commitment': return workStatus(card, this.now)
      case 'context': return contextStatus(this.index, card)
      default: return { value: standingState(this.#below(card.id).value), until: this.#below(card.id).until }
    }
  }
}

/** All that other cards read of an assumption. */
function weightOf({ state, marked }: AssumptionJudgement): string {
  return state === 'refuted' || state === 'contested' ? state : marked ? 'marked' : 'firm'
}

function stateWord({ value, until }: Timed<{ readonly state: string }>): Timed<string> {
  return { value: value.state, until }
}
