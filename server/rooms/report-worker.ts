// Runs in a thread of its own: every judgement of a large board, as the bytes of its JSON.
import { parentPort, workerData } from 'node:worker_threads'
import { readBoard } from '../../shared/board/read.ts'
import { judge } from '../../shared/rules/judge.ts'
import { report } from '../../shared/rules/report.ts'
import type { LogRow } from '../storage/storage.ts'
import { boardFromRows } from './load-board.ts'

const { id, rows, at, now } = workerData as { readonly id: string; readonly rows: readonly LogRow[]; readonly at: string; readonly now: number }
const state = readBoard(boardFromRows(id, rows))
const bytes = new TextEncoder().encode(JSON.stringify(report(state, judge(state, now), at)))
parentPort?.postMessage(bytes, [bytes.buffer])
