// A board to take away: as its file, and as the report of every judgement at an instant.
import { Hono } from 'hono'
import * as v from 'valibot'
import { judge } from '../../shared/rules/judge.ts'
import { report } from '../../shared/rules/report.ts'
import { letIn } from './request/board-door.ts'
import { Failure } from './request/failure.ts'
import { instant } from './request/fields.ts'
import type { Parts } from './parts.ts'

const At = instant('at')

/** The instant that was asked for, in the caller's own spelling, and as ms. */
function instantOf(asked: string | undefined, now: Date): { readonly at: string; readonly ms: number } {
  if (asked === undefined) return { at: now.toISOString(), ms: now.getTime() }
  const result = v.safeParse(At, asked)
  if (!result.success) throw new Failure(400, 'wrong_query', result.issues[0].message, { path: 'at' })
  return { at: asked, ms: result.output }
}

export function reading(parts: Parts): Hono {
  const routes = new Hono()

  routes.get('/:id/file', async (c) => {
    const { room } = await letIn(c, parts, 'view')
    return c.json(room.file(parts.now()) as object)
  })

  routes.get('/:id/report', async (c) => {
    const { room } = await letIn(c, parts, 'view')
    const { at, ms } = instantOf(c.req.query('at'), parts.now())
    return c.json(report(room.state, judge(room.state, ms), at))
  })

  return routes
}
