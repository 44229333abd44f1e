// Points, rectangles and the camera. Board pixels and screen pixels are different types, so that neither is ever
// taken for the other. Pure numbers: no DOM, no cards.
declare const unit: unique symbol
export interface BoardPoint { readonly x: number; readonly y: number; readonly [unit]?: 'board' }
export interface ScreenPoint { readonly x: number; readonly y: number; readonly [unit]?: 'screen' }
/** A rectangle in board pixels. */
export interface Rect { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Size { readonly width: number; readonly height: number }

/** `x`, `y`: the board point at the top left of the view; `z`: screen pixels per board pixel. */
export interface Camera { readonly x: number; readonly y: number; readonly z: number }

export const MIN_ZOOM = 0.1
/** A board that is larger than the view at MIN_ZOOM is shown whole from further away, and no further. */
export const FURTHEST_ZOOM = 0.01
export const MAX_ZOOM = 4

export function toBoard(camera: Camera, point: ScreenPoint): BoardPoint {
  return { x: camera.x + point.x / camera.z, y: camera.y + point.y / camera.z }
}

export function toScreen(camera: Camera, point: BoardPoint): ScreenPoint {
  return { x: (point.x - camera.x) * camera.z, y: (point.y - camera.y) * camera.z }
}

/** Zooms by `factor` so that the board point under `at` stays under it. */
export function zoomAt(camera: Camera, at: ScreenPoint, factor: number): Camera {
  const z = Math.min(MAX_ZOOM, Math.max(Math.min(MIN_ZOOM, camera.z), camera.z * factor))
  const fixed = toBoard(camera, at)
  return { x: fixed.x - at.x / z, y: fixed.y - at.y / z, z }
}

export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.z, y: camera.y - dy / camera.z }
}

export function intersects(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** The smallest rectangle around all; undefined for none. */
export function around(rects: Iterable<Rect>): Rect | undefined {
  let box: { left: number; top: number; right: number; bottom: number } | undefined
  for (const r of rects) {
    box ??= { left: r.x, top: r.y, right: r.x, bottom: r.y }
    box.left = Math.min(box.left, r.x)
    box.top = Math.min(box.top, r.y)
    box.right = Math.max(box.right, r.x + r.width)
    box.bottom = Math.max(box.bottom, r.y + r.height)
  }
  return box === undefined ? undefined : { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top }
}

/** The camera that shows all of `rect` in `view`, `margin` screen pixels away from its edges, at most at 100 %. */
export function fit(rect: Rect, view: Size, margin = 48): Camera {
  const z = Math.max(FURTHEST_ZOOM, Math.min(1, (view.width - 2 * margin) / Math.max(rect.width, 1), (view.height - 2 * margin) / Math.max(rect.height, 1)))
  return { x: rect.x + rect.width / 2 - view.width / 2 / z, y: rect.y + rect.height / 2 - view.height / 2 / z, z }
}

/** A board is not opened further away than a card can say its state in words; on a phone two cards lie side by side. */
const OPENING_ZOOM = 0.56
const PHONE_OPENING_ZOOM = 0.7
const PHONE_WIDTH = 720

/**
 * The camera for the first look: all of `rect` where its words can still be read, otherwise its width from the top,
 * and of a very wide one the top left corner.
 */
export function firstLook(rect: Rect, view: Size, margin = 48): Camera {
  const whole = fit(rect, view, margin)
  const wide = Math.min(1, (view.width - 2 * margin) / Math.max(rect.width, 1))
  const z = Math.max(whole.z, view.width <= PHONE_WIDTH ? PHONE_OPENING_ZOOM : OPENING_ZOOM, wide)
  if (z <= whole.z) return whole
  const fitsAcross = rect.width * z <= view.width
  return { x: fitsAcross ? rect.x + rect.width / 2 - view.width / 2 / z : rect.x - margin / z, y: rect.y - margin / z, z }
}
