// Runs in a thread of its own: looks at a large board.
import { parentPort, workerData } from 'node:worker_threads'
import type { LogRow } from '../storage/storage.ts'
import { readBoard } from '../../shared/board/read.ts'
import { glanceOf } from './glance.ts'
import { boardFromRows } from './load-board.ts'

const { id, rows, now } = workerData as { readonly id: string; readonly rows: readonly LogRow[]; readonly now: number }
parentPort?.postMessage(glanceOf(readBoard(boardFromRows(id, rows)), now))
