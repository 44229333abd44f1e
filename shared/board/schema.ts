// What may be written into a board: the fields of cards, links, teams and the board's own texts, and the closed list
// of rich text. The same for live data (the gate asks before it applies) and for files. Each check answers with a
// sentence that names the field, or undefined. Sizes come in as a parameter; knows no document and no bytes.
import { isId, isLinkId } from './ids.ts'
import { jsonBytes, jsonProblem, plainObject } from './json.ts'
import { isOrderKey } from './order.ts'
import { CARD_KINDS, LINK_TYPES, type Json } from './records.ts'

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
const ANY_SIZE: SchemaLimits = {
  jsonDepth: 64, jsonStringChars: Infinity, titleChars: Infinity, bodyChars: Infinity, fieldChars: Infinity,
  unknownFields: Infinity, unknownFieldBytes: Infinity, tiersBytes: Infinity,
}

/** The end of a sentence that begins with the name of the field; undefined when the value is fine. */
type Check = (value: unknown, limits: SchemaLimits) => string | undefined

/** Board pixels; far beyond any board, near enough to stay exact. */
const FARTHEST = 10_000_000
const WIDEST = 100_000
const LONGEST_VALID_DAYS = 36_500
const MOST_ENTRIES = 200
const DATE = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/
const COLOR = /^(#[0-9a-fA-F]{6})?$/

const isDay = (value: string): boolean => DATE.test(value) && !Number.isNaN(Date.parse(value))
const isInstant = (value: string): boolean => INSTANT.test(value) && !Number.isNaN(Date.parse(value))
const isCount = (value: unknown, most: number): boolean => typeof value === 'number' && value >= 0 && value <= most
const isRating = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5

const text: Check = (value, limits) => {
  if (typeof value !== 'string') return 'must be text'
  return value.length > limits.fieldChars ? `may have ${limits.fieldChars} characters at most` : undefined
}
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false')
const reference: Check = (value) => (value === '' || isId(value) ? undefined : 'must be an id')
const references: Check = (value) => (Array.isArray(value) && value.length <= MOST_ENTRIES && value.every(isId) ? undefined : `must be a list of at most ${MOST_ENTRIES} ids`)
const day: Check = (value) => (typeof value === 'string' && (value === '' || isDay(value)) ? undefined : 'must be a date like 2027-01-31')
const instant: Check = (value) => (typeof value === 'string' && (value === '' || isInstant(value)) ? undefined : 'must be an instant like 2027-01-31T09:00:00Z')
const days: Check = (value) => (isCount(value, LONGEST_VALID_DAYS) ? undefined : `must be a number of days from 0 to ${LONGEST_VALID_DAYS}`)
const rating: Check = (value) => (isRating(value) ? undefined : 'must be a whole number from 1 to 5')
const ratingOrText: Check = (value, limits) => (typeof value === 'number' ? rating(value, limits) : text(value, limits))
const color: Check = (value) => (typeof value === 'string' && COLOR.test(value) ? undefined : 'must be a colour like #3b6fd4')
const kind: Check = (value) => ((CARD_KINDS as readonly unknown[]).includes(value) ? undefined : 'must be a kind of card')
const linkType: Check = (value) => ((LINK_TYPES as readonly unknown[]).includes(value) ? undefined : 'must be a type of link')
const cardId: Check = (value) => (isId(value) ? undefined : 'must be the id of a card')
const order: Check = (value) => (isOrderKey(value) ? undefined : 'must be an order key')
const width: Check = (value) => (Number.isInteger(value) && isCount(value, WIDEST) ? undefined : `must be a whole number from 0 to ${WIDEST}`)
const code: Check = (value) => (typeof value === 'string' && value.length <= 8 ? undefined : 'must be text of at most 8 characters')
const position: Check = (value) => (Array.isArray(value) && value.length === 2 && value.every((part) => Number.isInteger(part) && Math.abs(part as number) <= FARTHEST)
  ? undefined : `must be two whole numbers up to ${FARTHEST}`)

const unknown: Check = (value, limits) => jsonProblem(value, limits)
  ?? (jsonBytes(value as Json) > limits.unknownFieldBytes ? `may have ${limits.unknownFieldBytes} bytes of JSON at most` : undefined)

const tiers: Check = (value, limits) => {
  if (!Array.isArray(value)) return 'must be a list of tiers'
  const problem = jsonProblem(value, limits)
  if (problem !== undefined) return problem
  if (jsonBytes(value as Json) > limits.tiersBytes) return `may have ${limits.tiersBytes} bytes of JSON at most`
  const wellMade = value.map(plainObject).every((tier) => typeof tier?.['name'] === 'string' && Array.isArray(tier['conditions']) && tier['conditions'].every((one) => plainObject(one) !== undefined))
  return wellMade ? undefined : 'must be a list of {name, conditions}'
}

function listOf(check: Check, what: string): Check {
  return (value, limits) => (Array.isArray(value) && value.length <= MOST_ENTRIES && value.every((item) => check(item, limits) === undefined) ? undefined : `must be a list of ${what}`)
}

const METRIC: Readonly<Record<string, Check>> = { id: cardId, metric: text, direction: text, now: text, target: text }
const metric: Check = (value, limits) => {
  const fields = plainObject(value)
  if (fields === undefined || !isId(fields['id']) || typeof fields['metric'] !== 'string') return 'must be {id, metric}'
  return Object.entries(fields).every(([key, part]) => METRIC[key]?.(part, limits) === undefined && Object.hasOwn(METRIC, key)) ? undefined : 'must be {id, metric, direction, now, target}'
}

/** Where a card is and what it is: fields with a place of their own in the document. */
const STRUCTURE = { kind, pos: position, width, order, frame: reference, deleted: flag, retired: flag } as const

/** The plain fields of every kind (board-file format); the kind itself is not asked, so that it may be changed. */
const PLAIN: Readonly<Record<string, Check>> = {
  team: reference, owner: reference, importance: text, askTeams: references, validDays: days, quorum: text, reviewBy: instant, due: day, notes: text,
  forWhom: text, criterion: text, notDoing: text, why: text, northStar: flag, shared: flag, horizon: text, level: text,
  signpost: text, likelihood: rating, impact: ratingOrText, materialised: flag, accepted: flag,
  mode: text, decider: reference, rationale: text, strategy: text, what: text, done: flag, workaroundFor: text, removeBy: instant,
  lens: text, asks: text, answer: text, definition: text, counts: text, give: text, giveMetric: text, get: text, toTeam: reference,
  tiers, sign: text, appliesWhen: text, notWhen: text, role: text,
}

/** Names that mean something else in the document, in a file, or are the server's to write. */
const TAKEN = new Set(['id', 'x', 'y', 'w', 'author', 'createdAt', 'editedBy', 'editedAt', 'deletedAt', 'seenBy', 'authorship'])

function said(key: string, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `"${key.slice(0, 60)}" ${problem}.`
}

/** True for fields that have a meaning; every other plain field is kept, and counted against `unknownFields`. */
export function isKnownCardField(key: string): boolean {
  return key === 'title' || key === 'body' || Object.hasOwn(STRUCTURE, key) || Object.hasOwn(PLAIN, key)
}

/** May an editor write this value under this key of a card? `title` and `body` are rich text and never values. */
export function checkCardField(key: string, value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  if (!isId(key)) return 'The name of a field has 1 to 48 letters, digits, "-" or "_".'
  if (key === 'title' || key === 'body') return said(key, 'is rich text and made with its card')
  if (TAKEN.has(key)) return said(key, 'is not a field that an editor writes')
  const check = Object.hasOwn(STRUCTURE, key) ? STRUCTURE[key as keyof typeof STRUCTURE] : Object.hasOwn(PLAIN, key) ? PLAIN[key] : unknown
  return said(key, (check ?? unknown)(value, limits))
}

/** For readers: a known field of the wrong kind counts as missing. */
export function isCardFieldShape(key: string, value: unknown): boolean {
  return checkCardField(key, value, ANY_SIZE) === undefined
}

/** How many unknown fields a card may have. */
export function checkUnknownFields(count: number, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  return count > limits.unknownFields ? `A card may have ${limits.unknownFields} fields of unknown meaning at most.` : undefined
}

export function checkTextLength(field: 'title' | 'body', chars: number, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  const most = field === 'title' ? limits.titleChars : limits.bodyChars
  return chars > most ? said(field, `may have ${most} characters at most`) : undefined
}

function checkFields(value: unknown, what: string, known: Readonly<Record<string, Check>>, limits: SchemaLimits): string | undefined {
  const fields = plainObject(value)
  if (fields === undefined) return `A ${what} must be a JSON object.`
  const keys = Object.keys(fields)
  for (const key of keys) {
    if (!isId(key) || key === 'id') return `"${key.slice(0, 60)}" is no name for a field of a ${what}.`
    const problem = (Object.hasOwn(known, key) ? known[key] ?? unknown : unknown)(fields[key], limits)
    if (problem !== undefined) return said(key, problem)
  }
  const strange = keys.filter((key) => !Object.hasOwn(known, key)).length
  return strange > limits.unknownFields ? `A ${what} may have ${limits.unknownFields} fields of unknown meaning at most.` : undefined
}

const LINK: Readonly<Record<string, Check>> = { from: cardId, to: cardId, type: linkType, ask: text, needBy: day }

/** May an editor write this value under this id in `links`? Its ends need not exist. */
export function checkLinkValue(id: string, value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  if (!isLinkId(id as unknown)) return `"${id.slice(0, 60)}" is no id of a link.`
  const problem = checkFields(value, 'link', LINK, limits)
  if (problem !== undefined) return problem
  const { from, to, type } = value as Record<string, unknown>
  if (from === undefined || to === undefined || type === undefined) return 'A link must have "from", "to" and "type".'
  return from === to ? 'A link must not lead back to its own card.' : undefined
}

const TEAM: Readonly<Record<string, Check>> = {
  name: text, code, color, currency: listOf(metric, '{id, metric, direction, now, target}'), constraints: listOf(text, 'texts'), removed: flag,
}

/** May an editor write this value under this id in `teams`? */
export function checkTeamValue(id: string, value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  return isId(id as unknown) ? checkFields(value, 'team', TEAM, limits) : `"${id.slice(0, 60)}" is no id of a team.`
}

/** For readers: is this field of a team of the right kind? */
export function isTeamFieldShape(key: string, value: unknown): boolean {
  return (Object.hasOwn(TEAM, key) ? TEAM[key] ?? unknown : unknown)(value, ANY_SIZE) === undefined
}

/** May an editor write this value under this key of `meta`? */
export function checkMetaValue(key: string, value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  if (key === 'title') return said(key, typeof value === 'string' ? undefined : 'must be text') ?? checkTextLength('title', (value as string).length, limits)
  return key === 'summary' ? said(key, text(value, limits)) : said(key, 'is not a field of a board')
}

/** The name under which `checkTextNode` is asked about a Y.XmlText. */
export const TEXT_NODE = '#text'

/** Which node may stand in which; undefined is the title or body itself. */
const PARENTS: Readonly<Record<'title' | 'body', Readonly<Record<string, readonly (string | undefined)[]>>>> = {
  title: { paragraph: [undefined], [TEXT_NODE]: ['paragraph'] },
  body: {
    paragraph: [undefined, 'listItem'], bulletList: [undefined, 'listItem'], orderedList: [undefined, 'listItem'],
    listItem: ['bulletList', 'orderedList'], hardBreak: ['paragraph'], [TEXT_NODE]: ['paragraph'],
  },
}

/** May this attribute stand on this node? An ordered list has a start and a type of its numerals, nothing else has any. */
export function checkTextAttribute(nodeName: string, name: string, value: unknown): string | undefined {
  if (nodeName === 'orderedList' && name === 'start' && (typeof value === 'number' || value === null)) return undefined
  if (nodeName === 'orderedList' && name === 'type' && (value === null || (typeof value === 'string' && value.length <= 40))) return undefined
  return `"${name.slice(0, 60)}" is no attribute of "${nodeName.slice(0, 60)}".`
}

/** May this node stand in `parentName` (undefined: directly in the title or body)? Text is asked as `TEXT_NODE`. */
export function checkTextNode(field: 'title' | 'body', nodeName: string, attrs: Readonly<Record<string, unknown>> = {}, parentName?: string): string | undefined {
  const parents = Object.hasOwn(PARENTS[field], nodeName) ? PARENTS[field][nodeName] : undefined
  if (parents === undefined) return `"${nodeName.slice(0, 60)}" is not part of a ${field}.`
  if (!parents.includes(parentName)) return `"${nodeName}" may not stand in "${(parentName ?? field).slice(0, 60)}".`
  for (const [name, value] of Object.entries(attrs)) {
    const problem = checkTextAttribute(nodeName, name, value)
    if (problem !== undefined) return problem
  }
  return undefined
}

const HREF = /^(https?:\/\/|mailto:)[^\s]/i
const LONGEST_HREF = 2_000

/** True for addresses that a link may lead to: http, https and mailto, without control characters. */
export function isSafeHref(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_HREF && HREF.test(value) && ![...value].some((char) => char < ' ' || char === '\u007f')
}

const LINK_ATTRIBUTES = new Set(['href', 'target', 'rel', 'class', 'title'])

/** May this mark begin here (its value), or end here (null)? A title has no marks. */
export function checkTextMark(name: string, value: unknown, field: 'title' | 'body' = 'body'): string | undefined {
  if (!['bold', 'italic', 'code', 'link'].includes(name)) return `"${name.slice(0, 60)}" is not a mark of text.`
  if (value === null) return undefined
  if (field === 'title') return 'A title has no marks.'
  if (name === 'link') return checkLinkMark(value)
  const plain = value === true || (plainObject(value) !== undefined && Object.keys(value as object).length === 0)
  return plain ? undefined : said(name, 'has no values')
}

function checkLinkMark(value: unknown): string | undefined {
  const attributes = plainObject(value)
  if (attributes === undefined) return said('link', 'must have an href')
  if (!isSafeHref(attributes['href'])) return 'A link may lead to http, https and mailto addresses only.'
  const strange = Object.entries(attributes).find(([key, part]) => !LINK_ATTRIBUTES.has(key) || (part !== null && (typeof part !== 'string' || part.length > LONGEST_HREF)))
  return strange === undefined ? undefined : `"${strange[0].slice(0, 60)}" is no attribute of a link.`
}
