// A board file as a BoardState, with no document between: what the command line and the rules judge. It says the same as
// the document that the file is imported into. Tolerates what is missing, so that a part of a board can be judged too.
import type { BoardFile, FileCard } from './board-file.ts'
import { WIDEST, wholePixels } from './checks.ts'
import { askOf, attestationOf, authorshipOf, cardFieldsOf, jsonFields, linkOf, personOf, positionOf, recordOf, seenOf, teamOf, type JsonFields } from './from-json.ts'
import { plainOfMarkdown } from './markdown.ts'
import { CARD_KINDS, RECORD_ROOTS, type BoardState, type Card, type CardKind, type Settings } from './records.ts'
import { isCardFieldShape } from './schema.ts'
import { AUTHORSHIP_KEYS } from './schema-records.ts'
import { Table } from './table.ts'
import { oneLine } from './text.ts'

/** Any part of a board file: `cards` and what else there is. */
export type PartOfFile = { readonly [part in keyof BoardFile]?: unknown }

const NOT_PLAIN: ReadonlySet<string> = new Set([...AUTHORSHIP_KEYS, 'id', 'kind', 'title', 'body', 'x', 'y', 'w', 'order', 'frame', 'seenBy', 'deleted', 'retired', 'pos', 'width', 'authorship'])

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function tableOf<V>(list: unknown, read: (id: string, value: JsonFields) => V | undefined): Table<V> {
  const entries: [string, V][] = []
  for (const entry of Array.isArray(list) ? list : []) {
    const { id, ...value } = jsonFields(entry) ?? {}
    const record = typeof id === 'string' ? read(id, value) : undefined
    if (record !== undefined) entries.push([id as string, record])
  }
  return Table.of(entries)
}

function cardOf(id: string, card: JsonFields): Card {
  const [x, y] = positionOf(card['x'], card['y'])
  const { kind, order, frame } = card
  return {
    id,
    kind: (CARD_KINDS as readonly unknown[]).includes(kind) ? (kind as CardKind) : 'note',
    title: oneLine(text(card['title'])),
    body: plainOfMarkdown(text(card['body'])),
    x,
    y,
    ...(typeof card['w'] === 'number' ? { width: wholePixels(card['w'], 0, WIDEST) } : {}),
    ...(isCardFieldShape('order', order) ? { order: order as string } : {}),
    ...(isCardFieldShape('frame', frame) && frame !== '' ? { frame: frame as string } : {}),
    deleted: card['deleted'] === true,
    retired: card['retired'] === true,
    ...authorshipOf(card),
    fields: cardFieldsOf(Object.entries(card).filter(([key]) => !NOT_PLAIN.has(key))),
  }
}

/** The facts of a file; links without their ends are left out. */
export function stateOfFile(file: PartOfFile): BoardState {
  const cards = tableOf(file.cards, cardOf)
  const withEnds = (id: string, value: JsonFields): ReturnType<typeof linkOf> => {
    const link = linkOf(id, value)
    return link !== undefined && cards.has(link.from) && cards.has(link.to) ? link : undefined
  }
  return {
    title: oneLine(text(file.title)),
    summary: text(file.summary),
    language: text(file.language),
    settings: (jsonFields(file.settings) ?? {}) as Settings,
    teams: tableOf(file.teams, teamOf),
    people: tableOf(file.people, personOf),
    cards,
    links: tableOf(file.links, withEnds),
    attestations: tableOf(file.attestations, attestationOf),
    asks: tableOf(file.asks, askOf),
    seen: tableOf(file.cards, (_id, card) => seenOf((card as unknown as FileCard).seenBy)),
    records: Object.fromEntries(RECORD_ROOTS.map((root) => [root, tableOf(file[root], recordOf)])) as BoardState['records'],
  }
}
