// A server with a fault on purpose: it says "written" and "stored" at once and writes some milliseconds later.
// Only the test of the kill test starts it, to show that the kill test notices.
import { join } from 'node:path'
import { pino } from 'pino'
import { serveApp } from '../../server/app.ts'
import { localBus } from '../../server/bus/local.ts'
import { readConfig } from '../../server/config.ts'
import { BuiltClient } from '../../server/http/pages.ts'
import { openRooms } from '../../server/rooms/registry.ts'
import { acceptSocket } from '../../server/rooms/socket.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'
import type { RowToAppend, Storage } from '../../server/storage/storage.ts'

const LATE_MS = 40

function early(storage: Storage): Storage {
  const numbers = new Map<string, number>()
  const pending: RowToAppend[] = []
  let writing: Promise<unknown> = Promise.resolve()
  setInterval(() => {
    const rows = pending.splice(0)
    if (rows.length > 0) writing = writing.then(() => storage.append(rows))
  }, LATE_MS).unref()
  return {
    ...storage,
    rows: async (board, after) => {
      const rows = await storage.rows(board, after)
      numbers.set(board, Math.max(numbers.get(board) ?? 0, rows.at(-1)?.n ?? 0))
      return rows
    },
    append: async (rows) => rows.map((row) => {
      pending.push({ ...row, update: row.update.slice() })
      const n = (numbers.get(row.board) ?? 0) + 1
      numbers.set(row.board, n)
      return n
    }),
    sync: async () => undefined,
    compact: async () => undefined,
  }
}

const config = readConfig(process.env)
const log = pino({ level: 'silent' })
const storage = early(openSqlite(join(config.dataFolder, 'tacit.sqlite')))
const now = (): Date => new Date()
const rooms = openRooms({ storage, bus: localBus().node(), limits: config.limits, log, now })
const served = await serveApp({
  config, storage, rooms, log, now, templates: new Map(), client: new BuiltClient(join(config.dataFolder, 'no-dist')),
  accept: (admission, socket) => acceptSocket(rooms, admission, socket),
})
process.stdout.write(`A faulty Tacit is ready: ${served.url}\n`)
