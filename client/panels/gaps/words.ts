// What gaps and the load of asks say around the sentences of shared/export.
import { translated } from '../../language/translated.ts'

export const gapWords = translated('gaps.gapWords', {
  none: 'There is no gap: every need has somebody who provides it in time, and no two cards contradict each other.',
  closes: 'What closes it:',
  definitions: 'Both definitions',
  title: 'Gaps',
  more: (count: number): string => `And ${count} more.`,
  noTeam: 'No team',
})

export const askWords = translated('gaps.askWords', {
  title: 'What is asked of each team',
  hint: 'All that other teams need of one, side by side. What says nothing of customers stands first.',
  none: 'No team asks anything of another one yet.',
  of: (asks: number, teams: number): string => `${asks} ${asks === 1 ? 'ask' : 'asks'} of ${teams} ${teams === 1 ? 'team' : 'teams'}`,
  latest: (day: string): string => `the latest by ${day}`,
  unknownCustomers: (count: number): string => `${count} ${count === 1 ? 'says' : 'say'} nothing of customers`,
  takes: (amount: string): string => `Takes: ${amount}`,
  by: (day: string): string => `by ${day}`,
  noDay: 'no day',
  outcome: 'For customers',
  noOutcome: 'Nobody has said what they get from it',
  needs: 'needs',
  serves: 'For',
  nothingSaid: 'Nobody has said what is needed',
})
