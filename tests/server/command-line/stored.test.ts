// Backup, putting one back, and links from the machine of the server, beside a server process that runs or not.
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { storedCommands } from '../../../server/command-line/stored-commands.ts'
import { backUp, putBack } from '../../../server/storage/sqlite-backup.ts'
import { sqliteBeside } from '../../../server/storage/sqlite-beside.ts'
import { openSqlite } from '../../../server/storage/sqlite.ts'
import { makeBoard, startServerProcess } from '../../support/server-process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { run, type Ran } from './running.ts'

const file = (folder: string): string => join(folder, 'tacit.sqlite')
const commands = storedCommands({
  backUp: (data, folder) => backUp(file(data), folder), putBack: (folder, data, suffix) => putBack(folder, file(data), suffix), boards: (data) => sqliteBeside(file(data)),
})
const tacit = (data: string, ...args: readonly string[]): Promise<Ran> => run(args, { commands, env: { TACIT_DATA: data, TACIT_URL: 'https://tacit.example.org' } })

interface Stored { readonly id: string; readonly title: string }
async function boardsIn(folder: string): Promise<string[]> {
  const beside = sqliteBeside(file(folder))
  try {
    return beside.boards().map(({ title }: Stored) => title)
  } finally {
    beside.close()
  }
}

/** A folder with the data of a server that has stopped, and one board in it. */
async function dataWith(title: string): Promise<{ data: string; board: string }> {
  const data = temporaryFolder()
  const storage = openSqlite(file(data))
  await storage.createBoard({ id: 'board-1', title, createdAt: 1, updatedAt: 1 }, new Uint8Array([0, 0]), [])
  await storage.close()
  return { data, board: 'board-1' }
}

describe('beside a server that runs', () => {
  it('[CL20] a backup has all that was saved when it began, and is a whole database', async () => {
    const [data, backup] = [join(temporaryFolder(), 'data'), join(temporaryFolder(), 'new', 'folder')]
    const server = await startServerProcess({ data })
    const { id } = await makeBoard(server.url, 'Before')
    const { code, out } = await tacit(data, 'backup', backup)
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(file(backup)) })
    await makeBoard(server.url, 'After')
    await server.kill()
    expect(readdirSync(backup)).toEqual(['tacit.sqlite'])
    // Other users of the machine read neither.
    if (process.platform !== 'win32') expect([data, backup].map((folder) => statSync(folder).mode & 0o077)).toEqual([0, 0])
    expect(await boardsIn(backup)).toEqual(['Before'])
    const storage = openSqlite(file(backup))
    expect(await storage.rows(id)).toHaveLength(1)
    expect((await storage.keysOf(id)).map(({ right }) => right).sort()).toEqual(['contribute', 'edit', 'own', 'view'])
    await storage.close()
  })

  it('[CL25] an id that begins like an option is an id', async () => {
    const { data } = await dataWith('Any')
    const { code, err } = await tacit(data, 'links', '-a_cdefg-ijk', '--new', 'own')
    expect([code, err]).toEqual([2, expect.stringContaining('There is no board "-a_cdefg-ijk"')])
  })

  it('[CL25] a link opens the board at once, and only its hash is stored', async () => {
    const data = temporaryFolder()
    const server = await startServerProcess({ data })
    const { id } = await makeBoard(server.url, 'Locked out')
    const { code, out, err } = await tacit(data, 'links', id, '--new', 'own')
    expect(code).toBe(0)
    expect(err).toContain('once')
    const key = /^https:\/\/tacit\.example\.org\/b\/([^#]+)#(\S+)\n$/.exec(out)
    expect(key?.[1]).toBe(id)
    const answer = await fetch(`${server.url}/api/boards/${id}`, { headers: { authorization: `Bearer ${key?.[2]}` } })
    expect([answer.status, ((await answer.json()) as { right: string }).right]).toEqual([200, 'own'])
    // The server goes on writing to the file that somebody else wrote to.
    await makeBoard(server.url, 'Another')
    expect(await server.stop()).toBe(0)
    for (const name of readdirSync(data)) expect(readFileSync(join(data, name)).includes(Buffer.from(key?.[2] ?? ''))).toBe(false)
    expect(await boardsIn(data)).toEqual(['Another', 'Locked out'])
  })

  it('[CL23] nothing is put back while it uses the data', async () => {
    const { data: other } = await dataWith('From the backup')
    const backup = temporaryFolder()
    expect((await tacit(other, 'backup', join(backup, 'b'))).code).toBe(0)
    const data = temporaryFolder()
    const server = await startServerProcess({ data })
    const { id, keys } = await makeBoard(server.url, 'Alive')
    const { code, err } = await tacit(data, 'restore', join(backup, 'b'))
    expect(code).toBe(2)
    expect(err).toMatch(/in use by another Tacit server/)
    expect((await fetch(`${server.url}/api/boards/${id}`, { headers: { authorization: `Bearer ${keys.view}` } })).status).toBe(200)
    expect(await server.stop()).toBe(0)
    expect(await boardsIn(data)).toEqual(['Alive'])
    expect(readdirSync(data).filter((name) => name.includes('restoring') || name.includes('before'))).toEqual([])
  })

  it('[CL22] a backup that was put back is what is served; what was there is kept, and boards know', async () => {
    const { data } = await dataWith('First')
    const backup = join(temporaryFolder(), 'b')
    expect((await tacit(data, 'backup', backup)).code).toBe(0)
    const storage = openSqlite(file(data))
    await storage.createBoard({ id: 'board-2', title: 'Second', createdAt: 2, updatedAt: 2 }, new Uint8Array([0, 0]), [])
    await storage.close()
    const { code, out } = await tacit(data, 'restore', backup)
    expect(code).toBe(0)
    const kept = /kept as (\S+)\.\n$/.exec(out)?.[1] ?? ''
    expect(existsSync(kept)).toBe(true)
    expect(await boardsIn(data)).toEqual(['First'])
    const old = new DatabaseSync(kept)
    expect(old.prepare('SELECT title FROM boards ORDER BY id').all().map(({ title }) => title)).toEqual(['First', 'Second'])
    old.close()
    const server = await startServerProcess({ data })
    expect(await server.stop()).toBe(0)
    const after = openSqlite(file(data))
    expect(await after.epochs('board-1')).toHaveLength(1)
    await after.close()
    // Into a folder in which there is nothing yet, too.
    const empty = join(temporaryFolder(), 'new')
    expect((await tacit(empty, 'restore', backup)).out).not.toContain('kept')
    expect(await boardsIn(empty)).toEqual(['First'])
  })
})

describe('what cannot be done', () => {
  it('[CL21] a backup writes over nothing', async () => {
    const { data } = await dataWith('First')
    const backup = join(temporaryFolder(), 'b')
    await tacit(data, 'backup', backup)
    const before = readFileSync(file(backup))
    const { code, err } = await tacit(data, 'backup', backup)
    expect([code, err]).toEqual([2, expect.stringContaining('is there already')])
    expect(readFileSync(file(backup)).equals(before)).toBe(true)
    expect((await tacit(data, 'backup', data)).code).toBe(2)
    expect(await boardsIn(data)).toEqual(['First'])
  })

  it('[CL24] what is no backup, damaged or newer is refused, and the data stay as they were', async () => {
    const { data } = await dataWith('Mine')
    const backup = join(temporaryFolder(), 'b')
    await tacit(data, 'backup', backup)
    const refused = async (said: RegExp): Promise<void> => {
      const { code, out, err } = await tacit(data, 'restore', backup)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(said)
      expect(await boardsIn(data)).toEqual(['Mine'])
      expect(readdirSync(data).filter((name) => !name.endsWith('.lock'))).toEqual(['tacit.sqlite'])
    }
    const newer = new DatabaseSync(file(backup))
    newer.exec('PRAGMA user_version = 999')
    newer.close()
    await refused(/newer version/)
    const none = new DatabaseSync(file(backup))
    none.exec('PRAGMA user_version = 0')
    none.close()
    await refused(/no database of Tacit/)
    const bytes = openSync(file(backup), 'r+')
    writeSync(bytes, Buffer.alloc(4096, 7), 0, 4096, 4096)
    closeSync(bytes)
    await refused(/damaged|no database of Tacit/)
    writeFileSync(file(backup), 'not a database at all, only words of some length')
    await refused(/damaged/)
  })

  it('[CL26] boards and links are listed, never a key', async () => {
    const { data, board } = await dataWith('With \u001B[31mcolours')
    const made = await tacit(data, 'links', board, '--new', 'view')
    const key = made.out.trim().split('#')[1] ?? 'none'
    expect((await tacit(data, 'links')).out).toBe('board-1  With  [31mcolours\n')
    const { out } = await tacit(data, 'links', board)
    expect(out).toMatch(/^view +made 2026-11-20 {2}open +Made on the command line\n$/)
    expect(out).not.toContain(key)
  })

  it('[CL27] it ends with 2 and one sentence, and makes nothing', async () => {
    const { data, board } = await dataWith('Here')
    const nowhere = join(temporaryFolder(), 'nowhere')
    for (const [folder, args, said] of [
      [data, ['backup'], 'folder'], [data, ['backup', 'a', 'b'], 'folder'], [data, ['restore', nowhere], 'There is no'], [nowhere, ['backup', join(nowhere, 'b')], 'There is no'], [nowhere, ['links'], 'TACIT_DATA'],
      [data, ['links', 'no-such-board', '--new', 'own'], 'no-such-board'], [data, ['links', board, '--new', 'everything'], 'everything'], [data, ['links', '--new', 'own'], 'board'], [data, ['links', board, '--new'], '--new'],
    ] as const) {
      const { code, out, err } = await tacit(folder, ...args)
      expect([args, code, out]).toEqual([args, 2, ''])
      expect(err).toContain(said)
      expect(err.trimEnd()).not.toContain('\n')
    }
    expect(existsSync(nowhere)).toBe(false)
    expect((await tacit(data, 'links', board)).out).toBe('This board has no links.\n')
  })
})
