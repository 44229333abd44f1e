// Jeder Satz darüber, wohin Ziele führen, auf Deutsch.
import { listOf } from '../../language/lists.ts'
import type { goalViewWords as englishView, goalWords as english } from './words.ts'

const goals = (n: number): string => `${n} ${n === 1 ? 'Ziel' : 'Ziele'}`

export const goalWords: typeof english = {
  northStar: 'Leitstern',
  said: (filled: number): string => `${filled} von 5 gesagt`,
  onlyNumber: 'Eine Zahl, keine Richtung: niemand ist genannt, für den es ist.',
  take: 'Zum Leitstern machen',
  takeFrom: (title: string): string => `Statt „${title}“`,
  letGo: 'Nicht mehr der Leitstern',
  isNorth: 'Der Leitstern: alle anderen Ziele führen hierher.',
  leads: 'Führt zum Leitstern: ',
  noLine: 'Von hier führt keine Linie zum Leitstern: ',
  noLineTo: (title: string): string => `Von hier führt keine Linie zum Leitstern „${title}“.`,
  noNorth: 'Noch ist kein Ziel der Leitstern.',
  draw: 'Es dient dem Leitstern',
  share: 'Von allen Teams geteilt',
  sharedAll: 'Jedes Team hat etwas, das ihm dient.',
  sharedBut: (teams: readonly string[]): string => `Nichts von ${listOf(teams)} dient ihm.`,
  servesNone: 'Dient keinem gemeinsamen Ziel.',
  addServes: 'Hinzufügen, wem es dient',
  serves: 'Welchem Ziel dient es?',
  place: 'Wohin es führt',
  undo: 'Rückgängig',
}

export const goalViewWords: typeof englishView = {
  none: 'Noch steht kein Ziel da. Was wollt ihr erreichen, und für wen?',
  pinned: 'Leitstern',
  choose: 'Das Ziel, zu dem alle anderen führen',
  nobody: 'Keines',
  noNorth: 'Noch ist kein Ziel der Leitstern; so kann niemand sagen, was nirgendwohin führt.',
  several: (n: number): string => `${n} Ziele sind als Leitstern bezeichnet. Behaltet eines.`,
  keep: 'Dieses behalten',
  keepNamed: (title: string): string => `Dieses behalten: ${title}`,
  leading: (n: number, teams: number, all: number): string => `${goals(n)} ${n === 1 ? 'führt' : 'führen'} dorthin, aus ${teams} von ${all} Teams.`,
  all: 'Richtung jedes Ziels',
  allHint: 'Was, für wen, woran ihr es merkt, was ihr dafür lasst, und warum.',
  of: (filled: number): string => `${filled} von 5 gesagt.`,
  complete: 'Alle fünf sind gesagt.',
  unexamined: 'Darunter steht keine Annahme.',
  aside: 'Ohne Linie dorthin',
  asideHint: 'Ziele und Teams, von denen keine Linie zum Leitstern führt, auch nicht über andere.',
  goalAside: ' hat keine Linie zum Leitstern.',
  teamAside: (team: string): string => `Nichts von ${team} führt zum Leitstern.`,
  noneAside: 'Jedes Ziel und jedes Team hat eine Linie zum Leitstern.',
  draw: 'Linie ziehen',
  drawNamed: (title: string): string => `Linie ziehen: ${title} dient dem Leitstern`,
  shared: 'Von allen Teams geteilt',
  noShared: 'Kein Ziel wird von allen Teams geteilt. Gemeinsame Projekte allein sind keine Abstimmung.',
  servesNone: 'Dient keinem gemeinsamen Ziel',
  servesNoneHint: 'Zusagen ohne Linie zu einem Ziel, das alle Teams teilen, auch nicht über andere.',
}
