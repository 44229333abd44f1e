// Honest updates with a few bytes changed: whatever the gate lets through applies cleanly and leaves nothing waiting,
// and whatever it refuses has changed nothing.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cardText } from '../../../shared/board/document.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, moveCard, setCardField } from '../../../shared/board/write-cards.ts'
import { seeded } from '../../convergence/wire.ts'
import { craft, deleted, group, item, numbers, values } from './gate-bytes.ts'
import { ANA, Desk, FREE, lineOf } from './gate-desk.ts'

const CASES = process.env['TACIT_LONG'] === undefined ? 4_000 : 100_000

describe('mutated updates before the gate', () => {
  it('[G28] of thousands of mutated updates the accepted ones apply cleanly, and the refused ones change nothing', () => {
    const seed = Number(process.env['TACIT_SEED'] ?? 20_261_121)
    const random = seeded(seed)
    const honest = honestUpdates()
    const said = serverRoots(new Desk())
    const desk = new Desk()
    desk.owners.set(FREE, 'ana')
    const accepted = { live: 0, step2: 0 }
    for (let n = 0; n < CASES; n++) {
      const { state, update } = honest[Math.floor(random() * honest.length)] ?? expect.fail('no updates')
      desk.restore(state)
      const kind = random() < 0.5 ? 'update' : 'step2'
      const before = Y.encodeStateAsUpdate(desk.board.doc)
      const verdict = desk.judge(mutated(update, random), random() < 0.8 ? 'ana' : 'ben', kind)
      expect(Buffer.compare(before, Y.encodeStateAsUpdate(desk.board.doc)), `seed ${seed}, case ${n}`).toBe(0)
      if (!verdict.ok) continue
      accepted[kind === 'update' ? 'live' : 'step2']++
      Y.applyUpdate(desk.board.doc, verdict.update)
      expect([desk.board.doc.store.pendingStructs, desk.board.doc.store.pendingDs], `seed ${seed}, case ${n}`).toEqual([null, null])
      expect(serverRoots(desk), `seed ${seed}, case ${n}`).toBe(said)
      expect(desk.board.doc.share.size).toBe(19)
      if (!verdict.effect) expect(Buffer.compare(before, Y.encodeStateAsUpdate(desk.board.doc)), `seed ${seed}, case ${n}`).toBe(0)
    }
    expect(accepted.live).toBeGreaterThan(50)
    expect(accepted.step2).toBeGreaterThan(50)
  })
})

/** Honest updates, with the state of the server that each meets. */
function honestUpdates(): { state: Uint8Array; update: Uint8Array }[] {
  const desk = new Desk()
  const found: { state: Uint8Array; update: Uint8Array }[] = []
  const free = desk.client(FREE)
  const letters = (): Y.XmlText => lineOf(free)
  const changes = [
    () => letters().insert(2, 'typed'), () => letters().format(0, 3, { bold: {} }), () => letters().delete(1, 2), () => moveCard(free, 'card', 5, 6),
    () => addCard(free, { id: 'made', kind: 'risk', x: 1, y: 2, title: 'Made', body: 'One\nTwo' }), () => setCardField(free, 'made', 'criterion', 'é'),
    () => addLink(free, 'made', 'threatens', 'card'), () => cardText(free, 'made', 'body')?.delete(0, 1), () => free.doc.getMap('links').delete('other~rests_on~card'),
  ]
  for (const change of changes) {
    const state = Y.encodeStateAsUpdate(desk.board.doc)
    const update = Desk.updateOf(free, change)
    desk.send(update)
    found.push({ state, update })
  }
  found.push({ state: found[0]?.state ?? new Uint8Array(), update: Y.encodeStateAsUpdate(free.doc, Y.encodeStateVectorFromUpdate(found[0]?.state ?? new Uint8Array())) })
  return found
}

function serverRoots(desk: Desk): string {
  const { people, authorship, attestations, sys } = desk.board.doc.toJSON() as Record<string, unknown>
  return JSON.stringify([people, authorship, attestations, sys])
}

/** Some bytes changed, a piece left out, a number put in, or a piece repeated. */
function mutated(update: Uint8Array, random: () => number): Uint8Array {
  const below = (most: number): number => Math.floor(random() * most)
  const chance = random()
  if (chance < 0.5) {
    const bytes = update.slice()
    for (let left = 1 + below(3); left > 0; left--) bytes[below(bytes.length)] = random() < 0.5 ? below(256) : ((bytes[below(bytes.length)] ?? 0) + below(5) - 2) & 255
    return bytes
  }
  const from = below(update.length)
  const to = Math.min(update.length, from + below(6))
  if (chance < 0.65) return Uint8Array.of(...update.subarray(0, from), ...update.subarray(to))
  if (chance < 0.8) return Uint8Array.of(...update.subarray(0, from), ...numbers(below(2 ** 31)), ...update.subarray(from))
  if (chance < 0.9) return Uint8Array.of(...update.subarray(0, to), ...update.subarray(from))
  return craft([group(FREE, 0, item({ origin: { client: random() < 0.5 ? ANA : 1, clock: below(40) } }, random() < 0.5 ? deleted(1 + below(3)) : values('x')))], [[random() < 0.5 ? ANA : 1, below(40), 1 + below(4)]])
}
