// What is fetched in quiet moments comes in the end, also when the network was away at first.
import { expect } from '@open-wc/testing'
import { whenQuiet } from '../../../client/app/stage/when-quiet.ts'
import { until } from '../../support/local-session.ts'

describe('when the browser is quiet', () => {
  it('tries again what could not be fetched when the network is back, and no more once it came', async () => {
    let tries = 0
    whenQuiet(() => {
      tries++
      return tries < 3 ? Promise.reject(new Error('away')) : Promise.resolve()
    })
    for (const count of [1, 2]) {
      await until(`try ${count}`, () => tries === count)
      // The promise has been refused by the next task.
      await new Promise((resolve) => setTimeout(resolve))
      window.dispatchEvent(new Event('online'))
    }
    await until('it came', () => tries === 3)
    window.dispatchEvent(new Event('online'))
    await new Promise((resolve) => { requestIdleCallback(resolve) })
    expect(tries).to.equal(3)
  })

  it('gives up in the end', async () => {
    let tries = 0
    whenQuiet(() => { tries++; return Promise.reject(new Error('away')) }, 2)
    await until('the first try', () => tries === 1)
    await new Promise((resolve) => setTimeout(resolve))
    window.dispatchEvent(new Event('online'))
    await until('the second', () => tries === 2)
    await new Promise((resolve) => setTimeout(resolve))
    window.dispatchEvent(new Event('online'))
    await new Promise((resolve) => { requestIdleCallback(resolve) })
    expect(tries).to.equal(2)
  })
})
