// Work that may wait until the browser has nothing else to do.

/** Runs `load` when the browser is quiet; what fails now is tried again when it is needed. */
export function whenQuiet(load: () => Promise<unknown>): void {
  const quiet = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200))
  quiet(() => { load().catch(() => undefined) })
}
