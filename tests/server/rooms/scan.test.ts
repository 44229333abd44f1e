// The bounded scan of V1 bytes: agrees with Yjs on what honest clients send, and refuses everything else quickly,
// whatever the bytes announce.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { scanUpdate, type Content, type Scan } from '../../../server/rooms/scan.ts'
import { BadUpdate } from '../../../server/rooms/scan-value.ts'
import { newBoard } from '../../../shared/board/document.ts'
import { addCard, moveCard, setCardField } from '../../../shared/board/write-cards.ts'
import { binary, craft, deleted, embed, gc, group, item, mark, numbers, oldJson, skip, subdocument, text, type, values } from './gate-bytes.ts'

const BOUNDS = { structs: 50_000, deletes: 50_000, jsonDepth: 16, jsonStringChars: 100_000 }
const scan = (update: Uint8Array, bounds = BOUNDS): Scan => scanUpdate(update, bounds)
const META = { root: 'meta', key: 'title' }

function refusal(update: Uint8Array, bounds = BOUNDS): BadUpdate {
  const before = process.threadCpuUsage()
  try {
    scan(update, bounds)
  } catch (error) {
    expect(process.threadCpuUsage(before).user).toBeLessThan(100_000)
    if (error instanceof BadUpdate) return error
    throw error
  }
  return expect.fail('passed')
}

/** A struct as Yjs decoded it, in the words of the scan. */
function decoded(struct: Y.Item | Y.GC | Y.Skip): unknown {
  const { client, clock } = struct.id
  const id = (other: Y.ID | null): unknown => (other === null ? undefined : { client: other.client, clock: other.clock })
  if (!(struct instanceof Y.Item)) return { client, clock, length: struct.length, kind: struct.constructor.name }
  const parent: unknown = struct.parent
  return {
    client, clock, length: struct.length, kind: struct.content.constructor.name, origin: id(struct.origin), rightOrigin: id(struct.rightOrigin),
    root: typeof parent === 'string' ? parent : undefined, parent: parent instanceof Y.ID ? id(parent) : undefined, key: struct.parentSub ?? undefined,
    content: struct.content instanceof Y.ContentType ? struct.content.type.constructor.name : JSON.stringify(struct.content instanceof Y.ContentFormat ? [struct.content.key, struct.content.value] : struct.content.getContent()),
  }
}

const TYPE_NAMES = ['YArray', 'YMap', 'YText', 'YXmlElement', 'YXmlFragment', 'YXmlHook', 'YXmlText']
const KINDS: Readonly<Record<number, string>> = { 0: 'GC', 1: 'ContentDeleted', 4: 'ContentString', 6: 'ContentFormat', 7: 'ContentType', 8: 'ContentAny', 10: 'Skip' }

function said(content: Content): string | undefined {
  switch (content.ref) {
    case 4: return JSON.stringify(content.text.split(''))
    case 6: return JSON.stringify([content.mark, content.value])
    case 7: return TYPE_NAMES[content.type]
    case 8: return JSON.stringify(content.values)
    default: return '[]'
  }
}

function scanned({ groups }: Scan): unknown[] {
  return groups.flatMap(({ structs }) => structs.map(({ client, clock, length, origin, rightOrigin, root, parent, key, content }) => {
    const kind = KINDS[content.ref]
    if (content.ref === 0 || content.ref === 10) return { client, clock, length, kind }
    return { client, clock, length, kind, origin, rightOrigin, root, parent, key, content: said(content) }
  }))
}

const anAction = fc.record({ who: fc.nat(1), what: fc.nat(6), where: fc.nat(30), length: fc.integer({ min: 1, max: 6 }), word: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) })

function act(doc: Y.Doc, { what, where, length, word }: { what: number; where: number; length: number; word: string }): void {
  const card = doc.getMap('cards').get('a') as Y.Map<unknown>
  const body = card.get('body') as Y.XmlFragment
  const text = (body.get(0) as Y.XmlElement).get(0) as Y.XmlText
  const at = Math.min(where, text.length)
  const board = { doc }
  if (what < 2) text.insert(at, word)
  else if (what === 2) text.delete(at, Math.min(length, text.length - at))
  else if (what === 3) text.format(at, Math.min(length, text.length - at), { bold: {}, link: { href: 'https://example.org/' } })
  else if (what === 4) moveCard(board, 'a', where, -where / 3)
  else if (what === 5) setCardField(board, 'a', 'tiers', [{ name: word, conditions: [], share: where / 7, tiny: 0.5, none: null, yes: true, no: false, negative: -where * 1e9 }])
  else body.insert(1, [new Y.XmlElement('hardBreak')])
}

describe('the scan', () => {
  it('[G1] reads what Y.decodeUpdate reads', () => {
    fc.assert(fc.property(fc.array(anAction, { maxLength: 30 }), (actions) => {
      const docs = [newBoard(7).doc, newBoard(4_000_000_000).doc]
      addCard({ doc: docs[0] ?? new Y.Doc() }, { id: 'a', kind: 'goal', x: 1, y: 2, title: 'T', body: 'Some words' })
      const updates = [Y.encodeStateAsUpdate(docs[0] ?? new Y.Doc())]
      for (const action of actions) {
        for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update)
        const doc = docs[action.who]
        doc?.once('update', (update: Uint8Array) => updates.push(update))
        doc?.transact(() => act(doc, action))
      }
      for (const update of [...updates, ...docs.map((doc) => Y.encodeStateAsUpdate(doc)), Y.mergeUpdates(updates.slice(1))]) {
        const honest = Y.decodeUpdate(update)
        expect(scanned(scan(update))).toEqual(honest.structs.map(decoded))
        const deletes = [...honest.ds.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, length: len })))
        expect(scan(update).deletes).toEqual(deletes)
      }
    }), { numRuns: 200 })
  })

  it('[G1] knows where each struct stands in the bytes', () => {
    const update = craft([group(5, 0, item(META, values('a')), gc(3), item(META, values('b', 'c')))])
    const structs = scan(update).groups[0]?.structs ?? []
    expect(structs.map(({ from, to }) => to - from)).toEqual([17, 2, 20])
    expect(structs.at(-1)?.to).toBe(update.length - 1)
  })

  it('[G2] believes no count that the bytes cannot hold', () => {
    expect(refusal(numbers(1, 2 ** 25, 5, 0)).code).toBe('reload')
    expect(refusal(numbers(2 ** 40)).code).toBe('reload')
    expect(refusal(numbers(0, 2 ** 30)).code).toBe('reload')
    expect(refusal(numbers(0, 1, 5, 2 ** 30)).code).toBe('reload')
    expect(refusal(Uint8Array.of(1, 1, 5, 0, 40, 1, 1, 109, 1, 116, 0xff, 0xff, 0xff, 0xff, 0x0f)).code).toBe('reload')
    expect(refusal(Uint8Array.of(1, 1, 5, 0, 40, 1, 1, 109, 1, 116, 1, 117, 0xff, 0xff, 0xff, 0xff, 0x0f)).code).toBe('reload')
  })

  it('[G2] refuses more structs and deletes than the limits allow', () => {
    const structs = craft([group(5, 0, ...Array.from({ length: 11 }, () => gc(1)))])
    expect(refusal(structs, { ...BOUNDS, structs: 10 }).code).toBe('too-large')
    const split = craft([group(5, 0, ...Array.from({ length: 6 }, () => gc(1))), group(6, 0, ...Array.from({ length: 5 }, () => gc(1)))])
    expect(refusal(split, { ...BOUNDS, structs: 10 }).code).toBe('too-large')
    const deletes = craft([], Array.from({ length: 11 }, (_, at) => [5, at * 2, 1] as const))
    expect(refusal(deletes, { ...BOUNDS, deletes: 10 }).code).toBe('too-large')
  })

  it('[G3] refuses bytes that end early, go on after the end, or are of the second version', () => {
    const honest = craft([group(5, 0, item(META, values('hello', [1, 2], { a: null })))], [[5, 0, 1]])
    expect(scan(honest).groups).toHaveLength(1)
    for (let length = 0; length < honest.length; length++) expect(refusal(honest.subarray(0, length)).code).toBe('reload')
    expect(refusal(Uint8Array.of(...honest, 0)).code).toBe('reload')
    const doc = new Y.Doc()
    doc.getMap('meta').set('title', 'x')
    expect(refusal(Y.encodeStateAsUpdateV2(doc)).code).toBe('reload')
    expect(refusal(Y.encodeStateAsUpdateV2(new Y.Doc())).code).toBe('reload')
  })

  it('[G4] refuses values that are no JSON, too deep or too long', () => {
    for (const bad of [undefined, 10n, new Uint8Array(3), Number.NaN, Infinity, { inner: [undefined] }]) expect(refusal(craft([group(5, 0, item(META, values(bad)))])).code).toBe('reload')
    const deep = (depth: number): unknown => (depth === 0 ? 1 : depth % 2 === 0 ? [deep(depth - 1)] : { a: deep(depth - 1) })
    expect(scan(craft([group(5, 0, item(META, values(deep(16))))])).groups).toHaveLength(1)
    expect(refusal(craft([group(5, 0, item(META, values(deep(17))))])).message).toContain('16 levels')
    expect(refusal(craft([group(5, 0, item(META, values(deep(5_000))))])).message).toContain('16 levels')
    expect(refusal(craft([group(5, 0, item(META, values('x'.repeat(100_001))))])).message).toContain('100000')
    expect(refusal(craft([group(5, 0, item({ ...META, key: 'x'.repeat(100_001) }, values(1)))])).message).toContain('100000')
  })

  it('[G4] refuses names that change a prototype, in values and in marks', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(refusal(craft([group(5, 0, item(META, values({ [name === '__proto__' ? 'x' : name]: 1, ...JSON.parse(`{"${name}": {"a": 1}}`) })))])).message).toContain(name)
      expect(refusal(craft([group(5, 0, item(META, mark('bold', `{"a":[{"${name}":1}]}`)))])).message).toContain(name)
    }
  })

  it('[G4] refuses marks whose value is no JSON or too deep', () => {
    expect(refusal(craft([group(5, 0, item(META, mark('bold', '{')))])).code).toBe('reload')
    expect(refusal(craft([group(5, 0, item(META, mark('bold', `${'['.repeat(5_000)}${']'.repeat(5_000)}`)))])).message).toContain('16 levels')
  })

  it('[G4] refuses texts that are not UTF-8', () => {
    const bytes = craft([group(5, 0, item(META, values('häuser')))])
    const broken = bytes.slice()
    broken[broken.indexOf(0xc3)] = 0xff
    expect(refusal(broken).message).toContain('UTF-8')
  })

  it('[G5] refuses content that a board has no place for', () => {
    for (const content of [embed({ a: 1 }), oldJson('1'), binary(new Uint8Array(3)), subdocument, type(7), { ...text('x'), ref: 11 }, { ...text('x'), ref: 31 }]) {
      expect(refusal(craft([group(5, 0, item(META, content))])).code).toBe('reload')
    }
  })

  it('[G5] refuses lengths of 0, clocks beyond 2^40 and clientIDs beyond 32 bits', () => {
    for (const struct of [gc(0), skip(0), item(META, deleted(0)), item(META, values()), item(META, text(''))]) expect(refusal(craft([group(5, 0, struct)])).code).toBe('reload')
    expect(refusal(craft([], [[5, 0, 0]])).code).toBe('reload')
    expect(scan(craft([group(5, 0, gc(2 ** 40))])).groups).toHaveLength(1)
    expect(refusal(craft([group(5, 1, gc(2 ** 40))])).code).toBe('reload')
    expect(refusal(craft([group(5, 0, item(META, deleted(2 ** 52)))])).code).toBe('reload')
    expect(refusal(craft([group(5, 2 ** 41, gc(1))])).code).toBe('reload')
    expect(refusal(craft([group(2 ** 32, 0, gc(1))])).code).toBe('reload')
    expect(refusal(craft([], [[5, 2 ** 40, 2]])).code).toBe('reload')
    expect(refusal(craft([group(5, 0, item({ origin: { client: 5, clock: 2 ** 41 } }, text('x')))])).code).toBe('reload')
    expect(refusal(Uint8Array.of(1, 1, ...Array.from({ length: 12 }, () => 0xff), 1)).code).toBe('reload')
  })

  it('[G5] refuses numbers that go on until they are none', () => {
    const endless = [...Array.from({ length: 160 }, () => 0x80), 0]
    expect(refusal(Uint8Array.of(1, 1, ...endless, 0, 0, 1, 0)).message).toContain('too long')
    expect(refusal(Uint8Array.of(1, 1, 5, ...endless, 0, 1, 0)).message).toContain('too long')
    expect(refusal(Uint8Array.of(1, 1, 5, 0, 0x88, 6, ...endless, 1, 126, 0)).message).toContain('too long')
    expect(refusal(Uint8Array.of(0, 1, 5, 1, 0, ...endless)).message).toContain('too long')
    expect(refusal(Uint8Array.of(1, 1, 5, 0, 40, 1, 1, 109, 1, 116, 1, 125, ...endless, 0)).message).toContain('too long')
    expect(scan(craft([group(2 ** 32 - 1, 0, gc(2 ** 40))])).groups).toHaveLength(1)
    expect(scan(craft([group(5, 0, item(META, values(Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER)))])).groups).toHaveLength(1)
  })

  it('[G5] refuses a clientID that comes twice, deletes out of order, and parents that are none', () => {
    expect(refusal(craft([group(5, 0, gc(1)), group(5, 1, gc(1))])).message).toContain('twice')
    expect(refusal(numbers(0, 2, 5, 1, 0, 1, 5, 1, 3, 1)).message).toContain('twice')
    expect(refusal(craft([], [[5, 4, 2], [5, 1, 1]])).message).toContain('order')
    expect(refusal(craft([], [[5, 4, 2], [5, 5, 1]])).message).toContain('order')
    expect(scan(craft([], [[5, 4, 2], [5, 6, 1]])).deletes).toHaveLength(2)
    expect(refusal(Uint8Array.of(1, 1, 5, 0, 40, 2, 1, 109, 1, 116, 1, 126, 0)).message).toContain('parent')
  })

  it('[G6] throws nothing but its own refusal, whatever the bytes are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        scan(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(BadUpdate)
      }
    }), { numRuns: 3_000 })
  })
})
