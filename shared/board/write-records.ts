// Writers for the server roots: what someone said in their own name. Only `room.edit` on the server calls these,
// with the person, team, seq and time that the server knows.
import { rootMap, SCHEMA_VERSION, type Board } from './document.ts'
import { isId } from './ids.ts'
import { copyJson } from './json-copy.ts'
import type { Ask, Attestation, Authorship, Person, RecordRoot, Settings } from './records.ts'
import { checkSettings } from './schema-records.ts'

function insert(board: Board, root: 'attestations' | 'asks' | RecordRoot, id: string, value: object): void {
  if (!isId(id)) throw new Error(`"${id}" is no id`)
  const map = rootMap(board, root)
  if (map.has(id)) throw new Error(`${root}/${id} exists; a record is never overwritten`)
  const { id: _own, ...rest } = value as { id?: string }
  map.set(id, stored(rest))
}

/** A copy as it goes into the document: JSON without undefined values and prototype keys. Throws on anything else. */
function stored(value: object): object {
  return copyJson(value, { depth: 32, stringChars: Infinity }) as object
}

export function addAttestation(board: Board, record: Attestation): void {
  insert(board, 'attestations', record.id, record)
}

export function addAsk(board: Board, record: Ask): void {
  insert(board, 'asks', record.id, record)
}

export function addRecord<R extends { readonly id: string }>(board: Board, root: 'attestations' | 'asks' | RecordRoot, record: R): void {
  insert(board, root, record.id, record)
}

/** Only of what a board keeps in bounded number. */
export function dropRecord(board: Board, root: 'marksOff', id: string): void {
  rootMap(board, root).delete(id)
}

export function putPerson(board: Board, person: Person): void {
  if (!isId(person.id)) throw new Error(`"${person.id}" is no person id`)
  const { id, ...rest } = person
  rootMap(board, 'people').set(id, stored(rest))
}

export function putAuthorship(board: Board, cardId: string, authorship: Authorship): void {
  if (!isId(cardId)) throw new Error(`"${cardId}" is no card id`)
  rootMap(board, 'authorship').set(cardId, stored(authorship))
}

/** Stores who has seen a card, each once, in the order given. */
export function markSeen(board: Board, cardId: string, people: readonly string[]): void {
  const wrong = [cardId, ...people].find((id) => !isId(id))
  if (wrong !== undefined) throw new Error(`"${wrong}" is no id`)
  rootMap(board, 'seen').set(cardId, [...new Set(people)])
}

/** Notes by which schema this document is written. */
export function putVersion(board: Board): void {
  rootMap(board, 'sys').set('version', SCHEMA_VERSION)
}

/** Stores the schema version and the settings as a whole. */
export function putSettings(board: Board, settings: Settings): void {
  const value = stored(settings)
  const problem = checkSettings(value)
  if (problem !== undefined) throw new Error(problem)
  putVersion(board)
  rootMap(board, 'sys').set('settings', value)
}

export function putLanguage(board: Board, language: string): void {
  rootMap(board, 'sys').set('language', language)
}
