// A board on the server's side of the gate, with two people who know it: what the tests of the gate work on.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { cardText, newBoard, rootMap, SERVER_CLIENT_ID, type Board } from '../../../shared/board/document.ts'
import { addLink, putTeam } from '../../../shared/board/write-board.ts'
import { addCard } from '../../../shared/board/write-cards.ts'
import { addAttestation, putAuthorship, putPerson, putSettings } from '../../../shared/board/write-records.ts'
import { DEFAULT_LIMITS, type Limits } from '../../../shared/protocol/limits.ts'
import { judgeUpdate, type GateContext, type GateVerdict, type Passed } from '../../../server/rooms/gate.ts'
import type { Id } from './gate-bytes.ts'

export const ANA = 1_111
export const BEN = 2_222
/** A clientID that nobody has yet. */
export const FREE = 3_333

/** ms of processor time that this thread takes for it, so that a busy machine does not count. */
export function spent(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

/** The letters of a paragraph of a card. */
export function lineOf(board: Board, at = 0, field: 'title' | 'body' = 'body', card = 'card'): Y.XmlText {
  const paragraph = cardText(board, card, field)?.get(at)
  const letters = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(letters instanceof Y.XmlText)) throw new Error(`${card} has no line ${at} in its ${field}`)
  return letters
}

/** The body of a card as markup. */
export function bodyOf(board: Board, card = 'card'): string {
  return JSON.stringify(cardText(board, card, 'body')?.toJSON())
}

export class Desk {
  board = newBoard(SERVER_CLIENT_ID)
  readonly owners = new Map<number, string>([[ANA, 'ana'], [BEN, 'ben']])
  limits: Limits = DEFAULT_LIMITS
  boardBytes: number | undefined

  constructor() {
    this.board.doc.transact(() => {
      putPerson(this.board, { id: 'ana', name: 'Ana', team: 'sre', role: 'member' })
      putSettings(this.board, { validDays: 90 })
      putTeam(this.board, { id: 'sre', name: 'SRE' })
      addAttestation(this.board, { id: 'answer', card: 'card', person: 'ana', team: 'sre', verdict: 'confirm', basis: '[]', seq: 1 })
      putAuthorship(this.board, 'card', { author: 'ana' })
    })
    const ana = this.client(ANA)
    this.pass(ana, 'ana', () => {
      addCard(ana, { id: 'card', kind: 'assumption', x: 10, y: 20, title: 'It holds', body: 'First\nSecond' })
      addCard(ana, { id: 'other', kind: 'goal', x: 30, y: 20, title: 'Launch' })
      addLink(ana, 'other', 'rests_on', 'card')
    })
  }

  /** Goes back to an earlier state, as from a backup. */
  restore(state: Uint8Array): void {
    this.board = newBoard(SERVER_CLIENT_ID)
    Y.applyUpdate(this.board.doc, state)
  }

  /** A client that has everything, and then takes its clientID: Yjs gives up one that it sees others write under. */
  client(clientId: number): Board {
    const board = newBoard()
    Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(this.board.doc))
    board.doc.clientID = clientId
    return board
  }

  context(kind: 'update' | 'step2', owner: string): GateContext {
    return { kind, owner, ownerOf: (client) => this.owners.get(client), limits: this.limits, boardBytes: this.boardBytes }
  }

  judge(update: Uint8Array, owner = 'ana', kind: 'update' | 'step2' = 'update'): GateVerdict {
    return this.judgeAs(update, this.context(kind, owner))
  }

  judgeAs(update: Uint8Array, context: GateContext): GateVerdict {
    return judgeUpdate(this.board, update, context)
  }

  /** The update that a change makes on a client. */
  static updateOf(client: Board, change: () => void): Uint8Array {
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array): void => { updates.push(update) }
    client.doc.on('update', keep)
    client.doc.transact(change)
    client.doc.off('update', keep)
    return Y.mergeUpdates(updates)
  }

  /** Makes a change on a client, and sends it through the gate, where it has to pass. */
  pass(client: Board, owner: string, change: () => void): Passed {
    return this.send(Desk.updateOf(client, change), owner)
  }

  /** Sends an update that has to pass, and applies it. */
  send(update: Uint8Array, owner = 'ana', kind: 'update' | 'step2' = 'update'): Passed {
    const verdict = this.judge(update, owner, kind)
    if (!verdict.ok) throw new Error(`refused: ${verdict.code}: ${verdict.sentence}`)
    for (const client of verdict.newClients) this.owners.set(client, owner)
    if (verdict.effect) Y.applyUpdate(this.board.doc, verdict.update)
    expect(this.board.doc.store.pendingStructs).toBeNull()
    expect(this.board.doc.store.pendingDs).toBeNull()
    return verdict
  }

  /** Sends an update that has to be refused: the document stays as it is, to the byte. Gives the sentence. */
  refuse(update: Uint8Array, code: 'reload' | 'too-large' | 'resync' = 'reload', owner = 'ana', kind: 'update' | 'step2' = 'update'): string {
    const before = Y.encodeStateAsUpdate(this.board.doc)
    const roots = [...this.board.doc.share.keys()]
    const verdict = this.judge(update, owner, kind)
    expect(verdict.ok ? 'passed' : verdict.code).toBe(code)
    expect(Buffer.compare(before, Y.encodeStateAsUpdate(this.board.doc))).toBe(0)
    expect([...this.board.doc.share.keys()]).toEqual(roots)
    return verdict.ok ? '' : verdict.sentence
  }

  /** ms that a judgement takes: the best of five. */
  time(update: Uint8Array, owner = 'ana', kind: 'update' | 'step2' = 'update'): number {
    return Math.min(...Array.from({ length: 5 }, () => spent(() => this.judge(update, owner, kind))))
  }

  /** A change that a client makes, and that has to be refused. */
  tooMuch(clientId: number, change: (client: Board) => void, code: 'reload' | 'too-large' = 'reload'): string {
    const client = this.client(clientId)
    const owner = this.owners.get(clientId) ?? 'ana'
    return this.refuse(Desk.updateOf(client, () => change(client)), code, owner)
  }

  /** The next clock of a client on the server. */
  clock(client: number): number {
    return Y.getState(this.board.doc.store, client)
  }

  /** The id of the item that an entry of a root, or a field of a card, holds now. */
  entry(root: Parameters<typeof rootMap>[1], key: string, field?: string): Id {
    const item = rootMap(this.board, root)._map.get(key)
    const inner = field === undefined || item === undefined ? item : (item.content as Y.ContentType).type._map.get(field)
    if (inner === undefined) throw new Error(`no ${root}/${key}`)
    return { client: inner.id.client, clock: inner.id.clock + inner.length - 1 }
  }

  /** The id of a piece of rich text by its way down: 0 is the first child. */
  inText(card: string, field: 'title' | 'body', ...way: readonly number[]): Id {
    const start = this.entry('cards', card, field)
    let item = Y.getItem(this.board.doc.store, Y.createID(start.client, start.clock))
    for (const at of way) {
      let child = (item.content as Y.ContentType).type._start
      for (let n = 0; n < at; n++) child = child?.right ?? null
      if (child === null) throw new Error('nothing there')
      item = child
    }
    return { client: item.id.client, clock: item.id.clock }
  }
}
