// Work that may wait until the browser has nothing else to do. What cannot be fetched now is tried again when the network
// is back, or after a while: nobody may ever ask for it by a press.

/** ms until the next try without a word from the browser that the network is back, and how many tries there are. */
const AGAIN = 20_000
const MOST_TRIES = 30

/** Runs `load` when the browser is quiet. */
export function whenQuiet(load: () => Promise<unknown>, tries = MOST_TRIES): void {
  const quiet = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200))
  quiet(() => { load().catch(() => { if (tries > 1) later(() => whenQuiet(load, tries - 1)) }) })
}

/** Once: when the browser says that it is online, or when the time is over. */
function later(run: () => void): void {
  const again = (): void => {
    clearTimeout(timer)
    window.removeEventListener('online', again)
    run()
  }
  const timer = setTimeout(again, AGAIN)
  window.addEventListener('online', again)
}
