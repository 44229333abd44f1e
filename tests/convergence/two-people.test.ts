// Two people in one text, with an editor's undo each, slow wires and offline spells: everything that they do passes the
// gate, and afterwards the server and both of them read the same. One number makes a run; it is printed on failure.
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { addCard } from '../../shared/board/write-cards.ts'
import { judgeUpdate } from '../../server/rooms/gate.ts'
import { Order } from '../../server/rooms/gate-order.ts'
import { scanUpdate } from '../../server/rooms/scan.ts'
import { DEFAULT_LIMITS } from '../../shared/protocol/limits.ts'
import { Typist } from './typing.ts'
import { Peer, seeded, seen, Server, type Gate } from './wire.ts'

const RUNS = process.env['TACIT_LONG'] === undefined ? 1_000 : 20_000
const ONLY = process.env['TACIT_SEED']
const STEPS = 220

/** One run; gives what went wrong. */
function run(seed: number, gate?: Gate): string[] {
  const random = seeded(seed)
  const server = new Server(gate)
  server.forwardsEarly = seed % 2 === 0
  const ids = [1_000 + Math.floor(random() * 1e9), 1_000 + Math.floor(random() * 1e9)]
  const typists = ids.map((id, at) => new Typist(new Peer(`person${at}`, id), 'card', random))
  for (const { peer } of typists) server.join(peer)
  typists[0]?.peer.board.doc.transact(() => addCard(typists[0]?.peer.board ?? server.board, { id: 'card', kind: 'assumption', x: 0, y: 0, title: 'It holds', body: 'First line\nSecond line\nThird' }))
  for (let step = 0; step < STEPS; step++) {
    const typist = typists[Math.floor(random() * 2)]
    if (typist !== undefined) oneStep(typist, server, random)
    if (random() < 0.03) server.batch(1 + Math.floor(random() * 6))
  }
  server.settle()
  const problems = [...server.refusals]
  const sights = [server.board, ...typists.map(({ peer }) => peer.board)].map(seen)
  if (new Set(sights).size > 1) problems.push(`they read different things:\n${sights.join('\n')}`)
  const vectors = [server.board, ...typists.map(({ peer }) => peer.board)].map(({ doc }) => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)))
  if (new Set(vectors).size > 1) problems.push(`they hold different things: ${vectors.join(' ')}`)
  return problems
}

function oneStep(typist: Typist, server: Server, random: () => number): void {
  const { peer } = typist
  const chance = random()
  if (chance < 0.47) typist.act()
  else if (chance < 0.5) peer.mergeFrame()
  else if (chance < 0.72) for (let left = 1 + Math.floor(random() * 4); left > 0; left--) server.receive(peer)
  else if (chance < 0.93) for (let left = 1 + Math.floor(random() * 4); left > 0; left--) peer.receive()
  else if (peer.online) peer.disconnect()
  else server.rejoin(peer)
}

/** A gate that takes a change into something deleted for a wrong one. */
const strictGate: Gate = (board, update, context) => {
  const verdict = judgeUpdate(board, update, context)
  if (!verdict.ok) return verdict
  const order = new Order(board, scanUpdate(update, { structs: 1e6, deletes: 1e6, jsonDepth: 16, jsonStringChars: 1e6 }), { ...context, limits: DEFAULT_LIMITS })
  const dead = order.takings.some(({ taken }) => taken.some(({ fresh, spot, struct }) => fresh && spot.place.at === 'dead' && struct.content.ref !== 0))
  return dead ? { ok: false, code: 'reload', sentence: 'The parent is deleted.' } : verdict
}

describe('two people in one text', () => {
  it('[G30] nobody innocent is refused, and all read the same in the end', () => {
    const seeds = ONLY === undefined ? Array.from({ length: RUNS }, (_, at) => at + 1) : [Number(ONLY)]
    for (const seed of seeds) {
      const problems = run(seed)
      if (problems.length > 0) expect.fail(`TACIT_SEED=${seed}: ${problems.join('\n')}`)
    }
  })

  it('[G31] the same runs catch a gate that refuses changes in deleted text', () => {
    const caught = Array.from({ length: 40 }, (_, at) => run(at + 1, strictGate)).filter((problems) => problems.some((problem) => problem.includes('The parent is deleted')))
    expect(caught.length).toBeGreaterThan(0)
  })
})
