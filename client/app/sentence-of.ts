// What the server said about a request that failed, as it is shown to the person who made it.
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}
