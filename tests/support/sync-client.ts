// Programs that speak to `/sync/:id`: a stock y-websocket provider, and a bare socket that sends any bytes and keeps
// what it hears. Both end with the test.
import { onTestFinished, expect } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { newBoard, type Board } from '../../shared/board/document.ts'
import { readFrame, type Frame } from '../../shared/protocol/frames.ts'
import { until } from './until.ts'

export interface Place { readonly url: string; readonly board: string; readonly key: string }

const socketUrl = (url: string): string => url.replace(/^http/, 'ws')

export interface Stock { readonly provider: WebsocketProvider; readonly board: Board; readonly doc: Y.Doc }

/** A stock provider, synced. */
export async function stockProvider({ url, board: id, key }: Place): Promise<Stock> {
  const board = newBoard()
  const provider = new WebsocketProvider(`${socketUrl(url)}/sync`, id, board.doc, { params: { key }, disableBc: true })
  onTestFinished(() => {
    provider.destroy()
    board.doc.destroy()
  })
  await until(() => expect(provider.synced).toBe(true), { timeout: 10_000 })
  return { provider, board, doc: board.doc }
}

export class RawClient {
  readonly socket: WebSocket
  readonly heard: Uint8Array[] = []
  closed: { readonly code: number; readonly reason: string } | undefined
  #opened = false

  constructor({ url, board, key }: Place, query = '&v=1') {
    this.socket = new WebSocket(`${socketUrl(url)}/sync/${board}?key=${key}${query}`, { perMessageDeflate: false })
    this.socket.once('open', () => { this.#opened = true })
    this.socket.on('message', (data) => this.heard.push(new Uint8Array(data as Buffer)))
    this.socket.on('close', (code, reason) => { this.closed = { code, reason: reason.toString() } })
    this.socket.on('error', () => undefined)
    onTestFinished(() => this.socket.terminate())
  }

  async opened(): Promise<this> {
    await until(() => expect(this.#opened).toBe(true), { timeout: 10_000 })
    return this
  }

  send(message: Uint8Array | string): void {
    this.socket.send(message)
  }

  get frames(): readonly Frame[] {
    return this.heard.map(readFrame)
  }

  /** Changes of the document that came, without empty ones. */
  get changes(): readonly Uint8Array[] {
    return this.frames.flatMap((frame) => (frame.type === 'update' || frame.type === 'sync-step-2' ? [frame.update] : [])).filter((update) => update.byteLength > 2)
  }

  /** Waits until it has heard such a frame; looks at each frame once. */
  async hears(which: (frame: Frame) => boolean): Promise<void> {
    let looked = 0
    let found = false
    await until(() => {
      for (; !found && looked < this.heard.length; looked++) found = which(readFrame(this.heard[looked] ?? new Uint8Array()))
      expect(found).toBe(true)
    }, { timeout: 20_000, interval: 5 })
  }

  async isClosed(code: number): Promise<void> {
    await until(() => expect(this.closed?.code).toBe(code), { timeout: 10_000 })
  }
}
