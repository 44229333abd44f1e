// Where a text stops being JSON, as line and column: what JSON.parse says of it names no place that one could go to.

const SPACE = /[ \t\n\r]*/y
// Control characters may not stand in a text of JSON.
// oxlint-disable-next-line eslint/no-control-regex
const SCALAR = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
// oxlint-disable-next-line eslint/no-control-regex
const KEY = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"[ \t\n\r]*:/y

/** What may come next: a value, the first thing in a list or object, or what follows a value. */
type Awaited = 'value' | 'first' | 'next'

/** The offset of the first character that does not belong; undefined when the whole text is JSON. */
function faultAt(text: string): number | undefined {
  const open: ('[' | '{')[] = []
  let at = 0
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.test(text)
    if (found) at = pattern.lastIndex
    return found
  }
  let awaited: Awaited = 'value'
  for (;;) {
    match(SPACE)
    const inside = open.at(-1)
    const closes = inside !== undefined && text[at] === (inside === '[' ? ']' : '}')
    if (closes && awaited !== 'value') {
      open.pop()
      at++
      awaited = 'next'
    } else if (awaited === 'next') {
      if (inside === undefined) return at === text.length ? undefined : at
      if (text[at] !== ',') return at
      at++
      awaited = 'value'
    } else {
      if (inside === '{' && !match(KEY)) return at
      match(SPACE)
      const begins = text[at]
      if (begins === '[' || begins === '{') {
        open.push(begins)
        at++
        awaited = 'first'
      } else if (match(SCALAR)) awaited = 'next'
      else return at
    }
  }
}

/** As in "line 2, column 12"; undefined when the text is JSON. */
export function jsonFault(text: string): string | undefined {
  const at = faultAt(text)
  if (at === undefined) return undefined
  return `${placeAfter(text.slice(0, at))}${at >= text.length ? ', where it ends too early' : ''}`
}

/** Where the next character stands, as in "line 2, column 12". */
export function placeAfter(before: string): string {
  const lines = before.split('\n')
  return `line ${lines.length}, column ${Array.from(lines.at(-1) ?? '').length + 1}`
}
