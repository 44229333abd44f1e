// When the log of a board is replaced by one row, and the bytes of that row. Small boards are encoded from the live
// document; a large one in a worker thread from its rows, so that the event loop is not held up.
import { Worker } from 'node:worker_threads'
import * as Y from 'yjs'
import type { Board } from '../../shared/board/document.ts'
import type { LogRow } from '../storage/storage.ts'

const MOST_TAIL_ROWS = 500
const MOST_TAIL_BYTES = 262_144
/** Of a large board so much more than its first row is rewritten only when this share of it came anew. */
const TAIL_SHARE = 0.25
/** Of a large board more rows may stay: rewriting it costs more than reading them. */
const BYTES_PER_TAIL_ROW = 4_096
/** Encoding this much takes some milliseconds. */
const LARGE_BYTES = 1_048_576

/** How much lies behind the compacted row. */
export class Tail {
  #base = 0
  #bytes = 0
  #rows = 0

  constructor(rows: readonly LogRow[]) {
    for (const { update } of rows) this.grew(update.byteLength)
    this.#base = rows[0]?.update.byteLength ?? 0
    this.#bytes -= this.#base
    this.#rows = Math.max(0, this.#rows - 1)
  }

  grew(bytes: number): void {
    this.#bytes += bytes
    this.#rows++
  }

  /** Rows that were there when compaction began are one now. */
  compacted(before: { readonly rows: number; readonly tailBytes: number }, bytes: number): void {
    this.#base = bytes
    this.#rows -= before.rows
    this.#bytes -= before.tailBytes
  }

  get mark(): { readonly rows: number; readonly tailBytes: number } {
    return { rows: this.#rows, tailBytes: this.#bytes }
  }

  get rows(): number {
    return this.#rows
  }

  /** Bytes of the whole board in storage. */
  get total(): number {
    return this.#base + this.#bytes
  }

  get isLong(): boolean {
    return this.#rows > Math.max(MOST_TAIL_ROWS, this.#base / BYTES_PER_TAIL_ROW) || this.#bytes > Math.max(MOST_TAIL_BYTES, this.#base * TAIL_SHARE)
  }

  get isLarge(): boolean {
    return this.total > LARGE_BYTES
  }
}

/** The whole board as one update, from the live document. */
export function encodeBoard(board: Board): Uint8Array {
  return Y.encodeStateAsUpdate(board.doc)
}

/** The same from its rows, in a thread. */
export async function encodeRows(id: string, rows: readonly LogRow[]): Promise<Uint8Array> {
  const worker = new Worker(new URL('./compaction-worker.ts', import.meta.url), { workerData: { id, rows } })
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('compaction stopped early')))
    })
  } finally {
    await worker.terminate()
  }
}
