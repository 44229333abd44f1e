// What the help sheet says: every key of the map in a few words.
import type { KeyGroup, KeyId, KeyPlace } from '../../ui/key-map.ts'
import { translated } from '../../language/translated.ts'

export const helpWords = translated('help.helpWords', {
  title: 'All keys',
  intro: 'They work while the focus is on the board or in the ledger, never while you type.',
  singlesOff: 'Keys of a single letter are switched off.',
  toSettings: 'Settings',
  or: 'or',
  only: { canvas: 'Board', ledger: 'Ledger', overview: 'Overview' } satisfies Record<KeyPlace, string>,
  groups: { answer: 'Answer', go: 'Move around', card: 'Cards', view: 'View', find: 'Find and filter', undo: 'Undo' } satisfies Record<KeyGroup, string>,
  elsewhere: 'Anywhere',
  region: 'Next part of the page, and back',
  save: 'While you write: keep the words',
  keys: {
    confirm: 'Confirm, or agree to a decision', dispute: 'Dispute, or block a decision', unsure: 'Unsure, or agree with concerns', ask: 'Ask who has not been heard',
    evidence: 'Add evidence', inTurn: 'Answer what waits for you, in turn',
    nearest: 'Nearest card', extend: 'Nearest card too', ends: 'First and last card', rows: 'Row up, row down, first, last', fold: 'Close or open a group',
    next: 'Next card', previous: 'Card before', toFoundation: 'To what it rests on', toCarried: 'To what rests on it', open: 'Details',
    openRow: 'Details', selectRow: 'Select the row', leave: 'Leave, then deselect, then clear the filter',
    add: 'Add a card, then choose its kind', edit: 'Edit the words', move: 'Move a card', moveFar: 'Move it further', link: 'Link to what it rests on', why: 'Why? Add a reason', premise: 'What must be true? Add an assumption',
    selectAll: 'Select all', copy: 'Copy', cut: 'Cut', paste: 'Paste', duplicate: 'Duplicate', remove: 'Delete',
    toolSelect: 'Select', toolHand: 'Pan', toolFrame: 'Draw a frame', zoomIn: 'Zoom in', zoomOut: 'Zoom out', fitBoard: 'Whole board',
    fitSelection: 'What is selected', otherView: 'Board or ledger, at this card', overview: 'Overview, and back',
    filterUnconfirmed: 'Only unconfirmed', filterStale: 'Only to re-confirm', filterDisputed: 'Only disputed', filterRefuted: 'Only refuted',
    filterConfirmed: 'Only confirmed', filterNotHeard: 'Only not yet heard', filterNone: 'Everything', find: 'Find', findHere: 'Find in what is shown', help: 'This sheet',
    undo: 'Undo your last change', redo: 'Redo',
  } satisfies Record<KeyId, string>,
})
