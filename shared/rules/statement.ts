// The statement of a card: the words that an answer is about, normalised, so that only a change of words re-opens it.
// Knows no people and no answers. The same everywhere: no locale, and explicit lists of characters instead of Unicode
// classes that differ between engines.
import { CARD_KINDS, type Card, type CardKind } from '../board/records.ts'

/** Soft hyphen, zero-width space, byte order mark. Joiners stay: they carry meaning in several scripts. */
const INVISIBLE = /[\u00AD\u200B\uFEFF]/g
const SINGLE_QUOTES = /[\u2018-\u201B]/g
const DOUBLE_QUOTES = /[\u201C-\u201F]/g
const DASHES = /[\u2010-\u2015\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D]/g

/** What is compared of a text. Invisible characters go first, so that NFC sees the accents they kept apart. */
export function norm(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC')
    .replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"').replace(DASHES, '-')
    .replace(/\s+/g, ' ').trim()
}

/** The words of a plain field, or an empty text when it holds none. */
export function words(value: unknown): string {
  return typeof value === 'string' ? norm(value) : ''
}

/** The statement of a card: a JSON array of kind, title, body and criterion. This string is the `basis` of answers. */
export function statementOf(card: Pick<Card, 'kind' | 'title' | 'body' | 'fields'>): string {
  return JSON.stringify([card.kind, norm(card.title), norm(card.body), words(card.fields.criterion)])
}

export interface Statement { readonly kind: CardKind; readonly title: string; readonly body: string; readonly criterion: string }

/** A statement taken apart again, for "what you answered / what it says now"; undefined when it is none. */
export function splitStatement(basis: string): Statement | undefined {
  const parts = parsed(basis)
  if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === 'string')) return undefined
  const [kind, title, body, criterion] = parts as [string, string, string, string]
  return (CARD_KINDS as readonly string[]).includes(kind) ? { kind: kind as CardKind, title, body, criterion } : undefined
}

/** True for exactly the strings that `statementOf` can give. */
export function isStatement(basis: unknown): basis is string {
  if (typeof basis !== 'string') return false
  const parts = splitStatement(basis)
  if (parts === undefined) return false
  const { kind, title, body, criterion } = parts
  return basis === JSON.stringify([kind, norm(title), norm(body), norm(criterion)])
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
