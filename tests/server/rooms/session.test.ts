// The state of one connection, without a socket: what comes of each frame, the rates, and the count of message 100.
import { describe, expect, it } from 'vitest'
import type { Admission } from '../../../server/rooms/rooms.ts'
import { Session, type Intake } from '../../../server/rooms/session.ts'
import { writeAwareness, writeNotSaved, writeStored, writeSyncStep1, writeSyncStep2, writeUpdate } from '../../../shared/protocol/frames.ts'
import { DEFAULT_LIMITS, type Limits } from '../../../shared/protocol/limits.ts'
import type { Right } from '../../../shared/protocol/rights.ts'

const UPDATE = Uint8Array.of(1, 2, 3)
const admission = (right: Right, acknowledges = true): Admission => ({ board: 'b', right, actor: { person: 'ann' }, name: 'Ann', address: 'x', acknowledges })
const session = (right: Right = 'edit', limits: Partial<Limits> = {}): Session => new Session(admission(right), { ...DEFAULT_LIMITS, ...limits })
const code = (intake: Intake): number | undefined => (intake.do === 'close' ? intake.code : undefined)

/** Takes the same message again and again at one instant; how many times until it was closed, and how. */
function until(closed: Session, message: Uint8Array, most = 10_000): { times: number; code: number | undefined } {
  for (let times = 1; times <= most; times++) {
    const intake = closed.receive(message, 1_000)
    if (intake.do === 'close') return { times, code: intake.code }
  }
  return { times: most, code: undefined }
}

describe('a session', () => {
  it('[WS3] passes on what an editor sends and ignores opcodes that nobody knows', () => {
    const own = session()
    expect(own.receive(writeSyncStep1(UPDATE), 0)).toEqual({ do: 'answer', stateVector: UPDATE })
    expect(own.receive(writeSyncStep2(UPDATE), 0)).toEqual({ do: 'apply', kind: 'step2', update: UPDATE, count: 1 })
    expect(own.receive(writeUpdate(UPDATE), 0)).toEqual({ do: 'apply', kind: 'update', update: UPDATE, count: 2 })
    expect(own.receive(writeAwareness(UPDATE), 0)).toEqual({ do: 'presence', update: UPDATE })
    expect(own.receive(Uint8Array.of(3), 0)).toEqual({ do: 'tell-presence' })
    for (const frame of [Uint8Array.of(2, 0, 0), writeStored(9), writeNotSaved('a', 'b'), Uint8Array.of(77), Uint8Array.of(200, 1)]) {
      expect(own.receive(frame, 0)).toEqual({ do: 'nothing' })
    }
  })

  it('[WS2] takes no change on a connection that may not edit, and counts none', () => {
    for (const right of ['embed', 'view', 'contribute'] as const) {
      const reader = session(right)
      expect(reader.receive(writeSyncStep2(UPDATE), 0)).toEqual({ do: 'nothing' })
      expect(reader.receive(writeUpdate(UPDATE), 0)).toEqual({ do: 'nothing' })
      expect(reader.receive(writeSyncStep1(UPDATE), 0)).toMatchObject({ do: 'answer' })
      expect(reader.news()).toBeUndefined()
    }
  })

  it('[WS6] answers some questions for presence at once, then one a second, and drops the others', () => {
    const own = session('view')
    const asked = (now: number): number => Array.from({ length: 100 }, () => own.receive(Uint8Array.of(3), now)).filter((intake) => intake.do === 'tell-presence').length
    expect([asked(0), asked(0), asked(3_000)]).toEqual([20, 0, 3])
  })

  it('[WS5] refuses a change that is too large, a step 2 above its own limit', () => {
    const limits = { updateBytes: 100, step2Bytes: 1_000, messageBytes: 1_000 }
    expect(session('edit', limits).receive(writeUpdate(new Uint8Array(100)), 0).do).toBe('apply')
    expect(code(session('edit', limits).receive(writeUpdate(new Uint8Array(101)), 0))).toBe(4413)
    expect(session('edit', limits).receive(writeSyncStep2(new Uint8Array(1_000)), 0).do).toBe('apply')
    expect(code(session('edit', limits).receive(writeSyncStep2(new Uint8Array(1_001)), 0))).toBe(4413)
    expect(code(session('view', limits).receive(new Uint8Array(2_000), 0))).toBe(4413)
  })

  it('[WS6] lets a burst pass, then as many as its rate, and closes a flood', () => {
    const limits = { updatesPerSecond: 10, updatesBurst: 20 }
    expect(until(session('edit', limits), writeUpdate(UPDATE))).toEqual({ times: 21, code: 4429 })
    const steady = session('edit', limits)
    for (let i = 0; i < 500; i++) expect(steady.receive(writeUpdate(UPDATE), i * 100).do).toBe('apply')
    expect(until(session('edit', { bytesPerSecond: 1_000, step2Bytes: 1_000, updatesBurst: 1_000 }), writeUpdate(new Uint8Array(500)))).toEqual({ times: 4, code: 4429 })
  })

  it('[WS6] closes who asks for the whole board again and again, and any flood of messages', () => {
    expect(until(session('view'), writeSyncStep1(Uint8Array.of(0))).code).toBe(4429)
    expect(until(session('view'), Uint8Array.of(99)).code).toBe(4429)
  })

  it('[WS7] drops what cannot be read, nine times', () => {
    for (const garbage of [new Uint8Array(0), Uint8Array.of(0), Uint8Array.of(0, 0), Uint8Array.of(0, 2, 200), Uint8Array.of(0, 7, 0), Uint8Array.of(1, 99, 1), new Uint8Array(20).fill(255)]) {
      expect(session().receive(garbage, 0)).toEqual({ do: 'nothing' })
      expect(until(session(), garbage)).toEqual({ times: 10, code: 4409 })
    }
  })
})

describe('the count of message 100', () => {
  it('[WS9] never falls and is told once', () => {
    const own = session()
    expect(own.news()).toBeUndefined()
    own.stored(3)
    expect(own.news()).toBe(3)
    expect(own.news()).toBeUndefined()
    own.stored(2)
    expect(own.news()).toBeUndefined()
    own.stored(4)
    expect(own.news()).toBe(4)
  })

  it('[WS9] is told only to those who asked', () => {
    const stock = new Session(admission('edit', false), DEFAULT_LIMITS)
    stock.stored(3)
    expect(stock.news()).toBeUndefined()
  })

  it('[WS8] stays before a message with a gap until a step 2 that came after it is stored', () => {
    const own = session()
    own.gap(3)
    own.stored(4)
    expect(own.news()).toBe(2)
    own.whole(5)
    own.stored(4)
    expect(own.news()).toBeUndefined()
    own.stored(5)
    expect(own.news()).toBe(5)
  })

  it('[WS8] stays before a second gap that came after the step 2', () => {
    const own = session()
    own.gap(1)
    own.whole(2)
    own.gap(4)
    own.stored(5)
    expect(own.news()).toBe(3)
    own.whole(6)
    own.stored(7)
    expect(own.news()).toBe(7)
  })

  it('[WS8] ends when gaps go on', () => {
    const own = session()
    const gaps = Array.from({ length: 20 }, (_, i) => own.gap(i + 1))
    expect(gaps.slice(0, 3)).toEqual([true, true, true])
    expect(gaps.at(-1)).toBe(false)
  })
})
