// What the check-in says around the sentences that the board writes itself; those stand in shared/export, because paper,
// Markdown, server and command line say the same.
import { agendaEnglish } from '../../../shared/export/agenda-english.ts'
import { translated } from '../../language/translated.ts'

/** The sentences of gaps, drift and agenda. */
export const agendaTextWords = translated('agenda.agendaTextWords', agendaEnglish)

export const checkInWords = translated('agenda.checkInWords', {
  copy: 'Copy as Markdown',
  copied: 'The agenda is on the clipboard, as Markdown',
  copyFailed: 'The browser did not let Tacit copy. Download it instead.',
  download: 'Download',
  /** Of the file, without its ending. */
  file: (board: string): string => `check-in-${board}`,
  print: 'Print',
  rhythm: 'How often',
  never: 'Without a rhythm',
  every: (days: number): string => (days === 1 ? 'Every day' : days === 7 ? 'Every week' : days % 7 === 0 ? `Every ${days / 7} weeks` : `Every ${days} days`),
  rhythmSet: (days: number | undefined): string => (days === undefined ? 'This board has no rhythm of check-ins any more' : `The next check-in is due ${days} ${days === 1 ? 'day' : 'days'} after each baseline`),
  onlyLeads: 'Owners and facilitators choose the rhythm.',
  failed: (why: string): string => `The rhythm was not changed. ${why}`,
  end: 'At the end of the check-in',
  endHint: 'A baseline keeps where the board stands now. The next agenda compares with it.',
})
