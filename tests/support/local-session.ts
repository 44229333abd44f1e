// Real sessions without a server: each has its own document and history, and a hub in the page carries updates and
// presence between those of one board, as the server would. A hub can be paused, so that two people write apart.
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import { openSession } from '../../client/session/open-session.ts'
import type { Connection, ConnectionOptions } from '../../client/session/connection.ts'
import type { BoardCopy } from '../../client/session/board-copy.ts'
import type { Session } from '../../client/session/session.ts'
import { newBoard, type Board } from '../../shared/board/document.ts'
import type { Person } from '../../shared/board/records.ts'
import { addCard } from '../../shared/board/write-cards.ts'
import { putPerson } from '../../shared/board/write-records.ts'
import type { Right } from '../../shared/protocol/rights.ts'

interface Member { readonly board: Board; readonly awareness: Awareness; readonly me: Person | undefined }

const COLORS = ['#0b7a75', '#8a4e8e', '#2f6db5', '#4f7a1e']

export class Hub {
  /** What the server would hold: fill it before anyone joins, or edit it as the server does. */
  readonly board = newBoard(1)
  /** Updates that came from members, in order. */
  readonly updates: Uint8Array[] = []
  readonly #members: Member[] = []
  #paused = false
  #missed: { from: Member; update: Uint8Array }[] = []

  constructor(fill: (board: Board) => void = () => undefined) {
    this.board.doc.transact(() => fill(this.board))
    this.board.doc.on('update', (update: Uint8Array, origin: unknown) => {
      for (const member of this.#members) if (member !== origin) applyUpdate(member.board.doc, update, this)
    })
  }

  /** A session of this board; the person is put on the board's list. */
  join(me: Person | undefined, right: Right = me === undefined ? 'view' : 'edit', copy?: BoardCopy): Session {
    if (me !== undefined) putPerson(this.board, me)
    return openSession({ boardId: 'local', right, me, connect: (board, options) => this.#connect(board, options, me), ...(copy === undefined ? {} : { copy }) })
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    const missed = this.#missed
    this.#missed = []
    for (const { from, update } of missed) applyUpdate(this.board.doc, update, from)
  }

  #connect(board: Board, { save, onSynced }: ConnectionOptions, me: Person | undefined): Connection {
    const awareness = new Awareness(board.doc)
    const member: Member = { board, awareness, me }
    this.#members.push(member)
    applyUpdate(board.doc, encodeStateAsUpdate(this.board.doc), this)
    board.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.updates.push(update)
      if (this.#paused) this.#missed.push({ from: member, update })
      else applyUpdate(this.board.doc, update, member)
    })
    awareness.on('update', ({ added, updated }: { added: number[]; updated: number[] }, origin: unknown) => {
      if (origin !== this && [...added, ...updated].includes(awareness.clientID)) this.#showToOthers(member)
    })
    save.up()
    save.synced()
    queueMicrotask(() => {
      onSynced()
      for (const other of this.#members) if (other !== member) this.#showToOthers(other)
    })
    return { awareness, flush: () => undefined, release: () => undefined, close: () => this.#leave(member) }
  }

  /** As the server does: the name and the colour are not the browser's to choose. */
  #showToOthers({ awareness, me }: Member): void {
    const state = awareness.getLocalState()
    if (me === undefined || state === null) return
    const user = { person: me.id, name: me.name, color: COLORS[this.#members.findIndex((member) => member.me === me) % COLORS.length] }
    const states = new Map([[awareness.clientID, { ...state, user }]])
    const update = encodeAwarenessUpdate(awareness, [awareness.clientID], states)
    for (const other of this.#members) if (other.awareness !== awareness) applyAwarenessUpdate(other.awareness, update, this)
  }

  #leave(member: Member): void {
    const at = this.#members.indexOf(member)
    if (at >= 0) this.#members.splice(at, 1)
    for (const other of this.#members) removeAwarenessStates(other.awareness, [member.awareness.clientID], this)
    member.awareness.destroy()
  }
}

export function person(id: string, team = 'product', role: Person['role'] = 'member'): Person {
  return { id, name: id.charAt(0).toUpperCase() + id.slice(1), team, role }
}

/** A board with one card of each of these titles, in a row, all assumptions. */
export function withCards(...titles: string[]): (board: Board) => void {
  return (board) => titles.forEach((title, at) => addTo(board, title, at))
}

function addTo(board: Board, title: string, at: number): void {
  addCard(board, { id: `card${at + 1}`, kind: 'assumption', x: at * 320, y: 0, title })
}

/** Resolves once `holds` is true; fails after 3 s with what was waited for. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 3_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}
