// Every sentence about where goals lead.
import { listOf } from '../../language/lists.ts'
import { translated } from '../../language/translated.ts'

const goals = (n: number): string => `${n} ${n === 1 ? 'goal' : 'goals'}`

export const goalWords = translated('goals.goalWords', {
  northStar: 'North star',
  said: (filled: number): string => `${filled} of 5 said`,
  onlyNumber: 'A number, not a direction: nobody is named for whom it is.',
  take: 'Make it the north star',
  takeFrom: (title: string): string => `In place of “${title}”`,
  letGo: 'Not the north star any more',
  isNorth: 'The north star: all other goals lead here.',
  leads: 'Leads to the north star: ',
  noLine: 'No line leads from here to the north star: ',
  noLineTo: (title: string): string => `No line leads from here to the north star “${title}”.`,
  noNorth: 'No goal is the north star yet.',
  draw: 'It serves the north star',
  share: 'Shared by all teams',
  sharedAll: 'Every team has something that serves it.',
  sharedBut: (teams: readonly string[]): string => `Nothing of ${listOf(teams)} serves it.`,
  servesNone: 'Serves no shared goal.',
  addServes: 'Add what it serves',
  serves: 'Which goal does it serve?',
  place: 'Where it leads',
  undo: 'Undo',
})

export const goalViewWords = translated('goals.goalViewWords', {
  none: 'No goal is written down yet. What are you trying to achieve, and for whom?',
  pinned: 'North star',
  choose: 'The goal that all others lead to',
  nobody: 'None',
  noNorth: 'No goal is the north star yet, so nobody can tell what leads nowhere.',
  several: (n: number): string => `${n} goals are marked as the north star. Keep one.`,
  keep: 'Keep this one',
  keepNamed: (title: string): string => `Keep this one: ${title}`,
  leading: (n: number, teams: number, all: number): string => `${goals(n)} ${n === 1 ? 'leads' : 'lead'} to it, from ${teams} of ${all} teams.`,
  all: 'Direction of each goal',
  allHint: 'What, for whom, how you will know, what you leave for it, and why.',
  of: (filled: number): string => `${filled} of 5 said.`,
  complete: 'All five are said.',
  unexamined: 'No assumption is written down under it.',
  aside: 'No line to it',
  asideHint: 'Goals and teams of which no line leads to the north star, through others too.',
  goalAside: ' has no line to the north star.',
  teamAside: (team: string): string => `Nothing of ${team} leads to the north star.`,
  noneAside: 'Every goal and every team has a line to the north star.',
  draw: 'Draw the line',
  drawNamed: (title: string): string => `Draw the line: ${title} serves the north star`,
  shared: 'Shared by all teams',
  noShared: 'No goal is shared by all teams. Shared projects alone are no alignment.',
  servesNone: 'Serves no shared goal',
  servesNoneHint: 'Commitments with no line to a goal that all teams share, through others too.',
})
