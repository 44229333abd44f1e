// What the session says to people: why something was not saved, why a board cannot be opened, what failed on the way.
import { translated } from '../language/translated.ts'

export const words = translated('session.words', {
  noBoard: 'This board is not here, or the link to it no longer works.',
  noRight: 'Your link to this board no longer allows this.',
  tooLarge: 'The last change is too large for the server.',
  refused: (changes: number): string =>
    changes === 1
      ? 'The server refused the last change. Your words are kept here to copy; the board shows what the server has.'
      : `The server refused the last ${changes} changes. Your words are kept here to copy; the board shows what the server has.`,
  wentBack: 'The server went back to an older state of this board, which lacks these words.',
  otherPerson: 'It was given by somebody else in this browser.',
  unreachable: 'The server cannot be reached. Nothing was changed.',
  unreadable: 'The server answered with something that is not readable. Try again.',
  failed: (status: number): string => `The server answered ${status}.`,
})

/** The server's sentences by its codes. In English it speaks for itself; other languages say here what they can. */
export const serverWords = translated('session.serverWords', {} as Readonly<Record<string, string>>)
