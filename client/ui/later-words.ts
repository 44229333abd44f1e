// Words of the elements that no board needs before its first card: days, what stands on keys, the reason of a dispute.
import { translated } from '../language/translated.ts'

/** The field of a day and its month. The lists are what people may write, in small letters. */
export const dayWords = translated('ui.dayWords', {
  today: ['today'] as readonly string[],
  tomorrow: ['tomorrow'] as readonly string[],
  dayUnits: { days: ['day', 'days'], weeks: ['week', 'weeks'], months: ['month', 'months'] } as Readonly<Record<'days' | 'weeks' | 'months', readonly string[]>>,
  placeholder: 'No date',
  unknown: 'Write a day like 1 Mar 2026, 1.3.2026, 2026-03-01 or “in 2 weeks”.',
  choose: (label: string): string => `Choose a day: ${label}`,
  previous: 'Month before',
  next: 'Month after',
  goToday: 'Today',
  clear: 'No date',
})

/** What stands on keys, where it is a word. Symbols of a Mac's keys are the same in every language. */
export const keyCapWords = translated('ui.keyCapWords', {
  mod: 'Ctrl', alt: 'Alt', shift: 'Shift', enter: 'Enter', escape: 'Esc', space: 'Space', delete: 'Del', backspace: 'Backspace', home: 'Home', end: 'End', tab: 'Tab',
})

/** The reason of a dispute, wherever one is given by one press. */
export const disputeWords = translated('ui.disputeWords', {
  reason: 'What do you know that makes it false?',
  needed: 'Nobody can weigh a dispute without a reason.',
  send: 'Dispute',
  without: 'Dispute without a reason',
})

/** The name of a team as a button. */
export const teamNameWords = translated('ui.teamNameWords', {
  about: (team: string): string => `About ${team}`,
})
