// The glances of boards, made of their rows when somebody asks and kept until a row is added or time changes a
// judgement. Wakes no board. A small one is looked at on the spot; a large one in a thread, one at a time, and until
// that is done whoever asks gets what was last seen of it, or nothing.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { readBoard } from '../../shared/board/read.ts'
import type { BoardGlance } from '../../shared/protocol/http.ts'
import type { LogRow, Storage } from '../storage/storage.ts'
import { glanceOf, type TimedGlance } from './glance.ts'
import { inThread, THREAD_MS } from './in-thread.ts'
import { boardFromRows } from './load-board.ts'
import type { RoomsLog } from './rooms.ts'

/** A glance takes about 4 kB. */
const MOST_KEPT = 1_000
/** Looking at a board of this size takes about 25 ms. */
const LARGE_BYTES = 131_072
/** A row that cannot be read is not tried again for every list. */
const FAILED_MS = 60_000

/** `n`: the last row that was looked at. Without a glance: it could not be made. */
interface Kept extends Partial<TimedGlance> { readonly n: number; readonly until: number }

export class Glances {
  readonly #storage: Pick<Storage, 'rows'>
  readonly #log: RoomsLog
  /** In the order of use. */
  readonly #kept = new Map<string, Kept>()
  readonly #asked = new Map<string, Promise<Kept | undefined>>()
  readonly #large = new Set<string>()
  readonly #patience: number
  #turn: Promise<unknown> = Promise.resolve()

  /** `patience`: ms after which a thread is given up. */
  constructor(storage: Pick<Storage, 'rows'>, log: RoomsLog, patience = THREAD_MS) {
    this.#storage = storage
    this.#log = log
    this.#patience = patience
  }

  /** Undefined while there is nothing to show; never rejects. `now` in ms. */
  async of(board: string, now: number): Promise<BoardGlance | undefined> {
    let asked = this.#asked.get(board)
    if (asked === undefined) {
      asked = this.#look(board, now).finally(() => this.#asked.delete(board))
      this.#asked.set(board, asked)
    }
    return (await asked)?.glance
  }

  async #look(board: string, now: number): Promise<Kept | undefined> {
    const kept = this.#kept.get(board)
    try {
      if (kept !== undefined && now < kept.until && (kept.glance === undefined || (await this.#storage.rows(board, kept.n)).length === 0)) return this.#keep(board, kept)
      // Whoever has many boards lets others in between.
      await nextTurn()
      const rows = await this.#storage.rows(board)
      const bytes = rows.reduce((sum, { update }) => sum + update.byteLength, 0)
      if (bytes > LARGE_BYTES) return this.#later(board, now, kept)
      return this.#keep(board, { n: lastOf(rows), ...glanceOf(facts(board, rows), now) })
    } catch (error) {
      return this.#failed(board, kept?.n ?? 0, now, error)
    }
  }

  /** The rows are read again when it is its turn: those of all that wait would fill the memory. */
  #later(board: string, now: number, kept: Kept | undefined): Kept | undefined {
    if (!this.#large.has(board)) {
      this.#large.add(board)
      this.#turn = this.#turn.then(() => this.#inTurn(board, now)).finally(() => this.#large.delete(board))
    }
    return kept
  }

  async #inTurn(board: string, now: number): Promise<void> {
    let n = this.#kept.get(board)?.n ?? 0
    try {
      const rows = await this.#storage.rows(board)
      n = lastOf(rows)
      this.#keep(board, { n, ...(await inThread<TimedGlance>(new URL('./glance-worker.ts', import.meta.url), { id: board, rows, now }, { ms: this.#patience })) })
    } catch (error) {
      this.#failed(board, n, now, error)
    }
  }

  #failed(board: string, n: number, now: number, error: unknown): Kept {
    this.#log.warn({ board, err: error }, 'a board could not be looked at for the list of boards')
    return this.#keep(board, { n, until: now + FAILED_MS })
  }

  #keep(board: string, kept: Kept): Kept {
    this.#kept.delete(board)
    this.#kept.set(board, kept)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
    return kept
  }
}

function lastOf(rows: readonly LogRow[]): number {
  return rows.at(-1)?.n ?? 0
}

function facts(board: string, rows: readonly LogRow[]): ReturnType<typeof readBoard> {
  const made = boardFromRows(board, rows)
  try {
    return readBoard(made)
  } finally {
    made.doc.destroy()
  }
}
