// Alles über Personen und Teams, auf Deutsch.
import type { Role } from '../../shared/board/records.ts'
import { listOf } from '../language/lists.ts'
import type { askInWords as englishAskIn, comingWords as englishComing, deviceWords as englishDevice, enterWords as englishEnter, followWords as englishFollow, peopleWords as englishPeople, selfWords as englishSelf } from './later-words.ts'
import type { presenceWords as englishPresence } from './words.ts'

function names(all: readonly string[], shown = 3): string {
  const rest = all.length - shown
  if (rest > 1) return `${all.slice(0, shown).join(', ')} und ${rest} weitere`
  return listOf(all)
}

export const presenceWords: typeof englishPresence = {
  here: (others: readonly string[], you: boolean) => {
    if (others.length === 0) return you ? 'Jetzt auf dieser Tafel: nur du' : 'Gerade ist niemand auf dieser Tafel'
    return `Jetzt auf dieser Tafel: ${you ? 'du, ' : ''}${names(others)}`
  },
  more: (n: number) => `+${n}`,
  editing: (name: string) => `${name} schreibt`,
  moving: (name: string) => `${name} verschiebt`,
  you: (name: string) => `${name}, du`,
  others: 'Auch auf dieser Tafel',
  moreNames: (all: readonly string[]) => names(all, 8),
}

export const followWords: typeof englishFollow = {
  follow: (who: string) => `${who} folgen`,
  following: (who: string) => `Du folgst: ${who}`,
  stop: 'Beenden',
  stopFollowing: (who: string) => `${who} nicht mehr folgen`,
  started: (who: string) => `Du folgst ${who}. Jede eigene Bewegung beendet es.`,
  left: (who: string) => `${who} ist gegangen. Du siehst, wo zuletzt hingeschaut wurde.`,
  followsYou: (who: string) => `${who} folgt dir, also führt dieser Weg nirgendwohin.`,
}

export const comingWords: typeof englishComing = {
  entered: (who: string, team: string) => (team === '' ? `${who} ist neu auf der Tafel` : `${who} (${team}) ist neu auf der Tafel`),
  manyEntered: (all: readonly string[]) => `Neu auf der Tafel: ${names(all)}`,
  claims: (who: string, as: string) => `${who} sagt: Ich bin ${as} auf dieser Tafel`,
  asksIn: (who: string) => `${who} bittet um Einlass`,
  asking: (n: number) => (n === 1 ? '1 wartet auf dich' : `${n} warten auf dich`),
  look: 'Ansehen',
  isHere: (who: string) => `${who} ist da`,
  hasLeft: (who: string) => `${who} ist gegangen`,
}

export const enterWords: typeof englishEnter = {
  title: (board: string) => (board === '' ? 'Zur Tafel' : `Zur Tafel „${board}“`),
  intro: 'Antworten zählen für ein Team, darum fragt die Tafel, wer du bist.',
  guestIntro: 'Du kannst lesen, Hintergrund beitragen und kommentieren. Neben deinen Beiträgen sehen andere deinen Namen.',
  name: 'Dein Name',
  nameMissing: 'Schreib den Namen, unter dem die anderen dich kennen.',
  team: 'Dein Team',
  noTeam: 'Noch kein Team',
  newTeam: 'Ein neues Team',
  newTeamName: 'Name des neuen Teams',
  newTeamMissing: 'Gib dem neuen Team einen Namen.',
  teamExists: 'Ein Team mit diesem Namen gibt es schon. Wähl es aus der Liste.',
  enter: 'Eintreten',
  save: 'Speichern',
  cancel: 'Abbrechen',
  leave: 'Alle Tafeln',
  saveFailed: (sentence: string) => `Nichts wurde geändert. ${sentence}`,
  profileTitle: 'Dein Name und dein Team',
  profileIntro: 'Deine früheren Antworten behalten das Team, für das du sie gegeben hast. Sie zählen nur, solange du dazugehörst.',
}

export const peopleWords: typeof englishPeople = {
  title: 'Personen und Teams',
  people: 'Personen',
  teams: 'Teams',
  noPeople: 'Noch ist niemand eingetreten.',
  noTeams: 'Noch kein Team. Eine Annahme bestätigen die Teams, die auf sie angewiesen sind. Leg das erste an.',
  role: {
    guest: 'Gast', member: 'Mitglied', facilitator: 'Moderation', owner: 'Leitung',
  } satisfies Record<Role, string>,
  roleOf: (name: string) => `Rolle von ${name}`,
  teamOf: (name: string) => `Team von ${name}`,
  noTeam: 'Kein Team',
  you: 'du',
  hereNow: 'jetzt da',
  remove: (name: string) => `${name} von der Tafel entfernen`,
  bringBack: (name: string) => `${name} zurückholen`,
  bringBackShort: 'Zurückholen',
  failed: (sentence: string) => `Nichts wurde geändert. ${sentence}`,
  addTeam: 'Neues Team',
  editTeam: (team: string) => `${team} bearbeiten`,
  teamName: 'Name',
  teamCode: 'Kürzel',
  teamCodeHint: 'Zwei Buchstaben, auf den Karten',
  codeTaken: (team: string) => `${team} hat dieses Kürzel schon.`,
  nameTaken: 'Ein Team mit diesem Namen gibt es schon.',
  codeShape: 'Ein bis drei Buchstaben oder Ziffern.',
  teamColor: 'Farbe',
  colorName: (n: number) => `Farbe ${n}`,
  constraints: 'Was dieses Team nicht ändern kann, je Zeile eins',
  constraintsHint: 'Zum Beispiel: bis März zwei Personen in Bereitschaft',
  save: 'Team speichern',
  cancel: 'Abbrechen',
  removeTeam: 'Dieses Team entfernen',
  membersOf: (n: number) => (n === 0 ? 'Noch niemand' : `${n} ${n === 1 ? 'Person' : 'Personen'}`),
  answersCount: 'Nur Mitglieder, Moderation und Leitung können antworten.',
}

export const askInWords: typeof englishAskIn = {
  title: 'Du stehst in der Datei dieser Tafel',
  text: 'Diese Tafel kommt aus einer Datei, in der du stehst. Niemand wird zu einer ihrer Personen, ohne dass jemand zustimmt, dem die Tafel gehört, denn die Antworten dieses Eintrags sind dann deine.',
  ask: 'Um Einlass bitten',
  asked: 'Wem die Tafel gehört, sieht deine Bitte. Diese Seite öffnet die Tafel, sobald du zugelassen bist.',
  home: 'Alle Tafeln',
  failed: (sentence: string) => `Niemand wurde gefragt. ${sentence}`,
}

export const selfWords: typeof englishSelf = {
  isNew: 'neu',
  sayWho: 'Vorlesen, wer kommt und wer geht',
  more: (name: string) => `Mehr zu ${name}`,
  rename: 'Umbenennen',
  renameLabel: (name: string) => `Neuer Name von ${name}`,
  merge: 'Ist dieselbe Person wie',
  mergeLabel: (name: string) => `${name} ist dieselbe Person wie`,
  mergeHint: (name: string) => `Was ${name} geschrieben hat, gehört dann ihr, damit niemand die eigenen Worte bestätigt. Bestätigungen zählen wieder, sobald sie selbst „Das bin ich“ sagt. Der Browser dieses Eintrags verlässt die Tafel.`,
  mergeDo: 'Zusammenführen',
  save: 'Speichern',
  cancel: 'Abbrechen',
  choose: 'Person wählen',
  claim: 'Das bin ich',
  claimTaken: 'Die Anfrage ist gestellt. Bis dahin bleibst du, wer du bist.',
  claimAgreed: 'Die Antworten dieses Eintrags sind jetzt deine.',
  claimBack: 'Zurücknehmen',
  claiming: (as: string) => `Du hast gesagt: Ich bin ${as}. Darüber entscheidet, wem die Tafel gehört.`,
  waiting: 'Warten auf dich',
  saysIs: (as: string) => `sagt: Ich bin ${as}`,
  saysIn: 'steht in der Datei, aus der diese Tafel kommt, und bittet um Einlass',
  admit: (name: string) => `${name} zulassen`,
  admitShort: 'Zulassen',
  decline: (name: string) => `${name} ablehnen`,
  declineShort: 'Ablehnen',
  isMerged: (into: string) => `dieselbe Person wie ${into}`,
  isMergedUnsaid: (into: string) => `dieselbe Person wie ${into}, was sie selbst noch nicht gesagt hat`,
  split: (name: string) => `Wieder trennen, ${name}`,
  splitShort: 'Wieder trennen',
  renamed: (name: string) => `Heißt jetzt ${name}`,
  merged: (name: string, into: string) => `${name} ist dieselbe Person wie ${into}`,
  removed: (name: string) => `${name} wurde entfernt. Die Antworten bleiben im Verlauf und zählen nicht mehr.`,
  admitted: (name: string) => `${name} ist zugelassen. „Wieder trennen“ macht daraus wieder zwei.`,
  declined: (name: string) => `${name} bleibt, wer sie oder er war`,
  undo: 'Rückgängig',
}

export const deviceWords: typeof englishDevice = {
  title: 'Auf einem anderen Gerät öffnen',
  intro: 'Mit diesem Link bist du auch auf dem anderen Gerät du, auf jeder Tafel dieses Servers. Er gilt ein einziges Mal.',
  making: 'Der Link entsteht',
  until: (time: string) => `Öffne ihn dort vor ${time} Uhr.`,
  copyShort: 'Kopieren',
  copied: 'Link kopiert',
  copyFailed: 'Der Browser hat das Kopieren nicht erlaubt. Markier den Link und kopier ihn von Hand.',
  qr: 'QR-Code des Links',
  link: 'Link für ein einziges Mal',
  failed: (sentence: string) => `Es entstand kein Link. ${sentence}`,
  again: 'Einen neuen Link machen',
}
