// What the canvas knows of a thing that lies on it: where it is, what it is called, whether it lies on the ground.
// It knows no card: what an item looks like comes from the `renderItem` it is given.
import type { Rect } from '../../shared/geometry/geometry.ts'

export interface CanvasItem {
  readonly id: string
  readonly bounds: Rect
  /** Its place in the pile: larger keys lie above, items without one at the bottom. */
  readonly order?: string
  /** `ground` lies below the links and is taken by its edge only (frames). */
  readonly layer?: 'ground' | 'card'
  /** The item on the ground that this one belongs to: read together with it. */
  readonly group?: string
  /** Missing: its size follows from what it holds. */
  readonly sizing?: Sizing
}

/** What an item's size may be, in board pixels; without heights only its width is changed. */
export interface Sizing { readonly width: readonly [least: number, most: number]; readonly height?: readonly [least: number, most: number] }

/** How far an item is shown from where it lies, in board pixels: a drag in flight. */
export interface Offset { readonly dx: number; readonly dy: number }

/** Board pixels that positions snap to. */
export const GRID = 8
