// What is said of marks that went without an answer: in the overview, in a notice, in the story of a card.
import { listOf } from '../../language/lists.ts'
import { translated } from '../../language/translated.ts'

export const changeWords = translated('changes.changeWords', {
  program: 'A program',
  /** What somebody did, after their name. */
  did: {
    asked: (teams: readonly string[], card: string): string => `no longer asks ${listOf(teams)} about “${card}”`,
    team: (card: string, from: string, to: string): string => `gave “${card}” to ${to}, it was ${from}’s`,
    nobody: 'nobody',
    kind: (card: string, from: string, to: string): string => `made “${card}” a ${to.toLowerCase()}, it was a ${from.toLowerCase()}`,
    deleted: (card: string): string => `took “${card}” off the board`,
    restored: (card: string): string => `brought “${card}” back`,
    retired: (card: string): string => `retired “${card}”`,
    unretired: (card: string): string => `made “${card}” count again`,
    field: (card: string, field: string): string => `changed “${field}” of “${card}”`,
    unlinked: (from: string, type: string, to: string): string => `removed the line “${from}” ${type} “${to}”`,
    linked: (from: string, type: string, to: string): string => `drew the line “${from}” ${type} “${to}”`,
    relinked: (from: string, before: string, after: string, to: string): string => `changed what the line from “${from}” to “${to}” means, from “${before}” to “${after}”`,
    much: 'changed many things at once',
  },
  was: (state: string, teams: readonly string[]): string => (teams.length === 0 ? `was: ${state}` : `was: ${state}, asked ${listOf(teams)}`),
  now: (state: string): string => `now: ${state}`,
  from: (was: string, now: string): string => `${was}; ${now}`,
  gone: 'gone',
  line: (from: string, to: string): string => `“${from}” depends on “${to}”`,
  more: (first: string, others: number): string => `${first}, and ${others} more`,
  undo: 'Undo',
  undoOf: (title: string): string => `Undo: ${title}`,
  tooMuch: 'That was too much at once to be undone here.',
  nothing: 'No mark went without an answer.',
  allBack: 'None stands: each was undone.',
  nothingHint: 'When somebody takes away a team that was asked, a line or a card’s team, and a mark of doubt goes with it, it stands here with their name.',
  standing: 'Gone without an answer',
  back: 'Undone since',
  wasBack: 'undone',
  moreMarks: (count: number): string => `${count} more are older.`,
  /** `title`: '' where what was done names it already. */
  toast: (who: string, did: string, title: string, was: string): string => `${who} ${did}. ${title === '' ? 'It' : `“${title}”`} ${was}, and nobody answered.`,
  several: (count: number): string => `${count} marks went without an answer. See the overview.`,
  story: (who: string, did: string, was: string): readonly [string, string] => [who, `${did}: a mark went without an answer (${was})`],
  fact: (who: string, did: string, was: string): string => `${who} ${did}; ${was}. Nobody answered.`,
})
