// Was der Dialog sagt, der eine Karte findet, auf Deutsch.
import type { findWords as englishFind } from './words.ts'

export const findWords: typeof englishFind = {
  title: 'Karte finden',
  label: 'Wörter der Karte',
  placeholder: 'Schreibe ein paar Buchstaben davon',
  none: 'Keine Karte hat diese Wörter',
  hint: 'Die Eingabetaste führt zur Karte.',
  results: (n) => `${n} ${n === 1 ? 'Karte' : 'Karten'}`,
  narrow: (n) => `Nur ${n === 1 ? 'diese Karte' : `diese ${n}`} zeigen`,
  list: 'Gefundene Karten',
}
