// The page when the server is away: the files of one build, kept by the browser. Knows nothing of boards: what is said
// to the server (/api, /sync, /e) never passes through here. A page asks the server first, a file of the build never
// has to. A new build takes over at once; the one before stays for pages that are still open.
interface Lasting extends Event { waitUntil(until: Promise<unknown>): void }
interface Fetching extends Lasting { readonly request: Request; respondWith(response: Promise<Response>): void }
interface WorkerScope extends EventTarget {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  /** Written in front of this file by the build. */
  readonly tacitBuild?: { readonly name: string; readonly files: readonly string[] }
}

const worker = self as unknown as WorkerScope
const PREFIX = 'tacit-build-'
const CACHE = `${PREFIX}${worker.tacitBuild?.name ?? 'none'}`
const PAGE = '/'
/** The addresses at which the server gives the page. */
const PAGES = /^\/(?:b\/[^/]+|device)?$/
/** ms until the kept page is better than waiting. */
const PATIENCE = 4_000
/** What a proxy says when nobody is behind it. */
const NOBODY_HOME = new Set([502, 503, 504])

async function keepBuild(): Promise<void> {
  const cache = await caches.open(CACHE)
  const page = await fetch(PAGE, { cache: 'no-store', credentials: 'omit' })
  if (!page.ok) throw new Error(`the page answered ${page.status}`)
  await cache.addAll((worker.tacitBuild?.files ?? []).map((file) => `/${file}`))
  await cache.put(PAGE, page)
}

/** All builds but this one and the one before, in whose pages somebody may still be. */
async function dropOldBuilds(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

function keptPage(): Promise<Response | undefined> {
  return caches.match(PAGE, { cacheName: CACHE, ignoreVary: true })
}

async function pageFor(request: Request): Promise<Response> {
  const late = new Promise<undefined>((resolve) => { setTimeout(() => resolve(undefined), PATIENCE) })
  const asking = fetch(request).catch(() => undefined)
  const answer = await Promise.race([asking, late])
  if (answer !== undefined && !NOBODY_HOME.has(answer.status)) return answer
  return (await keptPage()) ?? answer ?? (await asking) ?? Response.error()
}

async function fileFor(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

worker.addEventListener('install', (event) => {
  (event as Lasting).waitUntil(keepBuild().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  (event as Lasting).waitUntil(dropOldBuilds().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const fetching = event as Fetching
  const { request } = fetching
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode === 'navigate' && PAGES.test(url.pathname)) fetching.respondWith(pageFor(request))
  else if (url.pathname.startsWith('/assets/')) fetching.respondWith(fileFor(request))
})
