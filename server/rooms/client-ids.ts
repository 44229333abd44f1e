// Whose clientID is whose on one board. An id belongs to who first wrote under it, for good; until then to who shows it
// in their presence: everybody reads it there, and could write under it before its owner does, whose edits would then
// count as known and be lost. Knows no document and no connection.
import type { ClientBinding } from '../storage/storage.ts'
import { TokenBucket } from './token-bucket.ts'

/** New ids of one owner: a class that opens one link at once, then one every ten seconds. They never leave a document. */
const NEW_AT_ONCE = 256
const NEW_PER_SECOND = 0.1

export class ClientIds {
  readonly #owners: Map<number, string>
  readonly #rates = new Map<string, TokenBucket>()
  #bound: ClientBinding[] = []

  constructor(owners: ReadonlyMap<number, string>) {
    this.#owners = new Map(owners)
  }

  /** Who has written under it. */
  ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId)
  }

  /** Binds ids of nobody; false when this owner takes too many. `now` in ms. */
  bind(clientIds: readonly number[], owner: string, now: number): boolean {
    if (clientIds.length === 0) return true
    let rate = this.#rates.get(owner)
    if (rate === undefined) this.#rates.set(owner, rate = new TokenBucket(NEW_PER_SECOND, NEW_AT_ONCE))
    if (!rate.take(clientIds.length, now)) return false
    for (const clientId of clientIds) {
      this.#owners.set(clientId, owner)
      this.#bound.push({ clientId, owner })
    }
    return true
  }

  /** What was bound since the last call. */
  news(): readonly ClientBinding[] {
    const bound = this.#bound
    this.#bound = []
    return bound
  }
}
