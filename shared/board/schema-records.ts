// What a board file may hold in a person's own name: people, settings, authorship and the immutable records. The server
// writes the same from authenticated requests; an editor never does. Sizes come in as a parameter.
import { anyJson, count, days, flag, instant, longText, people, reference, requiredId, role, SCHEMA_LIMITS, text, type Check, type SchemaLimits } from './checks.ts'
import { isId, isLinkId } from './ids.ts'
import { isJson, plainObject } from './json.ts'
import type { RecordRoot } from './records.ts'
import { checkFields, isSafeHref } from './schema.ts'

type Fields = Readonly<Record<string, Check>>

const linkId: Check = (value) => (isLinkId(value) ? undefined : 'must be the id of a link')
const word: Check = (value) => (typeof value === 'string' && value.length <= 48 ? undefined : 'must be a word')
const oneOf = (...words: readonly string[]): Check => (value) => (words.includes(value as string) ? undefined : `must be one of ${words.join(', ')}`)
const json: Check = (value) => (isJson(value) ? undefined : 'must be JSON')

/** What each card was called, by its id. */
const states: Check = (value, limits) => {
  const called = plainObject(value)
  const fits = called !== undefined && Object.entries(called).every(([id, state]) => isId(id) && word(state, limits) === undefined)
  return fits ? undefined : 'must be words of at most 48 characters by the ids of cards'
}

const evidence: Check = (value, limits) => {
  const shown = plainObject(value)
  if (shown === undefined) return 'must be {kind, note, url}'
  if (word(shown['kind'], limits) !== undefined) return 'must have a kind'
  if (shown['note'] !== undefined && text(shown['note'], limits) !== undefined) return `must have a note of at most ${limits.fieldChars} characters`
  return shown['url'] === undefined || shown['url'] === '' || isSafeHref(shown['url']) ? undefined : 'must have a url that begins with http, https or mailto'
}

/** Known fields of each collection; an unknown one may be any JSON, so that newer records survive. */
const RECORDS: Readonly<Record<'attestations' | 'asks' | RecordRoot, { readonly needs: readonly string[]; readonly fields: Fields }>> = {
  attestations: { needs: ['card', 'person', 'verdict', 'basis'], fields: { card: requiredId, person: requiredId, team: reference, verdict: word, basis: longText, seq: count, at: text, evidence, reason: text } },
  asks: { needs: ['card', 'team'], fields: { card: requiredId, team: requiredId, person: reference, at: text } },
  stances: { needs: ['card', 'person', 'stance', 'basis'], fields: { card: requiredId, person: requiredId, team: reference, stance: word, basis: longText, seq: count, at: text, reason: text } },
  acks: { needs: ['link', 'person', 'side', 'response', 'basis'], fields: { link: linkId, person: requiredId, team: reference, side: word, response: word, basis: longText, seq: count, at: text, reason: text } },
  perceptions: { needs: ['by', 'about', 'text'], fields: { by: reference, about: reference, person: reference, text, seq: count, at: text } },
  perceptionReplies: { needs: ['perception', 'person', 'verdict'], fields: { perception: requiredId, person: requiredId, team: reference, verdict: word, basis: longText, note: text, seq: count, at: text } },
  changeNotes: { needs: ['card'], fields: { card: requiredId, person: reference, team: reference, basis: longText, requires: text, needs: text, ifNot: text, seq: count, at: text } },
  rounds: { needs: ['goal'], fields: { goal: requiredId, invited: people, revealed: flag, opened: text, revealedAt: text, groups: json } },
  restatements: { needs: ['round', 'person'], fields: { round: requiredId, goal: reference, person: requiredId, seq: count, what: text, who: text, measure: text, not: text, at: text } },
  baselines: { needs: ['at', 'states'], fields: { at: instant, person: reference, name: text, states } },
  comments: { needs: ['card'], fields: { card: requiredId, person: reference, text: longText, at: text } },
  marksOff: { needs: ['was', 'at'], fields: { card: reference, link: linkId, person: reference, kind: word, was: word, at: text, waited: people, changes: json } },
}

/** May this record, without its id, stand in this collection of a file? */
export function checkRecord(root: 'attestations' | 'asks' | RecordRoot, value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  const fields = plainObject(value)
  if (fields === undefined) return 'A record must be a JSON object.'
  const { needs, fields: known } = RECORDS[root]
  const missing = needs.find((name) => fields[name] === undefined)
  if (missing !== undefined) return `"${missing}" is missing.`
  for (const [key, part] of Object.entries(fields)) {
    if (!isId(key) || key === 'id') return `"${key.slice(0, 60)}" is no name for a field of a record.`
    const problem = (Object.hasOwn(known, key) ? known[key] ?? json : json)(part, limits)
    if (problem !== undefined) return `"${key}" ${problem}.`
  }
  return undefined
}

const PERSON: Fields = { name: text, team: reference, role, timezone: word, removed: flag, mergedInto: requiredId, mergedSeq: count, agreed: flag }

/** Fields of a person that a file may carry; anything else, a key above all, is left out by the reader. */
export const PERSON_KEYS: readonly string[] = ['name', 'team', 'role', 'timezone', 'removed', 'mergedInto', 'mergedSeq', 'agreed']

export function checkPersonField(key: string, value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  const problem = PERSON[key]?.(value, limits)
  return problem === undefined ? undefined : `"${key}" ${problem}.`
}

const SETTINGS: Fields = {
  validDays: days, ackDays: days, cadenceDays: days, quorum: oneOf('all', 'majority'), requireEvidence: oneOf('load_bearing', 'always', 'never'),
}

/** May these be the settings of a board? */
export function checkSettings(value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  return checkFields(value, 'board\'s settings', SETTINGS, limits)
}

const AUTHORSHIP: Fields = { author: reference, createdAt: instant, editedBy: reference, editedAt: instant, deletedAt: instant, seenBy: people }

/** The fields of a card in a file that the server keeps apart. */
export const AUTHORSHIP_KEYS = ['author', 'createdAt', 'editedBy', 'editedAt', 'deletedAt'] as const

export function checkAuthorshipField(key: string, value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  const problem = (AUTHORSHIP[key] ?? anyJson)(value, limits)
  return problem === undefined ? undefined : `"${key}" ${problem}.`
}
