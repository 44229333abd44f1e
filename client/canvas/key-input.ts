// The keyboard of the canvas: browser events → the pure step of keys → intents. Keys pressed in text or in a control
// inside an item are left alone.
import { keyAt } from '../ui/key-map.ts'
import { carryOutKey, type Hands } from './carry-out.ts'
import { KEYS_REST, stepKey, type KeyState, type KeyView } from './tools/keys.ts'

export class KeyInput {
  #state: KeyState = KEYS_REST
  #panned = false
  #held = false
  readonly #hands: Hands
  readonly #view: () => KeyView
  readonly #onHeld: (held: boolean) => void

  /** `onHeld`: space is held down, the pointer pans. */
  constructor(hands: Hands, view: () => KeyView, onHeld: (held: boolean) => void) {
    this.#hands = hands
    this.#view = view
    this.#onHeld = onHeld
  }

  get held(): boolean {
    return this.#held
  }

  /** The board was moved: letting go of space opens nothing. */
  panned(): void {
    this.#panned = true
  }

  down(event: KeyboardEvent): void {
    if (event.defaultPrevented || !isOwn(event)) return
    const id = keyAt(event, 'canvas')
    if (id === 'open') {
      event.preventDefault()
      if (!event.repeat) this.#panned = false
      return this.#hold(true)
    }
    const next = stepKey(this.#state, { id, key: event.key }, this.#view())
    if (next === undefined) return
    if (event.key !== 'Tab') event.preventDefault()
    this.#state = next.state
    for (const intent of next.intents) carryOutKey(intent, this.#hands)
  }

  up(event: KeyboardEvent): void {
    if (event.key !== ' ' || !this.#held) return
    this.#hold(false)
    const id = this.#view().focused
    if (isOwn(event) && !this.#panned && id !== undefined) this.#hands.tell('item-opened', { id })
  }

  /** Starts to draw a link, as L does, or to change a size: until Enter or Escape. */
  from(id: string, what: 'link' | 'size'): void {
    this.#state = what === 'link' ? { at: 'aiming', from: id, over: undefined } : { at: 'sizing', id }
    this.#hands.showAim(id, undefined, undefined)
  }

  /** The focus has left: nothing is held, nothing is aimed at. */
  leave(): void {
    this.#hold(false)
    if (this.#state.at !== 'rest') this.#hands.hideAim()
    this.#state = KEYS_REST
  }

  #hold(held: boolean): void {
    if (held === this.#held) return
    this.#held = held
    this.#onHeld(held)
  }
}

function isOwn(event: KeyboardEvent): boolean {
  const [first] = event.composedPath()
  return first instanceof HTMLElement && (first.classList.contains('view') || first.parentElement?.classList.contains('item') === true)
}
