// What changed between two wordings, word by word, as runs of text. A number or a time is one word; adjacent changes are
// put together, so that a rewritten phrase reads as one removal and one addition.
import { diffArrays } from 'diff'

export interface Run { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** Spaces, or a word (also 1,800, 06:30, don't), or one other character: nothing of a text is left out. */
const TOKENS = /\s+|[\p{L}\p{N}\p{M}]+(?:[.,:'’-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu

const tokensOf = (text: string): string[] => text.match(TOKENS) ?? []

export function wordDiff(before: string, after: string): readonly Run[] {
  const runs: Run[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed })
    if (added !== '') runs.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  const parts = diffArrays(tokensOf(before), tokensOf(after)).map(({ added, removed, value }) => ({ added, removed, value: value.join('') }))
  for (const [i, part] of parts.entries()) {
    const next = parts[i + 1]
    // A lone space between two changes belongs to both.
    const bridge = !part.added && !part.removed && part.value.trim() === '' && next !== undefined && (removed !== '' || added !== '')
    if (part.removed || bridge) removed += part.value
    if (part.added || bridge) added += part.value
    if (part.added || part.removed || bridge) continue
    flush()
    runs.push({ kind: 'same', text: part.value })
  }
  flush()
  return runs
}

/** Characters of unchanged words that are kept on each side of a change. */
const AROUND = 24

function shortened(text: string, first: boolean, last: boolean): string {
  const keepStart = first ? 0 : AROUND
  const keepEnd = last ? 0 : AROUND
  if (text.length <= keepStart + keepEnd + AROUND) return text
  // Whole words only: what stands before the first and after the last blank of each side goes.
  const start = text.slice(0, keepStart).replace(/\S*$/u, '')
  const end = text.slice(text.length - keepEnd).replace(/^\S*/u, '')
  return `${start}…${keepEnd === 0 ? '' : end}`
}

/** The same change with little around it: long stretches that stayed are cut to their edges. */
export function briefDiff(before: string, after: string): readonly Run[] {
  const runs = wordDiff(before, after)
  return runs.map((run, at) => (run.kind === 'same' ? { kind: run.kind, text: shortened(run.text, at === 0, at === runs.length - 1) } : run))
}
