// What a board's own frame says: the filter in the strip, the switch between canvas and ledger, answering in turn, and
// what could not be fetched.
import { translated } from '../../language/translated.ts'
import type { Look } from '../../ui/looks.ts'

export const filterWords = translated('board.filterWords', {
  label: (n: number): string => `Alignment: ${n} ${n === 1 ? 'assumption' : 'assumptions'}. Filter by state.`,
  keyFor: { unconfirmed: '1', stale: '2', disputed: '3', refuted: '4', confirmed: '5', retired: '' } as Readonly<Record<Look, string>>,
  notHeardMenu: 'Teams that were never heard',
  anyTeam: 'Any of them',
  allHeard: 'Every team that is asked has answered something',
  waitFor: (n: number): string => `${n} ${n === 1 ? 'assumption waits' : 'assumptions wait'} for it`,
  team: (name: string): string => `Team: ${name}`,
  found: (text: string): string => `With “${text}”`,
  takeOut: (what: string): string => `Take out of the filter: ${what}`,
  clear: 'Show all',
  none: 'Everything is shown',
  shown: (n: number): string => (n === 0 ? 'No card matches' : `${n} ${n === 1 ? 'card matches' : 'cards match'}`),
})

export const viewWords = translated('board.viewWords', {
  label: 'View',
  canvas: 'Canvas',
  ledger: 'Ledger',
  overview: 'Overview',
})

export const turnWords = translated('board.turnWords', {
  label: 'Answer in turn',
  progress: (at: number, of: number): string => `${at} of ${of}`,
  waits: (team: string): string => `waits for ${team}`,
  skip: 'Skip',
  stop: 'Stop',
  finished: (answered: number, skipped: number): string => (skipped === 0 ? `Done: ${answered === 1 ? 'the one that waited is' : `all ${answered} that waited are`} answered.` : `${answered} answered, ${skipped} skipped.`),
  nothing: (team: string): string => `Nothing waits for ${team}`,
  noTeam: 'Choose your team first; an answer is given for a team.',
  stopped: 'Stopped answering in turn',
})

export const partWords = translated('board.partWords', {
  failed: 'This part of Tacit could not be loaded. The board is as it was.',
  again: 'Try again',
  loading: 'Opening the ledger',
  asked: (teams: string): string => `${teams}: asked`,
  nobodyToAsk: 'Everybody who depends on it has been heard. Ask another team in the details.',
  notAsked: (sentence: string): string => `Nobody was asked. ${sentence}`,
})
