// What is judged of a board as a whole: freshness, drift, gaps, what teams know of each other. Put together of what is
// judged of each card and each dependency; once asked for, it follows the board by what each change touches.
import { Baselines, type Baseline } from './baselines.ts'
import { driftedCard, DRIFTED } from './drift.ts'
import { empathyOf, teamPairs } from './empathy.ts'
import { datedCard, datedLine, freshnessOf } from './freshness.ts'
import { gapPlaces, gapsAt, touchedPlaces, type Decided } from './gaps.ts'
import { stepOf } from './judge.ts'
import { GAP_TYPES, type BoardWideJudgements, type DriftJudgement, type EmpathyWord, type FreshnessJudgement, type Gap, type Judgements, type UnderstandingJudgement } from './judgements.ts'
import type { Timed } from './memo.ts'
import { Remembered } from './remembered.ts'
import { Running, type Entry } from './roll.ts'
import { lineOf, type Singles, type Touched } from './singles.ts'
import type { Following } from './trail.ts'
import { understandingOf } from './understanding.ts'

interface Lists {
  readonly fresh: Running<string>
  readonly drifted: Running<string>
  /** What `drifted` was compared with. */
  readonly baseline: Baseline | undefined
  readonly gaps: Running<Gap>
}

const NOTHING: Timed<readonly never[]> = { value: [], until: Infinity }

/** The answers of a kind that are made again only when what they are made of is another. */
interface Memory {
  readonly freshness: Remembered<FreshnessJudgement>
  readonly drift: Remembered<DriftJudgement>
  readonly gaps: Remembered<readonly Gap[]>
  readonly empathy: Remembered<Readonly<Record<string, EmpathyWord>>>
  readonly rounds: Remembered<UnderstandingJudgement>
}

/** Of judgements that `judge` made: incremental, however many changes came between two questions. */
export function wideOf(judgements: Judgements): BoardWideJudgements {
  return stepOf(judgements).wide((singles) => BoardWide.of(singles))
}

class BoardWide implements Following {
  readonly #singles: Singles
  readonly #baselines: Baselines
  readonly #lists: Lists
  readonly #memory: Memory
  /** One for the life of this judgement: gaps keep what it said. */
  readonly #decided: Decided = (cardId) => this.#singles.decision(cardId)

  private constructor(singles: Singles, baselines: Baselines, lists: Lists, memory: Memory) {
    this.#singles = singles
    this.#baselines = baselines
    this.#lists = lists
    this.#memory = memory
  }

  static of(singles: Singles): BoardWide {
    const baselines = new Baselines(singles.index.state)
    const lists = { fresh: Running.unasked<string>(), drifted: Running.unasked<string>(), baseline: baselines.newest(singles.now), gaps: Running.unasked<Gap>() }
    const memory = { freshness: new Remembered<FreshnessJudgement>(), drift: new Remembered<DriftJudgement>(), gaps: new Remembered<readonly Gap[]>(), empathy: new Remembered<Readonly<Record<string, EmpathyWord>>>(), rounds: new Remembered<UnderstandingJudgement>() }
    return new BoardWide(singles, baselines, lists, memory)
  }

  freshness(): FreshnessJudgement {
    const roll = this.#lists.fresh.at(this.#singles.now, () => this.#singles.keys(), (key) => this.#dated(key))
    const [fresh, drifting] = [roll.list('fresh'), roll.list('drifting')]
    return this.#memory.freshness.of('', [fresh.length, drifting], () => freshnessOf(fresh.length, drifting))
  }

  drift(): DriftJudgement {
    const { baseline, drifted } = this.#lists
    if (baseline === undefined) return this.#memory.drift.of('', [undefined], () => ({ since: null, slipped: [], gained: [], added: [], removed: [] }))
    const keys = (): Iterable<string> => [...this.#singles.index.state.cards.keys(), ...baseline.states.keys()]
    const roll = drifted.at(this.#singles.now, keys, (key) => this.#drifted(baseline, key))
    const lists = DRIFTED.map((word) => roll.list(word))
    return this.#memory.drift.of('', [baseline, ...lists], () => {
      const [slipped = [], gained = [], added = [], removed = []] = lists
      return { since: baseline.at, slipped, gained, added, removed }
    })
  }

  gaps(): readonly Gap[] {
    const { index, now } = this.#singles
    const roll = this.#lists.gaps.at(now, () => gapPlaces(index), (place) => this.#gapsAt(place))
    const lists = GAP_TYPES.map((type) => roll.list(type))
    return this.#memory.gaps.of('', lists, () => lists.flat())
  }

  empathy(): Readonly<Record<string, EmpathyWord>> {
    const { index } = this.#singles
    const { teams, people, records: { perceptions, perceptionReplies } } = index.state
    return this.#memory.empathy.of('', [teams, people, perceptions, perceptionReplies], () =>
      Object.fromEntries(teamPairs(index.state).map(({ by, about }) => [`${by}>${about}`, empathyOf(index, by, about)])))
  }

  understanding(roundId: string): UnderstandingJudgement {
    const { index } = this.#singles
    const { people, cards, records: { rounds } } = index.state
    const round = rounds.get(roundId)
    const goal = typeof round?.['goal'] === 'string' ? cards.get(round['goal']) : undefined
    return this.#memory.rounds.of(roundId, [round, goal, people, index.restatementsOf(roundId)], () => understandingOf(index, roundId))
  }

  next(singles: Singles, { before, difference, own, all, looked }: Touched): BoardWide {
    const baselines = this.#baselines.next(singles.index.state)
    const baseline = baselines.newest(singles.now)
    const { fresh, drifted, gaps } = this.#lists
    return new BoardWide(singles, baselines, {
      fresh: fresh.next(looked, () => all),
      drifted: baseline === this.#lists.baseline ? drifted.next(looked, () => all) : Running.unasked(),
      baseline,
      gaps: gaps.next(looked, () => touchedPlaces(before, singles.index, difference, own)),
    }, this.#memory)
  }

  #dated(key: string): Timed<readonly Entry<string>[]> {
    const singles = this.#singles
    const line = lineOf(key)
    if (line !== undefined) {
      const { value, until } = singles.dependency(line)
      return { value: entryOf(datedLine(value.state), line, key), until }
    }
    const card = singles.index.state.cards.get(key)
    const until = card?.kind === 'assumption' ? singles.assumption(key).until : card?.kind === 'decision' ? singles.decision(key).until : Infinity
    const word = datedCard(card, { loadBearing: () => singles.dependants(key).loadBearing, assumption: () => singles.assumption(key).value.state, decision: () => singles.decision(key).value.state })
    return { value: entryOf(word, key, key), until }
  }

  #drifted(baseline: Baseline, key: string): Timed<readonly Entry<string>[]> {
    if (lineOf(key) !== undefined) return NOTHING
    const { value, until } = this.#singles.status(key)
    return { value: entryOf(driftedCard(baseline, key, this.#singles.index.state.cards.get(key), value), key, key), until }
  }

  #gapsAt(place: string): Timed<readonly Entry<Gap>[]> {
    const { value, until } = gapsAt(this.#singles.index, place, this.#decided)
    return { value: value.map((gap) => ({ list: gap.type, order: gap.ids.join(' '), value: gap })), until }
  }
}

/** In the order of ids; a card and a link of one id have a place each. */
function entryOf(list: string | undefined, id: string, key: string): readonly Entry<string>[] {
  return list === undefined ? [] : [{ list, order: `${id} ${key}`, value: id }]
}
