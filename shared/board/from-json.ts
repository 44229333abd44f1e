// The nouns of a board out of plain JSON values, from a document or from a file. A value may be anything: what is of
// the wrong kind counts as missing, in the direction that shows a mark rather than hides one. Knows no document.
import { wholePixels } from './checks.ts'
import { isId } from './ids.ts'
import { isJson, plainObject } from './json.ts'
import { ROLES } from './records.ts'
import type { Ask, Attestation, Authorship, BoardRecord, CardFields, Evidence, Json, Link, Person, Role, Team, Verdict } from './records.ts'
import { isCardFieldShape, isLinkFieldShape, isTeamFieldShape } from './schema.ts'
import { nameText } from './text.ts'

export type JsonFields = Readonly<Record<string, unknown>>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const optionalText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** A JSON object; undefined for everything else. */
export function jsonFields(value: unknown): JsonFields | undefined {
  const fields = plainObject(value)
  return fields !== undefined && isJson(fields) ? fields : undefined
}

/** Fields of a known name only when they are of their kind; unknown ones when they are JSON under a name that is an id. */
export function cardFieldsOf(entries: Iterable<readonly [string, unknown]>): CardFields {
  const fields: Record<string, Json> = {}
  for (const [key, value] of entries) {
    if (isCardFieldShape(key, value)) fields[key] = value as Json
  }
  return fields
}

/** Whole pixels where they are numbers; a card without a position lies at the origin. */
export function positionOf(x: unknown, y: unknown): readonly [number, number] {
  return Number.isFinite(x) && Number.isFinite(y) ? [wholePixels(x as number), wholePixels(y as number)] : [0, 0]
}

export function authorshipOf(value: JsonFields): Authorship {
  return {
    author: optionalText(value['author']),
    createdAt: optionalText(value['createdAt']),
    editedBy: optionalText(value['editedBy']),
    editedAt: optionalText(value['editedAt']),
    deletedAt: optionalText(value['deletedAt']),
  }
}

/** A link; undefined when its type or its ends make it none. Whether the ends exist is asked elsewhere. */
export function linkOf(id: string, value: JsonFields): Link | undefined {
  const fields = Object.fromEntries(Object.entries(value).filter(([key, part]) => isLinkFieldShape(key, part)))
  const { from, to, type } = fields
  return from === undefined || to === undefined || type === undefined ? undefined : ({ ...fields, id } as unknown as Link)
}

export function teamOf(id: string, value: JsonFields): Team {
  const fields = Object.fromEntries(Object.entries(value).filter(([key, part]) => isTeamFieldShape(key, part)))
  return { ...fields, id, name: nameText(text(value['name'])) || id }
}

export function personOf(id: string, value: JsonFields): Person {
  const role = (ROLES as readonly unknown[]).includes(value['role']) ? (value['role'] as Role) : 'guest'
  return {
    id, name: nameText(text(value['name'])) || id, team: text(value['team']), role,
    ...(typeof value['timezone'] === 'string' ? { timezone: value['timezone'] } : {}),
    // Whoever is marked as removed by anything at all does not count.
    ...(value['removed'] === undefined || value['removed'] === false ? {} : { removed: true }),
    ...otherSelfOf(id, value),
    ...(isId(value['claims']) ? { claims: value['claims'] } : {}),
  }
}

/** Of whom this entry is another self; nobody is one of their own. */
function otherSelfOf(id: string, { mergedInto, mergedSeq, agreed }: JsonFields): Pick<Person, 'mergedInto' | 'mergedSeq' | 'agreed'> {
  if (!isId(mergedInto) || mergedInto === id) return {}
  return { mergedInto, ...(typeof mergedSeq === 'number' ? { mergedSeq } : {}), ...(agreed === true ? { agreed } : {}) }
}

/** An answer; undefined when it is about no card or of no person. */
export function attestationOf(id: string, value: JsonFields): Attestation | undefined {
  const { card, person, team, verdict, basis, seq, at, evidence, reason, ...rest } = value
  if (typeof card !== 'string' || typeof person !== 'string') return undefined
  const shown = evidenceOf(evidence)
  return {
    ...rest, id, card, person, team: text(team),
    // A verdict of a newer version is kept as it is; the rules ignore what they do not know.
    verdict: text(verdict) as Verdict,
    basis: text(basis), seq: typeof seq === 'number' ? seq : 0,
    ...(typeof at === 'string' ? { at } : {}),
    ...(shown === undefined ? {} : { evidence: shown }),
    ...(typeof reason === 'string' ? { reason } : {}),
  }
}

function evidenceOf(value: unknown): Evidence | undefined {
  const evidence = plainObject(value)
  if (typeof evidence?.['kind'] !== 'string') return undefined
  const { kind, note, url } = evidence
  return { kind: kind as Evidence['kind'], ...(typeof note === 'string' ? { note } : {}), ...(typeof url === 'string' ? { url } : {}) }
}

export function askOf(id: string, value: JsonFields): Ask {
  return { id, card: text(value['card']), team: text(value['team']), person: text(value['person']), at: text(value['at']) }
}

export function recordOf(id: string, value: JsonFields): BoardRecord {
  return { ...value, id } as BoardRecord
}

/** Person ids, each once, sorted; a document and a file keep them in the order in which they came. */
export function seenOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? [...new Set(value.filter((person): person is string => typeof person === 'string'))].sort() : undefined
}
