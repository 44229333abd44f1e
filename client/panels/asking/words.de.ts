// German: what is said of reasons and of what must be true.
import type * as english from './words.ts'

export const askWords: typeof english.askWords = {
  title: 'Warum, und was dafür stimmen muss',
  why: 'Warum?',
  premise: 'Was muss dafür stimmen?',
  whyOf: (title) => ` Legt einen Grund für „${title}“ an`,
  premiseOf: (title) => ` Legt eine Annahme unter „${title}“ an`,
  reasons: 'Weil',
  reasonFor: 'Ein Grund für',
  turn: { assumption: 'Als Annahme nehmen', action: 'Etwas dagegen tun' },
  turned: { assumption: 'Es ist jetzt eine Annahme', action: 'Es ist jetzt eine Aufgabe' },
}
