// Who shows what of themselves on one board: the awareness of y-websocket, kept by the server. A connection owns one
// clientID; `user` is written here and the clock kept; states of others are dropped, for stock clients echo them.
// Only the newest state of a connection is kept and told at the next tick, so a flood costs its sender's bytes alone.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { isId } from '../../shared/board/ids.ts'
import type { BoardState } from '../../shared/board/records.ts'
import { colorAmong, personColor, type PersonColor } from '../../shared/protocol/person-color.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import type { Admission } from './rooms.ts'

interface Shown {
  readonly clientId: number
  clock: number
  /** The state as JSON with the server's `user`; undefined until first told, null when taken back. */
  json: string | null | undefined
  /** What came and was not looked at yet. */
  waiting: Uint8Array | undefined
}

/** How somebody is shown on this board now. */
export interface Face { readonly name: string; readonly color: PersonColor }
interface Entry { readonly clientId: number; readonly clock: number; readonly state: Uint8Array }
interface Departed { readonly who: Admission; readonly at: number }

/** An echo of somebody who left may come this much later. */
const ECHO_MS = 60_000
const MOST_BYTES = 262_144
const MOST_DEPARTED = 4_096
/** Board pixels: further away nobody can look. */
const FURTHEST = 100_000_000
/** `null` in UTF-8. Compared byte by byte: four bytes of anything else may be no text at all. */
const NULL = Uint8Array.of(0x6e, 0x75, 0x6c, 0x6c)
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Every entry of an awareness update, its state unread. Throws on bytes that are none. */
function* entriesOf(update: Uint8Array): Generator<Entry> {
  const decoder = decoding.createDecoder(update)
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    yield { clientId, clock, state: decoding.readVarUint8Array(decoder) }
  }
}

const isNull = (state: Uint8Array): boolean => state.byteLength === NULL.byteLength && NULL.every((byte, i) => state[i] === byte)

export function faceOn(people: BoardState['people'], person: string): Face | undefined {
  const name = people.get(person)?.name
  return name === undefined ? undefined : { name, color: colorAmong(people, person) }
}

function ownerOf({ actor }: Admission): string {
  return actor.person ?? `key:${actor.key ?? ''}`
}

/** What a follower's screen goes by: `view` is a rectangle of the board, `following` the id of a person. */
function checked(state: object): object {
  const { view, following, ...rest } = state as Readonly<Record<string, unknown>>
  return { ...rest, ...(isView(view) ? { view } : {}), ...(isId(following) ? { following } : {}) }
}

/** `[x, y, width, height]` in board pixels. */
function isView(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 4 || !value.every((part) => typeof part === 'number' && Math.abs(part) <= FURTHEST)) return false
  return value[2] > 0 && value[3] > 0
}

/** The state with its `user` replaced; undefined when it is no object. */
function signed(state: Uint8Array, admission: Admission, face: Face | undefined): string | undefined {
  try {
    const value: unknown = JSON.parse(utf8.decode(state))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const user = { person: admission.actor.person ?? '', name: face?.name ?? admission.name, color: face?.color ?? personColor(ownerOf(admission)) }
    return JSON.stringify({ ...checked(value), user })
  } catch {
    return undefined
  }
}

function encode(shown: readonly Shown[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, shown.length)
    for (const { clientId, clock, json } of shown) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json ?? 'null')
    }
  })
}

export class Presence {
  readonly #limits: Limits
  readonly #shown = new Map<Admission, Shown>()
  readonly #taken = new Map<number, Admission>()
  readonly #departed = new Map<number, Departed>()
  readonly #news = new Set<Shown>()
  readonly #boundTo: (clientId: number) => string | undefined
  readonly #faceOf: (person: string) => Face | undefined

  /**
   * `boundTo`: whose a clientID is by what was written under it. Nobody else shows it. `faceOf`: what a person is called
   * on the board now, who may have been renamed since they connected, and in which colour among the others.
   */
  constructor(limits: Limits, boundTo: (clientId: number) => string | undefined = () => undefined, faceOf: (person: string) => Face | undefined = () => undefined) {
    this.#limits = limits
    this.#boundTo = boundTo
    this.#faceOf = faceOf
  }

  /** The editor who shows this clientID, or was the last to do so. */
  ownerOf(clientId: number): string | undefined {
    const who = this.#taken.get(clientId) ?? this.#departed.get(clientId)?.who
    return who?.right === 'edit' ? ownerOf(who) : undefined
  }

  /** How many show something. */
  get size(): number {
    return this.#shown.size
  }

  /** Takes this connection's own state out of the update; true when there is something to tell. */
  receive(from: Admission, update: Uint8Array, now: number): boolean {
    if (update.byteLength > MOST_BYTES) return false
    try {
      for (const entry of entriesOf(update)) this.#take(from, entry, now)
    } catch {
      // The rest of the update cannot be read; what came before it counts.
    }
    return this.#news.size > 0
  }

  #take(from: Admission, { clientId, clock, state }: Entry, now: number): void {
    if (state.byteLength > this.#limits.awarenessBytes || clientId > 0xffff_ffff || !Number.isSafeInteger(clock)) return
    const own = this.#shown.get(from)
    if (own?.clientId !== clientId && (isNull(state) || !this.#mayClaim(from, clientId, now))) return
    const shown = own?.clientId === clientId ? own : this.#claim(from, clientId, now)
    const known = shown.waiting === undefined && shown.json === undefined ? -1 : shown.clock
    if (clock < known || (clock === known && !isNull(state))) return
    shown.clock = clock
    // A copy: the bytes of a message live in a larger buffer.
    shown.waiting = state.slice()
    this.#news.add(shown)
  }

  #mayClaim(from: Admission, clientId: number, now: number): boolean {
    if ((this.#boundTo(clientId) ?? ownerOf(from)) !== ownerOf(from)) return false
    const holder = this.#taken.get(clientId)
    // One who comes back before the old connection is known to be dead takes their state over.
    if (holder !== undefined) return ownerOf(holder) === ownerOf(from) && !this.#shown.has(from)
    const departed = this.#departed.get(clientId)
    return departed === undefined || ownerOf(departed.who) === ownerOf(from) || now - departed.at > ECHO_MS
  }

  #claim(from: Admission, clientId: number, now: number): Shown {
    this.#drop(from, now)
    const holder = this.#taken.get(clientId)
    const taken = holder === undefined ? undefined : this.#shown.get(holder)
    if (holder !== undefined) this.#shown.delete(holder)
    const shown: Shown = taken ?? { clientId, clock: 0, json: undefined, waiting: undefined }
    this.#shown.set(from, shown)
    this.#taken.set(clientId, from)
    this.#departed.delete(clientId)
    return shown
  }

  /** The connection is gone; true when there is something to tell. */
  leave(from: Admission, now: number): boolean {
    this.#drop(from, now)
    return this.#news.size > 0
  }

  #drop(from: Admission, now: number): void {
    const shown = this.#shown.get(from)
    if (shown === undefined) return
    this.#shown.delete(from)
    this.#taken.delete(shown.clientId)
    this.#departed.delete(shown.clientId)
    this.#departed.set(shown.clientId, { who: from, at: now })
    const [oldest] = this.#departed.keys()
    if (this.#departed.size > MOST_DEPARTED && oldest !== undefined) this.#departed.delete(oldest)
    // Nobody was told of a state that was never sent.
    if (shown.json === undefined || shown.json === null) this.#news.delete(shown)
    else this.#news.add(shown)
    shown.waiting = undefined
    shown.json = shown.json === undefined ? undefined : null
  }

  #read(shown: Shown): boolean {
    const admission = this.#taken.get(shown.clientId)
    const { waiting } = shown
    shown.waiting = undefined
    if (waiting === undefined || admission === undefined || this.#shown.get(admission) !== shown) return shown.json !== undefined
    const before = shown.json
    if (isNull(waiting)) shown.json = before === undefined ? undefined : null
    else shown.json = signed(waiting, admission, admission.actor.person === undefined ? undefined : this.#faceOf(admission.actor.person)) ?? before
    return shown.json !== undefined
  }

  /** What changed since the last call, as one awareness update; undefined when nothing did. */
  news(): Uint8Array | undefined {
    const told = [...this.#news].filter((shown) => this.#read(shown))
    this.#news.clear()
    return told.length === 0 ? undefined : encode(told)
  }

  /** Everybody's state, for one who comes; undefined when nobody shows one. */
  all(): Uint8Array | undefined {
    const shown = [...this.#shown.values()].filter(({ json }) => typeof json === 'string')
    return shown.length === 0 ? undefined : encode(shown)
  }
}
