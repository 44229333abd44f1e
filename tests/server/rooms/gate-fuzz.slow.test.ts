// Honest updates with a few bytes changed: whatever the gate lets through applies cleanly and leaves nothing waiting,
// and whatever it refuses has changed nothing.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cardText, newBoard, ROOTS } from '../../../shared/board/document.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, moveCard, setCardField } from '../../../shared/board/write-cards.ts'
import { scanUpdate } from '../../../server/rooms/scan.ts'
import { seeded } from '../../convergence/wire.ts'
import { craft, deleted, ELEMENT, FRAGMENT, gc, group, item, MAP, mark, numbers, skip, text, type, values, XML_TEXT, type HandStruct, type Id, type Where } from './gate-bytes.ts'
import { ANA, Desk, FREE, lineOf } from './gate-desk.ts'

const CASES = process.env['TACIT_LONG'] === undefined ? 6_000 : 100_000

/** What the server has, what a reader has who keeps what was deleted, and an honest update that meets both. */
interface Meeting { readonly state: Uint8Array; readonly kept: Uint8Array; readonly update: Uint8Array }

function reader(kept: Uint8Array): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  for (const root of ROOTS) doc.getMap(root)
  Y.applyUpdate(doc, kept)
  return doc
}

/** What has to hold after an accepted update: nothing waits, nothing of the server's changed, all see the same. */
function checkApplied(desk: Desk, { kept, state }: Meeting, update: Uint8Array, said: string): void {
  const inOrder = neighboursInOrder(desk, update)
  Y.applyUpdate(desk.board.doc, update)
  expect([desk.board.doc.store.pendingStructs, desk.board.doc.store.pendingDs]).toEqual([null, null])
  expect(serverRoots(desk)).toBe(said)
  expect(desk.board.doc.share.size).toBe(ROOTS.length)
  const before = newBoard()
  Y.applyUpdate(before.doc, state)
  for (const id of before.doc.getMap('cards').keys()) for (const field of ['title', 'body'] as const) expect(cardText(desk.board, id, field)).toBeDefined()
  const other = reader(kept)
  Y.applyUpdate(other, update)
  const again = newBoard()
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(desk.board.doc))
  if (!inOrder) return
  expect(other.toJSON()).toEqual(desk.board.doc.toJSON())
  expect(again.doc.toJSON()).toEqual(desk.board.doc.toJSON())
}

/**
 * Whether the left neighbour of each change stands left of the right one. If not, Yjs itself puts it at different
 * places for different people; an undo of bare Yjs sends such a change now and then, so that the gate lets it pass.
 */
function neighboursInOrder(desk: Desk, update: Uint8Array): boolean {
  const { clients } = desk.board.doc.store
  const live = ({ client, clock }: Id): Y.Item | Y.GC | undefined => (clock < desk.clock(client) ? clients.get(client)?.[Y.findIndexSS(clients.get(client) ?? [], clock)] : undefined)
  const { groups } = scanUpdate(update, { structs: 1e6, deletes: 1e6, jsonDepth: 99, jsonStringChars: 1e9 })
  return groups.flatMap(({ structs }) => structs).every(({ origin, rightOrigin }) => {
    if (origin === undefined || rightOrigin === undefined) return true
    const [left, right] = [live(origin), live(rightOrigin)]
    if (left === right && left !== undefined) return origin.clock < rightOrigin.clock
    let next = left instanceof Y.Item ? left.right : null
    while (next !== null && next !== right) next = next.right
    return next !== null
  })
}

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
      const meeting = honest[Math.floor(random() * honest.length)] ?? expect.fail('no updates')
      desk.restore(meeting.state)
      const kind = random() < 0.5 ? 'update' : 'step2'
      const before = Y.encodeStateAsUpdate(desk.board.doc)
      const bytes = random() < 0.5 ? mutated(meeting.update, random) : invented(desk, random)
      try {
        const verdict = desk.judge(bytes, random() < 0.8 ? 'ana' : 'ben', kind)
        expect(Buffer.compare(before, Y.encodeStateAsUpdate(desk.board.doc))).toBe(0)
        if (!verdict.ok) continue
        accepted[kind === 'update' ? 'live' : 'step2']++
        checkApplied(desk, meeting, verdict.update, said)
        if (!verdict.effect) expect(Buffer.compare(before, Y.encodeStateAsUpdate(desk.board.doc))).toBe(0)
      } catch (error) {
        throw new Error(`TACIT_SEED=${seed}, case ${n}, ${kind}: ${Buffer.from(bytes).toString('hex')}`, { cause: error })
      }
    }
    expect(accepted.live).toBeGreaterThan(100)
    expect(accepted.step2).toBeGreaterThan(100)
  })
})

/** A day of honest updates, with what each meets. */
function honestUpdates(): Meeting[] {
  const desk = new Desk()
  const found: Meeting[] = []
  const free = desk.client(FREE)
  const keeper = reader(Y.encodeStateAsUpdate(desk.board.doc))
  const letters = (): Y.XmlText => lineOf(free)
  const changes = [
    () => letters().insert(2, 'typed'), () => letters().format(0, 3, { bold: {} }), () => letters().delete(1, 2), () => moveCard(free, 'card', 5, 6),
    () => addCard(free, { id: 'made', kind: 'risk', x: 1, y: 2, title: 'Made', body: 'One\nTwo' }), () => setCardField(free, 'made', 'criterion', 'é'),
    () => addLink(free, 'made', 'threatens', 'card'), () => cardText(free, 'made', 'body')?.delete(0, 1), () => free.doc.getMap('links').delete('other~rests_on~card'),
    () => moveCard(free, 'card', 7, 8), () => letters().insert(0, 'last'),
  ]
  const first = Y.encodeStateAsUpdate(desk.board.doc)
  const all = { state: first, kept: Y.encodeStateAsUpdate(keeper) }
  for (const change of changes) {
    const [state, kept] = [Y.encodeStateAsUpdate(desk.board.doc), Y.encodeStateAsUpdate(keeper)]
    const update = Desk.updateOf(free, change)
    desk.send(update)
    Y.applyUpdate(keeper, update)
    found.push({ state, kept, update })
  }
  return [...found, { ...all, update: Y.encodeStateAsUpdate(free.doc, Y.encodeStateVectorFromUpdate(first)) }]
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

/** An update put together from ids that are there, or nearly: each part is well made, the whole seldom is. */
function invented(desk: Desk, random: () => number): Uint8Array {
  const below = (most: number): number => Math.floor(random() * most)
  const next = desk.clock(FREE)
  const someId = (): Id => {
    const client = [ANA, 1, FREE, FREE][below(4)] ?? FREE
    return { client, clock: below(desk.clock(client) + (random() < 0.1 ? 4 : 0)) }
  }
  const content = (): Parameters<typeof item>[1] => [text('new'), text(random() < 0.2 ? '' : 'x'), values([1, 2]), values('goal'), deleted(1 + below(3)), type(ELEMENT, 'paragraph'), type(XML_TEXT), type(MAP), type(FRAGMENT), mark('bold', '{}')][below(10)] ?? text('y')
  const where = (): Where => {
    const chance = random()
    if (chance < 0.35) return { origin: someId(), right: random() < 0.5 ? someId() : undefined }
    if (chance < 0.45) return { right: someId() }
    if (chance < 0.55) return { root: ROOTS[below(ROOTS.length)] ?? 'meta', key: ['title', 'new', 'card'][below(3)] }
    return { parent: someId(), key: random() < 0.4 ? ['pos', 'kind', 'title', 'extra'][below(4)] : undefined }
  }
  const structs: HandStruct[] = []
  for (let left = 1 + below(3); left > 0; left--) {
    const chance = random()
    structs.push(chance < 0.05 ? gc(below(3)) : chance < 0.08 ? skip(1 + below(2)) : item(structs.length > 0 && random() < 0.5 ? { origin: { client: FREE, clock: next + below(3) } } : where(), content()))
  }
  const deletes = Array.from({ length: below(3) }, () => someId()).map(({ client, clock }) => [client, clock, 1 + below(4)] as const)
  return craft([group(FREE, Math.max(0, next - (random() < 0.15 ? below(4) : 0)), ...structs)], deletes.slice(0, 1))
}
