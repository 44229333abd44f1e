// Random edits of a board for property tests: each is a small plain value, so that a failing sequence shrinks.
// They use the writers where there is one, and Yjs itself for what only an editor does (typing, formatting, merging).
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { cardMap, rootMap, type Board } from '../../../shared/board/document.ts'
import { LINK_TYPES, RECORD_ROOTS, type Json } from '../../../shared/board/records.ts'
import { addLink, putTeam, removeLink, renameBoard, setSummary } from '../../../shared/board/write-board.ts'
import { addCard, deleteCard, moveCard, restoreCard, setCardField } from '../../../shared/board/write-cards.ts'

/** How many cases a property tries: more in the long form. */
export const runs = (few: number): { numRuns: number } => ({ numRuns: process.env['TACIT_LONG'] === undefined ? few : few * 10 })

export interface Edit { readonly kind: number; readonly a: number; readonly b: number; readonly text: string }

export const anEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.nat(40), a: fc.nat(1_000), b: fc.nat(1_000), text: fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', ' ', '*', '-', '1', '.', '\n', '😀') }),
})

/** An array's element by any number; undefined when it is empty. */
function pick<T>(items: Iterable<T>, at: number): T | undefined {
  const list = [...items]
  return list[at % Math.max(1, list.length)]
}

/** The place, or the one before it inside a surrogate pair: Yjs would tear the pair apart, and no editor does. */
function whole(words: Y.XmlText, at: number): number {
  const unit = plainWords(words).charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

function plainWords(words: Y.XmlText): string {
  return (words.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
}

function editText(fragment: Y.XmlFragment, { kind, a, b, text }: Edit): void {
  const paragraph = pick(fragment.toArray().filter((node) => node instanceof Y.XmlElement), a)
  const words = paragraph?.toArray().find((node) => node instanceof Y.XmlText)
  if (paragraph === undefined || kind % 4 === 0) {
    const made = new Y.XmlElement('paragraph')
    made.insert(0, [new Y.XmlText(text)])
    fragment.insert(b % (fragment.length + 1), [made])
  } else if (words === undefined) paragraph.insert(0, [new Y.XmlText(text)])
  else if (kind % 4 === 1) words.insert(whole(words, b % (words.length + 1)), text)
  else if (kind % 4 === 2 && words.length > 0) words.format(0, whole(words, 1 + (b % words.length)), { bold: b % 2 === 0 ? {} : null })
  else if (words.length > 0) {
    const at = whole(words, b % words.length)
    words.delete(at, (plainWords(words).codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  }
}

function setField(board: Board, card: string, { a, b, text }: Edit): void {
  const values: readonly [string, Json | undefined][] = [['team', 'sre'], ['criterion', text], ['criterion', undefined], ['likelihood', 1 + (b % 5)], ['retired', true], ['retired', undefined], ['strange', [text]]]
  const [field, value] = pick(values, a) ?? ['team', undefined]
  setCardField(board, card, field, value)
}

/** A record of a server root, or one of `sys`, as the server or an imported file would write it. */
function writeRecord(board: Board, client: number, { a, b, text }: Edit): void {
  const root = pick(['attestations', 'asks', 'people', 'authorship', 'seen', ...RECORD_ROOTS] as const, a) ?? 'people'
  const id = `r${b % 7}`
  if (root === 'seen') rootMap(board, root).set(pick(rootMap(board, 'cards').keys(), b) ?? id, [text, `p${client}`])
  else if (root === 'authorship') rootMap(board, root).set(pick(rootMap(board, 'cards').keys(), b) ?? id, { author: `p${b % 3}` })
  else rootMap(board, root).set(id, { card: `c${b % 9}`, person: 'p1', team: 'sre', seq: b, name: text, role: 'member' })
}

/** Applies one edit; an edit that makes no sense on this board changes nothing. */
export function applyEdit(board: Board, client: number, edit: Edit): void {
  const cards = rootMap(board, 'cards')
  const card = pick(cards.keys(), edit.a)
  const other = pick(cards.keys(), edit.b)
  const kind = edit.kind
  if (kind < 6 || card === undefined || other === undefined) {
    const id = `c${client}-${edit.b % 9}`
    if (!cards.has(id)) addCard(board, { id, kind: 'assumption', x: edit.a, y: edit.b, title: edit.text, body: edit.text })
  } else if (kind < 10) moveCard(board, card, edit.a, edit.b)
  else if (kind < 13) setField(board, card, edit)
  else if (kind < 15) deleteCard(board, card)
  else if (kind < 16) restoreCard(board, card)
  else if (kind < 18) cards.delete(card)
  else if (kind < 25) { if (card !== other) addLink(board, card, pick(LINK_TYPES, edit.b) ?? 'about', other) }
  else if (kind < 27) removeLink(board, pick(rootMap(board, 'links').keys(), edit.b) ?? '')
  else if (kind < 28) putTeam(board, { id: `t${edit.b % 3}`, name: edit.text })
  else if (kind < 29) renameBoard(board, edit.text)
  else if (kind < 30) setSummary(board, edit.text)
  else if (kind < 31) rootMap(board, 'sys').set('settings', { validDays: edit.b })
  else if (kind < 35) writeRecord(board, client, edit)
  else {
    const text = cardMap(board, card)?.get(kind < 37 ? 'title' : 'body')
    if (text instanceof Y.XmlFragment) editText(text, edit)
  }
}
