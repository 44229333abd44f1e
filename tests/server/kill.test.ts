// A real server process is killed with -9 at random moments while several clients write, again and again on the same
// data. What was acknowledged, and what another client had seen, must be there afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { newBoard, rootMap } from '../../shared/board/document.ts'
import { addCard } from '../../shared/board/write-cards.ts'
import { writeUpdate } from '../../shared/protocol/frames.ts'
import { CrashClient, losses, type Random } from '../support/crash-client.ts'
import { makeBoard, startServerProcess, type ServerProcess } from '../support/server-process.ts'
import { RawClient, stockProvider, type Place } from '../support/sync-client.ts'
import { until } from '../support/until.ts'

const LONG = process.env['TACIT_LONG'] === '1'
const KILLS = LONG ? 200 : 50
const CLIENTS = 5
/** Unacknowledged messages at each kill, at least. */
const UNDER_WAY = 100
/** What the test has to notice of a faulty server. */
const NOTICED = ['a seen', 'an acknowledged delete', 'an acknowledged insert']
const LIMITS = 'updatesPerSecond=1000000,updatesBurst=1000000,bytesPerSecond=1000000000,socketsPerAddress=1000'

/** mulberry32 */
function randomFrom(seed: number): Random {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

class Battle {
  readonly #main: string
  readonly #data: string
  readonly #random: Random
  readonly #clients: CrashClient[] = []
  #server: ServerProcess | undefined
  #place: Place | undefined

  constructor(main: string, seed: number) {
    this.#main = main
    this.#random = randomFrom(seed)
    this.#data = mkdtempSync(join(tmpdir(), 'tacit-kill-'))
    onTestFinished(async () => {
      for (const client of this.#clients) client.cutOff()
      await this.#server?.kill()
      rmSync(this.#data, { recursive: true, force: true })
    })
  }

  async begin(): Promise<void> {
    const server = await this.#start()
    const { id, keys } = await makeBoard(server.url, 'Battle')
    this.#place = { url: server.url, board: id, key: keys.edit }
    await this.#putCards(this.#place)
    for (let i = 0; i < CLIENTS; i++) this.#clients.push(new CrashClient(`client${i}`, this.#random))
    await this.#connectAll()
  }

  /** The two cards that all links join. */
  async #putCards(place: Place): Promise<void> {
    const board = newBoard()
    board.doc.transact(() => {
      for (const id of ['a', 'b']) addCard(board, { id, kind: 'note', x: 0, y: 0 })
    })
    const raw = await new RawClient(place).opened()
    raw.send(writeUpdate(Y.encodeStateAsUpdate(board.doc)))
    await raw.hears(({ type }) => type === 'stored')
    raw.socket.terminate()
  }

  async #start(): Promise<ServerProcess> {
    this.#server = await startServerProcess({ data: this.#data, main: this.#main, env: { TACIT_LIMITS: LIMITS } })
    if (this.#place !== undefined) this.#place = { ...this.#place, url: this.#server.url }
    return this.#server
  }

  async #connectAll(): Promise<void> {
    const place = this.#place
    if (place !== undefined) await Promise.all(this.#clients.map((client) => client.connect(place)))
  }

  /** Writes until a random number of messages was acknowledged, then kills the server. Returns how many were under way. */
  async strike(): Promise<number> {
    const before = this.acknowledged
    const enough = UNDER_WAY + this.#random() * 500
    while (this.acknowledged - before < enough || this.#underWay < UNDER_WAY) {
      expect(this.#clients.flatMap(({ closed }) => closed ?? [])).toEqual([])
      for (const client of this.#clients) client.write()
      await new Promise((done) => setImmediate(done))
    }
    const underWay = this.#underWay
    await this.#server?.kill()
    for (const client of this.#clients) client.cutOff()
    return underWay
  }

  get #underWay(): number {
    return this.#clients.reduce((sum, client) => sum + client.underWay, 0)
  }

  /** Starts the server again and says what it lost. */
  async aftermath(): Promise<string[]> {
    await this.#start()
    return losses(await this.#links(), this.#clients)
  }

  async #links(): Promise<Set<string>> {
    if (this.#place === undefined) throw new Error('no board')
    const { board, provider } = await stockProvider(this.#place)
    const links = new Set(rootMap(board, 'links').keys())
    provider.destroy()
    return links
  }

  /** Everybody comes back with what they have: in the end the server has all of it. */
  async recover(): Promise<void> {
    await this.#connectAll()
    await until(() => expect(this.#clients.map(({ underWay }) => underWay)).toEqual(this.#clients.map(() => 0)), { timeout: 20_000, interval: 5 })
    const expected = this.#clients.flatMap(({ inserted, deleted }) => [...inserted].filter((key) => !deleted.has(key)))
    expect([...await this.#links()].sort()).toEqual(expected.sort())
  }

  get acknowledged(): number {
    return this.#clients.reduce((sum, { certain }) => sum + certain.length, 0)
  }

  get seen(): number {
    return this.#clients.reduce((sum, { seen }) => sum + seen.length, 0)
  }

  stop(): Promise<number | null> {
    return this.#server?.stop() ?? Promise.resolve(null)
  }
}

function seedOf(): number {
  const seed = Number(process.env['TACIT_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  process.stdout.write(`kill test: TACIT_SEED=${seed}\n`)
  return seed
}

describe('kill -9', () => {
  it(`[K1] loses nothing that was acknowledged or seen, ${KILLS} times with ${UNDER_WAY} messages under way`, async () => {
    const battle = new Battle('server/main.ts', seedOf())
    await battle.begin()
    for (let kill = 1; kill <= KILLS; kill++) {
      expect(await battle.strike()).toBeGreaterThanOrEqual(UNDER_WAY)
      expect(await battle.aftermath(), `kill ${kill}`).toEqual([])
      await battle.recover()
    }
    expect(battle.acknowledged).toBeGreaterThan(KILLS * 100)
    expect(battle.seen).toBeGreaterThan(KILLS * 100)
    expect(await battle.stop()).toBe(0)
  })

  it('[K2] the test notices a server that acknowledges before it writes', async () => {
    const battle = new Battle('tests/support/early-main.ts', seedOf())
    await battle.begin()
    const noticed = new Set<string>()
    for (let kill = 1; kill <= 8 && noticed.size < NOTICED.length; kill++) {
      await battle.strike()
      const lost = await battle.aftermath()
      for (const kind of NOTICED) if (lost.some((loss) => loss.startsWith(kind))) noticed.add(kind)
      await battle.recover()
    }
    expect([...noticed].sort()).toEqual(NOTICED)
  })
})
