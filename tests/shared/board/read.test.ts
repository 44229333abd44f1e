// A document may hold anything: what is of the wrong kind counts as missing, in the direction that shows a mark.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cardMap, newBoard, ROOTS, rootMap, type Board, type Root } from '../../../shared/board/document.ts'
import { exportFile } from '../../../shared/board/file-write.ts'
import { readAttestation, readBoard, readCard, readLink, readPerson, readSettings, readTeam } from '../../../shared/board/read.ts'
import { Table } from '../../../shared/board/table.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { checked } from './board-files.ts'
import { runs } from './random-edits.ts'

function boardWith(root: Root, id: string, value: unknown): Board {
  const board = newBoard(7)
  for (const card of ['a', 'b']) addCard(board, { id: card, kind: 'assumption', x: 1, y: 2, title: 'It holds', fields: { team: 'sre' } })
  rootMap(board, root).set(id, value)
  // Through the wire, so that only what Yjs can carry is there.
  const copy = newBoard(8)
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(board.doc))
  return copy
}

function cardWith(key: string, value: unknown): ReturnType<typeof readCard> {
  const board = boardWith('meta', 'title', 'T')
  cardMap(board, 'a')?.set(key, value)
  return readCard(board, 'a')
}

const MISREAD: readonly (readonly [string, unknown, object])[] = [
    ['retired', 'yes', { retired: false }], ['retired', 1, { retired: false }], ['deleted', 'true', { deleted: false }], ['deleted', {}, { deleted: false }],
    ['pos', [Number.NaN, 5], { x: 0, y: 0 }], ['pos', 'here', { x: 0, y: 0 }], ['pos', [1], { x: 0, y: 0 }], ['pos', ['1', '2'], { x: 0, y: 0 }],
    ['kind', 'wish', { kind: 'note' }], ['kind', ['goal'], { kind: 'note' }], ['title', 'text', { title: '' }], ['body', 7, { body: '' }],
  ]

const LEFT_OUT: readonly (readonly [string, unknown])[] = [['width', Number.NaN], ['width', 'wide'], ['order', '~'], ['order', 7], ['frame', ['f']], ['frame', '']]

describe('readers', () => {
  it('[RD9] a name turns no sentence around, and one of nothing else is the id', () => {
    expect(readTeam(boardWith('teams', 'sre', { name: '\u202ESRE\u2066 says\u2069\u061C' }), 'sre')?.name).toBe('SRE says')
    expect(readPerson(boardWith('people', 'bo', { name: 'B\u200Bo\u202D\nBerg', team: '', role: 'member' }), 'bo')?.name).toBe('Bo Berg')
    expect(readTeam(boardWith('teams', 'sre', { name: '\u2060\uFEFF' }), 'sre')?.name).toBe('sre')
    expect(readTeam(boardWith('teams', 'sre', { name: 'פיתוח 👩‍💻' }), 'sre')?.name).toBe('פיתוח 👩‍💻')
  })

  it.each(MISREAD)('[RD1] %s = %j is read as %j', (key, value, read) => {
    expect(cardWith(key, value)).toMatchObject(read)
  })

  it.each(LEFT_OUT)('[RD2] %s = %j is left out', (key, value) => {
    expect(Object.keys(cardWith(key, value) ?? {})).not.toContain(key)
  })

  it('[RD3] known fields of the wrong kind and names that are no ids are left out, unknown JSON stays', () => {
    for (const [key, value] of [['team', { a: 1 }], ['askTeams', 'sre'], ['likelihood', 9], ['due', 5], ['tiers', {}], ['a b', 1], ['__proto__', { retired: true }], ['mood', new Uint8Array(2)], ['mood', Number.NaN], ['x', 5], ['author', 'eve']] as const) {
      const fields = cardWith(key, value)?.fields ?? {}
      expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
      expect(fields).toEqual(key === 'team' ? {} : { team: 'sre' })
    }
    expect(cardWith('mood', ['x', null])?.fields).toEqual({ team: 'sre', mood: ['x', null] })
    const nested = boardWith('meta', 'title', 'T')
    cardMap(nested, 'a')?.set('team', new Y.Map())
    expect(readCard(nested, 'a')?.fields).toEqual({})
  })

  it('[RD4] an entry that is no card is none, and neither are the links to it', () => {
    const board = boardWith('cards', 'c', { kind: 'goal', title: 'JSON' })
    rootMap(board, 'links').set('l', { from: 'a', to: 'c', type: 'about' })
    expect([readCard(board, 'c'), readLink(board, 'l')]).toEqual([undefined, undefined])
    expect([...readBoard(board).cards.keys()].sort()).toEqual(['a', 'b'])
  })

  it('[RD5] a link is one by its type and its ends; what else is wrong with it is left out', () => {
    for (const wrong of ['x', 7, null, [], { from: 'a', to: 'b' }, { from: 'a', to: 'b', type: 'likes' }, { from: 'a', to: 'zz', type: 'about' }, { from: ['a'], to: 'b', type: 'about' }]) expect(readLink(boardWith('links', 'l', wrong), 'l')).toBeUndefined()
    expect(readLink(boardWith('links', 'l', { from: 'a', to: 'b', type: 'about', ask: 7, needBy: 'May', 'a b': 1, note: ['x'] }), 'l')).toEqual({ id: 'l', from: 'a', to: 'b', type: 'about', note: ['x'] })
  })

  it('[RD6] teams, people and answers keep what is of their kind', () => {
    expect(readTeam(boardWith('teams', 't', { name: 7, code: [], color: 'red', currency: {}, constraints: [1], removed: 'x', more: 1 }), 't')).toEqual({ id: 't', name: 't', more: 1 })
    expect(readPerson(boardWith('people', 'p', { name: 7, role: 'admin', team: null, removed: 'x', token: 'secret' }), 'p')).toEqual({ id: 'p', name: 'p', team: '', role: 'guest', removed: true })
    expect(readAttestation(boardWith('attestations', 't', { card: 'a', person: 'p', seq: 'x', evidence: 'data', reason: {}, at: 5, basis: [] }), 't')).toEqual({ id: 't', card: 'a', person: 'p', team: '', verdict: '', basis: '', seq: 0 })
    expect(readAttestation(boardWith('attestations', 't', { person: 'p', verdict: 'confirm' }), 't')).toBeUndefined()
    expect(readSettings(boardWith('sys', 'settings', 'none'))).toEqual({})
  })

  it('[RD7] whatever stands anywhere in a document, it is read, and its file is a board file', () => {
    const json = fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown)
    const odd = fc.oneof(json, fc.constantFrom(undefined, Number.NaN, Infinity, 5n, 'x'.repeat(50)), fc.uint8Array({ maxLength: 4 }))
    const record = fc.dictionary(fc.constantFrom('from', 'to', 'type', 'card', 'person', 'verdict', 'basis', 'role', 'name', 'team', 'round', 'revealed', 'goal', 'states', 'at', '__proto__', 'x y'), fc.oneof(odd, fc.constantFrom('a', 'b', 'about', 'member', true)), { noNullPrototype: true })
    const place = fc.tuple(fc.constantFrom(...ROOTS), fc.constantFrom('a', 'b', 'title', 'settings', 'language', '__proto__', 'x y'), fc.oneof(odd, record))
    const field = fc.tuple(fc.constantFrom('kind', 'pos', 'width', 'title', 'body', 'retired', 'team', 'tiers', 'mood', '__proto__', 'x'), odd)
    fc.assert(fc.property(fc.array(place, { maxLength: 8 }), fc.array(field, { maxLength: 5 }), (places, fields) => {
      const board = boardWith('meta', 'summary', 'S')
      for (const [root, id, value] of places) rootMap(board, root).set(id, value)
      for (const [key, value] of fields) cardMap(board, 'b')?.set(key, value)
      const state = readBoard(board)
      for (const [id, card] of state.cards) expect([card.id, typeof card.title, typeof card.body, Number.isFinite(card.x + card.y)]).toEqual([id, 'string', 'string', true])
      checked(JSON.parse(JSON.stringify(exportFile(board, new Date(0)))))
      expect(Object.keys(Object.prototype)).toEqual([])
    }), runs(250))
  })

  it('[RD8] a table is what a map would be, and an older one stays as it was', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ maxLength: 2 }), fc.option(fc.nat(3)))), (steps) => {
      let table = Table.of<number>([])
      const map = new Map<string, number>()
      const kept: (readonly [Table<number>, Map<string, number>])[] = []
      for (const [key, value] of steps) {
        kept.push([table, new Map(map)])
        table = value === null ? table.delete(key) : table.set(key, value)
        if (value === null) map.delete(key)
        else map.set(key, value)
      }
      for (const [one, other] of [...kept, [table, map] as const]) {
        expect([new Map(one), one.size]).toEqual([other, other.size])
        const differing = [...new Set([...other.keys(), ...map.keys()])].filter((key) => other.get(key) !== map.get(key))
        expect([...table.changedSince(one)].sort()).toEqual(differing.sort())
      }
    }), runs(200))
  })
})
