// What a pointer does on the board: select, drag, draw a marquee, pan, draw a link. Pure: no DOM, no document.
//
//   rest ─down on item──► pressed ─4 px─► dragging ─up─► rest (drop)
//     │                      └─up─► rest (selected)        cancel ─► rest (put back)
//     ├─down on ground─► pressed ─4 px─► marquee ─up─► rest
//     ├─down on dot────► linking ─up over item─► rest (link)
//     ├─down on edge───► resizing ─up─► rest (resized)
//     ├─down with the frame tool ─► framing ─up─► rest (a frame)
//     └─down with pan, a finger that moves ─► panning ─up─► rest
import type { BoardPoint, Camera, Rect, ScreenPoint } from '../../../shared/geometry/geometry.ts'
import { panBy, toBoard } from '../../../shared/geometry/geometry.ts'
import { GRID } from '../item.ts'
import { resized } from './resizing.ts'
import { snapped } from './snapping.ts'
import type { Edge, Intent, PointerFacts, Step, Target, ToolEvent, ToolName, ToolView } from './tool.ts'

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
  | { readonly at: 'framing'; readonly from: BoardPoint; readonly rect: Rect }
  | { readonly at: 'resizing'; readonly id: string; readonly edge: Edge; readonly from: BoardPoint; readonly was: Rect; readonly rect: Rect }
  | { readonly at: 'panning'; readonly last: ScreenPoint }
  | { readonly at: 'linking'; readonly from: string; readonly pressed: ScreenPoint }

export const REST: PointerState = { at: 'rest' }
const rest = (...intents: Intent[]): Step<PointerState> => ({ state: REST, intents })
const to = (state: PointerState, ...intents: Intent[]): Step<PointerState> => ({ state, intents })

/** The same event as the chosen tool means it: the hand pans, links begin anywhere on an item, frames anywhere at all. */
export function asTool(tool: ToolName, event: ToolEvent): ToolEvent {
  if (event.type !== 'down') return event
  if (tool === 'hand') return { ...event, pan: true }
  if (tool === 'frame') return { ...event, frame: true }
  if (tool === 'link' && event.on.on === 'item') return { ...event, on: { on: 'dot', id: event.on.id } }
  return event
}

export function step(state: PointerState, event: ToolEvent, view: ToolView): Step<PointerState> {
  switch (state.at) {
    case 'rest': return fromRest(event, view)
    case 'pressed': return fromPressed(state, event, view)
    case 'dragging': return fromDragging(state, event, view)
    case 'marquee': return fromMarquee(state, event, view)
    case 'framing': return fromFraming(state, event, view)
    case 'resizing': return fromResizing(state, event, view)
    case 'panning': return fromPanning(state, event)
    case 'linking': return fromLinking(state, event, view)
  }
}

function fromRest(event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'double') {
    if (event.on.on === 'ground') return rest({ do: 'ground', at: toBoard(view.camera, event.at) })
    return event.on.on === 'item' ? rest({ do: 'activate', id: event.on.id, at: event.at }) : rest()
  }
  if (event.type !== 'down') return rest()
  if (event.pan) return to({ at: 'panning', last: event.at })
  if (event.frame === true) return view.canEdit ? beginFrame(event, view) : rest()
  if (event.on.on === 'dot') return view.canEdit ? to({ at: 'linking', from: event.on.id, pressed: event.at }) : rest()
  if (event.on.on === 'edge') return beginResize(event.on.id, event.on.edge, event.at, view)
  const was = event.on.on === 'item' && view.selection.has(event.on.id)
  const pressed: PointerState = { at: 'pressed', on: event.on, from: event.at, shift: event.shift, touch: event.touch, was }
  if (event.touch || event.on.on !== 'item' || was) return to(pressed)
  return to(pressed, { do: 'select', ids: event.shift ? [...view.selection, event.on.id] : [event.on.id] })
}

type Pressed = Extract<PointerState, { at: 'pressed' }>

function fromPressed(state: Pressed, event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'cancel') return rest()
  if (event.type === 'up') return rest(...tapped(state, view))
  if (event.type === 'hold') return state.touch && state.on.on === 'item' && view.canEdit ? lift(state, state.on.id, { at: state.from, ctrl: false }, view) : to(state)
  if (event.type !== 'move' || !isFar(event.at, state.from)) return to(state)
  if (state.touch || (state.on.on === 'item' && !view.canEdit)) {
    return to({ at: 'panning', last: event.at }, { do: 'pan', dx: event.at.x - state.from.x, dy: event.at.y - state.from.y })
  }
  if (state.on.on === 'item') return lift(state, state.on.id, event, view)
  return drawMarquee({ at: 'marquee', from: toBoard(view.camera, state.from), pointer: event.at, base: state.shift ? [...view.selection] : [] }, view.camera, view)
}

/** A click: on the ground it clears, on an item it takes this one, with Shift it adds or removes. */
function tapped(state: Pressed, view: ToolView): Intent[] {
  if (state.on.on === 'link') return [{ do: 'pick-link', id: state.on.id, at: state.from }]
  if (state.on.on !== 'item') return state.shift || view.selection.size === 0 ? [] : [{ do: 'select', ids: [] }]
  const { id } = state.on
  if (state.shift) return state.was ? [{ do: 'select', ids: [...view.selection].filter((other) => other !== id) }] : []
  return view.selection.size === 1 && view.selection.has(id) ? [] : [{ do: 'select', ids: [id] }]
}

function lift(state: Pressed, lead: string, { at, ctrl }: Pick<PointerFacts, 'at' | 'ctrl'>, view: ToolView): Step<PointerState> {
  const taken = view.selection.has(lead) ? [...view.selection] : [lead]
  // What lies on a frame goes with it.
  const ids = [...new Set([...taken, ...taken.flatMap((id) => view.members(id))])]
  const dragging: Dragging = { at: 'dragging', ids, lead, from: toBoard(view.camera, state.from), pointer: at, free: ctrl, dx: 0, dy: 0 }
  const next = dragged(dragging, view.camera, view)
  return view.selection.has(lead) ? next : { state: next.state, intents: [{ do: 'select', ids: taken }, ...next.intents] }
}

type Dragging = Extract<PointerState, { at: 'dragging' }>

function dragged(state: Dragging, camera: Camera, view: ToolView): Step<PointerState> {
  const now = toBoard(camera, state.pointer)
  const but = new Set(state.ids)
  const { dx, dy, guides } = snapped(view.bounds(state.lead), now.x - state.from.x, now.y - state.from.y, state.free, camera.z, (area) => view.near(area, but))
  return to({ ...state, dx, dy }, { do: 'drag', ids: state.ids, dx, dy, guides })
}

function fromDragging(state: Dragging, event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'cancel') return rest({ do: 'put-back', ids: state.ids })
  if (event.type === 'up') return rest(state.dx === 0 && state.dy === 0 ? { do: 'put-back', ids: state.ids } : { do: 'drop', ids: state.ids, dx: state.dx, dy: state.dy, copy: event.alt })
  if (event.type === 'move') return dragged({ ...state, pointer: event.at, free: event.ctrl }, view.camera, view)
  if (event.type !== 'tick') return to(state)
  return panned(state.pointer, view, (camera) => dragged(state, camera, view)) ?? to(state)
}

type Marquee = Extract<PointerState, { at: 'marquee' }>

function between(a: BoardPoint, b: BoardPoint): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

function drawMarquee(state: Marquee, camera: Camera, view: ToolView): Step<PointerState> {
  const rect = between(toBoard(camera, state.pointer), state.from)
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

const onGrid = ({ x, y }: BoardPoint): BoardPoint => ({ x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID })

function beginFrame({ at }: PointerFacts, view: ToolView): Step<PointerState> {
  const from = onGrid(toBoard(view.camera, at))
  return to({ at: 'framing', from, rect: { ...from, width: 0, height: 0 } })
}

function fromFraming(state: Extract<PointerState, { at: 'framing' }>, event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'cancel') return rest({ do: 'marquee', rect: undefined })
  if (event.type === 'up') return rest({ do: 'marquee', rect: undefined }, { do: 'draw-frame', rect: state.rect })
  if (event.type !== 'move') return to(state)
  const rect = between(onGrid(toBoard(view.camera, event.at)), state.from)
  return to({ ...state, rect }, { do: 'marquee', rect })
}

function beginResize(id: string, edge: Edge, at: ScreenPoint, view: ToolView): Step<PointerState> {
  const was = view.bounds(id)
  if (!view.canEdit || was === undefined || view.sizing(id) === undefined) return rest()
  return to({ at: 'resizing', id, edge, from: toBoard(view.camera, at), was, rect: was })
}

function fromResizing(state: Extract<PointerState, { at: 'resizing' }>, event: ToolEvent, view: ToolView): Step<PointerState> {
  const { id, edge, from, was } = state
  if (event.type === 'cancel') return rest({ do: 'resize', id, rect: undefined })
  if (event.type === 'up') return rest({ do: 'resized', id, rect: state.rect }, { do: 'resize', id, rect: undefined })
  const sizing = view.sizing(id)
  if (event.type !== 'move' || sizing === undefined) return to(state)
  const now = toBoard(view.camera, event.at)
  const rect = resized(was, edge, now.x - from.x, now.y - from.y, sizing)
  return to({ ...state, rect }, { do: 'resize', id, rect })
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

const itemUnder = ({ on }: PointerFacts): string | undefined => (on.on === 'item' ? on.id : undefined)
const isFar = (a: ScreenPoint, b: ScreenPoint): boolean => Math.hypot(a.x - b.x, a.y - b.y) >= SLACK

function fromLinking(state: Extract<PointerState, { at: 'linking' }>, event: ToolEvent, view: ToolView): Step<PointerState> {
  if (event.type === 'cancel') return rest({ do: 'stop-aiming' })
  if (event.type === 'move') {
    const over = itemUnder(event)
    return to(state, { do: 'aim', from: state.from, to: toBoard(view.camera, event.at), over: over === state.from ? undefined : over })
  }
  if (event.type !== 'up') return to(state)
  // A press that went nowhere is a click on the item; back on its own item it is told why there is no such link.
  if (!isFar(event.at, state.pressed)) return rest({ do: 'stop-aiming' }, { do: 'select', ids: event.shift ? [...new Set([...view.selection, state.from])] : [state.from] })
  const over = itemUnder(event)
  if (over !== undefined) return rest({ do: 'stop-aiming' }, { do: 'link', from: state.from, to: over })
  if (event.on.on === 'ground') return rest({ do: 'stop-aiming' }, { do: 'link-to-ground', from: state.from, at: toBoard(view.camera, event.at) })
  return rest({ do: 'stop-aiming' })
}
