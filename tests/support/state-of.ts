// A board file, or part of one, as a BoardState, for tests of the rules. Bodies are taken as plain text, nothing is
// checked or repaired: the reader of real files lives in shared/board.
import type { Attestation, BoardRecord, BoardState, Card, CardKind, Json, Link, Person, RecordRoot, Settings, Team } from '../../shared/board/records.ts'
import { RECORD_ROOTS } from '../../shared/board/records.ts'
import { Table } from '../../shared/board/table.ts'

type Raw = Readonly<Record<string, unknown>>

/** Any part of a board file: what is missing is empty. */
export interface PartialFile {
  readonly title?: string
  readonly summary?: string
  readonly language?: string
  readonly settings?: Settings
  readonly [collection: string]: unknown
}

const OWN = new Set(['id', 'kind', 'title', 'body', 'x', 'y', 'w', 'order', 'frame', 'deleted', 'retired', 'author', 'createdAt', 'editedBy', 'editedAt', 'deletedAt', 'seenBy', '_clk'])

const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other)
const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other)

function rowsOf(file: PartialFile, collection: string): Raw[] {
  return (file[collection] as Raw[] | undefined) ?? []
}

function tableOf<V>(rows: readonly Raw[], make: (row: Raw) => V): Table<V> {
  return Table.of(rows.map((row) => [textOr(row['id'], ''), make(row)] as const))
}

export function cardOf(row: Raw): Card {
  const optional = Object.fromEntries(['order', 'frame', 'author', 'createdAt', 'editedBy', 'editedAt', 'deletedAt'].filter((key) => typeof row[key] === 'string').map((key) => [key, row[key]]))
  return {
    id: textOr(row['id'], ''), kind: textOr(row['kind'], 'note') as CardKind, title: textOr(row['title'], ''), body: textOr(row['body'], ''),
    x: numberOr(row['x'], 0), y: numberOr(row['y'], 0), ...(typeof row['w'] === 'number' ? { width: row['w'] } : {}),
    ...optional,
    deleted: row['deleted'] === true,
    retired: row['retired'] === true || (typeof row['retired'] === 'string' && row['retired'] !== ''),
    fields: Object.fromEntries(Object.entries(row).filter(([key]) => !OWN.has(key))) as Record<string, Json>,
  }
}

export function stateOf(file: PartialFile): BoardState {
  const cards = rowsOf(file, 'cards')
  const seen = cards.filter((row) => Array.isArray(row['seenBy'])).map((row) => [textOr(row['id'], ''), row['seenBy'] as string[]] as const)
  const records = RECORD_ROOTS.map((root) => [root, tableOf(rowsOf(file, root), (row) => row as BoardRecord)] as const)
  return {
    title: file.title ?? '', summary: file.summary ?? '', language: file.language ?? '', settings: file.settings ?? {},
    teams: tableOf(rowsOf(file, 'teams'), (row) => ({ name: textOr(row['id'], ''), ...row }) as Team),
    people: tableOf(rowsOf(file, 'people'), (row) => ({ name: textOr(row['id'], ''), ...row }) as Person),
    cards: tableOf(cards, cardOf),
    links: tableOf(rowsOf(file, 'links'), (row) => row as Link),
    attestations: tableOf(rowsOf(file, 'attestations'), (row) => ({ basis: '', seq: 0, ...row }) as Attestation),
    asks: Table.of([]),
    seen: Table.of(seen),
    records: Object.fromEntries(records) as { [root in RecordRoot]: Table<BoardRecord> },
  }
}
