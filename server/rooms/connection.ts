// One connection of a room: its session, its wire, and whether it hears what others do yet.
//
//   joining ──step 1 answered──► listening ──► closed
//      └─ while stored rows are read for it, what others do waits in its backlog ─┘
import { writeNotSaved, writeStored } from '../../shared/protocol/frames.ts'
import { Packet, type Wire } from './packet.ts'
import type { Session } from './session.ts'

/** contract.md: message 100 goes out at most this often. */
const STORED_EVERY_MS = 16

export class Connection {
  readonly session: Session
  readonly wire: Wire
  #phase: 'joining' | 'listening' | 'closed' = 'joining'
  #backlog: Packet[] | undefined
  #toldAt = -Infinity
  #telling: NodeJS.Timeout | undefined

  constructor(session: Session, wire: Wire) {
    this.session = session
    this.wire = wire
  }

  get isClosed(): boolean {
    return this.#phase === 'closed'
  }

  get isListening(): boolean {
    return this.#phase === 'listening'
  }

  /** From now on it hears what others do. */
  listen(): void {
    if (this.#phase === 'joining') this.#phase = 'listening'
  }

  /** It hears what others do, but only after `catchUp`. */
  holdBack(): void {
    this.listen()
    this.#backlog ??= []
  }

  /** Sends the packets, then what was held back. */
  catchUp(packets: readonly Packet[]): void {
    const backlog = this.#backlog ?? []
    this.#backlog = undefined
    this.answer([...packets, ...backlog])
  }

  /** An answer of many packets to this connection alone. */
  answer(packets: readonly Packet[]): void {
    if (this.#phase !== 'closed') this.wire.sendAnswer(packets)
  }

  /** An answer to this connection alone. */
  send(packet: Packet): void {
    if (this.#phase !== 'closed') this.wire.send(packet)
  }

  /** What everybody hears. */
  hear(packet: Packet): void {
    if (this.#phase !== 'listening') return
    if (this.#backlog === undefined) this.wire.send(packet)
    else this.#backlog.push(packet)
  }

  /** Everything up to the session's count `count` is on disk. */
  stored(count: number): void {
    this.session.stored(count)
    if (this.#telling !== undefined || this.isClosed) return
    const wait = this.#toldAt + STORED_EVERY_MS - performance.now()
    if (wait <= 0) this.#tellStored()
    else this.#telling = setTimeout(() => this.#tellStored(), Math.ceil(wait))
  }

  #tellStored(): void {
    this.#telling = undefined
    const count = this.session.news()
    if (count === undefined) return
    this.#toldAt = performance.now()
    this.send(new Packet(writeStored(count)))
  }

  notSaved(code: string, sentence: string): void {
    if (this.session.admission.acknowledges) this.send(new Packet(writeNotSaved(code, sentence)))
  }

  /** Nothing goes out after this; what it sent and nobody applied yet is dropped. */
  close(code: number, reason: string): void {
    if (this.isClosed) return
    this.gone()
    this.wire.close(code, reason)
  }

  /** The other side is gone. */
  gone(): void {
    this.#phase = 'closed'
    this.#backlog = undefined
    clearTimeout(this.#telling)
  }
}
