// Draws an element again whenever something of its session changes, also when it is given another session.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Session } from '../../session/session.ts'

export class SessionWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #session: () => Session | undefined
  #watched: Session | undefined
  #stops: (() => void)[] = []

  constructor(host: ReactiveControllerHost, session: () => Session | undefined) {
    this.#host = host
    this.#session = session
    host.addController(this)
  }

  hostConnected(): void {
    this.#host.requestUpdate()
  }

  hostUpdate(): void {
    const session = this.#session()
    if (session === this.#watched) return
    this.#stop()
    this.#watched = session
    const draw = (): void => this.#host.requestUpdate()
    if (session !== undefined) this.#stops = [session.board, session.judgements, session.peers, session.undoState, session.ready, session.me].map((store) => store.subscribe(draw))
  }

  hostDisconnected(): void {
    this.#stop()
  }

  #stop(): void {
    for (const stop of this.#stops) stop()
    this.#stops = []
    this.#watched = undefined
  }
}
