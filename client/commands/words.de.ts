// Was die Tafel auf einen Befehl antwortet, auf Deutsch.
import type { Verdict } from '../../shared/board/records.ts'
import type { canvasWords as englishCanvas, factWords as englishFacts, words as english } from './words.ts'

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

export const canvasWords: typeof englishCanvas = {
  framed: 'Rahmen angelegt',
  framedWith: (n: number): string => `Rahmen um ${cards(n)} angelegt`,
  movedTo: (n: number, frame: string): string => `${cards(n)} verschoben in: ${frame === '' ? 'Rahmen' : frame}`,
  movedOff: (n: number): string => `${cards(n)} aus dem Rahmen verschoben`,
  takenOff: (n: number): string => `${cards(n)} aus dem Rahmen genommen`,
  frameDeleted: (n: number): string => (n === 0 ? 'Rahmen gelöscht' : `Rahmen gelöscht, ${n === 1 ? 'seine Karte bleibt' : `seine ${cards(n)} bleiben`}`),
  wide: (width: number): string => `${width} breit`,
  sized: (width: number, height: number): string => `${width} mal ${height}`,
  linkToItself: 'Eine Karte kann nicht mit sich selbst verbunden werden',
  linkRefused: 'Eine solche Verbindung gibt es nicht',
  copied: (n: number): string => `${cards(n)} kopiert`,
  pasted: (n: number): string => `${cards(n)} eingefügt`,
  pastedSome: (n: number, all: number): string => `${n} von ${cards(all)} eingefügt: mehr gehen nicht auf einmal. Die anderen kommen als Datei herüber.`,
  duplicated: (n: number): string => `${cards(n)} verdoppelt`,
  nothingToPaste: 'In der Zwischenablage ist nichts, was eine Karte werden kann',
  cannotPaste: (why: string): string => `Nichts wurde eingefügt. Diese Karten sind nicht lesbar: ${why}`,
  pasteStopped: (sentence: string): string => `Nicht alles wurde eingefügt. ${sentence}`,
  labels: { frame: 'neuer Rahmen', size: 'Größe ändern', toFrame: 'in einen Rahmen legen', paste: 'Einfügen', duplicate: 'Verdoppeln', linkType: 'Verbindung ändern', cut: 'Ausschneiden' },
}
