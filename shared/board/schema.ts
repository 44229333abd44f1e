// What may be written into a board: the fields of cards, links, teams and the board's own texts, and the closed list
// of rich text. The same for live data (the gate asks before it applies) and for files. Each check answers with a
// sentence that names the field, or undefined. Sizes come in as a parameter; knows no document and no bytes.
import { ANY_SIZE, anyJson, color, day, days, flag, instant, kindOfCard, linkType, listOf, metric, orderKey, position, rating, ratingOrText, reference, references, requiredId, SCHEMA_LIMITS, teamCode, text, tiers, width, type Check, type SchemaLimits } from './checks.ts'
import { isId, isLinkId } from './ids.ts'
import { plainObject } from './json.ts'

/** Where a card is and what it is: fields with a place of their own in the document. */
const STRUCTURE = { kind: kindOfCard, pos: position, width, order: orderKey, frame: reference, deleted: flag, retired: flag } as const

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

export const CARD_PLACE_KEYS: ReadonlySet<string> = new Set(Object.keys(STRUCTURE))

/** The known plain fields, in the order in which a file lists them. */
export const CARD_PLAIN_KEYS: readonly string[] = Object.keys(PLAIN)

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
  const check = Object.hasOwn(STRUCTURE, key) ? STRUCTURE[key as keyof typeof STRUCTURE] : Object.hasOwn(PLAIN, key) ? PLAIN[key] : anyJson
  return said(key, (check ?? anyJson)(value, limits))
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

/** Checks the fields of a JSON object by name; unknown ones are few and small. */
export function checkFields(value: unknown, what: string, known: Readonly<Record<string, Check>>, limits: SchemaLimits): string | undefined {
  const fields = plainObject(value)
  if (fields === undefined) return `A ${what} must be a JSON object.`
  const keys = Object.keys(fields)
  for (const key of keys) {
    if (!isId(key) || key === 'id') return `"${key.slice(0, 60)}" is no name for a field of a ${what}.`
    const problem = (Object.hasOwn(known, key) ? known[key] ?? anyJson : anyJson)(fields[key], limits)
    if (problem !== undefined) return said(key, problem)
  }
  const strange = keys.filter((key) => !Object.hasOwn(known, key)).length
  return strange > limits.unknownFields ? `A ${what} may have ${limits.unknownFields} fields of unknown meaning at most.` : undefined
}

const LINK: Readonly<Record<string, Check>> = { from: requiredId, to: requiredId, type: linkType, ask: text, needBy: day, outcome: text, what: text }

/** May an editor write this value under this id in `links`? Its ends need not exist. */
export function checkLinkValue(id: string, value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  if (!isLinkId(id as unknown)) return `"${id.slice(0, 60)}" is no id of a link.`
  const problem = checkFields(value, 'link', LINK, limits)
  if (problem !== undefined) return problem
  const { from, to, type } = value as Record<string, unknown>
  if (from === undefined || to === undefined || type === undefined) return 'A link must have "from", "to" and "type".'
  return from === to ? 'A link must not lead back to its own card.' : undefined
}

/** For readers: is this field of a link of the right kind? */
export function isLinkFieldShape(key: string, value: unknown): boolean {
  return isId(key) && (Object.hasOwn(LINK, key) ? LINK[key] ?? anyJson : anyJson)(value, ANY_SIZE) === undefined
}

const TEAM: Readonly<Record<string, Check>> = {
  name: text, code: teamCode, color, currency: listOf(metric, '{id, metric, direction, now, target}'), constraints: listOf(text, 'texts'), removed: flag,
}

/** May an editor write this value under this id in `teams`? */
export function checkTeamValue(id: string, value: unknown, limits: SchemaLimits = SCHEMA_LIMITS): string | undefined {
  return isId(id as unknown) ? checkFields(value, 'team', TEAM, limits) : `"${id.slice(0, 60)}" is no id of a team.`
}

/** For readers: is this field of a team of the right kind? */
export function isTeamFieldShape(key: string, value: unknown): boolean {
  return isId(key) && (Object.hasOwn(TEAM, key) ? TEAM[key] ?? anyJson : anyJson)(value, ANY_SIZE) === undefined
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
