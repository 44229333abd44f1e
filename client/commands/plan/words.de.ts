// Was die Tafel auf Befehle zu Risiken und Zielen antwortet, auf Deutsch.
import type { askingWords as englishAsking, planWords as english, putBackWords as englishPutBack } from './words.ts'

export const planWords: typeof english = {
  readOnly: 'Du kannst lesen, nicht ändern.',
  rated: (likelihood: number | undefined, impact: number | undefined): string => `Wahrscheinlichkeit ${likelihood ?? 'nicht geschätzt'}, Wirkung ${impact ?? 'nicht geschätzt'}`,
  accepted: 'Risiko hingenommen',
  notAccepted: 'Risiko nicht mehr hingenommen',
  happened: 'Es ist eingetreten',
  notHappened: 'Es ist nicht eingetreten',
  answered: {
    mitigate: (work: string, risk: string): string => `${work} mildert ${risk}`,
    hedge: (work: string, risk: string): string => `${work} sorgt vor für ${risk}`,
    shape: (work: string, risk: string): string => `${work} arbeitet gegen ${risk}`,
  },
  answersAlready: 'Das antwortet schon auf dieses Risiko',
  premise: (premise: string, risk: string): string => `${risk} hängt ab von ${premise}`,
  northStar: (title: string): string => `${title} ist der Leitstern`,
  noNorthStar: 'Kein Leitstern mehr',
  labels: {
    rating: 'Einschätzen eines Risikos', accepting: 'Hinnehmen eines Risikos', happened: 'ob ein Risiko eingetreten ist', premise: 'wovon ein Risiko abhängt', northStar: 'Leitstern',
    answer: { mitigate: 'neue Milderung', hedge: 'neue Vorsorge', shape: 'neues Zutun' },
  },
}

export const putBackWords: typeof englishPutBack = {
  label: 'was ein Zeichen verschwinden ließ',
  done: 'Wieder, wie es war',
  doneOn: (title: string): string => `Wieder, wie es war: ${title}`,
  already: 'Es ist schon, wie es war',
  movedOn: 'Andere haben es seither geändert: nichts wurde zurückgestellt',
}

export const askingWords: typeof englishAsking = {
  why: (title: string): string => `Warum ${title}? Schreib den Grund`,
  premise: (title: string): string => `${title} beruht auf einer neuen Annahme. Schreib, was dafür stimmen muss`,
  noPremise: 'Was dafür stimmen muss, fragt man bei einem Ziel, einer Entscheidung, einem Vorschlag, einer Zusage, einer Aufgabe oder einem Risiko',
  noWhy: 'Wähle erst eine Karte',
  labels: { why: 'neuer Grund', premise: 'neue Annahme' },
}
