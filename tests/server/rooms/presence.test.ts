// The awareness of a board as the server keeps it: hand-made updates in, what others are told out.
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as awareness from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Presence } from '../../../server/rooms/presence.ts'
import type { Admission } from '../../../server/rooms/rooms.ts'
import { DEFAULT_LIMITS } from '../../../shared/protocol/limits.ts'
import { PERSON_COLORS } from '../../../shared/protocol/person-color.ts'

const admission = (person: string): Admission => ({ board: 'b', right: 'edit', actor: { person }, name: `Name of ${person}`, address: 'x', acknowledges: false })

type State = readonly [clientId: number, clock: number, json: string]
function update(...states: readonly State[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length)
    for (const [clientId, clock, json] of states) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  })
}

/** What a stock client knows after these updates: state and clock of each clientID. */
function seenBy(updates: readonly (Uint8Array | undefined)[]): Record<number, unknown> {
  const stock = new awareness.Awareness(new Y.Doc())
  stock.setLocalState(null)
  for (const bytes of updates) if (bytes !== undefined) awareness.applyAwarenessUpdate(stock, bytes, 'server')
  const seen = Object.fromEntries([...stock.states].map(([id, state]) => [id, { ...state, clock: stock.meta.get(id)?.clock }]))
  stock.destroy()
  return seen
}

function presence(): Presence {
  return new Presence(DEFAULT_LIMITS)
}

describe('presence', () => {
  const ann = admission('ann')
  const bob = admission('bob')

  it('[WS15] writes who it is itself, and keeps the clock and the rest of the state', () => {
    const here = presence()
    expect(here.receive(ann, update([7, 3, '{"cursor":[1,2],"user":{"person":"bob","name":"Bob","color":"#000"}}']), 0)).toBe(true)
    const told = here.news()
    expect(seenBy([told])).toEqual({ 7: { clock: 3, cursor: [1, 2], user: { person: 'ann', name: 'Name of ann', color: expect.stringMatching(/^#[0-9a-f]{6}$/) } } })
    expect(here.news()).toBeUndefined()
    expect(seenBy([here.all()])).toEqual(seenBy([told]))
  })

  it('[WS15] drops states of others, with and without an own one in the same message', () => {
    const here = presence()
    here.receive(ann, update([7, 3, '{"a":1}']), 0)
    here.news()
    expect(here.receive(bob, update([7, 9, '{"a":2}']), 0)).toBe(false)
    expect(here.receive(bob, update([7, 9, 'null']), 0)).toBe(false)
    expect(here.receive(bob, update([7, 9, '{"a":3}'], [8, 1, '{"b":1}'], [7, 99, 'null']), 0)).toBe(true)
    expect(Object.keys(seenBy([here.news()]))).toEqual(['8'])
    expect(seenBy([here.all()])).toMatchObject({ 7: { a: 1, clock: 3 }, 8: { b: 1, clock: 1 } })
  })

  it('[WS15] drops the echo of somebody who has just left, but lets them come back', () => {
    const here = presence()
    here.receive(ann, update([7, 3, '{"a":1}']), 0)
    here.news()
    here.leave(ann, 1)
    here.news()
    expect(here.receive(bob, update([7, 3, '{"a":1}']), 2)).toBe(false)
    expect(here.receive(admission('ann'), update([7, 4, '{"a":2}']), 2)).toBe(true)
    expect(seenBy([here.all()])).toEqual({})
    expect(seenBy([here.news()])).toMatchObject({ 7: { a: 2, clock: 4 } })
  })

  it('[WS15] lets the same person take over a state whose connection is not known to be dead', () => {
    const here = presence()
    here.receive(ann, update([7, 3, '{"a":1}']), 0)
    const first = here.news()
    const again = admission('ann')
    expect(here.receive(again, update([7, 4, '{"a":2}']), 0)).toBe(true)
    expect(here.leave(ann, 0)).toBe(true)
    expect(seenBy([first, here.news()])).toMatchObject({ 7: { a: 2, clock: 4 } })
    expect(seenBy([here.all()])).toMatchObject({ 7: { a: 2 } })
    here.leave(again, 0)
    expect(here.all()).toBeUndefined()
  })

  it('[WS15] calls a person what the board calls them now', () => {
    const names = new Map([['ann', 'Ann']])
    const here = new Presence(DEFAULT_LIMITS, undefined, (person) => { const name = names.get(person); return name === undefined ? undefined : { name, color: PERSON_COLORS[4] } })
    here.receive(ann, update([7, 1, '{}']), 0)
    expect(seenBy([here.news()])).toMatchObject({ 7: { user: { name: 'Ann', color: PERSON_COLORS[4] } } })
    names.set('ann', 'Ann B')
    here.receive(ann, update([7, 2, '{}']), 0)
    here.receive(bob, update([8, 1, '{}']), 0)
    expect(seenBy([here.news()])).toMatchObject({ 7: { user: { name: 'Ann B' } }, 8: { user: { name: 'Name of bob' } } })
  })

  it('[WS41] passes on a view that is a rectangle of the board, and drops any other with the rest kept', () => {
    const here = presence()
    const told = (state: object): unknown => {
      here.receive(ann, update([7, here.size === 0 ? 1 : clock++, JSON.stringify(state)]), 0)
      return seenBy([here.news()])[7]
    }
    let clock = 2
    expect(told({ view: [-3.5, 0, 1440, 900], following: 'bob', a: 1 })).toMatchObject({ view: [-3.5, 0, 1440, 900], following: 'bob', a: 1 })
    const wrong = [[0, 0, 1440], [0, 0, 1440, 900, 1], [0, 0, 0, 900], [0, 0, 1440, -1], [1e300, 0, 1, 1], ['0', 0, 1, 1], [null, 0, 1, 1], { x: 0, y: 0 }, 'everything', 7, null]
    for (const view of wrong) expect(told({ view, following: '__proto__', a: 1 })).toEqual({ a: 1, user: expect.anything() as unknown, clock: expect.anything() as unknown })
  })

  it('[WS16] keeps one state for each connection: a new clientID takes back the old one', () => {
    const here = presence()
    here.receive(ann, update([7, 3, '{"a":1}']), 0)
    const first = here.news()
    here.receive(ann, update([9, 1, '{"a":2}'], [10, 1, '{"a":3}']), 0)
    const told = here.news()
    expect(seenBy([first, told])).toMatchObject({ 10: { a: 3 } })
    expect(Object.keys(seenBy([first, told]))).toEqual(['10'])
    expect(Object.keys(seenBy([here.all()]))).toEqual(['10'])
  })

  it('[WS16] takes a state back when its connection closes, or when asked', () => {
    const here = presence()
    here.receive(ann, update([7, 3, '{"a":1}']), 0)
    here.receive(bob, update([8, 1, '{"b":1}']), 0)
    const first = here.news()
    expect(here.leave(ann, 0)).toBe(true)
    here.receive(bob, update([8, 2, 'null']), 0)
    expect(seenBy([first, here.news()])).toEqual({})
    expect(here.all()).toBeUndefined()
  })

  it('[WS16] tells nothing of one who came and left within a tick', () => {
    const here = presence()
    here.receive(ann, update([7, 3, '{"a":1}']), 0)
    expect(here.leave(ann, 0)).toBe(false)
    expect(here.news()).toBeUndefined()
  })

  it('[WS16] drops a state above 2 kB and keeps the one before', () => {
    const here = presence()
    here.receive(ann, update([7, 1, '{"a":1}']), 0)
    here.news()
    expect(here.receive(ann, update([7, 2, JSON.stringify({ a: 'x'.repeat(2_048) })]), 0)).toBe(false)
    expect(seenBy([here.all()])).toMatchObject({ 7: { a: 1, clock: 1 } })
  })

  it('[WS16] tells only the newest of many states', () => {
    const here = presence()
    for (let clock = 1; clock <= 1_000; clock++) here.receive(ann, update([7, clock, `{"a":${clock}}`]), 0)
    const told = here.news()
    expect(seenBy([told])).toMatchObject({ 7: { a: 1_000, clock: 1_000 } })
    expect(told?.byteLength).toBeLessThan(150)
  })

  it('[WS16] ignores an older clock, states that are no objects, and bytes that are none', () => {
    const here = presence()
    here.receive(ann, update([7, 5, '{"a":1}']), 0)
    const first = here.news()
    for (const bad of ['[1]', '"x"', '7', '{', '{"a":', '\u0000']) here.receive(ann, update([7, 6, bad]), 0)
    expect(seenBy([first, here.news()])).toMatchObject({ 7: { a: 1 } })
    expect(here.receive(ann, update([7, 4, '{"a":9}']), 0)).toBe(false)
    for (const garbage of [new Uint8Array(0), Uint8Array.of(9), Uint8Array.of(200, 200, 200, 200, 1), new Uint8Array(50).fill(255)]) expect(here.receive(bob, garbage, 0)).toBe(false)
    expect(Object.keys(seenBy([here.all()]))).toEqual(['7'])
  })

  it('[WS16] survives four bytes that are no text where "null" could stand', () => {
    const here = presence()
    here.receive(ann, update([7, 1, '{"a":1}']), 0)
    const first = here.news()
    const broken = update([7, 2, 'null'])
    broken.fill(255, -4)
    here.receive(ann, broken, 0)
    expect(seenBy([first, here.news()])).toMatchObject({ 7: { a: 1 } })
  })

  it('[WS15] lets nobody show a clientID that another wrote under', () => {
    const here = new Presence(DEFAULT_LIMITS, (clientId) => (clientId === 7 ? 'ann' : undefined))
    expect(here.receive(bob, update([7, 1, '{"a":1}']), 0)).toBe(false)
    expect(here.receive(ann, update([7, 1, '{"a":2}']), 0)).toBe(true)
    expect(seenBy([here.news()])).toMatchObject({ 7: { a: 2, user: { person: 'ann' } } })
  })

  it('[WS15] survives keys that mean something to JavaScript', () => {
    const here = presence()
    here.receive(ann, update([7, 1, '{"__proto__":{"user":1},"constructor":1}']), 0)
    const told = new TextDecoder().decode(here.news())
    expect(told).toContain('"name":"Name of ann"')
    expect(Object.prototype).not.toHaveProperty('user')
  })
})
