// What a pointer does on the board: select, drag, draw a marquee, pan, draw a link. Pure: no DOM, no document.
//
//   rest ─down on item──► pressed ─4 px─► dragging ─up─► rest (drop)
//     │                      └─up─► rest (selected)        cancel ─► rest (put back)
//     ├─down on ground─► pressed ─4 px─► marquee ─up─► rest
//     ├─down on dot────► linking ─up over item─► rest (link)
//     └─down with pan, a finger that moves ─► panning ─up─► rest
import type { BoardPoint, Camera, Rect, ScreenPoint } from '../../../shared/geometry/geometry.ts'
import { panBy, toBoard } from '../../../shared/geometry/geometry.ts'
import { GRID } from '../item.ts'
import type { Intent, PointerFacts, Step, Target, ToolEvent, ToolName, ToolView } from './tool.ts'

/** Screen pixels before a press becomes a drag. */
const SLACK = 4
/** Screen pixels from the edge where a drag pans the board, and how far at most in one frame. */
const EDGE = 32
const EDGE_SPEED = 12

export type PointerState =
  | { readonly at: 'rest' }
  | { readonly at: 'pressed'; readonly on: Target; readonly from: ScreenPoint; readonly shift: boolean; readonly touch: boolean; readonly was: boolean }
  | { readonly at: 'dragging'; readonly ids: readonly string[]; readonly lead: string; readonly from: BoardPoint; readonly pointer: ScreenPoint; readonly free: boolean; readonly dx: number; readonly dy: number }
  | { readonly at: 'marquee'; readonly from: BoardPoint; readonly pointer: ScreenPoint; readonly base: readonly string[] }
  | { readonly at: 'panning'; readonly last: ScreenPoint }
  | { readonly at: 'linking'; readonly from: string }

export const REST: PointerState = { at: 'rest' }
const rest = (...intents: Intent[]): Step<PointerState> => ({ state: REST, intents })
const to = (state: PointerState, ...intents: Intent[]): Step<PointerState> => ({ state, intents })

/** The same event as the chosen tool means it: the hand pans, the link tool draws from anywhere on an item. */
export function asTool(tool: ToolName, event: ToolEvent): ToolEvent {
  if (event.type !== 'down') return event
  if (tool === 'hand') return { ...event, pan: true }
  if (tool === 'link' && event.on.on === 'item') return { ...event, on: { on: 'dot', id: event.on.id } }
  return event
}

export function step(state: PointerState, event: ToolEvent, view: ToolView): Step<PointerState> {
  switch (state.at) {
    case 'rest': return fromRest(event, view)
    case 'pressed': return fromPressed(state, event, view)
    case 'dragging': return fromDragging(state, event, view)
    case 'marquee': return fromMarquee(state, event, view)
    case 'panning': return fromPanning(state, event)
    case 'linking': return fromLinking(state, event, view)
  }
}

function fromRest(event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'double') {
    return rest(event.on.on === 'ground' ? { do: 'ground', at: toBoard(view.camera, event.at) } : { do: 'activate', id: event.on.id, at: event.at })
  }
  if (event.type !== 'down') return rest()
  if (event.pan) return to({ at: 'panning', last: event.at })
  if (event.on.on === 'dot') return view.canEdit ? to({ at: 'linking', from: event.on.id }) : rest()
  const was = event.on.on === 'item' && view.selection.has(event.on.id)
  const pressed: PointerState = { at: 'pressed', on: event.on, from: event.at, shift: event.shift, touch: event.touch, was }
  if (event.touch || event.on.on === 'ground' || was) return to(pressed)
  return to(pressed, { do: 'select', ids: event.shift ? [...view.selection, event.on.id] : [event.on.id] })
}

type Pressed = Extract<PointerState, { at: 'pressed' }>

function fromPressed(state: Pressed, event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'cancel') return rest()
  if (event.type === 'up') return rest(...tapped(state, view))
  if (event.type === 'hold') return state.touch && state.on.on === 'item' && view.canEdit ? lift(state, state.on.id, state.from, false, view) : to(state)
  if (event.type !== 'move' || Math.hypot(event.at.x - state.from.x, event.at.y - state.from.y) < SLACK) return to(state)
  if (state.touch || (state.on.on === 'item' && !view.canEdit)) {
    return to({ at: 'panning', last: event.at }, { do: 'pan', dx: event.at.x - state.from.x, dy: event.at.y - state.from.y })
  }
  if (state.on.on === 'item') return lift(state, state.on.id, event.at, event.ctrl, view)
  return drawMarquee({ at: 'marquee', from: toBoard(view.camera, state.from), pointer: event.at, base: state.shift ? [...view.selection] : [] }, view.camera, view)
}

/** A click: on the ground it clears, on an item it takes this one, with Shift it adds or removes. */
function tapped(state: Pressed, view: ToolView): Intent[] {
  if (state.on.on !== 'item') return state.shift || view.selection.size === 0 ? [] : [{ do: 'select', ids: [] }]
  const { id } = state.on
  if (state.shift) return state.was ? [{ do: 'select', ids: [...view.selection].filter((other) => other !== id) }] : []
  return view.selection.size === 1 && view.selection.has(id) ? [] : [{ do: 'select', ids: [id] }]
}

function lift(state: Pressed, lead: string, pointer: ScreenPoint, free: boolean, view: ToolView): Step<PointerState> {
  const ids = view.selection.has(lead) ? [...view.selection] : [lead]
  const dragging: Dragging = { at: 'dragging', ids, lead, from: toBoard(view.camera, state.from), pointer, free, dx: 0, dy: 0 }
  const next = dragged(dragging, view.camera, view)
  return view.selection.has(lead) ? next : { state: next.state, intents: [{ do: 'select', ids }, ...next.intents] }
}

type Dragging = Extract<PointerState, { at: 'dragging' }>

function dragged(state: Dragging, camera: Camera, view: ToolView): Step<PointerState> {
  const now = toBoard(camera, state.pointer)
  const { dx, dy } = snapped(view.bounds(state.lead), now.x - state.from.x, now.y - state.from.y, state.free)
  return to({ ...state, dx, dy }, { do: 'drag', ids: state.ids, dx, dy })
}

/** The way that brings the item onto the grid. */
export function snapped(bounds: Rect | undefined, dx: number, dy: number, free: boolean): { readonly dx: number; readonly dy: number } {
  if (bounds === undefined || free) return { dx: Math.round(dx), dy: Math.round(dy) }
  const snap = (from: number, by: number): number => Math.round((from + by) / GRID) * GRID - from
  return { dx: snap(bounds.x, dx), dy: snap(bounds.y, dy) }
}

function fromDragging(state: Dragging, event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'cancel') return rest({ do: 'put-back', ids: state.ids })
  if (event.type === 'up') return rest(state.dx === 0 && state.dy === 0 ? { do: 'put-back', ids: state.ids } : { do: 'drop', ids: state.ids, dx: state.dx, dy: state.dy })
  if (event.type === 'move') return dragged({ ...state, pointer: event.at, free: event.ctrl }, view.camera, view)
  if (event.type !== 'tick') return to(state)
  return panned(state.pointer, view, (camera) => dragged(state, camera, view)) ?? to(state)
}

type Marquee = Extract<PointerState, { at: 'marquee' }>

function drawMarquee(state: Marquee, camera: Camera, view: ToolView): Step<PointerState> {
  const now = toBoard(camera, state.pointer)
  const rect = { x: Math.min(now.x, state.from.x), y: Math.min(now.y, state.from.y), width: Math.abs(now.x - state.from.x), height: Math.abs(now.y - state.from.y) }
  const ids = [...new Set([...state.base, ...view.within(rect)])]
  const changed = ids.length !== view.selection.size || ids.some((id) => !view.selection.has(id))
  return to(state, { do: 'marquee', rect }, ...(changed ? [{ do: 'select', ids } as const] : []))
}

function fromMarquee(state: Marquee, event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'cancel') return rest({ do: 'marquee', rect: undefined }, { do: 'select', ids: state.base })
  if (event.type === 'up') return rest({ do: 'marquee', rect: undefined })
  if (event.type === 'move') return drawMarquee({ ...state, pointer: event.at }, view.camera, view)
  if (event.type !== 'tick') return to(state)
  return panned(state.pointer, view, (camera) => drawMarquee(state, camera, view)) ?? to(state)
}

/** Near the edge of the view the board moves towards the pointer; `then` goes on with the moved camera. */
function panned(pointer: ScreenPoint, view: ToolView, then: (camera: Camera) => Step<PointerState>): Step<PointerState> | undefined {
  const speed = (at: number, length: number): number => {
    if (at < EDGE) return Math.min(1, (EDGE - at) / EDGE) * EDGE_SPEED
    return at > length - EDGE ? -Math.min(1, (at - length + EDGE) / EDGE) * EDGE_SPEED : 0
  }
  const dx = speed(pointer.x, view.size.width)
  const dy = speed(pointer.y, view.size.height)
  if (dx === 0 && dy === 0) return undefined
  const next = then(panBy(view.camera, dx, dy))
  return { state: next.state, intents: [{ do: 'pan', dx, dy }, ...next.intents] }
}

function fromPanning(state: Extract<PointerState, { at: 'panning' }>, event: ToolEvent): Step<PointerState> {
  if (event.type === 'up' || event.type === 'cancel') return rest()
  if (event.type !== 'move') return to(state)
  return to({ at: 'panning', last: event.at }, { do: 'pan', dx: event.at.x - state.last.x, dy: event.at.y - state.last.y })
}

const itemUnder = ({ on }: PointerFacts, not: string): string | undefined => (on.on !== 'ground' && on.id !== not ? on.id : undefined)

function fromLinking(state: Extract<PointerState, { at: 'linking' }>, event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'cancel') return rest({ do: 'stop-aiming' })
  if (event.type === 'move') return to(state, { do: 'aim', from: state.from, to: toBoard(view.camera, event.at), over: itemUnder(event, state.from) })
  if (event.type !== 'up') return to(state)
  const over = itemUnder(event, state.from)
  if (over !== undefined) return rest({ do: 'stop-aiming' }, { do: 'link', from: state.from, to: over })
  if (event.on.on === 'ground') return rest({ do: 'stop-aiming' }, { do: 'link-to-ground', from: state.from, at: toBoard(view.camera, event.at) })
  return rest({ do: 'stop-aiming' })
}
