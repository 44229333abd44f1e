// Runs in a thread of its own: every judgement of a large board as the bytes of its JSON, or only what a baseline writes
// down, or its agenda.
import { parentPort, workerData } from 'node:worker_threads'
import { readBoard } from '../../shared/board/read.ts'
import { agendaMarkdown, agendaOf } from '../../shared/export/agenda.ts'
import { agendaWordsFor } from '../../shared/export/agenda-languages.ts'
import { statesNow } from '../../shared/rules/drift.ts'
import { judge } from '../../shared/rules/judge.ts'
import { report } from '../../shared/rules/report.ts'
import type { LogRow } from '../storage/storage.ts'
import { boardFromRows } from './load-board.ts'

interface Asked { readonly id: string; readonly rows: readonly LogRow[]; readonly at: string; readonly now: number; readonly what: 'report' | 'states' | 'agenda'; readonly language: string | undefined }

const { id, rows, at, now, what, language } = workerData as Asked
const state = readBoard(boardFromRows(id, rows))
const judgements = judge(state, now)
if (what === 'states') parentPort?.postMessage(statesNow(state, (cardId) => judgements.status(cardId)))
else if (what === 'agenda') parentPort?.postMessage(agendaMarkdown(agendaOf({ board: state, judgements, words: agendaWordsFor(language ?? state.language) })))
else {
  const bytes = new TextEncoder().encode(JSON.stringify(report(state, judgements, at)))
  parentPort?.postMessage(bytes, [bytes.buffer])
}
