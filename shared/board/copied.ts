// Cards and the links among them as they are carried from one board to another: records of a board file without what
// people said of them. What comes back may be anything, so that it is checked as a file is. Answers, authorship and
// readers never travel.
import { FILE_FORMAT, type FileCard, type FileLink } from './board-file.ts'
import type { SchemaLimits } from './checks.ts'
import { SCHEMA_LIMITS } from './checks.ts'
import { cardText, type Board } from './document.ts'
import { checkFile, FILE_LIMITS } from './file-check.ts'
import { fillMarkdown, markdownOf } from './markdown.ts'
import { readCard, readLink } from './read.ts'
import type { Json } from './records.ts'
import { CARD_PLACE_KEYS } from './schema.ts'
import { AUTHORSHIP_KEYS } from './schema-records.ts'
import { insertCard } from './write-cards.ts'

export interface Copied { readonly cards: readonly FileCard[]; readonly links: readonly FileLink[] }

/** More cards than this are moved by a board file. */
export const MOST_COPIED = 500

const APART: ReadonlySet<string> = new Set([...CARD_PLACE_KEYS, ...AUTHORSHIP_KEYS, 'id', 'title', 'body', 'x', 'y', 'w', 'seenBy'])

/** The cards of these that are there, with the links among them. */
export function copyCards(board: Board, cardIds: readonly string[], linkIds: Iterable<string>): Copied {
  const cards = cardIds.flatMap((id) => copiedCard(board, id) ?? [])
  const ids = new Set(cards.map(({ id }) => id))
  const links = [...linkIds].flatMap((id) => readLink(board, id) ?? []).filter(({ from, to }) => ids.has(from) && ids.has(to))
  return { cards, links: links as readonly FileLink[] }
}

function copiedCard(board: Board, id: string): FileCard | undefined {
  const card = readCard(board, id)
  if (card === undefined || card.deleted) return undefined
  const body = cardText(board, id, 'body')
  const { kind, title, x, y, width, order, frame, retired, fields } = card
  const parts = { ...fields, id, kind, title, body: card.body === '' || body === undefined ? undefined : markdownOf(body), x, y, w: width, order, frame, retired: retired || undefined }
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as unknown as FileCard
}

export type CheckedCopy = { readonly ok: true; readonly copied: Copied } | { readonly ok: false; readonly message: string }

/** A clean copy of what was carried here, or what keeps it from being one. */
export function readCopied(json: unknown, limits: SchemaLimits = SCHEMA_LIMITS): CheckedCopy {
  const { cards, links } = typeof json === 'object' && json !== null ? (json as { cards?: unknown; links?: unknown }) : {}
  const checked = checkFile({ format: FILE_FORMAT, title: '', cards, links }, { ...FILE_LIMITS, ...limits })
  if (!checked.ok) return { ok: false, message: checked.path === '' ? checked.message : `${checked.path}: ${checked.message}` }
  return { ok: true, copied: { cards: checked.file.cards.filter(({ deleted }) => deleted !== true), links: checked.file.links } }
}

/** What a pasted card is called and where it lies; `keeps` says which values of its fields mean something here. */
export interface Pasted {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly order?: string
  readonly frame?: string
  readonly keeps: (field: string, value: Json) => Json | undefined
}

/** Makes a hidden card of one that was carried here; reveal it by a tracked write. */
export function pasteCard(board: Board, card: FileCard, { id, x, y, order, frame, keeps }: Pasted): void {
  const fields: Record<string, Json> = {}
  for (const [field, value] of Object.entries(card)) {
    const kept = APART.has(field) || value === undefined ? undefined : keeps(field, value)
    if (kept !== undefined) fields[field] = kept
  }
  insertCard(board, {
    id, x, y, kind: card.kind, title: card.title, hidden: true,
    ...(card.w === undefined ? {} : { width: card.w }), ...(order === undefined ? {} : { order }), ...(frame === undefined ? {} : { frame }),
    fields: { ...fields, ...(card.retired === true ? { retired: true } : {}) },
    fillBody: (fragment) => fillMarkdown(fragment, card.body ?? ''),
  })
}
