// What one who asks to sync is told: what it lacks, what the server lacks, who is here. A small board is encoded from
// the document, once for all who ask between two changes; of a large one a newcomer gets the stored rows as they are.
import * as Y from 'yjs'
import type { Board } from '../../shared/board/document.ts'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from '../../shared/protocol/frames.ts'
import type { LogRow } from '../storage/storage.ts'
import { Packet } from './packet.ts'

/** A state vector of nobody: the other side has nothing. */
export function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 0 || (stateVector.byteLength === 1 && stateVector[0] === 0)
}

/** An update without structs and deletes. */
const NOTHING_NEW = Uint8Array.of(0, 0)

/** What a newcomer answers to step 1. */
export function isNothingNew(update: Uint8Array): boolean {
  return update.byteLength === 2 && update[0] === 0 && update[1] === 0
}

export class Answers {
  readonly #board: Board
  #whole: Packet | undefined
  #question: Packet | undefined

  constructor(board: Board) {
    this.#board = board
  }

  /** The document is another one now. */
  forget(): void {
    this.#whole = undefined
    this.#question = undefined
  }

  /** Step 2 with what the other side lacks; throws when its state vector is none. */
  step2(stateVector: Uint8Array): Packet {
    if (!isEmpty(stateVector)) return new Packet(writeSyncStep2(Y.encodeStateAsUpdate(this.#board.doc, stateVector)))
    this.#whole ??= new Packet(writeSyncStep2(Y.encodeStateAsUpdate(this.#board.doc)))
    return this.#whole
  }

  /** Step 1 of the server: what it has, so that the other side sends what it lacks. */
  step1(): Packet {
    this.#question ??= new Packet(writeSyncStep1(Y.encodeStateVector(this.#board.doc)))
    return this.#question
  }
}

/** Stored rows as messages: in order, and the step 2 last, because a stock client counts itself synced after it. */
export function packetsOfRows(rows: readonly LogRow[]): Packet[] {
  return [...rows.map(({ update }) => new Packet(writeUpdate(update))), new Packet(writeSyncStep2(NOTHING_NEW))]
}
