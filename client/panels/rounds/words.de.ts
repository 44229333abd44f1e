// Was von einer Runde in eigenen Worten gesagt wird, auf Deutsch.
import type { roundWords as english } from './words.ts'

export const roundWords: typeof english = {
  title: 'In eigenen Worten',
  none: 'Noch niemand wurde gebeten, ein Ziel dieser Tafel in eigenen Worten zu sagen.',
  answered: (n, of) => (n === of ? `Alle ${of} Eingeladenen haben geantwortet` : `${n} von ${of} haben geantwortet`),
  answeredLoose: (n) => `${n} ${n === 1 ? 'hat' : 'haben'} geantwortet`,
  sealed: 'Verschlossen: niemand kann eine Antwort lesen, bis die Runde gemeinsam geöffnet wird.',
  opened: (day) => `Gemeinsam geöffnet ${day}`,
  asked: (day) => `Gefragt ${day}`,
  waiting: (names) => `Noch nicht gehört: ${names}`,
  startWith: (name) => `Beginnt mit ${name}: diese Worte sind am weitesten von den anderen entfernt.`,
  spread: (n) => `Abstand der Worte: ${n} von 100.`,
  spreadMeans: 'Verglichen werden Buchstaben, nicht der Sinn: andere Worte können dasselbe meinen.',
  noSpread: 'Nur eine Antwort: es gibt nichts, womit sie verglichen werden kann.',
  meanings: (n) => (n === 1 ? 'Das Team hat darin eine einzige Bedeutung gefunden.' : `Das Team hat sie in ${n} Bedeutungen sortiert.`),
  unsorted: 'Noch niemand hat sie nach Bedeutung sortiert.',
  changed: 'Das Ziel hat seither neue Worte: diese Antworten gelten den früheren.',
  numbers: (values, slot) => `Verschiedene Zahlen bei „${slot}“: ${values}.`,
  caption: (goal) => `Antworten zu „${goal}“, nebeneinander`,
  person: 'Wer',
  slot: { what: 'Was', who: 'Für wen', measure: 'Woran wir es merken', not: 'Was wir nicht tun' },
  slotSpread: (n) => `Abstand ${n}`,
  empty: (n) => `${n} ließen es leer`,
  nothing: 'nichts gesagt',
}
