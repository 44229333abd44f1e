// The way from one judgement of a board to the next, for what is judged of the board as a whole and asked for later, or
// never: what each change touched since somebody asked. It is not kept for longer than following is worth.
import type { BoardWideJudgements } from './judgements.ts'
import type { Singles, Touched } from './singles.ts'

/** What somebody asked for, and can be had of the next board by what the change touched. */
export interface Following extends BoardWideJudgements {
  next(singles: Singles, touched: Touched): Following
}

/** After so many changes nobody has asked again, and all is made anew. */
const MOST_STEPS = 200

export class Step {
  readonly singles: Singles
  #made: Following | undefined
  #before: { readonly step: Step; readonly touched: Touched } | undefined
  readonly #steps: number

  constructor(singles: Singles, before?: { readonly step: Step; readonly touched: Touched }) {
    this.singles = singles
    this.#before = before
    this.#steps = before === undefined || before.step.#made !== undefined ? 0 : before.step.#steps + 1
  }

  next(singles: Singles, touched: Touched): Step {
    const isFollowed = this.#made !== undefined || (this.#before !== undefined && this.#steps < MOST_STEPS)
    return new Step(singles, isFollowed ? { step: this, touched } : undefined)
  }

  /** What was asked for, led on from where it was asked last; `make` when it never was, or too long ago. */
  wide(make: (singles: Singles) => Following): Following {
    this.#made ??= this.#ledOn() ?? make(this.singles)
    this.#before = undefined
    return this.#made
  }

  #ledOn(): Following | undefined {
    const way: { readonly singles: Singles; readonly touched: Touched }[] = []
    let [made, before, { singles }] = [this.#made, this.#before, this as { readonly singles: Singles }]
    while (made === undefined && before !== undefined) {
      way.push({ singles, touched: before.touched })
      const { step } = before
      made = step.#made
      singles = step.singles
      before = step.#before
    }
    return made === undefined ? undefined : way.reduceRight((from, next) => from.next(next.singles, next.touched), made)
  }
}
