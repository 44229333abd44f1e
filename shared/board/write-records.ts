// Writers for the server roots: what someone said in their own name. Only `room.edit` on the server calls these,
// with the person, team, seq and time that the server knows.
import { rootMap, SCHEMA_VERSION, type Board } from './document.ts'
import { isId } from './ids.ts'
import type { Ask, Attestation, Authorship, BoardRecord, Person, RecordRoot, Settings } from './records.ts'

function insert(board: Board, root: 'attestations' | 'asks' | RecordRoot, id: string, value: object): void {
  if (!isId(id)) throw new Error(`"${id}" is no id`)
  const map = rootMap(board, root)
  if (map.has(id)) throw new Error(`${root}/${id} exists; a record is never overwritten`)
  const { id: _own, ...rest } = value as { id?: string }
  map.set(id, JSON.parse(JSON.stringify(rest)))
}

export function addAttestation(board: Board, record: Attestation): void {
  insert(board, 'attestations', record.id, record)
}

export function addAsk(board: Board, record: Ask): void {
  insert(board, 'asks', record.id, record)
}

export function addRecord(board: Board, root: RecordRoot, record: BoardRecord): void {
  insert(board, root, record.id, record)
}

export function putPerson(board: Board, person: Person): void {
  if (!isId(person.id)) throw new Error(`"${person.id}" is no person id`)
  const { id, ...rest } = person
  rootMap(board, 'people').set(id, JSON.parse(JSON.stringify(rest)))
}

export function putAuthorship(board: Board, cardId: string, authorship: Authorship): void {
  rootMap(board, 'authorship').set(cardId, JSON.parse(JSON.stringify(authorship)))
}

/** Marks a card as seen by a person. */
export function markSeen(board: Board, cardId: string, people: readonly string[]): void {
  rootMap(board, 'seen').set(cardId, [...new Set(people)].sort())
}

/** Stores the schema version and, when given, the settings as a whole. */
export function putSettings(board: Board, settings: Settings): void {
  const sys = rootMap(board, 'sys')
  sys.set('version', SCHEMA_VERSION)
  sys.set('settings', JSON.parse(JSON.stringify(settings)))
}

export function putLanguage(board: Board, language: string): void {
  rootMap(board, 'sys').set('language', language)
}
