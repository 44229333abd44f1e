// Every sentence of a board's page that is not the canvas's, and what went wrong. Errors say first what is kept.
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

export const boardWords = translated('app.boardWords', {
  home: 'All boards',
  rename: 'Rename the board',
  dependencies: 'Who needs whom',
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
  notIn: (sentence: string) => `You are not in yet. ${sentence}`,
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
