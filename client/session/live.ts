// The live document behind a session, for client/editor only: everyone else sees BoardState. It is replaced when the
// server refused an update and the board was loaded afresh, so an editor asks again when the store changes.
import type { Awareness } from 'y-protocols/awareness'
import type { UndoManager } from 'yjs'
import type { Board } from '../../shared/board/document.ts'
import type { Session } from './session.ts'
import type { Store } from './store.ts'

export interface Live {
  readonly board: Board
  readonly awareness: Awareness
  readonly undoManager: UndoManager
  /** Called before updates of others are applied: an editor reads then what the browser has done to its text. */
  readonly beforeRemote: Set<() => void>
}

const lives = new WeakMap<Session, Store<Live>>()

export function registerLive(session: Session, live: Store<Live>): void {
  lives.set(session, live)
}

export function liveOf(session: Session): Store<Live> {
  const live = lives.get(session)
  if (live === undefined) throw new Error('this session has no live document')
  return live
}
