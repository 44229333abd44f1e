// What changed between two wordings, word by word, as runs of text. Adjacent changes are put together, so that a
// rewritten phrase reads as one removal and one addition.
import { diffWordsWithSpace } from 'diff'

export interface Run { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

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
  const parts = diffWordsWithSpace(before, after)
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
