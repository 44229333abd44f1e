// Was die Tafel auf Befehle zu Risiken und Zielen antwortet, auf Deutsch.
import type { planWords as english } from './words.ts'

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
