// The judgement of one board at one instant: each answer made when somebody asks and kept. With a previous judgement,
// all that the change cannot have touched is kept too, so that one edit on a large board costs what it changed.
import type { BoardState, Link } from '../board/records.ts'
import { above, leanedOn, regrounded, withTargets } from './affected.ts'
import { assumptionOf } from './assumption.ts'
import { BoardIndex } from './board-index.ts'
import { sameChoices } from './choices.ts'
import { decisionOf } from './decision.ts'
import { carriedBy, dependantsOf, type Dependants } from './dependants.ts'
import { directionOf } from './direction.ts'
import type { AssumptionJudgement, DecisionJudgement, DirectionJudgement, Judgements, StandingJudgement } from './judgements.ts'
import { Names } from './gathered.ts'
import { Memo, type Timed } from './memo.ts'
import { Schedule } from './next-change.ts'
import { belowOf, standingOf, standingState, type Below } from './standing.ts'
import { contextStatus, questionStatus, riskStatus, workStatus } from './status.ts'

/**
 * Judges `state` at `now` (ms). With `previous`, of any earlier state of the board, in proportion to what differs
 * from it: that is found by comparing the two states, so several changes may be judged at once.
 */
export function judge(state: BoardState, now: number, previous?: { readonly judgements: Judgements }): Judgements {
  const before = previous?.judgements
  return before instanceof BoardJudgements ? before.next(state, now) : new BoardJudgements(BoardIndex.of(state), now, nothingMade())
}

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
  readonly risks: Memo<string>
}

function nothingMade(): Made {
  return {
    dependants: Memo.empty(), carries: Memo.empty(), assumptions: Memo.empty(), below: Memo.empty(), names: new Names(),
    standings: Memo.empty(), decisions: Memo.empty(), directions: Memo.empty(), risks: Memo.empty(),
  }
}

const LEANS = new Set<Link['type']>(['rests_on', 'depends_on'])
const WOULD_CAUSE = new Set<Link['type']>(['if_false'])

const lasting = <V>(value: V): Timed<V> => ({ value, until: Infinity })

class BoardJudgements implements Judgements {
  readonly now: number
  readonly #index: BoardIndex
  readonly #made: Made
  #schedule: Schedule | undefined

  constructor(index: BoardIndex, now: number, made: Made) {
    this.#index = index
    this.now = now
    this.#made = made
  }

  assumption(cardId: string): AssumptionJudgement {
    return this.#assumption(cardId).value
  }

  standing(cardId: string): StandingJudgement {
    return this.#kept(this.#made.standings, cardId, () => {
      const { value, until } = this.#below(cardId)
      return { value: standingOf(this.#made.names, value), until }
    }).value
  }

  decision(cardId: string): DecisionJudgement {
    return this.#decision(cardId).value
  }

  direction(cardId: string): DirectionJudgement {
    return this.#kept(this.#made.directions, cardId, () => lasting(directionOf(this.#index, cardId))).value
  }

  status(cardId: string): string {
    return this.#status(cardId).value
  }

  dependants(cardId: string): readonly string[] {
    return this.#dependants(cardId).cards
  }

  carries(cardId: string): readonly string[] {
    return this.#kept(this.#made.carries, cardId, () => lasting(carriedBy(cardId, (id) => this.dependants(id)))).value
  }

  loadBearing(cardId: string): boolean {
    return this.#dependants(cardId).loadBearing
  }

  requiredTeams(cardId: string): readonly string[] {
    return this.#dependants(cardId).teams
  }

  nextChangeAt(cardId?: string): number | undefined {
    const at = cardId === undefined ? this.#nextOfAll() : this.#status(cardId).until
    return at === Infinity ? undefined : at
  }

  /** The judgement of another state, with all that still holds. A clock set back keeps only the index. */
  next(state: BoardState, now: number): BoardJudgements {
    const { index, difference } = this.#index.next(state)
    if (now < this.now || !sameChoices(this.#index.state.settings, state.settings)) return new BoardJudgements(index, now, nothingMade())
    const leaned = leanedOn(this.#index, index, difference)
    const local = new Set([...leaned, ...difference.cards, ...difference.answered])
    const made = this.#madeBut(local, leaned, withTargets(index, leaned, LEANS))
    const draft = new BoardJudgements(index, now, made)
    const supports = [...this.#judgedOtherwise(draft, local), ...regrounded(this.#index, index, difference)]
    const shaken = above(index, supports, difference.resting, (id) => made.below.found(id) !== undefined)
    const after = new BoardJudgements(index, now, {
      ...made,
      below: made.below.without(shaken),
      standings: made.standings.without(shaken),
      decisions: made.decisions.without(shaken),
      risks: made.risks.without(withTargets(index, supports, WOULD_CAUSE)),
    })
    after.#schedule = this.#schedule?.with(Array.from(local, (id) => [id, after.#changeOf(id)] as const))
    return after
  }

  #madeBut(local: ReadonlySet<string>, leaned: ReadonlySet<string>, carrying: ReadonlySet<string>): Made {
    const { dependants, carries, assumptions, below, names, standings, decisions, directions, risks } = this.#made
    return {
      below, names, standings,
      dependants: dependants.without(leaned), carries: carries.without(carrying), assumptions: assumptions.without(local),
      decisions: decisions.without(local), directions: directions.without(local), risks: risks.without(local),
    }
  }

  /** Those of the cards that others may have built on and that are now judged otherwise, or for another time. */
  #judgedOtherwise(after: BoardJudgements, cardIds: Iterable<string>): string[] {
    const otherwise: string[] = []
    for (const id of cardIds) {
      const old = this.#made.assumptions.found(id)
      if (old === undefined) continue
      const { value, until } = after.#assumption(id)
      if (weightOf(value) !== weightOf(old.value) || until !== old.until) otherwise.push(id)
      if (JSON.stringify(value) === JSON.stringify(old.value)) after.#made.assumptions.keep(id, { value: old.value, until })
    }
    return otherwise
  }

  #kept<V>(memo: Memo<V>, cardId: string, make: () => Timed<V>): Timed<V> {
    return memo.at(cardId, this.now) ?? memo.keep(cardId, make())
  }

  #dependants(cardId: string): Dependants {
    return this.#kept(this.#made.dependants, cardId, () => lasting(dependantsOf(this.#index, cardId))).value
  }

  #assumption(cardId: string): Timed<AssumptionJudgement> {
    return this.#kept(this.#made.assumptions, cardId, () =>
      assumptionOf(this.#index.state, cardId, this.#index.answersOn(cardId), this.#dependants(cardId), this.now))
  }

  #below(cardId: string): Timed<Below> {
    return belowOf({ index: this.#index, now: this.now, below: this.#made.below, names: this.#made.names, assumption: (id) => this.#assumption(id) }, cardId)
  }

  #decision(cardId: string): Timed<DecisionJudgement> {
    return this.#kept(this.#made.decisions, cardId, () => {
      const unexamined = standingState(this.#below(cardId).value) === 'unexamined'
      return decisionOf(this.#index.state, cardId, this.#index.stancesOn(cardId), this.requiredTeams(cardId), unexamined, this.now)
    })
  }

  #status(cardId: string): Timed<string> {
    const card = this.#index.state.cards.get(cardId)
    if (card === undefined || card.deleted) return lasting('absent')
    if (card.retired) return lasting('retired')
    switch (card.kind) {
      case 'assumption': return stateWord(this.#assumption(cardId))
      case 'decision': case 'proposal': return stateWord(this.#decision(cardId))
      case 'risk': return this.#kept(this.#made.risks, cardId, () => riskStatus(this.#index, card, (id) => this.#assumption(id)))
      case 'question': return questionStatus(card)
      case 'action': case 'commitment': return workStatus(card, this.now)
      case 'context': return contextStatus(this.#index, card)
      default: return { value: standingState(this.#below(cardId).value), until: this.#below(cardId).until }
    }
  }

  /** The next instant at which time changes this card for its own reasons; what lies under it has its own. */
  #changeOf(cardId: string): number {
    switch (this.#index.state.cards.get(cardId)?.kind) {
      case 'assumption': case 'decision': case 'proposal': case 'action': case 'commitment': return this.#status(cardId).until
      default: return Infinity
    }
  }

  #nextOfAll(): number {
    let schedule = this.#schedule ?? Schedule.of(Array.from(this.#index.state.cards.keys(), (id) => [id, this.#changeOf(id)] as const))
    let first = schedule.first()
    while (first !== undefined && first.at <= this.now) {
      schedule = schedule.with([[first.id, this.#changeOf(first.id)]])
      first = schedule.first()
    }
    this.#schedule = schedule
    return first?.at ?? Infinity
  }
}

/** All that other cards read of an assumption. */
function weightOf({ state, marked }: AssumptionJudgement): string {
  return state === 'refuted' ? 'refuted' : marked ? 'marked' : 'firm'
}

function stateWord({ value, until }: Timed<{ readonly state: string }>): Timed<string> {
  return { value: value.state, until }
}
