// The clientID under which this page writes: one for each browser and slot, because every id that ever wrote makes every
// edit of everybody a little slower. Using an id again without knowing all that was written under it loses edits
// silently, so an id that a server has met is used only once the server's board is here; when unsure, a fresh one.
//
//   slot locked ─► id never met a server: taken at once
//              └─► id met: fresh one until the board is in step, then taken, if nothing was written meanwhile
import type { Awareness } from 'y-protocols/awareness'
import { getState, type Doc } from 'yjs'
import type { BoardCopy } from './board-copy.ts'
import type { Lease } from './shelf.ts'

/** Tabs of one browser that keep their ids; further ones write under fresh ones. */
const SLOTS = 6
/** Presence of one id counts on over reloads, or others would take it for old news: changes a second at most. */
const CLOCKS_PER_SECOND = 30

/**
 * Says that no server has met an id. Erased before one can: that is done at once and needs no room, where writing down
 * that it was met could come too late, or fail on a full disk. Without the note an id counts as met.
 */
export interface UnmetNote {
  read(): number | undefined
  write(clientId: number): void
  erase(): void
}

export function browserNote(board: string, slot: number): UnmetNote {
  const key = `tacit:unmet:${board}:${slot}`
  const tried = <T>(run: () => T): T | undefined => {
    try {
      return run()
    } catch {
      // A browser that keeps no notes has met them all.
      return undefined
    }
  }
  return {
    read: () => Number(tried(() => localStorage.getItem(key)) ?? NaN),
    write: (clientId) => tried(() => localStorage.setItem(key, String(clientId))),
    erase: () => tried(() => localStorage.removeItem(key)),
  }
}

/** Holds the first free slot until `release`; undefined where there are no locks, or all are taken. */
export async function lockSlot(name: string, locks: LockManager | undefined): Promise<{ readonly slot: number; release(): void } | undefined> {
  if (locks === undefined) return undefined
  for (let slot = 1; slot <= SLOTS; slot++) {
    const release = await tryLock(`tacit:${name}:${slot}`, locks)
    if (release !== undefined) return { slot, release }
  }
  return undefined
}

function tryLock(name: string, locks: LockManager): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(undefined)
        return undefined
      }
      return new Promise<void>((release) => resolve(() => release()))
    }).catch(() => resolve(undefined))
  })
}

export function takeClientId(doc: Doc, awareness: Awareness, clientId: number): void {
  doc.clientID = clientId
  awareness.clientID = clientId
  awareness.meta.set(clientId, { clock: Math.floor((Date.now() / 1_000) * CLOCKS_PER_SECOND), lastUpdated: Date.now() })
}

export class LeasedId {
  readonly #copy: BoardCopy
  readonly #slot: number
  readonly #note: UnmetNote
  readonly #doc: Doc
  readonly #awareness: Awareness
  #lease: Lease | undefined
  #online = false

  constructor(copy: BoardCopy, { slot, note }: { readonly slot: number; readonly note: UnmetNote }, leases: readonly Lease[], doc: Doc, awareness: Awareness) {
    this.#copy = copy
    this.#note = note
    this.#slot = slot
    this.#doc = doc
    this.#awareness = awareness
    this.#lease = leases.find((lease) => lease.slot === slot)
    if (this.#lease !== undefined && this.#lease.clientId === note.read()) takeClientId(doc, awareness, this.#lease.clientId)
    doc.on('update', this.#hear)
  }

  /** The server's board is in the document: what it knows of our id, we know. `clock`: how far it knows it. */
  inStep(clockOf: (clientId: number) => number): void {
    const leased = this.#lease
    if (leased === undefined || leased.clientId === this.#doc.clientID || this.#hasWritten) return
    if (getState(this.#doc.store, leased.clientId) >= clockOf(leased.clientId)) takeClientId(this.#doc, this.#awareness, leased.clientId)
  }

  /** A server is about to hear of it, and of every id of this page while the connection lasts. */
  online(): void {
    this.#online = true
    this.#note.erase()
  }

  offline(): void {
    this.#online = false
  }

  stop(): void {
    this.#doc.off('update', this.#hear)
  }

  get #hasWritten(): boolean {
    return getState(this.#doc.store, this.#doc.clientID) > 0
  }

  /** Leased at the first edit: who only looks takes none. */
  readonly #hear = (): void => {
    const { clientID } = this.#doc
    if (this.#lease?.clientId === clientID || !this.#hasWritten) return
    if (this.#online) this.#note.erase()
    else this.#note.write(clientID)
    this.#lease = { slot: this.#slot, clientId: clientID }
    void this.#copy.put({ lease: this.#lease })
  }
}
