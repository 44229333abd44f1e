// ClientIDs belong to people, clocks have no gaps, and nothing ever waits in the server's document for more to come.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { setCardField, moveCard } from '../../../shared/board/write-cards.ts'
import { cardText } from '../../../shared/board/document.ts'
import { craft, gc, group, item, skip, text, values, type HandGroup } from './gate-bytes.ts'
import { ANA, BEN, Desk, FREE, lineOf } from './gate-desk.ts'

const TITLE = { root: 'meta', key: 'title' }
const title = (words: string): ReturnType<typeof item> => item(TITLE, values(words))

describe('the gate and clientIDs', () => {
  it('[G12] refuses the next clock of somebody else', () => {
    const desk = new Desk()
    expect(desk.refuse(craft([group(ANA, desk.clock(ANA), title('forged'))]), 'reload', 'ben')).toContain('somebody else')
    expect(desk.refuse(craft([group(BEN, 0, title('forged'))]))).toContain('somebody else')
  })

  it('[G12] refuses to silence somebody by a struct of 2^40 clocks, and the next edit of that one arrives', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    expect(desk.refuse(craft([group(ANA, desk.clock(ANA), gc(2 ** 39))]), 'reload', 'ben')).toContain('somebody else')
    expect(desk.refuse(craft([group(ANA, 0, gc(2 ** 40))]), 'reload', 'ben')).toContain('somebody else')
    desk.pass(ana, 'ana', () => setCardField(ana, 'card', 'criterion', 'below 200 ms'))
    expect(desk.board.doc.toJSON()).toMatchObject({ cards: { card: { criterion: 'below 200 ms' } } })
  })

  it('[G12] binds a free clientID to its first user, and no more than eight in one update', () => {
    const desk = new Desk()
    expect(desk.send(craft([group(FREE, 0, title('a'))]), 'ben')).toMatchObject({ effect: true, newClients: [FREE] })
    expect(desk.refuse(craft([group(FREE, 1, title('b'))]))).toContain('somebody else')
    const crowd = (count: number): HandGroup[] => Array.from({ length: count }, (_, at) => group(10_000 + at, 0, title('c')))
    expect(desk.refuse(craft(crowd(100)))).toContain('8 new clientIDs')
    expect(desk.refuse(craft(crowd(100)), 'reload', 'ana', 'step2')).toContain('8 new clientIDs')
    expect(desk.send(craft(crowd(8))).newClients).toHaveLength(8)
  })

  it('[G12] takes what the server has from anybody, as it changes nothing', () => {
    const desk = new Desk()
    const all = Y.encodeStateAsUpdate(desk.board.doc)
    expect(desk.send(all, 'ben')).toMatchObject({ effect: false, newClients: [], setAside: [] })
    expect(desk.send(all, 'ben', 'step2')).toMatchObject({ effect: false, newClients: [], setAside: [] })
    expect(desk.send(Uint8Array.of(0, 0), 'ben').effect).toBe(false)
  })

  it('[G13] answers gaps in a live update by a resync, and applies nothing', () => {
    const desk = new Desk()
    const next = desk.clock(ANA)
    const ahead = { client: BEN, clock: 7 }
    const gaps = [
      craft([group(ANA, next + 1, title('x'))]),
      craft([group(ANA, next, item({ origin: ahead }, text('x')))]),
      craft([group(ANA, next, item({ right: ahead }, text('x')))]),
      craft([group(ANA, next, item({ parent: ahead, key: 'a' }, values(1)))]),
      craft([], [[ANA, next, 1]]),
      craft([], [[ANA, next - 1, 2]]),
      craft([], [[BEN, 5, 1]]),
      craft([group(ANA, next, title('x'))], [[ANA, next, 2]]),
    ]
    for (const update of gaps) desk.refuse(update, 'resync')
    // Two clients that wait for each other.
    const ring = craft([group(ANA, next, item({ origin: { client: FREE, clock: 0 } }, values(1))), group(FREE, 0, item({ origin: { client: ANA, clock: next } }, values(1)))])
    desk.refuse(ring, 'resync')
    expect(desk.board.doc.store.pendingStructs).toBeNull()
  })

  it('[G13] refuses a change that rests on a later one of its own client, and skipped clocks', () => {
    const desk = new Desk()
    const next = desk.clock(ANA)
    expect(desk.refuse(craft([group(ANA, next, item({ origin: { client: ANA, clock: next } }, values(1)))]))).toContain('later change')
    expect(desk.refuse(craft([group(ANA, next, item({ parent: { client: ANA, clock: next + 5 }, key: 'a' }, values(1)))]))).toContain('later change')
    expect(desk.refuse(craft([group(ANA, 0, item({ origin: { client: ANA, clock: 3 } }, values(1)))]))).toContain('later change')
    expect(desk.refuse(craft([group(ANA, next, skip(1), title('x'))]))).toContain('skip')
  })

  it('[G13] resolves what rests on each other within one update, whatever the order of its clients', () => {
    const desk = new Desk()
    const [one, two] = [desk.client(FREE), desk.client(FREE + 1)]
    const updates: Uint8Array[] = []
    for (const [at, board] of [one, two, one, two].entries()) {
      for (const update of updates) Y.applyUpdate(board.doc, update)
      updates.push(Desk.updateOf(board, () => lineOf(board).insert(0, `line ${at}`)))
      updates.push(Desk.updateOf(board, () => moveCard(board, 'card', at, at)))
    }
    const verdict = desk.send(Y.mergeUpdates(updates))
    expect([...verdict.newClients].sort((a, b) => a - b)).toEqual([FREE, FREE + 1])
    for (const update of updates) for (const board of [one, two]) Y.applyUpdate(board.doc, update)
    expect(desk.board.doc.toJSON()).toEqual(one.doc.toJSON())
  })

  it('[G14] lets a change of something deleted pass: it has no effect', () => {
    const desk = new Desk()
    const ben = desk.client(BEN)
    const second = desk.inText('card', 'body', 1, 0)
    const ana = desk.client(ANA)
    desk.pass(ana, 'ana', () => cardText(ana, 'card', 'body')?.delete(1, 1))
    const typed = desk.pass(ben, 'ben', () => lineOf(ben, 1).insert(2, 'more'))
    expect(typed).toMatchObject({ ok: true, effect: true, setAside: [] })
    const bold = desk.pass(ben, 'ben', () => lineOf(ben, 1).format(0, 3, { bold: {} }))
    expect(bold.touched.size).toBe(0)
    desk.send(craft([group(FREE, 0, item({ parent: second }, text('late')))]))
    desk.send(craft([], [[second.client, second.clock, 3]]))
    expect(desk.board.doc.toJSON()).toMatchObject({ cards: { card: { body: '<paragraph>First</paragraph>' } } })
  })

  it('[G23] takes an update that begins inside what the server has, where it goes on in the same place', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    const text = (): Y.XmlText => lineOf(ana)
    const before = Y.encodeStateVector(ana.doc)
    desk.pass(ana, 'ana', () => text().insert(0, 'abc'))
    ana.doc.transact(() => text().insert(3, 'def'))
    const late = Y.encodeStateAsUpdate(ana.doc, before)
    expect(desk.send(late, 'ana', 'step2')).toMatchObject({ effect: true })
    expect(desk.board.doc.toJSON()).toMatchObject({ cards: { card: { body: '<paragraph>abcdefFirst</paragraph><paragraph>Second</paragraph>' } } })
    expect(desk.send(late, 'ana', 'step2').effect).toBe(false)
  })

  it('[G24] refuses a change between neighbours of two different places', () => {
    const desk = new Desk()
    const first = desk.inText('card', 'body', 0, 0, 0)
    const second = desk.inText('card', 'body', 1, 0, 0)
    expect(desk.refuse(craft([group(FREE, 0, item({ origin: first, right: second }, text('x')))]))).toContain('two different places')
    expect(desk.refuse(craft([group(FREE, 0, item({ origin: desk.entry('cards', 'card', 'pos'), right: desk.entry('cards', 'card', 'kind') }, values([1, 2])))]))).toContain('two different places')
    const ana = desk.client(ANA)
    desk.pass(ana, 'ana', () => cardText(ana, 'card', 'body')?.delete(1, 1))
    expect(desk.refuse(craft([group(FREE, 0, item({ origin: first, right: second }, text('x')))]))).toContain('two different places')
  })

  it('[G26] judges many updates within one transaction, each right before it is applied', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    const ben = desk.client(BEN)
    const line = (board: typeof ana, at: number): Y.XmlText => lineOf(board, at)
    const updates: [Uint8Array, string][] = []
    for (let at = 0; at < 5; at++) updates.push([Desk.updateOf(ana, () => line(ana, 0).insert(0, 'a')), 'ana'])
    updates.push([Desk.updateOf(ana, () => cardText(ana, 'card', 'body')?.delete(1, 1)), 'ana'])
    for (let at = 0; at < 5; at++) updates.push([Desk.updateOf(ben, () => line(ben, 1).insert(3, 'b')), 'ben'])
    desk.board.doc.transact(() => {
      for (const [at, [update, owner]] of updates.entries()) {
        const verdict = desk.send(update, owner)
        expect(verdict.update).toBe(update)
        // From the deletion on, what is typed there touches nothing.
        expect([...verdict.touched]).toEqual(at > 5 ? [] : ['card'])
      }
    })
    expect(desk.board.doc.toJSON()).toMatchObject({ cards: { card: { body: '<paragraph>aaaaaFirst</paragraph>' } } })
  })
})
