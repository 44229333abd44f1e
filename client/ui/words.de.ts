// Die Wörter der Bausteine auf Deutsch.
import type { Look, Stance } from './looks.ts'
import type { dayWords as englishDay, disputeWords as englishDispute, keyCapWords as englishKeyCaps, teamNameWords as englishTeamName } from './later-words.ts'
import type { words as english } from './words.ts'

const STANCES: Record<Stance, string> = { yes: 'bestätigt', no: 'bestreitet es', was: 'hat einen früheren Wortlaut bestätigt', unsure: 'unsicher', quiet: 'noch nicht gehört' }
const LOOKS: Record<Look, string> = { unconfirmed: 'unbestätigt', stale: 'neu zu bestätigen', disputed: 'umstritten', refuted: 'widerlegt', confirmed: 'bestätigt', retired: 'erledigt' }

export const words: typeof english = {
  anonymous: 'Anonym',
  close: 'Schließen',
  dismiss: 'Ausblenden',
  menu: 'Menü',
  notices: 'Hinweise',
  optional: 'freiwillig',
  removed: 'entfernt: ',
  added: 'hinzugefügt: ',
  unchanged: 'Kein Wort wurde geändert.',
  stance: (team: string, stance: Stance): string => `${team}: ${STANCES[stance]}`,
  look: (look: Look): string => LOOKS[look],
  count: (count: number, look: Look): string => `${count} ${LOOKS[look]}`,
}

export const dayWords: typeof englishDay = {
  today: ['heute'],
  tomorrow: ['morgen'],
  dayUnits: { days: ['tag', 'tage', 'tagen'], weeks: ['woche', 'wochen'], months: ['monat', 'monate', 'monaten'] },
  placeholder: 'Kein Datum',
  unknown: 'Schreib einen Tag wie 1. März 2026, 1.3.2026, 2026-03-01 oder „in 2 Wochen“.',
  choose: (label: string): string => `Tag wählen: ${label}`,
  previous: 'Monat davor',
  next: 'Monat danach',
  goToday: 'Heute',
  clear: 'Kein Datum',
}

export const keyCapWords: typeof englishKeyCaps = {
  mod: 'Strg', alt: 'Alt', shift: 'Umschalt', enter: 'Eingabe', escape: 'Esc', space: 'Leertaste', delete: 'Entf', backspace: 'Rücktaste', home: 'Pos1', end: 'Ende', tab: 'Tab',
}

export const disputeWords: typeof englishDispute = {
  reason: 'Was weißt du, das dagegen spricht?',
  needed: 'Ohne einen Grund kann niemand deinen Einspruch abwägen.',
  send: 'Bestreiten',
  without: 'Ohne Grund bestreiten',
}

export const teamNameWords: typeof englishTeamName = {
  about: (team: string): string => `Über ${team}`,
}
