// When presence goes out: at most 30 times a second, on a crowded board less often, because each tick costs the
// square of the people. Knows who listens only as a function to call.
import { writeAwareness } from '../../shared/protocol/frames.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import type { ClientIds } from './client-ids.ts'
import { Packet } from './packet.ts'
import { Presence, type Face } from './presence.ts'
import type { Admission } from './rooms.ts'

const CROWDED_TICK_MS = 100
const CROWD = 100

export class RoomPresence {
  readonly #presence: Presence
  readonly #tell: (packet: Packet) => void
  readonly #tickMs: number
  #timer: NodeJS.Timeout | undefined
  #toldAt = -Infinity

  constructor(limits: Limits, clientIds: ClientIds, tell: (packet: Packet) => void, faceOf?: (person: string) => Face | undefined) {
    this.#presence = new Presence(limits, (clientId) => clientIds.ownerOf(clientId), faceOf)
    this.#tickMs = Math.ceil(1_000 / limits.awarenessPerSecond)
    this.#tell = tell
  }

  receive(from: Admission, update: Uint8Array): void {
    if (this.#presence.receive(from, update, performance.now())) this.#soon()
  }

  leave(who: Admission): void {
    if (this.#presence.leave(who, performance.now())) this.#soon()
  }

  /** Everybody's state, for one who asks. */
  all(): Packet | undefined {
    const all = this.#presence.all()
    return all === undefined ? undefined : new Packet(writeAwareness(all))
  }

  /** Who shows this clientID, or did. */
  ownerOf(clientId: number): string | undefined {
    return this.#presence.ownerOf(clientId)
  }

  #soon(): void {
    if (this.#timer !== undefined) return
    const tick = this.#presence.size > CROWD ? Math.max(CROWDED_TICK_MS, this.#tickMs) : this.#tickMs
    this.#timer = setTimeout(() => this.#now(), Math.max(0, this.#toldAt + tick - performance.now()))
  }

  #now(): void {
    this.#timer = undefined
    this.#toldAt = performance.now()
    const news = this.#presence.news()
    if (news !== undefined) this.#tell(new Packet(writeAwareness(news)))
  }

  close(): void {
    clearTimeout(this.#timer)
  }
}
