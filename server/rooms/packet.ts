// One message for many receivers: the payload, and the WebSocket frame around it, built once and shared by all of
// them. Knows no socket. Frames of a server are unmasked, binary and final (RFC 6455, section 5.2).

const BINARY_FINAL = 0x82

function frameOf(payload: Uint8Array): Buffer {
  const bytes = payload.byteLength
  const head = bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + bytes)
  frame[0] = BINARY_FINAL
  if (head === 2) frame[1] = bytes
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(bytes, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(bytes), 2)
  }
  frame.set(payload, head)
  return frame
}

export class Packet {
  readonly payload: Uint8Array
  #frame: Buffer | undefined

  constructor(payload: Uint8Array) {
    this.payload = payload
  }

  get frame(): Buffer {
    this.#frame ??= frameOf(this.payload)
    return this.#frame
  }
}

/** Where the messages of one connection go. A closed wire ignores what it is given. */
export interface Wire {
  send(packet: Packet): void
  /** One answer of many packets, however large: it may take as long to read as it takes, unless an earlier one still does. */
  sendAnswer(packets: readonly Packet[]): void
  /** True while so much waits to be read that nothing large may be added. */
  readonly isBehind: boolean
  close(code: number, reason: string): void
  /** Takes no further message from the other side until `resume`: nothing is buffered while a board loads. */
  pause(): void
  resume(): void
}
