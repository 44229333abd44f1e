// From far away, when more items are in view than are worth an element each: all of them painted into one bitmap that
// moves with the world. What an item looks like comes from the painter it is given. Sizes in the bitmap are device pixels.
import type { Rect } from '../../shared/geometry/geometry.ts'
import type { CanvasItem, Offset } from './item.ts'

/** How items look from far away. Coordinates are screen pixels from the corner of what is painted. */
export interface FarPainter {
  /** Begins a picture of a part of the board: what lies under the items. */
  begin(context: CanvasRenderingContext2D, region: Rect, z: number): void
  item(context: CanvasRenderingContext2D, id: string, at: Rect): void
}

export interface FarView {
  readonly region: Rect
  readonly z: number
  readonly items: readonly CanvasItem[]
  readonly offsetOf: (id: string) => Offset
}

/** Paints `items` of `region` into the bitmap and lays it where the region is on the board. */
export function paintFar(canvas: HTMLCanvasElement, painter: FarPainter, { region, z, items, offsetOf }: FarView): void {
  const ratio = window.devicePixelRatio
  const width = Math.max(1, Math.round(region.width * z * ratio))
  const height = Math.max(1, Math.round(region.height * z * ratio))
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  canvas.style.cssText = `left:${region.x}px;top:${region.y}px;width:${region.width}px;height:${region.height}px`
  const context = canvas.getContext('2d')
  if (context === null) return
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  painter.begin(context, region, z)
  for (const { id, bounds } of items) {
    const { dx, dy } = offsetOf(id)
    painter.item(context, id, { x: (bounds.x + dx - region.x) * z, y: (bounds.y + dy - region.y) * z, width: bounds.width * z, height: bounds.height * z })
  }
}
