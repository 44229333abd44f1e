// Live rooms without sockets: connections whose wires record what they are sent, over a storage that can be troubled.
import { expect, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { localBus, type LocalBus } from '../../server/bus/local.ts'
import type { Packet, Wire } from '../../server/rooms/packet.ts'
import { openRooms, type LiveRooms, type Plug } from '../../server/rooms/registry.ts'
import type { Admission } from '../../server/rooms/rooms.ts'
import { newBoard } from '../../shared/board/document.ts'
import { renameBoard } from '../../shared/board/write-board.ts'
import { addCard } from '../../shared/board/write-cards.ts'
import { readFrame, writeSyncStep1, writeUpdate, type Frame } from '../../shared/protocol/frames.ts'
import { DEFAULT_LIMITS, type Limits } from '../../shared/protocol/limits.ts'
import { troubledStorage, type TroubledStorage } from './fake-storage.ts'
import { until } from './until.ts'

/** The board `b` of a test: a title and one card `card`. */
export function firstRow(): Uint8Array {
  const board = newBoard(1)
  board.doc.transact(() => {
    renameBoard(board, 'First')
    addCard(board, { id: 'card', kind: 'note', x: 0, y: 0 })
  })
  return Y.encodeStateAsUpdate(board.doc)
}

export class RecordingWire implements Wire {
  readonly packets: Packet[] = []
  closed: { readonly code: number; readonly reason: string } | undefined
  isPaused = false

  send(packet: Packet): void {
    this.packets.push(packet)
  }

  readonly isBehind: boolean = false

  sendAnswer(packets: readonly Packet[]): void {
    for (const packet of packets) this.send(packet)
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason }
  }

  pause(): void {
    this.isPaused = true
  }

  resume(): void {
    this.isPaused = false
  }

  get frames(): readonly Frame[] {
    return this.packets.map(({ payload }) => readFrame(payload))
  }

  /** The updates and step 2s that came, without empty ones. */
  get changes(): readonly Uint8Array[] {
    return this.frames.flatMap((frame) => (frame.type === 'update' || frame.type === 'sync-step-2' ? [frame.update] : [])).filter((update) => update.byteLength > 2)
  }

  get stored(): readonly number[] {
    return this.frames.flatMap((frame) => (frame.type === 'stored' ? [frame.count] : []))
  }

  get notSaved(): readonly string[] {
    return this.frames.flatMap((frame) => (frame.type === 'not-saved' ? [frame.code] : []))
  }
}

/** One connection as a test drives it: its own document, from which it makes real updates. */
export class Client {
  readonly wire = new RecordingWire()
  readonly board = newBoard()
  readonly plug: Plug | undefined
  readonly admission: Admission

  constructor(rooms: LiveRooms, admission: Admission) {
    this.admission = admission
    this.plug = rooms.connect(admission, this.wire)
  }

  get doc(): Y.Doc {
    return this.board.doc
  }

  send(message: Uint8Array): void {
    this.plug?.receive(message)
  }

  /** Changes the own document and gives the update that a provider would send. */
  change(change: () => void): Uint8Array {
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array): void => void updates.push(update)
    this.doc.on('update', keep)
    this.doc.transact(change)
    this.doc.off('update', keep)
    return Y.mergeUpdates(updates)
  }

  /** Changes the own document and sends it; gives the bytes of the update. */
  edit(change: () => void): Uint8Array {
    const update = this.change(change)
    this.send(writeUpdate(update))
    return update
  }

  rename(title: string): Uint8Array {
    return this.edit(() => renameBoard(this.board, title))
  }

  /** Applies everything that came. */
  catchUp(): this {
    for (const update of this.wire.changes) Y.applyUpdate(this.doc, update, 'server')
    return this
  }

  get title(): unknown {
    return this.catchUp().doc.getMap('meta').get('title')
  }
}

export interface RoomBench {
  readonly disk: TroubledStorage
  readonly rooms: LiveRooms
  readonly bus: LocalBus
  readonly log: { readonly level: string; readonly fields: object; readonly message: string }[]
  connect(admission?: Partial<Admission>): Client
  /** Connected, synced, and forgetful of what it took. */
  join(admission?: Partial<Admission>): Promise<Client>
  rowsOf(board?: string): Promise<readonly Uint8Array[]>
}

export interface RoomBenchOptions { readonly limits?: Partial<Limits>; readonly idleMs?: number; readonly disk?: TroubledStorage; readonly bus?: LocalBus; readonly row?: Uint8Array }

export async function roomBench({ limits = {}, idleMs, disk: given, bus = localBus(), row = firstRow() }: RoomBenchOptions = {}): Promise<RoomBench> {
  const disk = given ?? (await troubledStorage({ b: row }))
  const log: RoomBench['log'] = []
  const rooms = openRooms({
    storage: disk.storage, bus: bus.node(), limits: { ...DEFAULT_LIMITS, ...limits }, now: () => new Date(), ...(idleMs === undefined ? {} : { idleMs }),
    log: { warn: (fields, message) => void log.push({ level: 'warn', fields, message }), error: (fields, message) => void log.push({ level: 'error', fields, message }) },
  })
  onTestFinished(() => rooms.close().catch(() => undefined))
  let people = 0
  const connect = (admission: Partial<Admission> = {}): Client =>
    new Client(rooms, { board: 'b', right: 'edit', actor: { person: `person-${++people}` }, name: 'Name', address: '127.0.0.1', acknowledges: true, ...admission })
  return {
    disk, rooms, bus, log, connect,
    join: async (admission) => {
      const client = connect(admission)
      await until(() => expect(client.wire.isPaused).toBe(false))
      client.send(writeSyncStep1(Y.encodeStateVector(client.doc)))
      await until(() => expect(client.wire.frames.some(({ type }) => type === 'sync-step-2')).toBe(true))
      client.catchUp()
      client.wire.packets.length = 0
      return client
    },
    rowsOf: async (board = 'b') => (await disk.storage.rows(board)).map(({ update }) => update),
  }
}

export function same(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return Buffer.compare(Buffer.from(a ?? []), Buffer.from(b ?? [])) === 0
}

/** Until a change of others has come. */
export function heard(client: Client): Promise<void> {
  return until(() => expect(client.wire.changes.length).toBeGreaterThan(0))
}

/** Until so many of its messages are acknowledged. */
export function stored(client: Client, count: number): Promise<void> {
  return until(() => expect(client.wire.stored.at(-1)).toBe(count))
}
