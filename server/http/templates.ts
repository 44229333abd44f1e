// The boards to start from: files of server/templates, read and checked once at the start.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Hono } from 'hono'
import type { BoardFile } from '../../shared/board/board-file.ts'
import { checkFile } from '../../shared/board/file-check.ts'
import type { TemplateInfo } from '../../shared/protocol/http.ts'

export interface Template {
  readonly info: TemplateInfo
  readonly file: BoardFile
}

function templateIn(path: string): Template {
  const checked = checkFile(JSON.parse(readFileSync(path, 'utf8')))
  if (!checked.ok) throw new Error(`The template ${path} is no board file: ${checked.path} ${checked.message}`)
  const { file } = checked
  const cards = file.cards.filter((card) => card.deleted !== true)
  const kinds = [...new Set(cards.map((card) => card.kind))].sort()
  return { info: { id: basename(path, '.json'), title: file.title, summary: file.summary ?? '', kinds, cards: cards.length }, file }
}

export function readTemplates(folder: string): ReadonlyMap<string, Template> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  return new Map(names.map((name) => [basename(name, '.json'), templateIn(join(folder, name))]))
}

export function templateRoutes(templates: ReadonlyMap<string, Template>): Hono {
  const routes = new Hono()
  routes.get('/', (c) => c.json([...templates.values()].map(({ info }) => info)))
  return routes
}
