// German: what the check-in says.
import { agendaGerman } from '../../../shared/export/agenda-german.ts'
import type * as english from './words.ts'

export const agendaTextWords: typeof english.agendaTextWords = agendaGerman

export const checkInWords: typeof english.checkInWords = {
  copy: 'Als Markdown kopieren',
  copied: 'Die Standortbestimmung liegt als Markdown in der Zwischenablage',
  copyFailed: 'Der Browser lässt Tacit nicht kopieren. Lade sie stattdessen herunter.',
  download: 'Herunterladen',
  file: (board) => `standortbestimmung-${board}`,
  print: 'Drucken',
  rhythm: 'Wie oft',
  never: 'Ohne Rhythmus',
  every: (days) => (days === 1 ? 'Jeden Tag' : days === 7 ? 'Jede Woche' : days % 7 === 0 ? `Alle ${days / 7} Wochen` : `Alle ${days} Tage`),
  rhythmSet: (days) => (days === undefined ? 'Diese Tafel hat keinen Rhythmus mehr' : `Die nächste Standortbestimmung ist ${days} ${days === 1 ? 'Tag' : 'Tage'} nach jedem festgehaltenen Stand fällig`),
  onlyLeads: 'Den Rhythmus wählt die Leitung oder Moderation.',
  failed: (why) => `Der Rhythmus wurde nicht geändert. ${why}`,
  end: 'Zum Schluss',
  endHint: 'Halte fest, wo die Tafel jetzt steht. Die nächste Standortbestimmung vergleicht damit.',
}
