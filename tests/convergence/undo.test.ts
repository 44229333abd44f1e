// Undo of two or three people who write together, apart and together again: 1,000 random histories of real sessions.
// An undo takes back what its step did and others have not changed since, and nothing else; it says so when that is
// nothing. One number makes a history; it is printed on failure, and TACIT_SEED runs that one alone.
import * as Y from 'yjs'
import { describe, expect, it, vi } from 'vitest'
import { newBoard, type Board } from '../../shared/board/document.ts'
import { addCard } from '../../shared/board/write-cards.ts'
import { REMOTE, Writer, type Fault } from './undoing.ts'
import { seeded, seen } from './wire.ts'

const RUNS = process.env['TACIT_LONG'] === undefined ? 1_000 : 20_000
const ONLY = process.env['TACIT_SEED']
const ACTIONS = 40
const NAMES = ['Ana', 'Bo', 'Cy']

let made = 0
vi.mock('../../shared/board/ids.ts', async (original) => ({ ...(await original<object>()), newId: () => `made${made++}` }))
// A session listens for the end of its page.
vi.stubGlobal('window', new EventTarget())
// Cards are measured where they fall into a frame.
vi.stubGlobal('document', { createElement: () => ({ getContext: () => ({ measureText: (text: string) => ({ width: 7 * text.length }) }) }) })

function startBoard(): Board {
  const board = newBoard(1)
  board.doc.transact(() => {
    for (const id of ['one', 'two', 'three']) addCard(board, { id, kind: 'assumption', x: 0, y: 0, title: '.', body: '.' })
  })
  return board
}

/** The server's part: takes what came and passes it on to those who are there. */
class Middle {
  readonly board = startBoard()
  readonly writers: Writer[] = []

  carry(writer: Writer): void {
    const bytes = writer.outbox.shift()
    if (bytes === undefined || !writer.online) return
    Y.applyUpdate(this.board.doc, bytes)
    for (const other of this.writers) if (other !== writer && other.online) other.inbox.push({ bytes })
  }

  part(writer: Writer): void {
    writer.online = false
    writer.inbox.length = 0
  }

  /** What each lacks in one message, as after a lost connection. */
  meet(writer: Writer): void {
    writer.online = true
    writer.outbox.length = 0
    const mine = Y.encodeStateAsUpdate(writer.board.doc, Y.encodeStateVector(this.board.doc))
    writer.inbox.push({ bytes: Y.encodeStateAsUpdate(this.board.doc, Y.encodeStateVector(writer.board.doc)), together: true })
    Y.applyUpdate(this.board.doc, mine)
    for (const other of this.writers) if (other !== writer && other.online) other.inbox.push({ bytes: mine, together: true })
  }

  settle(): void {
    for (const writer of this.writers) while (writer.online && writer.outbox.length > 0) this.carry(writer)
    for (const writer of this.writers) if (!writer.online) this.meet(writer)
    for (const writer of this.writers) while (writer.inbox.length > 0) writer.receive()
  }
}

interface Outcome { readonly problems: readonly string[]; readonly steps: number; readonly movedOn: number }

function run(seed: number, fault?: Fault): Outcome {
  made = 0
  const random = seeded(seed)
  const middle = new Middle()
  const start = Y.encodeStateAsUpdate(middle.board.doc)
  const ids = NAMES.slice(0, seed % 4 === 0 ? 3 : 2).map((name) => [1_000 + Math.floor(random() * 1e9), name] as const)
  for (const [place, [id, name]] of ids.entries()) middle.writers.push(new Writer(name, place, id, new Map(ids), random, start))
  if (fault !== undefined) for (const writer of middle.writers) fault.plant(writer)
  for (let left = ACTIONS; left > 0; left--) oneAction(middle, random)
  middle.settle()
  const sights = [middle.board, ...middle.writers.map(({ board }) => board)].map(seen)
  const problems = middle.writers.flatMap((writer) => writer.problems.map((problem) => `${writer.name}: ${problem}`))
  if (new Set(sights).size > 1) problems.push(`they read different things:\n${sights.join('\n')}`)
  for (const { session } of middle.writers) session.close()
  return { problems, steps: middle.writers.reduce((sum, { steps }) => sum + steps, 0), movedOn: middle.writers.reduce((sum, { movedOn }) => sum + movedOn, 0) }
}

function oneAction(middle: Middle, random: () => number): void {
  const writer = middle.writers[Math.floor(random() * middle.writers.length)]
  if (writer === undefined) return
  writer.act()
  if (random() < 0.06) return writer.online ? middle.part(writer) : middle.meet(writer)
  for (const one of middle.writers) {
    if (random() < 0.7) middle.carry(one)
    if (random() < 0.7) one.receive()
  }
}

const FAULTS: readonly Fault[] = [
  { name: 'undo that takes the work of others for its own', shows: /which the step had not (changed|written)/, plant: ({ manager }) => manager.trackedOrigins.add(REMOTE) },
  { name: 'two commands in one step', shows: /made 0 steps/, plant: ({ manager }) => { manager.stopCapturing = () => undefined } },
  { name: 'undo over a later value of another', shows: /which another has changed since/, plant: ({ manager }) => {
    manager.deleteFilter = () => true
    manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.delete('touched'))
  } },
  { name: 'undo past a value of another that one\'s own undo brought back', shows: /which another has changed since/, plant: ({ manager }) => {
    manager.ignoreRemoteMapChanges = false
    manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.delete('touched'))
  } },
  { name: 'undo that takes its own later value for that of another', shows: /says that another moved on, and nobody has/, plant: ({ manager }) => { manager.ignoreRemoteMapChanges = false } },
  { name: 'undo of a paragraph with the words of others in it', shows: /took .*, which the step had not written/, plant: ({ manager }) => { manager.deleteFilter = () => true } },
]

describe('undo beside the work of others', () => {
  it('[U1] takes back one step, nothing of others, and says so when others have moved on', () => {
    const seeds = ONLY === undefined ? Array.from({ length: RUNS }, (_, at) => at + 1) : [Number(ONLY)]
    let movedOn = 0
    for (const seed of seeds) {
      const outcome = run(seed)
      if (outcome.problems.length > 0) expect.fail(`TACIT_SEED=${seed}: ${outcome.problems.join('\n')}`)
      movedOn += outcome.movedOn
    }
    if (ONLY === undefined) expect(movedOn).toBeGreaterThan(100)
  })

  it.each(FAULTS)('[U2] the same histories catch $name', (fault) => {
    const told: string[] = []
    for (let seed = 1; seed <= 300 && !told.some((problem) => fault.shows.test(problem)); seed++) told.push(...run(seed, fault).problems)
    expect(told.filter((problem) => fault.shows.test(problem)).length).toBeGreaterThan(0)
  })
})
