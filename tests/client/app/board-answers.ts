// What the server says of a board, for pages that are tested without one.
import type { BoardInfo } from '../../../shared/protocol/http.ts'
import { INES } from '../panels/pricing-board.ts'

export const INFO: BoardInfo = { id: 'local', title: 'Usage-based pricing launch', right: 'edit', person: INES, people: [INES], teams: [], updatedAt: '2026-02-02T09:00:00Z' }
export const real = window.fetch

/** A server in the page that answers these and nothing else. */
export function answers(of: Readonly<Record<string, readonly [status: number, body: unknown]>>): string[] {
  const asked: string[] = []
  window.fetch = (input, init) => {
    const path = String(input)
    if (!path.startsWith('/api/')) return real(input, init)
    const key = `${init?.method ?? 'GET'} ${path}`
    asked.push(`${key} ${(init?.body as string | undefined) ?? ''}`.trim())
    const [status, body] = of[key] ?? [404, { error: { code: 'not_found', message: 'There is no such board.' } }]
    return Promise.resolve(Response.json(body, { status }))
  }
  return asked
}
