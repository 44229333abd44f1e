// The bus of one process: every node hears the others, and not itself.
import { describe, expect, it } from 'vitest'
import { localBus } from '../../../server/bus/local.ts'

describe('the local bus', () => {
  it('[WS27] rings at every other node that listens to the board', () => {
    const bus = localBus()
    const [a, b, c] = [bus.node(), bus.node(), bus.node()]
    const heard: string[] = []
    a.listen('x', (n) => heard.push(`a ${n}`))
    b.listen('x', (n) => heard.push(`b ${n}`))
    c.listen('y', (n) => heard.push(`c ${n}`))
    a.ring('x', 7)
    expect(heard).toEqual(['b 7'])
  })

  it('[WS27] rings no more at one who stopped or closed', async () => {
    const bus = localBus()
    const [a, b] = [bus.node(), bus.node()]
    const heard: number[] = []
    const stop = b.listen('x', (n) => heard.push(n))
    b.listen('x', (n) => heard.push(n * 10))
    stop()
    a.ring('x', 1)
    await b.close()
    a.ring('x', 2)
    expect(heard).toEqual([10])
  })
})
