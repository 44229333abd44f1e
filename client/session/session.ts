// What the client sees of a live board: facts, judgements, people here, and the one door for writing.
// Made by open-session.ts; elements get it through the Lit context of session-context.ts.
import type { Board } from '../../shared/board/document.ts'
import type { BoardState, Person } from '../../shared/board/records.ts'
import type { BoardPoint, Rect } from '../../shared/geometry/geometry.ts'
import type { Posted } from '../../shared/protocol/http.ts'
import type { Right } from '../../shared/protocol/rights.ts'
import type { PostBaseline, SaidRecords } from '../../shared/protocol/said.ts'
import type { Judgements } from '../../shared/rules/judgements.ts'
import type { Keeping } from './board-copy.ts'
import type { Given, KeptText, Waiting } from './shelf.ts'
import type { Store } from './store.ts'

/** The truth about this person's unsent and unstored work. */
export type SaveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'view-only' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly pending: number }
  | { readonly kind: 'offline'; readonly pending: number }
  /** There was a connection, and nobody replies: it is tried again. */
  | { readonly kind: 'reconnecting'; readonly pending: number }
  /** The server refused or could not store; `sentence` says what and what is kept, `kept` are the words to copy. */
  | { readonly kind: 'not-saved'; readonly pending: number; readonly sentence: string; readonly kept?: string }
  /** No such board (any more), or no right to it. */
  | { readonly kind: 'gone'; readonly sentence: string }

/** What this browser shows others of itself; never in the document. */
export interface Presence {
  readonly cursor?: BoardPoint
  readonly selected?: readonly string[]
  readonly editing?: string
  /** A drag in flight: these cards, moved by this much from where the document has them. */
  readonly dragging?: { readonly cards: readonly string[]; readonly dx: number; readonly dy: number }
  /** What of the board is on their screen; not while they follow somebody. */
  readonly view?: Rect
  /** The person whose view they keep to. */
  readonly following?: string
}

/** Somebody else on the board now. `person`, `name` and `color` are written by the server. */
export interface Peer extends Presence {
  readonly clientId: number
  readonly person: string
  readonly name: string
  readonly color: string
}

export interface UndoState { readonly canUndo: boolean; readonly canRedo: boolean }

/** What an undo or redo came to. `moved-on`: somebody else (`who`, if known) has changed it since, nothing happened. */
export type HistoryStep =
  | { readonly kind: 'done'; readonly label: string }
  | { readonly kind: 'moved-on'; readonly label: string; readonly who?: string }
  | { readonly kind: 'nothing' }

/** What came of being away: told once, when everything has gone out. */
export interface Returned {
  readonly changes: number
  /** Everything said that went out, but for marks that something was seen. */
  readonly answers: number
  /** What of it met a newer wording than the person had seen. */
  readonly met: readonly Waiting[]
  /** What was not taken, each with the reason in `refused`; it stays in the outbox. */
  readonly refused: readonly Waiting[]
}

/** Stored, or waiting in the outbox. */
export type Outcome<G extends Given> = Posted<SaidRecords[G['root']]> | Waiting

export interface Session {
  readonly boardId: string
  readonly right: Right
  /** This person as the board knows them; undefined for readers. */
  readonly me: Store<Person | undefined>
  readonly board: Store<BoardState>
  /** Whether the last change of `board` was made here: by this person, undo and redo too. */
  readonly madeHere: boolean
  readonly judgements: Store<Judgements>
  readonly save: Store<SaveState>
  readonly peers: Store<readonly Peer[]>
  readonly undoState: Store<UndoState>
  /** True once the first sync has arrived: before that `board` is empty. */
  readonly ready: Store<boolean>
  readonly canEdit: boolean
  /** What was said here and the server does not have yet, in the order it was said; `refused` stays until taken back. */
  readonly outbox: Store<readonly Waiting[]>
  /** Words that the server refused, until this person has seen to them; also after the page was opened anew. */
  readonly kept: Store<readonly KeptText[]>
  /** Words kept in this browser for another entry that may be this person: told of, not shown, until they take them. */
  readonly offered: Store<readonly KeptText[]>
  /** Whether this browser can keep what is made here. */
  readonly keeping: Store<Keeping>
  /** Set once after each time away in which something waited. */
  readonly returned: Store<Returned | undefined>
  /** One transaction, one undo step (steps of one label within half a second are one), with `label` for the undo sentence. Writers of shared/board only. */
  edit(label: string, change: (board: Board) => void): void
  /** The same, but outside undo: the hidden half of making a card. Sent in one message with the next `edit`. */
  prepare(change: (board: Board) => void): void
  undo(): HistoryStep
  redo(): HistoryStep
  /** Ends the current undo step, so that the next edit starts a new one. */
  endUndoStep(): void
  /** Merges into this browser's presence; a key set to undefined is removed. At most 30 a second go out. */
  show(presence: Partial<Presence>): void
  /** Resolves when everything written here so far is on disk at the server; rejects when it was refused or the board is gone. */
  settled(): Promise<void>
  /** Says it after the edits before it, or keeps it in the outbox and returns it from there. Rejects when it was refused. */
  give<G extends Given>(given: G): Promise<Outcome<G>>
  /** Freezes what the server has after the edits made here; never waits for a connection. Rejects when it could not. */
  takeBaseline(wish: Pick<PostBaseline, 'name'>): Promise<Posted<SaidRecords['baselines']>>
  /** Takes something out of the outbox. */
  takeBack(waitingId: string): void
  /** What is offered is this person's: it is among `kept` then. */
  takeOffered(): void
  /** The person has read what could not be saved: the save state goes back to what is true now. */
  dismissNotSaved(): void
  close(): void
}
