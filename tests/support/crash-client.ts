// A client that writes as fast as its window allows and keeps book: what it inserted and deleted, what was
// acknowledged, what it saw of others. After a crash the book says what the server must still have.
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newBoard, rootMap, type Board } from '../../shared/board/document.ts'
import { putLink, removeLink } from '../../shared/board/write-board.ts'
import { readFrame, writeSyncStep1, writeSyncStep2, writeUpdate, type Frame } from '../../shared/protocol/frames.ts'
import type { Place } from './sync-client.ts'

export type Random = () => number

/** Messages under way for each client. */
const WINDOW = 80
const FROM_SERVER = Symbol('from the server')
const NOTHING = 2

interface Deed { readonly key: string; readonly kind: 'insert' | 'delete' }

export class CrashClient {
  readonly name: string
  readonly board: Board
  readonly inserted = new Set<string>()
  /** Sent or about to be: whether the server has it is open until it is acknowledged. */
  readonly deleted = new Set<string>()
  readonly certain: Deed[] = []
  /** What came from others. */
  readonly seen: Deed[] = []
  /** Why the server ended the connection, when it did. */
  closed: string | undefined
  readonly #random: Random
  #socket: WebSocket | undefined
  /** Deeds of each message of this connection; a step 2 carries none of its own. */
  #messages: (readonly Deed[])[] = []
  #acknowledged = 0
  #unsent: Deed[] = []
  readonly #inbox: Uint8Array[] = []
  #live: string[] = []
  #count = 0
  #joined: (() => void) | undefined

  constructor(name: string, random: Random) {
    this.name = name
    this.#random = random
    this.board = newBoard()
    rootMap(this.board, 'links').observe((event, transaction) => {
      if (transaction.origin !== FROM_SERVER) return
      for (const [key, { action }] of event.changes.keys) if (action !== 'update') this.seen.push({ key, kind: action === 'add' ? 'insert' : 'delete' })
    })
  }

  /** Sync messages that are sent and not acknowledged. */
  get underWay(): number {
    return this.#messages.length - this.#acknowledged
  }

  get acknowledged(): number {
    return this.#acknowledged
  }

  /** Connects, exchanges what both sides lack, and resolves when the server has asked and was answered. */
  connect({ url, board, key }: Place): Promise<void> {
    this.#messages = []
    this.#acknowledged = 0
    this.closed = undefined
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/sync/${board}?key=${key}&v=1`, { perMessageDeflate: false })
    this.#socket = socket
    socket.on('open', () => socket.send(writeSyncStep1(Y.encodeStateVector(this.board.doc))))
    socket.on('message', (data) => this.#hear(readFrame(data as Buffer)))
    return new Promise((resolve, reject) => {
      this.#joined = resolve
      socket.on('error', reject)
      socket.on('close', (code, reason) => {
        this.closed = `${this.name} was closed with ${code} ${reason.toString()}`
        reject(new Error(this.closed))
      })
    })
  }

  #hear(frame: Frame): void {
    // Looked at after the crash: applying would keep this process so busy that it hears of acknowledgements too late.
    if (frame.type === 'sync-step-2' || frame.type === 'update') this.#inbox.push(frame.update)
    else if (frame.type === 'stored') this.#settle(frame.count)
    else if (frame.type === 'sync-step-1') {
      this.#read()
      this.#socket?.send(writeSyncStep2(Y.encodeStateAsUpdate(this.board.doc, frame.stateVector)))
      this.#messages.push(this.#unsent.splice(0))
      this.#joined?.()
    }
  }

  #read(): void {
    for (const update of this.#inbox.splice(0)) Y.applyUpdate(this.board.doc, update, FROM_SERVER)
  }

  #settle(count: number): void {
    for (const deeds of this.#messages.slice(this.#acknowledged, count)) this.certain.push(...deeds)
    this.#acknowledged = Math.max(this.#acknowledged, count)
  }

  /** Sends until the window is full. */
  write(): void {
    while (this.underWay < WINDOW && this.#socket?.readyState === WebSocket.OPEN) this.#send(this.#deed())
  }

  #deed(): Deed {
    if (this.#live.length > 0 && this.#random() < 0.35) {
      const [key = ''] = this.#live.splice(Math.floor(this.#random() * this.#live.length), 1)
      this.deleted.add(key)
      return { key, kind: 'delete' }
    }
    const key = `${this.name}-${this.#count++}`
    this.#live.push(key)
    this.inserted.add(key)
    return { key, kind: 'insert' }
  }

  #send(deed: Deed): void {
    let update: Uint8Array | undefined
    const keep = (bytes: Uint8Array): void => { update = bytes }
    this.board.doc.on('update', keep)
    if (deed.kind === 'insert') putLink(this.board, { id: deed.key, from: 'a', to: 'b', type: 'about' })
    else removeLink(this.board, deed.key)
    this.board.doc.off('update', keep)
    if (update === undefined || update.byteLength <= NOTHING) throw new Error('an edit made no update')
    this.#messages.push([deed])
    this.#socket?.send(writeUpdate(update))
  }

  /** The connection is dead: what was not acknowledged goes with the step 2 of the next one. */
  cutOff(): void {
    this.#socket?.removeAllListeners()
    this.#socket?.on('error', () => undefined)
    this.#socket?.terminate()
    this.#read()
    this.#unsent = this.#messages.slice(this.#acknowledged).flat()
    this.#messages = []
    this.#acknowledged = 0
  }
}

/** What is missing on a server that has these links, against the books of all clients. */
export function losses(links: ReadonlySet<string>, clients: readonly CrashClient[]): string[] {
  const deleted = new Set(clients.flatMap((client) => [...client.deleted]))
  const found: string[] = []
  const check = (who: string, { key, kind }: Deed): void => {
    if (kind === 'insert' && !links.has(key) && !deleted.has(key)) found.push(`${who} insert of ${key} is lost`)
    if (kind === 'delete' && links.has(key)) found.push(`${who} delete of ${key} is lost`)
  }
  for (const client of clients) {
    for (const deed of client.certain) check('an acknowledged', deed)
    for (const deed of client.seen) check(`a seen (by ${client.name})`, deed)
  }
  return found
}
