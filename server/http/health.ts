// For whoever watches the process: it lives, and its storage answers.
import { Hono } from 'hono'
import { Failure } from './request/failure.ts'
import type { Parts } from './parts.ts'

export function health(parts: Parts): Hono {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.json({ ok: true }))
  routes.get('/readyz', async (c) => {
    await parts.storage.ping().catch(() => {
      throw new Failure(503, 'storage', 'The storage does not answer.')
    })
    return c.json({ ok: true })
  })
  return routes
}
