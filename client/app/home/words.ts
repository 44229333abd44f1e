// What a tile of the home page says of its board besides name, right and day.
import { translated } from '../../language/translated.ts'

export const tileWords = translated('home.tileWords', {
  empty: 'Nothing written down yet',
  noAssumptions: 'No assumptions written down yet',
  allConfirmed: 'All confirmed',
  here: (count: number): string => (count === 1 ? 'somebody is there' : `${count} people are there`),
})
