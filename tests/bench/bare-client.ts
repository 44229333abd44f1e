// A WebSocket client that costs next to nothing, so that the load generator is never what is measured: a TCP socket,
// frames with an all-zero mask made by hand, and a reader that hands out payloads without copying them.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export function clientFrame(payload: Uint8Array): Buffer {
  const bytes = payload.byteLength
  const head = bytes < 126 ? 6 : 8
  if (bytes > 65_535) throw new Error('too long for the bench')
  const frame = Buffer.alloc(head + bytes)
  frame[0] = 0x82
  if (head === 6) frame[1] = 0x80 | bytes
  else {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(bytes, 2)
  }
  frame.set(payload, head)
  return frame
}

export class BareClient {
  readonly socket: Socket
  heard: (payload: Buffer) => void = () => undefined
  closed = false
  #rest: Buffer = Buffer.alloc(0)
  #open = false

  constructor(url: URL, opened: () => void) {
    this.socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true })
    this.socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`)
    this.socket.on('data', (chunk) => {
      if (this.#open) return this.#read(chunk)
      this.#rest = Buffer.concat([this.#rest, chunk])
      const end = this.#rest.indexOf('\r\n\r\n')
      if (end < 0) return
      if (!this.#rest.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) throw new Error(this.#rest.toString().slice(0, 200))
      const after = this.#rest.subarray(end + 4)
      this.#rest = Buffer.alloc(0)
      this.#open = true
      opened()
      this.#read(after)
    })
    this.socket.on('error', () => undefined)
    this.socket.on('close', () => { this.closed = true })
  }

  /** Calls `heard` for each whole frame. */
  #read(chunk: Buffer): void {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let at = 0
    while (data.length - at >= 2) {
      let bytes = (data[at + 1] ?? 0) & 0x7f
      let head = 2
      if (bytes === 126) {
        head = 4
        if (data.length - at < head) break
        bytes = data.readUInt16BE(at + 2)
      } else if (bytes === 127) {
        head = 10
        if (data.length - at < head) break
        bytes = Number(data.readBigUInt64BE(at + 2))
      }
      if (data.length - at < head + bytes) break
      if (data[at] === 0x82) this.heard(data.subarray(at + head, at + head + bytes))
      at += head + bytes
    }
    this.#rest = at === data.length ? Buffer.alloc(0) : Buffer.from(data.subarray(at))
  }
}
