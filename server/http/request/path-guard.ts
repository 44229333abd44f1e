// Paths that no client of ours ever asks for: traversal, encoded slashes and zero bytes, empty segments. They are
// answered with 404 before any route, whatever the route would make of them.

const HOSTILE = /\/\/|\\|%(2f|5c|00|2e|0[ad])|\/\.{1,2}(\/|$)|%(?![0-9a-f]{2})/i

/** `target` is the request line's, before anything has normalised it. */
export function isPlainPath(target: string): boolean {
  const path = /^[^?#]*/.exec(target.replace(/^https?:\/\/[^/?#]*/i, ''))?.[0] ?? ''
  // oxlint-disable-next-line eslint/no-control-regex
  return !HOSTILE.test(path) && !/[\u0000-\u0020\u007F]/.test(path)
}
