// Keeps what is looked at and the address in step: a change here is written there, back and forward are read from there.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { boardPath } from '../router.ts'
import { isStep, queryOf, readView, sameView, type BoardView } from './board-view.ts'

export class ViewInAddress implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #boardId: () => string
  #view: BoardView = readView('')

  constructor(host: ReactiveControllerHost, boardId: () => string) {
    this.#host = host
    this.#boardId = boardId
    host.addController(this)
  }

  get view(): BoardView {
    return this.#view
  }

  hostConnected(): void {
    this.#view = readView(location.search)
    addEventListener('popstate', this.#read)
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#read)
  }

  /** Another view, filter or card: a step of the history where one would want to come back from it. */
  set(change: Partial<BoardView>): void {
    const before = this.#view
    const after = { ...before, ...change }
    if (sameView(before, after)) return
    this.#view = after
    const path = boardPath(this.#boardId()) + queryOf(after)
    if (isStep(before, after)) history.pushState(null, '', path)
    else history.replaceState(history.state, '', path)
    this.#host.requestUpdate()
  }

  /** The card of the address itself: no step. */
  open(card: string): void {
    this.#view = { ...this.#view, card }
    this.#host.requestUpdate()
  }

  readonly #read = (): void => {
    if (location.pathname !== boardPath(this.#boardId())) return
    this.#view = readView(location.search)
    this.#host.requestUpdate()
  }
}
