// A sentence that names cards: words, and between them the cards, so that a page can make each a button, and paper and
// Markdown can quote its title. The words of others stay one line and format nothing. Knows no language and no element.
import { withoutUnseen } from '../board/unseen.ts'

export interface CardNamed { readonly card: string; readonly title: string }
export type Piece = string | CardNamed
export type Sentence = readonly Piece[]

/** Marks of the places of the cards while a sentence is written: no letters, so that nothing rewrites them. */
const OPEN = '\uE000'
const CLOSE = '\uE001'
const PLACE = /\uE000(\d+)\uE001/

/** `write` is given a name for each card and may put the names anywhere, in any order. */
export function sentence(cards: readonly CardNamed[], write: (...names: readonly string[]) => string): Sentence {
  const pieces = write(...cards.map((_, at) => `${OPEN}${at}${CLOSE}`)).split(PLACE)
  return pieces.map((piece, at) => (at % 2 === 1 ? cards[Number(piece)] ?? '' : piece)).filter((piece) => piece !== '')
}

/** Control characters, and marks of the places of cards. */
// oxlint-disable-next-line eslint/no-control-regex
const UNSAFE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uE000\uE001]/g

/** Words of a board within a line: nothing in them breaks it, hides, or turns what follows. */
export function inLine(text: string): string {
  return withoutUnseen(text).replace(UNSAFE, '').replace(/\s+/g, ' ').trim()
}

export function sentenceText(pieces: Sentence): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : inLine(piece.title))).join('')
}

/** What could mean something in any Markdown or in HTML; "." and ")" only after a number at the beginning of a line. */
const MEANING = /[\\`*_[\]<>&#|~!$^{}]/g
const AT_START = /^(\d{1,9})([.)])|^([-+=:])/

/** What pages make a link, a mention or a picture of although no sign stands around it: a joiner of words, which has no shape, breaks it. */
const MADE_MORE_OF = /:(?=\/\/)|@|:(?=[\w+-]+:)|\b(?:mailto|xmpp):|\bwww(?=\.)/gi

/** A line of plain words as Markdown that shows exactly these words. */
export function markdownLine(text: string): string {
  return inLine(text).replace(MADE_MORE_OF, '$&\u2060').replace(MEANING, '\\$&').replace(AT_START, (_all, digits: string | undefined, mark: string | undefined, sign: string | undefined) => (sign === undefined ? `${digits}\\${mark}` : `\\${sign}`))
}
