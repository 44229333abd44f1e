// Writers for cards: commands in the domain's words, each one call inside one transaction of its caller
// (`session.edit` in the browser, `room.edit` on the server). They throw before they write anything.
import * as Y from 'yjs'
import { cardMap, rootMap, type Board } from './document.ts'
import { isId } from './ids.ts'
import type { CardKind, Json } from './records.ts'
import { fillPlain } from './text.ts'

export interface NewCard {
  readonly id: string
  readonly kind: CardKind
  readonly x: number
  readonly y: number
  readonly title?: string
  /** Plain text; formatted bodies are filled by `fillBody` of markdown.ts. */
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

function existing(board: Board, cardId: string): Y.Map<unknown> {
  const card = cardMap(board, cardId)
  if (card === undefined) throw new Error(`no card ${cardId}`)
  return card
}

/** Makes a card whole: the nested map with its title and body, in one go. */
export function addCard(board: Board, card: NewCard): void {
  if (!isId(card.id)) throw new Error(`"${card.id}" is no card id`)
  if (cardMap(board, card.id) !== undefined) throw new Error(`card ${card.id} exists`)
  const map = new Y.Map<unknown>()
  const title = new Y.XmlFragment()
  const body = new Y.XmlFragment()
  map.set('kind', card.kind)
  map.set('pos', [Math.round(card.x), Math.round(card.y)])
  map.set('title', title)
  map.set('body', body)
  if (card.width !== undefined) map.set('width', Math.round(card.width))
  if (card.order !== undefined) map.set('order', card.order)
  if (card.frame !== undefined) map.set('frame', card.frame)
  for (const [field, value] of Object.entries(card.fields ?? {})) if (value !== undefined) map.set(field, value)
  if (card.hidden === true) map.set('deleted', true)
  rootMap(board, 'cards').set(card.id, map)
  fillTitle(title, card.title ?? '')
  if (card.fillBody !== undefined) card.fillBody(body)
  else fillPlain(body, card.body ?? '')
}

/** A title is one paragraph without marks. */
function fillTitle(fragment: Y.XmlFragment, title: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  if (title !== '') paragraph.insert(0, [new Y.XmlText(title.replace(/\s*\n\s*/g, ' '))])
  fragment.insert(0, [paragraph])
}

export function revealCard(board: Board, cardId: string): void {
  existing(board, cardId).delete('deleted')
}

/** Deleting is soft: the words stay, so that undo and concurrent edits lose nothing. */
export function deleteCard(board: Board, cardId: string): void {
  existing(board, cardId).set('deleted', true)
}

export function restoreCard(board: Board, cardId: string): void {
  existing(board, cardId).delete('deleted')
}

export function moveCard(board: Board, cardId: string, x: number, y: number): void {
  existing(board, cardId).set('pos', [Math.round(x), Math.round(y)])
}

export function resizeCard(board: Board, cardId: string, width: number): void {
  existing(board, cardId).set('width', Math.round(width))
}

const STRUCTURE = new Set(['pos', 'title', 'body', 'deleted'])

/** Sets or, with undefined, removes a plain field: `team`, `criterion`, `askTeams`, `kind`, `retired`, … */
export function setCardField(board: Board, cardId: string, field: string, value: Json | undefined): void {
  if (STRUCTURE.has(field) || !isId(field)) throw new Error(`"${field}" is not a plain field of a card`)
  const card = existing(board, cardId)
  if (value === undefined || value === '') card.delete(field)
  else card.set(field, value)
}

/** Replaces the words of a title or a body: the smallest middle part that differs is rewritten. */
export function replaceTitle(board: Board, cardId: string, title: string): void {
  const fragment = existing(board, cardId).get('title')
  if (!(fragment instanceof Y.XmlFragment)) throw new Error(`card ${cardId} has no title`)
  const text = firstText(fragment)
  const old = text.toString()
  let start = 0
  while (start < old.length && start < title.length && old[start] === title[start]) start++
  let end = 0
  while (end < old.length - start && end < title.length - start && old[old.length - 1 - end] === title[title.length - 1 - end]) end++
  if (old.length - end > start) text.delete(start, old.length - end - start)
  if (title.length - end > start) text.insert(start, title.slice(start, title.length - end))
}

function firstText(fragment: Y.XmlFragment): Y.XmlText {
  let paragraph = fragment.get(0)
  if (!(paragraph instanceof Y.XmlElement)) {
    paragraph = new Y.XmlElement('paragraph')
    fragment.insert(0, [paragraph])
  }
  const first = (paragraph as Y.XmlElement).get(0)
  if (first instanceof Y.XmlText) return first
  const text = new Y.XmlText()
  ;(paragraph as Y.XmlElement).insert(0, [text])
  return text
}
