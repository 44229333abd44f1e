// The bytes of the WebSocket, as pairs of read… and write…: y-websocket's own messages, and Tacit's 100 and 101.
// Knows no socket, no document and no rights. See PROTOCOL.md.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, stored: 100, notSaved: 101, epochs: 102 } as const
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** Message 102: the server's own clock on the board (undefined: not known), and since when it wrote from which of them on. */
export interface Epochs { readonly clock: number | undefined; readonly epochs: readonly { readonly id: string; readonly from: number }[] }

export type Frame =
  | { readonly type: 'sync-step-1'; readonly stateVector: Uint8Array }
  | { readonly type: 'sync-step-2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'stored'; readonly count: number }
  | { readonly type: 'not-saved'; readonly code: string; readonly sentence: string }
  | { readonly type: 'epochs' } & Epochs
  | { readonly type: 'unknown'; readonly message: number }

function readSync(decoder: decoding.Decoder): Frame {
  const step = decoding.readVarUint(decoder)
  if (step === SYNC.step1) return { type: 'sync-step-1', stateVector: decoding.readVarUint8Array(decoder) }
  if (step === SYNC.step2) return { type: 'sync-step-2', update: decoding.readVarUint8Array(decoder) }
  if (step === SYNC.update) return { type: 'update', update: decoding.readVarUint8Array(decoder) }
  throw new Error(`unknown sync step ${step}`)
}

/** The rest of message 102. */
export function readEpochs(decoder: decoding.Decoder): Epochs {
  const clock = decoding.readVarUint(decoder)
  const epochs: { id: string; from: number }[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) epochs.push({ id: decoding.readVarString(decoder), from: decoding.readVarUint(decoder) })
  return { clock: clock === 0 ? undefined : clock - 1, epochs }
}

/** Reads one frame; throws on bytes that are none. An opcode that nobody knows is `unknown`, not an error. */
export function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes)
  const message = decoding.readVarUint(decoder)
  switch (message) {
    case MESSAGE.sync: return readSync(decoder)
    case MESSAGE.awareness: return { type: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case MESSAGE.queryAwareness: return { type: 'query-awareness' }
    case MESSAGE.stored: return { type: 'stored', count: decoding.readVarUint(decoder) }
    case MESSAGE.notSaved: return { type: 'not-saved', code: decoding.readVarString(decoder), sentence: decoding.readVarString(decoder) }
    case MESSAGE.epochs: return { type: 'epochs', ...readEpochs(decoder) }
    default: return { type: 'unknown', message }
  }
}

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

export const writeSyncStep1 = (stateVector: Uint8Array): Uint8Array => syncFrame(SYNC.step1, stateVector)
export const writeSyncStep2 = (update: Uint8Array): Uint8Array => syncFrame(SYNC.step2, update)
export const writeUpdate = (update: Uint8Array): Uint8Array => syncFrame(SYNC.update, update)

export function writeAwareness(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })
}

/** An awareness update of nobody: keeps a stock provider's 30 s watchdog quiet. */
export const KEEP_ALIVE: Uint8Array = Uint8Array.of(MESSAGE.awareness, 1, 0)

/** `count`: how many sync messages (step 2 or update) of this connection are on disk. */
export function writeStored(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.stored)
    encoding.writeVarUint(encoder, count)
  })
}

export function writeNotSaved(code: string, sentence: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.notSaved)
    encoding.writeVarString(encoder, code)
    encoding.writeVarString(encoder, sentence)
  })
}

export function writeEpochs({ clock, epochs }: Epochs): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.epochs)
    encoding.writeVarUint(encoder, clock === undefined ? 0 : clock + 1)
    encoding.writeVarUint(encoder, epochs.length)
    for (const { id, from } of epochs) {
      encoding.writeVarString(encoder, id)
      encoding.writeVarUint(encoder, from)
    }
  })
}
