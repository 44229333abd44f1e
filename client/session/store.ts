// A value that can be watched: the smallest thing between the session and the elements that show it.
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export interface Store<T> {
  readonly value: T
  /** Calls back after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void
}

export class MutableStore<T> implements Store<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  get value(): T {
    return this.#value
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of Array.from(this.#listeners)) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** Draws its element again whenever one of the stores changes, while the element is on the page. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #stores: () => readonly (Store<unknown> | undefined)[]
  #stops: (() => void)[] = []

  constructor(host: ReactiveControllerHost, stores: () => readonly (Store<unknown> | undefined)[]) {
    this.#host = host
    this.#stores = stores
    host.addController(this)
  }

  /** The host was given other stores. */
  renew(): void {
    this.hostDisconnected()
    this.hostConnected()
  }

  hostConnected(): void {
    this.#stops = this.#stores().flatMap((store) => (store === undefined ? [] : [store.subscribe(() => this.#host.requestUpdate())]))
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop()
    this.#stops = []
  }
}
