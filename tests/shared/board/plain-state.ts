// A BoardState as plain JSON, so that two of them can be compared whatever the order of their tables.
import { RECORD_ROOTS, type BoardState } from '../../../shared/board/records.ts'
import type { Table } from '../../../shared/board/table.ts'

export const TABLES = ['cards', 'links', 'attestations', 'teams', 'people', 'asks', 'seen'] as const

function plainTable(entries: Table<unknown>): unknown {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function plainState(state: BoardState): unknown {
  return {
    ...Object.fromEntries(TABLES.map((name) => [name, plainTable(state[name])])),
    records: Object.fromEntries(RECORD_ROOTS.map((root) => [root, plainTable(state.records[root])])),
    title: state.title, summary: state.summary, language: state.language, settings: state.settings,
  }
}
