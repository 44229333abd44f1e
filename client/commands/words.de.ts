// Was die Tafel auf einen Befehl antwortet, auf Deutsch.
import type { Verdict } from '../../shared/board/records.ts'
import type { factWords as englishFacts, words as english } from './words.ts'

const cards = (n: number): string => `${n} ${n === 1 ? 'Karte' : 'Karten'}`

export const words: typeof english = {
  added: (kind: string): string => `${kind} angelegt`,
  deleted: (n: number): string => `${cards(n)} gelöscht`,
  restored: (n: number): string => `${cards(n)} zurückgeholt`,
  moved: (n: number): string => `${cards(n)} verschoben`,
  linked: (from: string, type: string, to: string): string => `${from} ${type} ${to}`,
  linkedAlready: 'Diese beiden sind schon verbunden',
  unlinked: 'Verbindung entfernt',
  changed: (field: string): string => `${field} geändert`,
  retired: 'Karte als erledigt abgelegt',
  unretired: 'Karte wieder aufgenommen',
  renamed: 'Umbenannt',
  boardRenamed: 'Tafel umbenannt',
  teamMade: (name: string): string => `${name} ist ein Team dieser Tafel`,
  teamChanged: (name: string): string => `${name} geändert`,
  teamRemoved: (name: string): string => `${name} entfernt`,
  asked: (team: string): string => `${team} ist gefragt`,
  relieved: (team: string): string => `${team} ist nicht mehr gefragt`,
  answered: {
    confirm: (team: string): string => `Für ${team} bestätigt`,
    refute: (team: string): string => `Für ${team} bestritten`,
    unsure: (team: string): string => `Für ${team} als unsicher gemeldet`,
    withdraw: (): string => 'Antwort zurückgezogen',
  } satisfies Record<Verdict, (team: string) => string>,
  overtaken: 'Die Worte haben sich inzwischen geändert. Deine Antwort gilt für die Worte, die du gesehen hast.',
  waits: 'Sie wartet hier darauf, gesendet zu werden.',
  noAnswer: 'Antworten geben die Mitglieder dieser Tafel.',
  noTeam: 'Wähl zuerst dein Team; eine Antwort gilt für ein Team.',
  readOnly: 'Du kannst lesen, nicht ändern.',
  undone: (label: string): string => (label === '' ? 'Rückgängig gemacht' : `Rückgängig gemacht: ${label}`),
  redone: (label: string): string => (label === '' ? 'Wiederholt' : `Wiederholt: ${label}`),
  movedOn: (who: string): string => `${who} hat es inzwischen geändert; nichts wurde rückgängig gemacht`,
  notAgain: (who: string): string => `${who} hat es inzwischen geändert; nichts wurde wiederholt`,
  somebody: 'Jemand',
  nothingToUndo: 'Von dir gibt es nichts rückgängig zu machen',
  nothingToRedo: 'Es gibt nichts zu wiederholen',
  untitled: 'die Karte',
  labels: {
    add: 'neue Karte', delete: 'Löschen', restore: 'Zurückholen', move: 'Verschieben', link: 'neue Verbindung', unlink: 'Entfernen einer Verbindung',
    field: (field: string): string => `Änderung von ${field}`, rename: 'Umbenennen', board: 'Name der Tafel', team: 'Teams', ask: 'Fragen',
    typing: 'Schreiben',
  },
  fields: {
    team: 'Team', owner: 'Wer sich kümmert', due: 'Fälligkeit', reviewBy: 'Prüfdatum', importance: 'Bedeutung', criterion: 'Maßstab', kind: 'Art',
    likelihood: 'Wahrscheinlichkeit', impact: 'Wirkung', notes: 'Notizen', validDays: 'Tage, die es gilt', askTeams: 'Gefragte Teams',
  },
}

export const factWords: typeof englishFacts = {
  linkChanged: 'Verbindung geändert',
  linkGone: 'Diese Verbindung gibt es nicht mehr',
  linkBack: 'Verbindung zurückgeholt',
}
