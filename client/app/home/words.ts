// Every sentence of the home page: making boards, opening files, the list, and what a tile says of its board.
import type { Right } from '../../../shared/protocol/rights.ts'
import { translated } from '../../language/translated.ts'

export const tileWords = translated('home.tileWords', {
  empty: 'Nothing written down yet',
  noAssumptions: 'No assumptions written down yet',
  allConfirmed: 'All confirmed',
  here: (count: number): string => (count === 1 ? 'somebody is there' : `${count} people are there`),
})

export const homeWords = translated('home.homeWords', {
  heading: 'Boards',
  question: 'What are you trying to agree on?',
  create: 'New board',
  creating: 'Making the board',
  createFailed: (sentence: string) => `No board was made. ${sentence}`,
  createKey: 'Key for making boards',
  createKeyMissing: 'This server asks for its key: write it below.',
  createKeyHint: 'Only people with this key may make boards here. Ask whoever runs the server.',
  boards: 'Your boards',
  noBoards: 'No board yet. Say above what you are trying to agree on, or look at an example below.',
  loading: 'Reading your boards',
  loadFailed: (sentence: string) => `Your boards could not be read. ${sentence}`,
  again: 'Try again',
  edited: (when: string) => `edited ${when}`,
  right: {
    embed: 'Embed', view: 'You can look', contribute: 'You can add context', edit: 'You can edit', own: 'You own it',
  } satisfies Record<Right, string>,
  actions: (title: string) => `More for ${title}`,
  rename: 'Rename',
  renameField: 'Name of the board',
  save: 'Save',
  cancel: 'Cancel',
  renameFailed: (sentence: string) => `The name is as it was. ${sentence}`,
  delete: 'Delete',
  deleted: (title: string) => `“${title}” is deleted`,
  deleteFailed: (sentence: string) => `The board is still there. ${sentence}`,
  undo: 'Undo',
  forget: 'Take off this list',
  forgotten: (title: string) => `“${title}” is off this list. Its link still opens it.`,
  templates: 'Start from',
  examples: 'Look at a board that others have worked on',
  templatesFailed: (sentence: string) => `The examples could not be read. ${sentence}`,
  asExample: 'Open as an example, with its people',
  asStart: 'Start from it, without people and answers',
  cards: (n: number) => `${n} cards`,
  file: 'Open a file',
  fileHint: 'A board file ends with .json. You can also drop it anywhere on this page.',
  drop: 'Drop the board file to open it',
  fileNotJson: (name: string, why: string) => `${name} is not a board file: ${why}. Nothing was made.`,
  fileRefused: (name: string, sentence: string, path: string | undefined) => `${name} was not opened, nothing was made. ${sentence}${path === undefined ? '' : ` Place: ${path}`}`,
  fileTooLarge: (name: string, mb: number) => `${name} is larger than ${mb} MB. Nothing was made.`,
  /** `first`: what was left out of the file, as the server says it; `more`: how many such sentences follow. */
  fileWarnings: (first: string, more: number) => `Opened. ${first}${more === 0 ? '' : ` And ${more} more of that kind.`}`,
  onlyOne: 'One file at a time, please.',
})
