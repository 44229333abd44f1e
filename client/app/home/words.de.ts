// The German words of home/.
import type * as english from './words.ts'

export const tileWords: typeof english.tileWords = {
  empty: 'Noch nichts aufgeschrieben',
  noAssumptions: 'Noch keine Annahmen aufgeschrieben',
  allConfirmed: 'Alles bestätigt',
  here: (count: number): string => (count === 1 ? 'jemand ist dort' : `${count} Personen sind dort`),
}
