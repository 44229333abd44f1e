// "Where are we now": the state of every card that can drift, frozen with date and name by somebody who leads the board. The server
// judges them itself, at the instant that it writes down; a baseline is never changed and never taken back.
import * as v from 'valibot'
import type { Limits } from '../../../shared/protocol/limits.ts'
import { allows } from '../../../shared/protocol/rights.ts'
import type { PostBaseline } from '../../../shared/protocol/said.ts'
import { tooSmall } from '../request/failure.ts'
import { line } from '../request/fields.ts'
import { ownId } from './wording.ts'
import type { Saying } from './saying.ts'

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
    freezes: true,
    record: (baseline, { id, person }, { at, states }) => ({ id, at, person, ...baseline, states }),
    same: ['name'],
  }
}
