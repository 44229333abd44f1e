// Every sentence of the pages: home, board, entering, what went wrong. Errors say first what is kept.
import type { Right } from '../../shared/protocol/rights.ts'
import { enterWords } from '../people/words.ts'
import type { Look } from '../ui/looks.ts'
import { translated } from '../language/translated.ts'

const LOOK: Readonly<Record<Look, string>> = {
  unconfirmed: 'unconfirmed', stale: 'need re-confirming', disputed: 'disputed', refuted: 'refuted', confirmed: 'confirmed', retired: 'retired',
}

function changes(n: number): string {
  return `${n} ${n === 1 ? 'change' : 'changes'}`
}

export const appWords = translated('app.appWords', {
  name: 'Tacit',
  boardTitle: (title: string) => `${title} · Tacit`,
  untitled: 'Untitled board',
  skip: 'To the board',
})

export const themeWords = translated('app.themeWords', { toDark: 'Dark theme', toLight: 'Light theme' })

export const homeWords = translated('app.homeWords', {
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

export const boardWords = translated('app.boardWords', {
  home: 'All boards',
  rename: 'Rename the board',
  title: 'Name of the board',
  teams: 'Teams',
  share: 'Share',
  yours: 'This board is yours in this browser. Its links are under Share.',
  more: 'More',
  download: 'Download the board file',
  downloadFailed: (sentence: string) => `The file was not made. ${sentence}`,
  people: 'People and teams',
  profile: 'Your name and team',
  device: 'Open on another device',
  help: 'All keys',
  settings: 'Settings',
  opening: 'Opening the board',
  stage: 'Board',
  enterFailed: (sentence: string) => `The board could not be opened yet. ${sentence}`,
  enterAgain: 'Try again',
})

export const saveWords = translated('app.saveWords', {
  connecting: 'Connecting',
  saved: 'Saved',
  saving: 'Saving',
  offline: (pending: number) => (pending === 0 ? 'Offline' : `Offline, ${changes(pending)} kept here`),
  reconnecting: 'Reconnecting',
  notSaved: 'Not saved',
  viewOnly: 'View only',
  gone: 'Gone',
})

export const bannerWords = translated('app.bannerWords', {
  offline: 'You are offline. Keep working; it will be sent when you are back.',
  offlineReader: 'You are offline. This is the board as it was when the connection broke.',
  viewOnly: 'You can look, not change.',
  guest: 'You can look, and add context. You cannot change the board.',
  refused: (pending: number) => (pending > 1 ? `The server refused the last ${pending} changes. They are still here.` : 'The server refused the last change. It is still here.'),
  copy: 'Copy',
  copied: 'Copied',
  byHand: 'Your words, to copy by hand',
  read: 'I have seen it',
})

function answers(n: number): string {
  return `${n} ${n === 1 ? 'answer' : 'answers'}`
}

/** Away from the server, back again, and what this browser keeps meanwhile. */
export const awayWords = translated('app.awayWords', {
  away: (title: string) => `The server cannot be reached, and ${title === '' ? 'this board' : `“${title}”`} is not kept in this browser. It opens as soon as the server is back.`,
  again: 'Try again',
  boards: 'The server cannot be reached. These are the boards that this browser knows; those it has opened before can be worked on.',
  /** `changes`, `given`: what went out; `met`: answers of these on words that have changed meanwhile; `refused`: answers that were not taken. */
  back: (changes: number, given: number, met: number, refused: number) => {
    const sent = [changes > 0 ? `${changes} ${changes === 1 ? 'change' : 'changes'}` : '', given > 0 ? answers(given) : ''].filter((part) => part !== '').join(' and ')
    const first = sent === '' ? 'Back online' : `Back online, ${sent} sent`
    return `${first}${met === 0 ? '' : `; ${answers(met)} met newer words`}${refused === 0 ? '' : `; ${answers(refused)} not taken`}`
  },
  look: 'See what changed',
  notTaken: (card: string, why: string) => `Your answer on “${card}” was not taken. ${why}`,
  scarce: 'This browser has hardly any room left. Soon it cannot keep changes while you are offline.',
  full: 'This browser cannot keep changes: it has no room left. They are safe only while you are connected. Do not close this tab while something is unsent.',
  closed: 'This browser cannot keep changes. They are safe only while you are connected. Do not close this tab while something is unsent.',
  understood: 'I have seen it',
  /** Somebody of the same name, or merged into this person. */
  offered: (texts: number) => `This browser keeps ${texts === 1 ? 'words that were' : `${texts} texts that were`} never saved, of somebody with your name. Were you that?`,
  mine: 'Yes, show me',
  notMine: 'No',
  kept: (texts: number) => (texts === 1 ? 'Kept for you: words that the server refused.' : `Kept for you: words of ${texts} refused changes.`),
  toCards: (texts: number) => (texts === 1 ? 'Put into a new card' : `Put into ${texts} new cards`),
  waiting: (n: number) => `${answers(n)} ${n === 1 ? 'waits' : 'wait'} to be sent.`,
})

export const stripWords = translated('app.stripWords', {
  label: (n: number) => `Alignment: ${n} ${n === 1 ? 'assumption' : 'assumptions'}`,
  none: 'No assumptions written down yet. There are always some.',
  look: (look: Look, n: number) => (look === 'stale' && n === 1 ? 'needs re-confirming' : LOOK[look]),
  notHeard: 'not yet heard',
})

export const firstRunWords = translated('app.firstRunWords', {
  label: 'Empty board',
  heading: 'Dashed means we only believe it.',
  intro: 'Write down what you take for granted. Ask who depends on it. Watch the line close.',
  example: 'We can launch on 1 March.',
  steps: [
    { title: 'Say it', text: 'Nobody has confirmed it' },
    { title: 'Ask', text: 'Legal has not been heard yet' },
    { title: 'Know it', text: 'Solid, until someone edits it' },
  ],
  teams: [{ code: 'SA', name: 'Sales' }, { code: 'SU', name: 'Support' }, { code: 'LE', name: 'Legal' }],
  unconfirmed: (n: number) => `Unconfirmed · ${n} of 3`,
  confirmed: 'Confirmed · 3 of 3',
  goal: 'First, what is this board for?',
  write: 'Write the goal',
})

export const goneWords = translated('app.goneWords', {
  title: 'This board is not here',
  text: 'There is no board at this address, or your link does not open it any more. Ask whoever shared it for a new link.',
  kept: 'Kept for you: words that did not arrive there',
  lostTitle: 'There is no page here',
  lostText: 'The address may be incomplete.',
  home: 'To your boards',
})

export const unfetchedWords = translated('app.unfetchedWords', {
  title: 'This page did not arrive',
  text: 'Check the connection, then load the page again.',
  part: 'This part could not be loaded. Check the connection and try again.',
})

export const deviceWords = translated('app.deviceWords', {
  title: 'Make this device yours',
  opening: 'Opening',
  text: 'This device becomes the same person on every board of this server.',
  go: 'Yes, this is me',
  failed: (sentence: string) => `This device is as it was. ${sentence}`,
  noToken: 'The link is incomplete. Make a new one on the other device: More, Open on another device.',
  home: 'To your boards',
})

export function enterFailure(sentence: string): string {
  return enterWords.failed(sentence)
}

export function profileFailure(sentence: string): string {
  return enterWords.saveFailed(sentence)
}
