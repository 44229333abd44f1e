// The small checks that the schema is made of: each answers how a sentence about a value goes on ("must be …"), or
// undefined when the value is fine. Sizes come in as a parameter; knows no field, no record and no document.
import { isId } from './ids.ts'
import { jsonBytes, jsonProblem, plainObject } from './json.ts'
import { isOrderKey } from './order.ts'
import { CARD_KINDS, LINK_TYPES, ROLES, type Json } from './records.ts'

/** Sizes in characters (UTF-16 units) or bytes of JSON; the protocol's limits fit here. */
export interface SchemaLimits {
  readonly jsonDepth: number
  readonly jsonStringChars: number
  readonly titleChars: number
  readonly bodyChars: number
  readonly fieldChars: number
  readonly unknownFields: number
  readonly unknownFieldBytes: number
  readonly tiersBytes: number
}

/** The defaults of the protocol, for callers that have no others. */
export const SCHEMA_LIMITS: SchemaLimits = {
  jsonDepth: 16, jsonStringChars: 100_000, titleChars: 300, bodyChars: 20_000, fieldChars: 2_000,
  unknownFields: 40, unknownFieldBytes: 1_024, tiersBytes: 8_192,
}

/** For readers: is the value of the right kind, whatever its size? */
export const ANY_SIZE: SchemaLimits = {
  jsonDepth: 64, jsonStringChars: Infinity, titleChars: Infinity, bodyChars: Infinity, fieldChars: Infinity,
  unknownFields: Infinity, unknownFieldBytes: Infinity, tiersBytes: Infinity,
}

/** The end of a sentence that begins with the name of the field; undefined when the value is fine. */
export type Check = (value: unknown, limits: SchemaLimits) => string | undefined

/** Board pixels; far beyond any board, near enough to stay exact. */
export const FARTHEST = 10_000_000
export const WIDEST = 100_000

/** The nearest place on a board that is whole pixels. */
export function wholePixels(value: number, least = -FARTHEST, most = FARTHEST): number {
  // "+ 0" makes the zero of -0.2 an ordinary one.
  return Math.min(most, Math.max(least, Math.round(value))) + 0
}

const LONGEST_VALID_DAYS = 36_500
const MOST_ENTRIES = 200
const MOST_PEOPLE = 10_000
const DATE = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/
const COLOR = /^(#[0-9a-fA-F]{6})?$/

/** A day of the calendar: engines take 31 February for 3 March. */
function isDay(value: string): boolean {
  const at = DATE.test(value) ? Date.parse(value) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}
const isInstant = (value: string): boolean => INSTANT.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))
const isCount = (value: unknown, most: number): boolean => typeof value === 'number' && value >= 0 && value <= most
const isRating = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5

export const text: Check = (value, limits) => {
  if (typeof value !== 'string') return 'must be text'
  return value.length > limits.fieldChars ? `may have ${limits.fieldChars} characters at most` : undefined
}
export const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false')
export const reference: Check = (value) => (value === '' || isId(value) ? undefined : 'must be an id')
const ids = (most: number): Check => (value) => (Array.isArray(value) && value.length <= most && value.every(isId) ? undefined : `must be a list of at most ${most} ids`)
export const references: Check = ids(MOST_ENTRIES)
export const people: Check = ids(MOST_PEOPLE)
export const day: Check = (value) => (typeof value === 'string' && (value === '' || isDay(value)) ? undefined : 'must be a date like 2027-01-31')
export const instant: Check = (value) => (typeof value === 'string' && (value === '' || isInstant(value)) ? undefined : 'must be an instant like 2027-01-31T09:00:00Z')
export const days: Check = (value) => (isCount(value, LONGEST_VALID_DAYS) ? undefined : `must be a number of days from 0 to ${LONGEST_VALID_DAYS}`)
export const rating: Check = (value) => (isRating(value) ? undefined : 'must be a whole number from 1 to 5')
export const ratingOrText: Check = (value, limits) => (typeof value === 'number' ? rating(value, limits) : text(value, limits))
export const color: Check = (value) => (typeof value === 'string' && COLOR.test(value) ? undefined : 'must be a colour like #3b6fd4')
export const kindOfCard: Check = (value) => ((CARD_KINDS as readonly unknown[]).includes(value) ? undefined : 'must be a kind of card')
export const linkType: Check = (value) => ((LINK_TYPES as readonly unknown[]).includes(value) ? undefined : 'must be a type of link')
export const requiredId: Check = (value) => (isId(value) ? undefined : 'must be an id')
export const role: Check = (value) => ((ROLES as readonly unknown[]).includes(value) ? undefined : `must be one of ${ROLES.join(', ')}`)
export const longText: Check = (value, limits) => text(value, { ...limits, fieldChars: limits.jsonStringChars })
export const count: Check = (value) => (Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : 'must be a whole number, 0 or more')
export const coordinate: Check = (value) => (typeof value === 'number' && Math.abs(value) <= FARTHEST ? undefined : `must be a number up to ${FARTHEST}`)
export const fileWidth: Check = (value) => (isCount(value, WIDEST) ? undefined : `must be a number from 0 to ${WIDEST}`)
export const orderKey: Check = (value) => (isOrderKey(value) ? undefined : 'must be an order key')
export const width: Check = (value) => (Number.isInteger(value) && isCount(value, WIDEST) ? undefined : `must be a whole number from 0 to ${WIDEST}`)
export const teamCode: Check = (value) => (typeof value === 'string' && value.length <= 8 ? undefined : 'must be text of at most 8 characters')
export const position: Check = (value) => (Array.isArray(value) && value.length === 2 && value.every((part) => Number.isInteger(part) && Math.abs(part as number) <= FARTHEST)
  ? undefined : `must be two whole numbers up to ${FARTHEST}`)

export const anyJson: Check = (value, limits) => jsonProblem(value, limits)
  ?? (jsonBytes(value as Json) > limits.unknownFieldBytes ? `may have ${limits.unknownFieldBytes} bytes of JSON at most` : undefined)

export const tiers: Check = (value, limits) => {
  if (!Array.isArray(value)) return 'must be a list of tiers'
  const problem = jsonProblem(value, limits)
  if (problem !== undefined) return problem
  if (jsonBytes(value as Json) > limits.tiersBytes) return `may have ${limits.tiersBytes} bytes of JSON at most`
  const wellMade = value.map(plainObject).every((tier) => typeof tier?.['name'] === 'string' && Array.isArray(tier['conditions']) && tier['conditions'].every((one) => plainObject(one) !== undefined))
  return wellMade ? undefined : 'must be a list of {name, conditions}'
}

export function listOf(check: Check, what: string): Check {
  return (value, limits) => (Array.isArray(value) && value.length <= MOST_ENTRIES && value.every((item) => check(item, limits) === undefined) ? undefined : `must be a list of ${what}`)
}

const METRIC: Readonly<Record<string, Check>> = { id: requiredId, metric: text, direction: text, now: text, target: text }
export const metric: Check = (value, limits) => {
  const fields = plainObject(value)
  if (fields === undefined || !isId(fields['id']) || typeof fields['metric'] !== 'string') return 'must be {id, metric}'
  return Object.entries(fields).every(([key, part]) => METRIC[key]?.(part, limits) === undefined && Object.hasOwn(METRIC, key)) ? undefined : 'must be {id, metric, direction, now, target}'
}

