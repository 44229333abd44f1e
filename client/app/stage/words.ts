// What the board's own controls say: tools, zoom, the toolbar above a selection, the picker of kinds.
import { percentInWords } from '../../language/numbers.ts'
import { translated } from '../../language/translated.ts'

export const words = translated('stage.words', {
  board: (title: string): string => (title === '' ? 'Board' : `Board: ${title}`),
  tools: 'Tools',
  select: 'Select (V)',
  hand: 'Pan (H)',
  addCard: 'Add a card (A)',
  link: 'Draw a link',
  undo: 'Undo your last change',
  redo: 'Redo',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole board',
  percent: (z: number): string => percentInWords(z),
  zoomIs: (z: number): string => `Zoom ${Math.round(z * 100)} percent. Press for 100 percent.`,
  kinds: 'What kind of card?',
  toolbar: (title: string): string => (title === '' ? 'Selected card' : title),
  toolbarMany: (n: number): string => `${n} cards selected`,
  selected: (n: number): string => `${n} selected`,
  confirm: (team: string): string => `Confirm for ${team}`,
  confirmAgain: (team: string): string => `Confirm again for ${team}`,
  confirmed: 'You confirmed',
  dispute: 'Dispute',
  disputed: 'You dispute this',
  unsure: 'Unsure',
  unsureSaid: 'You are unsure',
  withdraw: 'Take your answer back',
  whatChanged: 'What changed',
  stance: 'Take a stance',
  chooseTeam: 'Choose your team',
  edit: 'Edit the words (Enter)',
  linkFrom: 'Link to what it rests on (L)',
  open: 'Details (Space)',
  delete: 'Delete',
  aim: 'Choose what it rests on: arrow keys, then Enter. Escape leaves.',
  aimOver: (title: string): string => `Link to: ${title}`,
  undoAction: 'Undo',
  needsEvidence: 'It carries weight, so it also needs evidence that is not an opinion.',
  addEvidence: 'Add evidence',
  failed: (sentence: string): string => `Nothing was stored. ${sentence}`,
  editorFailed: 'The text editor could not be loaded. Check the connection and try again.',
  untitled: 'Untitled card',
  nothingThere: { up: 'Nothing rests on it', down: 'It rests on nothing' },
})

/** What others did, read out to those who listen. */
export const newsWords = translated('stage.newsWords', {
  answered: {
    confirm: (team: string, title: string): string => `Confirmed by ${team}: ${title}`,
    refute: (team: string, title: string): string => `Disputed by ${team}: ${title}`,
    unsure: (team: string, title: string): string => `${team} is unsure: ${title}`,
    withdraw: (team: string, title: string): string => `${team} withdrew its answer: ${title}`,
  },
  stood: (team: string, title: string, status: string): string => `${team} took a stance on ${title}. Now: ${status}`,
  reworded: (title: string): string => `Reworded: ${title}`,
  deleted: (title: string): string => `Deleted: ${title}`,
  asked: (team: string, title: string): string => `${team} is asked: ${title}`,
  more: (n: number): string => `And ${n} more ${n === 1 ? 'change' : 'changes'}.`,
  somebody: 'Somebody',
  untitled: 'a card without words',
})

/** The list of all cards, for those who listen. */
export const outlineWords = translated('stage.outlineWords', {
  label: (n: number): string => `All cards: ${n}`,
  loose: 'Outside of frames',
  frame: (title: string): string => (title === '' ? 'Frame without a name' : `Frame: ${title}`),
  more: (n: number): string => `${n} more cards. The ledger lists them all.`,
})

/** Menus, the bar at a link, frames and copies. */
export const menuWords = translated('stage.menuWords', {
  more: 'More',
  frameTool: 'Draw a frame (F)',
  edit: 'Edit the words',
  open: 'Details',
  space: 'Space',
  deleteKey: 'Del',
  ctrl: (key: string): string => `Ctrl ${key}`,
  linkFrom: 'Link to what it rests on',
  itsLinks: 'Its links',
  linkOut: (type: string, title: string): string => `${type} ${title}`,
  linkIn: (title: string, type: string): string => `${title} ${type} this`,
  linkType: 'What the link means',
  linkTypeIs: (type: string): string => `What the link means: ${type}`,
  linkRemove: 'Remove the link',
  size: 'Size',
  byKeys: 'With the arrow keys',
  sizing: 'Arrow keys change the size, with Shift by more. Enter ends.',
  larger: 'Larger',
  smaller: 'Smaller',
  narrow: 'Narrow',
  usual: 'Usual width',
  wide: 'Wide',
  toFrame: 'Move to a frame',
  offFrame: 'Take off its frame',
  copy: 'Copy',
  notCopied: 'The browser did not allow copying. Press Ctrl C with the card selected.',
  duplicate: 'Duplicate',
  delete: 'Delete',
  addCard: 'Add a card here',
  addFrame: 'Add a frame here',
  selectAll: 'Select all',
  fit: 'Show the whole board',
})

/** Where there is little room: the sheet of a phone. */
export const sheetWords = translated('stage.sheetWords', {
  confirm: 'Confirm',
  confirmAgain: 'Confirm again',
  answersFor: (team: string): string => `You answer for ${team}`,
})

/** The map of the board above the zoom. */
export const mapWords = translated('stage.mapWords', {
  map: 'Map of the board',
  kind: 'map, arrow keys move the view',
  show: 'Show the map',
  hide: 'Hide the map',
  far: (n: number): string => (n === 1 ? '1 card lies far away' : `${n} cards lie far away`),
  toFar: (n: number): string => (n === 1 ? '1 card lies far away. Go there.' : `${n} cards lie far away. Go to the next one.`),
})
