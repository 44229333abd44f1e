// Is this a board file? All or nothing: the first thing that breaks a rule is named with its JSON path, and otherwise
// the answer is a clean copy that may be imported. The same schema as for live data. What may be missing without a loss
// of meaning is left out with a warning: a link without its ends, sealed answers, keys. Knows no document.
import { FILE_FORMAT, OPTIONAL_COLLECTIONS, type BoardFile, type FileCard, type FileLink, type FilePerson, type FileTeam } from './board-file.ts'
import { coordinate, fileWidth, SCHEMA_LIMITS, text, type Check, type SchemaLimits } from './checks.ts'
import { isId, isLinkId } from './ids.ts'
import { copyJson, FlawedJson, pathTo } from './json-copy.ts'
import { plainOfMarkdown } from './markdown.ts'
import type { BoardRecord, RecordRoot } from './records.ts'
import { checkCardField, checkLinkValue, checkTeamValue, checkTextLength, checkUnknownFields, isKnownCardField } from './schema.ts'
import { AUTHORSHIP_KEYS, checkAuthorshipField, checkPersonField, checkRecord, checkSettings, PERSON_KEYS } from './schema-records.ts'
import { oneLine } from './text.ts'

/** The protocol's limits fit here. */
export interface FileLimits extends SchemaLimits { readonly boardCards: number; readonly boardTeams: number }
export const FILE_LIMITS: FileLimits = { ...SCHEMA_LIMITS, boardCards: 20_000, boardTeams: 200 }

export type CheckedFile =
  | { readonly ok: true; readonly file: BoardFile; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly path: string; readonly message: string }

type Fields = Readonly<Record<string, unknown>>

/** Records of one kind for each card; more is no board. */
const RECORDS_PER_CARD = 20
const MOST_WARNINGS = 50
/** A board, a collection, a card, then a field: three levels above what a field may hold. */
const LEVELS_ABOVE = 3
const TOP = new Set<string>(['format', 'title', 'summary', 'language', 'exportedAt', 'settings', 'teams', 'people', 'cards', 'links', 'attestations', ...OPTIONAL_COLLECTIONS])
const NOT_IN_FILES: Readonly<Record<string, string>> = { pos: 'is called "x" and "y" in a file', width: 'is called "w" in a file', authorship: 'is not a field of a card' }

class BadFile extends Error {
  readonly path: string
  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

/** Throws when there is a problem. */
function must(path: string, problem: string | undefined): void {
  if (problem !== undefined) throw new BadFile(path, problem)
}

const short = (value: unknown): string => String(value).slice(0, 60)

class FileReader {
  readonly warnings: string[] = []
  readonly #file: Fields
  readonly #limits: FileLimits

  constructor(file: Fields, limits: FileLimits) {
    this.#file = file
    this.#limits = limits
  }

  read(): BoardFile {
    this.#checkHead()
    const cards = this.#collection('cards', (card, path) => this.#card(card, path), isId, this.#limits.boardCards)
    const rounds = this.#records('rounds')
    const optional = Object.fromEntries(OPTIONAL_COLLECTIONS.flatMap((name) => {
      const records = name === 'rounds' ? rounds : this.#records(name)
      return this.#file[name] === undefined ? [] : [[name, name === 'restatements' ? this.#unsealed(records, rounds) : records]]
    }))
    const texts = Object.fromEntries(['summary', 'language', 'exportedAt', 'settings'].flatMap((name) => (this.#file[name] === undefined ? [] : [[name, this.#file[name]]])))
    return {
      format: FILE_FORMAT,
      title: oneLine((this.#file['title'] ?? '') as string),
      ...texts,
      teams: this.#collection('teams', (team, path) => this.#team(team, path), isId, this.#limits.boardTeams),
      people: this.#collection('people', (person, path) => this.#person(person, path), isId),
      cards,
      links: this.#withEnds(this.#collection('links', (link, path) => this.#link(link, path), isLinkId), cards),
      attestations: this.#records('attestations'),
      ...optional,
    }
  }

  #checkHead(): void {
    const { format, title, summary, language, exportedAt, settings } = this.#file
    const named = (name: string, value: unknown, check: Check): void => {
      const problem = value === undefined ? undefined : check(value, this.#limits)
      must(name, problem === undefined ? undefined : `"${name}" ${problem}.`)
    }
    must('format', format === FILE_FORMAT ? undefined : `"format" must be "${FILE_FORMAT}".`)
    named('title', title, text)
    must('title', title === undefined ? undefined : checkTextLength('title', (title as string).length, this.#limits))
    named('summary', summary, text)
    named('language', language, text)
    named('exportedAt', exportedAt, text)
    must('settings', settings === undefined ? undefined : checkSettings(settings, this.#limits))
    const strange = Object.keys(this.#file).filter((name) => !TOP.has(name))
    if (strange.length > 0) this.warnings.push(`Left out, because a board file has no such part: ${strange.slice(0, 5).map((name) => `"${short(name)}"`).join(', ')}.`)
  }

  /** Reads each entry of a collection; ids are of the right form, and each stands once. */
  #collection<T>(name: string, read: (entry: Fields, path: string) => T, isOne: (id: unknown) => boolean, most = this.#limits.boardCards * RECORDS_PER_CARD): T[] {
    const entries = this.#file[name] ?? []
    if (!Array.isArray(entries)) throw new BadFile(name, `"${name}" must be a list.`)
    must(name, entries.length > most ? `There may be ${most} ${name} at most.` : undefined)
    const ids = new Set<unknown>()
    return entries.map((entry: unknown, at) => {
      const path = `${name}[${at}]`
      if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) throw new BadFile(path, 'This must be a JSON object.')
      const { id } = entry as Fields
      must(`${path}.id`, id === undefined ? '"id" is missing.' : isOne(id) ? undefined : `"${short(id)}" is no id.`)
      must(`${path}.id`, ids.has(id) ? `The id "${short(id)}" stands twice in ${name}.` : undefined)
      ids.add(id)
      return read(entry as Fields, path)
    })
  }

  #records(name: 'attestations' | 'asks' | RecordRoot): BoardRecord[] {
    return this.#collection(name, (record, path) => {
      const { id: _id, ...fields } = record
      this.#mustField(path, fields, checkRecord(name, fields, this.#limits))
      return record as unknown as BoardRecord
    }, isId)
  }

  /** A sentence begins with the field that it is about: that field is part of the path. */
  #mustField(path: string, fields: Fields, problem: string | undefined): void {
    const field = problem === undefined ? undefined : /^"([A-Za-z0-9_-]+)"/.exec(problem)?.[1]
    must(field !== undefined && Object.hasOwn(fields, field) ? `${path}.${field}` : path, problem)
  }

  #card(card: Fields, path: string): FileCard {
    const check = (key: string, problem: string | undefined): void => must(pathTo(path, key), problem)
    if (card['kind'] === undefined) throw new BadFile(path, '"kind" is missing.')
    for (const [key, value] of Object.entries(card)) check(key, this.#cardField(key, value))
    const strange = Object.keys(card).filter((key) => !isKnownCardField(key) && !this.#isFileField(key))
    must(path, checkUnknownFields(strange.length, this.#limits))
    const title = oneLine((card['title'] ?? '') as string)
    check('title', checkTextLength('title', title.length, this.#limits))
    if (card['body'] !== undefined) check('body', checkTextLength('body', plainOfMarkdown(card['body'] as string).length, this.#limits))
    return { x: 0, y: 0, ...card, title } as unknown as FileCard
  }

  #isFileField(key: string): boolean {
    return ['id', 'x', 'y', 'w', 'seenBy'].includes(key) || (AUTHORSHIP_KEYS as readonly string[]).includes(key)
  }

  #cardField(key: string, value: unknown): string | undefined {
    const said = (problem: string | undefined): string | undefined => (problem === undefined ? undefined : `"${short(key)}" ${problem}.`)
    if (key === 'id') return undefined
    if (Object.hasOwn(NOT_IN_FILES, key)) return said(NOT_IN_FILES[key])
    if (key === 'title' || key === 'body') return said(text(value, { ...this.#limits, fieldChars: this.#limits.jsonStringChars }))
    if (key === 'x' || key === 'y') return said(coordinate(value, this.#limits))
    if (key === 'w') return said(fileWidth(value, this.#limits))
    return this.#isFileField(key) ? checkAuthorshipField(key, value, this.#limits) : checkCardField(key, value, this.#limits)
  }

  #team(team: Fields, path: string): FileTeam {
    const { id, ...fields } = team
    this.#mustField(path, fields, checkTeamValue(id as string, fields, this.#limits))
    return team as unknown as FileTeam
  }

  #link(link: Fields, path: string): FileLink {
    const { id, ...fields } = link
    this.#mustField(path, fields, checkLinkValue(id as string, fields, this.#limits))
    return link as unknown as FileLink
  }

  /** Name, team and role for the judgements; a right or a key is never taken from a file. */
  #person(person: Fields, path: string): FilePerson {
    const fields = Object.entries(person).filter(([key]) => PERSON_KEYS.includes(key))
    for (const [key, value] of fields) must(`${path}.${key}`, checkPersonField(key, value, this.#limits))
    const left = Object.keys(person).find((key) => key !== 'id' && !PERSON_KEYS.includes(key))
    if (left !== undefined) this.warnings.push(`Left out of ${path}: "${short(left)}". A file gives people a name, a team and a role, nothing else.`)
    return { name: short(person['id']), team: '', role: 'guest', ...Object.fromEntries(fields), id: person['id'] as string }
  }

  #withEnds(links: readonly FileLink[], cards: readonly FileCard[]): FileLink[] {
    const ids = new Set(cards.map(({ id }) => id))
    return links.filter(({ id, from, to }) => {
      const missing = ids.has(from) ? (ids.has(to) ? undefined : to) : from
      if (missing !== undefined) this.warnings.push(`The link "${id}" was left out: there is no card "${missing}".`)
      return missing === undefined
    })
  }

  /** Answers of a round that is not revealed have no place in a file. */
  #unsealed(restatements: readonly BoardRecord[], rounds: readonly BoardRecord[]): BoardRecord[] {
    const revealed = new Set(rounds.filter((round) => round['revealed'] === true).map(({ id }) => id))
    const open = restatements.filter(({ round }) => revealed.has(round as string))
    if (open.length < restatements.length) this.warnings.push(`${restatements.length - open.length} answers of a round that is not revealed were left out.`)
    return open
  }
}

function shortened(warnings: readonly string[]): string[] {
  return warnings.length <= MOST_WARNINGS ? [...warnings] : [...warnings.slice(0, MOST_WARNINGS), `And ${warnings.length - MOST_WARNINGS} more warnings.`]
}

/** A clean copy of a board file, or the first thing that keeps it from being one. */
export function checkFile(json: unknown, limits: FileLimits = FILE_LIMITS): CheckedFile {
  try {
    const copy = copyJson(json, { depth: limits.jsonDepth + LEVELS_ABOVE, stringChars: limits.jsonStringChars })
    if (typeof copy !== 'object' || copy === null || Array.isArray(copy)) throw new BadFile('', 'A board file is one JSON object.')
    const reader = new FileReader(copy as Fields, limits)
    const file = reader.read()
    return { ok: true, file, warnings: shortened(reader.warnings) }
  } catch (error) {
    if (error instanceof BadFile || error instanceof FlawedJson) return { ok: false, path: error.path, message: error.message }
    throw error
  }
}
