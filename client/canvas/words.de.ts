// Die Wörter der Arbeitsfläche auf Deutsch.
import type { words as english } from './words.ts'

export const words: typeof english = {
  canvas: 'Arbeitsfläche',
}
