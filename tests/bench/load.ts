// The load generator of the bench, a process of its own: N clients on one board, each moving its own card. Sends at a
// given rate for a given time, whatever the server does; one client looks into everything it hears, all of them watch
// for message 100. Told what to do by messages of the parent process.
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { newBoard, type Board } from '../../shared/board/document.ts'
import { addCard, moveCard } from '../../shared/board/write-cards.ts'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from '../../shared/protocol/frames.ts'
import { BareClient, clientFrame } from './bare-client.ts'

export interface Connect { readonly do: 'connect'; readonly url: string; readonly clients: number; readonly bare: boolean }
export interface Run { readonly do: 'run'; readonly editsPerSecond: number; readonly seconds: number }
export interface Result {
  readonly sent: number
  /** Edits of others that the looking client heard of. */
  readonly heard: number
  readonly expected: number
  readonly p50: number
  readonly p99: number
  readonly storedP50: number
  readonly storedP99: number
  /** Seconds from the first message sent to the last. */
  readonly seconds: number
  readonly closed: number
}

const LAST_MS = 1_500

class Mover {
  readonly client: BareClient
  readonly board: Board
  readonly index: number
  /** Frames to send, and when each was. */
  frames: Buffer[] = []
  times: number[] = []
  #base = 0
  #moves = 0
  #stored = 0
  /** Sync messages sent before the first measured one. */
  #before = 0
  readonly storedAfter: number[] = []

  constructor(url: URL, index: number, opened: () => void) {
    this.index = index
    this.board = newBoard(1_000_000 + index)
    this.client = new BareClient(url, opened)
  }

  prepare(count: number): void {
    this.#before += this.times.length
    this.#base = this.#moves
    this.times = []
    this.storedAfter.length = 0
    this.frames = []
    const keep = (update: Uint8Array): void => { this.frames.push(clientFrame(writeUpdate(update))) }
    this.board.doc.on('update', keep)
    for (let i = 0; i < count; i++) moveCard(this.board, cardOf(this.index), this.index, this.#moves++)
    this.board.doc.off('update', keep)
  }

  hello(messages: number): void {
    this.#before += messages
  }

  /** Which of the prepared moves has this number on the card. */
  timeOf(y: number): number | undefined {
    return this.times[y - this.#base]
  }

  stored(count: number, now: number): void {
    for (; this.#stored < count; this.#stored++) {
      const time = this.times[this.#stored - this.#before]
      if (time !== undefined) this.storedAfter.push(now - time)
    }
  }
}

const cardOf = (index: number): string => `card${index}`
let movers: Mover[] = []
let latencies: number[] = []
let looked = 0

/** Every move in an update, merged or not. */
function look(update: Uint8Array, now: number): void {
  for (const struct of Y.decodeUpdate(update).structs) {
    const content = (struct as Y.Item).content
    if (!(content instanceof Y.ContentAny)) continue
    const [value] = content.arr as unknown[]
    if (!Array.isArray(value)) continue
    const time = movers[value[0] as number]?.timeOf(value[1] as number)
    if (time === undefined || value[0] === 0) continue
    looked++
    latencies.push(now - time)
  }
}

/** The bare server puts several messages behind one another. */
function lookAtAll(payload: Uint8Array, now: number): void {
  const decoder = decoding.createDecoder(payload)
  while (decoding.hasContent(decoder)) {
    if (decoding.readVarUint(decoder) !== 0 || decoding.readVarUint(decoder) !== 2) return
    look(decoding.readVarUint8Array(decoder), now)
  }
}

function listen(mover: Mover): void {
  mover.client.heard = (payload) => {
    if (payload[0] === 100) mover.stored(decoding.readVarUint(decoding.createDecoder(payload.subarray(1))), performance.now())
    else if (mover.index === 0 && payload[0] === 0) lookAtAll(payload, performance.now())
  }
}

function join(mover: Mover, bare: boolean): Promise<void> {
  const { socket } = mover.client
  const first = (): void => {
    addCard(mover.board, { id: cardOf(mover.index), kind: 'note', x: mover.index, y: 0 })
    socket.write(clientFrame(writeUpdate(Y.encodeStateAsUpdate(mover.board.doc))))
  }
  if (bare) {
    first()
    listen(mover)
    return Promise.resolve()
  }
  return new Promise((resolve) => {
    socket.write(clientFrame(writeSyncStep1(Uint8Array.of(0))))
    mover.client.heard = (payload) => {
      if (payload[0] === 0 && payload[1] === 0) {
        socket.write(clientFrame(writeSyncStep2(Uint8Array.of(0, 0))))
        first()
        mover.hello(2)
      } else if (payload[0] === 100 && payload[1] === 2) {
        listen(mover)
        resolve()
      }
    }
  })
}

async function connectAll({ url, clients, bare }: Connect): Promise<void> {
  for (const { client } of movers) client.socket.destroy()
  movers = []
  for (let i = 0; i < clients; i++) {
    await new Promise<void>((opened) => {
      movers.push(new Mover(new URL(url), i, opened))
    })
    const mover = movers.at(-1)
    if (mover !== undefined) await join(mover, bare)
  }
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN

async function run({ editsPerSecond, seconds }: Run): Promise<Result> {
  const total = Math.round(editsPerSecond * seconds)
  const each = Math.ceil(total / movers.length)
  for (const mover of movers) mover.prepare(each)
  latencies = []
  looked = 0
  const began = performance.now()
  let sent = 0
  // People do not wait for one another: the pauses between edits are as those of chance (exponential).
  for (let dueMs = 0; sent < each * movers.length;) {
    const from = sent
    for (const nowMs = performance.now() - began; sent < each * movers.length && dueMs <= nowMs; sent++) dueMs += (-Math.log(1 - Math.random()) * 1_000) / editsPerSecond
    send(from, sent)
    await new Promise((done) => setImmediate(done))
  }
  const took = (performance.now() - began) / 1_000
  const expected = each * (movers.length - 1)
  for (const until = performance.now() + LAST_MS; looked < expected && performance.now() < until;) await new Promise((done) => setTimeout(done, 5))
  await new Promise((done) => setTimeout(done, 50))
  const sorted = latencies.toSorted((a, b) => a - b)
  const stored = movers.flatMap(({ storedAfter }) => storedAfter).sort((a, b) => a - b)
  return {
    sent, heard: looked, expected, seconds: took, closed: movers.filter(({ client }) => client.closed).length,
    p50: at(sorted, 0.5), p99: at(sorted, 0.99), storedP50: at(stored, 0.5), storedP99: at(stored, 0.99),
  }
}

/** Sends the messages from `from` to `to`, in turn by all clients, each in a write of its own as real clients do. */
function send(from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const mover = movers[i % movers.length]
    const frame = mover?.frames[Math.floor(i / movers.length)]
    if (mover === undefined || frame === undefined) continue
    mover.times.push(performance.now())
    mover.client.socket.write(frame)
  }
}

process.on('message', (order: Connect | Run) => {
  const answer: Promise<unknown> = order.do === 'connect' ? connectAll(order) : run(order)
  answer.then((result) => process.send?.(result ?? null), (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  })
})
process.on('disconnect', () => process.exit(0))
