// The boards to start from: files of server/templates, read and checked once at the start.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Hono } from 'hono'
import type { TemplateInfo } from '../../shared/protocol/http.ts'

export interface Template {
  readonly info: TemplateInfo
  /** A board file. */
  readonly file: unknown
}

interface Told { readonly title?: string; readonly summary?: string; readonly cards?: readonly { readonly kind: string; readonly deleted?: boolean }[] }

function templateIn(path: string): Template {
  const file = JSON.parse(readFileSync(path, 'utf8')) as Told
  const cards = (file.cards ?? []).filter((card) => card.deleted !== true)
  const kinds = [...new Set(cards.map((card) => card.kind))].sort()
  return { info: { id: basename(path, '.json'), title: file.title ?? '', summary: file.summary ?? '', kinds, cards: cards.length }, file }
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
