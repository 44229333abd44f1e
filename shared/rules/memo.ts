// Judgements already made: per card, with the instant until which time alone leaves them true. Persistent, so that
// the next board keeps what still holds and an old board stays true; filled only when somebody asks.
import { Table } from '../board/table.ts'

/** A value that holds until an instant (ms); Infinity when time does not touch it. */
export interface Timed<V> { readonly value: V; readonly until: number }

export class Memo<V> {
  #made: Table<Timed<V>>

  private constructor(made: Table<Timed<V>>) {
    this.#made = made
  }

  static empty<V>(): Memo<V> {
    return new Memo(Table.of<Timed<V>>([]))
  }

  /** What was made for the card, even if its time has run out. */
  found(cardId: string): Timed<V> | undefined {
    return this.#made.get(cardId)
  }

  at(cardId: string, now: number): Timed<V> | undefined {
    const entry = this.#made.get(cardId)
    return entry !== undefined && now < entry.until ? entry : undefined
  }

  keep(cardId: string, entry: Timed<V>): Timed<V> {
    this.#made = this.#made.set(cardId, entry)
    return entry
  }

  /** A memo of its own that has forgotten these cards. */
  without(cardIds: Iterable<string>): Memo<V> {
    let made = this.#made
    for (const id of cardIds) made = made.delete(id)
    return new Memo(made)
  }
}
