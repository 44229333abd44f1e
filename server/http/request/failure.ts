// A request that cannot be done, as a status, a code and a sentence. Thrown by handlers, written by app.ts.
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { HttpCode } from '../../../shared/protocol/error-codes.ts'
import type { ErrorBody } from '../../../shared/protocol/http.ts'

export class Failure extends Error {
  override readonly name = 'Failure'
  readonly status: ContentfulStatusCode
  readonly code: HttpCode
  /** The place in the body, as a JSON path. */
  readonly path: string | undefined
  /** Seconds after which the same request may pass. */
  readonly retryAfter: number | undefined

  constructor(status: ContentfulStatusCode, code: HttpCode, message: string, more: { readonly path?: string; readonly retryAfter?: number } = {}) {
    super(message)
    this.status = status
    this.code = code
    this.path = more.path
    this.retryAfter = more.retryAfter
  }

  get body(): ErrorBody {
    return { error: { code: this.code, message: this.message, ...(this.path === undefined ? {} : { path: this.path }) } }
  }
}

/** One answer for unknown board, unknown, revoked and expired key, deleted board, and no right at all. */
export function notHere(): Failure {
  return new Failure(404, 'not_found', 'There is no such board, or the link to it no longer works.')
}

export function tooSmall(message = 'This link does not allow that.'): Failure {
  return new Failure(403, 'too_small_a_right', message)
}
