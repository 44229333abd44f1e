// What is said of the steps of a proposal: how far it is, what is missing next.
import { listOf } from '../../language/lists.ts'
import { translated } from '../../language/translated.ts'

export const stepWords = translated('tiers.stepWords', {
  step: (n: number): string => `Step ${n}`,
  none: 'No steps yet.',
  all: (count: number): string => (count === 1 ? 'The only step is reached.' : `All ${count} steps are reached.`),
  level: (level: number, count: number): string => (level === 0 ? `No step of ${count} is reached.` : `${level} of ${count} ${count === 1 ? 'step is' : 'steps are'} reached.`),
  next: (name: string): string => `Next, for “${name}”`,
  empty: (name: string): string => `Nobody has said what “${name}” needs: it is never reached like this.`,
  later: 'All steps',
  of: (met: number, all: number): string => `${met} of ${all}`,
  reached: 'reached',
  met: 'Met',
  notMet: 'Not met',
  needs: (asked: string): string => `needs: ${asked}`,
  nowIs: (state: string): string => `now: ${state}`,
  gone: 'gone',
  unrated: 'not rated',
  exposure: (exposure: number): string => `exposure ${exposure}`,
  unknown: 'not known to this version',
  missing: (asked: string, title: string): string => `${title} (${asked.toLowerCase()})`,
  nextIs: (missing: readonly string[]): string => `Next: ${listOf(missing)}.`,
  noProposals: 'There is no proposal on this board.',
  noProposalsHint: 'A proposal has steps, the least first. Each says what has to hold, and the board checks it.',
  edit: (title: string): string => `Change the steps of “${title}”`,
  editShort: 'Change the steps',
  most: (title: string): string => `Most exposure for “${title}”`,
  earlier: (name: string): string => `“${name}” one step earlier`,
})
