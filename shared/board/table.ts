// A persistent table: an immutable map from id to record in which setting one entry shares all others (a 32-way
// hash trie), so that the next BoardState costs O(changed) and an old one stays true. Knows nothing of boards.

const BITS = 5
const WIDTH = 1 << BITS
const MASK = WIDTH - 1

type Entry<V> = readonly [key: string, value: V]
interface Leaf<V> { readonly leaf: true; readonly hash: number; readonly entries: readonly Entry<V>[] }
interface Branch<V> { readonly leaf: false; readonly slots: readonly (Node<V> | undefined)[] }
type Node<V> = Leaf<V> | Branch<V>

/** FNV-1a over UTF-16 code units, as an unsigned 32-bit number. */
function hashOf(key: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193)
  return h >>> 0
}

function put<V>(node: Node<V> | undefined, shift: number, hash: number, key: string, value: V): Node<V> {
  if (node === undefined) return { leaf: true, hash, entries: [[key, value]] }
  if (!node.leaf) {
    const slots = node.slots.slice()
    const at = (hash >>> shift) & MASK
    slots[at] = put(slots[at], shift + BITS, hash, key, value)
    return { leaf: false, slots }
  }
  if (node.hash === hash) return { leaf: true, hash, entries: [...node.entries.filter(([k]) => k !== key), [key, value]] }
  const slots: (Node<V> | undefined)[] = Array.from({ length: WIDTH })
  slots[(node.hash >>> shift) & MASK] = node
  return put({ leaf: false, slots }, shift, hash, key, value)
}

function drop<V>(node: Node<V> | undefined, shift: number, hash: number, key: string): Node<V> | undefined {
  if (node === undefined) return undefined
  if (node.leaf) {
    const entries = node.entries.filter(([k]) => k !== key)
    return entries.length === 0 ? undefined : { leaf: true, hash: node.hash, entries }
  }
  const slots = node.slots.slice()
  const at = (hash >>> shift) & MASK
  slots[at] = drop(slots[at], shift + BITS, hash, key)
  return slots.every((slot) => slot === undefined) ? undefined : { leaf: false, slots }
}

function find<V>(start: Node<V> | undefined, key: string): Entry<V> | undefined {
  const hash = hashOf(key)
  let node = start
  for (let shift = 0; node !== undefined; shift += BITS) {
    if (node.leaf) return node.hash === hash ? node.entries.find(([k]) => k === key) : undefined
    node = node.slots[(hash >>> shift) & MASK]
  }
  return undefined
}

/** One generator with a stack of its own: nested ones would pass each entry through every level. */
function* walk<V>(start: Node<V> | undefined): Generator<Entry<V>> {
  const left = [start]
  while (left.length > 0) {
    const node = left.pop()
    if (node === undefined) continue
    if (node.leaf) yield* node.entries
    else left.push(...node.slots)
  }
}

function differences<V>(a: Node<V> | undefined, b: Node<V> | undefined, keys: Set<string>): void {
  if (a === b) return
  if (a !== undefined && b !== undefined && !a.leaf && !b.leaf) {
    for (let i = 0; i < WIDTH; i++) differences(a.slots[i], b.slots[i], keys)
    return
  }
  const before = new Map(walk(b))
  for (const [key, value] of walk(a)) {
    if (before.get(key) !== value) keys.add(key)
    before.delete(key)
  }
  for (const key of before.keys()) keys.add(key)
}

/** An immutable map from id to `V`; `set` and `delete` return the next table. Iteration order is not meaningful. */
export class Table<V> implements Iterable<readonly [string, V]> {
  readonly size: number
  readonly #root: Node<V> | undefined

  private constructor(root: Node<V> | undefined, size: number) {
    this.#root = root
    this.size = size
  }

  static of<V>(entries: Iterable<readonly [string, V]>): Table<V> {
    let table = new Table<V>(undefined, 0)
    for (const [key, value] of entries) table = table.set(key, value)
    return table
  }

  get(key: string): V | undefined {
    return find(this.#root, key)?.[1]
  }

  has(key: string): boolean {
    return find(this.#root, key) !== undefined
  }

  set(key: string, value: V): Table<V> {
    const old = find(this.#root, key)
    if (old !== undefined && old[1] === value) return this
    return new Table(put(this.#root, 0, hashOf(key), key, value), this.size + (old === undefined ? 1 : 0))
  }

  delete(key: string): Table<V> {
    if (!this.has(key)) return this
    return new Table(drop(this.#root, 0, hashOf(key), key), this.size - 1)
  }

  /** The keys whose values are not the same in both tables; what the tables share is not walked. */
  changedSince(older: Table<V>): ReadonlySet<string> {
    const keys = new Set<string>()
    differences(this.#root, older.#root, keys)
    return keys
  }

  *keys(): Generator<string> {
    for (const [key] of walk(this.#root)) yield key
  }

  *values(): Generator<V> {
    for (const [, value] of walk(this.#root)) yield value
  }

  [Symbol.iterator](): Generator<readonly [string, V]> {
    return walk(this.#root)
  }
}
