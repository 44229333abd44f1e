// A real server inside the test: its own data folder, a free port, a clock that can be set, and a log that can be read.
// Ends with the test that started it, or with the suite that shares it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { serveApp } from '../../server/app.ts'
import { localBus } from '../../server/bus/local.ts'
import { readConfig } from '../../server/config.ts'
import { BuiltClient } from '../../server/http/pages.ts'
import { readTemplates } from '../../server/http/templates.ts'
import { openRooms } from '../../server/rooms/registry.ts'
import type { Rooms } from '../../server/rooms/rooms.ts'
import { acceptSocket } from '../../server/rooms/socket.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'
import type { Storage } from '../../server/storage/storage.ts'

const root = join(import.meta.dirname, '..', '..')
/** Tests ask often and from one address. */
const ROOMY = 'requestsPerMinute=100000,boardsPerHour=100000,socketsPerAddress=1000'

export interface TestServer {
  readonly url: string
  readonly port: number
  readonly folder: string
  readonly storage: Storage
  readonly rooms: Rooms
  /** Every log line so far. */
  readonly log: readonly string[]
  /** The server's clock, and moving it on. */
  now(): Date
  wait(ms: number): void
  stop(): Promise<void>
}

export interface TestServerOptions {
  readonly env?: Readonly<Record<string, string>>
  /** A built client; without it the pages say that they are not built. */
  readonly dist?: string
  /** An existing data folder: the server of another test server that was stopped. */
  readonly folder?: string
  /** Stands between the server and its storage. */
  readonly storage?: (storage: Storage) => Storage
}

/** One server for all tests of a suite: called where the suite is described. */
export function shareTestServer(options: TestServerOptions = {}): () => TestServer {
  let server: (TestServer & Removable) | undefined
  beforeAll(async () => { server = await launch(options) })
  afterAll(() => server?.remove())
  return () => {
    if (server === undefined) throw new Error('the shared server is there only while tests run')
    return server
  }
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await launch(options)
  onTestFinished(() => server.remove())
  return server
}

interface Removable { remove(): Promise<void> }

async function launch({ env = {}, dist, folder = mkdtempSync(join(tmpdir(), 'tacit-test-')), storage: wrap }: TestServerOptions): Promise<TestServer & Removable> {
  const config = readConfig({ PORT: '0', TACIT_DATA: folder, LOG_LEVEL: 'trace', ...env, TACIT_LIMITS: [ROOMY, env['TACIT_LIMITS'] ?? ''].join(',') })
  const log: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(chunk.toString())
      done()
    },
  })
  let ahead = 0
  const now = (): Date => new Date(Date.now() + ahead)
  const logger = pino({ level: config.logLevel, base: null }, stream)
  const opened = openSqlite(join(folder, 'tacit.sqlite'), { now: () => now().getTime() })
  const storage = wrap === undefined ? opened : wrap(opened)
  const rooms = openRooms({ storage, bus: localBus().node(), limits: config.limits, log: logger, now })
  const served = await serveApp({
    config, storage, rooms, log: logger, now, templates: readTemplates(join(root, 'server', 'templates')),
    client: new BuiltClient(dist ?? join(folder, 'no-dist')), accept: (admission, socket) => acceptSocket(rooms, admission, socket),
  })
  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => (stopped ??= served.stop(() => rooms.close()).then(() => opened.close()))
  const remove = async (): Promise<void> => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: served.url, port: served.port, folder, storage, rooms, log, now, wait: (ms) => { ahead += ms }, stop, remove }
}
