// What somebody said in their own name is out of reach of every client, by whatever bytes.
import { describe, expect, it } from 'vitest'
import { SERVER_CLIENT_ID, SERVER_ROOTS } from '../../../shared/board/document.ts'
import { craft, deleted, gc, group, item, MAP, text, type, values } from './gate-bytes.ts'
import { ANA, Desk, FREE } from './gate-desk.ts'

const FORGED = { card: 'card', person: 'ben', team: 'sales', verdict: 'confirm', basis: '[]', seq: 2, at: '2026-11-21T00:00:00.000Z' }

describe('the gate before the server roots', () => {
  it('[G10] refuses a new answer in anybody\'s name', () => {
    const desk = new Desk()
    const update = craft([group(FREE, 0, item({ root: 'attestations', key: 'forged' }, values(FORGED)))])
    expect(desk.refuse(update)).toContain('Only the server')
    const client = desk.client(ANA)
    expect(desk.refuse(Desk.updateOf(client, () => client.doc.getMap('attestations').set('mine', FORGED)))).toContain('attestations')
  })

  it('[G10] refuses an answer overwritten, which names no key and no root', () => {
    const desk = new Desk()
    const origin = desk.entry('attestations', 'answer')
    const update = craft([group(FREE, 0, item({ origin }, values(FORGED)))])
    expect(Buffer.from(update).includes('attestations')).toBe(false)
    expect(desk.refuse(update)).toContain('Only the server')
    expect(desk.refuse(craft([group(FREE, 0, item({ origin }, deleted(1)))]))).toContain('Only the server')
    expect(desk.refuse(craft([group(FREE, 0, item({ right: origin }, values(FORGED)))]))).toContain('Only the server')
  })

  it('[G10] refuses an answer overwritten behind a harmless change', () => {
    const desk = new Desk()
    const client = desk.client(FREE)
    const update = Desk.updateOf(client, () => {
      client.doc.getMap('meta').set('title', 'fine')
      client.doc.getMap('attestations').set('answer', FORGED)
    })
    expect(desk.refuse(update)).toContain('Only the server')
    expect(desk.board.doc.getMap('meta').has('title')).toBe(false)
  })

  it('[G10] refuses the deletion of an answer, which is a client and a clock alone', () => {
    const desk = new Desk()
    const { client, clock } = desk.entry('attestations', 'answer')
    expect(desk.refuse(craft([], [[client, clock, 1]]))).toContain('Only the server')
    expect(desk.refuse(craft([], [[client, clock, 1]]), 'reload', 'ana', 'step2')).toContain('Only the server')
    expect(desk.refuse(craft([], [[client, 0, desk.clock(client)]]))).toContain('Only the server')
  })

  it('[G10] refuses roles, authorship, settings and every other root of the server', () => {
    const desk = new Desk()
    const person = desk.entry('people', 'ana')
    const promoted = { name: 'Ana', team: 'sre', role: 'owner' }
    expect(desk.refuse(craft([group(FREE, 0, item({ origin: person }, values(promoted)))]))).toContain('people')
    expect(desk.refuse(craft([], [[person.client, person.clock, 1]]))).toContain('people')
    expect(desk.refuse(craft([group(FREE, 0, item({ origin: desk.entry('authorship', 'card') }, values({ author: 'ben' })))]))).toContain('authorship')
    expect(desk.refuse(craft([group(FREE, 0, item({ origin: desk.entry('sys', 'settings') }, values({ validDays: 9_999 })))]))).toContain('sys')
    for (const root of SERVER_ROOTS) {
      for (const content of [values({ a: 1 }), type(MAP), deleted(1), text('x')]) expect(desk.refuse(craft([group(FREE, 0, item({ root, key: 'new' }, content))]))).toContain('Only the server')
      expect(desk.refuse(craft([group(FREE, 0, item({ root }, values(1)))]))).toContain('named entries')
    }
  })

  it('[G10] refuses a root write that begins inside what the server has', () => {
    const desk = new Desk()
    const clock = desk.clock(ANA)
    const update = craft([group(ANA, clock - 1, item({ root: 'attestations', key: 'forged' }, values(FORGED, FORGED)))])
    expect(desk.refuse(update)).toContain('another place')
  })

  it('[G11] refuses roots that a board does not have, and makes none', () => {
    const desk = new Desk()
    for (const root of ['evil', '__proto__', 'constructor', 'Cards', '']) {
      expect(desk.refuse(craft([group(FREE, 0, item({ root, key: 'a' }, values(1)))]))).toContain('no such root')
      expect(desk.refuse(craft([group(FREE, 0, item({ root, key: 'a' }, values(1)))]), 'reload', 'ana', 'step2')).toContain('no such root')
    }
    const known = craft([group(ANA, 0, item({ root: 'evil', key: 'a' }, values(1)))])
    expect(desk.refuse(known)).toContain('no such root')
    const many = craft([group(FREE, 0, ...Array.from({ length: 2_000 }, (_, at) => item({ root: `root${at}`, key: 'a' }, values(1))))])
    expect(desk.refuse(many)).toContain('no such root')
  })

  it('[G12] refuses the server\'s clientID and 0 from everybody', () => {
    const desk = new Desk()
    for (const client of [0, SERVER_CLIENT_ID]) {
      const clock = desk.clock(client)
      expect(desk.refuse(craft([group(client, clock, item({ root: 'meta', key: 'title' }, values('x')))]))).toContain('somebody else')
      expect(desk.refuse(craft([group(client, clock, gc(1))]))).toContain('somebody else')
    }
  })
})
