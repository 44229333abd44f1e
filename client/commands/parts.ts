// How a command on many things is cut: no transaction has more than 100 of them, all parts are one undo step.
/** Cards or links in one transaction. */
export const MOST_AT_ONCE = 100

export function inParts<T>(things: readonly T[], each: (part: readonly T[]) => void): void {
  for (let at = 0; at < things.length; at += MOST_AT_ONCE) each(things.slice(at, at + MOST_AT_ONCE))
}
