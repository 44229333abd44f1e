// What may stand where: entries of the editor roots, fields, and the closed list of rich text.
import { describe, expect, it } from 'vitest'
import { putTeam, removeLink, renameBoard, setSummary } from '../../../shared/board/write-board.ts'
import { setCardField } from '../../../shared/board/write-cards.ts'
import { craft, deleted, ELEMENT, FRAGMENT, group, item, MAP, mark, text, type, values, XML_TEXT, type HandStruct, type Id, type Where } from './gate-bytes.ts'
import { ANA, Desk, FREE } from './gate-desk.ts'

const one = (struct: HandStruct): Uint8Array => craft([group(FREE, 0, struct)])
const at = (clock: number): Id => ({ client: FREE, clock })

describe('the gate and the schema', () => {
  it('[G16] takes what the writers of links, teams and the board write', () => {
    const desk = new Desk()
    const ana = desk.client(ANA)
    desk.pass(ana, 'ana', () => putTeam(ana, { id: 'sales', name: 'Sales', code: 'SA', color: '#aabbcc' }))
    desk.pass(ana, 'ana', () => putTeam(ana, { id: 'sales', name: 'Sales', removed: true }))
    desk.pass(ana, 'ana', () => renameBoard(ana, 'Launch'))
    desk.pass(ana, 'ana', () => setSummary(ana, 'All of it'))
    desk.pass(ana, 'ana', () => removeLink(ana, 'other~rests_on~card'))
    desk.pass(ana, 'ana', () => setCardField(ana, 'card', 'askTeams', ['sales', 'sre']))
    expect(desk.board.doc.toJSON()).toMatchObject({ meta: { title: 'Launch' }, links: {}, teams: { sales: { removed: true } } })
  })

  it('[G16] refuses links, teams and texts of the board that break the schema', () => {
    const desk = new Desk()
    const link = { from: 'card', to: 'other', type: 'serves' }
    const bad: readonly [string, string, unknown][] = [
      ['links', 'a b', link], ['links', '__proto__', link], ['links', 'x'.repeat(161), link], ['links', 'l', { ...link, type: 'loves' }],
      ['links', 'l', 'card→other'], ['links', 'l', null], ['links', 'l', []], ['links', 'l', { ...link, ask: 'x'.repeat(2_001) }], ['links', 'l', { from: 'card' }],
      ['teams', '__proto__', { name: 'x' }], ['teams', 'a b', { name: 'x' }], ['teams', 't', 'Sales'], ['teams', 't', { name: 3 }], ['teams', 't', { name: 'x', color: 'red;}' }],
      ['meta', 'title', 3], ['meta', 'title', 'x'.repeat(301)], ['meta', 'epoch', '1'], ['meta', '__proto__', 'x'], ['meta', 'summary', { a: 1 }],
    ]
    for (const [root, key, value] of bad) expect(desk.refuse(one(item({ root, key }, values(value)))), `${root}/${key}`).not.toBe('')
    for (const root of ['links', 'teams', 'meta']) {
      const key = root === 'meta' ? 'title' : 'k'
      for (const content of [type(MAP), type(FRAGMENT), type(XML_TEXT), type(0), text('x'), mark('bold', '{}')]) expect(desk.refuse(one(item({ root, key }, content)))).toContain('plain value')
      expect(desk.refuse(one(item({ root }, values(link))))).toContain('named entries')
      expect(desk.refuse(one(item({ root, key: '__proto__' }, deleted(1))))).toContain('no entry')
    }
  })

  it('[G16] refuses fields of cards that break the schema', () => {
    const desk = new Desk()
    const card = desk.entry('cards', 'card')
    const bad: readonly [string, unknown][] = [
      ['author', 'ben'], ['createdAt', '2026-01-01'], ['editedBy', 'ben'], ['deletedAt', 'x'], ['id', 'x'], ['x', 3], ['deleted', 'yes'], ['retired', 1],
      ['likelihood', 9], ['due', 'tomorrow'], ['owner', '__proto__'], ['team', 'a b'], ['frame', {}], ['order', '!'], ['width', -1], ['criterion', 'x'.repeat(2_001)],
      ['__proto__', 1], ['constructor', 1], ['a b', 1], ['', 1], ['tiers', 'x'], ['tiers', [{ name: 'x'.repeat(9_000), conditions: [] }]], ['extra', 'x'.repeat(1_100)],
    ]
    for (const [key, value] of bad) expect(desk.refuse(one(item({ parent: card, key }, values(value)))), key).not.toBe('')
    expect(desk.refuse(one(item({ parent: card }, values(1))))).toContain('named fields')
    expect(desk.refuse(one(item({ parent: card, key: 'a b' }, deleted(1))))).toContain('name of a field')
    desk.send(one(item({ parent: card, key: 'newer' }, values({ kept: ['as', 'it', 'is'] }))))
  })

  it('[G16] refuses elements, marks and attributes that no editor writes', () => {
    const desk = new Desk()
    const body = desk.entry('cards', 'card', 'body')
    const title = desk.entry('cards', 'card', 'title')
    const paragraph = desk.inText('card', 'body', 0)
    const letters = desk.inText('card', 'body', 0, 0)
    const list = (name: string, where: Where): Uint8Array => one(item(where, type(ELEMENT, name)))
    for (const name of ['script', 'img', 'iframe', 'UNDEFINED', '__proto__', 'Paragraph', '', 'doc', 'heading', '#text', 'text']) {
      expect(desk.refuse(list(name, { right: paragraph })), name).toMatch(/not part|may not stand/)
    }
    expect(desk.refuse(list('bulletList', { parent: title }))).toContain('not part of a title')
    expect(desk.refuse(list('listItem', { parent: body }))).toContain('may not stand')
    expect(desk.refuse(list('paragraph', { parent: paragraph }))).toContain('may not stand')
    expect(desk.refuse(one(item({ parent: body }, type(XML_TEXT))))).toContain('may not stand')
    for (const ref of [0, MAP, 2, FRAGMENT]) expect(desk.refuse(one(item({ parent: body }, type(ref))))).toContain('paragraphs, lists and texts')
    expect(desk.refuse(one(item({ parent: body }, type(5, 'hook'))))).toContain('paragraphs, lists and texts')
    expect(desk.refuse(one(item({ parent: letters }, type(XML_TEXT))))).toContain('paragraphs, lists and texts')
    expect(desk.refuse(one(item({ parent: body }, values('x'))))).toContain('holds no values')
    for (const where of [{ parent: body }, { parent: paragraph }]) {
      expect(desk.refuse(one(item(where, text('x'))))).toContain('Letters')
      expect(desk.refuse(one(item(where, mark('bold', '{}'))))).toContain('Marks')
    }
    for (const [name, json] of [['onclick', '"x"'], ['bold', '{"a":1}'], ['link', '{"href":"javascript:alert(1)"}'], ['link', '{}'], ['link', 'true'], ['__proto__', '{}']] as const) {
      expect(desk.refuse(one(item({ parent: letters }, mark(name, json)))), name).not.toBe('')
    }
    expect(desk.refuse(one(item({ parent: desk.inText('card', 'title', 0, 0) }, mark('bold', '{}'))))).toContain('no marks')
    for (const where of [{ parent: paragraph, key: 'onclick' }, { parent: paragraph, key: 'style' }, { parent: paragraph, key: '__proto__' }]) {
      expect(desk.refuse(one(item(where, values('x'))))).toContain('no attribute')
    }
    for (const where of [{ parent: letters, key: 'x' }, { parent: body, key: 'x' }]) {
      expect(desk.refuse(one(item(where, values('x'))))).toContain('Only elements')
      expect(desk.refuse(one(item(where, deleted(1))))).toContain('Only elements')
    }
    desk.send(craft([group(FREE, 0, item({ right: paragraph }, type(ELEMENT, 'orderedList')), item({ parent: at(0), key: 'start' }, values(3)), item({ parent: at(0) }, type(ELEMENT, 'listItem')))]))
  })

  it('[G16] refuses a place in something that holds nothing, and in a type that a board does not have', () => {
    const desk = new Desk()
    expect(desk.refuse(one(item({ parent: desk.entry('cards', 'card', 'pos'), key: 'x' }, values(1))))).toContain('holds nothing')
    expect(desk.refuse(one(item({ parent: desk.inText('card', 'body', 0, 0, 0) }, text('x'))))).toContain('holds nothing')
    const nested = craft([group(FREE, 0, item({ parent: desk.entry('cards', 'card'), key: 'extra' }, values(1)), item({ parent: at(0), key: 'x' }, values(1)))])
    expect(desk.refuse(nested)).toContain('holds nothing')
  })

  it('[G15] bounds how deep lists stand in lists', () => {
    const desk = new Desk()
    const deep = (levels: number, client: number): Uint8Array => {
      const structs = [item({ right: desk.inText('card', 'body', 0) }, type(ELEMENT, 'bulletList'))]
      for (let clock = 0; clock < levels - 1; clock++) structs.push(item({ parent: { client, clock } }, type(ELEMENT, clock % 2 === 0 ? 'listItem' : 'bulletList')))
      return craft([group(client, 0, ...structs)])
    }
    desk.send(deep(30, FREE))
    expect(desk.refuse(deep(31, FREE + 1))).toContain('32 levels')
    expect(desk.refuse(deep(2_000, FREE + 1))).toContain('32 levels')
  })

  it('[G15] refuses 20,000 maps inside one another, at once', () => {
    const desk = new Desk()
    const maps = (root: Where): HandStruct[] => [item(root, type(MAP)), ...Array.from({ length: 19_999 }, (_, clock) => item({ parent: at(clock), key: 'k' }, type(MAP)))]
    for (const where of [{ root: 'cards', key: 'new' }, { root: 'links', key: 'new' }, { parent: desk.entry('cards', 'card'), key: 'extra' }]) {
      const update = craft([group(FREE, 0, ...maps(where))])
      expect(desk.refuse(update, 'reload', 'ana', 'step2')).not.toBe('')
      expect(desk.time(update, 'ana', 'step2')).toBeLessThan(100)
    }
  })
})
