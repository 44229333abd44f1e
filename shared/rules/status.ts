// The status mark: one word for any card, the same everywhere. Assumptions, decisions and standings
// bring their own words; this file has those of the other kinds.
import type { Card } from '../board/records.ts'
import type { BoardIndex } from './board-index.ts'
import { isActive } from './dependants.ts'
import { endOfDay, nextOf } from './instants.ts'
import type { AssumptionJudgement } from './judgements.ts'
import type { Timed } from './memo.ts'
import { words } from './statement.ts'

/** Materialised and triggered come before what people did about the risk: a refuted premise outranks "mitigated". */
export function riskStatus(index: BoardIndex, card: Card, assumption: (cardId: string) => Timed<AssumptionJudgement>): Timed<string> {
  let until = Infinity
  let triggered = false
  let mitigations = 0
  let done = 0
  for (const link of index.linksTo(card.id)) {
    const from = index.state.cards.get(link.from)
    if (!isActive(from)) continue
    if (link.type === 'if_false' && from.kind === 'assumption') {
      const judged = assumption(from.id)
      until = Math.min(until, judged.until)
      triggered ||= judged.value.state === 'refuted'
    } else if (link.type === 'mitigates') {
      mitigations++
      if (isSet(from.fields.done)) done++
    }
  }
  if (isSet(card.fields.materialised)) return { value: 'materialised', until: Infinity }
  if (triggered) return { value: 'triggered', until }
  if (isSet(card.fields.accepted)) return { value: 'accepted', until }
  if (mitigations === 0) return { value: 'open', until }
  return { value: done === mitigations ? 'mitigated' : 'mitigating', until }
}

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
function isSet(value: unknown): boolean {
  return value === true || words(value) !== ''
}
