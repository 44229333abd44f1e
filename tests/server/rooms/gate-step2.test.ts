// Step 2 after the server lost something (a power cut, a restored backup): what belongs to others waits for them, what
// is the sender's own is taken, and nobody is refused for knowing more than the server.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cardText, type Board } from '../../../shared/board/document.ts'
import { addLink } from '../../../shared/board/write-board.ts'
import { addCard, moveCard, setCardField } from '../../../shared/board/write-cards.ts'
import { addAttestation, putAuthorship } from '../../../shared/board/write-records.ts'
import { craft, group, item, skip, values } from './gate-bytes.ts'
import { ANA, BEN, bodyOf, Desk, FREE, lineOf } from './gate-desk.ts'

/** Everything that the client has and the server lacks, and all deletes: what y-protocols answers to step 1. */
function step2(desk: Desk, client: Board): Uint8Array {
  return Y.encodeStateAsUpdate(client.doc, Y.encodeStateVector(desk.board.doc))
}

/** Puts two clients on the same state without telling the server. */
function meet(one: Board, other: Board): void {
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc))
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc))
}

describe('step 2 through the gate', () => {
  it('[G27] goes on in its own bytes when nothing is set aside', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    for (let at = 0; at < 50; at++) lineOf(ana).insert(at % 4, 'x')
    moveCard(ana, 'card', 1, 1)
    const update = step2(desk, ana)
    const verdict = desk.send(update, 'ana', 'step2')
    expect(verdict.update).toBe(update)
    expect(verdict.setAside).toEqual([])
    expect(desk.board.doc.toJSON()).toEqual(ana.doc.toJSON())
  })

  it('[G27] sets aside what is another person\'s, takes what is the sender\'s own, and both have all of it in the end', () => {
    const desk = new Desk()
    const [ana, ben] = [desk.client(ANA), desk.client(BEN)]
    moveCard(ben, 'card', 100, 100)
    lineOf(ben).insert(0, 'ben ')
    meet(ana, ben)
    setCardField(ana, 'other', 'criterion', 'mine')
    lineOf(ana).insert(9, ' ana')
    lineOf(ana).insert(0, 'before ben ')
    cardText(ana, 'card', 'body')?.delete(1, 1)
    const verdict = desk.send(step2(desk, ana), 'ana', 'step2')
    expect(cardText(desk.board, 'card', 'body')?.length).toBe(1)
    expect(verdict.setAside).toEqual([{ clientId: BEN, owner: 'ben' }, { clientId: ANA, owner: 'ana' }])
    expect(desk.board.doc.toJSON()).toMatchObject({ cards: { card: { pos: [10, 20] }, other: { criterion: 'mine' } } })
    expect(bodyOf(desk.board)).toContain('First ana')
    expect(bodyOf(desk.board)).not.toContain('ben')
    expect(desk.send(step2(desk, ben), 'ben', 'step2').setAside).toEqual([])
    expect(desk.send(step2(desk, ana), 'ana', 'step2').setAside).toEqual([])
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc))
    expect(desk.board.doc.toJSON()).toEqual(ana.doc.toJSON())
    expect(ben.doc.toJSON()).toEqual(ana.doc.toJSON())
  })

  it('[G27] keeps a value whose successor was set aside', () => {
    const desk = new Desk()
    const [ana, ben] = [desk.client(ANA), desk.client(BEN)]
    moveCard(ben, 'card', 100, 100)
    setCardField(ben, 'card', 'kind', 'note')
    ben.doc.getMap('links').set('other~rests_on~card', { from: 'other', to: 'card', type: 'serves' })
    meet(ana, ben)
    lineOf(ana).insert(0, 'mine ')
    const verdict = desk.send(step2(desk, ana), 'ana', 'step2')
    expect(verdict.setAside).toEqual([{ clientId: BEN, owner: 'ben' }])
    expect(desk.board.doc.toJSON()).toMatchObject({
      cards: { card: { pos: [10, 20], kind: 'assumption' } }, links: { 'other~rests_on~card': { type: 'rests_on' } },
    })
    expect(bodyOf(desk.board)).toContain('mine First')
  })

  it('[G27] takes a card of the sender\'s own whose kind somebody else changed meanwhile', () => {
    const desk = new Desk()
    const [ana, ben] = [desk.client(ANA), desk.client(BEN)]
    addCard(ana, { id: 'lost', kind: 'goal', x: 1, y: 1, title: 'Lost' })
    meet(ana, ben)
    setCardField(ben, 'lost', 'kind', 'risk')
    addLink(ben, 'lost', 'serves', 'other')
    meet(ana, ben)
    expect(desk.send(step2(desk, ana), 'ana', 'step2').created).toEqual(['lost'])
    desk.send(step2(desk, ben), 'ben', 'step2')
    expect(desk.board.doc.toJSON()).toEqual(ben.doc.toJSON())
  })

  it('[G27] sets aside what the server itself wrote and lost, and the deletes that came with it', () => {
    const desk = new Desk()
    const before = Y.encodeStateAsUpdate(desk.board.doc)
    desk.board.doc.transact(() => {
      putAuthorship(desk.board, 'card', { author: 'ana', editedBy: 'ben' })
      addAttestation(desk.board, { id: 'lost', card: 'card', person: 'ben', team: 'sre', verdict: 'confirm', basis: '[]', seq: 1 })
    })
    const ana = desk.client(ANA)
    lineOf(ana).insert(0, 'mine ')
    desk.restore(before)
    const verdict = desk.send(step2(desk, ana), 'ana', 'step2')
    expect(verdict.setAside).toEqual([{ clientId: 1, owner: undefined }])
    expect(desk.board.doc.toJSON()).toMatchObject({ authorship: { card: { author: 'ana' } } })
    expect(desk.board.doc.getMap('attestations').has('lost')).toBe(false)
    expect(bodyOf(desk.board)).toContain('mine First')
  })

  it('[G27] takes clientIDs of nobody, binds the one that the connection goes by, and leaves very many to their owners', () => {
    const desk = new Desk()
    const title = item({ root: 'meta', key: 'title' }, values('x'))
    const judged = (update: Uint8Array): ReturnType<Desk['judge']> => desk.judgeAs(update, { ...desk.context('step2', 'ana'), goesBy: (client) => client === FREE })
    expect(judged(craft([group(FREE, 0, title), group(FREE + 1, 0, title)]))).toMatchObject({ ok: true, newClients: [FREE], setAside: [] })
    const crowd = craft(Array.from({ length: 20 }, (_, at) => group(10_000 + at, 0, title)))
    const verdict = judged(crowd)
    expect(verdict).toMatchObject({ ok: true, newClients: [] })
    expect(verdict.ok ? verdict.setAside.length : 0).toBe(12)
  })

  it('[G27] leaves out gaps, skipped clocks and deletes of what is not here', () => {
    const desk = new Desk()
    const title = item({ root: 'meta', key: 'title' }, values('x'))
    const next = desk.clock(ANA)
    const skipped = desk.send(craft([group(ANA, next, title, skip(3), title)], [[ANA, next + 2, 5], [BEN, 7, 2]]), 'ana', 'step2')
    expect(skipped.setAside).toEqual([{ clientId: ANA, owner: 'ana' }])
    expect(desk.clock(ANA)).toBe(next + 1)
    expect(desk.send(craft([group(ANA, next + 3, title)]), 'ana', 'step2')).toMatchObject({ effect: false })
    expect(desk.send(craft([], [[ANA, next + 3, 5]]), 'ana', 'step2')).toMatchObject({ effect: false })
    expect(desk.send(craft([group(ANA, 0, skip(next), title)]), 'ana', 'step2')).toMatchObject({ effect: false, setAside: [] })
  })

  it('[G27] is refused for what it brings of its own that breaks a rule', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    ana.doc.getMap('attestations').set('mine', { verdict: 'confirm' })
    expect(desk.refuse(step2(desk, ana), 'reload', 'ana', 'step2')).toContain('Only the server')
    const [other, ben] = [desk.client(ANA), desk.client(BEN)]
    moveCard(ben, 'card', 5, 5)
    meet(other, ben)
    other.doc.getMap('attestations').set('mine', { verdict: 'confirm' })
    expect(desk.refuse(step2(desk, other), 'reload', 'ana', 'step2')).toContain('Only the server')
  })

  it('[G27] does not delete answers and cards under cover of something lost', () => {
    const desk = new Desk()
    const answer = desk.entry('attestations', 'answer')
    const card = desk.entry('cards', 'card')
    const lost = group(BEN, 0, item({ root: 'meta', key: 'title' }, values('lost')))
    const update = craft([lost], [[answer.client, answer.clock, 1], [card.client, card.clock, 1]])
    const before = Y.encodeStateAsUpdate(desk.board.doc)
    expect(desk.send(update, 'ana', 'step2')).toMatchObject({ effect: false })
    expect(Buffer.compare(before, Y.encodeStateAsUpdate(desk.board.doc))).toBe(0)
  })
})
