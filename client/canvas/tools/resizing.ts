// What becomes of an item's bounds when one of its edges is pulled: on the grid, between the least and the most that it
// may be. Pure.
import type { Rect } from '../../../shared/geometry/geometry.ts'
import { GRID, type Sizing } from '../item.ts'
import type { Edge } from './tool.ts'

type Limits = readonly [least: number, most: number]

const clamp = (value: number, [least, most]: Limits): number => Math.min(most, Math.max(least, value))
const onGrid = (value: number): number => Math.round(value / GRID) * GRID

/** One axis: `start` pulls its beginning, `end` its end. */
function pulled(from: number, size: number, by: number, pull: 'start' | 'end' | undefined, limits: Limits | undefined): readonly [number, number] {
  if (pull === undefined || limits === undefined) return [from, size]
  if (pull === 'end') return [from, clamp(onGrid(size + by), limits)]
  const next = clamp(onGrid(size - by), limits)
  return [from + size - next, next]
}

export function resized(was: Rect, edge: Edge, dx: number, dy: number, sizing: Sizing): Rect {
  const [x, width] = pulled(was.x, was.width, dx, edge.includes('e') ? 'end' : edge.includes('w') ? 'start' : undefined, sizing.width)
  const [y, height] = pulled(was.y, was.height, dy, edge.startsWith('s') ? 'end' : edge.startsWith('n') ? 'start' : undefined, sizing.height)
  return { x, y, width, height }
}
