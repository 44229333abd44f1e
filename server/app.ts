// The HTTP side of the server put together: what happens to every request, and which resource answers which path.
// Knows no adapter: storage and rooms are given by main.ts.
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { WebSocketServer } from 'ws'
import { Turns } from './access/turns.ts'
import { publicPlace } from './config.ts'
import { boards } from './http/boards.ts'
import { claims } from './http/claims.ts'
import { entering } from './http/enter.ts'
import { Failure } from './http/request/failure.ts'
import { health } from './http/health.ts'
import { links } from './http/links.ts'
import { me } from './http/me.ts'
import { pages, type BuiltClient } from './http/pages.ts'
import type { Parts } from './http/parts.ts'
import { isPlainPath } from './http/request/path-guard.ts'
import { people } from './http/people.ts'
import { limitRequests } from './http/request/rate-limit.ts'
import { reading } from './http/reading.ts'
import { securityHeaders } from './http/request/security-headers.ts'
import { saidRoutes } from './http/said/routes.ts'
import { settings } from './http/settings.ts'
import { guardUpgrades, sync, type Accept } from './http/sync.ts'
import { templateRoutes } from './http/templates.ts'
import { maxPayloadBytes } from './rooms/socket.ts'
import { StorageError } from './storage/storage.ts'

/** ms for the headers of a request, and for the whole of it: a board file by a slow line fits. */
const HEADERS_MS = 10_000
const REQUEST_MS = 120_000
const CHECK_MS = 5_000

export type App = Hono<{ Bindings: HttpBindings }>

function nothingHere(): Failure {
  return new Failure(404, 'not_found', 'There is nothing at this address.')
}

function answerFailure(c: Context, failure: Failure): Response {
  if (failure.retryAfter !== undefined) c.header('retry-after', String(failure.retryAfter))
  return c.json(failure.body, failure.status)
}

/** Where an unexpected error happened. Its message may hold what somebody wrote, so only its place is told. */
function placeOf(error: Error): string[] {
  return (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim())
}

function answerError(parts: Parts): (error: Error, c: Context) => Response {
  return (error, c) => {
    if (error instanceof Failure) return answerFailure(c, error)
    if (error instanceof StorageError) {
      parts.log.error({ problem: error.problem }, 'storage failed a request')
      return answerFailure(c, new Failure(503, 'storage', 'The server cannot read or write its storage at the moment: try again.'))
    }
    parts.log.error({ error: error.name, at: placeOf(error) }, 'a request failed unexpectedly')
    return c.json({ error: { code: 'internal', message: 'The server made a mistake. Nothing was changed that it did not confirm.' } }, 500)
  }
}

/** The route's pattern, never the address itself: that may hold a key. */
function logRequests(parts: Parts): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now()
    await next()
    parts.log.debug({ method: c.req.method, route: routePath(c), status: c.res.status, ms: Math.round(performance.now() - start) }, 'request')
  }
}

const plainPathsOnly: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  if (!isPlainPath(c.env.incoming.url ?? '/')) throw nothingHere()
  await next()
}

const neverStored: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
}

export function makeApp(parts: Parts, accept: Accept, client: BuiltClient): App {
  const app: App = new Hono()
  app.onError(answerError(parts))
  app.notFound((c) => answerFailure(c, nothingHere()))
  app.use(logRequests(parts), securityHeaders(parts.place), guardUpgrades(parts), plainPathsOnly)
  const limited = limitRequests(parts)
  app.use('/api/*', neverStored, limited)
  app.use('/sync/*', limited)
  app.route('/', health(parts))
  app.route('/sync', sync(parts, accept))
  app.route('/api/templates', templateRoutes(parts.templates))
  app.route('/api/me', me(parts))
  for (const resource of [boards, entering, claims, people, settings, saidRoutes, links, reading]) app.route('/api/boards', resource(parts))
  app.all('/api/*', (c) => c.notFound())
  app.route('/', pages(client))
  return app
}

type Answer = (request: Request, env: HttpBindings) => Response | Promise<Response>

/** What Hono would normalise or refuse in its own way is answered before it. */
function nodeServer(options: object, listener: RequestListener): Server {
  return createServer(options, (incoming, outgoing) => {
    if (!(incoming.url ?? '').includes('\\')) return listener(incoming, outgoing)
    outgoing.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify(nothingHere().body))
  })
}

function serverOf(answer: Answer, maxMessageBytes: number): Server {
  return createAdaptorServer({
    fetch: (request, env) => answer(request, env as HttpBindings),
    websocket: { server: new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false }) },
    createServer: nodeServer as typeof createServer,
    serverOptions: {
      headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: CHECK_MS,
      // Any other upgrade would be left open without an answer.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
  }) as Server
}

export interface Served {
  /** Where people find it. */
  readonly url: string
  /** Where it listens: differs from `url` behind a proxy. */
  readonly port: number
  /** Lets nobody in any more, and ends connections that are still open once `meanwhile` is done. */
  stop(meanwhile: () => Promise<void>): Promise<void>
}

export type Given = Omit<Parts, 'place' | 'turns'> & { readonly accept: Accept; readonly client: BuiltClient }

/** Listens. Rejects with Node's error when the port cannot be taken. */
export async function serveApp({ accept, client, ...given }: Given): Promise<Served> {
  const { config } = given
  let app: App | undefined
  const server = serverOf((request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }), maxPayloadBytes(config.limits))
  server.listen(config.port, config.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const place = publicPlace(config, port)
  app = makeApp({ ...given, place, turns: new Turns() }, accept, client)
  return {
    url: place.url,
    port,
    async stop(meanwhile) {
      const closed = once(server, 'close')
      app = undefined
      server.close()
      try {
        await meanwhile()
      } finally {
        server.closeAllConnections()
        await closed
      }
    },
  }
}
