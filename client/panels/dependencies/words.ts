// What is said of dependencies between teams, in the inspector and in the view of all lines.
import type { DependencyAlert } from '../../../shared/rules/judgements.ts'
import type { Response } from '../../../shared/rules/dependency.ts'
import { listOf } from '../../language/lists.ts'
import { translated } from '../../language/translated.ts'

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

export const dependencyWords = translated('dependencies.dependencyWords', {
  title: 'Dependencies',
  needs: 'Needs',
  neededBy: 'Is needed by',
  ask: 'What is needed',
  needBy: 'Needed by',
  what: 'Type',
  outcome: 'For customers',
  open: (title: string): string => `Open ${title}`,
  untitled: 'Untitled',
  nobody: 'No team',
  state: (word: string): string => `State: ${word}`,
  overdue: 'Overdue',
  sameTeam: 'One team needs this of itself. Nobody has to answer.',
  late: (count: number): string => `${days(count)} too late`,
  early: (count: number): string => `${days(count)} to spare`,
  onTheDay: 'On the day it is needed',
  noDate: 'No delivery date yet',
  due: (day: string): string => `delivered ${day}`,
  all: 'Who needs whom',
  parts: { title: 'Words', body: 'Text', criterion: 'How to tell', due: 'Delivered', ask: 'What is needed', needBy: 'Needed by' },
})

export const answerWords = translated('dependencies.answerWords', {
  response: { ok: 'Fine', adapting: 'We adapt', problem: 'Problem', yes: 'Yes', will_try: 'Will try', unclear: 'Unclear', no: 'No' } satisfies Record<Response, string>,
  /** What the choice says, for people who hear it. */
  meaning: {
    ok: 'It changes nothing for us', adapting: 'We change our side', problem: 'It does not work for us as it stands',
    yes: 'You will get it', will_try: 'Perhaps: this is not a yes', unclear: 'We do not know yet what you need', no: 'You will not get it from us',
  } satisfies Record<Response, string>,
  reason: {
    ok: 'Anything to add?', adapting: 'What do you change?', problem: 'What does not work?', yes: 'Anything to add?', will_try: 'What does it hang on?', unclear: 'What is not clear?', no: 'Why not?',
  } satisfies Record<Response, string>,
  question: {
    removed: (team: string): string => `This is gone, and ${team} relied on it. What does it require of you?`,
    changed: (team: string): string => `This changed since ${team} answered. What does it require of you?`,
    unseen: (team: string): string => `${team} relies on this. Is it fine as it stands?`,
    need_changed: (team: string): string => `What is needed changed since ${team} answered. Will you deliver it?`,
    requested: (team: string): string => `This is asked of ${team}. Will you deliver it?`,
  } satisfies Record<DependencyAlert['why'], (team: string) => string>,
  label: (team: string): string => `Answer for ${team}`,
  choose: 'Your answer',
  give: 'Answer',
  again: 'Change the answer',
  leave: 'Cancel',
  said: (who: string, day: string): readonly [string, string] => [who, day],
  before: (answer: string): string => `${answer}, on what stood there before`,
  none: 'Not yet heard',
  removedCard: 'The card was taken off the board.',
  answered: (day: string): string => `You answered on ${day}:`,
  failed: (why: string): string => `Your answer was not stored. ${why}`,
  waiting: (answer: string): string => `“${answer}” waits here to be sent.`,
  drop: 'Take it back',
})

export const noteWords = translated('dependencies.noteWords', {
  relying: (teams: readonly string[]): string => `${teams.length} ${teams.length === 1 ? 'team relies' : 'teams rely'} on this: ${listOf(teams)}`,
  title: (teams: readonly string[]): string => `You changed what ${listOf(teams)} ${teams.length === 1 ? 'relies' : 'rely'} on`,
  why: 'It goes with the notice to them. All of it may stay empty.',
  requires: 'What does it require of them?',
  needs: 'What do you need from them?',
  ifNot: 'What if they cannot?',
  send: 'Send along',
  skip: 'Nothing to add',
  told: (who: string): string => `${who} about the change`,
  ask: 'Say what it asks of them',
  failed: (why: string): string => `Your note was not stored. ${why}`,
})

export const viewWords = translated('dependencies.viewWords', {
  title: 'Who needs whom',
  waits: (count: number): string => `${count} ${count === 1 ? 'waits' : 'wait'} for you`,
  /** After what is seen, for people who hear it. */
  chip: (team: string): string => ` on dependencies of ${team}`,
  changed: (team: string): string => `Changed since ${team} last answered`,
  asked: (team: string): string => `Never answered by ${team}`,
  nothing: (team: string): string => `Nothing waits for ${team}. Everything that others changed is answered.`,
  noTeam: 'Choose your team to see what waits for it.',
  theChange: 'The change',
  landsOn: 'Who it lands on',
  changedBy: (who: string): string => `${who} changed this. What does it require of you?`,
  matrix: 'All lines',
  types: 'Type of what is needed',
  anyType: 'Any type',
  matrixHint: 'A row needs, a column provides. Press a cell for its lines.',
  needing: 'Needs',
  cell: (needing: string, providing: string, states: string): string => `${needing} needs ${providing}: ${states}`,
  cellOf: (count: number, state: string): string => (count === 1 ? state : `${count} ${state}`),
  none: 'No card of one team depends on a card of another one yet.',
  linesOf: (needing: string, providing: string): string => `${needing} needs ${providing}`,
  heard: (count: number, all: number): string => `${count} of ${all} answered`,
})

export const alertWords = translated('dependencies.alertWords', {
  look: 'Look',
  changed: (who: string, title: string, team: string): string => `${who} changed “${title}”, which ${team} relies on`,
  removed: (title: string, team: string): string => `“${title}” is gone, and ${team} relied on it`,
  need_changed: (who: string, title: string, team: string): string => `${who} changed what is needed of ${team}: “${title}”`,
  several: (count: number, team: string): string => `${count} dependencies changed since ${team} last answered`,
})

/** Of a row in the ledger. */
export const sayingWords = translated('dependencies.sayingWords', {
  needs: (title: string, facts: readonly string[]): string => `Needs ${title}: ${facts.join(', ')}.`,
  neededBy: (title: string, facts: readonly string[]): string => `${title} needs it: ${facts.join(', ')}.`,
  by: (day: string): string => `by ${day}`,
  late: (count: number): string => `${days(count)} too late`,
  more: (count: number): string => `And ${count} more.`,
})
