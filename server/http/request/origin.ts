// Where a request may come from. A browser tells by Origin and Sec-Fetch-Site, which pages cannot forge; they are held
// against the configured origins, never against Host or the request's URL, which an attacker may choose.

export interface Provenance {
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  /** A header that only a script of our own pages, or a program, can set: a foreign page would need our consent first. */
  readonly marked: boolean
}

/** For a request that relies on the cookie. Browsers send no Origin with a GET to their own site. */
export function isOurs(from: Provenance, method: string, ours: ReadonlySet<string>): boolean {
  if (from.origin !== undefined) return ours.has(from.origin)
  if (method !== 'GET' && method !== 'HEAD') return false
  // On plain http to another machine a browser sends neither header.
  return from.fetchSite === undefined ? from.marked : from.fetchSite === 'same-origin'
}

/** For a request without any cookie: what is said to come from elsewhere does. */
export function isForeign(from: Provenance, ours: ReadonlySet<string>): boolean {
  return from.origin !== undefined && !ours.has(from.origin)
}

/** For an upgrade. `null` (a sandboxed frame) only with a key that can read and nothing more. */
export function mayUpgrade(origin: string | undefined, ours: ReadonlySet<string>, key: 'none' | 'reads' | 'other'): boolean {
  if (origin === undefined) return key !== 'none'
  return origin === 'null' ? key === 'reads' : ours.has(origin)
}
