// What the server said, in the language of the page: by its code where there is a sentence for it, else in its own
// words. In English the server speaks for itself; its sentences know the case better than any made here.
import { serverWords } from './words.ts'

export function serverSentence(code: string, message: string): string {
  return serverWords[code] ?? message
}
