// How much room this browser has left for what is kept here: asked when a board is opened and now and then after. Says
// `scarce` at nine tenths; that a write failed is said by who wrote.
import type { Keeping } from './board-copy.ts'
import type { MutableStore } from './store.ts'

const SCARCE = 0.9
const ASK_EVERY = 60_000

/** True when nine tenths of what the browser gives are taken. */
export function isScarce({ usage = 0, quota = 0 }: StorageEstimate): boolean {
  return quota > 0 && usage / quota >= SCARCE
}

export function watchRoom(keeping: MutableStore<Keeping>, every = ASK_EVERY): () => void {
  if (typeof navigator === 'undefined' || navigator.storage?.estimate === undefined) return () => undefined
  const ask = (): void => {
    navigator.storage.estimate().then((estimate) => {
      if (keeping.value === 'kept' && isScarce(estimate)) keeping.set('scarce')
      else if (keeping.value === 'scarce' && !isScarce(estimate)) keeping.set('kept')
    }, () => undefined)
  }
  ask()
  const timer = setInterval(ask, every)
  return () => clearInterval(timer)
}
