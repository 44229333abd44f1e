// What the board answers to a command: one sentence, said to everyone and shown where a toast helps.
import type { Verdict } from '../../shared/board/records.ts'
import { translated } from '../language/translated.ts'

const some = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

/** What commands of the canvas answer: frames, sizes, copies, kinds of links. */
export const canvasWords = translated('commands.canvasWords', {
  framed: 'Frame added',
  framedWith: (n: number): string => `Frame added around ${some(n, 'card')}`,
  movedTo: (n: number, frame: string): string => `${some(n, 'card')} moved to ${frame === '' ? 'the frame' : frame}`,
  movedOff: (n: number): string => `${some(n, 'card')} moved, off the frame`,
  takenOff: (n: number): string => `${some(n, 'card')} taken off the frame`,
  frameDeleted: (n: number): string => (n === 0 ? 'Frame deleted' : `Frame deleted, its ${some(n, 'card')} ${n === 1 ? 'stays' : 'stay'}`),
  wide: (width: number): string => `${width} wide`,
  sized: (width: number, height: number): string => `${width} by ${height}`,
  linkToItself: 'A card cannot be linked to itself',
  linkRefused: 'No such link can be drawn',
  copied: (n: number): string => `${some(n, 'card')} copied`,
  pasted: (n: number): string => `${some(n, 'card')} pasted`,
  pastedSome: (n: number, all: number): string => `${some(n, 'card')} of ${all} pasted: more do not go at once. Export and import a board file for the others.`,
  duplicated: (n: number): string => `${some(n, 'card')} duplicated`,
  nothingToPaste: 'There is nothing in the clipboard that could be a card',
  cannotPaste: (why: string): string => `Nothing was pasted. These cards cannot be read: ${why}`,
  pasteStopped: (sentence: string): string => `Not everything was pasted. ${sentence}`,
  labels: { frame: 'new frame', size: 'changing a size', toFrame: 'moving to a frame', paste: 'pasting', duplicate: 'duplicating', linkType: 'changing a link', cut: 'cutting' },
})

export const words = translated('commands.words', {
  added: (kind: string): string => `${kind} added`,
  deleted: (n: number): string => `${some(n, 'card')} deleted`,
  restored: (n: number): string => `${some(n, 'card')} brought back`,
  moved: (n: number): string => `${some(n, 'card')} moved`,
  linked: (from: string, type: string, to: string): string => `${from} ${type} ${to}`,
  linkedAlready: 'These two are linked already',
  unlinked: 'Link removed',
  changed: (field: string): string => `${field} changed`,
  retired: 'Card retired',
  unretired: 'Card brought back from retirement',
  renamed: 'Renamed',
  boardRenamed: 'Board renamed',
  teamMade: (name: string): string => `${name} is a team of this board`,
  teamChanged: (name: string): string => `${name} changed`,
  teamRemoved: (name: string): string => `${name} removed`,
  asked: (team: string): string => `${team} is asked`,
  relieved: (team: string): string => `${team} is no longer asked`,
  answered: {
    confirm: (team: string): string => `Confirmed for ${team}`,
    refute: (team: string): string => `Disputed for ${team}`,
    unsure: (team: string): string => `Unsure, said for ${team}`,
    withdraw: (): string => 'Answer withdrawn',
  } satisfies Record<Verdict, (team: string) => string>,
  overtaken: 'The words have changed meanwhile. Your answer stands for the words you saw.',
  waits: 'It waits here to be sent.',
  noAnswer: 'Answers come from members of this board.',
  noTeam: 'Choose your team first; an answer is given for a team.',
  readOnly: 'You can look, not change.',
  undone: (label: string): string => (label === '' ? 'Undone' : `Undone: ${label}`),
  redone: (label: string): string => (label === '' ? 'Done again' : `Done again: ${label}`),
  movedOn: (who: string): string => `${who} has changed it since; nothing was undone`,
  notAgain: (who: string): string => `${who} has changed it since; nothing was done again`,
  somebody: 'Somebody',
  nothingToUndo: 'Nothing of yours to undo',
  nothingToRedo: 'Nothing to do again',
  untitled: 'the card',
  labels: {
    add: 'new card', delete: 'deleting', restore: 'bringing back', move: 'moving', link: 'new link', unlink: 'removing a link',
    field: (field: string): string => `change of ${field}`, rename: 'renaming', board: 'name of the board', team: 'teams', ask: 'asking',
    typing: 'typing',
  },
  fields: {
    team: 'Team', owner: 'Owner', due: 'Due date', reviewBy: 'Review date', importance: 'Importance', criterion: 'Criterion', kind: 'Kind',
    likelihood: 'Likelihood', impact: 'Impact', notes: 'Notes', validDays: 'Days it stays valid', askTeams: 'Asked teams',
  } as Readonly<Record<string, string>>,
})

export const factWords = translated('commands.factWords', {
  linkChanged: 'Link changed',
  linkGone: 'This link is gone',
  linkBack: 'Link brought back',
})
