// Somebody at a browser, as far as HTTP sees them: requests that carry the cookie they were given and the Origin of the
// page, and programs that carry a key. Knows no page.
import { WebSocket } from 'ws'
import type { CreatedBoard, Entered } from '../../shared/protocol/http.ts'

export interface Answer { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: unknown }

export interface Ask { readonly headers?: Readonly<Record<string, string | undefined>>; readonly body?: unknown; readonly raw?: string | Uint8Array }

export async function ask(url: string, method: string, { headers = {}, body, raw }: Ask = {}): Promise<Answer> {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const all = { ...(sent === undefined && method === 'GET' ? {} : { 'content-type': 'application/json' }), ...headers }
  const kept = Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
  const response = await fetch(url, { method, headers: kept, redirect: 'manual', ...(sent === undefined ? {} : { body: sent as string }) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined }
}

export class BrowserPerson {
  readonly #server: string
  readonly #origin: string
  cookie: string | undefined

  constructor(server: string, origin = new URL(server).origin) {
    this.#server = server
    this.#origin = origin
  }

  get headers(): Record<string, string | undefined> {
    return { origin: this.#origin, cookie: this.cookie }
  }

  async ask(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string | undefined>> = {}): Promise<Answer> {
    const answer = await ask(this.#server + path, method, { body, headers: { ...this.headers, ...headers } })
    const given = answer.headers.getSetCookie()[0]
    if (given !== undefined) this.cookie = given.split(';')[0]
    return answer
  }

  async enter(board: string, body: { readonly key?: string; readonly name?: string; readonly team?: string }): Promise<Entered> {
    const answer = await this.ask('POST', `/api/boards/${board}/enter`, body)
    if (answer.status !== 200) throw new Error(`entering answered ${answer.status}: ${answer.text}`)
    return answer.body as Entered
  }
}

export const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` })

export async function makeBoard(server: string, body: unknown = { title: 'A board' }): Promise<CreatedBoard> {
  const answer = await ask(`${server}/api/boards`, 'POST', { body })
  if (answer.status !== 201) throw new Error(`creating answered ${answer.status}: ${answer.text}`)
  return answer.body as CreatedBoard
}

/** How an upgrade ended: refused with an HTTP status, closed with a code, or open. */
export type Upgrade = { readonly status: number } | { readonly code: number; readonly reason: string } | { readonly open: WebSocket }

/** Tries to connect; a close that comes at once is told instead of the open socket. */
export function upgrade(url: string, headers: Readonly<Record<string, string | undefined>> = {}): Promise<Upgrade> {
  const sent = Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers: sent })
    socket.once('unexpected-response', (_request, response) => {
      resolve({ status: response.statusCode ?? 0 })
      socket.terminate()
    })
    socket.once('error', reject)
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    // Whom the board is open to gets the server's presence or step 1 as an answer to its own step 1.
    socket.once('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
    socket.once('message', () => resolve({ open: socket }))
  })
}

/** The close code of an open socket, once it comes. */
export function closed(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    if (socket.readyState === WebSocket.CLOSED) resolve(0)
    else socket.once('close', (code) => resolve(code))
  })
}
