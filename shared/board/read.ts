// The Y.Doc as a BoardState, read whole. Repairs on read and never by writing: a link without its ends is left out,
// a value of the wrong shape counts as missing. `follow.ts` uses the same readers for one record at a time.
import * as Y from 'yjs'
import { rootMap, type Board, type Root } from './document.ts'
import { CARD_KINDS, LINK_TYPES, RECORD_ROOTS, ROLES, VERDICTS } from './records.ts'
import type { Ask, Attestation, Authorship, BoardRecord, BoardState, Card, CardFields, CardKind, Json, Link, LinkType, Person, RecordRoot, Role, Settings, Team, Verdict } from './records.ts'
import { Table } from './table.ts'
import { plainText } from './text.ts'

type Fields = Readonly<Record<string, unknown>>

const STRUCTURE = new Set(['kind', 'pos', 'width', 'order', 'frame', 'title', 'body', 'deleted', 'retired'])

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const optionalText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const fragmentText = (value: unknown): string => (value instanceof Y.XmlFragment ? plainText(value) : text(value))

function positionOf(value: unknown): readonly [number, number] {
  if (Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])) return [value[0] as number, value[1] as number]
  return [0, 0]
}

function plainFields(map: Y.Map<unknown>): CardFields {
  const fields: Record<string, Json> = {}
  for (const [key, value] of map.entries()) {
    if (!STRUCTURE.has(key) && !(value instanceof Y.AbstractType) && value !== undefined) fields[key] = value as Json
  }
  return fields
}

/** One card, or undefined when the entry is none. */
export function readCard(board: Board, id: string): Card | undefined {
  const map = rootMap(board, 'cards').get(id)
  if (!(map instanceof Y.Map)) return undefined
  const kind = map.get('kind')
  const [x, y] = positionOf(map.get('pos'))
  const width = map.get('width')
  const authorship = (fieldsOf(rootMap(board, 'authorship').get(id)) ?? {}) as Authorship
  return {
    id,
    kind: (CARD_KINDS as readonly unknown[]).includes(kind) ? (kind as CardKind) : 'note',
    title: fragmentText(map.get('title')),
    body: fragmentText(map.get('body')),
    x,
    y,
    ...(typeof width === 'number' ? { width } : {}),
    ...(optionalText(map.get('order')) === undefined ? {} : { order: text(map.get('order')) }),
    ...(optionalText(map.get('frame')) === undefined ? {} : { frame: text(map.get('frame')) }),
    deleted: map.get('deleted') === true,
    retired: map.get('retired') === true,
    author: optionalText(authorship.author),
    createdAt: optionalText(authorship.createdAt),
    editedBy: optionalText(authorship.editedBy),
    editedAt: optionalText(authorship.editedAt),
    deletedAt: optionalText(authorship.deletedAt),
    fields: plainFields(map),
  }
}

/** One link; undefined when it is malformed or one of its ends does not exist. */
export function readLink(board: Board, id: string): Link | undefined {
  const value = fieldsOf(rootMap(board, 'links').get(id))
  if (value === undefined || !(LINK_TYPES as readonly unknown[]).includes(value['type'])) return undefined
  const { from, to } = value
  const cards = rootMap(board, 'cards')
  if (typeof from !== 'string' || typeof to !== 'string' || !cards.has(from) || !cards.has(to)) return undefined
  return { ...(value as { readonly [field: string]: Json }), id, from, to, type: value['type'] as LinkType }
}

export function readTeam(board: Board, id: string): Team | undefined {
  const value = fieldsOf(rootMap(board, 'teams').get(id))
  return value === undefined ? undefined : { ...(value as object), id, name: text(value['name']) || id }
}

export function readPerson(board: Board, id: string): Person | undefined {
  const value = fieldsOf(rootMap(board, 'people').get(id))
  if (value === undefined) return undefined
  const role = (ROLES as readonly unknown[]).includes(value['role']) ? (value['role'] as Role) : 'guest'
  return { ...(value as object), id, name: text(value['name']) || id, team: text(value['team']), role }
}

export function readAttestation(board: Board, id: string): Attestation | undefined {
  const value = fieldsOf(rootMap(board, 'attestations').get(id))
  if (value === undefined || typeof value['card'] !== 'string' || typeof value['person'] !== 'string') return undefined
  return {
    ...(value as object), id, card: value['card'], person: value['person'], team: text(value['team']),
    // A verdict of a newer version is kept as it is; the rules ignore what they do not know.
    verdict: ((VERDICTS as readonly unknown[]).includes(value['verdict']) ? value['verdict'] : text(value['verdict'])) as Verdict,
    basis: text(value['basis']), seq: typeof value['seq'] === 'number' ? value['seq'] : 0,
  }
}

export function readAsk(board: Board, id: string): Ask | undefined {
  const value = fieldsOf(rootMap(board, 'asks').get(id))
  if (value === undefined) return undefined
  return { id, card: text(value['card']), team: text(value['team']), person: text(value['person']), at: text(value['at']) }
}

export function readSeen(board: Board, cardId: string): readonly string[] | undefined {
  const value = rootMap(board, 'seen').get(cardId)
  return Array.isArray(value) ? value.filter((person): person is string => typeof person === 'string') : undefined
}

export function readRecord(board: Board, root: RecordRoot, id: string): BoardRecord | undefined {
  const value = fieldsOf(rootMap(board, root).get(id))
  return value === undefined ? undefined : ({ ...(value as object), id } as BoardRecord)
}

export function readSettings(board: Board): Settings {
  return (fieldsOf(rootMap(board, 'sys').get('settings')) ?? {}) as Settings
}

export function readTitle(board: Board): string {
  return text(rootMap(board, 'meta').get('title'))
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

/** The whole board as one immutable value: O(board). */
export function readBoard(board: Board): BoardState {
  const records = Object.fromEntries(RECORD_ROOTS.map((root) => [root, tableOf(board, root, (b, id) => readRecord(b, root, id))]))
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
    records: records as BoardState['records'],
  }
}
