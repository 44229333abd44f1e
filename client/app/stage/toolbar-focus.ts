// One tab stop for a row of buttons: arrow keys go from one to the next, Home and End to the ends.
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export class ToolbarFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: Element | DocumentFragment }
  readonly #buttons: string

  /** `buttons`: the selector of the buttons in the host's root. */
  constructor(host: ReactiveControllerHost & { readonly renderRoot: Element | DocumentFragment }, buttons = 'button') {
    this.#host = host
    this.#buttons = buttons
    host.addController(this)
  }

  hostUpdated(): void {
    const all = this.#all()
    if (!all.some((button) => button.tabIndex === 0)) this.#stopAt(all[0], all)
    else this.#stopAt(all.find((button) => button.tabIndex === 0 && button.dataset['stop'] !== undefined) ?? all[0], all)
  }

  readonly key = (event: KeyboardEvent): void => {
    const all = this.#all()
    const here = all.findIndex((button) => button.matches(':focus'))
    const to = this.#target(event.key, here, all.length)
    const next = to === undefined || here < 0 ? undefined : all[to]
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    this.#stopAt(next, all)
    next.focus()
  }

  #target(key: string, here: number, count: number): number | undefined {
    if (key === 'ArrowDown' || key === 'ArrowRight') return (here + 1) % count
    if (key === 'ArrowUp' || key === 'ArrowLeft') return (here + count - 1) % count
    if (key === 'Home') return 0
    return key === 'End' ? count - 1 : undefined
  }

  #all(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#buttons)].filter((button) => !button.hasAttribute('disabled'))
  }

  #stopAt(stop: HTMLElement | undefined, all: readonly HTMLElement[]): void {
    for (const button of all) {
      button.tabIndex = button === stop ? 0 : -1
      if (button === stop) button.dataset['stop'] = ''
      else delete button.dataset['stop']
    }
  }
}
