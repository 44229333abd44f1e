// What one list of items has that the one before had not: one edit of a large board must not cost a walk that looks at
// more of each item than whether it is the same. Pure.
import type { CanvasItem } from './item.ts'

/** `was` is undefined for an item that is new. Undefined: items have gone or changed their places in the list. */
export function itemChanges(before: readonly CanvasItem[], after: readonly CanvasItem[]): readonly { readonly was: CanvasItem | undefined; readonly item: CanvasItem }[] | undefined {
  if (after.length < before.length) return undefined
  const changes: { was: CanvasItem | undefined; item: CanvasItem }[] = []
  for (let at = 0; at < after.length; at++) {
    const item = after[at]
    const was = before[at]
    if (item === was || item === undefined) continue
    if (was !== undefined && was.id !== item.id) return undefined
    changes.push({ was, item })
  }
  return changes
}
