// The delete ranges of an update, looked up by clock: how much of a new struct does the same update delete again?
// And what each range hits in the live document. A range carries no author and no place, only a client and clocks.
import * as Y from 'yjs'
import type { Board } from '../../shared/board/document.ts'
import { placeOf, type Content } from './gate-content.ts'
import { Gap, type Order } from './gate-order.ts'
import type { Spot } from './resolve.ts'
import type { DeleteRange, Scan } from './scan.ts'
import { BadUpdate } from './scan-value.ts'

export class Deletes {
  readonly #byClient = new Map<number, DeleteRange[]>()

  constructor(scan: Scan) {
    for (const range of scan.deletes) {
      const ranges = this.#byClient.get(range.client)
      if (ranges === undefined) this.#byClient.set(range.client, [range])
      else ranges.push(range)
    }
  }

  /** How many of the clocks from `from` up to `to` are deleted. Ranges rise and lie apart (scan.ts). */
  covered(client: number, from: number, to: number): number {
    const ranges = this.#byClient.get(client)
    if (ranges === undefined) return 0
    let low = 0
    let high = ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      const range = ranges[middle]
      if (range !== undefined && range.clock + range.length <= from) low = middle + 1
      else high = middle
    }
    let covered = 0
    for (let range = ranges[low]; range !== undefined && range.clock < to; range = ranges[++low]) {
      covered += Math.min(to, range.clock + range.length) - Math.max(from, range.clock)
    }
    return covered
  }
}

export interface JudgedDeletes {
  /** What may be deleted, in the order of the update. */
  readonly kept: readonly DeleteRange[]
  /** True when something was left out (step 2 only). */
  readonly left: boolean
  /** True when something is deleted that was alive. */
  readonly effect: boolean
}

class DeleteJudge {
  readonly kept: DeleteRange[] = []
  left = false
  effect = false
  readonly #board: Board
  readonly #order: Order
  readonly #content: Content

  constructor(board: Board, order: Order, content: Content) {
    this.#board = board
    this.#order = order
    this.#content = content
  }

  range(range: DeleteRange, kind: 'update' | 'step2'): void {
    const end = this.#order.end(range.client)
    if (range.clock + range.length > end) {
      if (kind === 'update') throw new Gap('The update deletes what is not here.')
      this.left = true
      if (range.clock >= end) return
    }
    this.#live({ ...range, length: Math.min(range.length, end - range.clock) })
  }

  #live(range: DeleteRange): void {
    const end = range.clock + range.length
    let from = range.clock
    const structs = this.#board.doc.store.clients.get(range.client)
    if (structs !== undefined && range.clock < Y.getState(this.#board.doc.store, range.client)) {
      for (let at = Y.findIndexSS(structs, range.clock); at < structs.length; at++) {
        const struct = structs[at]
        if (struct === undefined || struct.id.clock >= end) break
        if (!(struct instanceof Y.Item) || struct.deleted) continue
        const first = Math.max(struct.id.clock, range.clock)
        const past = Math.min(struct.id.clock + struct.length, end)
        if (this.#mayDelete(struct, past - first)) continue
        this.#keep(range.client, from, first)
        from = past
      }
    }
    this.#keep(range.client, from, end)
  }

  /** False: left out. */
  #mayDelete(item: Y.Item, length: number): boolean {
    const spot = this.#order.places.ofStruct(item)
    const problem = this.#content.deleteProblem(spot)
    if (problem === undefined && !this.#replacedAside(spot)) {
      this.effect = true
      this.#content.deleted(item, spot, length)
      return true
    }
    if (!this.#order.leavesOut) throw new BadUpdate('reload', problem ?? '', placeOf(spot))
    this.left = true
    return false
  }

  /** An entry whose successor was set aside stays until that one comes. */
  #replacedAside(spot: Spot): boolean {
    return this.#order.leavesOut && spot.key !== undefined && this.#order.isAside(spot) && !this.#content.isWritten(spot)
  }

  #keep(client: number, clock: number, end: number): void {
    if (end > clock) this.kept.push({ client, clock, length: end - clock })
  }
}

/** Judges every range against the live document; what the update itself brings was judged with its structs. */
export function judgeDeletes(board: Board, scan: Scan, order: Order, content: Content, kind: 'update' | 'step2'): JudgedDeletes {
  const judge = new DeleteJudge(board, order, content)
  for (const range of scan.deletes) judge.range(range, kind)
  return judge
}
