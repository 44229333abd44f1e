// The server's start and end: reads the environment, chooses the adapters, listens, and stops in order on a signal.
// Only this file and the start of the command line name adapters.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { serveApp, type Served } from './app.ts'
import { localBus } from './bus/local.ts'
import { readConfig, WrongSetting, type Config } from './config.ts'
import { BuiltClient } from './http/pages.ts'
import { readTemplates } from './http/templates.ts'
import { openRooms } from './rooms/registry.ts'
import type { Rooms } from './rooms/rooms.ts'
import { acceptSocket } from './rooms/socket.ts'
import { openSqlite } from './storage/sqlite.ts'
import { StorageError, type Storage } from './storage/storage.ts'

const root = join(import.meta.dirname, '..')
/** ms from a signal to the end: the promise is 10 s. */
const STOP_MS = 9_000
const GRACE_MS = 30 * 86_400_000
const PURGE_EVERY_MS = 6 * 3_600_000

interface Running { readonly served: Served; readonly rooms: Rooms; readonly storage: Storage; readonly log: Logger; readonly purge: NodeJS.Timeout }

function openStorage(config: Config): Storage {
  try {
    mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  } catch {
    throw new WrongSetting(`TACIT_DATA is "${config.dataFolder}", which cannot be made or written: set it to a folder that this process may write to.`)
  }
  return openSqlite(join(config.dataFolder, 'tacit.sqlite'))
}

/** Boards whose grace period is over go, with all that belongs to them. */
function purgeDaily(storage: Storage, log: Logger): NodeJS.Timeout {
  const purge = (): void => {
    storage.purgeBoards(Date.now() - GRACE_MS).then(
      (gone) => { if (gone.length > 0) log.info({ boards: gone.length }, 'deleted boards are gone for good') },
      (error: unknown) => log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'deleted boards could not be purged'),
    )
  }
  purge()
  return setInterval(purge, PURGE_EVERY_MS).unref()
}

async function start(config: Config): Promise<Running> {
  // Standard output has one line, the address; everything else is told on standard error.
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }))
  const storage = openStorage(config)
  const now = (): Date => new Date()
  const rooms = openRooms({ storage, bus: localBus().node(), limits: config.limits, log, now })
  const served = await serveApp({
    config, storage, rooms, log, now, templates: readTemplates(join(root, 'server', 'templates')),
    client: new BuiltClient(join(root, 'dist')), accept: (admission, socket) => acceptSocket(rooms, admission, socket),
  }).catch(async (error: unknown) => {
    await storage.close()
    throw error
  })
  if (config.url === undefined && ['0.0.0.0', '::'].includes(config.host)) log.warn(`Nobody can open ${served.url}: set TACIT_URL to the address that people use.`)
  return { served, rooms, storage, log, purge: purgeDaily(storage, log) }
}

/** Why the start failed, as one sentence for whoever started it. */
function sentenceOf(error: unknown, config: Config | undefined): string {
  if (error instanceof WrongSetting || error instanceof StorageError) return error.message
  const code = (error as NodeJS.ErrnoException).code
  const place = `${config?.host}:${config?.port}`
  if (code === 'EADDRINUSE') return `${place} is in use, perhaps by another Tacit: stop that one, or set PORT to another number.`
  if (code === 'EACCES') return `${place} may not be listened on by this process: set PORT to a number above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `HOST is "${config?.host}", which is no address of this machine: set it to one, such as 127.0.0.1.`
  return `Tacit could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

/** Everything that is open is written, then the process ends: 0 only when all of it was. */
async function stop({ served, rooms, storage, log, purge }: Running): Promise<number> {
  clearInterval(purge)
  const tooLong = setTimeout(() => {
    log.fatal('not everything could be written in time')
    process.exit(1)
  }, STOP_MS)
  try {
    await served.stop(() => rooms.close())
    await storage.close()
    return 0
  } catch (error) {
    log.fatal({ error: error instanceof Error ? error.message : 'unknown' }, 'not everything could be written')
    return 1
  } finally {
    clearTimeout(tooLong)
  }
}

async function run(): Promise<void> {
  let config: Config | undefined
  try {
    config = readConfig(process.env)
    const running = await start(config)
    process.on('unhandledRejection', (error) => running.log.error({ error: error instanceof Error ? error.stack?.split('\n').slice(1, 8) : 'unknown' }, 'something failed that nobody waited for'))
    let stopping = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (stopping) return
        stopping = true
        void stop(running).then((code) => process.exit(code))
      })
    }
    // Last: whoever reads it may send a signal at once.
    process.stdout.write(`Tacit is ready: ${running.served.url}\n`)
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, config)}\n`)
    process.exit(1)
  }
}

await run()
