// Which assumptions are being answered in turn on the page of a board, and since when nobody does. The bar that leads
// through them is in-turn.ts; who may not take turns, or has nothing to answer, is told so.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { givenIn, waitingFor } from '../../panels/waiting.ts'
import type { Session } from '../../session/session.ts'
import { showToast } from '../../ui/toasts.ts'
import { parts } from './board-parts.ts'
import { turnWords } from './words.ts'

export class TakingTurns implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #session: () => Session
  #ids: readonly string[] | undefined

  constructor(host: ReactiveControllerHost, session: () => Session) {
    this.#host = host
    this.#session = session
    host.addController(this)
  }

  hostConnected(): void {
    this.#ids = undefined
  }

  /** What is answered in turn; undefined when nobody does. */
  get ids(): readonly string[] | undefined {
    return this.#ids
  }

  readonly begin = (): void => {
    const { me, board, judgements, outbox } = this.#session()
    const team = me.value?.team ?? ''
    if (me.value === undefined || me.value.role === 'guest') return
    if (team === '') return void showToast(turnWords.noTeam)
    const ids = waitingFor(board.value, judgements.value, team, givenIn(outbox.value), me.value.id)
    if (ids.length === 0) return void showToast(turnWords.nothing(board.value.teams.get(team)?.name ?? ''))
    parts.turn.use(() => this.#set(ids))
  }

  end(): void {
    this.#set(undefined)
  }

  #set(ids: readonly string[] | undefined): void {
    this.#ids = ids
    this.#host.requestUpdate()
  }
}
