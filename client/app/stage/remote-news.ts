// Reads out, at most every five seconds, what others did to the cards that concern this person. Presence is never read.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { BoardState } from '../../../shared/board/records.ts'
import type { Session } from '../../session/session.ts'
import { announce } from '../../ui/announce.ts'
import type { Moment } from './news.ts'
import { isReworded } from './reworded.ts'

const EVERY_MS = 5000

export class RemoteNews implements ReactiveController {
  readonly #session: () => Session | undefined
  readonly #focused: () => ReadonlySet<string>
  readonly #every: number
  #watched: Session | undefined
  #stop: () => void = () => undefined
  /** The last moment that was told about; undefined until the board is there. */
  #told: Moment | undefined
  /** The board as it was at the last change, and the cards that others have changed since the last news. */
  #last: BoardState | undefined
  #theirs = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `focused`: the cards that this person is at. */
  constructor(host: ReactiveControllerHost, session: () => Session | undefined, focused: () => ReadonlySet<string>, every = EVERY_MS) {
    this.#session = session
    this.#focused = focused
    this.#every = every
    host.addController(this)
  }

  hostUpdate(): void {
    const session = this.#session()
    if (session === this.#watched) return
    this.#leave()
    this.#watched = session
    if (session === undefined) return
    const stops = [session.board.subscribe(this.#changed), session.ready.subscribe(this.#changed)]
    this.#stop = () => { for (const stop of stops) stop() }
    this.#changed()
  }

  hostDisconnected(): void {
    this.#leave()
  }

  readonly #changed = (): void => {
    const session = this.#watched
    if (session?.ready.value !== true) return
    this.#note(session)
    if (this.#told === undefined) this.#told = this.#now(session)
    else this.#timer ??= setTimeout(() => void this.#tell(), this.#every)
  }

  /** Who changed a card is known only at the change: a copy that its maker takes back is nobody else's deed. */
  #note({ board: { value: board }, madeHere }: Session): void {
    const before = this.#last
    this.#last = board
    if (before === undefined || madeHere || board.cards === before.cards) return
    for (const id of board.cards.changedSince(before.cards)) {
      const [was, card] = [before.cards.get(id), board.cards.get(id)]
      if (was !== undefined && card !== undefined && (was.deleted !== card.deleted || isReworded(was, card))) this.#theirs.add(id)
    }
  }

  /** What happens while the sentences are fetched is told with it, or when they cannot be, with the next news. */
  readonly #tell = async (): Promise<void> => {
    const sentences = await import('./news.ts').catch(() => undefined)
    this.#timer = undefined
    const session = this.#watched
    if (session === undefined || this.#told === undefined || sentences === undefined) return
    const now = this.#now(session)
    const news = sentences.newsBetween(this.#told, now, { focused: this.#focused(), theirs: this.#theirs }, session.me.value)
    this.#told = now
    this.#theirs = new Set()
    if (news.length > 0) announce(news.join(' '))
  }

  #now({ board, judgements }: Session): Moment {
    return { board: board.value, judgements: judgements.value }
  }

  #leave(): void {
    this.#stop()
    this.#stop = () => undefined
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#told = undefined
    this.#last = undefined
    this.#theirs.clear()
    this.#watched = undefined
  }
}
