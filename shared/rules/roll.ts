// Sorted lists to which each of many things adds its own entries: all that drift, all that slipped. Persistent, and one
// change costs what it changes, so that a list over a large board is kept and not made again. Knows no rule.
import { sameJson } from '../board/json.ts'
import { Table } from '../board/table.ts'
import type { Timed } from './memo.ts'
import { Schedule } from './next-change.ts'

/** One entry, plain JSON, of the list of that name, at its place in the order of texts. Two at one place say the same, and one is shown. */
export interface Entry<V> { readonly list: string; readonly order: string; readonly value: V }
/** What one thing adds, by the key of that thing, and until when. */
export type Addition<V> = readonly [key: string, entries: Timed<readonly Entry<V>[]>]

type List<V> = readonly Entry<V>[]
interface Edit<V> { readonly gone: Entry<V>[]; readonly come: Entry<V>[] }

/** Above this part of a list it is sorted anew. */
const MANY = 1 / 8
const NONE: readonly never[] = []

const byOrder = <V>(a: Entry<V>, b: Entry<V>): number => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)

export class Roll<V> {
  readonly #entries: Table<List<V>>
  readonly #lists: ReadonlyMap<string, List<V>>
  readonly #schedule: Schedule

  private constructor(entries: Table<List<V>>, lists: ReadonlyMap<string, List<V>>, schedule: Schedule) {
    this.#entries = entries
    this.#lists = lists
    this.#schedule = schedule
  }

  static of<V>(additions: Iterable<Addition<V>>): Roll<V> {
    return new Roll<V>(Table.of<List<V>>([]), new Map(), Schedule.of([])).with(additions)
  }

  get size(): number {
    return this.#entries.size
  }

  /** The values of a list, in order; the same array as long as the list is the same. */
  list(name: string): readonly V[] {
    const list = this.#lists.get(name)
    return list === undefined ? NONE : valuesOf(list)
  }

  /** The keys whose time has run out. */
  due(now: number): ReadonlySet<string> {
    const keys = new Set<string>()
    let schedule = this.#schedule
    for (let first = schedule.first(); first !== undefined && first.at <= now; first = schedule.first()) {
      keys.add(first.id)
      schedule = schedule.with([[first.id, Infinity]])
    }
    return keys
  }

  /** With these, each key once, instead of what the same keys added before. */
  with(additions: Iterable<Addition<V>>): Roll<V> {
    const changed = new Map<string, Edit<V>>()
    const instants: [string, number][] = []
    let entries = this.#entries
    for (const [key, { value, until }] of additions) {
      instants.push([key, until])
      const old = entries.get(key) ?? NONE
      if (sameJson(old, value)) continue
      for (const entry of old) editOf(changed, entry.list).gone.push(entry)
      for (const entry of value) editOf(changed, entry.list).come.push(entry)
      entries = value.length === 0 ? entries.delete(key) : entries.set(key, value)
    }
    const lists = new Map(this.#lists)
    for (const [name, edit] of changed) lists.set(name, edited(this.#lists.get(name) ?? NONE, edit))
    return new Roll(entries, lists, this.#schedule.with(instants))
  }
}

/** Read out when somebody asks, once. */
const VALUES = new WeakMap<object, readonly unknown[]>()

function valuesOf<V>(list: List<V>): readonly V[] {
  const known = (VALUES.get(list) as readonly V[] | undefined) ?? list.filter(({ order }, at) => order !== list[at - 1]?.order).map(({ value }) => value)
  VALUES.set(list, known)
  return known
}

function editOf<V>(edits: Map<string, Edit<V>>, list: string): Edit<V> {
  const edit = edits.get(list) ?? { gone: [], come: [] }
  edits.set(list, edit)
  return edit
}

function edited<V>(list: List<V>, { gone, come }: Edit<V>): List<V> {
  if (gone.length + come.length > list.length * MANY) {
    const leaving = new Set(gone)
    return [...list.filter((entry) => !leaving.has(entry)), ...come].sort(byOrder)
  }
  const next = list.slice()
  // Of several at one place the very one: the others are what other things add.
  for (const entry of gone) next.splice(next.indexOf(entry, placeOf(next, entry)), 1)
  for (const entry of come) next.splice(placeOf(next, entry), 0, entry)
  return next
}

/** Where the entry is, or belongs. */
function placeOf<V>(list: List<V>, { order }: Entry<V>): number {
  let [from, end] = [0, list.length]
  while (from < end) {
    const middle = (from + end) >>> 1
    const there = list[middle]
    if (there !== undefined && there.order < order) from = middle + 1
    else end = middle
  }
  return from
}

/** How much may wait to be looked at again, beside what the roll holds, before all of it is. */
const MOST_WAITING = 1_000

/** The order in which things were asked for and changes looked at, of all boards of this program. */
let moments = 0
export const moment = (): number => ++moments

interface Waiting { readonly keys: ReadonlySet<string>; readonly rest: Waiting | undefined; readonly count: number }

/** A roll that is made when somebody asks, and from then on follows the board. */
export class Running<V> {
  #roll: Roll<V> | undefined
  #waiting: Waiting | undefined
  /** When something of the roll was worked out last. */
  #asked: number

  private constructor(roll: Roll<V> | undefined, waiting: Waiting | undefined, asked: number) {
    this.#roll = roll
    this.#waiting = waiting
    this.#asked = asked
  }

  static unasked<V>(): Running<V> {
    return new Running<V>(undefined, undefined, 0)
  }

  /**
   * Of the next board, in which the touched keys may add something else. What was worked out after `looked`, the moment
   * when the change was looked at, may have been touched without being among them.
   */
  next(looked: number, touched: () => ReadonlySet<string>): Running<V> {
    if (this.#roll === undefined || this.#asked > looked) return Running.unasked()
    const keys = touched()
    if (keys.size === 0) return new Running(this.#roll, this.#waiting, this.#asked)
    const count = keys.size + (this.#waiting?.count ?? 0)
    return count > this.#roll.size + MOST_WAITING ? Running.unasked() : new Running(this.#roll, { keys, rest: this.#waiting, count }, this.#asked)
  }

  at(now: number, all: () => Iterable<string>, added: (key: string) => Timed<readonly Entry<V>[]>): Roll<V> {
    const old = this.#roll
    const keys = old === undefined ? new Set(all()) : this.#toAskAgain(old, now)
    const roll = keys.size === 0 ? old : undefined
    if (roll === undefined) this.#asked = moment()
    this.#waiting = undefined
    this.#roll = roll ?? (old ?? Roll.of<V>([])).with(Array.from(keys, (key) => [key, added(key)] as const))
    return this.#roll
  }

  #toAskAgain(roll: Roll<V>, now: number): ReadonlySet<string> {
    const keys = new Set(roll.due(now))
    for (let waiting = this.#waiting; waiting !== undefined; waiting = waiting.rest) for (const key of waiting.keys) keys.add(key)
    return keys
  }
}
