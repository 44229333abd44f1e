// A small server in the page: a session opens sockets to it as to a real one, a test holds what comes over them and
// says what goes back, cuts connections, and puts the server back to an older copy.
import { applyUpdate, diffUpdate, encodeStateAsUpdate, encodeStateVector, getState } from 'yjs'
import { openSession } from '../../client/session/open-session.ts'
import type { Session } from '../../client/session/session.ts'
import { newBoard } from '../../shared/board/document.ts'
import { putPerson } from '../../shared/board/write-records.ts'
import { readFrame, writeEpochs, writeStored, writeSyncStep1, writeSyncStep2, type Frame } from '../../shared/protocol/frames.ts'
import { person, until, withCards } from './local-session.ts'

export const me = person('ana')

/** The server of one page: the document, the sockets that were opened, and what came over them. */
export class PageServer {
  board = newBoard(1)
  readonly sockets: PageSocket[] = []
  readonly frames: Frame[] = []
  up = true
  /** What message 102 says ahead of an answer; undefined: it is not sent. */
  epochs: { readonly id: string; readonly from: number }[] | undefined

  constructor() {
    this.board.doc.transact(() => {
      withCards('One', 'Two')(this.board)
      putPerson(this.board, me)
    })
  }

  get live(): PageSocket {
    const socket = this.sockets.at(-1)
    if (socket === undefined) throw new Error('nobody has come')
    return socket
  }

  opened(socket: PageSocket): void {
    this.sockets.push(socket)
    if (!this.up) return socket.cut(1006)
    socket.accept()
    socket.give(writeSyncStep1(encodeStateVector(this.board.doc)))
  }

  take(socket: PageSocket, bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    this.frames.push(frame)
    if (frame.type === 'sync-step-1') this.answer(socket, frame.stateVector)
    if (frame.type === 'update' || frame.type === 'sync-step-2') {
      socket.taken++
      applyUpdate(this.board.doc, frame.update, socket)
    }
  }

  answer(socket: PageSocket, stateVector: Uint8Array): void {
    if (this.epochs !== undefined) socket.give(writeEpochs({ clock: getState(this.board.doc.store, 1), epochs: this.epochs }))
    socket.give(writeSyncStep2(encodeStateAsUpdate(this.board.doc, stateVector)))
  }

  /** As a server that was put back to a backup: its own clock goes on from there. */
  goBack(older: Uint8Array): void {
    this.board = newBoard(1)
    applyUpdate(this.board.doc, older)
    // Nobody brings the server what it wrote itself.
    const own = encodeStateVector(new Map([[1, 2 ** 31]]))
    const { take } = this
    this.take = (socket, bytes) => {
      const frame = readFrame(bytes)
      take.call(this, socket, frame.type === 'sync-step-2' ? writeSyncStep2(diffUpdate(frame.update, own)) : bytes)
    }
  }

  get updates(): readonly Frame[] {
    return this.frames.filter(({ type }) => type === 'update')
  }
}

/** The server of the test that runs: a new one for each. */
export let server = new PageServer()

class PageSocket {
  static readonly OPEN = 1
  readonly OPEN = 1
  readyState = 0
  binaryType = ''
  taken = 0
  readonly url: string
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null

  constructor(url: string) {
    this.url = url
    queueMicrotask(() => server.opened(this))
  }

  accept(): void {
    this.readyState = 1
    this.onopen?.()
  }

  give(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes.slice().buffer })
  }

  send(bytes: Uint8Array): void {
    if (this.readyState === 1) server.take(this, new Uint8Array(bytes))
  }

  cut(code: number, reason = ''): void {
    this.readyState = 3
    this.onclose?.({ code, reason })
  }

  close(): void {
    this.readyState = 3
  }
}

/** Another server in the place of this one, for what opens from here on. */
export function renewServer(): void {
  server = new PageServer()
}

/** A session with all that it brought stored. */
export async function openOnServer(): Promise<Session> {
  const session = openSession({ boardId: 'b1', right: 'edit', me, url: 'ws://server/sync' })
  await until('ready', () => session.ready.value)
  server.live.give(writeStored(server.live.taken))
  return session
}

/** Called where a suite is described: sockets opened by its tests lead to the server of this file. */
export function serveInPage(): void {
  const real = window.WebSocket
  beforeEach(() => {
    renewServer()
    window.WebSocket = PageSocket as unknown as typeof WebSocket
  })
  afterEach(() => { window.WebSocket = real })
}
