// What the rest of the server sees of live boards: open one, read its facts, write as the server, cut connections.
// Implemented by registry.ts and room.ts; http and app know only this file.
import type { Board } from '../../shared/board/document.ts'
import type { BoardState } from '../../shared/board/records.ts'
import type { BoardGlance } from '../../shared/protocol/http.ts'
import type { Right } from '../../shared/protocol/rights.ts'

/** Who a change or a connection belongs to: a person, or a key used by a program. Never both missing. */
export interface Actor { readonly person?: string; readonly key?: string }

/** One admitted socket: its right never changes (rule 8). `owner` is the person id, or `key:<key id>`. */
export interface Admission {
  readonly board: string
  readonly right: Right
  readonly actor: Actor
  /** Name and colour that the server writes into this connection's awareness. */
  readonly name: string
  readonly address: string
  /** The client asked for messages 100 and 101 (`v=1`). */
  readonly acknowledges: boolean
}

export interface Room {
  readonly board: string
  /** The facts as they are now. A new value after each change. */
  readonly state: BoardState
  /**
   * The server's one door for writing: runs `change` in one transaction under the server's clientID, writes the row,
   * forwards it, and resolves after the fsync. A throw inside `change` must happen before it writes anything.
   */
  edit<T>(label: string, change: (board: Board) => T): Promise<T>
  /** The plain board file of what is there (canonical, `exportedAt` = now). */
  file(now: Date): unknown
  /** The board takes as much storage as a board may: nothing more is said on it. */
  readonly isFull: boolean
  /** People connected right now. */
  readonly present: ReadonlySet<string>
}

export interface Rooms {
  /** Loads the board if it is not in memory. Rejects with `NoSuchBoard` when storage has none. */
  open(board: string): Promise<Room>
  /** The title of a board whose facts are in memory; loads and wakes nothing. */
  titleOf(board: string): string | undefined
  /** How many people have the board open on this server; loads nothing. */
  peopleOn(board: string): number
  /** What a list shows of the board, at `now` (ms); undefined while nothing is known. Wakes nothing, never rejects. */
  glance(board: string, now: number): Promise<BoardGlance | undefined>
  /** Every judgement of the board at an instant, as JSON. Rejects with `TooMuchAtOnce` when too many are asked for, with `TooMuchWork` when it is too large for that. */
  report(room: Room, instant: Instant): Promise<Uint8Array<ArrayBuffer> | string>
  /** The states that a baseline of the board writes down at an instant. Rejects as `report` does. */
  states(room: Room, instant: Instant): Promise<Readonly<Record<string, string>>>
  /** The check-in agenda of the board at an instant as Markdown; without a language in the board's. Rejects as `report` does. */
  agenda(room: Room, instant: Instant, language: string | undefined): Promise<string>
  /** Closes the sockets that `which` picks, with a code of close-codes.ts; queued messages of theirs are dropped. */
  disconnect(board: string, code: number, which: (admission: Admission) => boolean): void
  /** Stores what is open and closes every socket with 1012. Rejects when something could not be written. */
  close(): Promise<void>
}

/** An instant as somebody spelled it, and as ms since the epoch. */
export interface Instant { readonly at: string; readonly ms: number }

export class TooMuchAtOnce extends Error {
  override readonly name = 'TooMuchAtOnce'
}

/** Judging the board takes more time or memory than one board may have. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork'
}

export class NoSuchBoard extends Error {
  override readonly name = 'NoSuchBoard'
}

/** Where rooms tell an operator what went wrong. Never a key or a board's text. */
export interface RoomsLog {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
