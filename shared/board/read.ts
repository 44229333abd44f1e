// The Y.Doc as a BoardState, read whole. Repairs on read and never by writing: a link without its ends is left out,
// a value of the wrong shape counts as missing. `follow.ts` uses the same readers for one record at a time.
import * as Y from 'yjs'
import { cardMap, rootMap, type Board, type Root } from './document.ts'
import { askOf, attestationOf, authorshipOf, cardFieldsOf, jsonFields, linkOf, personOf, positionOf, recordOf, seenOf, teamOf, type JsonFields } from './from-json.ts'
import { CARD_KINDS, RECORD_ROOTS } from './records.ts'
import type { Ask, Attestation, BoardRecord, BoardState, Card, CardFields, CardKind, Link, Person, RecordRoot, Settings, Team } from './records.ts'
import { isCardFieldShape } from './schema.ts'
import { Table } from './table.ts'
import { oneLine, plainText, titleText } from './text.ts'

const STRUCTURE = new Set(['kind', 'pos', 'width', 'order', 'frame', 'title', 'body', 'deleted', 'retired'])

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The JSON object under a key of a root; undefined when there is none. */
function entryOf(board: Board, root: Root, id: string): JsonFields | undefined {
  return jsonFields(rootMap(board, root).get(id))
}

/** `width`, `order` and `frame`, each only when it says something. */
function placeOf(map: Y.Map<unknown>): Pick<Card, 'width' | 'order' | 'frame'> {
  const place: Record<string, unknown> = {}
  for (const key of ['width', 'order', 'frame']) {
    const value = map.get(key)
    if (value !== undefined && value !== '' && isCardFieldShape(key, value)) place[key] = value
  }
  return place
}

function plainFields(map: Y.Map<unknown>): CardFields {
  return cardFieldsOf([...map.entries()].filter(([key]) => !STRUCTURE.has(key)))
}

/** One card, or undefined when the entry is none. */
export function readCard(board: Board, id: string): Card | undefined {
  const map = cardMap(board, id)
  if (map === undefined) return undefined
  const kind = map.get('kind')
  const title = map.get('title')
  const body = map.get('body')
  const pos = map.get('pos')
  const [x, y] = Array.isArray(pos) ? positionOf(pos[0], pos[1]) : [0, 0]
  return {
    id,
    kind: (CARD_KINDS as readonly unknown[]).includes(kind) ? (kind as CardKind) : 'note',
    title: title instanceof Y.XmlFragment ? titleText(title) : '',
    body: body instanceof Y.XmlFragment ? plainText(body) : '',
    x,
    y,
    ...placeOf(map),
    // Anything but true is no deletion: a card hidden by mistake would hide its mark.
    deleted: map.get('deleted') === true,
    retired: map.get('retired') === true,
    ...authorshipOf(entryOf(board, 'authorship', id) ?? {}),
    fields: plainFields(map),
  }
}

/** One link; undefined when it is malformed or one of its ends does not exist. */
export function readLink(board: Board, id: string): Link | undefined {
  const value = entryOf(board, 'links', id)
  const link = value === undefined ? undefined : linkOf(id, value)
  return link !== undefined && cardMap(board, link.from) !== undefined && cardMap(board, link.to) !== undefined ? link : undefined
}

/** The two cards that a link names, whether or not they exist. */
export function readEnds(board: Board, id: string): readonly [from: string, to: string] | undefined {
  const value = entryOf(board, 'links', id)
  const link = value === undefined ? undefined : linkOf(id, value)
  return link === undefined ? undefined : [link.from, link.to]
}

export function readTeam(board: Board, id: string): Team | undefined {
  const value = entryOf(board, 'teams', id)
  return value === undefined ? undefined : teamOf(id, value)
}

export function readPerson(board: Board, id: string): Person | undefined {
  const value = entryOf(board, 'people', id)
  return value === undefined ? undefined : personOf(id, value)
}

export function readAttestation(board: Board, id: string): Attestation | undefined {
  const value = entryOf(board, 'attestations', id)
  return value === undefined ? undefined : attestationOf(id, value)
}

export function readAsk(board: Board, id: string): Ask | undefined {
  const value = entryOf(board, 'asks', id)
  return value === undefined ? undefined : askOf(id, value)
}

export function readSeen(board: Board, cardId: string): readonly string[] | undefined {
  return seenOf(rootMap(board, 'seen').get(cardId))
}

export function readRecord(board: Board, root: RecordRoot, id: string): BoardRecord | undefined {
  const value = entryOf(board, root, id)
  return value === undefined ? undefined : recordOf(id, value)
}

const NO_SETTINGS: Settings = {}

export function readSettings(board: Board): Settings {
  return (entryOf(board, 'sys', 'settings') ?? NO_SETTINGS) as Settings
}

export function readTitle(board: Board): string {
  return oneLine(text(rootMap(board, 'meta').get('title')))
}

export function readSummary(board: Board): string {
  return text(rootMap(board, 'meta').get('summary'))
}

export function readLanguage(board: Board): string {
  return text(rootMap(board, 'sys').get('language'))
}

function tableOf<V>(board: Board, root: Root, read: (board: Board, id: string) => V | undefined): Table<V> {
  const entries: [string, V][] = []
  for (const id of rootMap(board, root).keys()) {
    const value = read(board, id)
    if (value !== undefined) entries.push([id, value])
  }
  return Table.of(entries)
}

function recordTables(board: Board): BoardState['records'] {
  return Object.fromEntries(RECORD_ROOTS.map((root) => [root, tableOf(board, root, (b, id) => readRecord(b, root, id))])) as BoardState['records']
}

/** The whole board as one immutable value: O(board). */
export function readBoard(board: Board): BoardState {
  return {
    title: readTitle(board),
    summary: readSummary(board),
    language: readLanguage(board),
    settings: readSettings(board),
    teams: tableOf(board, 'teams', readTeam),
    people: tableOf(board, 'people', readPerson),
    cards: tableOf(board, 'cards', readCard),
    links: tableOf(board, 'links', readLink),
    attestations: tableOf(board, 'attestations', readAttestation),
    asks: tableOf(board, 'asks', readAsk),
    seen: tableOf(board, 'seen', readSeen),
    records: recordTables(board),
  }
}
