// German: what is said of dependencies between teams.
import type * as english from './words.ts'
import { listOf } from '../../language/lists.ts'

const days = (count: number): string => `${count} ${count === 1 ? 'Tag' : 'Tage'}`

export const dependencyWords: typeof english.dependencyWords = {
  title: 'Abhängigkeiten',
  needs: 'Braucht',
  neededBy: 'Wird gebraucht von',
  ask: 'Was gebraucht wird',
  needBy: 'Gebraucht bis',
  what: 'Art',
  outcome: 'Für Kunden',
  open: (title) => `${title} öffnen`,
  untitled: 'Ohne Titel',
  nobody: 'Kein Team',
  state: (word) => `Stand: ${word}`,
  overdue: 'Überfällig',
  sameTeam: 'Ein Team braucht das von sich selbst. Niemand muss antworten.',
  late: (count) => `${days(count)} zu spät`,
  early: (count) => `${days(count)} Luft`,
  onTheDay: 'An dem Tag, an dem es gebraucht wird',
  noDate: 'Noch kein Liefertag',
  due: (day) => `geliefert ${day}`,
  all: 'Wer braucht wen',
  parts: { title: 'Wortlaut', body: 'Beschreibung', criterion: 'Woran man es erkennt', due: 'Geliefert', ask: 'Was gebraucht wird', needBy: 'Gebraucht bis' },
}

export const answerWords: typeof english.answerWords = {
  response: { ok: 'Passt', adapting: 'Wir passen uns an', problem: 'Geht nicht', yes: 'Ja', will_try: 'Wir versuchen es', unclear: 'Unklar', no: 'Nein' },
  meaning: {
    ok: 'Für uns ändert sich nichts', adapting: 'Wir ändern unsere Seite', problem: 'So geht es bei uns nicht',
    yes: 'Ihr bekommt es', will_try: 'Vielleicht: das ist kein Ja', unclear: 'Wir wissen noch nicht, was ihr braucht', no: 'Von uns bekommt ihr es nicht',
  },
  reason: {
    ok: 'Noch etwas dazu?', adapting: 'Was ändert ihr?', problem: 'Was geht nicht?', yes: 'Noch etwas dazu?', will_try: 'Woran hängt es?', unclear: 'Was ist unklar?', no: 'Warum nicht?',
  },
  question: {
    removed: (team) => `Das gibt es nicht mehr, und ${team} hat sich darauf verlassen. Was heißt das für euch?`,
    changed: (team) => `Das hat sich geändert, seit ${team} geantwortet hat. Was heißt das für euch?`,
    unseen: (team) => `${team} verlässt sich darauf. Passt es so, wie es dasteht?`,
    need_changed: (team) => `Was gebraucht wird, hat sich geändert, seit ${team} geantwortet hat. Liefert ihr es?`,
    requested: (team) => `Darum wird ${team} gebeten. Liefert ihr es?`,
  },
  label: (team) => `Antwort für ${team}`,
  choose: 'Deine Antwort',
  give: 'Antworten',
  again: 'Antwort ändern',
  leave: 'Abbrechen',
  said: (who, day) => [who, day],
  before: (answer) => `${answer}, zu dem, was vorher dastand`,
  none: 'Noch nicht gehört',
  removedCard: 'Die Karte wurde von der Tafel genommen.',
  answered: (day) => `Deine Antwort vom ${day}:`,
  failed: (why) => `Deine Antwort wurde nicht gespeichert. ${why}`,
  waiting: (answer) => `„${answer}“ wartet hier aufs Senden.`,
  drop: 'Zurücknehmen',
}

export const noteWords: typeof english.noteWords = {
  relying: (teams) => `${teams.length === 1 ? 'Ein Team verlässt' : `${teams.length} Teams verlassen`} sich darauf: ${listOf(teams)}`,
  title: (teams) => `Du hast geändert, worauf sich ${listOf(teams)} ${teams.length === 1 ? 'verlässt' : 'verlassen'}`,
  why: 'Das geht mit dem Hinweis an sie. Alles darf leer bleiben.',
  requires: 'Was verlangt es von ihnen?',
  needs: 'Was brauchst du von ihnen?',
  ifNot: 'Was, wenn sie nicht können?',
  send: 'Mitschicken',
  skip: 'Nichts dazu',
  told: (who) => `${who} zur Änderung`,
  ask: 'Sag, was es verlangt',
  failed: (why) => `Deine Notiz wurde nicht gespeichert. ${why}`,
}

export const viewWords: typeof english.viewWords = {
  title: 'Wer braucht wen',
  waits: (count) => `${count} ${count === 1 ? 'wartet' : 'warten'} auf dich`,
  chip: (team) => ` bei Abhängigkeiten von ${team}`,
  changed: (team) => `Geändert, seit ${team} zuletzt geantwortet hat`,
  asked: (team) => `Von ${team} noch nie beantwortet`,
  nothing: (team) => `Nichts wartet auf ${team}. Alles, was andere geändert haben, ist beantwortet.`,
  noTeam: 'Wähle dein Team, um zu sehen, was auf es wartet.',
  theChange: 'Die Änderung',
  landsOn: 'Wen sie trifft',
  changedBy: (who) => `${who} hat das geändert. Was heißt das für euch?`,
  matrix: 'Alle Linien',
  types: 'Art dessen, was gebraucht wird',
  anyType: 'Jede Art',
  matrixHint: 'Eine Zeile braucht, eine Spalte liefert. Ein Feld zeigt seine Linien.',
  needing: 'Braucht',
  cell: (needing, providing, states) => `${needing} braucht ${providing}: ${states}`,
  cellOf: (count, state) => (count === 1 ? state : `${count} ${state}`),
  none: 'Noch hängt keine Karte eines Teams von der eines anderen ab.',
  linesOf: (needing, providing) => `${needing} braucht ${providing}`,
  heard: (count, all) => `${count} von ${all} haben geantwortet`,
}

export const alertWords: typeof english.alertWords = {
  look: 'Ansehen',
  changed: (who, title, team) => `${who} hat „${title}“ geändert, worauf sich ${team} verlässt`,
  removed: (title, team) => `„${title}“ gibt es nicht mehr, und ${team} hat sich darauf verlassen`,
  need_changed: (who, title, team) => `${who} hat geändert, worum ${team} gebeten wird: „${title}“`,
  several: (count, team) => `${count} Abhängigkeiten haben sich geändert, seit ${team} zuletzt geantwortet hat`,
}

export const sayingWords: typeof english.sayingWords = {
  needs: (title, facts) => `Braucht ${title}: ${facts.join(', ')}.`,
  neededBy: (title, facts) => `${title} braucht es: ${facts.join(', ')}.`,
  by: (day) => `bis ${day}`,
  late: (count) => `${days(count)} zu spät`,
  more: (count) => `Und ${count} mehr.`,
}
