// The boards in memory of this server: opened on demand, once; put away when nobody needs them; closed at the end.
// Rooms are told of rings of the bus from before they load, so that no row of another node is missed.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Bus } from '../bus/bus.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { BoardGlance } from '../../shared/protocol/http.ts'
import type { Storage } from '../storage/storage.ts'
import { Connection } from './connection.ts'
import { Glances } from './glances.ts'
import { Journal } from './journal.ts'
import { Pace } from './pace.ts'
import type { Wire } from './packet.ts'
import { LiveRoom, type RoomParts } from './room.ts'
import { Reports } from './reports.ts'
import { NoSuchBoard, type Admission, type Instant, type Room, type Rooms, type RoomsLog } from './rooms.ts'
import { Session } from './session.ts'

export interface RoomsOptions {
  readonly storage: Storage
  readonly bus: Bus
  readonly limits: Limits
  readonly log: RoomsLog
  readonly now: () => Date
  /** A board that nobody used for so long leaves memory. */
  readonly idleMs?: number
}

const IDLE_MS = 600_000
/** A stock client needs a message every 30 s. */
const KEEP_ALIVE_MS = 10_000
/** Before the 10 s are over in which a stopped server has to be gone. */
const CLOSING_MS = 8_000

interface Entry { readonly room: Promise<LiveRoom>; loaded?: LiveRoom; readonly stop: () => void }

/** Rooms that sockets can join. */
export interface LiveRooms extends Rooms {
  readonly limits: Limits
  /** Connects a wire; undefined when it was closed at once. The wire is paused until the board is loaded. */
  connect(admission: Admission, wire: Wire): Plug | undefined
}

/** What the socket of a connection is plugged into. */
export interface Plug {
  /** A binary message; undefined for one that is no message of ours. */
  receive(message: Uint8Array | undefined): void
  gone(): void
}

export function openRooms(options: RoomsOptions): LiveRooms {
  return new Registry(options)
}

class Registry implements LiveRooms {
  readonly limits: Limits
  readonly #options: RoomsOptions
  readonly #journal: Journal
  readonly #parts: RoomParts
  readonly #glances: Glances
  readonly #reports: Reports
  readonly #rooms = new Map<string, Entry>()
  readonly #addresses = new Map<string, number>()
  readonly #boards = new Map<string, number>()
  readonly #timer: NodeJS.Timeout
  #closed = false

  constructor(options: RoomsOptions) {
    const { storage, bus, limits, log, now, idleMs = IDLE_MS } = options
    this.limits = limits
    this.#options = options
    this.#journal = new Journal(storage, bus, log)
    this.#glances = new Glances(storage, log)
    this.#reports = new Reports(storage, log)
    this.#parts = { storage, limits, log, now, journal: this.#journal, pace: new Pace(() => this.#journal.commit()), broken: (board) => this.#forget(board) }
    this.#timer = setInterval(() => this.#tick(), Math.min(KEEP_ALIVE_MS, idleMs))
    this.#timer.unref()
  }

  async open(board: string): Promise<Room> {
    const room = await this.#open(board)
    // Whoever opened it will read it whole, which takes as long again: others have their turn between.
    if (room.wake()) await nextTurn()
    return room
  }

  titleOf(board: string): string | undefined {
    return this.#rooms.get(board)?.loaded?.awakeTitle
  }

  peopleOn(board: string): number {
    return this.#rooms.get(board)?.loaded?.present.size ?? 0
  }

  glance(board: string, now: number): Promise<BoardGlance | undefined> {
    return this.#glances.of(board, now)
  }

  report(room: Room, instant: Instant): ReturnType<Reports['of']> {
    return this.#reports.of(room, instant)
  }

  states(room: Room, instant: Instant): ReturnType<Reports['states']> {
    return this.#reports.states(room, instant)
  }

  agenda(room: Room, instant: Instant, language: string | undefined): ReturnType<Reports['agenda']> {
    return this.#reports.agenda(room, instant, language)
  }

  #open(board: string): Promise<LiveRoom> {
    if (this.#closed) return Promise.reject(new Error('the server is stopping'))
    let entry = this.#rooms.get(board)
    if (entry === undefined) {
      entry = this.#load(board)
      this.#rooms.set(board, entry)
    }
    if (entry.loaded !== undefined) entry.loaded.usedAt = performance.now()
    return entry.room
  }

  #load(board: string): Entry {
    const { storage, bus } = this.#options
    let rung = 0
    let loaded: LiveRoom | undefined
    const stop = bus.listen(board, (n) => {
      if (loaded === undefined) rung = Math.max(rung, n)
      else void loaded.heard(n)
    })
    const read = async (): Promise<LiveRoom> => {
      const stored = await storage.board(board)
      if (stored === undefined || stored.deletedAt !== undefined) throw new NoSuchBoard(`there is no board ${board}`)
      const [rows, owners, epochs] = await Promise.all([storage.rows(board), storage.clientsOf(board), storage.epochs(board)])
      loaded = new LiveRoom({ board, rows, owners, epochs }, this.#parts)
      await loaded.heard(rung)
      return loaded
    }
    const room = read()
    const entry: Entry = { room, stop }
    room.then((live) => { entry.loaded = live }, () => {
      stop()
      if (this.#rooms.get(board) === entry) this.#rooms.delete(board)
    })
    return entry
  }

  /** The next who asks loads it from its rows. */
  #forget(board: string): void {
    const entry = this.#rooms.get(board)
    this.#rooms.delete(board)
    entry?.stop()
    entry?.loaded?.close()
  }

  connect(admission: Admission, wire: Wire): Plug | undefined {
    const refusal = this.#refusal(admission)
    if (refusal !== undefined) {
      wire.close(refusal.code, refusal.reason)
      return undefined
    }
    this.#count(admission, 1)
    const connection = new Connection(new Session(admission, this.limits), wire)
    let room: LiveRoom | undefined
    wire.pause()
    this.#open(admission.board).then((opened) => {
      if (connection.isClosed) return
      room = opened
      room.join(connection)
      wire.resume()
    }, (error: unknown) => {
      const unknown = error instanceof NoSuchBoard
      if (!unknown) this.#options.log.error({ board: admission.board, err: error }, 'a board could not be opened')
      connection.close(unknown ? CLOSE.noSuchBoard : CLOSE.slowReader, unknown ? 'No such board.' : 'The board cannot be opened at the moment: come back.')
    })
    return {
      receive: (message) => room?.receive(connection, message),
      gone: () => {
        this.#count(admission, -1)
        if (room === undefined) connection.gone()
        else room.leave(connection)
      },
    }
  }

  #refusal({ address, board }: Admission): { readonly code: number; readonly reason: string } | undefined {
    if (this.#closed) return { code: CLOSE.restart, reason: 'The server is stopping: come back.' }
    if ((this.#addresses.get(address) ?? 0) >= this.limits.socketsPerAddress) return { code: CLOSE.tooFast, reason: 'Too many connections from one address.' }
    if ((this.#boards.get(board) ?? 0) >= this.limits.socketsPerBoard) return { code: CLOSE.tooFast, reason: 'Too many connections to this board.' }
    return undefined
  }

  #count({ address, board }: Admission, by: 1 | -1): void {
    for (const [counts, name] of [[this.#addresses, address], [this.#boards, board]] as const) {
      const count = (counts.get(name) ?? 0) + by
      if (count === 0) counts.delete(name)
      else counts.set(name, count)
    }
  }

  disconnect(board: string, code: number, which: (admission: Admission) => boolean): void {
    // One that is loading is asked after: who is waiting for it joins first.
    void this.#rooms.get(board)?.room.then((room) => room.disconnect(code, '', which), () => undefined)
  }

  #tick(): void {
    const now = performance.now()
    for (const [board, { loaded, stop }] of this.#rooms) {
      if (loaded === undefined) continue
      loaded.keepAlive()
      if (!loaded.isIdle || now - loaded.usedAt < (this.#options.idleMs ?? IDLE_MS)) continue
      this.#rooms.delete(board)
      stop()
      void loaded.compact().finally(() => loaded.close())
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearInterval(this.#timer)
    const rooms = [...this.#rooms.values()]
    for (const { loaded } of rooms) loaded?.turn()
    for (const { loaded } of rooms) loaded?.disconnect(CLOSE.restart, 'The server restarts: come back.', () => true)
    const settled = await this.#journal.settled(CLOSING_MS)
    this.#journal.stop()
    for (const { loaded, stop } of rooms) {
      stop()
      loaded?.close()
    }
    this.#rooms.clear()
    if (!settled) throw new Error('some changes could not be written before the server stopped')
  }
}
