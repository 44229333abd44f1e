// The frames that are written past `ws` are frames that a client of `ws` reads.
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { Packet } from '../../../server/rooms/packet.ts'

/** What a client hears when these bytes are written to its TCP connection. */
async function heardOf(frames: readonly Buffer[]): Promise<Buffer[]> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => server.close())
  server.on('connection', (socket) => {
    for (const frame of frames) (socket as unknown as { readonly _socket: Socket })._socket.write(frame)
    socket.close(1000)
  })
  await once(server, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { perMessageDeflate: false })
  const heard: Buffer[] = []
  client.on('message', (data, isBinary) => { if (isBinary) heard.push(data as Buffer) })
  await once(client, 'close')
  return heard
}

describe('packets', () => {
  it('[WS12] of every length are binary frames with their bytes', async () => {
    const payloads = [0, 1, 125, 126, 127, 65_535, 65_536, 300_000].map((length) => Uint8Array.from({ length }, (_, i) => (i * 7) & 255))
    const packets = payloads.map((payload) => new Packet(payload))
    const heard = await heardOf(packets.map(({ frame }) => frame))
    expect(heard.map((data, i) => Buffer.compare(data, payloads[i] ?? new Uint8Array()))).toEqual(payloads.map(() => 0))
  })

  it('[WS12] build their frame once', () => {
    const packet = new Packet(Uint8Array.of(1, 2, 3))
    expect(packet.frame).toBe(packet.frame)
  })
})
