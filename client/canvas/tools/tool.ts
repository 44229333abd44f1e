// The vocabulary of tools: what happened (events), what a tool may look at (view), what it wants (intents). A tool is
// a pure step from state, event and view to the next state and intents; `carry-out.ts` alone does what intents say.
import type { Sizing } from '../item.ts'
import type { Guide } from './snapping.ts'
import type { BoardPoint, Camera, Rect, ScreenPoint, Size } from '../../../shared/geometry/geometry.ts'

export type ToolName = 'select' | 'hand' | 'link' | 'frame'

/** The side or corner that a resize takes hold of, by the points of the compass. */
export type Edge = 'n' | 'e' | 's' | 'w' | 'ne' | 'se' | 'sw' | 'nw'

/**
 * What lies under the pointer. A `dot` is the handle on an item's edge that a link is drawn from, an `edge` the one that
 * its size is changed by; a `link` is a line between two items.
 */
export type Target =
  | { readonly on: 'ground' }
  | { readonly on: 'item'; readonly id: string }
  | { readonly on: 'dot'; readonly id: string }
  | { readonly on: 'edge'; readonly id: string; readonly edge: Edge }
  | { readonly on: 'link'; readonly id: string }

export interface PointerFacts {
  readonly at: ScreenPoint
  readonly on: Target
  readonly shift: boolean
  /** Ctrl suspends snapping. */
  readonly ctrl: boolean
  /** Alt copies what is dragged. */
  readonly alt: boolean
}

export type ToolEvent =
  /** `pan`: middle button, space held or the hand tool. `frame`: the frame tool draws from here. */
  | (PointerFacts & { readonly type: 'down'; readonly touch: boolean; readonly pan: boolean; readonly frame?: boolean })
  | (PointerFacts & { readonly type: 'move' })
  | (PointerFacts & { readonly type: 'up' })
  | (PointerFacts & { readonly type: 'double' })
  /** A finger has rested for 350 ms. */
  | { readonly type: 'hold' }
  /** One frame has passed while something is in flight. */
  | { readonly type: 'tick' }
  /** Esc, a lost pointer, a second finger. */
  | { readonly type: 'cancel' }

export interface ToolView {
  readonly camera: Camera
  readonly size: Size
  readonly selection: ReadonlySet<string>
  readonly canEdit: boolean
  bounds(id: string): Rect | undefined
  /** What an item's size may be; undefined when it cannot be changed. */
  sizing(id: string): Sizing | undefined
  /** Items that lie on a ground item and move with it. */
  members(id: string): readonly string[]
  /** Items that touch an area, but for these. */
  near(area: Rect, but: ReadonlySet<string>): readonly Rect[]
  /** Items that a marquee takes. */
  within(rect: Rect): readonly string[]
}

export type Intent =
  /** Screen pixels. */
  | { readonly do: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly do: 'select'; readonly ids: readonly string[] }
  /** undefined: no marquee any more. */
  | { readonly do: 'marquee'; readonly rect: Rect | undefined }
  /** Board pixels from where the items lie. */
  | { readonly do: 'drag'; readonly ids: readonly string[]; readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] }
  /** `copy`: they stay, and copies of them come to lie there. */
  | { readonly do: 'drop'; readonly ids: readonly string[]; readonly dx: number; readonly dy: number; readonly copy: boolean }
  | { readonly do: 'put-back'; readonly ids: readonly string[] }
  /** A resize in flight, and its end; undefined: back to what it was. */
  | { readonly do: 'resize'; readonly id: string; readonly rect: Rect | undefined }
  | { readonly do: 'resized'; readonly id: string; readonly rect: Rect }
  /** A frame was drawn; without an extent where it was only pointed at. */
  | { readonly do: 'draw-frame'; readonly rect: Rect }
  | { readonly do: 'pick-link'; readonly id: string; readonly at: ScreenPoint }
  | { readonly do: 'aim'; readonly from: string; readonly to: BoardPoint; readonly over: string | undefined }
  | { readonly do: 'stop-aiming' }
  | { readonly do: 'link'; readonly from: string; readonly to: string }
  /** A link was let go over the ground: what should it rest on? */
  | { readonly do: 'link-to-ground'; readonly from: string; readonly at: BoardPoint }
  | { readonly do: 'activate'; readonly id: string; readonly at: ScreenPoint }
  | { readonly do: 'ground'; readonly at: BoardPoint }

export interface Step<S> { readonly state: S; readonly intents: readonly Intent[] }
