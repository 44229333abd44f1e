// What one connection may do and what it was told: its right, its rates, and the count that message 100 acknowledges.
// Pure state: knows no socket, no document and no storage. One frame goes in, one intake comes out.
//
// Counting: the client numbers the sync messages (step 2, update) that it sends from 1. `stored(n)` says that all up
// to n are on disk. A message that was answered with a resync is a hole: the count stays before it until a step 2
// that came later is stored, because that one brings everything again.
import { CLOSE, type CloseCode } from '../../shared/protocol/close-codes.ts'
import { readFrame, type Frame } from '../../shared/protocol/frames.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import { allows } from '../../shared/protocol/rights.ts'
import type { Admission } from './rooms.ts'
import { TokenBucket } from './token-bucket.ts'

export type Intake =
  | { readonly do: 'nothing' }
  | { readonly do: 'close'; readonly code: CloseCode; readonly reason: string }
  | { readonly do: 'answer'; readonly stateVector: Uint8Array }
  | { readonly do: 'apply'; readonly kind: 'update' | 'step2'; readonly update: Uint8Array; readonly count: number }
  | { readonly do: 'presence'; readonly update: Uint8Array }
  | { readonly do: 'tell-presence' }

const NOTHING: Intake = { do: 'nothing' }
const MOST_UNREADABLE = 10
const MOST_HOLES = 8
/** Each step 1 costs an answer as large as what is missing. */
const STEPS1_AT_ONCE = 20
const STEPS1_PER_SECOND = 1
/** Each question for presence costs an answer as large as a crowd. */
const PRESENCE_AT_ONCE = 20
const PRESENCE_PER_SECOND = 1
/** Presence is coalesced, never refused: only a flood is. Stock clients echo what they hear. */
const MESSAGES_PER_SECOND = 400
const MESSAGES_AT_ONCE = 4_000
/** Bytes around an update in its frame. */
const FRAME_BYTES = 12

function close(code: CloseCode, reason: string): Intake {
  return { do: 'close', code, reason }
}

export class Session {
  readonly admission: Admission
  readonly canEdit: boolean
  readonly #limits: Limits
  readonly #messages: TokenBucket
  readonly #updates: TokenBucket
  readonly #bytes: TokenBucket
  readonly #steps1 = new TokenBucket(STEPS1_PER_SECOND, STEPS1_AT_ONCE)
  readonly #presence = new TokenBucket(PRESENCE_PER_SECOND, PRESENCE_AT_ONCE)
  #unreadable = 0
  #received = 0
  #stored = 0
  #told = 0
  #holes: number[] = []
  #healedBy = 0

  constructor(admission: Admission, limits: Limits) {
    this.admission = admission
    this.canEdit = allows(admission.right, 'edit')
    this.#limits = limits
    this.#messages = new TokenBucket(Math.max(MESSAGES_PER_SECOND, limits.updatesPerSecond), Math.max(MESSAGES_AT_ONCE, limits.updatesBurst))
    this.#updates = new TokenBucket(limits.updatesPerSecond, limits.updatesBurst)
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesPerSecond + limits.step2Bytes)
  }

  /** Person id, or `key:<key id>`: whom this connection's clientIDs belong to. */
  get owner(): string {
    const { person, key } = this.admission.actor
    return person ?? `key:${key ?? ''}`
  }

  receive(message: Uint8Array, now: number): Intake {
    if (!this.#messages.take(1, now)) return close(CLOSE.tooFast, 'Too many messages: slow down and come back.')
    if (message.byteLength > Math.max(this.#limits.messageBytes, this.#limits.step2Bytes) + FRAME_BYTES) return close(CLOSE.tooLarge, 'A message is too large.')
    let frame: Frame
    try {
      frame = readFrame(message)
    } catch {
      return this.unreadable()
    }
    return this.#take(frame, message.byteLength, now)
  }

  /** A message that is no frame of ours, or text: dropped, and some of them end the connection. */
  unreadable(): Intake {
    this.#unreadable++
    return this.#unreadable >= MOST_UNREADABLE ? close(CLOSE.reload, 'Too many messages that cannot be read.') : NOTHING
  }

  #take(frame: Frame, bytes: number, now: number): Intake {
    switch (frame.type) {
      case 'awareness': return { do: 'presence', update: frame.update }
      case 'query-awareness': return this.#presence.take(1, now) ? { do: 'tell-presence' } : NOTHING
      case 'sync-step-1':
        return this.#steps1.take(1, now) ? { do: 'answer', stateVector: frame.stateVector } : close(CLOSE.tooFast, 'Too many requests to sync: slow down and come back.')
      case 'sync-step-2': return this.#change('step2', frame.update, bytes, now)
      case 'update': return this.#change('update', frame.update, bytes, now)
      default: return NOTHING
    }
  }

  #change(kind: 'update' | 'step2', update: Uint8Array, bytes: number, now: number): Intake {
    if (!this.canEdit) return NOTHING
    const most = kind === 'step2' ? this.#limits.step2Bytes : this.#limits.updateBytes
    if (update.byteLength > most) return close(CLOSE.tooLarge, `One change may have ${most} bytes at most.`)
    if (!this.#updates.take(1, now) || !this.#bytes.take(bytes, now)) return close(CLOSE.tooFast, 'Too many changes at once: slow down and come back.')
    this.#received++
    return { do: 'apply', kind, update, count: this.#received }
  }

  /** The message with this count had a gap. False when that happened too often: the client has to start afresh. */
  gap(count: number): boolean {
    this.#holes.push(count)
    return this.#holes.length <= MOST_HOLES
  }

  /** A step 2 with this count was applied: once stored, it fills every hole before it. */
  whole(count: number): void {
    if (this.#holes.length > 0) this.#healedBy = count
  }

  /** All sync messages up to `count` were handled and what they changed is on disk. */
  stored(count: number): void {
    if (this.#healedBy !== 0 && count >= this.#healedBy) {
      this.#holes = this.#holes.filter((hole) => hole > this.#healedBy)
      this.#healedBy = 0
    }
    const hole = this.#holes[0]
    this.#stored = Math.max(this.#stored, hole === undefined ? count : Math.min(count, hole - 1))
  }

  /** The count to tell the client now, or undefined when it knows it, or did not ask. */
  news(): number | undefined {
    if (!this.admission.acknowledges || this.#stored <= this.#told) return undefined
    this.#told = this.#stored
    return this.#told
  }
}
