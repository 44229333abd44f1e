// My view keeps to somebody's: as they look around, the board moves here, within one board's page. Any movement of one's
// own ends it, and so does their leaving. Knows the canvas as something with a camera and a size; draws nothing.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { MAX_ZOOM, MIN_ZOOM, type Camera, type Rect, type Size } from '../../shared/geometry/geometry.ts'
import type { Session } from '../session/session.ts'
import { announce } from '../ui/announce.ts'
import { showToast } from '../ui/toasts.ts'
import { leaderOf, othersHere, type Here } from './here.ts'
import { followWords } from './later-words.ts'

/** What is looked through. */
export interface Lens extends HTMLElement { camera: Camera; readonly size: Size }

/** ms in which the board glides to where they look now. */
const GLIDE = 160
const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)')
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'])

/** The camera that shows all of `view`, in the middle. */
export function cameraFor(view: Rect, { width, height }: Size): Camera {
  const z = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.min(width / view.width, height / view.height)))
  return { x: view.x + view.width / 2 - width / 2 / z, y: view.y + view.height / 2 - height / 2 / z, z }
}

/** Part of the way from one camera to another: the middle moves evenly, the zoom by factors. */
export function between(from: Camera, to: Camera, part: number, { width, height }: Size): Camera {
  const z = from.z * (to.z / from.z) ** part
  const middle = (start: number, startZ: number, end: number, endZ: number, span: number): number => {
    const a = start + span / 2 / startZ
    return a + (end + span / 2 / endZ - a) * part - span / 2 / z
  }
  return { x: middle(from.x, from.z, to.x, to.z, width), y: middle(from.y, from.z, to.y, to.z, height), z }
}

export class Following implements ReactiveController {
  /** The person followed; undefined for none. */
  followed: Here | undefined
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #session: () => Session | undefined
  readonly #lens: () => Lens | undefined
  readonly #onStop: () => void
  #aim: Camera | undefined
  #frame = 0

  constructor(host: ReactiveControllerHost & HTMLElement, session: () => Session | undefined, lens: () => Lens | undefined, onStop: () => void) {
    this.#host = host
    this.#session = session
    this.#lens = lens
    this.#onStop = onStop
    host.addController(this)
  }

  hostDisconnected(): void {
    this.stop()
  }

  start(one: Here): void {
    const session = this.#session()
    if (session === undefined || this.#lens() === undefined) return
    if (leaderOf(this.#here(session), one.key, session.me.value?.id) === undefined) {
      showToast(followWords.followsYou(one.name))
      return
    }
    this.followed = one
    session.show({ following: one.key, view: undefined })
    for (const type of ['wheel', 'pointerdown', 'keydown'] as const) window.addEventListener(type, this.#own, { capture: true, passive: true })
    announce(followWords.started(one.name))
    this.#host.requestUpdate()
    this.look()
  }

  stop(): void {
    if (this.followed === undefined) return
    this.followed = undefined
    this.#aim = undefined
    cancelAnimationFrame(this.#frame)
    for (const type of ['wheel', 'pointerdown', 'keydown'] as const) window.removeEventListener(type, this.#own, { capture: true })
    this.#session()?.show({ following: undefined })
    this.#host.requestUpdate()
    this.#onStop()
  }

  #here(session: Session): readonly Here[] {
    return othersHere(session.peers.value, session.me.value?.id)
  }

  /** Somebody has come, gone or looked elsewhere. */
  look(): void {
    const session = this.#session()
    const lens = this.#lens()
    if (this.followed === undefined || session === undefined || lens === undefined) return
    const { key, name } = this.followed
    const here = this.#here(session)
    const one = here.find((other) => other.key === key)
    const leader = leaderOf(here, key, session.me.value?.id)
    if (one === undefined || !lens.isConnected) {
      this.stop()
      // While this browser is away, nobody is here.
      if (one === undefined && session.save.value.kind !== 'offline') showToast(followWords.left(name))
      return
    }
    if (leader === undefined) return this.stop()
    this.followed = one
    if (leader.view !== undefined) this.#go(lens, cameraFor(leader.view, lens.size))
  }

  #go(lens: Lens, to: Camera): void {
    const aim = this.#aim
    if (aim !== undefined && Math.abs(aim.x - to.x) + Math.abs(aim.y - to.y) < 0.5 && aim.z === to.z) return
    this.#aim = to
    cancelAnimationFrame(this.#frame)
    if (reducedMotion.matches) {
      lens.camera = to
      return
    }
    const from = lens.camera
    const start = performance.now()
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - start) / GLIDE))
      lens.camera = between(from, to, part, lens.size)
      if (part < 1) this.#frame = requestAnimationFrame(step)
    }
    this.#frame = requestAnimationFrame(step)
  }

  /** A hand of one's own on the board, or Escape anywhere. */
  readonly #own = (event: Event): void => {
    const path = event.composedPath()
    if (event instanceof KeyboardEvent) {
      if (MODIFIERS.has(event.key) || (path.includes(this.#host) && event.key !== 'Escape')) return
      const [target] = path
      if (event.key !== 'Escape' && target !== document.body && !this.#isOnBoard(path)) return
    } else if (!this.#isOnBoard(path)) return
    this.stop()
  }

  #isOnBoard(path: readonly EventTarget[]): boolean {
    const lens = this.#lens()
    return lens !== undefined && (path.includes(lens) || path.some((part) => part instanceof Element && part.shadowRoot?.contains(lens) === true))
  }
}
