// Three people who draw on one board, with slow wires, offline spells and, in half of the runs, a server that goes back
// to a backup: nobody is refused, and in the end all have the same board. One number makes a run.
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { rootMap } from '../../shared/board/document.ts'
import { judgeUpdate } from '../../server/rooms/gate.ts'
import { Draughtsman } from './drawing.ts'
import { Typist } from './typing.ts'
import { Peer, seeded, seen, Server, type Gate } from './wire.ts'

const RUNS = process.env['TACIT_LONG'] === undefined ? 150 : 5_000
const ONLY = process.env['TACIT_SEED']
const STEPS = 220

interface Person { readonly peer: Peer; act(): void }

/** One run; gives what went wrong. */
function run(seed: number, loses: boolean, gate?: Gate): string[] {
  const random = seeded(seed)
  const server = new Server(gate)
  server.forwardsEarly = seed % 4 === 0
  const people: Person[] = Array.from({ length: 3 }, (_, at) => new Draughtsman(new Peer(`p${at}`, 1_000 + Math.floor(random() * 1e9)), random))
  for (const { peer } of people) server.join(peer)
  const typist = new Typist(people[0]?.peer ?? new Peer('nobody', 2), 'p0-0', random)
  let backup = server.backup()
  for (let step = 0; step < STEPS; step++) {
    const person = random() < 0.1 ? typist : people[Math.floor(random() * 3)]
    if (person !== undefined) oneStep(person, server, random)
    if (loses && random() < 0.02) backup = server.backup()
    if (loses && random() < 0.01) server.restore(backup)
    if (random() < 0.02) server.batch(3)
  }
  server.settle()
  const boards = [server.board, ...people.map(({ peer }) => peer.board)]
  const problems = [...server.refusals]
  for (const [id, card] of rootMap(server.board, 'cards').entries()) {
    if (!server.forwardsEarly && !(card instanceof Y.Map && card.has('pos') && card.has('kind'))) problems.push(`card ${id} lost its place or kind`)
  }
  if (new Set(boards.map(seen)).size > 1) problems.push(`they see different things:\n${boards.map(seen).join('\n')}`)
  const vectors = boards.map(({ doc }) => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)))
  if (new Set(vectors).size > 1) problems.push(`they hold different things: ${vectors.join(' ')}`)
  return problems
}

function oneStep(person: Person, server: Server, random: () => number): void {
  const { peer } = person
  const chance = random()
  if (chance < 0.5) person.act()
  else if (chance < 0.73) for (let left = 1 + Math.floor(random() * 4); left > 0; left--) server.receive(peer)
  else if (chance < 0.93) for (let left = 1 + Math.floor(random() * 4); left > 0; left--) peer.receive()
  else if (peer.online) peer.disconnect()
  else server.rejoin(peer)
}

/** A gate that refuses a step 2 with what belongs to others, instead of setting it aside. */
const unkindGate: Gate = (board, update, context) => {
  const verdict = judgeUpdate(board, update, context)
  return verdict.ok && verdict.setAside.length > 0 ? { ok: false, code: 'reload', sentence: 'Set aside.' } : verdict
}

function seeds(): number[] {
  return ONLY === undefined ? Array.from({ length: RUNS }, (_, at) => at + 1) : [Number(ONLY)]
}

describe('three people on one board', () => {
  it('[G32] all that they draw passes, and all see the same in the end', () => {
    for (const seed of seeds()) {
      const problems = run(seed, false)
      if (problems.length > 0) expect.fail(`TACIT_SEED=${seed}: ${problems.join('\n')}`)
    }
  })

  it('[G33] a server that goes back to a backup gets everything back, and refuses nobody', () => {
    for (const seed of seeds()) {
      const problems = run(seed, true)
      if (problems.length > 0) expect.fail(`TACIT_SEED=${seed}: ${problems.join('\n')}`)
    }
  })

  it('[G33] the same runs catch a gate that refuses what it should set aside', () => {
    const caught = Array.from({ length: 30 }, (_, at) => run(at + 1, true, unkindGate)).filter((problems) => problems.some((problem) => problem.includes('Set aside')))
    expect(caught.length).toBeGreaterThan(0)
  })
})
