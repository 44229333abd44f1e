// A server process that is killed the moment it has acknowledged what people said: all of it is there afterwards, and
// what is sent again because its sender heard nothing is stored once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { newBoard } from '../../shared/board/document.ts'
import { exportFile } from '../../shared/board/file-write.ts'
import { ask, bearer, BrowserPerson, makeBoard } from '../support/browser-person.ts'
import { fillSaidBoard, SAMPLES } from '../support/said-board.ts'
import { enterAs, type Member } from '../support/said-people.ts'
import { startServerProcess, type ServerProcess } from '../support/server-process.ts'

const ROUNDS = 4

interface Stored { readonly id: string }

it('[H178] what was acknowledged is there after kill -9, and once however often it is sent again', async () => {
  const data = mkdtempSync(join(tmpdir(), 'tacit-said-'))
  let server: ServerProcess | undefined = await startServerProcess({ data })
  onTestFinished(async () => {
    await server?.kill()
    rmSync(data, { recursive: true, force: true })
  })
  const board = newBoard()
  board.doc.transact(() => fillSaidBoard(board))
  const made = await makeBoard(server.url, { file: exportFile(board, new Date()) })
  const people: Readonly<Record<string, Member>> = { product: await enterAs(server.url, made, 'product'), sre: await enterAs(server.url, made, 'sre'), owner: await enterAs(server.url, made, 'owner') }
  const acknowledged = new Map<string, unknown>()
  for (let round = 0; round < ROUNDS; round++) {
    const { url } = server
    const as = (team: string): BrowserPerson => Object.assign(new BrowserPerson(url), { cookie: people[team]?.cookie })
    const idOf = (which: number, at: number): string => `said-${which}-in-round-${at}`
    // What was said before is sent again among it, as a browser does that was cut off.
    await Promise.all(SAMPLES.flatMap(({ root, team, body }, which) => [Math.max(0, round - 1), round].map(async (at) => {
      const answer = await as(team).ask('POST', `/api/boards/${made.id}/${root}`, { ...body, id: idOf(which, at) })
      expect(answer.status, answer.text).toBe(201)
      const { record } = answer.body as { record: Stored }
      const before = acknowledged.get(`${root}/${record.id}`)
      if (before !== undefined) expect(record).toEqual(before)
      acknowledged.set(`${root}/${record.id}`, record)
    })))
    await server.kill()
    server = await startServerProcess({ data })
    const file = (await ask(`${server.url}/api/boards/${made.id}/file`, 'GET', { headers: bearer(made.keys.view) })).body as Record<string, readonly Stored[]>
    const there = new Map(SAMPLES.flatMap(({ root }) => (file[root] ?? []).filter(({ id }) => id !== 'belief').map((record) => [`${root}/${record.id}`, record] as const)))
    expect(Object.fromEntries(there)).toEqual(Object.fromEntries(acknowledged))
  }
  expect(acknowledged.size).toBe(SAMPLES.length * ROUNDS)
})
