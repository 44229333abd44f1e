// Who wrote what: which entries of the server root `authorship` follow from a change that passed the gate. A pure
// function of the change, its person, the time, and the cards before and after; the room writes the answer.
import type { Authorship, Card } from '../../shared/board/records.ts'
import { statementOf } from '../../shared/rules/statement.ts'
import type { Passed } from './gate.ts'
import type { Actor } from './rooms.ts'

/** Typing goes on: the same person within this time is the same edit, and nothing more is written. */
const SAME_EDIT_MS = 10_000

/** Cards by id, as a table of a board or a map of those that a change touches. */
export interface Cards { get(id: string): Card | undefined }

export interface AuthorshipEntry { readonly card: string; readonly authorship: Authorship }

/**
 * The entries to write, as a whole each. A program that came with a key is nobody: what it changed has no last editor.
 * Cards outside `passed.touched` and `passed.hidden` are not asked for.
 */
export function authorshipAfter(passed: Pick<Passed, 'touched' | 'hidden'>, actor: Actor, now: Date, before: Cards, after: Cards): AuthorshipEntry[] {
  const entries: AuthorshipEntry[] = []
  for (const id of new Set([...passed.touched, ...passed.hidden])) {
    const card = after.get(id)
    const authorship = card === undefined ? undefined : nextAuthorship(before.get(id), card, actor.person, now)
    if (authorship !== undefined) entries.push({ card: id, authorship })
  }
  return entries
}

/** The next entry of one card, or undefined when it stays as it is. */
function nextAuthorship(before: Card | undefined, after: Card, person: string | undefined, now: Date): Authorship | undefined {
  const old = authorshipOf(after)
  const at = now.toISOString()
  const made = before === undefined ? { author: person, createdAt: at } : { author: old.author, createdAt: old.createdAt }
  const edited = before !== undefined && statementOf(before) !== statementOf(after) && !isSameEdit(old, person, now)
    ? { editedBy: person, editedAt: at } : { editedBy: old.editedBy, editedAt: old.editedAt }
  const next: Authorship = { ...made, ...edited, deletedAt: after.deleted ? (old.deletedAt ?? at) : undefined }
  return same(old, next) ? undefined : next
}

function authorshipOf({ author, createdAt, editedBy, editedAt, deletedAt }: Card): Authorship {
  return { author, createdAt, editedBy, editedAt, deletedAt }
}

function same(a: Authorship, b: Authorship): boolean {
  return a.author === b.author && a.createdAt === b.createdAt && a.editedBy === b.editedBy && a.editedAt === b.editedAt && a.deletedAt === b.deletedAt
}

/** True while the last editor, or the author of a card that nobody edited yet, goes on writing. */
function isSameEdit({ author, createdAt, editedBy, editedAt }: Authorship, person: string | undefined, now: Date): boolean {
  const [by, since] = editedAt === undefined ? [author, createdAt] : [editedBy, editedAt]
  if (person === undefined || by !== person || since === undefined) return false
  const passed = now.getTime() - Date.parse(since)
  return passed >= 0 && passed < SAME_EDIT_MS
}
