// "Where are we now": the state of every card, frozen with date and name by somebody who leads the board. The server
// judges them itself, at the instant that it writes down; a baseline is never changed and never taken back.
import * as v from 'valibot'
import type { BoardState } from '../../../shared/board/records.ts'
import type { Limits } from '../../../shared/protocol/limits.ts'
import { allows } from '../../../shared/protocol/rights.ts'
import type { PostBaseline } from '../../../shared/protocol/said.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { tooSmall } from '../request/failure.ts'
import { line } from '../request/fields.ts'
import { ownId } from './bases.ts'
import type { Saying } from './saying.ts'

/** As the report says them. */
function statusesOf(state: BoardState, at: string): Record<string, string> {
  const judgements = judge(state, Date.parse(at))
  const ids = Array.from(state.cards.values()).filter(({ deleted }) => !deleted).map(({ id }) => id).sort()
  return Object.fromEntries(ids.map((id) => [id, judgements.status(id)]))
}

type Baseline = Omit<PostBaseline, 'id'>

export function baselines({ titleChars }: Limits): Saying<'baselines', PostBaseline, Baseline> {
  return {
    root: 'baselines',
    body: v.strictObject({ id: ownId, name: v.optional(line('The name', titleChars)) }) as v.GenericSchema<unknown, PostBaseline>,
    noGuests: 'Guests cannot take a baseline.',
    read: ({ name }) => (name === undefined || name === '' ? {} : { name: name.toWellFormed() }),
    allow: (_state, _baseline, { person, right }) => {
      if (!allows(right, 'own') && person.role !== 'facilitator') throw tooSmall('Only owners and facilitators take a baseline.')
    },
    record: (baseline, { id, at, person }, state) => ({ id, at, person, ...baseline, states: statusesOf(state, at) }),
    same: ['name'],
  }
}
