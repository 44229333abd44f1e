// What a board or a card may choose (settings, `validDays`, `quorum`), with the defaults of RULES.md. A value that
// is not understood counts as not given.
import type { Card, Settings } from '../board/records.ts'
import { DAY_MS } from './instants.ts'

const DEFAULT_VALID_DAYS = 90
const DEFAULT_ACK_DAYS = 3

function days(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined
}

/** How long a confirmation holds, in ms. */
export function validMs(card: Card, settings: Settings): number {
  return (days(card.fields.validDays) ?? days(settings.validDays) ?? DEFAULT_VALID_DAYS) * DAY_MS
}

/** How long a team has to look at what changed under it before that is overdue, in ms. */
export function ackMs(settings: Settings): number {
  return (days(settings.ackDays) ?? DEFAULT_ACK_DAYS) * DAY_MS
}

export function quorumOf(card: Card, settings: Settings): 'all' | 'majority' {
  const own = card.fields.quorum
  if (own === 'majority' || own === 'all') return own
  return settings.quorum === 'majority' ? 'majority' : 'all'
}

export function needsEvidence(settings: Settings, loadBearing: boolean): boolean {
  if (settings.requireEvidence === 'always') return true
  if (settings.requireEvidence === 'never') return false
  return loadBearing
}

/** True when judgements under one settings hold under the other. */
export function sameChoices(a: Settings, b: Settings): boolean {
  return a === b || (a.validDays === b.validDays && a.quorum === b.quorum && a.requireEvidence === b.requireEvidence && a.ackDays === b.ackDays)
}
