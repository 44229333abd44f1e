// What the dialog says that finds a card.
import { translated } from '../../language/translated.ts'

export const findWords = translated('find.findWords', {
  title: 'Find a card',
  label: 'Words of the card',
  placeholder: 'Type a few letters of it',
  none: 'No card has these words',
  hint: 'Enter goes to the card.',
  results: (n: number): string => `${n} ${n === 1 ? 'card' : 'cards'}`,
  narrow: (n: number): string => `Show only ${n === 1 ? 'this card' : `these ${n}`}`,
  list: 'Cards found',
})
