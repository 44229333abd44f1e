// The boards to start from: files of server/templates, read and checked once at the start. Beside them, in a folder of
// each further language, the words that make another board of the same file.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Hono } from 'hono'
import type { BoardFile } from '../../shared/board/board-file.ts'
import { checkFile } from '../../shared/board/file-check.ts'
import { saidIn } from '../../shared/board/file-words.ts'
import type { TemplateInfo } from '../../shared/protocol/http.ts'

export interface Template {
  readonly info: TemplateInfo
  readonly file: BoardFile
}

/** A template in every language in which it is written; `first` is the one that it was written in. */
export interface Templated {
  readonly first: Template
  readonly further: ReadonlyMap<string, Template>
}

function checkedFile(path: string, json: unknown): BoardFile {
  const checked = checkFile(json)
  if (!checked.ok) throw new Error(`The template ${path} is no board file: ${checked.path} ${checked.message}`)
  return checked.file
}

function templateOf(id: string, file: BoardFile): Template {
  const cards = file.cards.filter((card) => card.deleted !== true && card.kind !== 'frame')
  const kinds = [...new Set(cards.map((card) => card.kind))].sort()
  return { info: { id, title: file.title, summary: file.summary ?? '', language: file.language ?? 'en', kinds, cards: cards.length, people: file.people.length }, file }
}

function inOtherWords(path: string, file: BoardFile): BoardFile {
  try {
    return checkedFile(path, saidIn(file, JSON.parse(readFileSync(path, 'utf8'))))
  } catch (error) {
    throw new Error(`The words ${path} do not fit their template: ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}

function readTemplate(folder: string, languages: readonly string[], name: string): Templated {
  const path = join(folder, name)
  const id = basename(name, '.json')
  const file = checkedFile(path, JSON.parse(readFileSync(path, 'utf8')))
  const written = languages.map((language) => [language, join(folder, language, name)] as const).filter(([, words]) => existsSync(words))
  return { first: templateOf(id, file), further: new Map(written.map(([language, words]) => [language, templateOf(id, inOtherWords(words, file))])) }
}

export function readTemplates(folder: string): ReadonlyMap<string, Templated> {
  const entries = readdirSync(folder, { withFileTypes: true })
  const languages = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map(({ name }) => name).sort()
  return new Map(names.map((name) => [basename(name, '.json'), readTemplate(folder, languages, name)]))
}

/** In the language that was asked for, or in the one in which it was written. */
export function templateIn({ first, further }: Templated, language: string | undefined): Template {
  return further.get(language ?? '') ?? first
}

export function templateRoutes(templates: ReadonlyMap<string, Templated>): Hono {
  const routes = new Hono()
  routes.get('/', (c) => c.json([...templates.values()].map((template) => templateIn(template, c.req.query('language')).info)))
  return routes
}
