// Cards are made whole, keep what makes them one, are deleted by a field, and never grow beyond their limits.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cardMap, cardText, rootMap, type Board } from '../../../shared/board/document.ts'
import { readCard } from '../../../shared/board/read.ts'
import { addCard, deleteCard, moveCard, restoreCard, revealCard, setCardField } from '../../../shared/board/write-cards.ts'
import { craft, deleted, ELEMENT, FRAGMENT, group, item, MAP, mark, text, type, values, XML_TEXT, type HandStruct, type Id } from './gate-bytes.ts'
import { ANA, BEN, Desk, FREE, lineOf } from './gate-desk.ts'

const CARD: Id = { client: FREE, clock: 0 }

/** A new card by hand; the fields are given by the caller. */
function made(fields: Readonly<Record<string, HandStruct | undefined>>, id = 'new'): Uint8Array {
  return craft([group(FREE, 0, item({ root: 'cards', key: id }, type(MAP)), ...Object.values(fields).filter((field) => field !== undefined))])
}

function addParagraph(board: Board, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  cardText(board, 'card', 'body')?.insert(0, [paragraph])
}

const inCard = (key: string, content: Parameters<typeof item>[1]): HandStruct => item({ parent: CARD, key }, content)
const whole = {
  kind: inCard('kind', values('goal')), pos: inCard('pos', values([1, 2])), title: inCard('title', type(FRAGMENT)), body: inCard('body', type(FRAGMENT)),
}

describe('the gate and cards', () => {
  it('[G17] takes a card that is made whole, hidden and revealed', () => {
    const desk = new Desk()
    const verdict = desk.send(made(whole))
    expect(verdict).toMatchObject({ created: ['new'], newClients: [FREE] })
    expect([...verdict.touched]).toEqual(['new'])
    const ana = desk.client(ANA)
    const hidden = desk.pass(ana, 'ana', () => addCard(ana, { id: 'soft', kind: 'note', x: 1, y: 2, hidden: true }))
    expect([...hidden.hidden]).toEqual(['soft'])
    const revealed = desk.pass(ana, 'ana', () => revealCard(ana, 'soft'))
    expect(revealed).toMatchObject({ created: [], effect: true })
    expect([...revealed.hidden]).toEqual(['soft'])
    expect(revealed.touched.size).toBe(0)
  })

  it('[G17] takes a card that is made, filled and changed in one update', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    const update = Desk.updateOf(ana, () => {
      addCard(ana, { id: 'new', kind: 'risk', x: 1, y: 2, title: 'Words', body: 'A\nB', fields: { likelihood: 3 }, hidden: true })
      revealCard(ana, 'new')
      moveCard(ana, 'new', 7, 8)
      setCardField(ana, 'new', 'kind', 'goal')
      lineOf(ana, 0, 'title', 'new').insert(5, ' more')
    })
    expect(desk.send(update).created).toEqual(['new'])
    expect(desk.board.doc.toJSON()).toMatchObject({ cards: { new: { kind: 'goal', pos: [7, 8], likelihood: 3 } } })
  })

  it('[G17] refuses a card without a kind, a position, a title or a body', () => {
    const desk = new Desk()
    for (const key of ['kind', 'pos', 'title', 'body']) {
      expect(desk.refuse(made({ ...whole, [key]: undefined }))).toContain(`"${key}" is missing`)
      expect(desk.refuse(made({ ...whole, [key]: inCard(key, deleted(1)) }))).toMatch(/missing|rich text/)
    }
    const at = (key: string): number => 1 + Object.keys(whole).indexOf(key)
    for (const key of ['kind', 'pos', 'title', 'body']) {
      const update = craft([group(FREE, 0, item({ root: 'cards', key: 'new' }, type(MAP)), ...Object.values(whole))], [[FREE, at(key), 1]])
      expect(desk.refuse(update)).toContain(`"${key}" is missing`)
      // Offline, an undo may have taken a kind or a position away again.
      if (key === 'kind' || key === 'pos') expect(desk.judge(update, 'ana', 'step2')).toMatchObject({ ok: true, created: ['new'] })
      else expect(desk.refuse(update, 'reload', 'ana', 'step2')).toContain(`"${key}" is missing`)
      expect(desk.refuse(made({ ...whole, [key]: undefined }), 'reload', 'ana', 'step2')).toContain(`"${key}" is missing`)
    }
  })

  it('[G17] refuses an unknown kind, a bad position and a bad id', () => {
    const desk = new Desk()
    expect(desk.refuse(made({ ...whole, kind: inCard('kind', values('weapon')) }))).toContain('kind')
    for (const pos of [[1], ['1', '2'], [1.5, 2], [1, 2, 3], { x: 1 }, null, [1e12, 0]]) expect(desk.refuse(made({ ...whole, pos: inCard('pos', values(pos)) }))).toContain('pos')
    for (const id of ['', '__proto__', 'constructor', 'a b', '<script>', 'x'.repeat(49)]) expect(desk.refuse(made(whole, id))).toContain('no id of a card')
  })

  it('[G17] refuses rich text where a value belongs and values where rich text belongs', () => {
    const desk = new Desk()
    for (const key of ['title', 'body']) {
      for (const content of [values('words'), type(MAP), type(XML_TEXT), type(ELEMENT, 'paragraph'), text('words')]) expect(desk.refuse(made({ ...whole, [key]: inCard(key, content) }))).toContain('rich text')
    }
    for (const key of ['kind', 'pos', 'criterion', 'extra']) {
      for (const content of [type(MAP), type(FRAGMENT), type(XML_TEXT), text('words')]) expect(desk.refuse(made({ ...whole, [key]: inCard(key, content) }))).toContain('plain value')
    }
    for (const content of [values({ kind: 'goal' }), type(FRAGMENT), type(XML_TEXT), type(0), text('x'), deleted(1)]) {
      expect(desk.refuse(craft([group(FREE, 0, item({ root: 'cards', key: 'new' }, content))]))).toContain('made as a map')
    }
    expect(desk.refuse(craft([group(FREE, 0, item({ root: 'cards' }, type(MAP)))]))).toContain('named entries')
  })

  it('[G17] refuses a second card of the same id, in any way', () => {
    const desk = new Desk()
    expect(desk.refuse(made(whole, 'card'))).toContain('there already')
    expect(desk.refuse(craft([group(FREE, 0, item({ origin: desk.entry('cards', 'card') }, type(MAP)))]))).toContain('there already')
    const twice = craft([group(FREE, 0, item({ root: 'cards', key: 'new' }, type(MAP)), ...Object.values(whole), item({ root: 'cards', key: 'new' }, type(MAP)))])
    expect(desk.refuse(twice)).toContain('there already')
  })

  it('[G18] refuses to remove a card from the board, by every way there is', () => {
    const desk = new Desk()
    const { client, clock } = desk.entry('cards', 'card')
    expect(desk.refuse(craft([], [[client, clock, 1]]))).toContain('field "deleted"')
    expect(desk.refuse(craft([], [[client, 0, desk.clock(client)]]))).toContain('field "deleted"')
    expect(desk.refuse(craft([], [[client, clock, 1]]), 'reload', 'ana', 'step2')).toContain('field "deleted"')
    expect(desk.refuse(craft([group(FREE, 0, item({ origin: { client, clock } }, deleted(1)))]))).toContain('there already')
    expect(desk.refuse(craft([group(FREE, 0, item({ origin: { client, clock } }, values(null)))]))).toContain('there already')
    const ana = desk.client(ANA)
    expect(desk.refuse(Desk.updateOf(ana, () => rootMap(ana, 'cards').delete('card')))).toContain('field "deleted"')
    expect(desk.refuse(craft([group(FREE, 0, item({ root: 'cards', key: 'new' }, type(MAP)), ...Object.values(whole))], [[FREE, 0, 5]]))).toContain('made as a map')
  })

  it('[G18] lets everybody hide, show and retire a card', () => {
    const desk = new Desk()
    const ben = desk.client(BEN)
    const gone = desk.pass(ben, 'ben', () => deleteCard(ben, 'card'))
    expect([...gone.hidden]).toEqual(['card'])
    expect([...desk.pass(ben, 'ben', () => restoreCard(ben, 'card')).hidden]).toEqual(['card'])
    desk.pass(ben, 'ben', () => setCardField(ben, 'card', 'retired', true))
    expect(desk.board.doc.toJSON()).toMatchObject({ cards: { card: { retired: true } } })
  })

  it('[G18] refuses to replace or remove a title or a body', () => {
    const desk = new Desk()
    for (const field of ['title', 'body']) {
      const origin = desk.entry('cards', 'card', field)
      for (const content of [type(FRAGMENT), values('words'), deleted(1)]) expect(desk.refuse(craft([group(FREE, 0, item({ origin }, content))]))).toContain('may not be replaced')
      expect(desk.refuse(craft([], [[origin.client, origin.clock, 1]]))).toContain('may not be removed')
      expect(desk.refuse(craft([group(FREE, 0, item({ parent: desk.entry('cards', 'card'), key: field }, type(FRAGMENT)))]))).toContain('may not be replaced')
    }
    const twice = craft([group(FREE, 0, item({ root: 'cards', key: 'new' }, type(MAP)), ...Object.values(whole), item({ origin: { client: FREE, clock: 3 } }, type(FRAGMENT)))])
    expect(desk.refuse(twice)).toContain('may not be replaced')
  })

  it('[G18] lets the kind and the position be replaced, and taken away as an undo may do; readers know what to show', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    const ben = desk.client(BEN)
    const undo = new Y.UndoManager(rootMap(ben, 'cards'), { trackedOrigins: new Set(['own']), captureTimeout: 0 })
    const [first, second] = ana.doc.clientID < ben.doc.clientID ? [ana, ben] : [ben, ana]
    expect(second).toBe(ben)
    const updates: Uint8Array[] = []
    ben.doc.on('update', (update: Uint8Array, origin: unknown) => origin === 'remote' || updates.push(update))
    ben.doc.transact(() => moveCard(ben, 'card', 1, 1), 'own')
    const moved = Desk.updateOf(first, () => moveCard(first, 'card', 2, 2))
    desk.send(moved)
    Y.applyUpdate(ben.doc, moved, 'remote')
    undo.undo()
    expect(cardMap(ben, 'card')?.has('pos')).toBe(false)
    for (const update of updates) desk.send(update, 'ben')
    expect(readCard(desk.board, 'card')).toMatchObject({ x: 0, y: 0, kind: 'assumption' })
    desk.pass(ana, 'ana', () => setCardField(ana, 'card', 'kind', 'goal'))
    const kind = desk.entry('cards', 'card', 'kind')
    desk.send(craft([], [[kind.client, kind.clock, 1]]))
    expect(readCard(desk.board, 'card')).toMatchObject({ kind: 'note' })
  })

  it('[G19] keeps titles and bodies within their lengths, counted as they will be', () => {
    const desk = new Desk()
    desk.limits = { ...desk.limits, bodyChars: 100, titleChars: 20 }
    const ana = desk.client(ANA)
    const line = (): Y.XmlText => lineOf(ana)
    const title = (): Y.XmlText => lineOf(ana, 0, 'title')
    desk.pass(ana, 'ana', () => title().insert(8, '.'.repeat(12)))
    expect(desk.tooMuch(BEN, (ben) => lineOf(ben, 0, 'title').insert(0, 'x'))).toContain('20 characters')
    desk.pass(ana, 'ana', () => line().insert(0, 'y'.repeat(89)))
    expect(desk.tooMuch(BEN, (ben) => lineOf(ben, 1).insert(0, 'x'))).toContain('100 characters')
    expect(desk.tooMuch(BEN, (ben) => addParagraph(ben, 'x'))).toContain('100 characters')
    desk.pass(ana, 'ana', () => {
      line().delete(0, 50)
      line().insert(0, 'z'.repeat(50))
    })
    desk.pass(ana, 'ana', () => line().delete(0, 1))
    desk.pass(ana, 'ana', () => addParagraph(ana, 'x'))
    expect(desk.tooMuch(BEN, (ben) => addParagraph(ben, 'x'))).toContain('100 characters')
    desk.pass(ana, 'ana', () => cardText(ana, 'card', 'body')?.delete(1, 1))
    desk.pass(ana, 'ana', () => addParagraph(ana, 'w'.repeat(90)))
    expect(desk.tooMuch(FREE, (free) => addCard(free, { id: 'long', kind: 'note', x: 0, y: 0, title: 'x'.repeat(21) }))).toContain('20 characters')
  })

  it('[G19] does not count words that were typed and deleted again, though an undo manager keeps them', () => {
    const desk = new Desk()
    desk.limits = { ...desk.limits, bodyChars: 40 }
    const ana = desk.client(ANA)
    const undo = new Y.UndoManager(rootMap(ana, 'cards'), { captureTimeout: 0 })
    for (let n = 0; n < 5; n++) {
      lineOf(ana).insert(0, 'y'.repeat(25))
      lineOf(ana).delete(0, 25)
      addParagraph(ana, 'z'.repeat(25))
      cardText(ana, 'card', 'body')?.delete(0, 1)
    }
    lineOf(ana).insert(0, 'x'.repeat(29))
    const update = Y.encodeStateAsUpdate(ana.doc, Y.encodeStateVector(desk.board.doc))
    expect(update.length).toBeGreaterThan(200)
    expect(undo.undoStack).toHaveLength(21)
    expect(desk.send(update, 'ana', 'step2').effect).toBe(true)
    expect(desk.tooMuch(BEN, (ben) => lineOf(ben).insert(0, 'x'))).toContain('40 characters')
  })

  it('[G19] counts what many updates of one transaction add together', () => {
    const desk = new Desk()
    desk.limits = { ...desk.limits, bodyChars: 30 }
    const ana = desk.client(ANA)
    const updates = Array.from({ length: 6 }, (_, at) => Desk.updateOf(ana, () => addParagraph(ana, `${at}`.repeat(4))))
    const verdicts = desk.board.doc.transact(() => updates.map((update) => {
      const verdict = desk.judge(update)
      if (verdict.ok) Y.applyUpdate(desk.board.doc, verdict.update)
      return verdict.ok
    }))
    expect(verdicts).toEqual([true, true, true, true, false, false])
    expect(cardText(desk.board, 'card', 'body')?.length).toBe(6)
  })

  it('[G19] takes what shortens a text that is too long already, and what adds nothing to it', () => {
    const desk = new Desk()
    desk.limits = { ...desk.limits, bodyChars: 5 }
    const ana = desk.client(ANA)
    const line = (): Y.XmlText => lineOf(ana)
    desk.pass(ana, 'ana', () => line().delete(0, 1))
    desk.pass(ana, 'ana', () => line().format(0, 2, { bold: {} }))
    expect(desk.tooMuch(BEN, (ben) => addParagraph(ben, 'x'))).toContain('5 characters')
  })

  it('[G19] bounds the elements of a text and the marks of a paragraph', () => {
    const desk = new Desk()
    const body = desk.entry('cards', 'card', 'body')
    const empty = (count: number): HandStruct[] => Array.from({ length: count }, (_, at) => item(at === 0 ? { right: desk.inText('card', 'body', 0) } : { origin: { client: FREE, clock: at - 1 }, right: desk.inText('card', 'body', 0) }, type(ELEMENT, 'paragraph')))
    desk.limits = { ...desk.limits, bodyChars: 1_000 }
    expect(desk.refuse(craft([group(FREE, 0, ...empty(1_500))]))).toContain('1000 paragraphs')
    expect(body.client).toBe(ANA)
    const ana = desk.client(ANA)
    const line = (): Y.XmlText => lineOf(ana)
    desk.pass(ana, 'ana', () => line().insert(0, 'x'.repeat(900)))
    for (let part = 0; part < 2; part++) {
      desk.pass(ana, 'ana', () => {
        for (let at = 0; at < 400; at++) line().format(part * 450 + at, 1, { [at % 2 === 0 ? 'bold' : 'italic']: {} })
      })
    }
    const marks = Array.from({ length: 1_990 }, (_, at) => item({ origin: at === 0 ? desk.inText('card', 'body', 0, 0, 0) : { client: FREE, clock: at - 1 } }, mark(at % 2 === 0 ? 'bold' : 'italic', '{}')))
    expect(desk.refuse(craft([group(FREE, 0, ...marks)]))).toContain('2000 marks')
  })

  it('[G20] keeps the number of fields of a card', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    desk.pass(ana, 'ana', () => {
      for (let at = 0; at < 40; at++) setCardField(ana, 'card', `extra${at}`, at)
    })
    expect(desk.tooMuch(BEN, (ben) => cardMap(ben, 'card')?.set('extra40', 1))).toContain('40 fields')
    desk.pass(ana, 'ana', () => setCardField(ana, 'card', 'extra0', 'changed'))
    desk.pass(ana, 'ana', () => setCardField(ana, 'card', 'criterion', 'known'))
    desk.pass(ana, 'ana', () => setCardField(ana, 'card', 'extra1', undefined))
    desk.pass(ana, 'ana', () => setCardField(ana, 'card', 'extra40', 1))
    expect(desk.tooMuch(BEN, (ben) => cardMap(ben, 'other')?.set('extra', 'x'.repeat(1_100)))).toContain('1024 bytes')
    expect(desk.tooMuch(FREE, (free) => {
      addCard(free, { id: 'many', kind: 'note', x: 0, y: 0 })
      for (let at = 0; at < 41; at++) cardMap(free, 'many')?.set(`f${at}`, 1)
    })).toContain('40 fields')
    for (let round = 0; round < 4; round++) {
      const names = Array.from({ length: 35 }, (_, at) => `round${round}n${at}`)
      desk.pass(ana, 'ana', () => names.forEach((name) => setCardField(ana, 'other', name, 1)))
      desk.pass(ana, 'ana', () => names.forEach((name) => setCardField(ana, 'other', name, undefined)))
    }
    const most = Array.from({ length: 39 }, (_, at) => `last${at}`)
    desk.pass(ana, 'ana', () => most.forEach((name) => setCardField(ana, 'other', name, 1)))
    desk.pass(ana, 'ana', () => most.forEach((name) => setCardField(ana, 'other', name, undefined)))
    expect(desk.tooMuch(BEN, (ben) => Array.from({ length: 20 }, (_, at) => `more${at}`).forEach((name) => setCardField(ben, 'other', name, 1)))).toContain('200 fields')
  })

  it('[G20] keeps the number of cards and the bytes of a board, and lets things be deleted at the cap', () => {
    const desk = new Desk()
    desk.limits = { ...desk.limits, boardCards: 3 }
    const ana = desk.client(ANA)
    desk.pass(ana, 'ana', () => addCard(ana, { id: 'third', kind: 'note', x: 0, y: 0 }))
    expect(desk.tooMuch(BEN, (ben) => addCard(ben, { id: 'fourth', kind: 'note', x: 0, y: 0 }), 'too-large')).toContain('3 cards')
    desk.limits = { ...desk.limits, boardBytes: 1_000 }
    desk.boardBytes = 990
    expect(desk.tooMuch(BEN, (ben) => setCardField(ben, 'card', 'criterion', 'x'), 'too-large')).toContain('1000 bytes')
    desk.pass(ana, 'ana', () => deleteCard(ana, 'third'))
    desk.pass(ana, 'ana', () => setCardField(ana, 'other', 'retired', true))
    desk.pass(ana, 'ana', () => rootMap(ana, 'links').delete('other~rests_on~card'))
    desk.pass(ana, 'ana', () => cardText(ana, 'card', 'body')?.delete(0, 1))
    const verdict = desk.judge(new Uint8Array(70_000))
    expect(verdict).toMatchObject({ ok: false, code: 'too-large' })
  })

  it('[G20] keeps the number of teams: those there can be changed and removed at the cap, and ids used up are bounded too', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    const team = (board: Board, id: string, name = id): void => { rootMap(board, 'teams').set(id, { name, color: '#50606b' }) }
    const have = [...rootMap(ana, 'teams').keys()].length
    desk.limits = { ...desk.limits, boardTeams: have + 2 }
    desk.pass(ana, 'ana', () => { team(ana, 'one'); team(ana, 'two') })
    expect(desk.tooMuch(BEN, (ben) => team(ben, 'three'), 'too-large')).toContain(`${have + 2} teams`)
    desk.pass(ana, 'ana', () => team(ana, 'one', 'renamed'))
    desk.pass(ana, 'ana', () => rootMap(ana, 'teams').delete('two'))
    desk.pass(ana, 'ana', () => team(ana, 'three'))
    desk.limits = { ...desk.limits, boardTeams: have + 3 }
    for (let round = 0; round < 10 * (have + 3) - have - 3; round++) {
      desk.pass(ana, 'ana', () => team(ana, `again${round}`))
      desk.pass(ana, 'ana', () => rootMap(ana, 'teams').delete(`again${round}`))
    }
    expect(desk.tooMuch(BEN, (ben) => team(ben, 'more'), 'too-large')).toContain('teams')
  })

  it('[G25] names the cards whose statement may change', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    const touched = (change: () => void): string[] => [...desk.pass(ana, 'ana', change).touched]
    expect(touched(() => moveCard(ana, 'card', 5, 5))).toEqual([])
    expect(touched(() => setCardField(ana, 'card', 'owner', 'ben'))).toEqual([])
    expect(touched(() => setCardField(ana, 'card', 'kind', 'note'))).toEqual(['card'])
    expect(touched(() => setCardField(ana, 'other', 'criterion', 'x'))).toEqual(['other'])
    expect(touched(() => setCardField(ana, 'other', 'criterion', undefined))).toEqual(['other'])
    expect(touched(() => addParagraph(ana, 'x'))).toEqual(['card'])
    expect(touched(() => cardText(ana, 'card', 'body')?.delete(0, 1))).toEqual(['card'])
    expect(touched(() => cardText(ana, 'card', 'title')?.delete(0, 1))).toEqual(['card'])
  })
})
