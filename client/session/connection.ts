// The socket of a live board: a stock y-websocket provider, taught to send what one frame made as one message, to
// count its sync messages against the server's message 100, and not to echo the presence of others. No key is in the
// URL: the browser's cookie opens the board.
//
//   connecting ─► open ─ server's step 1 answered by our step 2 ─► live: updates go out
//        ▲                                                          │
//        └──────────── backoff, varied per browser ◄─── lost ◄──────┘      4400–4499: see `closed`
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import { decodeStateVector, getState } from 'yjs'
import { SERVER_CLIENT_ID, type Board } from '../../shared/board/document.ts'
import { CLOSE } from '../../shared/protocol/close-codes.ts'
import { MESSAGE, readEpochs, writeAwareness, writeUpdate } from '../../shared/protocol/frames.ts'
import { FROM_COPY } from './board-copy.ts'
import { LOCAL, PREPARED } from './history.ts'
import { Lineage, type EpochMemory } from './lineage.ts'
import { Outbox } from './outbox.ts'
import type { SaveWatch } from './save-state.ts'
import { notSavedSentence } from './server-words.ts'
import { closeWords } from './words.ts'

/** ms between two of this browser's awareness messages: the server takes 30 a second. */
const AWARENESS_GAP = 40
/** The server says something every 10 s: after so many ms of silence the connection is dead, whatever the browser thinks. */
const SILENCE = 22_000
/** ms between two looks at the silence. */
const LISTEN_EVERY = 4_000

export interface Connection {
  readonly awareness: Awareness
  /** Sends what waits now, so that a presence that follows is not ahead of the edit it belongs to. */
  flush(): void
  /** Sends what waits for its other half. */
  release(): void
  close(): void
}

export interface ConnectionOptions {
  /** `ws://host/sync` */
  readonly url: string
  readonly boardId: string
  /** Whether this browser shows itself to others. */
  readonly visible: boolean
  readonly save: SaveWatch
  readonly onSynced: () => void
  /** Called before what the server sends is applied, with the bytes of the message. */
  readonly beforeRemote: (bytes: number) => void
  /** The server refused an update: this document is ahead of everyone and has to be left. */
  readonly onRefused: (code: number, reason: string) => void
  /** Whether the server asks for what was made here. */
  readonly brings: boolean
  /** The server lacks what this document knows of it: it went back to an older copy of its data. What is brought goes out next. */
  readonly onOlder?: () => void
  /** Where the newest epoch of the server is remembered beyond this connection. */
  readonly memory?: EpochMemory
  /** The first knock waits for this: what is known here is in the document by then. */
  readonly after?: Promise<void>
  /** Before anything of this browser is sent over a new connection, and when it is gone. */
  readonly onLine?: (online: boolean) => void
  /** The server's board is in the document; how far the server knows each clientID. Before this browser shows itself. */
  readonly onInStep?: (clockOf: (clientId: number) => number) => void
}

type AwarenessChange = { added: number[]; updated: number[]; removed: number[] }

export function openConnection(board: Board, options: ConnectionOptions): Connection {
  const { doc } = board
  const { save } = options
  const provider = new WebsocketProvider(options.url, options.boardId, doc, {
    connect: false, disableBc: true, params: { v: '1' },
    // All browsers of a restarted server must not come back in the same instant.
    maxBackoffTime: 8_000 + Math.random() * 8_000,
    shouldReconnect: ({ code }) => !(code >= 4_400 && code < 4_500) || code === CLOSE.tooFast,
  })
  const { awareness } = provider
  // Who may come under another clientID shows itself when that is settled: a connection shows one.
  const later = options.visible && options.onInStep !== undefined
  // A first state has clock 0, which others take for no news: it is set once more, so that who only looks is seen too.
  awareness.setLocalState(options.visible && !later ? {} : null)
  const write = (bytes: Uint8Array): void => {
    if (provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN) provider.ws.send(bytes as Uint8Array<ArrayBuffer>)
  }
  const outbox = new Outbox((update, changes) => {
    write(writeUpdate(update))
    save.sent(changes)
  })
  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === provider || origin === FROM_COPY) return
    save.made(origin !== LOCAL && origin !== PREPARED)
    outbox.add(update, origin === PREPARED)
  }
  doc.off('update', provider._updateHandler)
  doc.on('update', onUpdate)
  const looksBack = watchForBackup(provider, board, options)
  listenToMessages(provider, outbox, options, (clockOf) => {
    looksBack(clockOf(SERVER_CLIENT_ID))
    options.onInStep?.(clockOf)
    if (later && awareness.getLocalState() === null) awareness.setLocalState({})
  })
  const stopAwareness = sendOwnAwareness(provider, awareness, outbox, write)
  listenToState(provider, outbox, options)
  const stopKnocking = knock(provider, options)
  return {
    awareness,
    flush: () => outbox.flush(),
    release: () => outbox.release(),
    close: () => {
      outbox.flush()
      outbox.close()
      stopAwareness()
      stopKnocking()
      doc.off('update', onUpdate)
      provider.destroy()
    },
  }
}

/** What the server has of each clientID, when this message is its step 1. */
function clocksIn(decoder: decoding.Decoder): ReadonlyMap<number, number> | undefined {
  const peek = decoding.clone(decoder)
  return decoding.readVarUint(peek) === 0 ? decodeStateVector(decoding.readVarUint8Array(peek)) : undefined
}

/** Told the server's own clock by each step 1, and more by message 102, which comes ahead of it. */
function watchForBackup(provider: WebsocketProvider, { doc }: Board, { onOlder, brings, memory = { epoch: undefined } }: ConnectionOptions): (clock: number) => void {
  const lineage = new Lineage(memory)
  let isOlder = false
  provider.on('status', ({ status }: { status: string }) => {
    isOlder = false
    if (status === 'connected') lineage.connected(getState(doc.store, SERVER_CLIENT_ID))
  })
  provider.messageHandlers[MESSAGE.epochs] = (_encoder, decoder) => {
    isOlder = lineage.hearEpochs(readEpochs(decoder)) || isOlder
    if (isOlder && !brings) onOlder?.()
  }
  return (clock) => { if (lineage.hearClock(clock) || isOlder) onOlder?.() }
}

/** Connects, and again at once when the network is back or somebody looks at the page: no gap is waited for then. */
function knock(provider: WebsocketProvider, { after, save }: ConnectionOptions): () => void {
  let open = false
  const again = (): void => {
    if (!open || provider.wsconnected || document.visibilityState === 'hidden') return
    provider.wsUnsuccessfulReconnects = 0
    if (provider.shouldConnect) provider.connect()
  }
  /** Without waiting for a farewell that cannot come; it is tried again after the usual gap. */
  const leave = (): void => {
    provider.disconnect()
    provider.shouldConnect = true
  }
  const lost = (): void => {
    if (provider.wsconnected) leave()
    save.failed()
  }
  const listen = setInterval(() => {
    if (provider.wsconnected && Date.now() - provider.wsLastMessageReceived > SILENCE) leave()
  }, LISTEN_EVERY)
  let stopped = false
  // Without what is kept here the server's board is all there is.
  void Promise.resolve(after).catch(() => undefined).then(() => {
    if (stopped) return
    open = true
    provider.connect()
  })
  addEventListener('online', again)
  addEventListener('offline', lost)
  document.addEventListener('visibilitychange', again)
  return () => {
    stopped = true
    clearInterval(listen)
    removeEventListener('online', again)
    removeEventListener('offline', lost)
    document.removeEventListener('visibilitychange', again)
  }
}

function listenToMessages(provider: WebsocketProvider, outbox: Outbox, { save, beforeRemote }: ConnectionOptions, inStep: (clockOf: (clientId: number) => number) => void): void {
  const readSync = provider.messageHandlers[MESSAGE.sync]
  if (readSync === undefined) throw new Error('the provider reads no sync messages')
  provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    beforeRemote(decoder.arr.byteLength)
    const clocks = clocksIn(decoder)
    if (clocks !== undefined) inStep((clientId) => clocks.get(clientId) ?? 0)
    readSync(encoder, decoder, ...rest)
    // More than the opcode: a step 1 was answered with a step 2, which carries all that the server lacks.
    if (encoding.length(encoder) <= 1) return
    outbox.open()
    save.sentAll()
    save.up()
  }
  provider.messageHandlers[MESSAGE.stored] = (_encoder, decoder) => save.stored(decoding.readVarUint(decoder))
  provider.messageHandlers[MESSAGE.notSaved] = (_encoder, decoder) => {
    save.trouble({ sentence: notSavedSentence(decoding.readVarString(decoder)), lasting: false, changes: 0 })
  }
}

function listenToState(provider: WebsocketProvider, outbox: Outbox, { save, onSynced, onRefused, onLine }: ConnectionOptions): void {
  provider.on('sync', (synced: boolean) => {
    if (!synced) return
    save.synced()
    save.up()
    onSynced()
  })
  provider.on('status', ({ status }: { status: string }) => {
    if (status === 'connected') onLine?.(true)
    if (status !== 'disconnected') return
    outbox.close()
    save.down()
    onLine?.(false)
  })
  // The end of a connection is told above; this is an attempt that came to nothing.
  provider.on('connection-close', () => { if (!provider.wsconnected) save.failed() })
  provider.on('closed', ({ code, reason }: { code: number; reason: string }) => {
    if (code === CLOSE.noSuchBoard) save.gone(closeWords.noSuchBoard)
    else if (code === CLOSE.tooSmallRight) save.gone(closeWords.tooSmallRight)
    else onRefused(code, reason)
  })
}

/** Replaces the provider's own handler, which sends the movements of others back to the server. */
function sendOwnAwareness(provider: WebsocketProvider, awareness: Awareness, outbox: Outbox, write: (bytes: Uint8Array) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastSent = 0
  const send = (): void => {
    timer = undefined
    lastSent = Date.now()
    outbox.flush()
    write(writeAwareness(encodeAwarenessUpdate(awareness, [awareness.clientID])))
  }
  const onChange = ({ added, updated, removed }: AwarenessChange, origin: unknown): void => {
    if (origin === provider || ![...added, ...updated, ...removed].includes(awareness.clientID)) return
    timer ??= setTimeout(send, Math.max(0, lastSent + AWARENESS_GAP - Date.now()))
  }
  awareness.off('update', provider._awarenessUpdateHandler)
  awareness.on('update', onChange)
  return () => {
    clearTimeout(timer)
    awareness.off('update', onChange)
  }
}
