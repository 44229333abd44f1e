// Has the browser keep the page itself, so that it opens with the server away. Only where browsers allow it (https, or
// this machine); elsewhere an open page still works without the server until it is closed.

/** ms after the page has loaded: keeping files must not slow down what somebody is looking at. */
const LATER = 1_500

export function keepShell(): void {
  // An insecure page has none, whatever the types say.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  // Where there is one already, the browser itself looks for a newer one at each visit.
  if (workers === undefined || workers.controller !== null || import.meta.env.DEV) return
  const register = (): void => {
    // A browser that refuses, as private windows may, opens the page only with the server there.
    workers.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined)
  }
  setTimeout(register, LATER)
}
