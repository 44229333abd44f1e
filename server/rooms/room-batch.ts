// What one turn of a room made: one row for the journal, the frames for those who listen, and who is waiting to hear
// that it is stored. Original bytes are forwarded as they came; several updates of one turn become one frame.
import { writeUpdate } from '../../shared/protocol/frames.ts'
import type { ClientBinding, Epoch, RowToAppend, StorageError } from '../storage/storage.ts'
import type { Connection } from './connection.ts'
import { joinUpdates } from './join-updates.ts'
import type { Batch } from './journal.ts'
import { Packet } from './packet.ts'

export interface Contribution { readonly from: Connection; readonly update: Uint8Array }

interface Forward { readonly packet: Packet; readonly except?: Connection; readonly only?: Connection }

/** Told by a batch what became of it. */
export interface BatchFate {
  written(batch: RoomBatch, n: number): void
  stored(batch: RoomBatch): void
}

const packetOf = (update: Uint8Array): Packet => new Packet(writeUpdate(update))

/**
 * One sender does not get its own bytes back. Several senders hear one frame with everybody's, their own included:
 * applying it again changes nothing, and it is built once.
 */
function forwardsOf(contributions: readonly Contribution[], byServer: Uint8Array | undefined, all: Uint8Array): readonly Forward[] {
  const [first] = contributions
  if (first === undefined) return [{ packet: packetOf(all) }]
  if (contributions.some(({ from }) => from !== first.from)) return [{ packet: packetOf(all) }]
  const others: Forward = { packet: packetOf(all), except: first.from }
  return byServer === undefined ? [others] : [others, { packet: packetOf(byServer), only: first.from }]
}

export class RoomBatch implements Batch {
  readonly row: RowToAppend
  readonly #forwards: readonly Forward[]
  readonly #fate: BatchFate
  readonly #waiting = new Map<Connection, number>()
  readonly #afterWritten: (() => void)[] = []
  readonly #afterStored: (() => void)[] = []
  readonly #afterFailed: ((error: StorageError) => void)[] = []
  #error: StorageError | undefined

  /** `byServer`: what the server wrote on account of the contributions, or alone. At least one of both is there. `epoch`: begins with it. */
  constructor(board: string, contributions: readonly Contribution[], byServer: Uint8Array | undefined, clients: readonly ClientBinding[], fate: BatchFate, epoch?: Epoch) {
    const all = joinUpdates([...contributions.map(({ update }) => update), ...(byServer === undefined ? [] : [byServer])])
    this.row = { board, update: all, ...(clients.length === 0 ? {} : { clients }), ...(epoch === undefined ? {} : { epoch }) }
    this.#forwards = forwardsOf(contributions, byServer, all)
    this.#fate = fate
  }

  /** This connection's messages up to `count` are on disk once this batch is. */
  acknowledge(connection: Connection, count: number): void {
    this.#waiting.set(connection, Math.max(count, this.#waiting.get(connection) ?? 0))
    if (this.#error !== undefined) connection.notSaved(this.#error.problem, this.#error.message)
  }

  /** Runs once the row is written and forwarded. */
  onWritten(run: () => void): void {
    this.#afterWritten.push(run)
  }

  onStored(run: () => void, failed: (error: StorageError) => void): void {
    this.#afterStored.push(run)
    this.#afterFailed.push(failed)
  }

  forward(listeners: Iterable<Connection>): void {
    for (const { packet, except, only } of this.#forwards) {
      if (only !== undefined) only.hear(packet)
      else for (const listener of listeners) if (listener !== except) listener.hear(packet)
    }
  }

  written(n: number): void {
    this.#fate.written(this, n)
    for (const run of this.#afterWritten) run()
  }

  stored(): void {
    this.#fate.stored(this)
    for (const [connection, count] of this.#waiting) connection.stored(count)
    for (const run of this.#afterStored) run()
  }

  failed(error: StorageError): void {
    this.#error = error
    for (const connection of this.#waiting.keys()) connection.notSaved(error.problem, error.message)
    for (const run of this.#afterFailed.splice(0)) run(error)
  }
}
