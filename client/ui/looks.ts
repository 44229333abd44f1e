// How the rules' words are shown: six looks of certainty and five stances of a seat. The look is a state class of the
// sheet (`s-<look>`); everything that draws certainty (outline, link, ring, beam, tick) goes by it.
import type { AssumptionState, DependencyState, Seat } from '../../shared/rules/judgements.ts'

export const LOOKS = ['unconfirmed', 'stale', 'disputed', 'refuted', 'confirmed', 'retired'] as const
export type Look = (typeof LOOKS)[number]

/** What a tile or an arc says: yes, no, lapsed ("was"), heard but unsure, not yet heard. */
export type Stance = 'yes' | 'no' | 'was' | 'unsure' | 'quiet'

const LOOK_OF: Record<AssumptionState, Look> = {
  absent: 'retired',
  retired: 'retired',
  contested: 'disputed',
  refuted: 'refuted',
  confirmed: 'confirmed',
  expired: 'stale',
  reopened: 'stale',
  partly: 'unconfirmed',
  unconfirmed: 'unconfirmed',
}

const STANCE_OF: Record<Seat, Stance> = { confirmed: 'yes', refuted: 'no', expired: 'was', earlier_text: 'was', unsure: 'unsure', not_heard: 'quiet' }

/** A line between two teams is drawn as certain as its answers make it; what needs none is a plain line. */
const LINE_LOOK: Partial<Record<DependencyState, Look>> = {
  removed: 'stale', changed: 'stale', need_changed: 'stale', declined: 'disputed', problem: 'disputed',
  requested: 'unconfirmed', unclear: 'unconfirmed', unseen: 'unconfirmed', soft: 'unconfirmed', in_step: 'confirmed',
}

export function lineLookOf(state: DependencyState): Look | 'note' {
  return LINE_LOOK[state] ?? 'note'
}

export function lookOf(state: AssumptionState): Look {
  return LOOK_OF[state]
}

export function stanceOf(seat: Seat): Stance {
  return STANCE_OF[seat]
}
