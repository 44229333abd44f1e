// A live board as a board file: canonical, so that a file which was imported is exported as it came, but for
// `exportedAt`. What the schema would not take back is left out. Sealed answers are never in a file.
import { FILE_FORMAT, OPTIONAL_COLLECTIONS, type BoardFile, type FileCard, type FileLink, type FilePerson, type FileTeam, type OptionalCollection } from './board-file.ts'
import { ANY_SIZE } from './checks.ts'
import { cardMap, cardText, rootMap, type Board, type Root } from './document.ts'
import { authorshipOf, jsonFields, type JsonFields } from './from-json.ts'
import { isId, isLinkId } from './ids.ts'
import { markdownOf } from './markdown.ts'
import { readCard, readLink, readPerson, readTitle } from './read.ts'
import type { BoardRecord, Card, Json, RecordRoot } from './records.ts'
import { CARD_PLAIN_KEYS, isTeamFieldShape } from './schema.ts'
import { checkPersonField, checkRecord, checkSettings, PERSON_KEYS } from './schema-records.ts'
import { idsInWritingOrder } from './writing-order.ts'

/** Each entry of a root that is one, in the order of writing. */
function collect<T>(board: Board, root: Root, read: (id: string) => T | undefined, isOne: (id: string) => boolean = isId): T[] {
  return idsInWritingOrder(board, root).filter(isOne).flatMap((id) => read(id) ?? [])
}

function entry(board: Board, root: Root, id: string): JsonFields | undefined {
  return jsonFields(rootMap(board, root).get(id))
}

/** Without what is not there. */
function present(fields: Readonly<Record<string, unknown>>): Record<string, Json> {
  const there: Record<string, Json> = {}
  for (const key of Object.keys(fields)) if (fields[key] !== undefined) there[key] = fields[key] as Json
  return there
}

const RANK: ReadonlyMap<string, number> = new Map(CARD_PLAIN_KEYS.map((key, at) => [key, at]))
const rankOf = (key: string): number => RANK.get(key) ?? RANK.size

/** Known fields in their usual order, then the others by name. */
function plainFields({ fields }: Card): Record<string, Json | undefined> {
  const ordered: Record<string, Json | undefined> = {}
  for (const key of Object.keys(fields).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))) ordered[key] = fields[key]
  return ordered
}

/** The Markdown of a body; a body without even an empty paragraph was never one. */
function bodyOf(board: Board, cardId: string): string | undefined {
  const body = cardText(board, cardId, 'body')
  return body === undefined || body.length === 0 ? undefined : markdownOf(body)
}

function seenBy(board: Board, cardId: string): readonly string[] | undefined {
  const people = rootMap(board, 'seen').get(cardId)
  return Array.isArray(people) ? people.filter(isId) : undefined
}

function fileCard(board: Board, id: string): FileCard | undefined {
  const card = readCard(board, id)
  if (card === undefined) return undefined
  const { author, createdAt, editedBy, editedAt, deletedAt } = authorshipOf(entry(board, 'authorship', id) ?? {})
  return present({
    id, kind: card.kind, title: card.title, body: bodyOf(board, id), ...plainFields(card),
    author, createdAt, editedBy, editedAt, deletedAt, seenBy: seenBy(board, id),
    x: card.x, y: card.y, w: card.width, order: card.order, frame: card.frame,
    retired: card.retired ? true : undefined, deleted: card.deleted ? true : undefined,
  }) as unknown as FileCard
}

function fileTeam(board: Board, id: string): FileTeam | undefined {
  const value = entry(board, 'teams', id)
  if (value === undefined) return undefined
  return { id, ...Object.fromEntries(Object.entries(value).filter(([key, part]) => isTeamFieldShape(key, part))) }
}

function filePerson(board: Board, id: string): FilePerson | undefined {
  const person = readPerson(board, id)
  if (person === undefined) return undefined
  const fine = Object.entries(person).filter(([key, value]) => PERSON_KEYS.includes(key) && checkPersonField(key, value, ANY_SIZE) === undefined)
  return { name: id, team: '', role: 'guest', ...Object.fromEntries(fine), id }
}

function fileRecord(board: Board, root: 'attestations' | 'asks' | RecordRoot, id: string): BoardRecord | undefined {
  const value = entry(board, root, id)
  return value === undefined || checkRecord(root, value, ANY_SIZE) !== undefined ? undefined : ({ id, ...value } as BoardRecord)
}

/** Rounds as everyone may know them: who is asked, not how answers were grouped before they are revealed. */
function openRound(round: BoardRecord): BoardRecord {
  if (round['revealed'] === true) return round
  const { groups: _groups, ...rest } = round
  return rest
}

function optionalCollections(board: Board): Partial<Record<OptionalCollection, BoardRecord[]>> {
  const all = new Map(OPTIONAL_COLLECTIONS.map((root) => [root, collect(board, root, (id) => fileRecord(board, root, id))]))
  const rounds = (all.get('rounds') ?? []).map(openRound)
  const revealed = new Set(rounds.filter((round) => round['revealed'] === true).map(({ id }) => id))
  all.set('rounds', rounds)
  all.set('restatements', (all.get('restatements') ?? []).filter(({ round }) => revealed.has(round as string)))
  return Object.fromEntries([...all].filter(([, records]) => records.length > 0))
}

/** Texts of the board that were ever given. */
function boardTexts(board: Board): Partial<BoardFile> {
  const settings = entry(board, 'sys', 'settings')
  const given = { summary: rootMap(board, 'meta').get('summary'), language: rootMap(board, 'sys').get('language') }
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'string')),
    ...(settings === undefined || checkSettings(settings, ANY_SIZE) !== undefined ? {} : { settings }),
  }
}

/** The canonical file of a board, `exportedAt` being `now`. */
export function exportFile(board: Board, now: Date): BoardFile {
  return {
    format: FILE_FORMAT,
    title: readTitle(board),
    ...boardTexts(board),
    exportedAt: now.toISOString(),
    teams: collect(board, 'teams', (id) => fileTeam(board, id)),
    people: collect(board, 'people', (id) => filePerson(board, id)),
    cards: collect(board, 'cards', (id) => (cardMap(board, id) === undefined ? undefined : fileCard(board, id))),
    links: collect(board, 'links', (id) => readLink(board, id) as FileLink | undefined, isLinkId),
    attestations: collect(board, 'attestations', (id) => fileRecord(board, 'attestations', id)),
    ...optionalCollections(board),
  }
}
