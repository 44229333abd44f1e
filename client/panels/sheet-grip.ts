// The handle of the sheet on a phone: pulled up it takes the whole height, pulled down it goes back, and pulled down
// again the sheet closes. A press without a pull, and the keyboard, do the same as a button.
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export type SheetSize = 'half' | 'tall'

/** Pixels that a pull needs to count. */
const ENOUGH = 56
/** A pull shorter than this is a press. */
const STILL = 6

export class SheetGrip implements ReactiveController {
  size: SheetSize = 'half'
  /** How far the sheet is pulled up now, in pixels; negative is down. */
  pulled = 0
  #from: number | undefined
  #moved = false
  readonly #host: ReactiveControllerHost
  readonly #close: () => void

  constructor(host: ReactiveControllerHost, close: () => void) {
    this.#host = host
    this.#close = close
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#rest()
  }

  /** Another card: back to the smaller size. */
  reset(): void {
    this.size = 'half'
    this.#rest()
  }

  readonly down = (event: PointerEvent): void => {
    this.#from = event.clientY
    this.#moved = false
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
  }

  readonly move = (event: PointerEvent): void => {
    if (this.#from === undefined) return
    this.pulled = this.#from - event.clientY
    this.#moved ||= Math.abs(this.pulled) > STILL
    this.#host.requestUpdate()
  }

  readonly up = (): void => {
    if (this.#from === undefined) return
    const { pulled, size } = this
    this.#rest()
    if (pulled > ENOUGH) this.size = 'tall'
    else if (pulled < -ENOUGH && size === 'tall') this.size = 'half'
    else if (pulled < -ENOUGH) this.#close()
  }

  readonly lost = (): void => this.#rest()

  /** What follows a pull is no press. */
  readonly press = (): void => {
    if (this.#moved) {
      this.#moved = false
      return
    }
    this.size = this.size === 'tall' ? 'half' : 'tall'
    this.#host.requestUpdate()
  }

  #rest(): void {
    this.#from = undefined
    this.pulled = 0
    this.#host.requestUpdate()
  }
}
