// Runs in a thread of its own: makes one update of the rows of a large board.
import { parentPort, workerData } from 'node:worker_threads'
import type { LogRow } from '../storage/storage.ts'
import { encodeBoard } from './compaction.ts'
import { boardFromRows } from './load-board.ts'

const { id, rows } = workerData as { readonly id: string; readonly rows: readonly LogRow[] }
parentPort?.postMessage(encodeBoard(boardFromRows(id, rows)))
