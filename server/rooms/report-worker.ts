// Runs in a thread of its own: every judgement of a large board as the bytes of its JSON, or only what a baseline writes down.
import { parentPort, workerData } from 'node:worker_threads'
import { readBoard } from '../../shared/board/read.ts'
import { statesNow } from '../../shared/rules/drift.ts'
import { judge } from '../../shared/rules/judge.ts'
import { report } from '../../shared/rules/report.ts'
import type { LogRow } from '../storage/storage.ts'
import { boardFromRows } from './load-board.ts'

const { id, rows, at, now, what } = workerData as { readonly id: string; readonly rows: readonly LogRow[]; readonly at: string; readonly now: number; readonly what: 'report' | 'states' }
const state = readBoard(boardFromRows(id, rows))
const judgements = judge(state, now)
if (what === 'states') parentPort?.postMessage(statesNow(state, (cardId) => judgements.status(cardId)))
else {
  const bytes = new TextEncoder().encode(JSON.stringify(report(state, judgements, at)))
  parentPort?.postMessage(bytes, [bytes.buffer])
}
