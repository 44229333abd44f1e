// How deep a JSON text nests, before anybody reads it: reading deep nesting costs seconds for each ten megabytes. Looks at
// bytes only, and takes them for JSON in UTF-8, in which no byte of a longer character is a bracket or a quote.

/** Deeper than any board file. */
export const MOST_JSON_LEVELS = 64
const QUOTE = 0x22
const BACKSLASH = 0x5c

/** The offset of the first bracket that opens a level too many; undefined when there is none. */
export function tooDeepAt(bytes: Uint8Array): number | undefined {
  let depth = 0
  let inText = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (inText) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > MOST_JSON_LEVELS) return i
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return undefined
}
