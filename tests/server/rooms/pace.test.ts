// When rooms get their turn: a lone edit at once, many edits together, never later than 16 ms.
import { describe, expect, it, vi } from 'vitest'
import { MOST_GATHERING_MS, Pace } from '../../../server/rooms/pace.ts'
import { until } from '../../support/until.ts'

const tick = (): Promise<void> => new Promise((done) => setImmediate(done))

describe('the pace', () => {
  it('[WS12] gives a lone edit its turn before anything else happens', async () => {
    const turn = vi.fn<() => number>(() => 1)
    const pace = new Pace(async () => undefined)
    pace.want({ turn })
    await tick()
    expect(turn).toHaveBeenCalledTimes(1)
  })

  it('[WS13] gives all that wanted one turn in the same turn, each once, and commits once', async () => {
    const commit = vi.fn<() => Promise<void>>(async () => undefined)
    const [a, b] = [{ turn: vi.fn<() => number>(() => 1) }, { turn: vi.fn<() => number>(() => 1) }]
    const pace = new Pace(commit)
    for (const room of [a, b, a, b, a]) pace.want(room)
    await tick()
    expect([a.turn.mock.calls.length, b.turn.mock.calls.length, commit.mock.calls.length]).toEqual([1, 1, 1])
  })

  it('[WS13] gathers after a turn that took long, for 16 ms at most', async () => {
    const turns: number[] = []
    const busy = {
      turn: () => {
        for (const until = performance.now() + 30; performance.now() < until;) turns.length += 0
        return 1_000
      },
    }
    const pace = new Pace(async () => undefined)
    pace.want(busy)
    await tick()
    const ended = performance.now()
    pace.want({ turn: () => turns.push(performance.now() - ended) })
    await tick()
    expect(turns).toEqual([])
    await until(() => expect(turns.length).toBe(1), { interval: 1 })
    // A timer may be late on a busy machine, but it is never asked for more.
    expect(MOST_GATHERING_MS).toBe(16)
    expect(turns[0]).toBeGreaterThan(10)
  })
})
