// The room that is left around a fitted board, in screen pixels: the tools at the left do not cover it. On a phone they
// lie at the foot.
import type { Size } from '../../shared/geometry/geometry.ts'

export function marginOf({ width }: Size): number {
  return width <= 720 ? 24 : 72
}
