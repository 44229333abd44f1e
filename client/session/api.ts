// Every HTTP resource of the server as one typed function. A request that failed throws an ApiError with the server's
// code, sentence and path; a server that cannot be reached is the code `unreachable`. Knows no document.
import type {
  BoardInfo, CreateBoard, CreatedBoard, DeviceLink, Enter, Entered, ErrorBody, MadeLink, MyBoard,
  Posted, PostLink, PostClaim, PutClaim, PutMe, PutMerged, PutPerson, PutSettings, SharingLink, TemplateInfo,
} from '../../shared/protocol/http.ts'
import type { Person } from '../../shared/board/records.ts'
import type { PostedBodies, SaidRecords, SaidRoot } from '../../shared/protocol/said.ts'
import { serverSentence } from './server-words.ts'
import { words } from './words.ts'

export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** The server's code; `unreachable` when there was no answer, `unreadable` when it was no JSON. */
  readonly code: string
  /** The HTTP status; 0 without an answer. */
  readonly status: number
  /** The place in the body that was wrong, as a JSON path. */
  readonly path: string | undefined

  constructor(code: string, message: string, status: number, path?: string) {
    super(message)
    this.code = code
    this.status = status
    this.path = path
  }
}

function failureOf(status: number, body: unknown): ApiError {
  const error = (body as Partial<ErrorBody> | null)?.error
  if (typeof error?.code !== 'string' || typeof error.message !== 'string') return new ApiError('failed', words.failed(status), status)
  return new ApiError(error.code, serverSentence(error.code, error.message), status, error.path)
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new ApiError('unreadable', words.unreadable, response.status)
  }
}

async function request<T>(method: string, path: string, body?: unknown, signal?: AbortSignal, key?: string): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        // Over plain http from another machine a browser says neither Origin nor Sec-Fetch-Site; a foreign page cannot send this.
        'x-tacit': '1',
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError('unreachable', words.unreachable, 0)
  }
  const answer = await answerOf(response)
  if (!response.ok) throw failureOf(response.status, answer)
  return answer as T
}

const at = (board: string, rest = ''): string => `/api/boards/${encodeURIComponent(board)}${rest}`

/** `createKey`: what a server asks for that lets only some people make boards. */
export const createBoard = (body: CreateBoard, createKey?: string): Promise<CreatedBoard> => request('POST', '/api/boards', body, undefined, createKey)
/** In this language where they are written in it. */
export const listTemplates = (language: string): Promise<readonly TemplateInfo[]> => request('GET', `/api/templates?language=${language}`)
export const myBoards = (): Promise<readonly MyBoard[]> => request('GET', '/api/me/boards')
export const makeDeviceLink = (): Promise<DeviceLink> => request('POST', '/api/me/devices')
/** This browser becomes the person whose other device made the code. */
export const openDevice = (code: string): Promise<{ readonly name: string }> => request('POST', '/api/me/devices/open', { code })

export const boardInfo = (board: string, signal?: AbortSignal): Promise<BoardInfo> => request('GET', at(board), undefined, signal)
export const renameBoard = (board: string, title: string): Promise<unknown> => request('PATCH', at(board), { title })
export const deleteBoard = (board: string): Promise<unknown> => request('DELETE', at(board))
export const enterBoard = (board: string, body: Enter): Promise<Entered> => request('POST', at(board, '/enter'), body)
export const putMe = (board: string, body: PutMe): Promise<{ readonly person: Person }> => request('PUT', at(board, '/me'), body)
export const putPerson = (board: string, person: string, body: PutPerson): Promise<{ readonly person: Person }> =>
  request('PUT', at(board, `/people/${encodeURIComponent(person)}`), body)
/** Two entries of one person made one; null takes it back. */
export const putMerged = (board: string, person: string, body: PutMerged): Promise<{ readonly person: Person }> =>
  request('PUT', at(board, `/people/${encodeURIComponent(person)}/merged`), body)
/** "I am that person": an owner decides, unless one has merged the two before. */
export const postClaim = (board: string, body: PostClaim): Promise<{ readonly person: Person }> => request('POST', at(board, '/claims'), body)
export const dropClaim = (board: string): Promise<unknown> => request('DELETE', at(board, '/claims'))
export const putClaim = (board: string, person: string, body: PutClaim): Promise<{ readonly person: Person }> =>
  request('PUT', at(board, `/claims/${encodeURIComponent(person)}`), body)
export const putSettings = (board: string, body: PutSettings): Promise<unknown> => request('PUT', at(board, '/settings'), body)

/** What this person says in their own name, to the collection that it ends in. */
export const postSaid = <R extends SaidRoot>(board: string, root: R, body: PostedBodies[R]): Promise<Posted<SaidRecords[R]>> => request('POST', at(board, `/${root}`), body)

export const sharingLinks = (board: string): Promise<readonly SharingLink[]> => request('GET', at(board, '/links'))
export const makeLink = (board: string, body: PostLink): Promise<MadeLink> => request('POST', at(board, '/links'), body)
export const revokeLink = (board: string, link: string): Promise<unknown> => request('DELETE', at(board, `/links/${encodeURIComponent(link)}`))

export const boardFile = (board: string): Promise<unknown> => request('GET', at(board, '/file'))
