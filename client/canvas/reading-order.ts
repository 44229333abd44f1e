// The order in which items are read out and follow each other in the DOM: frame by frame from the top left, in a frame
// by row bands and then left to right, loose items last. Pure.
import type { CanvasItem } from './item.ts'

/** Items whose tops lie in one band of this height are one row. */
const BAND = 64

const rowOf = (item: CanvasItem): number => Math.floor(item.bounds.y / BAND)

function byPlace(a: CanvasItem, b: CanvasItem): number {
  return rowOf(a) - rowOf(b) || a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y || (a.id < b.id ? -1 : 1)
}

export function readingOrder(items: readonly CanvasItem[]): string[] {
  const frames = items.filter((item) => item.layer === 'ground').sort(byPlace)
  const inFrame = new Map<string, CanvasItem[]>(frames.map((frame) => [frame.id, []]))
  const loose: CanvasItem[] = []
  for (const item of items) {
    if (item.layer === 'ground') continue
    const frame = item.group === undefined ? undefined : inFrame.get(item.group)
    if (frame === undefined) loose.push(item)
    else frame.push(item)
  }
  const framed = frames.flatMap((frame) => [frame, ...(inFrame.get(frame.id) ?? []).sort(byPlace)])
  return [...framed, ...loose.sort(byPlace)].map(({ id }) => id)
}
