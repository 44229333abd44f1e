// Every sentence of the ledger.
import { listOf } from '../../language/lists.ts'
import { translated } from '../../language/translated.ts'
import type { Look } from '../../ui/looks.ts'
import type { Grouping } from './groups.ts'

const were = (names: readonly string[]): string => `${listOf(names)} ${names.length === 1 ? 'was' : 'were'}`

export const ledgerWords = translated('ledger.ledgerWords', {
  label: 'Ledger: the whole board as rows',
  find: (n: number, what: string): string => `Find in ${n} ${what}`,
  cards: 'cards',
  group: (by: string): string => `Group: ${by}`,
  groupings: { state: 'state', team: 'team', frame: 'frame', kind: 'kind', dependency: 'dependency' } satisfies Record<Grouping, string>,
  team: (name: string): string => `Team: ${name}`,
  anyTeam: 'all',
  kind: (name: string): string => `Show: ${name}`,
  anyKind: 'all cards',
  mode: 'Arrangement',
  table: 'Table',
  outline: 'Outline',
  options: 'Arrange the ledger',
  waitFor: (n: number, team: string) => [String(n), ` ${n === 1 ? 'waits' : 'wait'} for ${team}`] as const,
  inTurn: 'Answer them in turn',
  columns: { mark: 'State', title: 'Statement', yes: 'Confirmed', who: 'Who depends on it', carries: 'Carries', frame: 'Frame', when: 'Review by' },
  nothing: 'Nothing is written down yet. There are always some assumptions.',
  noMatch: 'No card matches.',
  showAll: 'Show all',
  add: 'Add a card',
  keys: { move: 'Move', confirm: 'Confirm', dispute: 'Dispute', unsure: 'Unsure', ask: 'Ask', open: 'Open', find: 'Find', canvas: 'Show on canvas', all: 'All keys', label: 'Keys' },
  selected: (n: number): string => `${n} selected`,
})

export const rowWords = translated('ledger.rowWords', {
  look: { unconfirmed: 'Unconfirmed', stale: 'Need re-confirming', disputed: 'Disputed', refuted: 'Refuted', confirmed: 'Confirmed', retired: 'Retired' } satisfies Record<Look, string>,
  about: {
    unconfirmed: 'Most carried first', stale: 'Edited or past review since they were confirmed', disputed: 'Both sides stay until one is shown wrong', refuted: '',
    confirmed: 'Everyone who depends on them said yes', retired: 'No longer relevant',
  } satisfies Record<Look, string>,
  stillRest: (n: number): string => (n === 0 ? 'Nothing rests on them' : `${n} ${n === 1 ? 'card still rests' : 'cards still rest'} on ${n === 1 ? 'it' : 'them'}`),
  noTeam: 'No team',
  noLine: 'No dependency',
  noFrame: 'In no frame',
  of: (yes: number, all: number): string => `${yes} of ${all}`,
  carries: (n: number): string => `carries ${n}`,
  rests: (n: number): string => `rests on ${n}`,
  kindIs: (kind: string, state: string): string => `${kind}, ${state}`,
  noDate: 'No date',
  edited: 'Edited',
  due: 'Due',
  refuted: 'Refuted',
  again: 'shown further up',
  none: '–',
  fold: (name: string): string => `Close ${name}`,
  unfold: (name: string): string => `Open ${name}`,
  confirmedWas: (team: string, was: string): string => `${team} confirmed “${was}”.`,
  confirmedBefore: (team: string, was: string, who: string): string => `${team} confirmed “${was}”, before ${who} changed it.`,
  asked: (teams: readonly string[], when: string): string => `${were(teams)} asked ${when}.`,
  askedAgain: (title: string, more: number): string => `Asked again since “${title}”${more === 0 ? '' : ` and ${more} more`}.`,
})

export const actionWords = translated('ledger.actionWords', {
  copyFailed: 'The browser did not allow copying.',
  label: (title: string): string => `For ${title}`,
  confirm: 'Confirm',
  confirmAgain: 'Confirm again',
  forTeam: (team: string): string => ` for ${team}`,
  dispute: 'Dispute',
  unsure: 'Unsure',
  ask: (teams: readonly string[]): string => `Ask ${teams.length > 2 ? `${teams.length} teams` : listOf(teams)}`,
  withdraw: 'Take your answer back',
  said: { confirm: 'You confirmed it', refute: 'You dispute it', unsure: 'You are unsure' },
  chooseTeam: 'Choose your team',
  more: 'More',
  open: 'Details',
  edit: 'Edit the words',
  evidence: 'Add evidence',
  link: 'Link to another card',
  linkShort: 'Link',
  frame: 'Move to a frame',
  toFrame: (name: string): string => `To ${name}`,
  outOfFrame: 'Out of the frame',
  canvas: 'Show on canvas',
  retire: 'Retire: no longer relevant',
  unretire: 'Bring back from retirement',
  delete: 'Delete',
  undo: 'Undo',
  linkTitle: (title: string): string => `Link “${title}”`,
  nothingThere: { up: 'Nothing rests on it', down: 'It rests on nothing' },
  hidden: 'The filter hides that card',
  untitledFrame: 'Untitled frame',
})

export const printWords = translated('ledger.printWords', {
  asOf: (when: string): string => `As of ${when}`,
  counts: (parts: readonly string[]): string => parts.join(' · '),
  filtered: (shown: number, all: number): string => `${shown} of ${all} cards, as filtered`,
  all: (n: number): string => `${n} cards`,
  teams: { yes: 'yes', no: 'no', was: 'earlier wording', unsure: 'unsure', quiet: 'not yet heard' },
})
