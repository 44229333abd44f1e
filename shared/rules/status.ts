// The status mark: one word for any card, the same everywhere. Assumptions, decisions and standings
// bring their own words, and so do risks; this file has those of the other kinds.
import type { Card } from '../board/records.ts'
import type { BoardIndex } from './board-index.ts'
import { endOfDay, nextOf } from './instants.ts'
import type { Timed } from './memo.ts'
import { words } from './statement.ts'

/** Actions and commitments. Overdue only once the due day has ended, UTC. */
export function workStatus(card: Card, now: number): Timed<string> {
  if (isSet(card.fields.done)) return { value: 'done', until: Infinity }
  if (words(card.fields.owner) === '') return { value: 'unowned', until: Infinity }
  const end = endOfDay(card.fields.due)
  return { value: end !== undefined && now >= end ? 'overdue' : 'doing', until: nextOf(now, [end]) }
}

export function questionStatus(card: Card): Timed<string> {
  return { value: words(card.fields.answer) === '' ? 'open' : 'answered', until: Infinity }
}

export function contextStatus(index: BoardIndex, card: Card): Timed<string> {
  return { value: (index.state.seen.get(card.id) ?? []).length === 0 ? 'new' : 'seen', until: Infinity }
}

/** A flag of a file may be true, or a text that says since when or why. */
export function isSet(value: unknown): boolean {
  return value === true || words(value) !== ''
}
