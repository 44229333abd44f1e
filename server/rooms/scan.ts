// The bounded scan: the V1 bytes of an update as a flat list of structs and delete ranges, with the place of each in
// the bytes. It agrees with Y.decodeUpdate on everything that a board may hold, and refuses the rest before Yjs sees
// it. Knows no document: what a struct would do is judged by gate.ts.
import { BadUpdate, ByteReader, type ValueBounds } from './scan-value.ts'

export interface StructId { readonly client: number; readonly clock: number }

/** What a struct carries. `ref` is the number in its info byte. */
export type Content =
  | { readonly ref: 0 }
  | { readonly ref: 1 }
  | { readonly ref: 4; readonly text: string }
  | { readonly ref: 6; readonly mark: string; readonly value: unknown }
  | { readonly ref: 7; readonly type: number; readonly name: string }
  | { readonly ref: 8; readonly values: readonly unknown[] }
  | { readonly ref: 10 }

export interface Struct {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly origin: StructId | undefined
  readonly rightOrigin: StructId | undefined
  /** Only without origins: the name of a root, or the id of the item of a type. */
  readonly root: string | undefined
  readonly parent: StructId | undefined
  readonly key: string | undefined
  readonly content: Content
  /** Place in the bytes. */
  readonly from: number
  readonly to: number
}

export interface Group { readonly client: number; readonly clock: number; readonly structs: readonly Struct[] }
export interface DeleteRange { readonly client: number; readonly clock: number; readonly length: number }
export interface Scan { readonly groups: readonly Group[]; readonly deletes: readonly DeleteRange[] }

export interface ScanBounds extends ValueBounds {
  readonly structs: number
  readonly deletes: number
}

/** Content refs of V1; embeds, bytes, old JSON and subdocuments have no place in a board. */
export const REF = { gc: 0, deleted: 1, text: 4, mark: 6, type: 7, values: 8, skip: 10 } as const
/** Type refs of V1. */
export const TYPE = { map: 1, element: 3, fragment: 4, hook: 5, text: 6 } as const

const MAX_CLOCK = 2 ** 40
const MAX_CLIENT = 2 ** 32 - 1
const HAS_ORIGIN = 128
const HAS_RIGHT_ORIGIN = 64
const HAS_KEY = 32
const GC: Content = { ref: REF.gc }
const DELETED: Content = { ref: REF.deleted }
const SKIP: Content = { ref: REF.skip }

function malformed(sentence: string): BadUpdate {
  return new BadUpdate('reload', sentence)
}

function readClient(reader: ByteReader): number {
  const client = reader.uint()
  if (client > MAX_CLIENT) throw malformed('A clientID in the update is too large.')
  return client
}

function readClock(reader: ByteReader): number {
  const clock = reader.uint()
  if (clock > MAX_CLOCK) throw malformed('A clock in the update is too large.')
  return clock
}

function readId(reader: ByteReader): StructId {
  const client = readClient(reader)
  return { client, clock: readClock(reader) }
}

function readLength(reader: ByteReader): number {
  const length = readClock(reader)
  if (length === 0) throw malformed('The update holds something of length 0.')
  return length
}

function readType(reader: ByteReader): Content {
  const type = reader.uint()
  if (type > TYPE.text) throw malformed('The update holds an unknown type.')
  return { ref: REF.type, type, name: type === TYPE.element || type === TYPE.hook ? reader.text() : '' }
}

function readValues(reader: ByteReader): Content {
  const values: unknown[] = []
  for (let left = reader.count(1); left > 0; left--) values.push(reader.any())
  return { ref: REF.values, values }
}

function readContent(reader: ByteReader, ref: number): Content {
  switch (ref) {
    case REF.text: return { ref: REF.text, text: reader.text() }
    case REF.mark: return { ref: REF.mark, mark: reader.text(), value: reader.json() }
    case REF.type: return readType(reader)
    case REF.values: return readValues(reader)
    default: throw malformed('The update holds content that a board has no place for.')
  }
}

function lengthOf(content: Content): number {
  if (content.ref === REF.text) return content.text.length
  return content.ref === REF.values ? content.values.length : 1
}

function readItem(reader: ByteReader, client: number, clock: number, info: number, from: number): Struct {
  const origin = (info & HAS_ORIGIN) === 0 ? undefined : readId(reader)
  const rightOrigin = (info & HAS_RIGHT_ORIGIN) === 0 ? undefined : readId(reader)
  let root: string | undefined
  let parent: StructId | undefined
  let key: string | undefined
  if (origin === undefined && rightOrigin === undefined) {
    const parentInfo = reader.uint()
    if (parentInfo > 1) throw malformed('The update names no parent.')
    if (parentInfo === 1) root = reader.text()
    else parent = readId(reader)
    if ((info & HAS_KEY) !== 0) key = reader.text()
  }
  const ref = info & 31
  const content = ref === REF.deleted ? DELETED : readContent(reader, ref)
  const length = ref === REF.deleted ? readLength(reader) : lengthOf(content)
  if (length === 0) throw malformed('The update holds something of length 0.')
  return { client, clock, length, origin, rightOrigin, root, parent, key, content, from, to: reader.at }
}

function readStruct(reader: ByteReader, client: number, clock: number): Struct {
  const from = reader.at
  const info = reader.byte()
  if (info !== REF.gc && info !== REF.skip) return readItem(reader, client, clock, info, from)
  const length = readLength(reader)
  const content = info === REF.gc ? GC : SKIP
  return { client, clock, length, origin: undefined, rightOrigin: undefined, root: undefined, parent: undefined, key: undefined, content, from, to: reader.at }
}

function readGroup(reader: ByteReader, most: number): Group {
  const count = reader.count(2)
  if (count > most) throw new BadUpdate('too-large', 'The update holds too many changes at once.')
  const client = readClient(reader)
  const start = readClock(reader)
  const structs: Struct[] = []
  let clock = start
  for (let left = count; left > 0; left--) {
    const struct = readStruct(reader, client, clock)
    clock += struct.length
    if (clock > MAX_CLOCK) throw malformed('A clock in the update is too large.')
    structs.push(struct)
  }
  return { client, clock: start, structs }
}

function readGroups(reader: ByteReader, bounds: ScanBounds): Group[] {
  const groups: Group[] = []
  const clients = new Set<number>()
  let most = bounds.structs
  for (let left = reader.count(3); left > 0; left--) {
    const group = readGroup(reader, most)
    if (clients.has(group.client)) throw malformed('The update names a clientID twice.')
    clients.add(group.client)
    most -= group.structs.length
    if (group.structs.length > 0) groups.push(group)
  }
  return groups
}

/** Ranges in the order in which Yjs writes them: rising and apart, each client once. */
function readDeletes(reader: ByteReader, bounds: ScanBounds): DeleteRange[] {
  const ranges: DeleteRange[] = []
  const clients = new Set<number>()
  for (let clientsLeft = reader.count(2); clientsLeft > 0; clientsLeft--) {
    const client = readClient(reader)
    if (clients.has(client)) throw malformed('The update names a clientID twice.')
    clients.add(client)
    let free = 0
    for (let left = reader.count(2); left > 0; left--) {
      if (ranges.length >= bounds.deletes) throw new BadUpdate('too-large', 'The update holds too many deletes at once.')
      const clock = readClock(reader)
      const length = readLength(reader)
      if (clock < free || clock + length > MAX_CLOCK) throw malformed('The deletes of the update are out of order.')
      free = clock + length
      ranges.push({ client, clock, length })
    }
  }
  return ranges
}

/** Reads an update whole; throws `BadUpdate` and nothing else. */
export function scanUpdate(update: Uint8Array, bounds: ScanBounds): Scan {
  const reader = new ByteReader(update, bounds)
  const groups = readGroups(reader, bounds)
  const deletes = readDeletes(reader, bounds)
  if (reader.left > 0) throw malformed('The update has bytes after its end.')
  return { groups, deletes }
}
