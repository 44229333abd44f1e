// The camera that shows a part of the board where no tool lies over it. Tools that cover none of its items take no room:
// the board is fitted to all of the view first, and then makes way for what would hide an item. Pure; screen pixels.
import { firstLook, fit, toBoard, type Camera, type Rect, type Size } from '../../shared/geometry/geometry.ts'

/** Screen pixels that stay free around a fitted board, and between it and a tool. */
const MARGIN = 48
const PHONE_MARGIN = 24
const AIR = 16
/** A tool takes no more than this part of the view. */
const MOST = 0.5
const PHONE = 720

interface Insets { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** `first`: the first look, never so far away that no word can be read. */
export type Look = 'whole' | 'first'

export interface Fitting {
  readonly view: Size
  /** What tools cover of it. */
  readonly covered: readonly Rect[]
  /** Whether an item lies in an area of the board. */
  readonly lies: (area: Rect) => boolean
}

/** Where tools stand on a board that is about to be shown: what is seen of it before they are there stays in its place. */
export function usualTools({ width, height }: Size): readonly Rect[] {
  const foot = (x: number, wide: number, high: number): Rect => ({ x, y: height - 12 - high, width: wide, height: high })
  if (width <= PHONE) return [foot(12, 150, 44), foot(width - 102, 90, 36)]
  return [{ x: 12, y: height / 2 - 143, width: 46, height: 286 }, foot(width - 196, 184, 140)]
}

export function fitting(rect: Rect, { view, covered, lies }: Fitting, look: Look): Camera {
  const margin = view.width <= PHONE ? PHONE_MARGIN : MARGIN
  let insets: Insets = { left: margin, right: margin, top: margin, bottom: margin }
  const tools = new Set(covered)
  for (;;) {
    const { camera, whole } = inFree(rect, view, insets, look)
    const over = [...tools].find((tool) => (whole || !inCorner(tool, view)) && lies(areaOf(tool, camera)))
    if (over === undefined) return camera
    tools.delete(over)
    insets = makeWay(insets, over, view)
  }
}

function inFree(rect: Rect, view: Size, { left, right, top, bottom }: Insets, look: Look): { readonly camera: Camera; readonly whole: boolean } {
  const free = { width: Math.max(1, view.width - left - right), height: Math.max(1, view.height - top - bottom) }
  const all = fit(rect, free, 0)
  const { x, y, z } = look === 'first' ? firstLook(rect, free, 0) : all
  return { camera: { x: x - left / z, y: y - top / z, z }, whole: z <= all.z }
}

function areaOf({ x, y, width, height }: Rect, camera: Camera): Rect {
  return { ...toBoard(camera, { x, y }), width: width / camera.z, height: height / camera.z }
}

/** A board that goes on beyond the view goes on under a tool in its corner as well. */
function inCorner({ x, y, width, height }: Rect, view: Size): boolean {
  const away = (from: number, length: number, room: number): boolean => from > room / 2 || from + length < room / 2
  return away(x, width, view.width) && away(y, height, view.height)
}

/** On the side where it costs the least of the view. */
function makeWay(insets: Insets, { x, y, width, height }: Rect, view: Size): Insets {
  const needs: readonly (readonly [side: keyof Insets, need: number, room: number])[] = [
    ['left', x + width + AIR, view.width], ['right', view.width - x + AIR, view.width],
    ['top', y + height + AIR, view.height], ['bottom', view.height - y + AIR, view.height],
  ]
  const [side, need, room] = needs.reduce((least, one) => (one[1] / one[2] < least[1] / least[2] ? one : least))
  return need > MOST * room ? insets : { ...insets, [side]: Math.max(insets[side], need) }
}
