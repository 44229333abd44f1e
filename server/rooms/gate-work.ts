// Bounds the work that Yjs would have with an update. Where concurrent changes meet, it walks from the left neighbour
// to the right one, for each struct: honest updates walk over what others wrote at that point meanwhile, made-up ones
// over the same thousands of items thousands of times. Counts those steps before anything is applied.
import * as Y from 'yjs'
import type { Board } from '../../shared/board/document.ts'
import type { Resolved } from './gate-order.ts'
import { liveStruct, type Place } from './resolve.ts'
import type { StructId } from './scan.ts'
import { BadUpdate } from './scan-value.ts'

/** About 50 ms of walking in a live update, 500 ms in a step 2. */
const STEPS = { update: 200_000, step2: 2_000_000 } as const

/** Structs of one update that have the same left neighbour. */
interface Siblings {
  /** The one that came last: the next honest one stands right before it. */
  last: StructId
  /** True once one of them did not land right beside the neighbour. */
  loose: boolean
  /** Items of the document between the neighbours of the first. */
  readonly between: number
}

export class Work {
  readonly #board: Board
  #left: number
  readonly #siblings = new Map<string, Siblings>()
  readonly #heads = new Map<Place, Map<string | undefined, Siblings>>()
  readonly #inPlace = new Map<Place, number>()

  constructor(board: Board, kind: 'update' | 'step2') {
    this.#board = board
    this.#left = STEPS[kind]
  }

  /** Counts the steps of one struct that will be integrated. */
  spend(resolved: Resolved): void {
    const { struct, spot: { place } } = resolved
    if (place.at === 'dead') return
    const before = this.#inPlace.get(place) ?? 0
    this.#inPlace.set(place, before + 1)
    const siblings = this.#siblingsOf(resolved)
    const id = { client: struct.client, clock: struct.clock }
    if (siblings === undefined) return this.#begin(resolved, id)
    if (!same(struct.rightOrigin, siblings.last)) siblings.loose = true
    siblings.last = id
    if (siblings.loose) this.#pay(siblings.between + before)
  }

  #siblingsOf({ struct: { origin }, spot: { place, key } }: Resolved): Siblings | undefined {
    return origin === undefined ? this.#heads.get(place)?.get(key) : this.#siblings.get(`${origin.client}:${origin.clock}`)
  }

  #begin(resolved: Resolved, id: StructId): void {
    const { struct: { origin }, spot: { place, key } } = resolved
    const between = this.#between(resolved)
    const siblings = { last: id, loose: between > 0, between }
    if (origin !== undefined) this.#siblings.set(`${origin.client}:${origin.clock}`, siblings)
    else if (this.#heads.has(place)) this.#heads.get(place)?.set(key, siblings)
    else this.#heads.set(place, new Map([[key, siblings]]))
  }

  /** Items of the document that lie between the neighbours; each is paid for while it is walked over. */
  #between({ struct: { origin, rightOrigin }, spot: { place, key } }: Resolved): number {
    const right = rightOrigin === undefined ? undefined : liveStruct(this.#board, rightOrigin.client, rightOrigin.clock)
    let steps = 0
    for (let item = this.#first(origin, rightOrigin, place, key); item !== null && item !== right; item = item.right) {
      steps++
      this.#pay(1)
    }
    return steps
  }

  #first(origin: StructId | undefined, rightOrigin: StructId | undefined, place: Place, key: string | undefined): Y.Item | null {
    if (origin === undefined) return key === undefined ? (place.live?._start ?? null) : this.#oldest(place, key)
    const left = liveStruct(this.#board, origin.client, origin.clock)
    if (!(left instanceof Y.Item)) return null
    // Between two letters of one item lies nothing.
    if (rightOrigin?.client === origin.client && rightOrigin.clock === origin.clock + 1 && left.id.clock + left.length > rightOrigin.clock) return null
    return left.right
  }

  #oldest(place: Place, key: string): Y.Item | null {
    let item = place.live?._map.get(key) ?? null
    while (item?.left != null) {
      item = item.left
      this.#pay(1)
    }
    return item
  }

  #pay(steps: number): void {
    this.#left -= steps
    if (this.#left < 0) throw new BadUpdate('reload', 'The update would take too long to merge.')
  }
}

function same(a: StructId | undefined, b: StructId): boolean {
  return a !== undefined && a.client === b.client && a.clock === b.clock
}
