// A server on a disk that is really full: a file system of a few megabytes. What is not on it is never called saved, who
// writes is told, and everything is there when there is room again, also after kill -9 in between.
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { newBoard, rootMap } from '../../shared/board/document.ts'
import { addCard } from '../../shared/board/write-cards.ts'
import { writeSyncStep1, writeUpdate } from '../../shared/protocol/frames.ts'
import { ask, bearer } from '../support/browser-person.ts'
import { smallDisk } from '../support/small-disk.ts'
import { makeBoard, startServerProcess, type ServerProcess } from '../support/server-process.ts'
import { RawClient, stockProvider, type Place } from '../support/sync-client.ts'
import { until } from '../support/until.ts'

const DISK = 6 * 1_048_576
const LEFT = 131_072
const BODY = 'What is written on a disk that has no room. '.repeat(200)
const MOST = 200

/** Writes cards, one a message, and keeps book of which were called saved. */
class Writer {
  readonly #board = newBoard()
  readonly raw: RawClient
  readonly sent: string[] = []

  constructor(place: Place) {
    this.raw = new RawClient(place)
  }

  async joined(): Promise<this> {
    await this.raw.opened()
    this.raw.send(writeSyncStep1(Y.encodeStateVector(this.#board.doc)))
    await this.raw.hears(({ type }) => type === 'sync-step-2')
    return this
  }

  put(id: string): void {
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array): void => void updates.push(update)
    this.#board.doc.on('update', keep)
    this.#board.doc.transact(() => addCard(this.#board, { id, kind: 'note', title: id, body: BODY, x: 0, y: 0 }))
    this.#board.doc.off('update', keep)
    this.sent.push(id)
    this.raw.send(writeUpdate(Y.mergeUpdates(updates)))
  }

  get saved(): readonly string[] {
    const count = this.raw.frames.reduce((most, frame) => (frame.type === 'stored' ? Math.max(most, frame.count) : most), 0)
    return this.sent.slice(0, count)
  }

  get complaints(): readonly string[] {
    return this.raw.frames.flatMap((frame) => (frame.type === 'not-saved' ? [frame.code] : []))
  }

  /** Puts cards until it is told that one is not saved. */
  async putUntilFull(name: string): Promise<void> {
    const before = this.complaints.length
    for (let n = 0; n < MOST && this.complaints.length === before; n++) {
      this.put(`${name}${n}`)
      await until(() => expect(this.saved.length === this.sent.length || this.complaints.length > before).toBe(true))
    }
    expect(this.complaints.slice(before)).toContain('full')
    expect(this.saved.length).toBeLessThan(this.sent.length)
  }
}

async function cardsOn(place: Place): Promise<readonly string[]> {
  const { board, provider } = await stockProvider(place)
  const ids = [...rootMap(board, 'cards').keys()]
  provider.destroy()
  return ids
}

it('[ST23] a disk that is really full: nothing is called saved that is not on it, who writes is told, and all is served when there is room', async ({ skip }) => {
  const disk = smallDisk(DISK)
  if (disk === undefined) return skip('no small disk could be mounted here (that takes root on Linux): a really full disk was not tried')
  let server: ServerProcess | undefined = await startServerProcess({ data: disk.folder })
  onTestFinished(async () => { await server?.kill() })
  const { id, keys } = await makeBoard(server.url, 'On a small disk')
  const place = (): Place => ({ url: server?.url ?? '', board: id, key: keys.edit })

  // It fills up under a server that goes on running, and is told over the socket and over HTTP.
  const writer = await new Writer(place()).joined()
  disk.fill(LEFT)
  await writer.putUntilFull('a')
  const rename = await ask(`${server.url}/api/boards/${id}`, 'PATCH', { body: { title: 'New' }, headers: bearer(keys.edit) })
  expect([rename.status, rename.body]).toEqual([503, { error: expect.objectContaining({ code: expect.stringMatching(/^(not_saved|storage)$/) }) }])
  disk.makeRoom()
  await until(() => expect(writer.saved).toEqual(writer.sent))
  expect([...await cardsOn(place())].sort()).toEqual([...writer.sent].sort())

  // Full again, and killed: what was called saved is there when there is room.
  disk.fill(LEFT)
  await writer.putUntilFull('b')
  const saved = [...writer.saved]
  await server.kill()
  server = undefined
  disk.makeRoom()
  server = await startServerProcess({ data: disk.folder })
  const there = await cardsOn(place())
  expect(saved.filter((card) => !there.includes(card))).toEqual([])
  // And it takes what comes next.
  const next = await new Writer(place()).joined()
  next.put('next')
  await until(() => expect(next.saved).toEqual(['next']))
  expect(await server.stop()).toBe(0)
  server = undefined
})
