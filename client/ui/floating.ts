// What a menu and a popover have in common: a box in the top layer that stands at the trigger in its host's slot
// `trigger`, or at a point of the screen, and a trigger that says what it opens. Knows nothing of what is in the box.
import { css } from 'lit'
import type { ScreenPoint } from '../../shared/geometry/geometry.ts'
import { place, placeAt, type Align, type Side } from './placement.ts'

export const floatStyles = css`
  .float { position: fixed; inset: auto; margin: 0; padding: 0; border: 0; color: var(--ink); overflow: auto; font: 400 13px/20px var(--font); text-align: start; max-width: calc(100vw - 16px); }
  .float:popover-open { animation: appear var(--t-panel) var(--ease); }
  @keyframes appear { from { opacity: 0; translate: 0 -4px; } }
  @media (prefers-reduced-motion: reduce) { .float:popover-open { animation: none; } }
`

export interface FloatHost extends HTMLElement { readonly open: boolean; readonly side: Side; readonly align: Align }

export function triggerOf(host: HTMLElement): HTMLElement | undefined {
  return host.querySelector<HTMLElement>(':scope > [slot="trigger"]') ?? undefined
}

/** The trigger says what it opens and whether that is open. */
export function dressTrigger(host: FloatHost, opens: 'menu' | 'dialog'): void {
  const trigger = triggerOf(host)
  trigger?.setAttribute('aria-haspopup', opens)
  trigger?.setAttribute('aria-expanded', String(host.open))
}

/** A press on the trigger closes an open box before its click comes: the click means what stood when the press began. */
export class TriggerPress {
  readonly #host: FloatHost
  #open = false

  constructor(host: FloatHost) {
    this.#host = host
  }

  readonly down = (): void => {
    this.#open = this.#host.open
  }

  /** Whether the click of a trigger found the box open; one by a key had no press before it. */
  foundOpen(click: MouseEvent): boolean {
    return click.detail === 0 ? this.#host.open : this.#open
  }
}

/** Puts an open box at the trigger, or at a point (below `top` when it fits there). */
export function placeFloat(host: FloatHost, box: HTMLElement, point?: ScreenPoint, top = 0): void {
  box.style.maxHeight = ''
  const size = { width: box.offsetWidth, height: box.offsetHeight }
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
  const at = point === undefined ? place((triggerOf(host) ?? host).getBoundingClientRect(), size, view, host.side, host.align) : placeAt(point, size, view, top)
  Object.assign(box.style, { left: `${at.x}px`, top: `${at.y}px`, maxHeight: `${at.maxHeight}px` })
}
