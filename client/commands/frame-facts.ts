// Which cards lie on which frame, and which frame a place belongs to: looked up in the facts of a board, nothing written.
import type { BoardState, Card } from '../../shared/board/records.ts'
import type { BoardPoint, Rect } from '../../shared/geometry/geometry.ts'
import { sizeOf } from '../cards/size.ts'

/** Board pixels: what a frame may measure. */
export const FRAME_LIMITS = { width: [160, 8_000], height: [120, 8_000] } as const

export function rectOf(card: Card): Rect {
  return { x: card.x, y: card.y, ...sizeOf(card) }
}

export function isIn({ x, y }: BoardPoint, rect: Rect): boolean {
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height
}

export function centreOf({ x, y, width, height }: Rect): BoardPoint {
  return { x: x + width / 2, y: y + height / 2 }
}

/** The frames of a board; `but` are left out. */
export function framesOf({ cards }: BoardState, but: ReadonlySet<string> = new Set()): Card[] {
  return [...cards.values()].filter((card) => card.kind === 'frame' && !card.deleted && !but.has(card.id))
}

/** The cards on these frames. */
export function membersOf({ cards }: BoardState, frames: ReadonlySet<string>): Card[] {
  if (frames.size === 0) return []
  return [...cards.values()].filter((card) => card.frame !== undefined && frames.has(card.frame) && !card.deleted && card.kind !== 'frame')
}

/** The frame at a point: of several the smallest. */
export function frameAt(frames: readonly Card[], at: BoardPoint): Card | undefined {
  const area = (card: Card): number => sizeOf(card).width * sizeOf(card).height
  return frames.filter((frame) => isIn(at, rectOf(frame))).sort((a, b) => area(a) - area(b) || (a.id < b.id ? -1 : 1))[0]
}

/** The frame that a card is on; undefined when that has gone. */
export function frameOf({ cards }: BoardState, card: Card): Card | undefined {
  const frame = card.frame === undefined ? undefined : cards.get(card.frame)
  return frame?.deleted === false && frame.kind === 'frame' ? frame : undefined
}
