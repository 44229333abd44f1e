// A board to take away: as its file, and as the report of every judgement at an instant.
import { Hono } from 'hono'
import * as v from 'valibot'
import { TooMuchAtOnce, type Instant, type Room } from '../rooms/rooms.ts'
import { letIn } from './request/board-door.ts'
import { Failure } from './request/failure.ts'
import { instant } from './request/fields.ts'
import type { Parts } from './parts.ts'

const SENTENCE = 'at is given once.'
const At = v.pipe(v.strictTuple([instant('at')], SENTENCE), v.transform(([ms]) => ms))
/** Seconds. */
const BUSY_FOR = 10

/** The instant that was asked for, in the caller's own spelling, and as ms. */
function askedFor(asked: readonly string[] | undefined, now: Date): Instant {
  if (asked === undefined) return { at: now.toISOString(), ms: now.getTime() }
  const result = v.safeParse(At, asked)
  if (result.success) return { at: asked[0] ?? '', ms: result.output }
  throw new Failure(400, 'wrong_query', result.issues[0].message, { path: 'at' })
}

async function reportOf({ rooms }: Parts, room: Room, at: Instant): Promise<Uint8Array<ArrayBuffer> | string> {
  try {
    return await rooms.report(room, at)
  } catch (error) {
    if (!(error instanceof TooMuchAtOnce)) throw error
    throw new Failure(429, 'too_fast', 'Too many reports are being made at the moment: ask again in a few seconds.', { retryAfter: BUSY_FOR })
  }
}

export function reading(parts: Parts): Hono {
  const routes = new Hono()

  routes.get('/:id/file', async (c) => {
    const { room } = await letIn(c, parts, 'view')
    return c.json(room.file(parts.now()) as object)
  })

  routes.get('/:id/report', async (c) => {
    const { room } = await letIn(c, parts, 'view')
    const at = askedFor(c.req.queries('at'), parts.now())
    return c.body(await reportOf(parts, room, at), 200, { 'content-type': 'application/json' })
  })

  return routes
}
