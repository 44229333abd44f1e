// Records grouped by a key, persistent: one change gives the next grouping in proportion to the groups it touches,
// and the old one stays true. A map built once, with a persistent table of the groups that changed since laid over it.
import { Table } from '../board/table.ts'

const NONE: readonly never[] = []

/** One record leaving and one entering the group of a key; either may be missing. */
export interface GroupEdit<V> { readonly key: string; readonly gone?: V; readonly come?: V }

export class Groups<V> {
  readonly #base: ReadonlyMap<string, readonly V[]>
  readonly #over: Table<readonly V[]>

  private constructor(base: ReadonlyMap<string, readonly V[]>, over: Table<readonly V[]>) {
    this.#base = base
    this.#over = over
  }

  static of<V>(base: ReadonlyMap<string, readonly V[]>): Groups<V> {
    return new Groups(base, Table.of<readonly V[]>([]))
  }

  /** The records of a key, in no order. */
  get(key: string): readonly V[] {
    return this.#over.get(key) ?? this.#base.get(key) ?? NONE
  }

  edited(edits: Iterable<GroupEdit<V>>): Groups<V> {
    const byKey = new Map<string, { gone: Set<V>; come: Set<V> }>()
    for (const { key, gone, come } of edits) {
      const group = byKey.get(key) ?? { gone: new Set<V>(), come: new Set<V>() }
      if (gone !== undefined) group.gone.add(gone)
      if (come !== undefined) group.come.add(come)
      byKey.set(key, group)
    }
    let over = this.#over
    for (const [key, { gone, come }] of byKey) over = over.set(key, [...this.get(key).filter((value) => !gone.has(value) && !come.has(value)), ...come])
    return byKey.size === 0 ? this : new Groups(this.#base, over)
  }
}

/** Puts a record into a group that is being built. */
export function group<V>(groups: Map<string, V[]>, key: string, value: V): void {
  const found = groups.get(key)
  if (found === undefined) groups.set(key, [value])
  else found.push(value)
}
