// Words of others in the midst of a sentence. A title may hold marks that turn the direction of all text after it, by
// ill will or because it is of a script that runs from right to left: isolated, it turns itself and nothing beside it.

/** Marks of direction, and letters of scripts that run from right to left. */
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const OPEN = '\u2068'
const CLOSE = '\u2069'

/** The same text, which leaves no direction open: as it is, where nothing in it turns one. */
export function isolated(text: string): string {
  if (!TURNS.test(text)) return text
  let open = 0
  let kept = ''
  for (const sign of text) {
    if (sign >= '\u2066' && sign <= '\u2068') open++
    // A mark that closes what the text has not opened would close the isolation around it.
    if (sign === CLOSE && open-- === 0) {
      open = 0
      continue
    }
    kept += sign
  }
  return `${OPEN}${kept}${CLOSE.repeat(open + 1)}`
}
