// What freshness, drift and the taking of a baseline say around the sentences of shared/export.
import { translated } from '../../language/translated.ts'

export const freshWords = translated('drift.freshWords', {
  title: 'In date',
  notInDate: 'Not in date',
  more: (count: number): string => `And ${count} more.`,
})

export const driftWords = translated('drift.driftWords', {
  title: 'Since a baseline',
  choose: 'Compare with',
  with: (baseline: string): string => `Compared with: ${baseline}`,
  /** `name` or '' · a day · `who` or ''. */
  baseline: (name: string, day: string, who: string): string => [name, day, who].filter((part) => part !== '').join(' · '),
  none: 'There is no baseline yet. It keeps what every card is today, so that in three months the board can say what slipped.',
  same: 'Nothing has drifted since then.',
  slipped: 'Slipped',
  gained: 'Gained',
  added: 'Added',
  removed: 'Removed',
})

export const takeWords = translated('drift.takeWords', {
  take: 'Take a baseline',
  name: 'Name of the baseline',
  placeholder: 'Such as “Start of Q1”',
  hint: 'Keeps what every goal, assumption, risk, decision and proposal is now, with your name and the day. It is never changed. The check-in begins anew from it; earlier baselines stay here to compare with.',
  only: 'Owners and facilitators take a baseline.',
  failed: (why: string): string => `No baseline was taken. ${why}`,
})
