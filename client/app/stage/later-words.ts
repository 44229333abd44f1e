// Words of the stage that no board needs before its first card: what others did, the list of all cards, the sheet of a
// phone.
import { translated } from '../../language/translated.ts'

/** What others did, read out to those who listen. */
export const newsWords = translated('stage.newsWords', {
  answered: {
    confirm: (team: string, title: string): string => `Confirmed by ${team}: ${title}`,
    refute: (team: string, title: string): string => `Disputed by ${team}: ${title}`,
    unsure: (team: string, title: string): string => `${team} is unsure: ${title}`,
    withdraw: (team: string, title: string): string => `${team} withdrew its answer: ${title}`,
  },
  stood: (team: string, title: string, status: string): string => `${team} took a stance on ${title}. Now: ${status}`,
  reworded: (title: string): string => `Reworded: ${title}`,
  deleted: (title: string): string => `Deleted: ${title}`,
  asked: (team: string, title: string): string => `${team} is asked: ${title}`,
  more: (n: number): string => `And ${n} more ${n === 1 ? 'change' : 'changes'}.`,
  somebody: 'Somebody',
  untitled: 'a card without words',
})

/** The list of all cards, for those who listen. */
export const outlineWords = translated('stage.outlineWords', {
  label: (n: number): string => `All cards: ${n}`,
  loose: 'Outside of frames',
  frame: (title: string): string => (title === '' ? 'Frame without a name' : `Frame: ${title}`),
  more: (n: number): string => `${n} more cards. The ledger lists them all.`,
})

/** Where there is little room: the sheet of a phone. */
export const sheetWords = translated('stage.sheetWords', {
  confirm: 'Confirm',
  confirmAgain: 'Confirm again',
  answersFor: (team: string): string => `You answer for ${team}`,
})
