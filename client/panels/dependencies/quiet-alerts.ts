// When a team is told that something changed under it: after two minutes without a further change, so that nobody hears
// of half a sentence. The state itself changes at once. Knows no element and no time but the clock that it is given.
import type { Line, Side } from './lines.ts'
import { isChange, ownSide } from './lines.ts'

export const QUIET_MS = 120_000

export interface Clock {
  now(): number
  /** Returns the way to call it off. */
  after(ms: number, run: () => void): () => void
}

export const PAGE_CLOCK: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** What changed for one's own team. */
export interface Changed { readonly line: Line; readonly side: Side }
interface Pending { readonly basis: string; readonly due: number }

export class QuietAlerts {
  readonly #clock: Clock
  readonly #tell: (changed: readonly Changed[]) => void
  /** By link and side: what stands there now, and when it is told; Infinity when it was, or was there before anybody looked. */
  #pending = new Map<string, Pending>()
  #latest: readonly Changed[] = []
  #began = false
  #stop: () => void = () => undefined

  constructor(tell: (changed: readonly Changed[]) => void, clock: Clock = PAGE_CLOCK) {
    this.#tell = tell
    this.#clock = clock
  }

  /** `lines`: all of the board now; what was answered since is forgotten. */
  heed(lines: readonly Line[], team: string | undefined): void {
    const now = this.#clock.now()
    const before = this.#pending
    this.#latest = lines.flatMap((line) => {
      const side = ownSide(line, team)
      return side !== undefined && isChange(side.alert) ? [{ line, side }] : []
    })
    this.#pending = new Map(this.#latest.map(({ line, side }) => {
      const key = keyOf(line, side)
      const known = before.get(key)
      const basis = side.basis ?? ''
      if (known?.basis === basis) return [key, known]
      return [key, { basis, due: this.#began ? now + QUIET_MS : now + firstWait(line, side, now) }]
    }))
    this.#began = true
    this.#wind()
  }

  stop(): void {
    this.#stop()
  }

  #wind(): void {
    this.#stop()
    const next = Math.min(...[...this.#pending.values()].map(({ due }) => due))
    this.#stop = next === Infinity ? () => undefined : this.#clock.after(Math.max(0, next - this.#clock.now()), this.#ring)
  }

  readonly #ring = (): void => {
    const now = this.#clock.now()
    const due = this.#latest.filter(({ line, side }) => (this.#pending.get(keyOf(line, side))?.due ?? Infinity) <= now)
    for (const { line, side } of due) this.#pending.set(keyOf(line, side), { basis: side.basis ?? '', due: Infinity })
    if (due.length > 0) this.#tell(due)
    this.#wind()
  }
}

function keyOf({ link }: Line, { side }: Side): string {
  return `${side}:${link.id}`
}

/** What changed before the page was opened is not told again, unless it is still so fresh that nobody can have been told. */
function firstWait({ provider, consumer }: Line, { side, earlier }: Side, now: number): number {
  const changed = side === 'consumer' ? provider : consumer
  // Not before the last answer to what stood there earlier.
  const instants = [changed.deletedAt, changed.editedAt, earlier[0]?.at].map((at) => Date.parse(at ?? '')).filter((at) => !Number.isNaN(at))
  const age = now - Math.max(...instants)
  // Negative where the clocks of browser and server differ.
  return age < QUIET_MS ? Math.min(QUIET_MS, QUIET_MS - age) : Infinity
}
