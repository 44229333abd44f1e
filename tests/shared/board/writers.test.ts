// Writers: what they write, and that what they refuse leaves the document byte for byte as it was.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cardMap, cardText, newBoard, rootMap, type Board } from '../../../shared/board/document.ts'
import { drawnLinkId, isId, newId } from '../../../shared/board/ids.ts'
import { readBoard, readCard } from '../../../shared/board/read.ts'
import type { Attestation, Json, Settings, Team } from '../../../shared/board/records.ts'
import { addLink, putLink, putTeam, removeLink, renameBoard, setSummary } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, moveCard, replaceTitle, resizeCard, restoreCard, revealCard, setCardField, type NewCard } from '../../../shared/board/write-cards.ts'
import { addAsk, addAttestation, addRecord, markSeen, putAuthorship, putPerson, putSettings } from '../../../shared/board/write-records.ts'
import { nastyLine } from './random-text.ts'
import { runs } from './random-edits.ts'

const CARD: NewCard = { id: 'a', kind: 'assumption', x: 1.4, y: -2.6, title: 'It holds', body: 'One\nTwo' }
const ANSWER: Attestation = { id: 't', card: 'a', person: 'ana', team: 'sre', verdict: 'confirm', basis: '[]', seq: 1 }

function aBoard(): Board {
  const board = newBoard(7)
  addCard(board, CARD)
  addCard(board, { id: 'b', kind: 'goal', x: 0, y: 0 })
  return board
}

/** The change throws, and not one byte of the document is another. */
function expectRefused(board: Board, change: () => void, says?: RegExp): void {
  const before = Y.encodeStateAsUpdate(board.doc)
  if (says === undefined) expect(() => board.doc.transact(change)).toThrow()
  else expect(() => board.doc.transact(change)).toThrow(says)
  expect(Y.encodeStateAsUpdate(board.doc)).toEqual(before)
}

/** Two boards, each with the other's edits, in both orders. */
function merged(one: Board, other: Board): void {
  for (const [to, from] of [[one, other], [other, one]] as const) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc))
}

function twin(board: Board, client: number): Board {
  const copy = newBoard(client)
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(board.doc))
  return copy
}

const NOT_SET: readonly (readonly [string, Json | undefined])[] = [['pos', [1, 1]], ['title', 'x'], ['body', 'x'], ['deleted', true], ['__proto__', 1], ['a b', 1], ['kind', undefined], ['kind', 'wish'], ['due', 'soon'], ['team', 'a team'], ['mood', { constructor: 1 }], ['mood', 'x'.repeat(2_000)], ['author', 'ana'], ['criterion', 'x'.repeat(2_001)]]

describe('writers', () => {
  it('[W1] a card is made whole: kind, whole pixels, title and body, one paragraph for each line', () => {
    const board = newBoard(7)
    let updates = 0
    board.doc.on('update', () => updates++)
    board.doc.transact(() => addCard(board, { ...CARD, width: 280.4, order: 'a0', frame: 'f', fields: { team: 'sre', mood: ['x'], due: undefined } }))
    expect(updates).toBe(1)
    expect(readCard(board, 'a')).toMatchObject({ kind: 'assumption', x: 1, y: -3, width: 280, order: 'a0', frame: 'f', title: 'It holds', body: 'One\nTwo', deleted: false, fields: { team: 'sre', mood: ['x'] } })
    expect([cardText(board, 'a', 'title')?.length, cardText(board, 'a', 'body')?.length]).toEqual([1, 2])
    addCard(board, { id: 'n', kind: 'note', x: 0, y: 0, title: 'two\nlines' })
    expect([readCard(board, 'n')?.title, cardText(board, 'n', 'title')?.length, cardText(board, 'n', 'body')?.length]).toEqual(['two lines', 1, 1])
  })

  const bad: readonly (readonly [string, Partial<NewCard>])[] = [
    ['an id that is taken', { id: 'b' }], ['no id', { id: 'a b' }], ['the id of a prototype', { id: '__proto__' }], ['no place', { x: Number.NaN }], ['an endless place', { y: Infinity }], ['no kind', { kind: 'wish' as 'note' }],
    ['a width that is none', { width: Number.NaN }], ['a field of the wrong kind', { fields: { likelihood: 9 } }], ['a title among the fields', { fields: { title: 'x' } }], ['a name that is none', { fields: { 'a b': 1 } }],
    ['the author', { fields: { author: 'ana' } }], ['an order that is no key', { order: '~' }], ['a title too long', { title: 'x'.repeat(301) }], ['a body too long', { body: 'x'.repeat(20_001) }],
    ['too many fields', { fields: Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`f${at}`, 1])) }],
  ]
  it.each(bad)('[W2] a card with %s is refused before anything is written', (_what, wrong) => {
    const board = aBoard()
    expectRefused(board, () => addCard(board, { ...CARD, id: 'new', ...wrong }))
  })

  it('[W3] a hidden card is revealed by a write of its own; deleting keeps the words', () => {
    const board = newBoard(7)
    addCard(board, { ...CARD, hidden: true })
    expect(readCard(board, 'a')?.deleted).toBe(true)
    revealCard(board, 'a')
    expect(readCard(board, 'a')?.deleted).toBe(false)
    deleteCard(board, 'a')
    expect(readCard(board, 'a')).toMatchObject({ deleted: true, title: 'It holds' })
    restoreCard(board, 'a')
    expect(readCard(board, 'a')?.deleted).toBe(false)
  })

  it('[W4] every writer of a card throws when there is none, and writes nothing', () => {
    const board = aBoard()
    for (const change of [() => moveCard(board, 'z', 1, 1), () => resizeCard(board, 'z', 1), () => deleteCard(board, 'z'), () => restoreCard(board, 'z'), () => revealCard(board, 'z'), () => setCardField(board, 'z', 'team', 'sre'), () => replaceTitle(board, 'z', 'x')]) expectRefused(board, change, /no card z/)
  })

  it('[W5] a place is whole pixels within the board, or refused when it is none', () => {
    const board = aBoard()
    moveCard(board, 'a', 10.5, -1e12)
    resizeCard(board, 'a', 300.7)
    expect(readCard(board, 'a')).toMatchObject({ x: 11, y: -10_000_000, width: 301 })
    for (const [x, y] of [[Number.NaN, 0], [0, Infinity], ['1' as unknown as number, 2]] as const) expectRefused(board, () => moveCard(board, 'a', x, y))
    expectRefused(board, () => resizeCard(board, 'a', Number.NaN))
  })

  it('[W6] a field is set, or taken away by nothing; what is there already is not written again', () => {
    const board = aBoard()
    setCardField(board, 'a', 'criterion', 'measured')
    setCardField(board, 'a', 'kind', 'risk')
    setCardField(board, 'a', 'retired', true)
    expect(readCard(board, 'a')).toMatchObject({ kind: 'risk', retired: true, fields: { criterion: 'measured' } })
    setCardField(board, 'a', 'criterion', '')
    setCardField(board, 'a', 'retired', undefined)
    expect(readCard(board, 'a')).toMatchObject({ retired: false, fields: {} })
    const before = Y.encodeStateAsUpdate(board.doc)
    setCardField(board, 'a', 'criterion', undefined)
    setCardField(board, 'a', 'kind', 'risk')
    moveCard(board, 'a', readCard(board, 'a')?.x ?? 0, readCard(board, 'a')?.y ?? 0)
    expect(Y.encodeStateAsUpdate(board.doc)).toEqual(before)
  })

  it.each(NOT_SET)('[W7] the field %s is not set to %j', (field, value) => {
    const board = aBoard()
    expectRefused(board, () => setCardField(board, 'a', field, value))
  })

  it('[W7] the forty-first unknown field is refused, the fortieth may change', () => {
    const board = aBoard()
    for (let at = 0; at < 40; at++) setCardField(board, 'a', `f${at}`, at)
    expectRefused(board, () => setCardField(board, 'a', 'f40', 1), /40 fields/)
    setCardField(board, 'a', 'f39', 'again')
    expect(readCard(board, 'a')?.fields['f39']).toBe('again')
  })

  it('[W8] a new title is exactly the words given, whatever stood there, and tears no character', () => {
    const word = fc.array(fc.constantFrom('a', 'b', '😀', '😁', '🧑‍🚀', 'é', ' '), { maxLength: 6 }).map((letters) => letters.join(''))
    fc.assert(fc.property(fc.array(fc.oneof(word, nastyLine), { minLength: 1, maxLength: 6 }), (titles) => {
      const board = aBoard()
      for (const title of titles) {
        board.doc.transact(() => replaceTitle(board, 'a', title))
        const shown = title.replace(/[\n\r\u2028\u2029]+/g, ' ')
        expect(readCard(board, 'a')?.title).toBe(shown)
        expect(readCard(twin(board, 9), 'a')?.title).toBe(shown)
      }
    }), runs(400))
  })

  it('[W9] only the middle that differs is rewritten, so that two people\'s words both stay', () => {
    const board = aBoard()
    const other = twin(board, 9)
    replaceTitle(board, 'a', 'It really holds')
    replaceTitle(other, 'a', 'It holds, we think')
    merged(board, other)
    expect([readCard(board, 'a')?.title, readCard(other, 'a')?.title]).toEqual(['It really holds, we think', 'It really holds, we think'])
    expectRefused(board, () => replaceTitle(board, 'a', 'x'.repeat(301)))
  })

  it('[W10] a title that merges or strangers took apart becomes one paragraph of the words given', () => {
    const board = aBoard()
    const title = cardText(board, 'a', 'title')
    const first = title?.get(0)
    const second = new Y.XmlElement('paragraph')
    second.insert(0, [new Y.XmlText('second')])
    title?.insert(1, [second])
    if (first instanceof Y.XmlElement) first.insert(1, [new Y.XmlText(' and more')])
    expect(readCard(board, 'a')?.title).toBe('It holds and more second')
    replaceTitle(board, 'a', 'One line')
    expect([readCard(board, 'a')?.title, title?.length]).toEqual(['One line', 1])
    title?.delete(0, title.length)
    replaceTitle(board, 'a', 'From nothing')
    title?.delete(0, 1)
    title?.insert(0, [new Y.XmlText('loose'), new Y.XmlElement('hardBreak')])
    replaceTitle(board, 'a', 'Whole again')
    expect([readCard(board, 'a')?.title, title?.length]).toEqual(['Whole again', 1])
  })

  it('[W11] the same link drawn twice is one, also when two people draw it', () => {
    const board = aBoard()
    const other = twin(board, 9)
    expect(addLink(board, 'b', 'rests_on', 'a')).toBe(drawnLinkId('b', 'rests_on', 'a'))
    addLink(other, 'b', 'rests_on', 'a')
    merged(board, other)
    expect([...readBoard(board).links.keys()]).toEqual(['b~rests_on~a'])
    putLink(board, { id: 'b~rests_on~a', from: 'b', to: 'a', type: 'rests_on', ask: 'by May' })
    addLink(board, 'b', 'rests_on', 'a')
    expect(readBoard(board).links.get('b~rests_on~a')?.ask).toBe('by May')
    removeLink(board, 'b~rests_on~a')
    expect(readBoard(board).links.size).toBe(0)
    rootMap(board, 'links').set('b~rests_on~a', { from: 'a', to: 'b', type: 'about' })
    addLink(board, 'b', 'rests_on', 'a')
    expect(readBoard(board).links.get('b~rests_on~a')).toMatchObject({ from: 'b', to: 'a', type: 'rests_on' })
  })

  it('[W12] links, teams and texts that the gate would refuse are refused here', () => {
    const board = aBoard()
    const wrong: readonly (() => void)[] = [
      () => addLink(board, 'a', 'rests_on', 'a'), () => addLink(board, 'a b', 'rests_on', 'a'), () => putLink(board, { id: 'l', from: 'a', to: 'b', type: 'rests_on', needBy: 'May' }),
      () => putTeam(board, { id: 'a b', name: 'x' }), () => putTeam(board, { id: 'sre', name: 'x', color: 'red' }), () => putTeam(board, { id: 'sre', name: 7 } as unknown as Team),
      () => renameBoard(board, 'x'.repeat(301)), () => setSummary(board, 'x'.repeat(2_001)),
    ]
    for (const change of wrong) expectRefused(board, change)
    putTeam(board, { id: 'sre', name: 'SRE', code: undefined })
    renameBoard(board, 'Two\nlines')
    expect([rootMap(board, 'teams').get('sre'), readBoard(board).title]).toEqual([{ name: 'SRE' }, 'Two lines'])
  })

  it('[W13] an answer, an ask and a record are never overwritten, and are plain copies', () => {
    const board = aBoard()
    const evidence = { kind: 'data' as const, note: 'log' }
    addAttestation(board, { ...ANSWER, evidence })
    addAsk(board, { id: 'q', card: 'a', team: 'sre', person: 'ana', at: '2027-01-01T00:00:00Z' })
    addRecord(board, 'stances', { id: 's', card: 'a', person: 'ana', stance: 'agree', reason: undefined })
    expect([rootMap(board, 'attestations').get('t'), rootMap(board, 'stances').get('s')]).toEqual([{ card: 'a', person: 'ana', team: 'sre', verdict: 'confirm', basis: '[]', seq: 1, evidence }, { card: 'a', person: 'ana', stance: 'agree' }])
    expectRefused(board, () => addAttestation(board, { ...ANSWER, verdict: 'refute' }), /never overwritten/)
    expectRefused(board, () => addRecord(board, 'stances', { id: 's', card: 'b' }), /never overwritten/)
    expectRefused(board, () => addRecord(board, 'stances', { id: 'a b', card: 'b' }), /no id/)
    expectRefused(board, () => addRecord(board, 'stances', JSON.parse('{"id":"x","__proto__":{"card":"a"}}') as { id: string }))
    expectRefused(board, () => addRecord(board, 'stances', { id: 'y', at: Number.NaN }))
  })

  it('[W14] people, authorship, readers and settings are whole and well made', () => {
    const board = aBoard()
    putPerson(board, { id: 'ana', name: 'Ana', team: 'sre', role: 'member', timezone: undefined })
    putAuthorship(board, 'a', { author: 'ana', createdAt: undefined })
    markSeen(board, 'a', ['cleo', 'ana', 'cleo'])
    putSettings(board, { validDays: 30 })
    expect([rootMap(board, 'people').get('ana'), rootMap(board, 'authorship').get('a'), rootMap(board, 'seen').get('a'), rootMap(board, 'sys').toJSON()]).toEqual([{ name: 'Ana', team: 'sre', role: 'member' }, { author: 'ana' }, ['cleo', 'ana'], { version: 1, settings: { validDays: 30 } }])
    expect(readBoard(board).seen.get('a')).toEqual(['ana', 'cleo'])
    const wrong: readonly (() => void)[] = [
      () => putPerson(board, { id: '', name: 'x', team: '', role: 'guest' }), () => putAuthorship(board, 'a b', {}), () => markSeen(board, '__proto__', []), () => markSeen(board, 'a', ['a b']),
      () => putSettings(board, { quorum: 'half' } as unknown as Settings), () => putSettings(board, { validDays: Number.NaN }),
    ]
    for (const change of wrong) expectRefused(board, change)
  })

  it('[W15] new ids are ids, and never the same', () => {
    const ids = Array.from({ length: 5_000 }, newId)
    expect(new Set(ids).size).toBe(5_000)
    expect(ids.every(isId)).toBe(true)
    expect(cardMap(newBoard(), 'constructor')).toBeUndefined()
  })
})
