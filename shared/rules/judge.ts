// The judgement of one board at one instant: each answer made when somebody asks and kept. With a previous judgement,
// all that the change cannot have touched is kept too, so that one edit on a large board costs what it changed.
//
//   facts of the state ──► singles.ts (a card, a dependency) ──► trail.ts ──► board-wide.ts (the board, when it is asked)
import type { BoardState } from '../board/records.ts'
import { Baselines } from './baselines.ts'
import { sameChoices } from './choices.ts'
import type {
  AssumptionJudgement, DecisionJudgement, DependencyJudgement, DirectionJudgement, Judgements, Prompt, RiskJudgement, StandingJudgement, TiersJudgement, TradeWord,
} from './judgements.ts'
import { Schedule } from './next-change.ts'
import { promptsOf } from './prompts.ts'
import { Singles } from './singles.ts'
import { tradeOf } from './trades.ts'
import { Step } from './trail.ts'

/**
 * Judges `state` at `now` (ms). With `previous`, of any earlier state of the board, in proportion to what differs
 * from it: that is found by comparing the two states, so several changes may be judged at once.
 */
export function judge(state: BoardState, now: number, previous?: { readonly judgements: Judgements }): Judgements {
  const before = previous?.judgements
  return before instanceof BoardJudgements ? before.next(state, now) : BoardJudgements.of(state, now)
}

/** Where what is judged of the whole board can be led on from. */
export function stepOf(judgements: Judgements): Step {
  if (!(judgements instanceof BoardJudgements)) throw new TypeError('Only judgements that judge() made can be asked for the whole board.')
  return judgements.step
}

/** Changes that are remembered for those who ask what they touched. */
const REMEMBERED = 20

/**
 * Cards that may be judged otherwise than in `older`, but for what time alone has changed: `nextChangeAt` tells of that.
 * Undefined when it is not known: too many changes ago, or other settings.
 */
export function touchedSince(older: Judgements | undefined, newer: Judgements): ReadonlySet<string> | undefined {
  return older instanceof BoardJudgements && newer instanceof BoardJudgements ? newer.touchedSince(older) : undefined
}

interface Change { readonly from: WeakRef<BoardJudgements>; readonly touched: ReadonlySet<string> }

class BoardJudgements implements Judgements {
  readonly now: number
  readonly step: Step
  readonly #singles: Singles
  readonly #baselines: Baselines
  #schedule: Schedule | undefined
  /** The last changes, the newest last. */
  readonly #changes: readonly Change[]

  private constructor(step: Step, baselines: Baselines, schedule: Schedule | undefined, changes: readonly Change[] = []) {
    this.#changes = changes
    this.now = step.singles.now
    this.step = step
    this.#singles = step.singles
    this.#baselines = baselines
    this.#schedule = schedule
  }

  static of(state: BoardState, now: number): BoardJudgements {
    return new BoardJudgements(new Step(Singles.of(state, now)), new Baselines(state), undefined)
  }

  /** The judgement of another state, with all that still holds; of a clock set back and under other settings, nothing. */
  next(state: BoardState, now: number): BoardJudgements {
    const old = this.#singles
    if (now < this.now || !sameChoices(old.index.state.settings, state.settings)) return BoardJudgements.of(state, now)
    const { singles, touched } = old.next(state, now)
    const schedule = this.#schedule?.with(Array.from(touched.own, (key) => [key, singles.changeOf(key)] as const))
    const changes = [...this.#changes.slice(1 - REMEMBERED), { from: new WeakRef(this), touched: touched.all }]
    return new BoardJudgements(this.step.next(singles, touched), this.#baselines.next(state), schedule, changes)
  }

  touchedSince(older: BoardJudgements): ReadonlySet<string> | undefined {
    if (older === this) return new Set()
    const at = this.#changes.findIndex(({ from }) => from.deref() === older)
    return at < 0 ? undefined : new Set(this.#changes.slice(at).flatMap(({ touched }) => [...touched]))
  }

  assumption(cardId: string): AssumptionJudgement {
    return this.#singles.assumption(cardId).value
  }

  prompts(cardId: string): readonly Prompt[] {
    return promptsOf(this.#singles.index, cardId)
  }

  standing(cardId: string): StandingJudgement {
    return this.#singles.standing(cardId).value
  }

  decision(cardId: string): DecisionJudgement {
    return this.#singles.decision(cardId).value
  }

  direction(cardId: string): DirectionJudgement {
    return this.#singles.direction(cardId).value
  }

  risk(cardId: string): RiskJudgement {
    return this.#singles.risk(cardId).value
  }

  dependency(linkId: string): DependencyJudgement {
    return this.#singles.dependency(linkId).value
  }

  tiers(cardId: string): TiersJudgement {
    return this.#singles.tiers(cardId).value
  }

  trade(cardId: string): TradeWord {
    return tradeOf(this.#singles.index.state, cardId)
  }

  status(cardId: string): string {
    return this.#singles.status(cardId).value
  }

  dependants(cardId: string): readonly string[] {
    return this.#singles.dependants(cardId).cards
  }

  carries(cardId: string): readonly string[] {
    return this.#singles.carries(cardId)
  }

  loadBearing(cardId: string): boolean {
    return this.#singles.dependants(cardId).loadBearing
  }

  requiredTeams(cardId: string): readonly string[] {
    return this.#singles.dependants(cardId).teams
  }

  nextChangeAt(cardId?: string): number | undefined {
    const at = cardId === undefined ? Math.min(this.#nextOfAll(), this.#baselines.nextAt(this.now)) : this.#singles.nextOf(cardId)
    return at === Infinity ? undefined : at
  }

  #nextOfAll(): number {
    const { now } = this
    let schedule = this.#schedule ?? Schedule.of(Array.from(this.#singles.keys(), (key) => [key, this.#singles.changeOf(key)] as const))
    let first = schedule.first()
    while (first !== undefined && first.at <= now) {
      schedule = schedule.with([[first.id, this.#singles.changeOf(first.id)]])
      first = schedule.first()
    }
    this.#schedule = schedule
    return first?.at ?? Infinity
  }
}
