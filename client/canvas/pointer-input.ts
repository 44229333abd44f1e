// Fingers, mouse and wheel of the browser as events of tools: one pointer drives the tool, two fingers pinch, the wheel
// pans and with Ctrl zooms. Knows the DOM and the tools' vocabulary, and nothing of what a tool does.
import type { ScreenPoint } from '../../shared/geometry/geometry.ts'
import type { Edge, PointerFacts, Target, ToolEvent } from './tools/tool.ts'

/** ms that a finger rests before it lifts what is under it. */
const HOLD = 350
/** Pixels of one line, for wheels that count lines. */
const LINE = 16
/** A wheel notch is about 100: this much of it counts for zooming, so that no step is larger than 1.5. */
const ZOOM_CLAMP = 40

export interface PointerReceiver {
  send(event: ToolEvent): void
  pan(dx: number, dy: number): void
  zoomAt(at: ScreenPoint, factor: number): void
  /** What was pressed; undefined when it is a control or text that keeps its pointer to itself. */
  pressed(event: Event, at: ScreenPoint): Target | undefined
  /** What lies at a point of the view. */
  under(at: ScreenPoint): Target
  /** Whether space is held. */
  readonly panning: boolean
  moved(at: ScreenPoint | undefined, event: PointerEvent): void
}

/** Parts of an item that keep their pointer to themselves. */
const CONTROL = 'button, a, input, textarea, select, [contenteditable="true"], [data-own-pointer]'

/** What was pressed in a view; undefined when it is a control or text that keeps its pointer to itself. */
export function pressedOn(event: Event, view: HTMLElement): Target | undefined {
  for (const node of event.composedPath()) {
    if (node === view) break
    if (node instanceof SVGElement && node.dataset['link'] !== undefined) return { on: 'link', id: node.dataset['link'] }
    if (!(node instanceof HTMLElement)) continue
    const { edge, sizes } = node.dataset
    if (edge !== undefined && sizes !== undefined) return { on: 'edge', id: sizes, edge: edge as Edge }
    if (node.dataset['dot'] !== undefined) return { on: 'dot', id: node.dataset['dot'] }
    if (node.dataset['id'] !== undefined && node.classList.contains('item')) return { on: 'item', id: node.dataset['id'] }
    if (node.matches(CONTROL)) return undefined
  }
  return { on: 'ground' }
}

interface Finger { readonly at: ScreenPoint }

export class PointerInput {
  readonly #view: HTMLElement
  readonly #receiver: PointerReceiver
  readonly #fingers = new Map<number, Finger>()
  #box: { left: number; top: number } = { left: 0, top: 0 }
  #active: number | undefined
  #hold: ReturnType<typeof setTimeout> | undefined
  readonly #aborter = new AbortController()

  constructor(view: HTMLElement, receiver: PointerReceiver) {
    this.#view = view
    this.#receiver = receiver
    const { signal } = this.#aborter
    view.addEventListener('pointerdown', this.#down, { signal })
    view.addEventListener('pointermove', this.#move, { signal })
    view.addEventListener('pointerup', this.#up, { signal })
    view.addEventListener('pointercancel', this.#cancel, { signal })
    view.addEventListener('pointerleave', (event) => receiver.moved(undefined, event), { signal })
    view.addEventListener('dblclick', this.#double, { signal })
    view.addEventListener('wheel', this.#wheel, { signal, passive: false })
  }

  stop(): void {
    clearTimeout(this.#hold)
    this.#aborter.abort()
  }

  #at(event: MouseEvent): ScreenPoint {
    return { x: event.clientX - this.#box.left, y: event.clientY - this.#box.top }
  }

  #facts(event: MouseEvent, on: Target): PointerFacts {
    return { at: this.#at(event), on, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey }
  }

  #measure(): void {
    this.#box = this.#view.getBoundingClientRect()
  }

  readonly #down = (event: PointerEvent): void => {
    this.#measure()
    const on = this.#receiver.pressed(event, this.#at(event))
    if (on === undefined || event.button > 1) return
    const touch = event.pointerType === 'touch'
    if (touch) this.#fingers.set(event.pointerId, { at: this.#at(event) })
    if (this.#active !== undefined) return this.#release()
    if (event.button === 1) event.preventDefault()
    this.#active = event.pointerId
    this.#view.setPointerCapture(event.pointerId)
    if (touch) this.#hold = setTimeout(() => this.#receiver.send({ type: 'hold' }), HOLD)
    this.#receiver.send({ type: 'down', ...this.#facts(event, on), touch, pan: event.button === 1 || this.#receiver.panning })
  }

  readonly #move = (event: PointerEvent): void => {
    if (this.#active === undefined) this.#measure()
    const at = this.#at(event)
    if (this.#fingers.has(event.pointerId)) this.#moveFinger(event.pointerId, at)
    if (event.pointerType !== 'touch') this.#receiver.moved(at, event)
    if (event.pointerId !== this.#active) return
    this.#receiver.send({ type: 'move', ...this.#facts(event, this.#receiver.under(at)) })
  }

  readonly #up = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId)
    if (event.pointerId !== this.#active) return
    const at = this.#at(event)
    this.#active = undefined
    clearTimeout(this.#hold)
    this.#receiver.send({ type: 'up', ...this.#facts(event, this.#receiver.under(at)) })
  }

  readonly #cancel = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId)
    if (event.pointerId === this.#active) this.#release()
  }

  /** A second finger or a lost pointer: the tool lets go. */
  #release(): void {
    this.#active = undefined
    clearTimeout(this.#hold)
    this.#receiver.send({ type: 'cancel' })
  }

  #moveFinger(id: number, at: ScreenPoint): void {
    const before = [...this.#fingers.values()]
    this.#fingers.set(id, { at })
    const after = [...this.#fingers.values()]
    const [a, b] = before
    const [c, d] = after
    if (this.#active !== undefined || a === undefined || b === undefined || c === undefined || d === undefined || before.length !== 2) return
    const middle = (p: Finger, q: Finger): ScreenPoint => ({ x: (p.at.x + q.at.x) / 2, y: (p.at.y + q.at.y) / 2 })
    const apart = (p: Finger, q: Finger): number => Math.max(1, Math.hypot(p.at.x - q.at.x, p.at.y - q.at.y))
    const was = middle(a, b)
    const is = middle(c, d)
    this.#receiver.pan(is.x - was.x, is.y - was.y)
    this.#receiver.zoomAt(is, apart(c, d) / apart(a, b))
  }

  readonly #double = (event: MouseEvent): void => {
    this.#measure()
    const at = this.#at(event)
    const on = this.#receiver.pressed(event, at)
    if (on === undefined) return
    this.#receiver.send({ type: 'double', ...this.#facts(event, on.on === 'item' ? on : this.#receiver.under(at)) })
  }

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault()
    this.#measure()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? this.#view.clientHeight : 1
    if (event.ctrlKey || event.metaKey) {
      const by = Math.max(-ZOOM_CLAMP, Math.min(ZOOM_CLAMP, event.deltaY * unit))
      return this.#receiver.zoomAt(this.#at(event), Math.exp(-by / 100))
    }
    const sideways = event.shiftKey && event.deltaX === 0
    this.#receiver.pan(-(sideways ? event.deltaY : event.deltaX) * unit, -(sideways ? 0 : event.deltaY) * unit)
  }
}
