// A board to take away: as its file, as the report of every judgement at an instant, and as its check-in agenda.
import { Hono } from 'hono'
import * as v from 'valibot'
import { AGENDA_LANGUAGES } from '../../shared/export/agenda-languages.ts'
import type { Instant } from '../rooms/rooms.ts'
import { letIn } from './request/board-door.ts'
import { unlessBusy } from './request/busy.ts'
import { Failure } from './request/failure.ts'
import { instant } from './request/fields.ts'
import type { Parts } from './parts.ts'

const SENTENCE = 'at is given once.'
const At = v.pipe(v.strictTuple([instant('at')], SENTENCE), v.transform(([ms]) => ms))

/** The instant that was asked for, in the caller's own spelling, and as ms. */
function askedFor(asked: readonly string[] | undefined, now: Date): Instant {
  if (asked === undefined) return { at: now.toISOString(), ms: now.getTime() }
  const result = v.safeParse(At, asked)
  if (result.success) return { at: asked[0] ?? '', ms: result.output }
  throw new Failure(400, 'wrong_query', result.issues[0].message, { path: 'at' })
}

/** Undefined: the board's own. */
function languageAsked(asked: readonly string[] | undefined): string | undefined {
  const [language, ...more] = asked ?? []
  if (language === undefined || (more.length === 0 && AGENDA_LANGUAGES.some((one) => one === language))) return language
  throw new Failure(400, 'wrong_query', `language is one of ${AGENDA_LANGUAGES.join(', ')}.`, { path: 'language' })
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
    return c.body(await unlessBusy('Too many reports', parts.rooms.report(room, at)), 200, { 'content-type': 'application/json' })
  })

  routes.get('/:id/agenda.md', async (c) => {
    const { room } = await letIn(c, parts, 'view')
    const at = askedFor(c.req.queries('at'), parts.now())
    return c.body(await unlessBusy('Too many agendas', parts.rooms.agenda(room, at, languageAsked(c.req.queries('language')))), 200, { 'content-type': 'text/markdown; charset=utf-8' })
  })

  return routes
}
