// A WebSocket of `ws` as the wire of a connection: frames out, back-pressure, pings, and the end of it.
// Knows no board. Frames that many receive are written to the TCP socket as they were built, once for all.
import type { Socket } from 'node:net'
import { WebSocket, type RawData } from 'ws'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import type { Limits } from '../../shared/protocol/limits.ts'
import type { Packet, Wire } from './packet.ts'
import type { LiveRooms } from './registry.ts'
import type { Admission } from './rooms.ts'

/** A close that the other side does not answer is forced. */
const CLOSE_MS = 2_000
/** A connection that answers no ping for so long is gone. */
const PING_MS = 30_000
/** UTF-8 bytes that a close frame has room for. */
const REASON_BYTES = 123

/** For the `maxPayload` of the WebSocket server: above what the session refuses with a close code of its own. */
export function maxPayloadBytes(limits: Limits): number {
  return 2 * Math.max(limits.messageBytes, limits.step2Bytes)
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** The TCP socket below, when frames may be written past `ws`: open, and without an extension that changes them. */
function tcpOf(socket: WebSocket): Socket | undefined {
  const { _socket: tcp } = socket as unknown as { readonly _socket?: Socket }
  return socket.extensions === '' && typeof tcp?.write === 'function' ? tcp : undefined
}

class SocketWire implements Wire {
  readonly #socket: WebSocket
  readonly #tcp: Socket | undefined
  readonly #mostBuffered: number
  /** A large first answer may take as long as it takes: what it left in the buffer is not counted. */
  #allowance = 0

  constructor(socket: WebSocket, limits: Limits) {
    this.#socket = socket
    this.#tcp = tcpOf(socket)
    this.#mostBuffered = limits.socketBufferBytes
  }

  get isBehind(): boolean {
    return this.#buffered > this.#mostBuffered
  }

  get #buffered(): number {
    return this.#tcp === undefined ? this.#socket.bufferedAmount : this.#tcp.writableLength
  }

  send(packet: Packet): void {
    if (packet.payload.byteLength > this.#mostBuffered) return this.sendAnswer([packet])
    this.#write(packet)
    if (!this.isBehind) this.#allowance = 0
    else if (this.#buffered > this.#mostBuffered + this.#allowance) this.#tooSlow()
  }

  sendAnswer(packets: readonly Packet[]): void {
    // Whoever asks again and again and reads nothing would fill the server's memory, one board after another.
    if (this.isBehind) return this.#tooSlow()
    this.#allowance = packets.reduce((bytes, { payload }) => bytes + payload.byteLength, 0)
    for (const packet of packets) this.#write(packet)
  }

  #write(packet: Packet): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    if (this.#tcp === undefined) this.#socket.send(packet.payload)
    else this.#tcp.write(packet.frame)
  }

  #tooSlow(): void {
    this.close(CLOSE.slowReader, 'Too slow a reader: come back.')
  }

  close(code: number, reason: string): void {
    const socket = this.#socket
    if (socket.readyState !== WebSocket.OPEN) return
    socket.close(code, Buffer.from(reason).subarray(0, REASON_BYTES).toString().replace(/\uFFFD+$/, ''))
    const force = setTimeout(() => socket.terminate(), CLOSE_MS)
    socket.once('close', () => clearTimeout(force))
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }
}

/** Ends a connection that does not say a first word, or no longer answers. */
function watch(socket: WebSocket, limits: Limits): () => void {
  let heard = false
  let joined = false
  const join = setTimeout(() => { if (!joined) socket.close(CLOSE.slowReader, 'Nothing was asked for: come back.') }, limits.joinDeadlineMs)
  const ping = setInterval(() => {
    if (!heard) socket.terminate()
    else socket.ping()
    heard = false
  }, PING_MS)
  socket.on('pong', () => { heard = true })
  socket.once('close', () => {
    clearTimeout(join)
    clearInterval(ping)
  })
  return () => {
    heard = true
    joined = true
  }
}

/** Takes over an open WebSocket whose admission was decided at the upgrade. */
export function acceptSocket(rooms: LiveRooms, admission: Admission, socket: WebSocket): void {
  // An error is always followed by 'close'; without a listener it would end the process.
  socket.on('error', () => undefined)
  const plug = rooms.connect(admission, new SocketWire(socket, rooms.limits))
  if (plug === undefined) return
  const heard = watch(socket, rooms.limits)
  socket.on('message', (data, isBinary) => {
    heard()
    plug.receive(isBinary ? bytesOf(data) : undefined)
  })
  socket.once('close', () => plug.gone())
}
