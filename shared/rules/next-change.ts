// When time alone will next change a judgement, for one timer on a board of any size: a persistent heap of instants
// (leftist, merged along the right spine). An entry whose card has another instant by now is dead and skipped.
import { Table } from '../board/table.ts'

interface Entry { readonly at: number; readonly id: string; readonly rank: number; readonly left: Heap; readonly right: Heap }
type Heap = Entry | undefined

const rankOf = (heap: Heap): number => heap?.rank ?? 0

function merged(a: Heap, b: Heap): Heap {
  if (a === undefined) return b
  if (b === undefined) return a
  const [top, other] = a.at <= b.at ? [a, b] : [b, a]
  const right = merged(top.right, other)
  const [deep, shallow] = rankOf(top.left) >= rankOf(right) ? [top.left, right] : [right, top.left]
  return { at: top.at, id: top.id, rank: rankOf(shallow) + 1, left: deep, right: shallow }
}

/** The next instant of each card that has one. */
export class Schedule {
  readonly #instants: Table<number>
  #heap: Heap
  #entries: number

  private constructor(instants: Table<number>, heap: Heap, entries: number) {
    this.#instants = instants
    this.#heap = heap
    this.#entries = entries
  }

  static of(instants: Iterable<readonly [string, number]>): Schedule {
    return new Schedule(Table.of<number>([]), undefined, 0).with(instants)
  }

  /** With these instants instead; Infinity means none. */
  with(changes: Iterable<readonly [string, number]>): Schedule {
    let instants = this.#instants
    let heap = this.#heap
    let entries = this.#entries
    for (const [id, at] of changes) {
      if (at === (instants.get(id) ?? Infinity)) continue
      instants = at === Infinity ? instants.delete(id) : instants.set(id, at)
      if (at === Infinity) continue
      heap = merged(heap, { at, id, rank: 1, left: undefined, right: undefined })
      entries++
    }
    const mostlyDead = entries > 2 * instants.size + 64
    return mostlyDead ? Schedule.of(instants) : new Schedule(instants, heap, entries)
  }

  /** The earliest instant and its card. */
  first(): { readonly id: string; readonly at: number } | undefined {
    let heap = this.#heap
    while (heap !== undefined && this.#instants.get(heap.id) !== heap.at) {
      heap = merged(heap.left, heap.right)
      this.#entries--
    }
    this.#heap = heap
    return heap
  }
}
