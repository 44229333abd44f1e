// What is said of reasons and of what must be true, in the details of a card.
import { translated } from '../../language/translated.ts'

export const askWords = translated('asking.askWords', {
  title: 'Why, and what must be true',
  why: 'Why?',
  premise: 'What must be true?',
  whyOf: (title: string): string => ` Adds a reason to “${title}”`,
  premiseOf: (title: string): string => ` Adds an assumption under “${title}”`,
  reasons: 'Because',
  reasonFor: 'A reason for',
  turn: { assumption: 'Take it as an assumption', action: 'Do something about it' },
  turned: { assumption: 'It is an assumption now', action: 'It is an action now' },
})
