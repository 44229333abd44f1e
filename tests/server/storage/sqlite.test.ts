// What SQLite alone has to show: its lock, its errors as sentences, its checkpoints, its schema.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { storageError } from '../../../server/storage/sqlite-errors.ts'
import { openSqlite, type SqliteOptions } from '../../../server/storage/sqlite.ts'
import { StorageError, type Storage } from '../../../server/storage/storage.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { until } from '../../support/until.ts'

const run = promisify(execFile)
const board = { id: 'a', title: 'A', createdAt: 1, updatedAt: 1 }
const path = (): string => join(temporaryFolder(), 'tacit.sqlite')

function opened(file: string, options: SqliteOptions = {}): Storage {
  const storage = openSqlite(file, options)
  onTestFinished(() => storage.close())
  return storage
}

function refusal(open: () => unknown): StorageError {
  try {
    open()
  } catch (error) {
    if (error instanceof StorageError) return error
    throw error
  }
  throw new Error('it opened')
}

describe('the SQLite file', () => {
  it('[ST20] is refused to a second server, and free again once the first has stopped', async () => {
    const file = path()
    const first = openSqlite(file)
    const error = refusal(() => openSqlite(file))
    expect(error.problem).toBe('locked')
    expect(error.message).toContain(file)
    await first.close()
    await expect(opened(file).ping()).resolves.toBeUndefined()
  })

  it('[ST21] tells that it is damaged, by name, instead of opening', () => {
    const file = path()
    writeFileSync(file, Buffer.alloc(8_192, 7))
    const error = refusal(() => openSqlite(file))
    expect(error.problem).toBe('corrupted')
    expect(error.message).toContain(file)
  })

  it('[ST21] tells that its folder does not exist', () => {
    const file = join(temporaryFolder(), 'missing', 'tacit.sqlite')
    expect(refusal(() => openSqlite(file)).message).toContain(file)
  })

  it('[ST22] tells that it was written by a newer version, and leaves it as it is', async () => {
    const file = path()
    await openSqlite(file).close()
    const db = new DatabaseSync(file)
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(refusal(() => openSqlite(file)).message).toMatch(/newer version/)
    const after = new DatabaseSync(file)
    expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 })
    after.close()
  })

  it('[ST23] says that the disk is full, keeps what was saved, and goes on when there is room', async () => {
    const exec = Reflect.get(DatabaseSync.prototype, 'exec') as (this: DatabaseSync, sql: string) => void
    const small = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql: string) {
      exec.call(this, sql.includes('synchronous') ? `${sql}; PRAGMA max_page_count = 24` : sql)
    })
    const storage = opened(path())
    small.mockRestore()
    await storage.createBoard(board, Uint8Array.of(0), [])
    await expect(storage.append([{ board: 'a', update: new Uint8Array(200_000) }])).rejects.toMatchObject({ problem: 'full' })
    expect((await storage.rows('a')).length).toBe(1)
    expect(await storage.append([{ board: 'a', update: Uint8Array.of(1) }])).toEqual([2])
  })

  it.skipIf(process.platform === 'win32')('[ST23] accepts no row that it could not commit: what fails last is told, too', async () => {
    const file = path()
    const first = openSqlite(file)
    await first.createBoard(board, Uint8Array.of(0), [])
    await first.close()
    // Of files of a limited size the log cannot grow any more in the middle of a lone row's commit.
    const { stdout } = await run('sh', ['-c', 'ulimit -f 1500; exec "$0" --input-type=module --eval "$1" "$2"', process.execPath, `
      const { openSqlite } = await import(${JSON.stringify(new URL('../../../server/storage/sqlite.ts', import.meta.url).href)})
      const storage = openSqlite(process.argv[1])
      let accepted = 0
      try {
        for (; accepted < 2_000; accepted++) await storage.append([{ board: 'a', update: new Uint8Array(2_000) }])
      } catch {}
      console.log(accepted)
      process.kill(process.pid, 'SIGKILL')
    `, file]).catch((killed: { readonly stdout: string }) => killed)
    const accepted = Number(stdout)
    expect(accepted).toBeGreaterThan(20)
    expect(accepted).toBeLessThan(2_000)
    const again = opened(file)
    expect((await again.rows('a')).length).toBe(1 + accepted)
  })

  it('[ST24] turns what the system complains of into one sentence', () => {
    const complaints = [
      [{ errcode: 8, message: 'attempt to write a readonly database' }, 'read-only'],
      [{ code: 'EROFS' }, 'read-only'],
      [{ code: 'ENOSPC' }, 'full'],
      [{ errcode: 11 }, 'corrupted'],
      [{ errcode: 5 }, 'locked'],
      [{ errcode: 10 + (3 << 8), message: 'disk I/O error' }, 'failed'],
      [new Error('what else'), 'failed'],
    ] as const
    for (const [complaint, problem] of complaints) {
      const error = storageError(complaint, '/data/tacit.sqlite')
      expect(error.problem).toBe(problem)
      expect(error.message).toMatch(/^[^\n]*\/data\/tacit\.sqlite[^\n]*\.$/)
    }
  })

  it('[ST25] keeps the write-ahead log short while rows go on coming, without losing one', async () => {
    const file = path()
    const storage = opened(file, { checkpointBytes: 400_000 })
    await storage.createBoard(board, Uint8Array.of(0), [])
    const update = new Uint8Array(2_000)
    let rows = 1
    /** True when the log was begun anew: it took the rows without growing. */
    async function reused(): Promise<boolean> {
      const before = statSync(`${file}-wal`).size
      for (let i = 0; i < 20; i++) rows = (await storage.append([{ board: 'a', update }]))[0] ?? 0
      return statSync(`${file}-wal`).size === before
    }
    for (let round = 0; round < 3; round++) {
      // 400,000 bytes of rows set off a checkpoint, which runs in its own thread while rows go on coming.
      for (let i = 0; i < 10; i++) await reused()
      await until(async () => expect(await reused()).toBe(true), { timeout: 20_000, interval: 10 })
    }
    expect((await storage.rows('a')).map(({ n }) => n)).toEqual(Array.from({ length: rows }, (_, i) => i + 1))
  })

  it('[ST26] leaves no write-ahead log behind when it is closed', async () => {
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(folder)
    const file = join(folder, 'tacit.sqlite')
    const storage = openSqlite(file)
    await storage.createBoard(board, Uint8Array.of(0), [])
    await storage.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
  })
})
