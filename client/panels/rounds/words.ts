// What is said of a round of own words: who answered, how far apart the wordings are, what nobody said. The machine counts
// letters; what people mean, people say.
import { translated } from '../../language/translated.ts'

export const roundWords = translated('rounds.roundWords', {
  title: 'In their own words',
  none: 'Nobody was asked yet to say a goal of this board in their own words.',
  answered: (n: number, of: number): string => (n === of ? `All ${of} who were invited have answered` : `${n} of ${of} have answered`),
  answeredLoose: (n: number): string => `${n} ${n === 1 ? 'has' : 'have'} answered`,
  sealed: 'Sealed: nobody can read an answer until the round is opened together.',
  opened: (day: string): string => `Opened together ${day}`,
  asked: (day: string): string => `Asked ${day}`,
  waiting: (names: string): string => `Not yet heard: ${names}`,
  startWith: (name: string): string => `Begin with ${name}: their words are the furthest from the others.`,
  spread: (n: number): string => `Wording spread ${n} of 100.`,
  spreadMeans: 'It compares letters, not meaning: different words may mean the same.',
  noSpread: 'Only one answer: there is nothing to compare it with.',
  meanings: (n: number): string => (n === 1 ? 'The team sorted them into one meaning.' : `The team sorted them into ${n} meanings.`),
  unsorted: 'Nobody has sorted them by meaning yet.',
  changed: 'The goal has new words since: these answers are about the earlier ones.',
  numbers: (values: string, slot: string): string => `Different numbers in “${slot}”: ${values}.`,
  caption: (goal: string): string => `Answers to “${goal}”, side by side`,
  person: 'Who',
  slot: { what: 'What', who: 'For whom', measure: 'How will we know', not: 'Not doing' },
  slotSpread: (n: number): string => `spread ${n}`,
  empty: (n: number): string => `${n} left it empty`,
  nothing: 'nothing said',
})
