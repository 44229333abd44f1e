// Die Sätze der Seite einer Tafel auf Deutsch, und was nicht ging. Zuerst steht, was erhalten ist.
import type { Look } from '../ui/looks.ts'
import type * as later from './later-words.ts'
import type * as english from './words.ts'

const LOOK: Readonly<Record<Look, string>> = {
  unconfirmed: 'unbestätigt', stale: 'neu zu bestätigen', disputed: 'umstritten', refuted: 'widerlegt', confirmed: 'bestätigt', retired: 'erledigt',
}

function changes(n: number): string {
  return `${n} ${n === 1 ? 'Änderung' : 'Änderungen'}`
}

export const appWords: typeof english.appWords = {
  name: 'Tacit',
  boardTitle: (title: string) => `${title} · Tacit`,
  untitled: 'Tafel ohne Namen',
  skip: 'Zur Tafel',
}

export const themeWords: typeof english.themeWords = { toDark: 'Dunkel', toLight: 'Hell' }

export const boardWords: typeof english.boardWords = {
  home: 'Alle Tafeln',
  rename: 'Tafel umbenennen',
  dependencies: 'Wer braucht wen',
  title: 'Name der Tafel',
  teams: 'Teams',
  share: 'Teilen',
  yours: 'Diese Tafel gehört dir in diesem Browser. Ihre Links stehen unter Teilen.',
  more: 'Mehr',
  download: 'Tafel als Datei herunterladen',
  downloadFailed: (sentence: string) => `Es entstand keine Datei. ${sentence}`,
  people: 'Personen und Teams',
  profile: 'Dein Name und dein Team',
  device: 'Auf einem anderen Gerät öffnen',
  help: 'Alle Tasten',
  settings: 'Einstellungen',
  opening: 'Die Tafel wird geöffnet',
  stage: 'Tafel',
  enterFailed: (sentence: string) => `Die Tafel konnte noch nicht geöffnet werden. ${sentence}`,
  enterAgain: 'Noch einmal',
  notIn: (sentence: string) => `Du bist noch nicht drin. ${sentence}`,
}

export const saveWords: typeof english.saveWords = {
  connecting: 'Verbindet',
  saved: 'Gespeichert',
  saving: 'Speichert',
  offline: (pending: number) => (pending === 0 ? 'Offline' : `Offline, ${changes(pending)} hier behalten`),
  reconnecting: 'Verbindet neu',
  notSaved: 'Nicht gespeichert',
  viewOnly: 'Nur lesen',
  gone: 'Nicht mehr da',
}

export const bannerWords: typeof english.bannerWords = {
  offline: 'Du bist offline. Arbeite weiter; es wird gesendet, sobald du wieder verbunden bist.',
  offlineReader: 'Du bist offline. Das ist die Tafel, wie sie war, als die Verbindung abbrach.',
  viewOnly: 'Du kannst lesen, nicht ändern.',
  guest: 'Du kannst lesen und Hintergrund beitragen. Die Tafel ändern kannst du nicht.',
  refused: (pending: number) => (pending > 1 ? `Der Server hat die letzten ${pending} Änderungen abgelehnt. Sie sind noch hier.` : 'Der Server hat die letzte Änderung abgelehnt. Sie ist noch hier.'),
  copy: 'Kopieren',
  copied: 'Kopiert',
  byHand: 'Deine Worte, zum Kopieren von Hand',
  read: 'Ich habe es gesehen',
}

function answers(n: number): string {
  return `${n} ${n === 1 ? 'Antwort' : 'Antworten'}`
}

export const awayWords: typeof english.awayWords = {
  away: (title: string) => `Der Server ist nicht erreichbar, und ${title === '' ? 'diese Tafel' : `„${title}“`} ist in diesem Browser nicht aufbewahrt. Sie öffnet sich, sobald der Server wieder da ist.`,
  again: 'Noch einmal versuchen',
  boards: 'Der Server ist nicht erreichbar. Das sind die Tafeln, die dieser Browser kennt; an denen, die er schon geöffnet hatte, kannst du arbeiten.',
  back: (changes: number, given: number, met: number, refused: number) => {
    const sent = [changes > 0 ? `${changes} ${changes === 1 ? 'Änderung' : 'Änderungen'}` : '', given > 0 ? answers(given) : ''].filter((part) => part !== '').join(' und ')
    const first = sent === '' ? 'Wieder online' : `Wieder online, ${sent} gesendet`
    return `${first}${met === 0 ? '' : `; ${answers(met)} auf inzwischen neue Worte`}${refused === 0 ? '' : `; ${answers(refused)} nicht angenommen`}`
  },
  look: 'Ansehen, was neu ist',
  notTaken: (card: string, why: string) => `Deine Antwort zu „${card}“ wurde nicht angenommen. ${why}`,
  scarce: 'Dieser Browser hat kaum noch Platz. Bald kann er offline nichts mehr aufbewahren.',
  full: 'Dieser Browser kann Änderungen nicht aufbewahren: Er hat keinen Platz mehr. Sie sind nur sicher, solange du verbunden bist. Schließ diesen Tab nicht, solange etwas nicht gesendet ist.',
  closed: 'Dieser Browser kann Änderungen nicht aufbewahren. Sie sind nur sicher, solange du verbunden bist. Schließ diesen Tab nicht, solange etwas nicht gesendet ist.',
  understood: 'Gesehen',
  offered: (texts: number) => `Dieser Browser bewahrt ${texts === 1 ? 'Worte auf, die nie gespeichert wurden,' : `${texts} Texte auf, die nie gespeichert wurden,`} von jemandem mit deinem Namen. Warst du das?`,
  mine: 'Ja, zeig sie mir',
  notMine: 'Nein',
  kept: (texts: number) => (texts === 1 ? 'Für dich aufbewahrt: Worte, die der Server abgelehnt hat.' : `Für dich aufbewahrt: die Worte von ${texts} abgelehnten Änderungen.`),
  toCards: (texts: number) => (texts === 1 ? 'Auf eine neue Karte schreiben' : `Auf ${texts} neue Karten schreiben`),
  waiting: (n: number) => `${answers(n)} ${n === 1 ? 'wartet' : 'warten'} darauf, gesendet zu werden.`,
}

export const stripWords: typeof english.stripWords = {
  label: (n: number) => `Einigkeit: ${n} ${n === 1 ? 'Annahme' : 'Annahmen'}`,
  none: 'Noch keine Annahmen aufgeschrieben. Es gibt immer welche.',
  look: (look: Look) => LOOK[look],
  notHeard: 'noch nicht gehört',
}

export const firstRunWords: typeof later.firstRunWords = {
  label: 'Leere Tafel',
  heading: 'Gestrichelt heißt: Wir glauben es nur.',
  intro: 'Schreib auf, was du für selbstverständlich hältst. Frag, wer darauf angewiesen ist. Sieh zu, wie sich die Linie schließt.',
  example: 'Wir können am 1. März starten.',
  steps: [
    { title: 'Sag es', text: 'Niemand hat es bestätigt' },
    { title: 'Frag', text: 'Recht ist noch nicht gehört' },
    { title: 'Wisse es', text: 'Durchgezogen, bis jemand es ändert' },
  ],
  teams: [{ code: 'VE', name: 'Vertrieb' }, { code: 'SU', name: 'Support' }, { code: 'RE', name: 'Recht' }],
  unconfirmed: (n: number) => `Unbestätigt · ${n} von 3`,
  confirmed: 'Bestätigt · 3 von 3',
  goal: 'Zuerst: Wofür ist diese Tafel da?',
  write: 'Ziel schreiben',
}

export const goneWords: typeof english.goneWords = {
  title: 'Diese Tafel ist nicht hier',
  text: 'Unter dieser Adresse gibt es keine Tafel, oder dein Link öffnet sie nicht mehr. Bitte um einen neuen Link, wo du ihn herhast.',
  kept: 'Für dich aufgehoben: Worte, die dort nicht angekommen sind',
  lostTitle: 'Hier ist keine Seite',
  lostText: 'Vielleicht ist die Adresse unvollständig.',
  home: 'Zu deinen Tafeln',
}

export const unfetchedWords: typeof english.unfetchedWords = {
  title: 'Diese Seite ist nicht angekommen',
  text: 'Prüf die Verbindung, dann lade die Seite neu.',
  part: 'Dieser Teil konnte nicht geladen werden. Prüf die Verbindung und versuch es noch einmal.',
}

export const deviceWords: typeof later.deviceWords = {
  title: 'Dieses Gerät zu deinem machen',
  opening: 'Wird geöffnet',
  text: 'Dieses Gerät ist dann dieselbe Person auf jeder Tafel dieses Servers.',
  go: 'Ja, das bin ich',
  failed: (sentence: string) => `Dieses Gerät ist, wie es war. ${sentence}`,
  noToken: 'Der Link ist unvollständig. Mach auf dem anderen Gerät einen neuen: Mehr, Auf einem anderen Gerät öffnen.',
  home: 'Zu deinen Tafeln',
}
