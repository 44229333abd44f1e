// Writers for cards: commands in the domain's words, each one call inside one transaction of its caller
// (`session.edit` in the browser, `room.edit` on the server). They throw before they write anything, so that nothing
// leaves that the server's gate would refuse.
import * as Y from 'yjs'
import { WIDEST, wholePixels } from './checks.ts'
import { cardMap, rootMap, type Board } from './document.ts'
import { isId } from './ids.ts'
import { sameJson } from './json.ts'
import type { CardKind, Json } from './records.ts'
import { checkCardField, checkTextLength, checkUnknownFields, isKnownCardField } from './schema.ts'
import { fillPlain, oneLine } from './text.ts'

export interface NewCard {
  readonly id: string
  readonly kind: CardKind
  readonly x: number
  readonly y: number
  readonly title?: string
  /** Plain text; formatted bodies are filled by `fillMarkdown` of markdown.ts. */
  readonly body?: string
  readonly width?: number
  readonly order?: string
  readonly frame?: string
  readonly fields?: Readonly<Record<string, Json | undefined>>
  /** Fills the rich text of the body instead of `body`. */
  readonly fillBody?: (fragment: Y.XmlFragment) => void
  /** Made hidden, untracked, to be revealed by a tracked `revealCard` (so undo never destroys another's words). */
  readonly hidden?: boolean
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw new Error(problem)
}

function existing(board: Board, cardId: string): Y.Map<unknown> {
  const card = cardMap(board, cardId)
  if (card === undefined) throw new Error(`no card ${cardId}`)
  return card
}

/** Writes a value unless it is there already: a command that changes nothing is no step to undo. */
function put(card: Y.Map<unknown>, key: string, value: Json): void {
  if (!card.has(key) || !sameJson(card.get(key), value)) card.set(key, value)
}

/** A whole number of pixels on the board. */
function pixel(value: number, least?: number, most?: number): number {
  if (!Number.isFinite(value)) throw new Error(`${value} is no place on a board`)
  return wholePixels(value, least, most)
}

/** Makes a card whole: the nested map with its title and body, in one go. */
export function addCard(board: Board, card: NewCard): void {
  const fields = Object.entries({ kind: card.kind, order: card.order, frame: card.frame, ...card.fields }).filter(([, value]) => value !== undefined)
  for (const [field, value] of fields) refuse(checkCardField(field, value))
  refuse(checkUnknownFields(fields.filter(([field]) => !isKnownCardField(field)).length))
  refuse(checkTextLength('title', (card.title ?? '').length) ?? checkTextLength('body', (card.body ?? '').length))
  insertCard(board, card)
}

/** Makes a card whose fields were checked before, by whatever limits hold for a file. */
export function insertCard(board: Board, card: NewCard): void {
  if (!isId(card.id)) throw new Error(`"${card.id}" is no card id`)
  if (rootMap(board, 'cards').has(card.id)) throw new Error(`card ${card.id} exists`)
  const pos = [pixel(card.x), pixel(card.y)]
  const width = card.width === undefined ? undefined : pixel(card.width, 0, WIDEST)
  const map = new Y.Map<unknown>()
  const title = new Y.XmlFragment()
  const body = new Y.XmlFragment()
  map.set('kind', card.kind)
  map.set('pos', pos)
  map.set('title', title)
  map.set('body', body)
  const { order, frame } = card
  for (const [field, value] of Object.entries({ width, order, frame, ...card.fields })) if (value !== undefined) map.set(field, value)
  if (card.hidden === true) map.set('deleted', true)
  rootMap(board, 'cards').set(card.id, map)
  fillPlain(title, oneLine(card.title ?? ''))
  if (card.fillBody !== undefined) card.fillBody(body)
  else fillPlain(body, card.body ?? '')
}

export function revealCard(board: Board, cardId: string): void {
  existing(board, cardId).delete('deleted')
}

/** Deleting is soft: the words stay, so that undo and concurrent edits lose nothing. */
export function deleteCard(board: Board, cardId: string): void {
  put(existing(board, cardId), 'deleted', true)
}

export function restoreCard(board: Board, cardId: string): void {
  existing(board, cardId).delete('deleted')
}

export function moveCard(board: Board, cardId: string, x: number, y: number): void {
  put(existing(board, cardId), 'pos', [pixel(x), pixel(y)])
}

export function resizeCard(board: Board, cardId: string, width: number): void {
  put(existing(board, cardId), 'width', pixel(width, 0, WIDEST))
}

/** Fields that have writers of their own. */
const NOT_PLAIN = new Set(['pos', 'title', 'body', 'deleted'])

/** Sets or, with undefined, removes a plain field: `team`, `criterion`, `askTeams`, `kind`, `retired`, … */
export function setCardField(board: Board, cardId: string, field: string, value: Json | undefined): void {
  if (NOT_PLAIN.has(field) || !isId(field)) throw new Error(`"${field}" is not a plain field of a card`)
  const card = existing(board, cardId)
  const removes = value === undefined || value === ''
  if (removes && field === 'kind') throw new Error('a card has a kind')
  if (!removes) refuse(checkCardField(field, value) ?? (card.has(field) || isKnownCardField(field) ? undefined : checkUnknownFields(1 + unknownFields(card))))
  if (!removes) put(card, field, value)
  else if (card.has(field)) card.delete(field)
}

function unknownFields(card: Y.Map<unknown>): number {
  return [...card.keys()].filter((key) => !isKnownCardField(key)).length
}

/** Replaces the words of a title: the smallest middle part that differs is rewritten, so that others' letters stay. */
export function replaceTitle(board: Board, cardId: string, title: string): void {
  const fragment = existing(board, cardId).get('title')
  if (!(fragment instanceof Y.XmlFragment)) throw new Error(`card ${cardId} has no title`)
  refuse(checkTextLength('title', title.length))
  const text = onlyText(fragment)
  const old = wordsOf(text)
  const { start, end, middle } = difference(old, oneLine(title))
  if (end > start) text.delete(start, end - start)
  if (middle !== '') text.insert(start, middle, {})
}

function wordsOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}

/** What of `old` is rewritten, and with what. A pair of surrogates is never torn: Yjs would destroy both halves. */
function difference(old: string, next: string): { start: number; end: number; middle: string } {
  let start = 0
  while (start < old.length && start < next.length && old[start] === next[start]) start++
  if (isTorn(old, start) || isTorn(next, start)) start--
  let same = 0
  while (same < old.length - start && same < next.length - start && old[old.length - 1 - same] === next[next.length - 1 - same]) same++
  if (isTorn(old, old.length - same) || isTorn(next, next.length - same)) same--
  return { start, end: old.length - same, middle: next.slice(start, next.length - same) }
}

/** True when a cut here would lie between the two halves of one character. */
function isTorn(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}

/** The one text of a title. What merges left beside it is taken into it, because a title is one paragraph. */
function onlyText(fragment: Y.XmlFragment): Y.XmlText {
  const [first, ...others] = fragment.toArray()
  const paragraph = first instanceof Y.XmlElement ? first : new Y.XmlElement('paragraph')
  if (first !== paragraph) fragment.insert(0, [paragraph])
  if (first !== paragraph && first !== undefined) fragment.delete(1, 1 + others.length)
  else if (others.length > 0) fragment.delete(1, others.length)
  const [words, ...more] = paragraph.toArray()
  if (words instanceof Y.XmlText) {
    if (more.length > 0) paragraph.delete(1, more.length)
    return words
  }
  if (words !== undefined) paragraph.delete(0, 1 + more.length)
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  return text
}
