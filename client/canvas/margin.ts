// The room that is left around a fitted board, in screen pixels: the tools at the left do not cover it, on a phone either.
import type { Size } from '../../shared/geometry/geometry.ts'

export function marginOf({ width }: Size): number {
  return Math.min(72, width / 5)
}
